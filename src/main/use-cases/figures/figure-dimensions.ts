/** What figures are cut by: the dimensions of a customer, and the customer himself. */
import { type AgedGroup, groupKeyOf } from '../overview/aged.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

/** Part of the company that figures are of; null for all of it. */
export interface FigurePart {
  readonly by: AgedGroup;
  readonly key: string;
}

/** Whether a customer belongs to the part. */
export function isInPart(account: CustomerAccount | undefined, part: FigurePart | null): boolean {
  return part === null || groupKeyOf(account, part.by) === part.key;
}
