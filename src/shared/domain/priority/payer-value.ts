/**
 * What a call to one payer is worth this morning.
 *
 *     V = R × C × T × Σᵢ mᵢ × (1 − pᵢ) × L(sᵢ)
 *
 * mᵢ the chaseable part of the item · pᵢ the chance it comes alone within a week · L what its days
 * late weigh · R the risk · C how well he can be reached · T how long he was left in peace. Per
 * item, so that an old residue neither drives nor hides the rest.
 *
 * Laws: nothing chaseable, no value; more on any item, one more broken promise or less chance never
 * lower it; an e-mail that leaves changes nothing, a call that reaches does. It falls on purpose
 * after 120 days: by then a decision is due, not a call.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { ratioOf } from '../../kernel/cents.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { businessDaysBetween } from '../calendar/business-calendar.ts';
import { nextPaymentDay } from '../payer/payment-days.ts';
import type { AssessedAccount, AssessedItem } from '../receivable/verdict.ts';
import type { PayerInput } from './payer-input.ts';
import type { PriorityWeights } from './priority-weights.ts';
import { bandValue } from './priority-weights.ts';

/** One item's share of the value. */
export interface ItemTerm {
  readonly assessed: AssessedItem;
  readonly stakeCents: Cents;
  /** Days past due on the day. */
  readonly daysPastDue: number;
  readonly chance: number;
  /** The chance is the forecast's, not the table's. */
  readonly isForecast: boolean;
  readonly lateness: number;
  /** m × (1 − p) × L, in cents. */
  readonly weightedCents: number;
}

/** The factors of V, named, in the order they are read. */
export interface PriorityTerms {
  /** Σ mᵢ × (1 − pᵢ) × L(sᵢ), in cents. */
  readonly base: number;
  readonly risk: number;
  readonly contact: number;
  readonly time: number;
}

/** V of these terms, in weighted cents: it orders payers and is no amount of money. */
export function callValue(terms: PriorityTerms): number {
  return terms.risk * terms.contact * terms.time * terms.base;
}

export interface ValueContext {
  readonly today: CalendarDate;
  readonly bankDate: CalendarDate | null;
  readonly calendar: BusinessCalendar;
  readonly weights: PriorityWeights;
}

/** The chaseable items of a payer with the share of each; `paymentDay` is his coming one. */
export function itemTerms(
  payer: PayerInput,
  accounts: readonly AssessedAccount[],
  paymentDay: CalendarDate | null,
  weights: PriorityWeights,
): readonly ItemTerm[] {
  const terms: ItemTerm[] = [];
  const habit = payer.usualDelayDays ?? 0;
  for (const account of accounts) {
    if (account.chaseableCents === 0) continue;
    for (const assessed of account.items) {
      const { chaseableCents: stakeCents, daysPastDue } = assessed;
      if (stakeCents === 0 || daysPastDue === null) continue;
      const forecast = payer.chances?.get(assessed.item.receivableId ?? 0);
      const isForecast = forecast !== undefined;
      const chance = forecast ?? chanceAlone(daysPastDue - habit, paymentDay !== null, weights);
      const lateness = bandValue(weights.lateness, daysPastDue);
      const weightedCents = stakeCents * (1 - chance) * lateness;
      terms.push({
        assessed,
        stakeCents,
        daysPastDue,
        chance,
        isForecast,
        lateness,
        weightedCents,
      });
    }
  }
  return terms;
}

/**
 * p: the chance that an item comes alone within a week, by its days late beyond the payer's habit
 * and by whether one of his payment days is near.
 */
export function chanceAlone(
  daysBeyondHabit: number,
  isPaymentDayNear: boolean,
  weights: PriorityWeights,
): number {
  const { chance } = weights;
  if (isPaymentDayNear && daysBeyondHabit <= chance.paymentDayBeyondHabitDays) {
    return chance.paymentDay;
  }
  return bandValue(chance.beyondHabit, daysBeyondHabit);
}

/**
 * The payer's next payment day, when it falls within the coming working days or is already past and
 * the bank not yet known up to it; null otherwise.
 */
