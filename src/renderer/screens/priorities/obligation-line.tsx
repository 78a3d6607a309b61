/** What was promised to a customer, or by him, and falls today: before any ranking. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Obligation } from '../../../shared/contract/overview.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useText } from '../../parts/reader.tsx';
import type { LineHold } from './line-hold.ts';
import styles from './priorities.module.css';

const TONES: Readonly<Record<Obligation['kind'], readonly [Tone, ReactNode]>> = {
  reject: ['danger', <IconAlertTriangle key="icon" />],
  broken_promise: ['danger', <IconAlertTriangle key="icon" />],
  plan_missed: ['danger', <IconAlertTriangle key="icon" />],
  plan_unsigned: ['amber', <IconClock key="icon" />],
  dispute_answer: ['amber', <IconClock key="icon" />],
  deadline: ['danger', <IconClock key="icon" />],
  call_back: ['accent', <IconPhone key="icon" />],
  task: ['accent', <IconClock key="icon" />],
  reply: ['accent', <IconClock key="icon" />],
  order_waiting: ['amber', <IconClock key="icon" />],
  hold_review: ['amber', <IconClock key="icon" />],
  mark_review: ['amber', <IconClock key="icon" />],
  solvency_review: ['amber', <IconClock key="icon" />],
  guarantee_end: ['amber', <IconClock key="icon" />],
  bill_return: ['accent', <IconPhone key="icon" />],
  bill_unpaid: ['danger', <IconAlertTriangle key="icon" />],
  factored_back: ['danger', <IconAlertTriangle key="icon" />],
  retention_release: ['amber', <IconClock key="icon" />],
  insurer_deadline: ['danger', <IconClock key="icon" />],
  promise_to_verify: ['amber', <IconClock key="icon" />],
};

/** What a person looks at, and calls nobody for. */
const NO_CALL: ReadonlySet<Obligation['kind']> = new Set([
  'hold_review',
  'dispute_answer',
  'mark_review',
  'solvency_review',
  'guarantee_end',
  'insurer_deadline',
  'promise_to_verify',
  'reply',
]);

export function ObligationLine({ row, line }: { row: Obligation; line: LineHold }) {
  const words = useText(prioritiesText);
  const [tone, icon] = TONES[row.kind];
  const isCall = !NO_CALL.has(row.kind);
  return (
    <li
      className={styles.line}
      data-active={line.isActive || undefined}
      data-done={row.isDone || undefined}
      data-print="together"
    >
      <span className={styles.place} />
      <div className={styles.first}>
        <button
          type="button"
          ref={line.hold}
          className={styles.name}
          onFocus={line.onFocus}
          onClick={() => line.onOpen(isCall ? 'call' : undefined)}
        >
          {row.name}
        </button>
        <Badge tone={tone} icon={icon}>
          {words.kinds[row.kind]}
        </Badge>
      </div>
      <div className={styles.second}>
        <span className={styles.reason}>{row.sentence}</span>
      </div>
      <div className={styles.money}>
        <Amount cents={row.amountCents} currency={row.currency} tone="strong" />
        <span className={styles.moneyWord}>
          <DateText date={row.deadline} form="day" />
        </span>
      </div>
      <div className={styles.act}>
        {row.isDone ? (
          <Badge tone="green" icon={<IconCheck />}>
            {words.doneBy.done}
          </Badge>
        ) : (
          <Button
            tabIndex={-1}
            leftSection={isCall ? <IconPhone size={14} stroke={1.7} /> : undefined}
            rightSection={isCall && line.isActive ? <KeyHint keys="a" /> : undefined}
            onClick={() => line.onOpen(isCall ? 'call' : undefined)}
          >
            {isCall ? words.verbs.call : words.verbs.open}
          </Button>
        )}
      </div>
    </li>
  );
}
