/**
 * The likely cash of one item, spread over the weeks to come.
 *
 *     a date typed by hand      all of it in that week
 *     a promise that stands     r in its week; 1 − r as he usually pays, of the weeks after it
 *     nothing                   as he usually pays (`chances`)
 *     the disputed part         as he usually pays, later by the time its dispute still takes
 *
 * r is how often this customer's promises are kept. « As he usually pays » is the payment model's
 * and takes into account that the item is not paid today: nothing is ever expected in the past. A
 * typed or promised day that has passed says nothing any more.
 *
 * Cents are made by rounding the running sum, so that weeks + later + never is the amount, to the
 * cent, and no week is more than a cent away from its share.
 */
import { addDays, type CalendarDate, daysBetween, mondayOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { stateCash } from '../item-state/item-state.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import type { AccountRole } from '../statement/account-role.ts';

/** The longest forecast; a shorter one is its first weeks. */
export const HORIZON_WEEKS = 26;
/** Places of a spread after its weeks. */
export const NEVER = HORIZON_WEEKS + 1;
export const LATER = NEVER - 1;
export const PLACES = HORIZON_WEEKS + 2;

/** Chances of an item by place: the weeks, later, never. They sum to 1. */
export type PlaceChances = ArrayLike<number>;

// Bills and retentions wait for something else than their customer, doubtful debts for a court.
const EXPECTED_ROLES: ReadonlySet<AccountRole> = new Set(['ordinary', 'group', 'sundry', 'other']);

/**
 * Whether an item is expected as its customer pays: owed, dated, on an ordinary account; or said by
 * a person to be a bill or a retention, which comes on its own date.
 */
export function isExpected(item: OpenItem): boolean {
  const cash = stateCash(item);
  return (
    cash !== 'never' &&
    item.outstandingCents > 0 &&
    item.receivableId !== null &&
    item.dueDate !== null &&
    item.kind !== 'payment' &&
    item.kind !== 'deposit' &&
    (cash === 'on_its_date' || EXPECTED_ROLES.has(item.role))
  );
}

/** What a cent is expected on. */
export const CASH_SOURCES = ['typed', 'promise', 'habit'] as const;
export type CashSource = (typeof CASH_SOURCES)[number];

export interface PromisedPart {
  readonly promisedFor: CalendarDate;
  readonly amountCents: Cents;
}

export interface ItemToExpect {
  /** Open, less the credits that come off it and less its disputed part. */
  readonly amountCents: Cents;
  readonly disputedCents: Cents;
  readonly chances: PlaceChances;
  readonly typedDate: CalendarDate | null;
  readonly promises: readonly PromisedPart[];
  /** How often the customer's promises are kept, 0 to 1. */
  readonly reliability: number;
  /** Days that the dispute still takes. */
  readonly disputeDays: number;
}

/** Takes the cents of one place. */
export type TakeCents = (source: CashSource, place: number, cents: Cents) => void;

/** The place of a day: its week of the horizon, or later. A day before today is this week's. */
export function placeOf(day: CalendarDate, today: CalendarDate): number {
  const weeks = Math.floor(daysBetween(mondayOf(today), day) / 7);
  return Math.min(Math.max(weeks, 0), LATER);
}

/** Gives every cent of an item its place. */
export function expectItem(item: ItemToExpect, today: CalendarDate, take: TakeCents): void {
  const { chances, typedDate } = item;
  if (typedDate !== null && typedDate >= today) {
    take('typed', placeOf(typedDate, today), item.amountCents + item.disputedCents);
    return;
  }
  const habit = (amountCents: Cents, spread: PlaceChances) =>
    spreadCents(amountCents, spread, (place, cents) => take('habit', place, cents));
  let rest = item.amountCents;
  for (const promise of inOrder(item.promises)) {
    const amountCents = Math.min(rest, promise.amountCents);
    if (promise.promisedFor < today || amountCents <= 0) continue;
    rest -= amountCents;
    const place = placeOf(promise.promisedFor, today);
    const kept = Math.round(amountCents * item.reliability);
    if (kept > 0) take('promise', place, kept);
    habit(amountCents - kept, chancesAfter(chances, place));
  }
  habit(rest, chances);
  habit(item.disputedCents, chancesLater(chances, item.disputeDays));
}

function inOrder(promises: readonly PromisedPart[]): readonly PromisedPart[] {
  if (promises.length < 2) return promises;
  return promises.toSorted((a, b) => daysBetween(b.promisedFor, a.promisedFor));
}

/** The chances of an item known not to be paid by the end of a week. */
export function chancesAfter(chances: PlaceChances, place: number): PlaceChances {
  const first = Math.min(place + 1, LATER);
  const after = new Float64Array(PLACES);
  let left = 0;
  for (let at = first; at < PLACES; at += 1) left += chances[at] as number;
  if (left <= 0) {
    // By his habit it would be paid by then: that it is not is known, and no more.
    after[first] = 1;
    return after;
  }
  for (let at = first; at < PLACES; at += 1) after[at] = (chances[at] as number) / left;
  return after;
}

/** The same chances some days later, by whole weeks begun. */
export function chancesLater(chances: PlaceChances, days: number): PlaceChances {
  const weeks = Math.ceil(Math.max(0, days) / 7);
  if (weeks === 0) return chances;
  const later = new Float64Array(PLACES);
  for (let at = 0; at < PLACES; at += 1) {
    const place = at === NEVER ? NEVER : Math.min(at + weeks, LATER);
    later[place] = (later[place] as number) + (chances[at] as number);
  }
  return later;
}

/** Splits an amount by chances; what rounding leaves goes to the last place. */
export function spreadCents(
  amountCents: Cents,
  chances: PlaceChances,
  take: (place: number, cents: Cents) => void,
): void {
  if (amountCents === 0) return;
  let sum = 0;
  let given = 0;
  for (let place = 0; place < NEVER; place += 1) {
    const chance = chances[place] as number;
    if (chance <= 0) continue;
    sum = Math.min(1, sum + chance);
    const upTo = Math.round(amountCents * sum);
    if (upTo !== given) take(place, upTo - given);
    given = upTo;
  }
  if (given !== amountCents) take(NEVER, amountCents - given);
}

export interface LikelyDay {
  readonly day: CalendarDate | null;
  readonly source: CashSource;
}

/**
 * The one day an item is most likely paid on: the typed one, the promised one where promises of
 * this customer are kept more often than not, else the middle of his habit; null beyond the
 * horizon of what the model knows.
 */
export function likelyDay(
  item: Pick<ItemToExpect, 'typedDate' | 'promises' | 'reliability' | 'disputeDays'> & {
    readonly isDisputed: boolean;
    readonly medianDate: CalendarDate | null;
  },
  today: CalendarDate,
): LikelyDay {
  const { typedDate, medianDate } = item;
  if (typedDate !== null && typedDate >= today) return { day: typedDate, source: 'typed' };
  const promised = inOrder(item.promises).find(({ promisedFor }) => promisedFor >= today);
  if (promised !== undefined && item.reliability >= 0.5) {
    return { day: promised.promisedFor, source: 'promise' };
  }
  if (medianDate === null) return { day: null, source: 'habit' };
  const day = item.isDisputed ? addDays(medianDate, item.disputeDays) : medianDate;
  return { day, source: 'habit' };
}
