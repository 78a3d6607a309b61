/**
 * Late-payment interest (pénalités de retard, intérêts moratoires) of one item.
 *
 *     interest = Σ  balance × yearly rate × days ÷ 365      simple, one term a segment
 *
 * A segment ends where the balance moves (payment, credit note) and where the rate does (1 January,
 * 1 July). Each is rounded to the cent, halves up, so that the sheet a debtor checks by hand adds
 * up to the total (LEGAL § 1.4).
 *
 * Choices a reader may wonder about:
 *  - the first day is the day after the due date, no reminder being needed (C. com. L441-10 II);
 *    the day of the payment counts, so days = payment − due date;
 *  - a public buyer keeps the rate of the semester in which interest began (CCP R2192-31), and his
 *    own thirty days from receipt when the due date falls before them;
 *  - a consumer owes the legal rate from the formal notice on (C. civ. 1231-6 and 1344-1);
 *  - an insolvency judgment stops interest on its eve (C. com. L622-28);
 *  - interest bears no interest (C. civ. 1343-2 only if stipulated), nor does a fee.
 *
 * A rate that nobody gave is never made up: the interest is refused, and says which rate it lacks.
 *
 * Laws: more paid never raises it; the order of a day's movements changes nothing; cutting a period
 * in two changes it by a cent a segment at most.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  addDays,
  calendarDate,
  daysBetween,
  earlierOf,
  laterOf,
  partsOf,
} from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { ratioOf, sumCents } from '../../kernel/cents.ts';
import type { Result } from '../../kernel/result.ts';
import { done, refused } from '../../kernel/result.ts';
import type { ItemKind } from '../interpretation/interpretation.ts';
import type { AppliedRate, DebtorKind, MissingRate } from './applied-rate.ts';
import { appliedRate } from './applied-rate.ts';
import type { ChargeSettings, DayCount } from './charge-settings.ts';
import type { RateTable } from './legal-rates.ts';
import type { Movement } from './movement.ts';
import { movementsByDay } from './movement.ts';
import type { RunningDebt } from './running-debt.ts';
import { afterMovements, newDebt } from './running-debt.ts';
import { endOfSemester, semesterOf } from './semester.ts';

export interface InterestItem {
  readonly kind: ItemKind;
  /** Null for an opening without an invoice: it has no age, hence no interest. */
  readonly dueDate: CalendarDate | null;
  /** VAT included, before any movement. */
  readonly amountCents: Cents;
  readonly movements: readonly Movement[];
  /** Day a public buyer received the invoice (deposit on Chorus Pro); null when unknown. */
  readonly receivedOn: CalendarDate | null;
  /**
   * Day of the first formal notice that covered this item: its first presentation, else its
   * sending; null before any. Only what a consumer owes depends on it.
   */
  readonly formalNoticeOn: CalendarDate | null;
}

export interface Debtor {
  readonly kind: DebtorKind;
  /** `foreign` where the contract says another law: what French law adds is not claimed. */
  readonly law: 'by_default' | 'french' | 'foreign';
  /** ISO 3166-1, two letters; empty for unknown, which reads as France. */
  readonly countryCode: string;
  /** Judgment that opened insolvency proceedings; null for none. */
  readonly insolvencyOn: CalendarDate | null;
}

export interface InterestContext {
  readonly debtor: Debtor;
  readonly settings: ChargeSettings;
  readonly rates: RateTable;
  /** Last day counted. */
  readonly upTo: CalendarDate;
}

export interface InterestSegment {
  /** First and last day counted. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly balanceCents: Cents;
  readonly rate: AppliedRate;
  /** 365, or 366 in a leap year where days are counted exactly. */
  readonly yearDays: number;
  readonly amountCents: Cents;
}

/** In order of precedence. */
export type NoInterestReason =
  | 'not_chargeable'
  | 'no_due_date'
  | 'foreign_law'
  | 'cancelled'
  | 'no_formal_notice'
  | 'not_late';

export interface Interest {
  readonly segments: readonly InterestSegment[];
  /** The sum of the segments. */
  readonly accruedCents: Cents;
  /** Of it, what payments covered already; 0 unless they go to interest first. */
  readonly paidCents: Cents;
  /** Principal left after what payments covered of the interest; never below zero. */
  readonly principalLeftCents: Cents;
  /** Why nothing runs; null when something does. */
  readonly none: NoInterestReason | null;
}

/** A public buyer's time limit from receipt, where the due date does not already allow for it. */
const PUBLIC_TERM_DAYS = 30;

const INTEREST_KINDS: ReadonlySet<ItemKind> = new Set(['invoice', 'opening', 'other']);

/** Interest of an item up to a day, with its segments in the order of time. */
export function latePaymentInterest(
  item: InterestItem,
  context: InterestContext,
): Result<Interest, readonly MissingRate[]> {
  const span = interestSpan(item, context);
  if (typeof span === 'string') return done(noInterest(item, context, span));
  const missing = new Map<string, MissingRate>();
  const segments: InterestSegment[] = [];
  let debt = newDebt(item.amountCents);
  let day = span.after;
  const runTo = (until: CalendarDate): void => {
    if (until <= day) return;
    const added = segmentsOf(
      { after: day, until, began: span.after },
      debt.principalCents,
      context,
    );
    for (const piece of added) {
      if ('code' in piece) missing.set(JSON.stringify(piece), piece);
      else segments.push(piece);
    }
    day = until;
    debt = { ...debt, accruedCents: sumCents(segments.map((segment) => segment.amountCents)) };
  };
  for (const moved of movementsByDay(item.movements, span.until)) {
    runTo(moved.on);
    debt = afterMovements(debt, moved, context.settings.imputation);
  }
  runTo(span.until);
  if (missing.size > 0) return refused([...missing.values()]);
  return done(interestOf(segments, debt));
}

