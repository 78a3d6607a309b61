/**
 * Why a payer stands where he stands, as codes and figures; the sentence is made elsewhere, in the
 * language of its reader.
 *
 * Order: what just happened, then what is unlike him, then how late it is, then how long nobody
 * spoke to him. The first two or three are the sentence.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { lastPaymentDay } from '../payer/payment-days.ts';
import type { PayerInput } from './payer-input.ts';
import type { ItemTerm, ValueContext } from './payer-value.ts';
import { isGoodPayerLate } from './payer-value.ts';

export type PriorityReason =
  | {
      readonly code: 'broken_promise';
      readonly promisedFor: CalendarDate;
      readonly amountCents: Cents;
      /** Broken in six months, this one included. */
      readonly count: number;
    }
  | {
      readonly code: 'rejected_payment';
      readonly day: CalendarDate;
      readonly amountCents: Cents;
    }
  | { readonly code: 'exposure_exceeded'; readonly excessCents: Cents }
  | { readonly code: 'order_waiting' }
  | {
      readonly code: 'good_payer_late';
      readonly usualDelayDays: number;
      readonly daysPastDue: number;
    }
  | { readonly code: 'payment_day_missed'; readonly day: CalendarDate }
  | { readonly code: 'payment_day_near'; readonly day: CalendarDate }
  | { readonly code: 'items_late_beyond'; readonly count: number; readonly days: number }
  | { readonly code: 'items_late'; readonly count: number; readonly daysPastDue: number }
  | { readonly code: 'never_contacted' }
  | { readonly code: 'not_contacted_for'; readonly days: number }
  | { readonly code: 'reached'; readonly days: number }
  | { readonly code: 'unanswered'; readonly count: number }
  | { readonly code: 'no_contact_known' }
  | { readonly code: 'dates_estimated'; readonly amountCents: Cents };

const LATE_BEYOND_DAYS = 60;
/** Under this many days, « joint il y a 4 jours » tells more than a silence. */
const SILENCE_DAYS = 8;

/** The reasons of a payer with something at stake, the most telling first; `paymentDay` is near. */
export function priorityReasons(
  payer: PayerInput,
  terms: readonly ItemTerm[],
  paymentDay: CalendarDate | null,
  context: ValueContext,
): readonly PriorityReason[] {
  const habit = habitReasons(payer, terms, paymentDay, context);
  return [
    ...eventReasons(payer, context),
    ...habit,
    ...latenessReasons(terms, habit),
    silenceReason(payer, context.today),
    ...otherReasons(payer, terms),
  ];
}

function eventReasons(payer: PayerInput, context: ValueContext): PriorityReason[] {
  const reasons: PriorityReason[] = [];
  const [broken] = [...payer.brokenPromises].sort((a, b) => daysBetween(a.brokenOn, b.brokenOn));
  if (broken !== undefined) {
    const { promisedFor, amountCents } = broken;
    const count = payer.brokenPromises.length;
    reasons.push({ code: 'broken_promise', promisedFor, amountCents, count });
  }
  const { rejectedPayment } = payer;
  if (rejectedPayment !== null && isRecent(rejectedPayment.day, context.today)) {
    reasons.push({ code: 'rejected_payment', ...rejectedPayment });
  }
  return reasons;
}

function isRecent(day: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(day, today) <= LATE_BEYOND_DAYS;
}

function habitReasons(
  payer: PayerInput,
  terms: readonly ItemTerm[],
  paymentDay: CalendarDate | null,
  context: ValueContext,
): PriorityReason[] {
  const reasons: PriorityReason[] = [];
  const { exposureExcessCents: excessCents, usualDelayDays } = payer;
  if (excessCents !== null) reasons.push({ code: 'exposure_exceeded', excessCents });
  if (payer.isOrderWaiting) reasons.push({ code: 'order_waiting' });
  if (usualDelayDays !== null && isGoodPayerLate(payer, terms, context.weights)) {
    reasons.push({ code: 'good_payer_late', usualDelayDays, daysPastDue: oldestDays(terms) });
  }
  if (paymentDay !== null) {
    reasons.push({ code: 'payment_day_near', day: paymentDay });
    return reasons;
  }
  const missed = missedPaymentDay(payer, terms, context);
  if (missed !== null) reasons.push({ code: 'payment_day_missed', day: missed });
  return reasons;
}

/** The last payment day of which the bank is known, when something due before it is still open. */
function missedPaymentDay(
  payer: PayerInput,
  terms: readonly ItemTerm[],
  context: ValueContext,
): CalendarDate | null {
  if (context.bankDate === null) return null;
  const day = lastPaymentDay(payer.paymentDays, context.bankDate, context.calendar);
  if (day === null) return null;
  const daysSince = daysBetween(day, context.today);
  return terms.some(({ daysPastDue }) => daysPastDue >= daysSince) ? day : null;
}

/** How many items and how late, unless the habit already said how late. */
function latenessReasons(
  terms: readonly ItemTerm[],
  habit: readonly PriorityReason[],
): PriorityReason[] {
  const beyond = terms.filter(({ daysPastDue }) => daysPastDue > LATE_BEYOND_DAYS);
  if (beyond.length > 0) {
    return [{ code: 'items_late_beyond', count: beyond.length, days: LATE_BEYOND_DAYS }];
  }
  if (habit.some(({ code }) => code === 'good_payer_late')) return [];
  return [{ code: 'items_late', count: terms.length, daysPastDue: oldestDays(terms) }];
}

function silenceReason(payer: PayerInput, today: CalendarDate): PriorityReason {
  const { lastExchangeDate, unansweredCount } = payer.contact;
  if (unansweredCount > 0) return { code: 'unanswered', count: unansweredCount };
  if (lastExchangeDate === null) return { code: 'never_contacted' };
  const days = daysBetween(lastExchangeDate, today);
  return { code: days < SILENCE_DAYS ? 'reached' : 'not_contacted_for', days };
}

function otherReasons(payer: PayerInput, terms: readonly ItemTerm[]): PriorityReason[] {
  const reasons: PriorityReason[] = [];
  if (payer.reach === 'none') reasons.push({ code: 'no_contact_known' });
  const amountCents = terms.reduce(
    (sum, { assessed, stakeCents }) => sum + (assessed.isDateEstimated ? stakeCents : 0),
    0,
  );
  if (amountCents > 0) reasons.push({ code: 'dates_estimated', amountCents });
  return reasons;
}

function oldestDays(terms: readonly ItemTerm[]): number {
  return Math.max(...terms.map(({ daysPastDue }) => daysPastDue));
}
