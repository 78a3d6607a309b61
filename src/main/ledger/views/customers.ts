/** Customers as the lists and the file show them: what files state, what people set, their sums. */
import { loadDefaultTerms } from '../interpretation/context.ts';
import type { CustomerFolded } from '../interpretation/customer-rows.ts';
import { foldCustomers } from '../interpretation/customer-rows.ts';
import type { TermsOrigin } from '../interpretation/terms-in-force.ts';
import type { Reader } from '../session.ts';
import { amount, flag, int, nullable, query, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const customerColumns = {
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
  /** JSON: a list of texts. */
  tags: text,
  /** JSON: `PaymentTerms`. */
  terms: text,
  termsOrigin: word<TermsOrigin>(),
  isTermsConfirmed: flag,
  creditLimitCents: nullable(amount),
  isVip: flag,
  isDoNotChase: flag,
  isSundry: flag,
  isShared: flag,
  hasEmail: flag,
  hasPhone: flag,
  hasAddress: flag,
  payerCustomerId: int,
  controlDifferenceCents: amount,
};

const CUSTOMERS = queryByCustomer({
  name: 'customers',
  column: 'customer_id',
  row: customerColumns,
  sql: `
SELECT customer_id AS customerId, code, name, search, siren, profile, rep_code AS repCode,
  agency_code AS agencyCode, sector, size, payment_method AS paymentMethod, city, tags, terms,
  terms_origin AS termsOrigin, is_terms_confirmed AS isTermsConfirmed,
  credit_limit_cents AS creditLimitCents, is_vip AS isVip, is_do_not_chase AS isDoNotChase,
  is_sundry AS isSundry, is_shared AS isShared, has_email AS hasEmail,
  has_phone AS hasPhone, has_address AS hasAddress, payer_customer_id AS payerCustomerId,
  control_difference_cents AS controlDifferenceCents
FROM derived_customer WHERE :scope ORDER BY customer_id`,
});

/** The row of a customer as the ledger keeps it. */
export type CustomerStanding = ReturnType<typeof readCustomers>[number];

/** Customers in the order of their ids; an unknown one is absent. */
export function readCustomers(reader: Reader, whose: Whose) {
  return readByCustomer(reader, CUSTOMERS, whose);
}

const LAST_ID = query({
  name: 'customers.last_id',
  row: { customerId: int },
  sql: 'SELECT ifnull(max(customer_id), 0) AS customerId FROM derived_customer',
});

/** The id of the last customer; 0 where there is none. */
export function readLastCustomerId(reader: Reader): number {
  return reader.one(LAST_ID)?.customerId ?? 0;
}

const VALUES = {
  profile: dimension('profile', 'profile'),
  rep_code: dimension('rep_code', 'rep_code'),
  agency_code: dimension('agency_code', 'agency_code'),
  sector: dimension('sector', 'sector'),
  size: dimension('size', 'size'),
  payment_method: dimension('payment_method', 'payment_method'),
  city: dimension('city', 'city'),
  tags: query({
    name: 'customers.values.tags',
    row: { value: text, customerCount: int },
    sql: `
SELECT tag.value AS value, count(*) AS customerCount
FROM derived_customer AS c CROSS JOIN json_each(c.tags) AS tag
GROUP BY tag.value ORDER BY tag.value COLLATE NOCASE`,
  }),
};

function dimension(name: string, column: string) {
  const sql = `
SELECT :column AS value, count(*) AS customerCount FROM derived_customer
WHERE :column IS NOT NULL GROUP BY :column ORDER BY :column COLLATE NOCASE`;
  return query({
    name: `customers.values.${name}`,
    row: { value: text, customerCount: int },
    sql: sql.replaceAll(':column', column),
  });
}

/** The values of a dimension with how many customers have each. */
export function readDimensionValues(reader: Reader, of: keyof typeof VALUES) {
  return reader.all(VALUES[of]);
}

/** One customer in full: what files state of him and what people typed, apart. */
export function readCustomerInFull(reader: Reader, customerId: number): CustomerFolded | null {
  const context = { defaultTerms: loadDefaultTerms(reader) };
  return foldCustomers(reader, [customerId], context).get(customerId) ?? null;
}

const CONTACTS = queryByCustomer({
  name: 'customers.contacts',
  column: 'k.customer_id',
  row: {
    contactId: int,
    customerId: int,
    name: text,
    role: text,
    email: nullable(text),
    phone: nullable(text),
    mobile: nullable(text),
    comment: text,
  },
  sql: `
SELECT k.contact_id AS contactId, k.customer_id AS customerId, k.name, k.role, k.email, k.phone,
  k.mobile, k.comment
FROM contact AS k WHERE :scope AND k.is_removed = 0
  AND k.entry_id = (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id)
ORDER BY k.customer_id, k.contact_id`,
});

/** Contacts that people typed. */
export function readTypedContacts(reader: Reader, whose: Whose) {
  return readByCustomer(reader, CONTACTS, whose);
}

const STATED_CONTACTS = queryByCustomer({
  name: 'customers.stated_contacts',
  column: 'k.customer_id',
  row: {
    customerId: int,
    importId: int,
    lineNumber: int,
    name: text,
    role: nullable(text),
    email: nullable(text),
    phone: nullable(text),
  },
  sql: `
SELECT k.customer_id AS customerId, k.import_id AS importId, k.line_number AS lineNumber, k.name,
  k.role, k.email, k.phone
FROM stated_contact AS k WHERE :scope AND k.import_id = (
  SELECT max(import_id) FROM stated_contact WHERE customer_id = k.customer_id
    AND import_id NOT IN (SELECT import_id FROM import_undone))
ORDER BY k.customer_id, k.line_number`,
});

/** Contacts stated by the last live file that names some of the customer. */
export function readStatedContacts(reader: Reader, whose: Whose) {
  return readByCustomer(reader, STATED_CONTACTS, whose);
}

const STATED_ADDRESSES = queryByCustomer({
  name: 'customers.stated_reach',
  column: 's.customer_id',
  row: { customerId: int, email: nullable(text), phone: nullable(text) },
  sql: `
SELECT s.customer_id AS customerId, nullif(s.email, '') AS email, nullif(s.phone, '') AS phone
FROM stated_customer AS s WHERE :scope
  AND s.import_id NOT IN (SELECT import_id FROM import_undone)
  AND (s.email <> '' OR s.phone <> '')
ORDER BY s.customer_id, s.import_id`,
});

/** E-mail and telephone of the customer's own record, as files state them, oldest file first. */
export function readStatedReach(reader: Reader, whose: Whose) {
  return readByCustomer(reader, STATED_ADDRESSES, whose);
}
