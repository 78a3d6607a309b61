/** One of the ten: who, how much and how late; why, and what to do. */
import { Button } from '@mantine/core';
import { IconCheck, IconPhone } from '@tabler/icons-react';
import type { PriorityRow } from '../../../shared/contract/overview.ts';
import { formatCount, formatDays } from '../../../shared/format/number.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { writtenAmounts } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { LineHold } from './line-hold.ts';
import styles from './priorities.module.css';
import { WhyRank } from './why-rank.tsx';

export function PriorityLine(props: {
  readonly row: PriorityRow;
  readonly place: number;
  readonly line: LineHold;
}) {
  const { row, place, line } = props;
  const words = useText(prioritiesText);
  const language = useLanguage();
  const { doneBy } = row;
  return (
    <li
      className={styles.line}
      data-active={line.isActive || undefined}
      data-done={doneBy !== null || undefined}
      data-print="together"
    >
      <span className={styles.place}>{place}</span>
      <div className={styles.first}>
        <button
          type="button"
          ref={line.hold}
          className={styles.name}
          onFocus={line.onFocus}
          onClick={() => line.onOpen('call')}
        >
          {row.name}
        </button>
        <Context row={row} />
      </div>
      <div className={styles.second}>
        <span className={styles.reason}>{row.reason}</span>
        <WhyRank row={row} isReachable={line.isActive} />
      </div>
      <div className={styles.money}>
        <Amount cents={row.overdueCents} currency={row.currency} tone="strong" />
        <span className={styles.moneyWord}>
          {words.overdue}
          {row.oldestDaysPastDue !== null && (
            <span className={styles.age}>
              {` · ${formatDays(row.oldestDaysPastDue, { language })}`}
            </span>
          )}
        </span>
      </div>
      <div className={styles.act}>
        {doneBy !== null ? (
          <Badge tone="green" icon={<IconCheck />}>
            {words.doneBy[doneBy]}
          </Badge>
        ) : (
          <ActButton row={row} line={line} />
        )}
      </div>
    </li>
  );
}

function Context({ row }: { row: PriorityRow }) {
  const words = useText(prioritiesText);
  const language = useLanguage();
  const parts = [
    row.otherOverdue.length === 0
      ? null
      : words.alsoOverdue(writtenAmounts(row.otherOverdue, language)),
    row.profile === null ? null : profileName(row.profile, language),
    row.repCode,
    row.accountCount > 1 ? words.accounts(formatCount(row.accountCount, { language })) : null,
  ].filter((part) => part !== null && part !== '');
  return (
    <>
      {parts.length > 0 && <span className={styles.context}>{parts.join(' · ')}</span>}
      {row.isForgotten && (
        <Badge tone="amber" title={words.forgottenHint}>
          {words.forgotten}
        </Badge>
      )}
    </>
  );
}

function ActButton({ row, line }: { row: PriorityRow; line: LineHold }) {
  const words = useText(prioritiesText);
  const verbs: Readonly<Record<string, string>> = words.verbs;
  const isCall = row.suggestedAction === 'call';
  return (
    <Button
      title={row.suggestedSentence}
      tabIndex={-1}
      leftSection={isCall ? <IconPhone size={14} stroke={1.7} /> : undefined}
      rightSection={isCall && line.isActive ? <KeyHint keys="a" /> : undefined}
      onClick={() => line.onOpen(isCall ? 'call' : undefined)}
    >
      {verbs[row.suggestedAction] ?? words.verbs.open}
    </Button>
  );
}
