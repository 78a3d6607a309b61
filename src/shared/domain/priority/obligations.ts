/**
 * Block 0 of the morning: what was promised to a payer or fell due by itself, and is not weighed
 * against anything. Shown above the ten, by deadline, then by amount.
 *
 * An obligation is met by acting: a contact with the payer after it arose. Met today it stays in
 * place, greyed; met earlier it is gone.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { ContactState } from '../contact-log/contact-state.ts';
import type { Hold } from '../hold/hold.ts';
import type { StateDuty } from '../item-state/item-state.ts';
import type { JudgedPromise } from '../promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../receivable/currency.ts';

/**
 * `reject` a payment or bill that came back · `broken_promise` with the bank known · `call_back`
 * agreed for today · `task` typed for today · `hold_review` a stop whose day has come ·
 * `mark_review`, `solvency_review` a mark or a check of solvency whose day has come ·
 * `guarantee_end` the last day of a guarantee · `dispute_answer` our answer is due · `plan_missed`
 * a part of a plan did not come, with the bank known · `plan_unsigned` · `bill_return`,
 * `bill_unpaid`, `factored_back`, `retention_release` what the state of an item asks ·
 * `insurer_deadline` of what is to be declared to the credit insurer · `reply` unread ·
 * `order_waiting` for a release · `deadline` of a declaration, a limitation.
 * Orders and deadlines come from files that do not exist yet, and are then simply absent.
 */
export type ObligationKind =
  | 'reject'
  | 'broken_promise'
  | 'plan_missed'
  | 'call_back'
  | 'task'
  | 'hold_review'
  | ReviewKind
  | 'reply'
  | 'order_waiting'
  | 'deadline';

export type ReviewKind =
  | 'mark_review'
  | 'solvency_review'
  | 'guarantee_end'
  | 'dispute_answer'
  | 'plan_unsigned'
  | 'insurer_deadline'
  | StateDuty;

/** What is known or decided of a payer and is to be looked at again on a day. */
export interface DueReview {
  readonly kind: ReviewKind;
  readonly sourceId: number;
  readonly customerId: number;
  readonly on: CalendarDate;
  /** The day from which it obliges, where that is before `on`. */
  readonly from?: CalendarDate;
  /** What it is about; absent for the customer as a whole. */
  readonly amount?: { readonly currency: string; readonly amountCents: Cents };
}

/** A part of a plan that did not come; the plan waits for a person's decision. */
export interface MissedPart {
  readonly agreementId: number;
  readonly customerId: number;
  readonly deadline: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
}

export interface Obligation {
  readonly kind: ObligationKind;
  readonly payerId: number;
  readonly customerId: number;
  readonly deadline: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
  /** The promise, plan, dispute, task, stop or reply it comes from; null for the others. */
  readonly sourceId: number | null;
  /** Met today. */
  readonly isDone: boolean;
}

export interface DueTask {
  readonly taskId: number;
  readonly customerId: number;
  readonly dueOn: CalendarDate;
  readonly amountCents: Cents;
}

/** An answer of the customer that nobody has read: it holds his reminders. */
export interface UnreadReply {
  readonly replyId: number;
  readonly customerId: number;
  readonly day: CalendarDate;
}

export interface CustomerReject {
  readonly customerId: number;
  readonly day: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
}

/** Everything of one payer that may oblige. */
export interface PayerDuties {
  readonly payerId: number;
  /** What he owes and is past due, in the currency of the books: the amount of what has none. */
  readonly overdueCents: Cents;
  readonly contact: ContactState;
  readonly promises: readonly (JudgedPromise & {
    readonly customerId: number;
    readonly currency: string;
  })[];
  readonly missedParts: readonly MissedPart[];
  readonly rejects: readonly CustomerReject[];
  /** Open tasks. */
  readonly tasks: readonly DueTask[];
  /** Stops nobody has ended. */
  readonly holds: readonly Hold[];
  readonly reviews: readonly DueReview[];
  /** Oldest first. */
  readonly replies: readonly UnreadReply[];
}

