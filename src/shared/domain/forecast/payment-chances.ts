/**
 * When open items will be paid: for each a chance for every slot of days, and a likely day.
 *
 * A slot's chance is that of being still open when it begins, times that of being paid in it; what
 * is left after the last slot is later or never. Nothing is expected before the day after `asOf`.
 *
 * The likely day is the middle of the half year to come: the day by which half of the payments that
 * come within it have come. An item that will hardly ever be paid has one too; `chance` says what
 * it is worth.
 */
import { addDays, type CalendarDate, dayNumberOf } from '../../kernel/calendar-date.ts';
import type { DatedItem, PayerRecord, PaymentModel } from './dated-item.ts';
import { fillOpenChances, hazardOf, payerScores } from './day-chances.ts';
import { cumulated } from './payer-habit.ts';

/** What the model needs of an open item. */
export type OpenDatedItem = Pick<
  DatedItem,
  'receivableId' | 'customerId' | 'issuedOn' | 'dueOn' | 'amountCents'
>;

export interface PaymentChances {
  readonly slotCount: number;
  /** Row after row, `slotCount` numbers each, in the order of the items. */
  readonly perSlot: Float64Array;
  /** Chance of a payment after the last slot, or never. */
  readonly later: Float64Array;
  /** Chance of a payment within `LIKELY_DAYS`. */
  readonly chance: Float64Array;
  readonly likelyDate: readonly CalendarDate[];
}

export const LIKELY_DAYS = 182;

const UNKNOWN_PAYER: PayerRecord = {
  delays: [],
  entries: [],
  openLates: [],
  openEntries: [],
  weekdays: new Array<number>(7).fill(0),
  monthDays: new Array<number>(31).fill(0),
  lastPaid: null,
  meanLogAmount: null,
};

/** `bounds` are the last days of the slots, ascending; the first begins the day after `asOf`. */
export function paymentChances(
  model: PaymentModel,
  items: readonly OpenDatedItem[],
  asOf: CalendarDate,
  bounds: readonly CalendarDate[],
): PaymentChances {
  const today = dayNumberOf(asOf);
  const slotCount = bounds.length;
  const ends = bounds.map((bound) => dayNumberOf(bound) - today);
  const open = new Float64Array(Math.max(LIKELY_DAYS, ends.at(-1) ?? 0) + 1);
  const made: PaymentChances & { readonly likelyDate: CalendarDate[] } = {
    slotCount,
    perSlot: new Float64Array(items.length * slotCount),
    later: new Float64Array(items.length),
    chance: new Float64Array(items.length),
    likelyDate: new Array<CalendarDate>(items.length).fill(asOf),
  };
  const dates = Array.from({ length: LIKELY_DAYS + 1 }, (_, ahead) => addDays(asOf, ahead));
  const { pooled, coefficients, payers } = model;
  const hazard = hazardOf(pooled, cumulated(pooled.hazard), coefficients);
  for (const [customerId, rows] of rowsByCustomer(items)) {
    const payer = payerScores(hazard, payers[customerId] ?? UNKNOWN_PAYER, today);
    for (const row of rows) {
      const { issuedOn, dueOn, amountCents } = items[row] as OpenDatedItem;
      const item = { issued: dayNumberOf(issuedOn), due: dayNumberOf(dueOn), amountCents };
      fillOpenChances(open, { hazard, payer, item }, today);
      let before = 1;
      for (let slot = 0; slot < slotCount; slot += 1) {
        const after = open[ends[slot] as number] as number;
        made.perSlot[row * slotCount + slot] = before - after;
        before = after;
      }
      made.later[row] = before;
      made.chance[row] = 1 - (open[LIKELY_DAYS] as number);
      made.likelyDate[row] = dates[likelyAhead(open)] as CalendarDate;
    }
  }
  return made;
}

// The tables of one customer are large: he is done with before the next is begun.
function rowsByCustomer(items: readonly OpenDatedItem[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, { customerId }] of items.entries()) {
    const own = rows.get(customerId);
    if (own === undefined) rows.set(customerId, [row]);
    else own.push(row);
  }
  return rows;
}

function likelyAhead(open: Float64Array): number {
  const half = (1 + (open[LIKELY_DAYS] as number)) / 2;
  let [low, high] = [1, LIKELY_DAYS];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as number) <= half) high = middle;
    else low = middle + 1;
  }
  return low;
}
