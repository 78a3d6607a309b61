/** What people typed of a customer; it wins over what files state, now and later. */
import { customerLink, customerOverride } from '../schema/people.ts';
import type { Writer } from '../session.ts';

/** The fields that may be typed. `terms` holds `PaymentTerms`, `tags` a list of texts. */
export const CUSTOMER_FIELDS = [
  'name',
  'siren',
  'address',
  'postalCode',
  'city',
  'countryCode',
  'profile',
  'repCode',
  'agencyCode',
  'sector',
  'size',
  'paymentMethod',
  'tags',
  'terms',
  'isTermsConfirmed',
  'creditLimitCents',
  'isVip',
  'isDoNotChase',
  'scenarioKey',
  'language',
  'vipOwner',
  'closures',
  'freeSentence',
  'isPerInvoice',
  'residueToleranceCents',
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

/**
 * Records what was typed; null gives the accounting's value back. The customers must then be
 * interpreted again (`reinterpretCustomers`), which also refreshes their row.
 */
export function recordCustomerOverride(
  writer: Writer,
  entryId: number,
  change: {
    readonly customerId: number;
    readonly field: CustomerField;
    readonly value: unknown;
  },
): void {
  const value = change.value === null ? null : JSON.stringify(change.value);
  writer.orm
    .insert(customerOverride)
    .values({ customerId: change.customerId, field: change.field, entryId, value })
    .run();
}

/** Says who pays for this account: another customer, or itself again (null). */
export function recordPayer(
  writer: Writer,
  entryId: number,
  link: { readonly customerId: number; readonly payerCustomerId: number | null },
): void {
  writer.orm
    .insert(customerLink)
    .values({ ...link, entryId })
    .run();
}