export function comingPaymentDay(payer: PayerInput, context: ValueContext): CalendarDate | null {
  const { today, calendar } = context;
  const next = nextPaymentDay(payer.paymentDays, context.bankDate ?? today, calendar);
  if (next === null) return null;
  const within = context.weights.chance.paymentDayWithinBusinessDays;
  return businessDaysBetween(today, next, calendar) <= within ? next : null;
}

/**
 * The days late that texts speak of: those of the oldest item that counts, so that a residue of
 * three years does not make every sentence. Of small items only, the oldest.
 */
export function drivingDaysPastDue(terms: readonly ItemTerm[], weights: PriorityWeights): number {
  const total = terms.reduce((sum, { stakeCents }) => sum + stakeCents, 0);
  const share = ratioOf(total, weights.floorShareBasisPoints, 10_000);
  const least = Math.max(weights.floorCents, share);
  const counting = terms.filter(({ stakeCents }) => stakeCents >= least);
  const days = (counting.length > 0 ? counting : terms).map(({ daysPastDue }) => daysPastDue);
  return Math.max(...days);
}

/** R: broken promises, exceeded cover, an order waiting, a good payer gone late. */
export function riskOf(
  payer: PayerInput,
  terms: readonly ItemTerm[],
  weights: PriorityWeights,
): number {
  const { risk } = weights;
  const broken = Math.min(payer.brokenPromises.length, risk.brokenPromisesMax);
  let value = 1 + broken * risk.brokenPromise;
  if (payer.exposureExcessCents !== null) value += risk.exposureExceeded;
  if (payer.isOrderWaiting) value += risk.orderWaiting;
  if (isGoodPayerLate(payer, terms, weights)) value += risk.goodPayerLate;
  return Math.min(value, risk.max);
}

/**
 * A payer whose habit is good and who has gone well beyond it. Judged on any item above the floor,
 * not on the one that drives the texts: a larger amount elsewhere must not make it untrue.
 */
export function isGoodPayerLate(
  payer: PayerInput,
  terms: readonly ItemTerm[],
  weights: PriorityWeights,
): boolean {
  const { usualDelayDays } = payer;
  const { goodPayerHabitBelowDays, goodPayerBeyondHabitDays } = weights.risk;
  if (usualDelayDays === null || usualDelayDays >= goodPayerHabitBelowDays) return false;
  return terms.some(
    ({ stakeCents, daysPastDue }) =>
      stakeCents >= weights.floorCents && daysPastDue - usualDelayDays > goodPayerBeyondHabitDays,
  );
}

/** C: the best means of reaching him, less when he does not answer. */
export function contactFactor(payer: PayerInput, weights: PriorityWeights): number {
  const { contact } = weights;
  if (payer.reach === 'none') return contact.none;
  if (payer.contact.unansweredCount >= contact.unansweredTries) return contact.unanswered;
  return payer.reach === 'direct_phone' ? contact.directPhone : contact.indirect;
}

/** T: how long he was left in peace; a new event since the last exchange ends the peace. */
export function timeFactor(payer: PayerInput, context: ValueContext): number {
  const { weights, today, calendar } = context;
  const { lastExchangeDate } = payer.contact;
  if (lastExchangeDate === null) return bandValue(weights.time, Number.POSITIVE_INFINITY);
  const event = lastEventDate(payer);
  if (event !== null && event > lastExchangeDate) return weights.timeAfterNewEvent;
  return bandValue(weights.time, businessDaysBetween(lastExchangeDate, today, calendar));
}

/** The last reject or the day on which a promise was known to be broken, whichever is later. */
function lastEventDate(payer: PayerInput): CalendarDate | null {
  const dates = payer.brokenPromises.map(({ brokenOn }) => brokenOn);
  if (payer.rejectedPayment !== null) dates.push(payer.rejectedPayment.day);
  return dates.reduce<CalendarDate | null>(
    (latest, date) => (latest === null ? date : laterOf(latest, date)),
    null,
  );
}
