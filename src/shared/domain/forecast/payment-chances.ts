/**
 * When open items will be paid: for each a chance for every slot of days, and a likely day.
 *
 * A slot's chance is that of being still open when it begins, times that of being paid in it; what
 * is left after the last slot is later or never. Nothing is expected before the day after `asOf`.
 */
import { addDays, type CalendarDate, dayNumberOf } from '../../kernel/calendar-date.ts';
import type { DatedItem, PaymentModel } from './dated-item.ts';
import { dayChances, forecaster } from './day-chances.ts';
import { add } from './vector.ts';

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
  /** The day by which a payment is as likely as not; null where none of two years is. */
  readonly likelyDate: readonly (CalendarDate | null)[];
}

/** Beyond two years nobody expects a payment on a day. */
const LIKELY_DAYS_MAX = 730;

export function paymentChances(
  model: PaymentModel,
  items: readonly OpenDatedItem[],
  asOf: CalendarDate,
  bounds: readonly CalendarDate[],
): PaymentChances {
  const today = dayNumberOf(asOf);
  const slotCount = bounds.length;
  const ends = bounds.map((bound) => dayNumberOf(bound) - today);
  const perSlot = new Float64Array(items.length * slotCount);
  const later = new Float64Array(items.length);
  const likelyDate: (CalendarDate | null)[] = [];
  const made = forecaster(model, today);
  for (const [row, item] of items.entries()) {
    const due = dayNumberOf(item.dueOn);
    const traits = {
      due,
      termDays: due - dayNumberOf(item.issuedOn),
      amountCents: item.amountCents,
    };
    const { open, likely } = spread(dayChances(made, item.customerId, traits), {
      ends,
      perSlot,
      start: row * slotCount,
    });
    later[row] = open;
    likelyDate.push(likely === null ? null : addDays(asOf, likely));
  }
  return { slotCount, perSlot, later, likelyDate };
}

function spread(
  chanceOf: (ahead: number) => number,
  into: {
    readonly ends: readonly number[];
    readonly perSlot: Float64Array;
    readonly start: number;
  },
): { readonly open: number; readonly likely: number | null } {
  const { ends, perSlot, start } = into;
  const last = ends.at(-1) ?? 0;
  let open = 1;
  let likely: number | null = null;
  let slot = 0;
  let afterLast = 1;
  for (let ahead = 1; ahead <= LIKELY_DAYS_MAX; ahead += 1) {
    if (ahead > last && likely !== null) break;
    const paid = open * chanceOf(ahead);
    open -= paid;
    if (likely === null && open <= 0.5) likely = ahead;
    if (ahead > last) continue;
    while (ahead > (ends[slot] as number)) slot += 1;
    add(perSlot, start + slot, paid);
    afterLast = open;
  }
  return { open: afterLast, likely };
}
