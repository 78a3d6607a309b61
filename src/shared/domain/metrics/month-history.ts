/**
 * The months of one customer, rebuilt from his items, his payments and what settled what: the same
 * whether they are made the day after or three years later.
 *
 * What counts:
 *  - debits and credits as they stood on the last day of each month, each by itself: a credit that
 *    nobody allocated reduces nothing, as in the aged balance;
 *  - invoices to be established, deposits and rounding differences are no receivables;
 *  - a document is sold in the month of its own date, whenever it was entered;
 *  - only money is received or recovered: a bill, a credit note, a set-off are not.
 *
 * For every month: late at the end = late at the start + fell due − what reduced it since.
 */
import { addDays, type CalendarDate, daysBetween, laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { ItemKind, SettlementNature } from '../interpretation/interpretation.ts';
import { canBeLate } from '../receivable/net-position.ts';
import type { AccountRole } from '../statement/account-role.ts';
import type { DueBasis } from '../terms/payment-terms.ts';
import { type BookFigures, type BookSums, NO_BOOK_FIGURES } from './month-figures.ts';
import type { Month } from './months.ts';

export interface HistoryItem {
  readonly receivableId: number;
  readonly kind: ItemKind;
  readonly role: AccountRole;
  readonly documentDate: CalendarDate;
  readonly bookedDate: CalendarDate;
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
  readonly amountCents: Cents;
  readonly isReversed: boolean;
  readonly settledDate: CalendarDate | null;
  readonly settledNature: SettlementNature | null;
}

export interface HistoryPayment {
  readonly paymentId: number;
  readonly nature: SettlementNature;
  readonly role: AccountRole;
  readonly receivedDate: CalendarDate;
  readonly amountCents: Cents;
}

export interface HistoryAllocation {
  readonly receivableId: number | null;
  readonly paymentId: number | null;
  readonly amountCents: Cents;
  readonly effectiveDate: CalendarDate;
  readonly nature: SettlementNature;
}

/** Everything that a month of one customer is made of, in the currency of the books. */
export interface CustomerHistory {
  readonly items: readonly HistoryItem[];
  readonly payments: readonly HistoryPayment[];
  readonly allocations: readonly HistoryAllocation[];
}

const LONG_LATE_DAYS = 90;

const NOT_RECEIVABLE: ReadonlySet<AccountRole> = new Set(['to_invoice', 'deposit', 'rounding']);

/** Whether what stands on an account of that role counts among receivables. */
export function isReceivableRole(role: AccountRole): boolean {
  return !NOT_RECEIVABLE.has(role);
}

/** The figures of each month, in the order of the months, which follow one another. */
export function monthFigures(
  history: CustomerHistory,
  months: readonly Month[],
): readonly BookFigures[] {
  const sums = months.map((): BookSums => ({ ...NO_BOOK_FIGURES }));
  const ofItems = Map.groupBy(history.allocations, ({ receivableId }) => receivableId);
  const ofPayments = Map.groupBy(history.allocations, ({ paymentId }) => paymentId);
  for (const item of history.items) {
    if (!isReceivableRole(item.role)) continue;
    const moved = ofItems.get(item.receivableId) ?? [];
    addSale(sums, months, item);
    addSettled(sums, months, item);
    addLosses(sums, months, moved);
    addStanding(sums, months, item, moved);
    if (canFallDue(item)) addFallingDue(sums, months, item, moved);
  }
  for (const payment of history.payments) {
    const month = sums[monthOf(months, payment.receivedDate)];
    if (month !== undefined && isMoney(payment.nature)) month.receivedCents += payment.amountCents;
    if (!isReceivableRole(payment.role)) continue;
    const moved = ofPayments.get(payment.paymentId) ?? [];
    addMoney(sums, months, payment, moved);
  }
  return sums;
}

type DatedItem = HistoryItem & { readonly dueDate: CalendarDate };

function canFallDue(item: HistoryItem): item is DatedItem {
  return item.amountCents > 0 && item.dueDate !== null && canBeLate(item.role);
}

function isMoney(nature: SettlementNature | null): boolean {
  return nature === 'bank' || nature === 'cash';
}

/** The month in which a day lies; −1 where it is none of them. */
function monthOf(months: readonly Month[], day: CalendarDate): number {
  const index = firstEndingFrom(months, day);
  const month = months[index];
  return month !== undefined && month.startsOn <= day ? index : -1;
}

/** The first month that ends on the day or after it. */
function firstEndingFrom(months: readonly Month[], day: CalendarDate): number {
  let from = 0;
  let to = months.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const month = months[middle];
    if (month !== undefined && month.endsOn < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

function addSale(sums: BookSums[], months: readonly Month[], item: HistoryItem): void {
  const month = sums[monthOf(months, item.documentDate)];
  if (month === undefined || item.isReversed) return;
  if (item.kind === 'invoice') month.invoicedCents += item.amountCents;
  if (item.kind === 'credit_note') month.creditNoteCents -= item.amountCents;
}

function addSettled(sums: BookSums[], months: readonly Month[], item: HistoryItem): void {
  const { settledDate, amountCents, dueDate } = item;
  if (item.kind !== 'invoice' || amountCents <= 0 || item.isReversed) return;
  if (settledDate === null || !isMoney(item.settledNature)) return;
  const month = sums[monthOf(months, settledDate)];
  if (month === undefined) return;
  month.paidCents += amountCents;
  month.paidCentDays += amountCents * daysBetween(item.documentDate, settledDate);
  if (dueDate === null) return;
  month.paidDueCents += amountCents;
  month.paidLateCentDays += amountCents * Math.max(0, daysBetween(dueDate, settledDate));
}

function addLosses(
  sums: BookSums[],
  months: readonly Month[],
  moved: readonly HistoryAllocation[],
): void {
  for (const { nature, effectiveDate, amountCents } of moved) {
    if (nature !== 'loss') continue;
    const month = sums[monthOf(months, effectiveDate)];
    if (month !== undefined) month.writtenOffCents += amountCents;
  }
}

/** What is left of an amount on the evening of a day. */
function leftOn(amountCents: Cents, moved: readonly HistoryAllocation[], day: CalendarDate): Cents {
  let left = amountCents;
  for (const one of moved) if (one.effectiveDate <= day) left -= one.amountCents;
  return left;
}

function lastMove(moved: readonly HistoryAllocation[]): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const { effectiveDate } of moved) {
    last = last === null ? effectiveDate : laterOf(last, effectiveDate);
  }
  return last;
}

/** The months at whose end something is left of an amount, and what. */
function* standing(
  sums: readonly BookSums[],
  months: readonly Month[],
  booked: {
    readonly amountCents: Cents;
    readonly from: CalendarDate;
    readonly moved: readonly HistoryAllocation[];
  },
): Generator<{ readonly month: BookSums; readonly left: Cents; readonly endsOn: CalendarDate }> {
  const { amountCents, from, moved } = booked;
  const last = lastMove(moved);
  const first = firstEndingFrom(months, from);
  const ends = months.slice(first);
  for (const [index, month] of sums.slice(first).entries()) {
    const endsOn = ends[index]?.endsOn as CalendarDate;
    const left = leftOn(amountCents, moved, endsOn);
    if (left !== 0) yield { month, left, endsOn };
    else if (last === null || last <= endsOn) return;
  }
}

function addStanding(
  sums: BookSums[],
  months: readonly Month[],
  item: HistoryItem,
  moved: readonly HistoryAllocation[],
): void {
  const { amountCents, bookedDate: from, dueDate } = item;
  for (const { month, left, endsOn } of standing(sums, months, { amountCents, from, moved })) {
    if (left < 0) {
      month.creditsCents -= left;
      continue;
    }
    month.closingCents += left;
    month.openCount += 1;
    if (item.role === 'doubtful') month.doubtfulCents += left;
    if (item.dueBasis === 'estimated') month.estimatedCents += left;
    if (dueDate === null || dueDate >= endsOn || !canBeLate(item.role)) continue;
    month.overdueCents += left;
    month.overdueCount += 1;
    if (daysBetween(dueDate, endsOn) > LONG_LATE_DAYS) month.over90Cents += left;
  }
}

/** Money that is not wholly allocated; a refund that nothing explains is a debit. */
function addMoney(
  sums: BookSums[],
  months: readonly Month[],
  payment: HistoryPayment,
  moved: readonly HistoryAllocation[],
): void {
  const { amountCents, receivedDate: from } = payment;
  for (const { month, left } of standing(sums, months, { amountCents, from, moved })) {
    if (left > 0) {
      month.creditsCents += left;
      continue;
    }
    month.closingCents -= left;
    month.openCount += 1;
    if (payment.role === 'doubtful') month.doubtfulCents -= left;
  }
}

/** An item becomes late the day after its due date, or the day it is entered where later. */
function addFallingDue(
  sums: BookSums[],
  months: readonly Month[],
  item: DatedItem,
  moved: readonly HistoryAllocation[],
): void {
  const { amountCents, bookedDate, dueDate } = item;
  const lateFrom = laterOf(addDays(dueDate, 1), bookedDate);
  const entering = monthOf(months, lateFrom);
  const start = months[entering]?.startsOn;
  // The day before, what was paid early is no longer there to fall due.
  const before = start === undefined ? null : laterOf(addDays(start, -1), addDays(dueDate, -1));
  const month = sums[entering];
  if (month !== undefined && before !== null) {
    month.fellDueCents += leftOn(amountCents, moved, before);
  }
  for (const { nature, effectiveDate, amountCents: paid } of moved) {
    const at = monthOf(months, effectiveDate);
    const paidIn = sums[at];
    if (paidIn === undefined || !isMoney(nature)) continue;
    const isOfLate =
      at === entering ? before !== null && effectiveDate > before : effectiveDate >= lateFrom;
    if (isOfLate) paidIn.recoveredCents += paid;
  }
}
