/** Periods of days, each from a day to a day, both included: pauses, closures of a customer. */
import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { DateWordsInput } from './date-words-input.tsx';
import styles from './periods-field.module.css';
import { useToday } from './reader.tsx';

export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

export interface PeriodWords {
  readonly none: string;
  readonly from: string;
  readonly to: string;
  /** Said where a period ends before it begins. */
  readonly wrong: string;
  readonly remove: string;
  readonly add: string;
}

const FIRST_DAYS = 14;

export function arePeriodsRight(periods: readonly Period[]): boolean {
  return periods.every(({ from, to }) => from <= to);
}

export function PeriodsField(props: {
  readonly value: readonly Period[];
  readonly max: number;
  readonly words: PeriodWords;
  readonly onChange: (periods: Period[]) => void;
}) {
  const { value, max, words, onChange } = props;
  const today = useToday();
  const set = (at: number, patch: { from?: CalendarDate | null; to?: CalendarDate | null }) =>
    onChange(
      value.map((period, index) => {
        if (index !== at) return period;
        return { from: patch.from ?? period.from, to: patch.to ?? period.to };
      }),
    );
  const rows = value.map((period, index) => ({ ...period, index, key: `period-${index}` }));
  return (
    <>
      {rows.length === 0 && <p className={styles.none}>{words.none}</p>}
      {rows.map(({ key, index, from, to }) => (
        <div key={key} className={styles.line}>
          <DateWordsInput
            w={220}
            label={words.from}
            value={from}
            onChange={(day) => set(index, { from: day })}
          />
          <DateWordsInput
            w={220}
            label={words.to}
            min={from}
            minError={words.wrong}
            value={to}
            onChange={(day) => set(index, { to: day })}
          />
          <ActionIcon
            aria-label={words.remove}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          disabled={value.length >= max}
          onClick={() => onChange([...value, { from: today, to: addDays(today, FIRST_DAYS) }])}
        >
          {words.add}
        </Button>
      </div>
    </>
  );
}
