/** Items of a payer whose delays a test chooses. */
import type { DelayPoint, PayerItem } from '../../src/shared/domain/payer/delay-points.ts';
import type { PayerEvents } from '../../src/shared/domain/payer/score.ts';
import { addDays, type CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from './open-items.ts';

let nextId = 1;

/** Settled by a transfer so many days after its date, so many days ago. */
export function paidItem(
  delayDays: number,
  part: Partial<PayerItem> & { readonly ago?: number } = {},
): PayerItem {
  const { ago = 60, ...own } = part;
  const settledDate = own.settledDate ?? addDays(MONDAY, -ago);
  const dueDate = addDays(settledDate, -delayDays);
  return {
    receivableId: nextId++,
    documentDate: addDays(earlier(dueDate, settledDate), -30),
    dueDate,
    settledDate,
    nature: 'bank',
    amountCents: 100_000,
    outstandingCents: 0,
    exclusion: null,
    ...own,
  };
}

/** Open, and so many days late today. */
export function openLate(daysPastDue: number, part: Partial<PayerItem> = {}): PayerItem {
  const dueDate = addDays(MONDAY, -daysPastDue);
  return {
    receivableId: nextId++,
    documentDate: addDays(dueDate, -30),
    dueDate,
    settledDate: null,
    nature: null,
    amountCents: 100_000,
    outstandingCents: part.amountCents ?? 100_000,
    exclusion: null,
    ...part,
  };
}

export const delaysOf = (points: readonly DelayPoint[]) => points.map(({ days }) => days);

export const NO_EVENTS: PayerEvents = {
  brokenPromiseCount: 0,
  postponementCount: 0,
  callCount: 0,
  unansweredCallCount: 0,
  splitItemCount: 0,
  paidItemCount: 0,
  groundlessClaimCount: 0,
  rejectedPaymentCount: 0,
  overdueCents: 0,
  owedCents: 0,
};

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
