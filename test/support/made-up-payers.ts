/** Ledgers of made-up payers: some pay a few days late on Tuesdays, some very late, some never. */
import type { DatedItem } from '../../src/shared/domain/forecast/dated-item.ts';
import { scatter } from '../../src/shared/domain/forecast/vector.ts';
import { addDays, calendarDate, weekdayOf } from '../../src/shared/kernel/calendar-date.ts';

export interface MadeUpPayers {
  readonly customers: number;
  /** Invoices of each, one a month. */
  readonly months: number;
  /** One customer in this many never pays; 0 for none. */
  readonly neverOneIn: number;
}

export const FIRST_DAY = calendarDate('2024-01-08');

/** Invoices due after thirty days; the same ones at each call. */
export function madeUpPayers({ customers, months, neverOneIn }: MadeUpPayers): DatedItem[] {
  const items: DatedItem[] = [];
  for (let customerId = 1; customerId <= customers; customerId += 1) {
    const isNever = neverOneIn > 0 && customerId % neverOneIn === 0;
    const usual = 2 + (customerId % 5) * 6;
    for (let month = 0; month < months; month += 1) {
      const chance = scatter(customerId, month + 1);
      const issuedOn = addDays(FIRST_DAY, month * 30 + (customerId % 28));
      const dueOn = addDays(issuedOn, 30);
      let paidOn = addDays(dueOn, usual + Math.floor(chance * 9) - 4);
      while (weekdayOf(paidOn) !== 2) paidOn = addDays(paidOn, 1);
      items.push({
        receivableId: items.length + 1,
        customerId,
        issuedOn,
        dueOn,
        paidOn: isNever ? null : paidOn,
        leftOn: null,
        amountCents: 20_000 + Math.floor(scatter(month, customerId) * 300_000),
      });
    }
  }
  return items;
}

/** What was known of the items on a day. */
export function knownOn(items: readonly DatedItem[], day: DatedItem['issuedOn']): DatedItem[] {
  return items
    .filter(({ issuedOn }) => issuedOn <= day)
    .map((item) => (item.paidOn !== null && item.paidOn > day ? { ...item, paidOn: null } : item));
}
