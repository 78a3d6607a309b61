/**
 * The delays that say how a payer pays, as of a day: what money settled in the twelve months
 * before, and what is open and late.
 *
 * An open item counts at its age so far, and at no less than what he usually takes: opened for 80
 * days it is at least 80, and a fresh one of a payer who takes 50 days is no sign of better habits.
 * What is not his doing is left out: disputed, blocked by us, settled by a credit note or an entry,
 * or on a due date that we only estimated.
 *
 * A past day is looked at with what is known today: an item later found to be disputed says nothing
 * of it, and one settled since weighs what it amounted to.
 */
import { addMonths, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { SettlementNature } from '../interpretation/interpretation.ts';
import { weightedMedian } from './usual-delay.ts';

export type DelayExclusion = 'disputed' | 'blocked' | 'estimated';

/** An invoice of the payer, settled or open. */
export interface PayerItem {
  readonly receivableId: number;
  /** Day from which it is there. */
  readonly documentDate: CalendarDate;
  readonly dueDate: CalendarDate;
  /** Null while it is open; then `nature` is null too. */
  readonly settledDate: CalendarDate | null;
  readonly nature: SettlementNature | null;
  readonly amountCents: Cents;
  /** What is left of it today. */
  readonly outstandingCents: Cents;
  readonly exclusion: DelayExclusion | null;
}

export interface DelayPoint {
  readonly receivableId: number;
  /** Calendar days after the due date; negative for what was paid early. */
  readonly days: number;
  readonly weightCents: Cents;
  /** Null for what was open on the day. */
  readonly settledDate: CalendarDate | null;
  /** Its day is the middle of an interval: the item left a list between two days. */
  readonly isApproximate: boolean;
}

const MONTHS = 12;

/** The delays that count as of a day, least first. */
export function delayPoints(
  items: readonly PayerItem[],
  asOf: CalendarDate,
): readonly DelayPoint[] {
  const since = addMonths(asOf, -MONTHS);
  const paid: DelayPoint[] = [];
  const open: DelayPoint[] = [];
  for (const item of items) {
    if (!isJudged(item) || item.documentDate > asOf) continue;
    const { receivableId, dueDate, settledDate, nature } = item;
    const weightCents = settledDate === null ? item.outstandingCents : item.amountCents;
    const common = { receivableId, weightCents, isApproximate: nature === 'left' };
    if (settledDate !== null && settledDate <= asOf) {
      if (settledDate <= since) continue;
      paid.push({ ...common, days: daysBetween(dueDate, settledDate), settledDate });
    } else if (dueDate < asOf) {
      open.push({ ...common, days: daysBetween(dueDate, asOf), settledDate: null });
    }
  }
  const usual = paid.length === 0 ? 0 : medianDelay(paid);
  const atLeastUsual = open.map((point) => ({ ...point, days: Math.max(point.days, usual) }));
  return [...paid, ...atLeastUsual].sort(inOrder);
}

/** The delay that half of the amounts do not exceed; the points are one or more. */
export function medianDelay(points: readonly DelayPoint[]): number {
  return weightedMedian(
    points.map(({ days, weightCents }) => ({ value: days, weight: weightCents })),
  );
}

/** Why an item says nothing of the payer; null when it does. */
export function delayExclusionOf(item: PayerItem): DelayExclusion | 'not_money' | null {
  if (item.exclusion !== null) return item.exclusion;
  return item.settledDate === null || isMoney(item.nature) ? null : 'not_money';
}

function isJudged(item: PayerItem): boolean {
  const weight = item.settledDate === null ? item.outstandingCents : item.amountCents;
  return weight > 0 && delayExclusionOf(item) === null;
}

// What left a list was most likely paid, and is the only history such a ledger has.
function isMoney(nature: SettlementNature | null): boolean {
  return nature === 'bank' || nature === 'cash' || nature === 'left';
}

/** An order of its own, so that sums do not depend on that of the reading. */
function inOrder(a: DelayPoint, b: DelayPoint): number {
  return a.days - b.days || a.weightCents - b.weightCents || a.receivableId - b.receivableId;
}
