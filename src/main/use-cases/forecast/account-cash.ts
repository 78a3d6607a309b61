/**
 * The likely cash of one customer: every cent of his open items in its place, by what it is
 * expected on, with the spread that the band is made of.
 *
 * Credits, promises and disputes stay within a customer, so that his part is made for itself and
 * kept for as long as nothing of him has moved.
 */
import { expectedParts } from '../../../shared/domain/agreement/judge-agreement.ts';
import { itemVariance } from '../../../shared/domain/forecast/cash-band.ts';
import type { DisputeTimes } from '../../../shared/domain/forecast/dispute-time.ts';
import { disputeDaysLeft } from '../../../shared/domain/forecast/dispute-time.ts';
import {
  chancesLater,
  expectItem,
  type ItemToExpect,
  isExpected,
  LATER,
  type LikelyDay,
  likelyDay,
  NEVER,
  PLACES,
  type PlaceChances,
  placeOf,
} from '../../../shared/domain/forecast/expected-cash.ts';
import { takenByCredits } from '../../../shared/domain/forecast/net-of-credits.ts';
import {
  promiseRecordOf,
  reliabilityOf,
} from '../../../shared/domain/forecast/promise-reliability.ts';
import { BLOCKED_DELAY_DAYS, stateCash } from '../../../shared/domain/item-state/item-state.ts';
import { isSuspending } from '../../../shared/domain/promise/judge-promise.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { chancesOf } from '../portfolio/outlook.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** What may be supposed, to see what it would change. */
export const WHAT_IFS = ['overdue_pays', 'promises_slip', 'top_called'] as const;
export type WhatIf = (typeof WHAT_IFS)[number];

/** What a bar is made of; `late` is the habit of what is already past due. */
export const CASH_KINDS = ['typed', 'promise', 'habit', 'late'] as const;
export type CashKind = (typeof CASH_KINDS)[number];

/** Sums of a customer in one currency, by place. */
export interface CashSums {
  readonly currency: string;
  readonly byKind: Readonly<Record<CashKind, number[]>>;
  /** By place, in cents²: see `cash-band.ts`. */
  readonly variance: number[];
  readonly undatedCents: Cents;
  readonly creditsCents: Cents;
  readonly apartCents: Cents;
}

/** One item with what it was spread from. */
export interface ItemCash extends LikelyDay {
  readonly item: OpenItem;
  /** Where the item's places begin in `cents`. */
  readonly start: number;
  readonly openCents: Cents;
  readonly reliability: number;
  readonly isPromised: boolean;
  /** It stands where it stands only under what is supposed. */
  readonly isSupposed: boolean;
  readonly disputedCents: Cents;
  readonly disputeDays: number;
}

/** An item that no place is found for, with the name of where it stands apart. */
export interface ApartItem {
  readonly item: OpenItem;
  readonly slot: 'undated' | 'credits' | 'apart';
  readonly amountCents: Cents;
}

export interface AccountCash {
  readonly sums: readonly CashSums[];
  readonly items: readonly ItemCash[];
  /** `PLACES` numbers an item. */
  readonly cents: readonly number[];
  readonly apart: readonly ApartItem[];
}

/** What is the same for all customers. */
export interface CashContext {
  readonly portfolio: Portfolio;
  readonly companyRate: number;
  readonly disputeTimes: DisputeTimes;
  readonly whatIf: ReadonlySet<WhatIf>;
  /** Customers whose late items would get a promise by a call. */
  readonly called: ReadonlySet<number>;
}

/** Days in which what is supposed to come comes: the late ones, and the promises of calls. */
const SUPPOSED_DAYS = 7;

