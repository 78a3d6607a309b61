/**
 * The aged balance (balance âgée): what each customer owes, by how late it is.
 *
 *     not due │ 1–30 │ 31–60 │ 61–90 │ over 90 │ no due date │ apart │ credits
 *
 * in days, as of one date. Four choices a reader may wonder about:
 *  - an item due today is not late: French terms run to the end of the day;
 *  - credits stand in a column of their own. Netting them against the oldest debt is an allocation,
 *    and that is the accountant's decision, not a report's;
 *  - bills, retentions, deposits and what the factor bought stand apart: they wait for something
 *    else than their date, so that the late columns are what is late everywhere (échu);
 *  - by document date the same brackets count the days since the document, its own day in the
 *    first, so that nothing is « not due » and nothing lacks a date.
 *
 * Whatever the input, the columns sum to the outstanding total, and so do debit balances less
 * credit balances.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { dayNumberOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isApart } from '../receivable/net-position.ts';
import type { OpenItem } from '../receivable/open-item.ts';

/** Upper bounds of the late columns in days, ascending; a last column is open-ended. */
export type Brackets = readonly number[];

export const BRACKETS_DEFAULT: Brackets = [30, 60, 90];

export interface AgeingSettings {
  readonly asOf: CalendarDate;
  readonly by: 'due_date' | 'document_date';
  readonly brackets: Brackets;
}

/** One row of the balance: amounts in the order of `bucketKeys`. */
export interface AgedRow {
  readonly amountsCents: readonly Cents[];
  /** Sum of the amounts: the balance of the customers of this row. */
  readonly balanceCents: Cents;
}

export interface AgedBalance<Key> {
  readonly buckets: readonly string[];
  readonly rows: ReadonlyMap<Key, AgedRow>;
  readonly totals: AgedRow;
  /** Sum of the customers who owe, and of those who are owed (negative), each as a whole. */
  readonly debitBalancesCents: Cents;
  readonly creditBalancesCents: Cents;
}

/** Whether the bounds may be used: whole days above zero, each above the one before. */
export function areBracketsIncreasing(brackets: Brackets): boolean {
  let previous = 0;
  return (
    brackets.length > 0 &&
    brackets.every((bound) => {
      const isAbove = Number.isInteger(bound) && bound > previous;
      previous = bound;
      return isAbove;
    })
  );
}

/**
 * Keys of the columns: `not_due`, `late_1_30` … `late_over_90`, `no_due_date`, `apart`, `credits`.
 */
export function bucketKeys(brackets: Brackets): readonly string[] {
  let from = 1;
  const late = brackets.map((bound) => {
    const key = `late_${from}_${bound}`;
    from = bound + 1;
    return key;
  });
  return ['not_due', ...late, `late_over_${from - 1}`, 'no_due_date', 'apart', 'credits'];
}

/** The column of an item so many days late: 0 for not due, then one by bracket. */
export function bucketOf(daysLate: number, brackets: Brackets): number {
  if (daysLate <= 0) return 0;
  const index = brackets.findIndex((bound) => daysLate <= bound);
  return index === -1 ? brackets.length + 1 : index + 1;
}

/** The column of an item: its index in `bucketKeys`. */
export function bucketOfItem(item: OpenItem, settings: AgeingSettings): number {
  return bucketAt(item, settings, dayNumberOf(settings.asOf));
}

/**
 * The balance of these items by key (customer, representative …). The items are those open as of
 * the day, in one currency: amounts of two currencies have no sum.
 */
export function agedBalance<Key>(
  items: readonly OpenItem[],
  keyOf: (item: OpenItem) => Key,
  settings: AgeingSettings,
): AgedBalance<Key> {
  const buckets = bucketKeys(settings.brackets);
  const asOf = dayNumberOf(settings.asOf);
  // A column in which nothing falls stays empty while they are added up.
  const totals = new Array<Cents>(buckets.length);
  const amounts = new Map<Key, Cents[]>();
  const balances = new Map<number, Cents>();
  const currency = items[0]?.currency;
  for (const item of items) {
    if (item.currency !== currency) throw new RangeError('agedBalance: several currencies');
    const key = keyOf(item);
    const row = amounts.get(key) ?? new Array<Cents>(buckets.length);
    amounts.set(key, row);
    const bucket = bucketAt(item, settings, asOf);
    addAt(row, bucket, item.outstandingCents);
    addAt(totals, bucket, item.outstandingCents);
    balances.set(item.customerId, (balances.get(item.customerId) ?? 0) + item.outstandingCents);
  }
  return {
    buckets,
    rows: new Map(Array.from(amounts, ([key, row]) => [key, rowOf(buckets, row)])),
    totals: rowOf(buckets, totals),
    debitBalancesCents: sum([...balances.values()].filter((balance) => balance > 0)),
    creditBalancesCents: sum([...balances.values()].filter((balance) => balance < 0)),
  };
}

function bucketAt(item: OpenItem, settings: AgeingSettings, asOf: number): number {
  const { brackets, by } = settings;
  if (item.outstandingCents < 0) return brackets.length + 4;
  if (isApart(item)) return brackets.length + 3;
  if (by === 'document_date') {
    const age = asOf - dayNumberOf(item.documentDate);
    return bucketOf(age === 0 ? 1 : age, brackets);
  }
  if (item.dueDate === null) return brackets.length + 2;
  return bucketOf(asOf - dayNumberOf(item.dueDate), brackets);
}

function addAt(amounts: Cents[], index: number, amount: Cents): void {
  amounts[index] = (amounts[index] ?? 0) + amount;
}

function rowOf(buckets: readonly string[], amounts: readonly Cents[]): AgedRow {
  const amountsCents = buckets.map((_, index) => amounts[index] ?? 0);
  return { amountsCents, balanceCents: sum(amountsCents) };
}

function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => total + amount, 0);
}