/** Whether an item was ever owed past its date, up to a day: what the 40 € depends on. */
export function hasBeenLate(item: InterestItem, context: InterestContext): boolean {
  const span = interestSpan(item, context);
  if (typeof span === 'string') return false;
  let left = item.amountCents;
  for (const moved of movementsByDay(item.movements, span.until)) {
    if (moved.on > span.after && left > 0) return true;
    left -= moved.paymentCents + moved.reductionCents;
  }
  return left > 0;
}

interface Span {
  /** Interest runs from the day after. */
  readonly after: CalendarDate;
  readonly until: CalendarDate;
}

/** The days that bear interest, or why none does. */
function interestSpan(item: InterestItem, context: InterestContext): Span | NoInterestReason {
  const { debtor } = context;
  if (!INTEREST_KINDS.has(item.kind) || item.amountCents <= 0) return 'not_chargeable';
  if (item.dueDate === null) return 'no_due_date';
  if (debtor.law === 'foreign') return 'foreign_law';
  if (isCancelled(item, context.upTo)) return 'cancelled';
  const after = startAfter(item.dueDate, item, debtor);
  if (after === null) return 'no_formal_notice';
  const { insolvencyOn } = debtor;
  const until =
    insolvencyOn === null ? context.upTo : earlierOf(context.upTo, addDays(insolvencyOn, -1));
  return until > after ? { after, until } : 'not_late';
}

/** Nothing was owed of an invoice that credit notes took back whole. */
function isCancelled(item: InterestItem, upTo: CalendarDate): boolean {
  const credited = item.movements.filter(({ kind, on }) => kind === 'credit_note' && on <= upTo);
  return sumCents(credited.map(({ amountCents }) => amountCents)) >= item.amountCents;
}

/** The last day without interest; null while a consumer has had no formal notice. */
function startAfter(
  dueDate: CalendarDate,
  { receivedOn, formalNoticeOn }: InterestItem,
  debtor: Debtor,
): CalendarDate | null {
  switch (debtor.kind) {
    case 'professional':
      return dueDate;
    case 'public':
      return receivedOn === null
        ? dueDate
        : laterOf(dueDate, addDays(receivedOn, PUBLIC_TERM_DAYS));
    case 'consumer':
      return formalNoticeOn === null ? null : laterOf(dueDate, formalNoticeOn);
  }
}

/** The segments of a stretch on one balance, or the rates they lack. */
function segmentsOf(
  stretch: Span & { readonly began: CalendarDate },
  balanceCents: Cents,
  { debtor, settings, rates }: InterestContext,
): readonly (InterestSegment | MissingRate)[] {
  if (balanceCents <= 0) return [];
  const isFixed = debtor.kind === 'public';
  const pieces: (InterestSegment | MissingRate)[] = [];
  for (let from = addDays(stretch.after, 1); from <= stretch.until; ) {
    const to = earlierOf(stretch.until, lastDayAlike(from, isFixed, settings.dayCount));
    const semester = semesterOf(isFixed ? addDays(stretch.began, 1) : from);
    const rate = appliedRate(debtor.kind, settings, semester, rates);
    const days = daysBetween(from, to) + 1;
    const yearDays = yearDaysOf(from, settings.dayCount);
    if ('code' in rate) pieces.push(rate);
    else {
      const amountCents = ratioOf(balanceCents, rate.basisPoints * days, yearDays * 10_000);
      pieces.push({ from, to, days, balanceCents, rate, yearDays, amountCents });
    }
    from = addDays(to, 1);
  }
  return pieces;
}

/** The last day that has the same rate and the same length of year. */
function lastDayAlike(day: CalendarDate, isFixed: boolean, dayCount: DayCount): CalendarDate {
  if (!isFixed) return endOfSemester(semesterOf(day));
  return calendarDate(dayCount === 'exact' ? `${day.slice(0, 4)}-12-31` : '9999-12-31');
}

function yearDaysOf(day: CalendarDate, dayCount: DayCount): number {
  if (dayCount === 'year_of_365') return 365;
  const { year } = partsOf(day);
  return daysBetween(calendarDate(`${year}-01-01`), calendarDate(`${year}-12-31`)) + 1;
}

function interestOf(segments: readonly InterestSegment[], debt: RunningDebt): Interest {
  return {
    segments,
    accruedCents: debt.accruedCents,
    paidCents: debt.interestPaidCents,
    principalLeftCents: Math.max(0, debt.principalCents),
    none: segments.length === 0 ? 'not_late' : null,
  };
}

function noInterest(
  item: InterestItem,
  { upTo, settings }: InterestContext,
  none: NoInterestReason,
): Interest {
  const debt = movementsByDay(item.movements, upTo).reduce(
    (owed, moved) => afterMovements(owed, moved, settings.imputation),
    newDebt(item.amountCents),
  );
  return { ...interestOf([], debt), none };
}
