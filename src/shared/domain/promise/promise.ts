/**
 * Promises to pay: what is promised, and what may be.
 *
 * A promise suspends the reminders of the items it names until its day plus grace. It is a fact
 * with a date and an author; whether it was kept is computed from the money received
 * (`judge-promise.ts`).
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Result } from '../../kernel/result.ts';
import { done, refused } from '../../kernel/result.ts';
import { byAge } from '../receivable/net-position.ts';
import type { OpenItem } from '../receivable/open-item.ts';

export interface PromiseItem {
  readonly receivableId: number;
  readonly amountCents: Cents;
  /** Of the amount, what had been settled before the promise was made, as the books told later. */
  readonly settledBeforeCents?: Cents;
}

export interface PromiseToPay {
  readonly promiseId: number;
  /**
   * `announced`: « le virement est parti », which the bank confirms or not within days;
   * `instalment`: a part of an agreement, judged as a promise and counted as none.
   */
  readonly kind: 'promise' | 'announced' | 'instalment';
  /** Day on which it was made. */
  readonly promisedOn: CalendarDate;
  /** Day by which the money is to be sent; for an announced payment, the day it was. */
  readonly promisedFor: CalendarDate;
  readonly amountCents: Cents;
  /** Of one currency, and sum to the amount; empty for a promise on the account as a whole. */
  readonly items: readonly PromiseItem[];
  /** Of a promise that names no item: those that serve it; absent when all do. */
  readonly pool?: ReadonlySet<number>;
}

export type PromiseRefusal =
  | 'promise_in_the_past'
  | 'receivable_settled'
  | 'currencies_mixed'
  | 'exceeds_outstanding';

export interface ProposedPromise {
  readonly promisedFor: CalendarDate;
  readonly amountCents: Cents;
  readonly items: readonly OpenItem[];
}

/** Whether this promise may be recorded today, and how it spreads over the items it names. */
export function decidePromise(
  proposed: ProposedPromise,
  today: CalendarDate,
): Result<readonly PromiseItem[], PromiseRefusal> {
  if (proposed.promisedFor < today) return refused('promise_in_the_past');
  const debits = proposed.items.filter(({ outstandingCents }) => outstandingCents > 0);
  if (proposed.items.length > 0 && debits.length === 0) return refused('receivable_settled');
  if (new Set(debits.map(({ currency }) => currency)).size > 1) return refused('currencies_mixed');
  const spread = spreadOldestFirst(debits, proposed.amountCents);
  const spreadCents = spread.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (debits.length > 0 && spreadCents < proposed.amountCents) {
    return refused('exceeds_outstanding');
  }
  return done(spread);
}

/** Spreads an amount over items, the oldest first, each up to what is open. */
export function spreadOldestFirst(
  items: readonly OpenItem[],
  amountCents: Cents,
): readonly PromiseItem[] {
  const spread: PromiseItem[] = [];
  let left = amountCents;
  for (const { receivableId, outstandingCents } of [...items].sort(byAge)) {
    const taken = Math.min(left, outstandingCents);
    if (receivableId === null || taken <= 0) continue;
    spread.push({ receivableId, amountCents: taken });
    left -= taken;
  }
  return spread;
}
