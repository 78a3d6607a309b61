/**
 * Whether a promise was kept, from what really reached the account.
 *
 * Three rules:
 *  - it is judged once the bank is known up to its day plus grace; before, an absent payment means
 *    nothing and the promise is « à vérifier »;
 *  - only money keeps it. A credit note, a bill or a set-off lowers what was left to pay; when it
 *    takes all of it, the promise was neither kept nor broken (« soldée par avoir »);
 *  - money counts once: promises of one customer are served in the order of their days.
 *
 * Money that nobody has allocated yet counts too: lettering is the accountant's, paying the
 * customer's.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addMonths, daysBetween, earlierOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import type { GraceSettings } from '../freshness/lateness.ts';
import { GRACE_DEFAULTS } from '../freshness/lateness.ts';
import type { SettlementNature } from '../interpretation/interpretation.ts';
import type { PromiseToPay } from './promise.ts';

/**
 * `pending` its day has not passed · `to_verify` it has, and the bank is not known far enough ·
 * `kept` · `partly_kept` · `late` paid in full, after the grace · `broken` · `settled_by_credit`.
 */
export type PromiseOutcome =
  | 'pending'
  | 'to_verify'
  | 'kept'
  | 'partly_kept'
  | 'late'
  | 'broken'
  | 'settled_by_credit';

/** Something that reduced the customer's account, or gave a reduction back. */
export interface AccountMovement {
  readonly date: CalendarDate;
  /** Positive when it reduces the debt; negative for a payment that came back unpaid. */
  readonly amountCents: Cents;
  readonly nature: SettlementNature;
  /** Null while it is not allocated. */
  readonly receivableId: number | null;
}

export interface JudgedItem {
  readonly receivableId: number;
  /** What of the promise is still to come on this item. */
  readonly openCents: Cents;
}

export interface JudgedPromise {
  readonly promise: PromiseToPay;
  readonly outcome: PromiseOutcome;
  /** Day up to which the bank must be known; a promise broken is broken from that day on. */
  readonly deadline: CalendarDate;
  /** Money received for it, in time or not. */
  readonly receivedCents: Cents;
  readonly receivedInTimeCents: Cents;
  /** Taken off by credit notes, bills, set-offs, and by money that had come before the promise. */
  readonly settledOtherwiseCents: Cents;
  readonly items: readonly JudgedItem[];
}

export interface JudgeContext {
  readonly today: CalendarDate;
  readonly bankDate: CalendarDate | null;
  readonly calendar: BusinessCalendar;
  readonly grace?: GraceSettings;
  /** A shortfall up to this is a bank fee or a rounding. */
  readonly toleranceCents?: Cents;
}

const TOLERANCE_CENTS = 100;
/** « Le virement est parti » is checked with the bank three working days later. */
const ANNOUNCED_GRACE_BUSINESS_DAYS = 3;
const BROKEN_MONTHS = 6;

/** Judges one promise against the movements of the account. */
export function judgePromise(
  promise: PromiseToPay,
  movements: readonly AccountMovement[],
  context: JudgeContext,
): JudgedPromise {
  return judgeOne(promise, standing(movements), context);
}

/** Judges all promises of one customer; each cent of money serves one of them. */
export function judgePromises(
  promises: readonly PromiseToPay[],
  movements: readonly AccountMovement[],
  context: JudgeContext,
): readonly JudgedPromise[] {
  const left = standing(movements);
  return [...promises]
    .sort((a, b) => daysBetween(b.promisedFor, a.promisedFor) || a.promiseId - b.promiseId)
    .map((promise) => judgeOne(promise, left, context));
}

/** Whether the promise still suspends the reminders of its items. */
export function isSuspending(judged: JudgedPromise): boolean {
  return judged.outcome === 'pending' || judged.outcome === 'to_verify';
}

/** What promises that still suspend hold back, by item. */
export function promisedByItem(judged: readonly JudgedPromise[]): ReadonlyMap<number, Cents> {
  const amounts = new Map<number, Cents>();
  for (const { receivableId, openCents } of judged.filter(isSuspending).flatMap((j) => j.items)) {
    amounts.set(receivableId, (amounts.get(receivableId) ?? 0) + openCents);
  }
  return amounts;
}

/** Promises broken in the last six months, the latest first. */
export function recentlyBroken(
  judged: readonly JudgedPromise[],
  today: CalendarDate,
): readonly JudgedPromise[] {
  const since = addMonths(today, -BROKEN_MONTHS);
  return judged
    .filter(({ outcome, deadline }) => outcome === 'broken' && deadline > since)
    .sort((a, b) => daysBetween(a.deadline, b.deadline));
}

export interface Reliability {
  readonly keptCount: number;
  /** Promises judged one way or the other; those settled by credit are not among them. */
  readonly judgedCount: number;
  readonly keptCents: Cents;
  readonly judgedCents: Cents;
}

/**
 * How far the customer's word goes: promises honoured in full and in time over promises matured,
 * by number and by amount (then with what came in time of the others). An announced payment is no
 * promise and is not counted.
 */
export function reliabilityOf(judged: readonly JudgedPromise[]): Reliability {
  const matured = judged.filter(
    ({ outcome, promise }) =>
      promise.kind === 'promise' &&
      (outcome === 'kept' ||
        outcome === 'partly_kept' ||
        outcome === 'late' ||
        outcome === 'broken'),
  );
  const owed = ({ promise, settledOtherwiseCents }: JudgedPromise) =>
    promise.amountCents - settledOtherwiseCents;
  return {
    keptCount: matured.filter(({ outcome }) => outcome === 'kept').length,
    judgedCount: matured.length,
    keptCents: matured.reduce((sum, { receivedInTimeCents }) => sum + receivedInTimeCents, 0),
    judgedCents: matured.reduce((sum, one) => sum + owed(one), 0),
  };
}

