/**
 * What a cross-table measures, item by item. Each item gives its part, so that whatever the two
 * dimensions, the table sums to the figure that the other screens show.
 *
 * Net due needs the items of a customer together: his usable credits reduce what he is late with,
 * never below nothing. Each late item and each usable credit then stands at its own place.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import {
  byAge,
  isOrdinaryDebit,
  isOverdue,
  isPastDue,
  isUsableCredit,
  netPosition,
} from '../receivable/net-position.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import type { CrossKind } from './cross-table.ts';

/** Of what is open on a day. */
export const STOCK_MEASURES = [
  'outstanding',
  'overdue',
  'not_due',
  'credits',
  'net_due',
  'item_count',
  'customer_count',
  'days_late',
] as const;
/** Of what happened in a period. */
export const FLOW_MEASURES = ['receipts', 'invoiced'] as const;

export type StockMeasure = (typeof STOCK_MEASURES)[number];
export type FlowMeasure = (typeof FLOW_MEASURES)[number];
export type Measure = StockMeasure | FlowMeasure;

export function isFlow(measure: Measure): measure is FlowMeasure {
  return FLOW_MEASURES.some((one) => one === measure);
}

/** How the figures of a measure are made of its facts. */
export function kindOf(measure: Measure): CrossKind {
  if (measure === 'customer_count') return 'customers';
  return measure === 'days_late' ? 'days' : 'sum';
}

/** What the figures are written as. */
export function unitOf(measure: Measure): 'amount' | 'count' | 'days' {
  if (measure === 'days_late') return 'days';
  return measure === 'item_count' || measure === 'customer_count' ? 'count' : 'amount';
}

/** What an item counts for. */
export interface MeasuredItem {
  readonly item: OpenItem;
  readonly value: number;
  readonly days: number;
}

/** What the items of one customer in one currency count for; what counts for nothing is left. */
export function measuredItems(
  items: readonly OpenItem[],
  measure: StockMeasure,
  asOf: CalendarDate,
): MeasuredItem[] {
  if (measure === 'net_due') return netDueParts(items, asOf);
  return items.flatMap((item) => {
    const value = countedOf(item, measure, asOf);
    if (value === 0) return [];
    const days =
      measure === 'days_late' && item.dueDate !== null ? daysBetween(item.dueDate, asOf) : 0;
    return { item, value, days };
  });
}

function countedOf(
  item: OpenItem,
  measure: Exclude<StockMeasure, 'net_due'>,
  asOf: CalendarDate,
): number {
  switch (measure) {
    case 'outstanding':
      return item.outstandingCents;
    case 'item_count':
    case 'customer_count':
      return 1;
    case 'credits':
      return Math.min(0, item.outstandingCents);
    case 'not_due':
      return isOverdue(item, asOf) ? 0 : Math.max(0, item.outstandingCents);
    default:
      return isOverdue(item, asOf) ? item.outstandingCents : 0;
  }
}

function netDueParts(items: readonly OpenItem[], asOf: CalendarDate): MeasuredItem[] {
  const position = netPosition(items, asOf);
  if (position.netDueCents <= 0) return [];
  const parts: MeasuredItem[] = [];
  let creditsLeft: Cents = position.usableCreditsCents;
  for (const item of [...items].sort(byAge)) {
    if (isUsableCredit(item)) {
      const taken = Math.min(creditsLeft, -item.outstandingCents);
      creditsLeft -= taken;
      if (taken > 0) parts.push({ item, value: -taken, days: 0 });
    } else if (isOrdinaryDebit(item) && isPastDue(item, asOf)) {
      const value = item.outstandingCents - (position.namedCents.get(item) ?? 0);
      if (value > 0) parts.push({ item, value, days: 0 });
    }
  }
  return parts;
}
