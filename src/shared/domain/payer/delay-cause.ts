/**
 * Why a customer pays late, as a call told it: the cause of each item, who must end it, and the
 * tone and the next action that fit.
 *
 * A cause is said of an item or of the customer as a whole; the item's own wins, the last said
 * wins. What was withdrawn (`cause` null) leaves the item to what is said of the customer.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { CallOutcome, NextActionKind } from '../contact-log/call-outcome.ts';
import type { Tone } from '../dunning/scenario.ts';

/** Forgotten · something is missing · contested · no money · does not want to · our own doing. */
export const DELAY_CAUSES = [
  'oversight',
  'administrative',
  'dispute',
  'cash',
  'deliberate',
  'ours',
] as const;
export type DelayCause = (typeof DELAY_CAUSES)[number];

/** Who must end a delay where nobody is named: the customer, or our own company. */
export type CauseSide = 'customer' | 'us';

interface CauseRule {
  readonly side: CauseSide;
  /** Null: the tone of the payer's segment. */
  readonly tone: Tone | null;
  readonly next: { readonly kind: NextActionKind; readonly businessDays: number };
}

const RULES: Readonly<Record<DelayCause, CauseRule>> = {
  oversight: {
    side: 'customer',
    tone: 'good',
    next: { kind: 'check_payment', businessDays: 3 },
  },
  administrative: {
    side: 'us',
    tone: 'good',
    next: { kind: 'send_duplicate', businessDays: 0 },
  },
  dispute: { side: 'us', tone: null, next: { kind: 'review', businessDays: 8 } },
  cash: { side: 'customer', tone: 'occasional', next: { kind: 'call', businessDays: 5 } },
  deliberate: { side: 'customer', tone: 'chronic', next: { kind: 'write', businessDays: 0 } },
  ours: { side: 'us', tone: 'good', next: { kind: 'review', businessDays: 1 } },
};

/** Who must end it where nobody is named. */
export function sideOfCause(cause: DelayCause): CauseSide {
  return RULES[cause].side;
}

/** What to do next about it, in working days from today. */
export function nextOfCause(cause: DelayCause): CauseRule['next'] {
  return RULES[cause].next;
}

const OF_OUTCOME: Partial<Readonly<Record<CallOutcome, DelayCause>>> = {
  duplicate_requested: 'administrative',
  order_number_missing: 'administrative',
  in_approval: 'administrative',
  dispute: 'dispute',
  waiting_credit_note: 'ours',
  difficulties: 'cash',
  refuses: 'deliberate',
};

/** The cause that the end of a call tells by itself; null where it tells none. */
export function causeOfOutcome(outcome: CallOutcome): DelayCause | null {
  return OF_OUTCOME[outcome] ?? null;
}

/** A cause as it was said; `receivableId` is null for the customer as a whole. */
export interface SaidCause {
  readonly receivableId: number | null;
  readonly cause: DelayCause | null;
  /** Who must end it; empty where nobody is named. */
  readonly owner: string;
  readonly day: CalendarDate;
}

/** A cause that holds. */
export interface HeldCause {
  readonly cause: DelayCause;
  readonly owner: string;
  readonly day: CalendarDate;
}

export interface Causes {
  readonly ofCustomer: HeldCause | null;
  readonly ofItems: ReadonlyMap<number, HeldCause>;
}

/** What holds of what was said, oldest first. */
export function causesOf(said: readonly SaidCause[]): Causes {
  let ofCustomer: HeldCause | null = null;
  const ofItems = new Map<number, HeldCause>();
  for (const { receivableId, cause, owner, day } of said) {
    const held = cause === null ? null : { cause, owner, day };
    if (receivableId === null) ofCustomer = held;
    else if (held === null) ofItems.delete(receivableId);
    else ofItems.set(receivableId, held);
  }
  return { ofCustomer, ofItems };
}

/** The cause of one item; `receivableId` is null for what has no item of its own. */
export function causeOfItem(causes: Causes, receivableId: number | null): HeldCause | null {
  const own = receivableId === null ? undefined : causes.ofItems.get(receivableId);
  return own ?? causes.ofCustomer;
}

/**
 * The tone of a message about items whose cause is known: that of the cause of most of the amount.
 * Null where most of it has none, or one that says nothing of the tone.
 */
export function toneOfCauses(
  items: readonly { readonly amountCents: Cents; readonly cause: DelayCause | null }[],
): Tone | null {
  const sums = new Map<DelayCause | null, Cents>();
  for (const { cause, amountCents } of items) {
    sums.set(cause, (sums.get(cause) ?? 0) + amountCents);
  }
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  const cause = most?.[0] ?? null;
  return cause === null ? null : RULES[cause].tone;
}
