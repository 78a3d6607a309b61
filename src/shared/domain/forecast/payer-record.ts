/**
 * What is known of one customer on a day: his latest payments, and what he still has open.
 *
 * Open items belong to it as much as paid ones. A customer of whom one invoice was paid on time
 * and nine are months late is no good payer, though his only payment says so.
 */
import type { ItemDays, PayerRecord } from './dated-item.ts';
import { monthDayPlace, weekdayPlace } from './day-place.ts';

/** Items remembered of one customer: enough for a habit, and habits change. */
const PAID_MAX = 60;
const OPEN_MAX = 60;

/** The record of a customer as it stood on the evening of a day. */
export function payerRecordAt(items: readonly ItemDays[], day: number): PayerRecord {
  const paid: ItemDays[] = [];
  const open: ItemDays[] = [];
  let logSum = 0;
  let seen = 0;
  for (const item of items) {
    if (item.issued > day) continue;
    seen += 1;
    logSum += Math.log(item.amountCents);
    if (item.exit > day) open.push(item);
    else if (item.isPaid) paid.push(item);
  }
  const recent = paid.sort(byExit).slice(-PAID_MAX);
  const standing = open.sort(byDue).slice(-OPEN_MAX);
  const weekdays = new Array<number>(7).fill(0);
  const monthDays = new Array<number>(31).fill(0);
  for (const date of new Set(recent.map(({ exit }) => exit))) {
    countOne(weekdays, weekdayPlace(date));
    countOne(monthDays, monthDayPlace(date));
  }
  return {
    delays: recent.map(({ exit, due }) => exit - due),
    entries: recent.map(({ issued, due }) => issued - due),
    openLates: standing.map(({ due }) => day - due),
    openEntries: standing.map(({ issued, due }) => issued - due),
    weekdays,
    monthDays,
    lastPaid: recent.at(-1)?.exit ?? null,
    meanLogAmount: seen === 0 ? null : logSum / seen,
  };
}

// The order is whole, so that which items are remembered does not hang on the order they came in.
function byExit(a: ItemDays, b: ItemDays): number {
  return a.exit - b.exit || a.due - b.due || a.issued - b.issued;
}

function byDue(a: ItemDays, b: ItemDays): number {
  return a.due - b.due || a.issued - b.issued;
}

function countOne(counts: number[], place: number): void {
  counts[place] = (counts[place] as number) + 1;
}
