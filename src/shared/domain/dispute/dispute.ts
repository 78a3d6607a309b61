/**
 * Disputes (litiges): what a customer contests of his items, and what becomes of it.
 *
 *     open ──► maintained                         the claim is refused, chased again (R21)
 *          ──► partly       a credit note promised for a part, the rest refused
 *          ──► credit note  promised for the whole
 *
 * A credit note that was promised is followed until it comes: what it will take off stays aside,
 * for nobody is chased for what we said he does not owe. It has come when credit notes settled that
 * much of the disputed items since the dispute was opened, or when one of exactly what is still
 * awaited stands on the account, whether it is lettered or not.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Result } from '../../kernel/result.ts';
import { done, refused } from '../../kernel/result.ts';

export type DisputeOutcome = 'credit_note' | 'maintained' | 'partly' | 'undone';
export type DisputeState = 'open' | 'credit_awaited' | 'closed';

export interface DisputedItem {
  readonly receivableId: number;
  readonly amountCents: Cents;
  /** Taken off by credit notes since the dispute was opened. */
  readonly creditedCents: Cents;
}

export interface Dispute {
  readonly openedOn: CalendarDate;
  readonly answerBy: CalendarDate | null;
  readonly outcome: DisputeOutcome | null;
  /** Granted by the outcome; 0 while it is open. */
  readonly creditCents: Cents;
  readonly items: readonly DisputedItem[];
}

/** A credit note on the account that nothing allocates yet. */
export interface FreeCredit {
  readonly day: CalendarDate;
  /** Above zero. */
  readonly amountCents: Cents;
}

export interface DisputeStanding {
  readonly state: DisputeState;
  /** What of each item stays aside; only those above zero. */
  readonly held: readonly { readonly receivableId: number; readonly amountCents: Cents }[];
  /** What the credit note promised is still to take off. */
  readonly awaitedCents: Cents;
}

/** A difference up to this is a rounding. */
const TOLERANCE_CENTS = 1;
/** Days without anything done after which a dispute sleeps. */
const ASLEEP_DAYS = 30;

/** Where a dispute stands, from its end and the credit notes that came. */
export function standingOf(
  { openedOn, outcome, creditCents, items }: Dispute,
  freeCredits: readonly FreeCredit[],
): DisputeStanding {
  if (outcome === null) return { state: 'open', held: heldUpTo(items, Infinity), awaitedCents: 0 };
  const credited = items.reduce((sum, item) => sum + item.creditedCents, 0);
  const awaited = creditCents - credited;
  const hasCome =
    awaited <= TOLERANCE_CENTS ||
    freeCredits.some(({ day, amountCents }) => day >= openedOn && amountCents === awaited);
  if (outcome === 'maintained' || outcome === 'undone' || hasCome) {
    return { state: 'closed', held: [], awaitedCents: 0 };
  }
  return { state: 'credit_awaited', held: heldUpTo(items, awaited), awaitedCents: awaited };
}

/** The disputed amounts not credited yet, item after item, up to a sum. */
function heldUpTo(items: readonly DisputedItem[], upToCents: number): DisputeStanding['held'] {
  let left = upToCents;
  return items.flatMap(({ receivableId, amountCents, creditedCents }) => {
    const taken = Math.min(left, amountCents - creditedCents);
    if (taken <= 0) return [];
    left -= taken;
    return [{ receivableId, amountCents: taken }];
  });
}

export type DisputeEndRefusal = 'credit_exceeds_dispute' | 'credit_missing';

/**
 * What an outcome grants: the whole, nothing, or the part that was said, which is above zero and
 * below the whole.
 */
export function decideCredit(
  outcome: DisputeOutcome,
  disputedCents: Cents,
  partCents: Cents | null,
): Result<Cents, DisputeEndRefusal> {
  if (outcome === 'credit_note') return done(disputedCents);
  if (outcome !== 'partly') return done(0);
  if (partCents === null || partCents <= 0) return refused('credit_missing');
  return partCents < disputedCents ? done(partCents) : refused('credit_exceeds_dispute');
}

/** Whether the outcome refuses something of the claim: its items are chased again (R21). */
export function isRefusing(outcome: DisputeOutcome): boolean {
  return outcome === 'maintained' || outcome === 'partly';
}

/** Whether our answer is due: its day has come. One without a day waits for no day. */
export function isAnswerDue(
  { outcome, answerBy }: Pick<Dispute, 'outcome' | 'answerBy'>,
  today: CalendarDate,
): boolean {
  return outcome === null && answerBy !== null && answerBy <= today;
}

/** Whether an open dispute sleeps: opened thirty days ago, and nothing done for as long. */
export function isAsleep(
  { outcome, openedOn }: Pick<Dispute, 'outcome' | 'openedOn'>,
  lastActionOn: CalendarDate | null,
  today: CalendarDate,
): boolean {
  const since = addDays(today, -ASLEEP_DAYS);
  return outcome === null && openedOn <= since && (lastActionOn === null || lastActionOn <= since);
}
