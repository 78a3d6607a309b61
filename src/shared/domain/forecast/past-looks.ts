/**
 * Looks at the ledger's past: each customer who had something open, on one past day after another,
 * a week apart.
 */
import type { ItemDays } from './dated-item.ts';
import { scatter } from './vector.ts';

const EVERY_DAYS = 7;
const WEEKS_MAX = 104;
/** Past days before which too little is known of anybody. */
const RUN_UP_DAYS = 45;

/** A customer on the evening of a past day. */
export interface Look {
  readonly day: number;
  readonly customerId: number;
  readonly own: readonly ItemDays[];
  /** What of it was open. */
  readonly open: readonly ItemDays[];
}

export interface Past {
  readonly payers: ReadonlyMap<number, readonly ItemDays[]>;
  readonly today: number;
}

/** Past days, the latest first; none where the ledger is too young. */
export function pastDays({ payers, today }: Past): number[] {
  let first = Infinity;
  for (const own of payers.values()) for (const { issued } of own) first = Math.min(first, issued);
  const days: number[] = [];
  for (let week = 1; week <= WEEKS_MAX; week += 1) {
    const day = today - week * EVERY_DAYS;
    if (day >= first + RUN_UP_DAYS) days.push(day);
  }
  return days;
}

/** How often the items were open on these days, about: how much there is to look at. */
export function openCount({ payers, today }: Past, days: readonly number[]): number {
  const from = days.at(-1) ?? today;
  let openDays = 0;
  for (const own of payers.values()) {
    for (const { issued, exit } of own) {
      openDays += Math.max(0, Math.min(exit, today) - Math.max(issued, from));
    }
  }
  return openDays / EVERY_DAYS;
}

/** The looks of these days that `isKept` lets through. */
export function* looksBack(
  past: Past,
  days: readonly number[],
  isKept: (customerId: number, day: number) => boolean,
): Generator<Look> {
  for (const day of days) {
    for (const [customerId, own] of past.payers) {
      if (!isKept(customerId, day)) continue;
      const open = own.filter(({ issued, exit }) => issued <= day && exit > day);
      if (open.length > 0) yield { day, customerId, own, open };
    }
  }
}

/** Keeps about this share of the customers and days. */
export function sampleOf(share: number): (customerId: number, day: number) => boolean {
  return share >= 1 ? () => true : (customerId, day) => scatter(customerId, day) < share;
}