/** The likely cash of one customer. */
export function accountCash(account: CustomerAccount, context: CashContext): AccountCash {
  const { today } = context.portfolio;
  const disputed = disputedOf(account);
  const taken = takenByCredits(account.items, disputed, today);
  const promises = promisesByItem(account);
  const reliability = reliabilityOf(promiseRecordOf(account.judgedPromises), context.companyRate);
  const expected = account.items.filter(isExpected);
  const cents = zeros(expected.length * PLACES);
  const sums = new Map<string, MutableSums>();
  const items = expected.map((item, at): ItemCash => {
    const receivableId = item.receivableId ?? 0;
    const disputedCents = Math.min(item.outstandingCents, disputed.get(receivableId) ?? 0);
    const facts = {
      amountCents: item.outstandingCents - disputedCents - (taken.get(item) ?? 0),
      disputedCents,
      typedDate: typedDateOf(item, receivableId, context),
      promises: promises.get(receivableId) ?? [],
      reliability,
      disputeDays: disputedCents === 0 ? 0 : disputeDaysOf(account, receivableId, context),
    };
    const { chances, medianDate } = usualOf(item, receivableId, context);
    const wanted = supposed({ ...facts, chances }, item, context);
    const start = at * PLACES;
    const own = sumsIn(sums, item.currency);
    const isLate = isOverdue(item, today);
    expectItem(wanted, today, (source, place, amount) => {
      cents[start + place] = (cents[start + place] ?? 0) + amount;
      add(own.byKind[source === 'habit' && isLate ? 'late' : source], place, amount);
    });
    const openCents = wanted.amountCents + wanted.disputedCents;
    addVariance(own.variance, { cents, start }, openCents);
    const isDisputed = disputedCents > 0 && wanted.amountCents === 0;
    const likely = likelyDay({ ...wanted, isDisputed, medianDate }, today);
    return {
      ...likely,
      item,
      start,
      openCents,
      reliability,
      isPromised: wanted.promises.some(({ promisedFor }) => promisedFor >= today),
      isSupposed: wanted.typedDate !== facts.typedDate || wanted.promises !== facts.promises,
      disputedCents,
      disputeDays: facts.disputeDays,
    };
  });
  const apart = apartOf(account, taken);
  for (const { item, slot, amountCents } of apart) {
    sumsIn(sums, item.currency)[`${slot}Cents`] += amountCents;
  }
  return { sums: [...sums.values()], items, cents, apart };
}

/** The day typed by a person; else that of the bill or the retention. */
function typedDateOf(item: OpenItem, receivableId: number, { portfolio }: CashContext) {
  const typed = portfolio.outlook.typedDays.get(receivableId)?.expectedDate ?? null;
  return typed ?? (stateCash(item) === 'on_its_date' ? item.dueDate : null);
}

/** As the customer usually pays; later where something keeps the item at his house. */
function usualOf(item: OpenItem, receivableId: number, { portfolio }: CashContext) {
  const { outlook, today } = portfolio;
  const known = chancesOf(outlook, item.customerId, receivableId);
  const chances = known?.places ?? typicalChances(item, today);
  const medianDate = known?.likelyDate ?? (known === null ? dayOrToday(item, today) : null);
  if (stateCash(item) !== 'later') return { chances, medianDate };
  return {
    chances: chancesLater(chances, BLOCKED_DELAY_DAYS),
    medianDate: medianDate === null ? null : addDays(medianDate, BLOCKED_DELAY_DAYS),
  };
}

/** Whether a supposition changes anything of a customer. */
export function isTouched(
  account: CustomerAccount,
  { whatIf, called, portfolio }: CashContext,
): boolean {
  if (whatIf.size === 0) return false;
  if (whatIf.has('promises_slip') && account.judgedPromises.some(isSuspending)) return true;
  const isLate = whatIf.has('overdue_pays') || called.has(account.record.customerId);
  return isLate && account.items.some((item) => isOverdue(item, portfolio.today));
}

/** The item as it would be under what is supposed. */
function supposed(item: ItemToExpect, open: OpenItem, context: CashContext): ItemToExpect {
  const { whatIf, called } = context;
  const { today } = context.portfolio;
  if (whatIf.size === 0) return item;
  const soon = addDays(today, SUPPOSED_DAYS);
  const slipped = whatIf.has('promises_slip')
    ? item.promises.map((one) => ({ ...one, promisedFor: addDays(one.promisedFor, SUPPOSED_DAYS) }))
    : item.promises;
  if (!isOverdue(open, today) || item.typedDate !== null) return { ...item, promises: slipped };
  if (whatIf.has('overdue_pays') && item.disputedCents === 0) return { ...item, typedDate: soon };
  if (!called.has(open.customerId)) return { ...item, promises: slipped };
  // A call gets a promise for what none covers yet; it is kept as this customer keeps his.
  return {
    ...item,
    promises: [...slipped, { promisedFor: soon, amountCents: item.amountCents }],
  };
}

