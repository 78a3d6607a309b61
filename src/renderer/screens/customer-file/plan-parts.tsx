/** The parts of a plan as one types them: equal ones proposed, each free, and what is left. */
import { ActionIcon, Button, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  equalParts,
  PART_PACES,
  type PartPace,
} from '../../../shared/domain/agreement/agreement.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { useApi } from '../../api/connection.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import partStyles from './plan-parts.module.css';

export interface TypedPart {
  readonly key: number;
  readonly dueDate: CalendarDate | null;
  readonly amountCents: number | null;
}

const COUNT_AT_FIRST = 3;
const COUNT_MAX = 36;
/** Days until the first part, at first. */
const FIRST_AFTER_DAYS = 10;

/** Three monthly parts of what is ticked; none where nothing is. */
export function firstParts(totalCents: number, today: CalendarDate): readonly TypedPart[] {
  return keyed(proposed({ totalCents, from: addDays(today, FIRST_AFTER_DAYS) }));
}

function proposed(wanted: {
  readonly totalCents: number;
  readonly from: CalendarDate;
  readonly count?: number;
  readonly firstCents?: number | null;
  readonly pace?: PartPace;
}) {
  const { count = COUNT_AT_FIRST, firstCents = null, pace = 'month', ...rest } = wanted;
  return rest.totalCents <= 0 ? [] : equalParts({ ...rest, count, firstCents, pace });
}

/** Parts take their keys from their places: a new spread is a new list. */
function keyed(parts: readonly Omit<TypedPart, 'key'>[]): readonly TypedPart[] {
  return parts.map((part, key) => ({ ...part, key }));
}

/** What the parts do not cover yet; below zero where they are too much. */
export function leftOf(parts: readonly TypedPart[], totalCents: number): number {
  return totalCents - parts.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
}

/** Whether each part has its day and its amount. */
export function areWhole(parts: readonly TypedPart[]): boolean {
  return parts.length > 0 && wholeParts(parts).length === parts.length;
}

/** Those that have both. */
export function wholeParts(parts: readonly TypedPart[]) {
  return parts.flatMap(({ dueDate, amountCents }) =>
    dueDate === null || amountCents === null || amountCents <= 0 ? [] : [{ dueDate, amountCents }],
  );
}

/** How many, from when, how often, after what first payment: it makes the list anew. */
export function EqualParts(props: {
  readonly totalCents: number;
  readonly currency: string;
  readonly onParts: (parts: readonly TypedPart[]) => void;
}) {
  const { totalCents, currency, onParts } = props;
  const words = useText(agreementsText).form;
  const today = useToday();
  const [count, setCount] = useState(COUNT_AT_FIRST);
  const [pace, setPace] = useState<PartPace>('month');
  const [from, setFrom] = useState<CalendarDate | null>(addDays(today, FIRST_AFTER_DAYS));
  const [firstCents, setFirstCents] = useState<number | null>(null);
  const isRight = from !== null && totalCents > (firstCents ?? 0);
  const spread = () => {
    if (from !== null) onParts(keyed(proposed({ totalCents, from, count, firstCents, pace })));
  };
  return (
    <div className={partStyles.spread}>
      <NumberInput
        label={words.count}
        data-autofocus
        min={1}
        max={COUNT_MAX}
        value={count}
        onChange={(value) => setCount(typeof value === 'number' ? Math.max(1, value) : 1)}
      />
      <Select
        label={words.pace}
        allowDeselect={false}
        value={pace}
        data={PART_PACES.map((value) => ({ value, label: words.paces[value] ?? value }))}
        onChange={(value) => setPace(PART_PACES.find((one) => one === value) ?? 'month')}
      />
      <DateWordsInput label={words.from} min={today} value={from} onChange={setFrom} />
      <AmountInput
        label={words.first}
        currency={currency}
        value={firstCents}
        onChange={setFirstCents}
      />
      <Button disabled={!isRight} onClick={spread}>
        {words.spread}
      </Button>
    </div>
  );
}

/** The parts, each with its day and its amount. */
export function PartList(props: {
  readonly parts: readonly TypedPart[];
  readonly currency: string;
  readonly onParts: (parts: readonly TypedPart[]) => void;
}) {
  const { parts, currency, onParts } = props;
  const words = useText(agreementsText).form;
  const today = useToday();
  const change = (key: number, to: Partial<TypedPart>) =>
    onParts(parts.map((part) => (part.key === key ? { ...part, ...to } : part)));
  const add = () => {
    const key = Math.max(-1, ...parts.map((part) => part.key)) + 1;
    onParts([...parts, { key, dueDate: null, amountCents: null }]);
  };
  return (
    <>
      <ol className={partStyles.parts}>
        {parts.map((part, index) => {
          const rank = String(index + 1);
          return (
            <li key={part.key} className={partStyles.part}>
              <span>{rank}</span>
              <DateWordsInput
                aria-label={words.partDay(rank)}
                min={today}
                value={part.dueDate}
                onChange={(dueDate) => change(part.key, { dueDate })}
              />
              <AmountInput
                aria-label={words.partAmount(rank)}
                currency={currency}
                value={part.amountCents}
                onChange={(amountCents) => change(part.key, { amountCents })}
              />
              <ActionIcon
                aria-label={words.remove(rank)}
                onClick={() => onParts(parts.filter(({ key }) => key !== part.key))}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      <div className={styles.actions}>
        <Button variant="subtle" onClick={add}>
          {words.addPart}
        </Button>
      </div>
    </>
  );
}

/** Whether the parts make the total, or how far they are from it. */
export function LeftNote(props: {
  readonly parts: readonly TypedPart[];
  readonly totalCents: number;
  readonly currency: string;
}) {
  const { parts, totalCents, currency } = props;
  const words = useText(agreementsText).form;
  const language = useLanguage();
  const left = leftOf(parts, totalCents);
  return (
    <p className={styles.quiet}>
      {left === 0 ? words.sumRight : words.left(formatCents(left, { language, currency }))}
    </p>
  );
}

/** A part beyond the end of a credit insurance is no longer covered: the insurer agrees first. */
export function GuaranteeNote(props: {
  readonly customerId: number;
  readonly parts: readonly TypedPart[];
}) {
  const { customerId, parts } = props;
  const api = useApi();
  const words = useText(agreementsText).form;
  const { data } = useQuery(api.query.payers.behaviour.queryOptions({ input: { customerId } }));
  const ends = (data?.guarantees ?? []).flatMap(({ kind, until }) =>
    kind === 'credit_insurance' && until !== null ? [until] : [],
  );
  const first = ends.toSorted()[0];
  const isBeyond =
    first !== undefined && parts.some(({ dueDate }) => dueDate !== null && dueDate > first);
  if (!isBeyond) return null;
  return <p role="status">{words.afterGuarantee(formatDate(first))}</p>;
}
