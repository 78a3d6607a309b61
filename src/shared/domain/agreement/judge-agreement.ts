/**
 * Where an agreement stands, from what was signed, what a person decided and what was received.
 *
 *     plan         drafted ─► sent ─► running ─► kept
 *                     └─ unsigned      └─ missed ─► forfeited, or ended, by a person only
 *     settlement   running ─► paid ─► written off
 *                     └─ lapsed, of itself: the full claim is back
 *
 * Each part is judged as a promise is: only money keeps it, and never before the bank is known up
 * to its day plus grace. Money serves the parts in the order of their days. A plan that waits for
 * its signature holds the reminders until the day given for it, no longer.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { JudgedPromise, PromiseOutcome } from '../promise/judge-promise.ts';
import type { PromiseToPay } from '../promise/promise.ts';
import type { AgreementItem, AgreementKind, AgreementPart, AgreementStep } from './agreement.ts';

export type AgreementState =
  | 'drafted'
  | 'sent'
  | 'unsigned'
  | 'running'
  | 'missed'
  | 'kept'
  | 'forfeited'
  | 'ended'
  | 'paid'
  | 'written_off'
  | 'lapsed';

export interface Agreement {
  readonly agreementId: number;
  readonly kind: AgreementKind;
  readonly agreedOn: CalendarDate;
  readonly answerBy: CalendarDate;
  readonly waivedCents: Cents;
  readonly items: readonly (AgreementItem & {
    /** Taken off the item since the day of the agreement, by money or otherwise. */
    readonly settledCents: Cents;
  })[];
  readonly parts: readonly AgreementPart[];
  /** Those that stand, in the order in which they were noted. */
  readonly steps: readonly AgreementStep[];
}

export interface JudgedPart extends AgreementPart {
  readonly outcome: PromiseOutcome;
  /** Day up to which the bank must be known. */
  readonly deadline: CalendarDate;
  readonly receivedCents: Cents;
  readonly openCents: Cents;
}

export interface JudgedAgreement {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly parts: readonly JudgedPart[];
  readonly receivedCents: Cents;
  /** What of the parts is still to come. */
  readonly openCents: Cents;
  /** The first part that is not paid whole; null when all are. */
  readonly next: JudgedPart | null;
  /** What it holds back of each item; empty once it holds nothing. */
  readonly held: readonly AgreementItem[];
}

/** The parts as promises, for money to serve them among the other promises of the customer. */
export function partsAsPromises(agreement: Agreement): readonly PromiseToPay[] {
  const pool = new Set(agreement.items.map(({ receivableId }) => receivableId));
  return agreement.parts.map(({ rank, dueDate, amountCents }) => ({
    promiseId: agreement.agreementId * 1000 + rank,
    kind: 'instalment',
    promisedOn: agreement.agreedOn,
    promisedFor: dueDate,
    amountCents,
    items: [],
    pool,
  }));
}

/** Judges an agreement; `judged` are its parts, in the order of the agreement. */
export function judgeAgreement(
  agreement: Agreement,
  judged: readonly JudgedPromise[],
  today: CalendarDate,
): JudgedAgreement {
  const parts = agreement.parts.flatMap((part, index): JudgedPart[] => {
    const own = judged[index];
    if (own === undefined) return [];
    const { outcome, deadline, receivedCents, settledOtherwiseCents } = own;
    const openCents = part.amountCents - receivedCents - settledOtherwiseCents;
    return [{ ...part, outcome, deadline, receivedCents, openCents }];
  });
  const state = stateOf(agreement, parts, today);
  return {
    agreement,
    state,
    parts,
    receivedCents: parts.reduce((sum, { receivedCents }) => sum + receivedCents, 0),
    openCents: parts.reduce((sum, { openCents }) => sum + openCents, 0),
    next: parts.find(({ outcome }) => !PAID_OUTCOMES.has(outcome)) ?? null,
    held: HOLDING.has(state) ? heldOf(agreement) : [],
  };
}

/** Outcomes of a part that is paid, or that nothing is left of. */
export const PAID_OUTCOMES: ReadonlySet<PromiseOutcome> = new Set([
  'kept',
  'late',
  'settled_by_credit',
]);
const MISSED: ReadonlySet<PromiseOutcome> = new Set(['broken', 'partly_kept']);

/** States in which the items are not chased. */
const HOLDING: ReadonlySet<AgreementState> = new Set([
  'drafted',
  'sent',
  'running',
  'missed',
  'paid',
  'written_off',
]);

/** Whether the agreement is over, one way or the other: nothing of it is waited for any more. */
export function isOver(state: AgreementState): boolean {
  return OVER.has(state);
}

const OVER: ReadonlySet<AgreementState> = new Set([
  'kept',
  'forfeited',
  'ended',
  'written_off',
  'lapsed',
]);

function stateOf(
  { kind, answerBy, steps }: Agreement,
  parts: readonly JudgedPart[],
  today: CalendarDate,
): AgreementState {
  const has = (step: AgreementStep) => steps.includes(step);
  if (has('undone') || has('ended')) return 'ended';
  if (has('forfeited')) return 'forfeited';
  const isPaid = parts.every(({ outcome }) => PAID_OUTCOMES.has(outcome));
  const isMissed = parts.some(({ outcome }) => MISSED.has(outcome));
  if (kind === 'settlement') {
    if (has('written_off')) return 'written_off';
    // Late money is none of the offer's: what is not paid in time leaves the claim whole.
    const isLate = parts.some(({ outcome }) => outcome === 'late');
    if (isMissed || isLate) return 'lapsed';
    return isPaid ? 'paid' : 'running';
  }
  if (isPaid) return 'kept';
  if (!has('signed')) return today > answerBy ? 'unsigned' : has('sent') ? 'sent' : 'drafted';
  return isMissed ? 'missed' : 'running';
}

/** What is left of each item under the agreement: never more than it covered, never below zero. */
function heldOf({ items }: Agreement): readonly AgreementItem[] {
  return items.flatMap(({ receivableId, amountCents, settledCents }) => {
    const left = Math.min(amountCents, amountCents - settledCents);
    return left > 0 ? [{ receivableId, amountCents: left }] : [];
  });
}

/** One amount of one item expected on the day of a part. */
export interface ExpectedPart {
  readonly receivableId: number;
  readonly promisedFor: CalendarDate;
  readonly amountCents: Cents;
}

/** What the parts still to come bring of each item, part after part and item after item. */
export function expectedParts({ parts, held }: JudgedAgreement): readonly ExpectedPart[] {
  const left = held.map((item) => ({ ...item })) as { receivableId: number; amountCents: Cents }[];
  return parts.flatMap(({ dueDate, openCents }) => {
    let open = openCents;
    return left.flatMap((item) => {
      const taken = Math.min(open, item.amountCents);
      if (taken <= 0) return [];
      open -= taken;
      item.amountCents -= taken;
      return [{ receivableId: item.receivableId, promisedFor: dueDate, amountCents: taken }];
    });
  });
}
