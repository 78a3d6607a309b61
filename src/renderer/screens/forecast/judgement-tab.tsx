/** How past forecasts did, method by method, and which one is believed and why. */
import { Button } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatPercent } from '../../../shared/format/number.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './forecast.module.css';
import type { Judgement } from './forecast-question.ts';
import { PastWeeks } from './past-weeks.tsx';

export function JudgementTab() {
  const api = useApi();
  const answer = useQuery(api.query.forecast.judgement.queryOptions());
  if (answer.data !== undefined) return <Content judgement={answer.data} />;
  if (!answer.isError) return <Skeleton lines={8} height={16} />;
  return <ErrorState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />;
}

function Content({ judgement }: { readonly judgement: Judgement }) {
  const words = useText(outlookText);
  const { method, reason } = judgement.chosen;
  return (
    <div className={styles.judgement} data-print="scroll">
      <div className={styles.chosen}>
        <p>
          <strong>{words.used(words.methods[method])}</strong> {words.reasons[reason]}
        </p>
        <Tools judgement={judgement} />
      </div>
      {judgement.weeks.length === 0 ? (
        <EmptyState sentence={words.noWeek} />
      ) : (
        <>
          <ThisWeek judgement={judgement} />
          <Methods judgement={judgement} />
          <PastWeeks judgement={judgement} />
        </>
      )}
    </div>
  );
}

/** The week under way: what has come in of what was frozen for it. */
function ThisWeek({ judgement: { thisWeek, frozenOn } }: { readonly judgement: Judgement }) {
  const words = useText(outlookText);
  if (thisWeek === null || frozenOn === null) return null;
  const { expectedCents, receivedCents, laterInvoicesCents, method } = thisWeek;
  return (
    <FigureLine>
      <Figure
        label={words.thisWeek}
        value={<Amount cents={receivedCents} />}
        note={words.receivedNote}
      />
      <Figure
        label={words.forecastOf}
        value={<Amount cents={expectedCents} />}
        note={words.frozenNote(words.methods[method], formatDate(frozenOn))}
      />
      <Figure
        label={words.laterInvoices}
        value={<Amount cents={laterInvoicesCents} />}
        note={words.laterNote}
      />
    </FigureLine>
  );
}

function Tools({ judgement }: { readonly judgement: Judgement }) {
  const words = useText(outlookText);
  const parts = useText(partsText);
  const workbook = useWorkbook();
  const freeze = useCommand((call) => call.forecast.freezeNow, { said: () => words.frozen });
  return (
    <div className={styles.tools} data-print="never">
      <span className={styles.panelNote}>
        {judgement.frozenOn === null
          ? words.notFrozen
          : words.frozenSince(formatDate(judgement.frozenOn))}
      </span>
      {judgement.frozenOn === null && (
        <Button loading={freeze.isRunning} onClick={() => void freeze.run({})}>
          {words.freeze}
        </Button>
      )}
      <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button
        leftSection={<IconTableExport size={15} stroke={1.6} />}
        loading={workbook.isRunning}
        onClick={() =>
          void workbook.make({
            list: 'forecast_judgement',
            input: {},
            title: words.tabs.judgement,
            columns: null,
          })
        }
      >
        {parts.excel}
      </Button>
    </div>
  );
}

function Methods({ judgement }: { readonly judgement: Judgement }) {
  const words = useText(outlookText);
  const language = useLanguage();
  const share = (basisPoints: number | null) =>
    basisPoints === null ? '–' : formatPercent(basisPoints / 10_000, { language, decimals: 0 });
  const signed = (basisPoints: number | null) =>
    basisPoints !== null && basisPoints > 0 ? `+${share(basisPoints)}` : share(basisPoints);
  return (
    <Section title={words.compared}>
      <PlainTable
        label={words.compared}
        head={[
          words.method,
          end(words.judgedWeeks),
          end(words.error),
          end(words.bias),
          end(words.coverage),
        ]}
        rows={judgement.methods.map((row) => ({
          key: row.method,
          cells: [
            row.method === judgement.chosen.method ? (
              <strong key="name">{words.methods[row.method]}</strong>
            ) : (
              words.methods[row.method]
            ),
            formatCount(row.weekCount, { language }),
            share(row.errorBasisPoints),
            signed(row.biasBasisPoints),
            share(row.coverageBasisPoints),
          ],
        }))}
      />
      <p className={styles.explained}>{words.judgementNote}</p>
    </Section>
  );
}
