/**
 * The cash of the coming weeks (prévisions), as far as it is written somewhere: by due date, and by
 * what customers promised or agreed to pay by parts.
 *
 *     by due date   each open amount in the week it falls due; what is late stands apart
 *     by promise    a promised amount in the week it is promised for; the rest by due date
 *
 * A customer's usable credits come off his own items first, the oldest before the others: what they
 * cover is no cash to come. A disputed amount, what is left of a credit and what has no due date
 * stand apart in both views: nobody knows their week. Whatever the view, weeks + overdue + later +
 * undated + disputed + credits is the sum of the open amounts, to the cent.
 */
import { addDays, type CalendarDate, daysBetween, mondayOf } from '../../kernel/calendar-date.ts';
import { type Cents, cents } from '../../kernel/cents.ts';
import { stateCash } from '../item-state/item-state.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import { takenByCredits } from './net-of-credits.ts';

/** Where an amount stands: a Monday, or one of the places without a week. */
export type ForecastSlot = CalendarDate | 'overdue' | 'later' | 'undated' | 'disputed' | 'credits';

/** A promise that still stands on an item: pending, or its bank not known yet. */
export interface StandingPromise {
  readonly receivableId: number;
  readonly promisedFor: CalendarDate;
  readonly amountCents: Cents;
  /** A part of an instalment plan or a settlement. */
  readonly isPart?: boolean;
}

/** One part of one item in one slot. */
export interface ForecastPart {
  readonly item: OpenItem;
  readonly slot: ForecastSlot;
  /** Signed: credits are negative. */
  readonly amountCents: Cents;
  /** The day the part is expected on; null where none is known. */
  readonly expectedDate: CalendarDate | null;
  readonly basis: 'due_date' | 'promise' | 'agreement';
}

export interface ForecastSituation {
  readonly today: CalendarDate;
  readonly weekCount: number;
  readonly promises: readonly StandingPromise[];
  /** Disputed amount by receivable; at most what is open. */
  readonly disputed: ReadonlyMap<number, Cents>;
}

/** Mondays of the forecast, the week of today first. */
export function forecastWeeks(today: CalendarDate, weekCount: number): CalendarDate[] {
  const first = mondayOf(today);
  return Array.from({ length: weekCount }, (_, index) => addDays(first, 7 * index));
}

/** Every open amount in its slot, by due date. */
export function forecastByDueDate(
  items: readonly OpenItem[],
  situation: ForecastSituation,
): ForecastPart[] {
  const slotOf = slotFinder(situation);
  const taken = takenByCredits(items, situation.disputed, situation.today);
  return items.flatMap((item) => partsOf(item, { slotOf, situation, taken, promises: [] }));
}

/** Every open amount in its slot, promised parts in the week they are promised for. */
export function forecastByPromise(
  items: readonly OpenItem[],
  situation: ForecastSituation,
): ForecastPart[] {
  const slotOf = slotFinder(situation);
  const taken = takenByCredits(items, situation.disputed, situation.today);
  const byItem = new Map<number, StandingPromise[]>();
  for (const promise of situation.promises) {
    const known = byItem.get(promise.receivableId) ?? [];
    known.push(promise);
    byItem.set(promise.receivableId, known);
  }
  return items.flatMap((item) => {
    const promises = item.receivableId === null ? [] : (byItem.get(item.receivableId) ?? []);
    return partsOf(item, { slotOf, situation, taken, promises });
  });
}

type SlotOf = (date: CalendarDate | null) => ForecastSlot;

/** A day before today is late; today itself still counts in its week. */
function slotFinder({ today, weekCount }: ForecastSituation): SlotOf {
  const end = addDays(mondayOf(today), 7 * weekCount);
  return (date) => {
    if (date === null) return 'undated';
    if (date < today) return 'overdue';
    return date < end ? mondayOf(date) : 'later';
  };
}

function partsOf(
  item: OpenItem,
  view: {
    readonly slotOf: SlotOf;
    readonly situation: ForecastSituation;
    readonly taken: ReadonlyMap<OpenItem, Cents>;
    readonly promises: readonly StandingPromise[];
  },
): ForecastPart[] {
  const parts: ForecastPart[] = [];
  const add = (part: Omit<ForecastPart, 'item'>) => {
    if (part.amountCents !== 0) parts.push({ item, ...part });
  };
  const taken = view.taken.get(item) ?? 0;
  if (item.outstandingCents < 0) {
    const amountCents = cents(item.outstandingCents + taken);
    add({ slot: 'credits', amountCents, expectedDate: null, basis: 'due_date' });
    return parts;
  }
  const disputed = Math.min(
    item.outstandingCents,
    item.receivableId === null ? 0 : (view.situation.disputed.get(item.receivableId) ?? 0),
  );
  let rest = cents(item.outstandingCents - disputed - taken);
  add({ slot: 'disputed', amountCents: disputed, expectedDate: null, basis: 'due_date' });
  const inOrder = view.promises.toSorted((a, b) => daysBetween(b.promisedFor, a.promisedFor));
  for (const promise of inOrder) {
    const amountCents = Math.min(rest, promise.amountCents);
    rest = cents(rest - amountCents);
    add({
      slot: view.slotOf(promise.promisedFor),
      amountCents,
      expectedDate: promise.promisedFor,
      basis: promise.isPart === true ? 'agreement' : 'promise',
    });
  }
  // What the factor bought, what a third party collects: nobody knows their week.
  const expectedDate = stateCash(item) === 'never' ? null : item.dueDate;
  add({
    slot: view.slotOf(expectedDate),
    amountCents: rest,
    expectedDate,
    basis: 'due_date',
  });
  return parts;
}

/** Sums of a view by slot; a slot without an amount is absent. */
export function totalsBySlot(parts: readonly ForecastPart[]): Map<ForecastSlot, Cents> {
  const totals = new Map<ForecastSlot, Cents>();
  for (const { slot, amountCents } of parts) {
    totals.set(slot, cents((totals.get(slot) ?? 0) + amountCents));
  }
  return totals;
}
