/** A promise: for which day, how much. The amount starts at what is ticked. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

export interface PromiseValue {
  readonly promisedFor: CalendarDate | null;
  readonly amountCents: number | null;
}

export function PromiseFields(props: {
  readonly value: PromiseValue;
  /** Of the ticked items. */
  readonly currency: string;
  readonly onChange: (value: PromiseValue) => void;
}) {
  const { value, currency, onChange } = props;
  const words = useText(customerFileText).form;
  const today = useToday();
  return (
    <div className={styles.row}>
      <DateWordsInput
        label={words.promisedFor}
        data-autofocus
        data-day
        min={today}
        value={value.promisedFor}
        onChange={(promisedFor) => onChange({ ...value, promisedFor })}
      />
      <AmountInput
        label={words.amount}
        currency={currency}
        value={value.amountCents}
        onChange={(amountCents) => onChange({ ...value, amountCents })}
      />
    </div>
  );
}

/** What a promise still lacks; null when it can be recorded. */
export function promiseProblem(
  value: PromiseValue,
  ticked: ReadonlySet<number>,
  words: { readonly needItems: string; readonly needDate: string; readonly needAmount: string },
): string | null {
  if (ticked.size === 0) return words.needItems;
  if (value.promisedFor === null) return words.needDate;
  return value.amountCents === null || value.amountCents <= 0 ? words.needAmount : null;
}