/** A movement with what no promise has taken of it yet. */
interface StandingMovement {
  readonly date: CalendarDate;
  readonly nature: SettlementNature;
  readonly receivableId: number | null;
  left: Cents;
}

/** Movements in date order, without those that came back unpaid and what they gave back. */
function standing(movements: readonly AccountMovement[]): StandingMovement[] {
  const inOrder = [...movements].sort((a, b) => daysBetween(b.date, a.date));
  const kept: StandingMovement[] = [];
  for (const { amountCents, ...movement } of inOrder) {
    if (amountCents > 0) kept.push({ ...movement, left: amountCents });
    else takeBack(kept, movement.receivableId, -amountCents);
  }
  return kept;
}

/** The latest money is the one that came back. */
function takeBack(kept: StandingMovement[], receivableId: number | null, amount: Cents): void {
  let left = amount;
  for (const movement of kept.toReversed()) {
    if (movement.receivableId !== receivableId || !isMoney(movement.nature)) continue;
    const taken = Math.min(left, movement.left);
    movement.left -= taken;
    left -= taken;
  }
}

function isMoney(nature: SettlementNature): boolean {
  return nature === 'bank' || nature === 'cash';
}

interface OpenPart {
  readonly receivableId: number | null;
  readonly pool: ReadonlySet<number> | undefined;
  left: Cents;
}

function judgeOne(
  promise: PromiseToPay,
  movements: readonly StandingMovement[],
  context: JudgeContext,
): JudgedPromise {
  const deadline = deadlineOf(promise, context);
  const countsFrom = earlierOf(promise.promisedOn, promise.promisedFor);
  const parts = openPartsOf(promise);
  let receivedInTimeCents = 0;
  let receivedLateCents = 0;
  let settledOtherwiseCents = settledBeforeCents(promise);
  for (const movement of movements) {
    if (movement.date < countsFrom) continue;
    const taken = serve(parts, movement);
    if (!isMoney(movement.nature)) settledOtherwiseCents += taken;
    else if (movement.date <= deadline) receivedInTimeCents += taken;
    else receivedLateCents += taken;
  }
  const receivedCents = receivedInTimeCents + receivedLateCents;
  const figures = { receivedCents, receivedInTimeCents, settledOtherwiseCents };
  return {
    promise,
    outcome: outcomeOf(promise, deadline, figures, context),
    deadline,
    ...figures,
    items: parts.flatMap(({ receivableId, left }) =>
      receivableId === null ? [] : [{ receivableId, openCents: left }],
    ),
  };
}

function deadlineOf(promise: PromiseToPay, context: JudgeContext): CalendarDate {
  const { promiseBusinessDays } = context.grace ?? GRACE_DEFAULTS;
  const days = promise.kind === 'announced' ? ANNOUNCED_GRACE_BUSINESS_DAYS : promiseBusinessDays;
  return addBusinessDays(promise.promisedFor, days, context.calendar);
}

/** One part per item, or a single one that any movement, or those of some items, serve. */
function openPartsOf({ amountCents: left, items, pool }: PromiseToPay): OpenPart[] {
  if (items.length === 0) return [{ receivableId: null, pool, left }];
  return items.map(({ receivableId, amountCents, settledBeforeCents = 0 }) => ({
    receivableId,
    pool: undefined,
    left: amountCents - settledBeforeCents,
  }));
}

/** What nobody owed any more on the day of the promise: the file that says so came after it. */
function settledBeforeCents({ items }: PromiseToPay): Cents {
  return items.reduce((sum, item) => sum + (item.settledBeforeCents ?? 0), 0);
}

/** Takes from the movement what it brings to the open parts; the amount taken. */
function serve(parts: readonly OpenPart[], movement: StandingMovement): Cents {
  let served = 0;
  for (const part of parts) {
    if (!isServed(part, movement.receivableId)) continue;
    const taken = Math.min(part.left, movement.left);
    part.left -= taken;
    movement.left -= taken;
    served += taken;
  }
  return served;
}

/** Money that nobody allocated yet serves any part. */
function isServed({ receivableId, pool }: OpenPart, movedId: number | null): boolean {
  if (movedId === null || receivableId === movedId) return true;
  return receivableId === null && (pool === undefined || pool.has(movedId));
}

interface Figures {
  readonly receivedCents: Cents;
  readonly receivedInTimeCents: Cents;
  readonly settledOtherwiseCents: Cents;
}

function outcomeOf(
  promise: PromiseToPay,
  deadline: CalendarDate,
  figures: Figures,
  context: JudgeContext,
): PromiseOutcome {
  const tolerance = context.toleranceCents ?? TOLERANCE_CENTS;
  const target = promise.amountCents - figures.settledOtherwiseCents - tolerance;
  if (figures.settledOtherwiseCents > 0 && target <= 0 && figures.receivedCents === 0) {
    return 'settled_by_credit';
  }
  if (figures.receivedInTimeCents >= Math.max(target, 1)) return 'kept';
  if (context.bankDate === null || context.bankDate < deadline) {
    return context.today <= promise.promisedFor ? 'pending' : 'to_verify';
  }
  if (figures.receivedCents === 0) return 'broken';
  return figures.receivedCents >= target ? 'late' : 'partly_kept';
}
