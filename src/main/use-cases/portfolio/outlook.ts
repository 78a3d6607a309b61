/**
 * What the payment model says of what is open, read beside the portfolio: of the books as they are,
 * or nothing. The analysis makes it (`analysis/payment-model-step.ts`).
 */
import type { PaymentModel } from '../../../shared/domain/forecast/dated-item.ts';
import { PLACES, type PlaceChances } from '../../../shared/domain/forecast/expected-cash.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import { analysisBasis, readAnalysis } from '../../ledger/stores/analysis.ts';
import type { ChanceRow } from '../../ledger/stores/chances.ts';
import { readTypedDays, type TypedDay } from '../../ledger/views/forecasts.ts';

/** Under which the analysis keeps it. */
export const PAYMENT_MODEL = 'payment_model';

/** Numbers of an item in its row: its places, the chance of a week, the likely day. */
export const CHANCE_WIDTH = PLACES + 2;
export const WITHIN_A_WEEK = PLACES;
/** Days from the day of the model; below zero where none is known. */
export const LIKELY_AFTER = PLACES + 1;

/** What is remembered of the model: how it was learnt, not what of whom. */
export type ModelSummary = Pick<
  PaymentModel,
  'kind' | 'asOf' | 'paymentCount' | 'itemCount' | 'widening'
>;

/** Of a portfolio: the model of its books, the chances of its items, days typed for them. */
export interface Outlook {
  /** Null where the analysis has not been made on these books yet. */
  readonly model: ModelSummary | null;
  /** How the model of these books or of those before was learnt; null where there was none. */
  readonly lastKind: PaymentModel['kind'] | null;
  readonly chances: ReadonlyMap<number, ChanceRow>;
  readonly typedDays: ReadonlyMap<number, TypedDay>;
}

/** What an item's chances say. */
export interface ItemChances {
  readonly places: PlaceChances;
  readonly withinAWeek: number;
  readonly likelyDate: CalendarDate | null;
}

/** The model, null where it was made of other books than these, and how the last was learnt. */
export function readModel(reader: Reader): Pick<Outlook, 'model' | 'lastKind'> {
  const known = readAnalysis(reader, PAYMENT_MODEL);
  const last = (known?.document ?? null) as ModelSummary | null;
  const isOfNow = known?.basis === analysisBasis(reader);
  return { model: isOfNow ? last : null, lastKind: last?.kind ?? null };
}

/** Days typed by item. */
export function typedDaysOf(reader: Reader): ReadonlyMap<number, TypedDay> {
  return new Map(readTypedDays(reader).map((row) => [row.receivableId, row]));
}

/** The chances of one item; null where the model was not asked of it. */
export function chancesOf(
  { model, chances }: Outlook,
  customerId: number,
  receivableId: number,
): ItemChances | null {
  const row = chances.get(customerId);
  const at = row?.receivableIds.indexOf(receivableId) ?? -1;
  if (row === undefined || model === null || at < 0) return null;
  const start = at * CHANCE_WIDTH;
  const own = row.chances.subarray(start, start + CHANCE_WIDTH);
  const after = own[LIKELY_AFTER] ?? -1;
  return {
    places: own.subarray(0, PLACES),
    withinAWeek: own[WITHIN_A_WEEK] ?? 0,
    likelyDate: after < 0 ? null : addDays(model.asOf, after),
  };
}

/** The chance of each item to come by itself within a week; null without a learnt model. */
export function chancesWithinAWeek(
  outlook: Outlook,
  customerIds: readonly number[],
): ReadonlyMap<number, number> | null {
  if (outlook.model?.kind !== 'hazard') return null;
  const known = new Map<number, number>();
  for (const customerId of customerIds) {
    const row = outlook.chances.get(customerId);
    row?.receivableIds.forEach((id, at) => {
      known.set(id, row.chances[at * CHANCE_WIDTH + WITHIN_A_WEEK] ?? 0);
    });
  }
  return known;
}
