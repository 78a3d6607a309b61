/** One flat row a customer: names and dimensions as they stand, typed winning over stated. */
import type { Reader } from '../session.ts';
import { amount, flag, int, nullable, query, text } from '../statement.ts';

const row = {
  customerId: int,
  code: text,
  name: text,
  search: text,
  siren: nullable(text),
  profile: nullable(text),
  repCode: nullable(text),
  agencyCode: nullable(text),
  sector: nullable(text),
  size: nullable(text),
  paymentMethod: nullable(text),
  city: nullable(text),
  /** JSON array of texts. */
  tags: text,
  /** JSON of the terms; null for the default. */
  terms: nullable(text),
  isTermsConfirmed: flag,
  creditLimitCents: nullable(amount),
  isVip: flag,
  isDoNotChase: flag,
  isWatched: flag,
  isSundry: flag,
  isShared: flag,
  hasEmail: flag,
  hasPhone: flag,
  hasAddress: flag,
  /** Itself where no other customer pays for it. */
  payerCustomerId: int,
  controlDifferenceCents: amount,
};

const ALL = query({
  name: 'view.customers',
  row,
  sql: `
SELECT customer_id AS customerId, code, name, search, siren, profile, rep_code AS repCode,
  agency_code AS agencyCode, sector, size, payment_method AS paymentMethod, city, tags, terms,
  is_terms_confirmed AS isTermsConfirmed, credit_limit_cents AS creditLimitCents,
  is_vip AS isVip, is_do_not_chase AS isDoNotChase, is_watched AS isWatched,
  is_sundry AS isSundry, is_shared AS isShared, has_email AS hasEmail, has_phone AS hasPhone,
  has_address AS hasAddress, payer_customer_id AS payerCustomerId,
  control_difference_cents AS controlDifferenceCents
FROM derived_customer`,
});

const OF = query({
  name: 'view.customers_of',
  params: { customerIds: text },
  row,
  sql: `
SELECT c.customer_id AS customerId, c.code, c.name, c.search, c.siren, c.profile,
  c.rep_code AS repCode, c.agency_code AS agencyCode, c.sector, c.size,
  c.payment_method AS paymentMethod, c.city, c.tags, c.terms,
  c.is_terms_confirmed AS isTermsConfirmed, c.credit_limit_cents AS creditLimitCents,
  c.is_vip AS isVip, c.is_do_not_chase AS isDoNotChase, c.is_watched AS isWatched,
  c.is_sundry AS isSundry, c.is_shared AS isShared, c.has_email AS hasEmail,
  c.has_phone AS hasPhone, c.has_address AS hasAddress, c.payer_customer_id AS payerCustomerId,
  c.control_difference_cents AS controlDifferenceCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_customer AS c ON c.customer_id = wanted.value`,
});

export type CustomerRecord = ReturnType<typeof readCustomers>[number];

/** Every customer. */
export function readCustomers(reader: Reader) {
  return reader.all(ALL);
}

/** Some customers. */
export function readCustomersOf(reader: Reader, customerIds: readonly number[]): CustomerRecord[] {
  return reader.all(OF, { customerIds: JSON.stringify(customerIds) });
}
