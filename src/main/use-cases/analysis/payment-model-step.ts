/**
 * The payment model, learnt from the whole history, and what it says of everything that is open:
 * chances by week, within a week, and the likely day. The model itself is not kept, it is several
 * megabytes that nobody reads again; a day later it is learnt anew.
 */

import type { PaymentModel } from '../../../shared/domain/forecast/dated-item.ts';
import {
  HORIZON_WEEKS,
  isExpected,
  LATER,
  NEVER,
} from '../../../shared/domain/forecast/expected-cash.ts';
import { fitPaymentModel } from '../../../shared/domain/forecast/fit-payment-model.ts';
import {
  type OpenDatedItem,
  paymentChances,
} from '../../../shared/domain/forecast/payment-chances.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  mondayOf,
} from '../../../shared/kernel/calendar-date.ts';
import { type ChanceRow, recordChances } from '../../ledger/stores/chances.ts';
import { readLastCustomerId } from '../../ledger/views/customers.ts';
import { readOpenItems } from '../../ledger/views/open-items.ts';
import { readPaymentHistory } from '../../ledger/views/payment-history.ts';
import { runsUpTo } from '../portfolio/in-runs.ts';
import {
  CHANCE_WIDTH,
  LIKELY_AFTER,
  type ModelSummary,
  PAYMENT_MODEL,
  WITHIN_A_WEEK,
} from '../portfolio/outlook.ts';
import type { AnalysisStep } from './analysis-step.ts';

/** What is not paid within a year is counted as never. */
const YEAR_WEEKS = 52;
/** Below this chance of being paid within half a year, an item has no likely day. */
const LIKELY_CHANCE_MIN = 0.2;

export const paymentModelStep: AnalysisStep = {
  name: PAYMENT_MODEL,
  async make(ledger, { today, progress }) {
    const lastId = ledger.read(readLastCustomerId);
    const history = [];
    for (const run of runsUpTo(lastId)) {
      progress(run.fromCustomerId >> 1, lastId);
      history.push(...ledger.read((reader) => readPaymentHistory(reader, run)));
    }
    const model = fitPaymentModel(history, today);
    const rows: ChanceRow[] = [];
    const slots = slotsFrom(today);
    for (const run of runsUpTo(lastId)) {
      progress((lastId + run.fromCustomerId) >> 1, lastId);
      const items = ledger.read((reader) => readOpenItems(reader, run)).filter(isExpected);
      rows.push(...chanceRows(model, items, slots));
    }
    const { kind, asOf, paymentCount, itemCount, widening } = model;
    const document: ModelSummary = { kind, asOf, paymentCount, itemCount, widening };
    return { document, write: (writer) => recordChances(writer, rows) };
  },
};

interface Slots {
  readonly today: CalendarDate;
  readonly bounds: readonly CalendarDate[];
  /** For each bound, its place; and whether it is within a week. */
  readonly places: readonly { readonly place: number; readonly isSoon: boolean }[];
}

/** The last days of the slots: Sundays, the seventh day from today, the end of the year. */
export function slotsFrom(today: CalendarDate): Slots {
  const monday = mondayOf(today);
  const soon = addDays(today, 6);
  const sundays = Array.from({ length: HORIZON_WEEKS }, (_, week) => addDays(monday, 7 * week + 6));
  const year = addDays(monday, 7 * YEAR_WEEKS - 1);
  const bounds = [...new Set([...sundays, soon, year])].sort();
  const places = bounds.map((bound) => {
    const week = Math.floor(daysBetween(monday, bound) / 7);
    return { place: Math.min(week, LATER), isSoon: bound <= soon };
  });
  return { today, bounds, places };
}

/** The rows of some customers' items, a row a customer. */
export function chanceRows(
  model: PaymentModel,
  items: readonly OpenItem[],
  { today, bounds, places }: Slots,
): ChanceRow[] {
  const wanted = items.flatMap(asDated);
  // What comes in today is known tomorrow: the first day of the forecast is today.
  const { perSlot, later, chance, likelyDate, slotCount } = paymentChances(
    model,
    wanted,
    addDays(today, -1),
    bounds,
  );
  const byCustomer = new Map<number, number[]>();
  for (const [row, { customerId }] of wanted.entries()) {
    const own = byCustomer.get(customerId) ?? [];
    if (own.length === 0) byCustomer.set(customerId, own);
    own.push(row);
  }
  return [...byCustomer].map(([customerId, rowsOfPayer]) => {
    const chances = new Float32Array(rowsOfPayer.length * CHANCE_WIDTH);
    for (const [at, row] of rowsOfPayer.entries()) {
      const item = chances.subarray(at * CHANCE_WIDTH, (at + 1) * CHANCE_WIDTH);
      for (const [slot, { place, isSoon }] of places.entries()) {
        const own = perSlot[row * slotCount + slot] ?? 0;
        item[place] = (item[place] ?? 0) + own;
        if (isSoon) item[WITHIN_A_WEEK] = (item[WITHIN_A_WEEK] ?? 0) + own;
      }
      item[NEVER] = later[row] ?? 0;
      const day = likelyDate[row] ?? today;
      const isLikely = (chance[row] ?? 0) >= LIKELY_CHANCE_MIN;
      item[LIKELY_AFTER] = isLikely ? daysBetween(today, day) : -1;
    }
    const receivableIds = Int32Array.from(rowsOfPayer, (row) => wanted[row]?.receivableId ?? 0);
    return { customerId, receivableIds, chances };
  });
}

function asDated(item: OpenItem): OpenDatedItem[] {
  const { receivableId, customerId, documentDate, dueDate, amountCents } = item;
  if (receivableId === null || dueDate === null) return [];
  return [{ receivableId, customerId, issuedOn: documentDate, dueOn: dueDate, amountCents }];
}
