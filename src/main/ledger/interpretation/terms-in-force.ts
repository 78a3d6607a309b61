/**
 * The payment terms of a customer: typed by a person, else stated by a file, else the default.
 *
 * Only terms that a person typed or confirmed are confirmed: a due date reckoned with others is
 * an estimate, and nothing automatic leaves on it.
 */
import { parsePaymentTerms } from '../../../shared/domain/terms/parse-payment-terms.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';

/** Where the terms of a customer come from. */
export type TermsOrigin = 'default' | 'stated' | 'proposed' | 'typed';

export interface TermsInForce {
  readonly terms: PaymentTerms;
  readonly isConfirmed: boolean;
  readonly origin: TermsOrigin;
}

/**
 * Thirty days from the invoice: the law's own default (C. com. L441-10), until a person sets it.
 */
export const FALLBACK_TERMS: PaymentTerms = {
  unit: 'days',
  count: 30,
  endOfMonth: 'none',
  dayOfMonth: null,
};

/** Which terms count for a customer, and how sure they are. */
export function termsInForce(known: {
  readonly typed: PaymentTerms | null;
  /** A person confirmed the terms that stand, typed or not. */
  readonly isConfirmed: boolean;
  /** As the file words them. */
  readonly stated: string | null;
  readonly fallback: PaymentTerms;
}): TermsInForce {
  if (known.typed !== null) {
    return { terms: known.typed, isConfirmed: known.isConfirmed, origin: 'typed' };
  }
  const stated = known.stated === null ? null : parsePaymentTerms(known.stated);
  if (stated !== null) return { terms: stated, isConfirmed: known.isConfirmed, origin: 'stated' };
  return { terms: known.fallback, isConfirmed: known.isConfirmed, origin: 'default' };
}