/** The obligations of one payer on that day. */
export function obligationsOf(duties: PayerDuties, today: CalendarDate): readonly Obligation[] {
  const { payerId, overdueCents, contact } = duties;
  const obligations: Obligation[] = [];
  for (const judged of duties.promises) {
    const { outcome, deadline, promise, receivedCents, settledOtherwiseCents } = judged;
    const { customerId, currency } = judged;
    if (outcome !== 'broken' && outcome !== 'partly_kept') continue;
    obligations.push({
      kind: 'broken_promise',
      payerId,
      customerId,
      deadline,
      amountCents: promise.amountCents - receivedCents - settledOtherwiseCents,
      currency,
      sourceId: promise.promiseId,
      isDone: contact.lastActionDate === today,
    });
  }
  for (const { customerId, day, amountCents, currency } of duties.rejects) {
    const isDone = contact.lastActionDate === today;
    obligations.push({
      kind: 'reject',
      payerId,
      customerId,
      deadline: day,
      amountCents,
      currency,
      sourceId: null,
      isDone,
    });
  }
  for (const { agreementId, ...missed } of duties.missedParts) {
    const isDone = contact.lastActionDate === today;
    obligations.push({ kind: 'plan_missed', payerId, ...missed, sourceId: agreementId, isDone });
  }
  const unmet = obligations.filter(
    ({ deadline }) =>
      contact.lastActionDate === null ||
      contact.lastActionDate <= deadline ||
      contact.lastActionDate === today,
  );
  return [...unmet, ...agreed(duties, today, overdueCents), ...toRead(duties)];
}

/** One a customer, however often he wrote: reading one's mail is done in one go. */
function toRead({ payerId, replies, overdueCents }: PayerDuties): Obligation[] {
  const first = new Map<number, UnreadReply>();
  for (const reply of replies) {
    if (!first.has(reply.customerId)) first.set(reply.customerId, reply);
  }
  return Array.from(first.values(), ({ replyId, customerId, day }) => ({
    kind: 'reply' as const,
    payerId,
    customerId,
    deadline: day,
    amountCents: overdueCents,
    currency: LEDGER_CURRENCY,
    sourceId: replyId,
    isDone: false,
  }));
}

/** Block 0 in its order: deadline, then amount, then payer. */
export function inOrderOfDeadline(obligations: readonly Obligation[]): readonly Obligation[] {
  return [...obligations].sort(
    (a, b) =>
      compare(a.deadline, b.deadline) || b.amountCents - a.amountCents || a.payerId - b.payerId,
  );
}

/** What was set for a day: it obliges from that day on, until it is made, closed or ended. */
function agreed(duties: PayerDuties, today: CalendarDate, overdueCents: Cents): Obligation[] {
  const { payerId, contact } = duties;
  const isDone = false;
  const obligations: Obligation[] = [];
  if (contact.callBackOn !== null && contact.callBackOn <= today) {
    obligations.push({
      kind: 'call_back',
      payerId,
      customerId: payerId,
      deadline: contact.callBackOn,
      amountCents: overdueCents,
      currency: LEDGER_CURRENCY,
      sourceId: null,
      isDone,
    });
  }
  for (const { taskId, customerId, dueOn, amountCents } of duties.tasks) {
    if (dueOn > today) continue;
    obligations.push({
      kind: 'task',
      payerId,
      customerId,
      deadline: dueOn,
      amountCents,
      currency: LEDGER_CURRENCY,
      sourceId: taskId,
      isDone,
    });
  }
  for (const { holdId, customerId, reviewOn } of duties.holds) {
    if (reviewOn > today) continue;
    obligations.push({
      kind: 'hold_review',
      payerId,
      customerId,
      deadline: reviewOn,
      amountCents: overdueCents,
      currency: LEDGER_CURRENCY,
      sourceId: holdId,
      isDone,
    });
  }
  return [...obligations, ...toReview(duties, today)];
}

function toReview({ payerId, reviews, overdueCents }: PayerDuties, today: CalendarDate) {
  return reviews
    .filter(({ on, from = on }) => from <= today)
    .map(
      ({ kind, sourceId, customerId, on, amount }): Obligation => ({
        kind,
        payerId,
        customerId,
        deadline: on,
        amountCents: amount?.amountCents ?? overdueCents,
        currency: amount?.currency ?? LEDGER_CURRENCY,
        sourceId,
        isDone: false,
      }),
    );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
