/**
 * Up to which due date lateness is certain.
 *
 * A transfer made on the due date is seen two working days later, a cheque five. And nothing can be
 * said after the last day known of the bank. So an item is surely late only when its due date, plus
 * the grace of the method, is not after the bank date: then nothing paid is ever chased, whatever
 * the age of the books.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import type { PaymentMethod } from '../receivable/payment-method.ts';

/** Working days by which a payment may still be on its way. */
export interface GraceSettings {
  readonly transferBusinessDays: number;
  readonly chequeBusinessDays: number;
  /** Bills, debits, cards and cash: the bank's answer is the answer. */
  readonly billBusinessDays: number;
  readonly promiseBusinessDays: number;
}

export const GRACE_DEFAULTS: GraceSettings = {
  transferBusinessDays: 2,
  chequeBusinessDays: 5,
  billBusinessDays: 0,
  promiseBusinessDays: 2,
};

/** The grace of a method, in working days; an unknown method is taken for a transfer. */
export function graceOf(method: PaymentMethod | null, settings: GraceSettings): number {
  switch (method) {
    case 'transfer':
    case null:
      return settings.transferBusinessDays;
    case 'cheque':
      return settings.chequeBusinessDays;
    default:
      return settings.billBusinessDays;
  }
}

/**
 * The latest due date whose payment, had it been made, would be known: the last day that, `grace`
 * working days later, is not after the bank date. Comparing with it costs nothing per item.
 */
export function certainUpTo(
  bankDate: CalendarDate,
  graceBusinessDays: number,
  calendar: BusinessCalendar,
): CalendarDate {
  const isCertain = (due: CalendarDate) =>
    addBusinessDays(due, graceBusinessDays, calendar) <= bankDate;
  // One working day before is surely enough; week-ends and holidays may bring it further.
  let last = addBusinessDays(bankDate, -graceBusinessDays - 1, calendar);
  while (isCertain(addDays(last, 1))) last = addDays(last, 1);
  return last;
}