/**
 * An item that the model was not asked of (its file came after the analysis): on its due date, or,
 * once that is past, at a time that nobody knows.
 */
function typicalChances(item: OpenItem, today: CalendarDate): PlaceChances {
  const chances = new Float64Array(PLACES);
  const isComing = item.dueDate !== null && item.dueDate >= today;
  chances[isComing && item.dueDate !== null ? placeOf(item.dueDate, today) : LATER] = 1;
  return chances;
}

function dayOrToday({ dueDate }: OpenItem, today: CalendarDate): CalendarDate | null {
  return dueDate !== null && dueDate >= today ? dueDate : null;
}

interface MutableSums extends CashSums {
  undatedCents: Cents;
  creditsCents: Cents;
  apartCents: Cents;
}

function sumsIn(sums: Map<string, MutableSums>, currency: string): MutableSums {
  const known = sums.get(currency);
  if (known !== undefined) return known;
  const made: MutableSums = { ...emptySums(currency) };
  sums.set(currency, made);
  return made;
}

/** No cash at all, to be added to. */
export function emptySums(currency: string): CashSums {
  const places = () => zeros(PLACES);
  return {
    currency,
    byKind: { typed: places(), promise: places(), habit: places(), late: places() },
    variance: places(),
    undatedCents: 0,
    creditsCents: 0,
    apartCents: 0,
  };
}

// A hundred thousand small typed arrays would keep the collector busier than the forecast.
function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}

function add(numbers: number[], at: number, value: number): void {
  numbers[at] = (numbers[at] ?? 0) + value;
}

function addVariance(
  variance: number[],
  { cents, start }: { readonly cents: readonly number[]; readonly start: number },
  openCents: Cents,
): void {
  for (let place = 0; place < NEVER; place += 1) {
    const own = cents[start + place] ?? 0;
    if (own > 0) add(variance, place, itemVariance(own, openCents));
  }
}

/** What has no place: no due date, ours to give back, or waiting for something else. */
function apartOf(
  { items }: CustomerAccount,
  taken: ReadonlyMap<OpenItem, Cents>,
): AccountCash['apart'] {
  return items.flatMap((item): readonly ApartItem[] => {
    if (isExpected(item)) return [];
    const own = taken.get(item) ?? 0;
    const isCredit = item.outstandingCents < 0;
    const amountCents = item.outstandingCents + (isCredit ? own : -own);
    return amountCents === 0 ? [] : [{ item, slot: apartSlot(item), amountCents }];
  });
}

function apartSlot({ outstandingCents, dueDate, kind }: OpenItem): ApartItem['slot'] {
  if (outstandingCents < 0) return 'credits';
  return dueDate === null && kind !== 'payment' && kind !== 'deposit' ? 'undated' : 'apart';
}

function promisesByItem({ judgedPromises, judgedAgreements }: CustomerAccount) {
  const byItem = new Map<number, { promisedFor: CalendarDate; amountCents: Cents }[]>();
  for (const { promise, items } of judgedPromises.filter(isSuspending)) {
    for (const { receivableId, openCents } of items) {
      if (openCents <= 0) continue;
      const known = byItem.get(receivableId) ?? [];
      known.push({ promisedFor: promise.promisedFor, amountCents: openCents });
      byItem.set(receivableId, known);
    }
  }
  for (const { receivableId, ...part } of judgedAgreements.flatMap(expectedParts)) {
    byItem.set(receivableId, [...(byItem.get(receivableId) ?? []), part]);
  }
  return byItem;
}

function disputedOf({ situation }: CustomerAccount): ReadonlyMap<number, Cents> {
  const disputed = new Map<number, Cents>();
  for (const [receivableId, { disputedCents }] of situation.items) {
    if (disputedCents > 0) disputed.set(receivableId, disputedCents);
  }
  return disputed;
}

/** Of several disputes of one item, the one that takes longest. */
function disputeDaysOf(
  { openDisputes }: CustomerAccount,
  receivableId: number,
  { disputeTimes, portfolio }: CashContext,
): number {
  const own = openDisputes.filter(({ items }) =>
    items.some((one) => one.receivableId === receivableId),
  );
  return Math.max(0, ...own.map((one) => disputeDaysLeft(one, disputeTimes, portfolio.today)));
}
