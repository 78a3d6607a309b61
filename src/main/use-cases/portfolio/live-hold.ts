/** Whether a stop runs on the customer as a whole. */
import type { CustomerAccount } from './customer-account.ts';

export function isHoldLive(account: CustomerAccount): boolean {
  return account.liveHolds.some(({ receivableId }) => receivableId === null);
}
