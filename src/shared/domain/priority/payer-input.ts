/**
 * What the ranking looks at of one payer contact.
 *
 * A term whose source does not exist yet takes the value that changes nothing: no forecast, the
 * chance is the table's; no planned e-mail, nothing is left to it; no order file, none is waiting.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { ContactState } from '../contact-log/contact-state.ts';
import { NEVER_CONTACTED } from '../contact-log/contact-state.ts';
import type { AssessedAccount } from '../receivable/verdict.ts';

/** The best means of reaching the payer. */
export type Reach = 'direct_phone' | 'switchboard' | 'mail' | 'portal' | 'none';

export interface BrokenPromise {
  readonly promisedFor: CalendarDate;
  /** Day on which the bank was known far enough to say so. */
  readonly brokenOn: CalendarDate;
  readonly amountCents: Cents;
}

export interface RejectedPayment {
  readonly day: CalendarDate;
  readonly amountCents: Cents;
}

export interface PayerInput {
  readonly payerId: number;
  readonly currency: string;
  /** His customers' accounts in this currency, judged for a call. */
  readonly accounts: readonly AssessedAccount[];
  /** Usual delay in days; null for a payer without a habit yet. */
  readonly usualDelayDays: number | null;
  /** Days of the month on which he pays, 1 to 31; empty when none is known. */
  readonly paymentDays: readonly number[];
  readonly reach: Reach;
  readonly contact: ContactState;
  /** Broken in the last six months, on any of his accounts. */
  readonly brokenPromises: readonly BrokenPromise[];
  /** The latest payment that came back unpaid. */
  readonly rejectedPayment: RejectedPayment | null;
  /** By how much the credit limit or the insurer's cover is exceeded; null when it is not. */
  readonly exposureExcessCents: Cents | null;
  readonly isOrderWaiting: boolean;
  readonly isEmailPlannedToday: boolean;
  /** The forecast's chance of payment within a week, by `receivableId`; null without a forecast. */
  readonly chances: ReadonlyMap<number, number> | null;
}

/** A payer of whom only the accounts are known. */
export function plainPayer(
  payerId: number,
  accounts: readonly AssessedAccount[],
  currency = 'EUR',
): PayerInput {
  return {
    payerId,
    currency,
    accounts,
    usualDelayDays: null,
    paymentDays: [],
    reach: 'direct_phone',
    contact: NEVER_CONTACTED,
    brokenPromises: [],
    rejectedPayment: null,
    exposureExcessCents: null,
    isOrderWaiting: false,
    isEmailPlannedToday: false,
    chances: null,
  };
}
