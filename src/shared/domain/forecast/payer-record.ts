/**
 * What is known of one customer on a day: his latest payments, and what he still has open.
 *
 * Open items belong to it as much as paid ones. A customer of whom one invoice was paid on time
 * and nine are months late is no good payer, though his only payment says so.
 */
import type { PayerRecord } from './dated-item.ts';
import { monthDayPlace } from './month-day.ts';

/** An item in day numbers. */
export interface ItemDays {
  readonly issued: number;
  readonly due: number;
  /** Last day on which it was open or on which it was paid. */
  readonly exit: number;
  readonly isPaid: boolean;
  readonly amountCents: number;
}

/** Payments remembered of one customer: enough for a habit, and habits change. */
const PAYMENTS_MAX = 60;
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
    logSum += Math.log(Math.max(1, item.amountCents));
    if (item.exit > day) open.push(item);
    else if (item.isPaid) paid.push(item);
  }
  const recent = paid.toSorted((a, b) => a.exit - b.exit).slice(-PAYMENTS_MAX);
  const standing = open.toSorted((a, b) => a.due - b.due).slice(-OPEN_MAX);
  const weekdays = new Array<number>(7).fill(0);
  const monthDays = new Array<number>(31).fill(0);
  for (const date of new Set(recent.map(({ exit }) => exit))) {
    count(weekdays, weekdayPlace(date));
    count(monthDays, monthDayPlace(date));
  }
  return {
    delays: recent.map(({ exit, due }) => exit - due),
    entries: recent.map(({ issued, due }) => issued - due),
    openLates: standing.map(({ due }) => day - due),
    openEntries: standing.map(({ issued, due }) => issued - due),
    weekdays,
    monthDays,
    lastPaid: recent.at(-1)?.exit ?? null,
    meanLogAmount: seen === 0 ? 0 : logSum / seen,
  };
}

function count(counts: number[], place: number): void {
  counts[place] = (counts[place] as number) + 1;
}

/** 0 for Monday to 6 for Sunday, of a day number. */
export function weekdayPlace(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
