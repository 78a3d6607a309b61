/** Settlements that the entries do not explain: one answer per pattern, for good. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './imports.module.css';
import { useCount } from './use-count.ts';

/** What a person may answer; openings and items gone are never asked. */
const ANSWERS = [
  'bank',
  'cash',
  'bill',
  'factor',
  'credit_note',
  'set_off',
  'doubtful',
  'loss',
  'other_entry',
] as const;

export function NaturesTab() {
  const api = useApi();
  const words = useText(importsText);
  const count = useCount();
  const questions = useQuery(api.query.imports.natureQuestions.queryOptions());
  const answer = useCommand((call) => call.imports.answerNature, {
    said: () => words.natureDone,
  });
  const nameOf = usePatternName();
  if (questions.isError) {
    return (
      <ErrorState failure={failureOf(questions.error)} onRetry={() => void questions.refetch()} />
    );
  }
  if (questions.data === undefined) return <Skeleton lines={6} height={16} />;
  if (questions.data.length === 0) return <EmptyState sentence={words.naturesEmpty} />;
  return (
    <div className={styles.scroll}>
      <p className={styles.quiet}>{words.naturesNote}</p>
      <PlainTable
        label={words.tabs.natures}
        head={[words.pattern, words.example, end(words.lines), end(words.amount), words.nature]}
        rows={questions.data.map(({ pattern, lineCount, amountCents, exampleLabel }) => ({
          key: pattern,
          cells: [
            nameOf(pattern),
            exampleLabel,
            count(lineCount),
            <Amount key="amount" cents={amountCents} />,
            <Select
              key="nature"
              w={230}
              aria-label={words.natureOf(nameOf(pattern))}
              placeholder={words.natureChoose}
              value={null}
              disabled={answer.isRunning}
              data={ANSWERS.map((value) => ({ value, label: words.natures[value] ?? value }))}
              onChange={(nature) => {
                if (nature !== null) void answer.run({ pattern, nature });
              }}
            />,
          ],
        }))}
      />
    </div>
  );
}

/** `OD|mixed|credit` in words; the code of a journal may hold anything, the rest is ours. */
function usePatternName(): (pattern: string) => string {
  const words = useText(importsText);
  return (pattern) => {
    const match = /^(.*)\|([a-z_]+)\|([a-z]+)$/su.exec(pattern);
    const [, journal = '', counterpart = '', side = ''] = match ?? [];
    if (match === null) return pattern;
    return words.patternIn(
      journal,
      words.counterparts[counterpart] ?? counterpart,
      words.sides[side] ?? side,
    );
  };
}
