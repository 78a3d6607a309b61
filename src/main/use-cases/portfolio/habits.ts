/**
 * How the payers who are late usually pay: their usual delay and their payment days, from a year of
 * settled items. Read by groups of customers, so that no thread is held for the whole ledger.
 */
import type { BusinessCalendar } from '../../../shared/domain/calendar/business-calendar.ts';
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import { paymentDaysOf } from '../../../shared/domain/payer/payment-days.ts';
import { type SettledItem, usualDelay } from '../../../shared/domain/payer/usual-delay.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import { readReceivedDates, readRecentlySettled } from '../../ledger/views/habits.ts';

export interface Habit {
  readonly usualDelayDays: number | null;
  readonly paymentDays: readonly number[];
}

/** Payers read at once. */
export const HABIT_GROUP = 400;

/** The habits of some payers, by payer; `disputed` items say nothing of them. */
export function readHabits(
  reader: Reader,
  payers: ReadonlyMap<number, readonly number[]>,
  context: {
    readonly today: CalendarDate;
    readonly calendar: BusinessCalendar;
    readonly disputed: ReadonlySet<number>;
  },
): Map<number, Habit> {
  const { today, calendar, disputed } = context;
  const since = addMonths(today, -12);
  const payerOf = new Map<number, number>();
  for (const [payerId, customerIds] of payers)
    for (const id of customerIds) payerOf.set(id, payerId);
  const ids = [...payerOf.keys()];
  const settled = new Map<number, SettledItem[]>();
  for (const row of readRecentlySettled(reader, ids, since)) {
    const item: SettledItem = {
      dueDate: row.dueDate,
      settledDate: row.settledDate,
      amountCents: row.amountCents,
      nature: row.nature as SettlementNature,
      isExcluded: row.dueBasis === 'estimated' || disputed.has(row.receivableId),
    };
    append(settled, payerOf.get(row.customerId) ?? row.customerId, item);
  }
  const received = new Map<number, CalendarDate[]>();
  for (const row of readReceivedDates(reader, ids, since)) {
    append(received, payerOf.get(row.customerId) ?? row.customerId, row.receivedDate);
  }
  return new Map(
    [...payers.keys()].map((payerId) => [
      payerId,
      {
        usualDelayDays: usualDelay(settled.get(payerId) ?? [], today)?.days ?? null,
        paymentDays: paymentDaysOf(received.get(payerId) ?? [], today, calendar),
      },
    ]),
  );
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
