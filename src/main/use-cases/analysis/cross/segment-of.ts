/** The one place where the analyses read the segment of a customer. */
import type { CustomerAccount } from '../../portfolio/customer-account.ts';

/** The segment that the behaviour of a payer puts him in; null where nothing is known of it. */
export function segmentOf(_account: CustomerAccount): string | null {
  return null;
}
