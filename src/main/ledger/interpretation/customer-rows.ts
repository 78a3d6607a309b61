/**
 * One row a customer: what stands on screen of him, typed values winning over stated ones.
 *
 * Of what files state, the last live file that says something of a field is believed; a file that
 * says nothing of it takes nothing away. What a person typed wins whatever is imported later.
 */
import { isSundryLabel } from '../../../shared/domain/statement/account-role.ts';
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { searchTextOf } from '../search-text.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, flag, int, nullable, query, text } from '../statement.ts';
import type { CustomerField } from '../stores/customer-overrides.ts';
import type { InterpretationContext } from './context.ts';
import type { TermsInForce } from './terms-in-force.ts';
import { termsInForce } from './terms-in-force.ts';

/** What stands of a customer, before it goes into its row. */
export interface CustomerFolded {
  readonly customerId: number;
  readonly code: string;
  readonly stated: StatedValues;
  readonly typed: ReadonlyMap<CustomerField, unknown>;
  readonly terms: TermsInForce;
  readonly payerCustomerId: number;
  /** A live file names him, or a person did something of his: else he is only an identity. */
  readonly isKnown: boolean;
  readonly isShared: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

interface StatedValues {
  readonly name: string | null;
  readonly siren: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly countryCode: string | null;
  readonly terms: string | null;
  readonly paymentMethod: string | null;
  readonly repCode: string | null;
  readonly agencyCode: string | null;
  readonly sector: string | null;
  readonly profile: string | null;
  readonly creditLimitCents: Cents | null;
}

const NOTHING_STATED: StatedValues = {
  name: null,
  siren: null,
  email: null,
  phone: null,
  address: null,
  postalCode: null,
  city: null,
  countryCode: null,
  terms: null,
  paymentMethod: null,
  repCode: null,
  agencyCode: null,
  sector: null,
  profile: null,
  creditLimitCents: null,
};

const STATED = query({
  name: 'customer_rows.stated',
  params: { customerIds: text },
  row: {
    customerId: int,
    name: nullable(text),
    siren: nullable(text),
    email: nullable(text),
    phone: nullable(text),
    address: nullable(text),
    postalCode: nullable(text),
    city: nullable(text),
    countryCode: nullable(text),
    terms: nullable(text),
    paymentMethod: nullable(text),
    repCode: nullable(text),
    agencyCode: nullable(text),
    sector: nullable(text),
    profile: nullable(text),
    creditLimitCents: nullable(amount),
  },
  sql: `
SELECT s.customer_id AS customerId, name, siren, email, phone, nullif(address, '') AS address,
  postal_code AS postalCode, city, country_code AS countryCode, terms,
  payment_method AS paymentMethod, rep_code AS repCode, agency_code AS agencyCode, sector, profile,
  credit_limit_cents AS creditLimitCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN stated_customer AS s ON s.customer_id = wanted.value
WHERE s.import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY s.customer_id, s.import_id`,
});

const TYPED = query({
  name: 'customer_rows.typed',
  params: { customerIds: text },
  row: { customerId: int, field: text, value: nullable(text) },
  sql: `
SELECT o.customer_id AS customerId, o.field, o.value
FROM json_each(@customerIds) AS wanted
CROSS JOIN customer_override AS o ON o.customer_id = wanted.value
ORDER BY o.customer_id, o.field, o.entry_id`,
});

const CUSTOMERS = query({
  name: 'customer_rows.customers',
  params: { customerIds: text },
  row: {
    customerId: int,
    code: text,
    payerCustomerId: int,
    isKnown: flag,
    isShared: flag,
    hasEmail: flag,
    hasPhone: flag,
  },
  sql: `
SELECT c.customer_id AS customerId, c.code,
  EXISTS (SELECT 1 FROM import_batch AS b CROSS JOIN import_customer AS t
    ON t.import_id = b.import_id AND t.customer_id = c.customer_id
    WHERE b.import_id NOT IN (SELECT import_id FROM import_undone))
    OR EXISTS (SELECT 1 FROM entry WHERE customer_id = c.customer_id) AS isKnown,
  ifnull((SELECT payer_customer_id FROM customer_link WHERE customer_id = c.customer_id
    ORDER BY entry_id DESC LIMIT 1), c.customer_id) AS payerCustomerId,
  EXISTS (SELECT 1 FROM stated_account WHERE ledger_account_code = c.code AND is_shared = 1
    AND import_id NOT IN (SELECT import_id FROM import_undone)) AS isShared,
  EXISTS (SELECT 1 FROM contact AS k WHERE k.customer_id = c.customer_id AND k.is_removed = 0
    AND k.email <> '' AND k.entry_id =
      (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id))
    OR EXISTS (SELECT 1 FROM stated_contact AS k WHERE k.customer_id = c.customer_id
      AND k.email <> '' AND k.import_id NOT IN (SELECT import_id FROM import_undone)) AS hasEmail,
  EXISTS (SELECT 1 FROM contact AS k WHERE k.customer_id = c.customer_id AND k.is_removed = 0
    AND (k.phone <> '' OR k.mobile <> '') AND k.entry_id =
      (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id))
    OR EXISTS (SELECT 1 FROM stated_contact AS k WHERE k.customer_id = c.customer_id
      AND k.phone <> '' AND k.import_id NOT IN (SELECT import_id FROM import_undone)) AS hasPhone
FROM json_each(@customerIds) AS wanted CROSS JOIN customer AS c ON c.customer_id = wanted.value`,
});

/** What stands of these customers, by id. */
export function foldCustomers(
  reader: Reader,
  customerIds: readonly number[],
  context: Pick<InterpretationContext, 'defaultTerms'>,
): Map<number, CustomerFolded> {
  if (customerIds.length === 0) return new Map();
  const wanted = { customerIds: JSON.stringify(customerIds) };
  const stated = new Map<number, StatedValues>();
  for (const { customerId, ...said } of reader.all(STATED, wanted)) {
    stated.set(customerId, lastSaid(stated.get(customerId) ?? NOTHING_STATED, said));
  }
  const typed = new Map<number, Map<CustomerField, unknown>>();
  for (const row of reader.all(TYPED, wanted)) {
    const fields = typed.get(row.customerId) ?? new Map<CustomerField, unknown>();
    typed.set(row.customerId, fields);
    if (row.value === null) fields.delete(row.field as CustomerField);
    else fields.set(row.field as CustomerField, JSON.parse(row.value));
  }
  const folded = new Map<number, CustomerFolded>();
  for (const row of reader.all(CUSTOMERS, wanted)) {
    const said = stated.get(row.customerId) ?? NOTHING_STATED;
    const own = typed.get(row.customerId) ?? new Map<CustomerField, unknown>();
    const typedTerms = (own.get('terms') ?? null) as PaymentTerms | null;
    folded.set(row.customerId, {
      ...row,
      hasEmail: row.hasEmail || (said.email ?? '') !== '',
      hasPhone: row.hasPhone || (said.phone ?? '') !== '',
      stated: said,
      typed: own,
      terms: termsInForce({
        typed: typedTerms,
        isConfirmed: own.get('isTermsConfirmed') === true,
        stated: said.terms,
        fallback: context.defaultTerms,
      }),
    });
  }
  return folded;
}

/** A customer of whom nothing is known but his code. */
export function newCustomer(
  customer: { readonly customerId: number; readonly code: string },
  context: InterpretationContext,
): CustomerFolded {
  return {
    ...customer,
    stated: NOTHING_STATED,
    typed: new Map(),
    terms: termsInForce({
      typed: null,
      isConfirmed: false,
      stated: null,
      fallback: context.defaultTerms,
    }),
    payerCustomerId: customer.customerId,
    isKnown: true,
    isShared: false,
    hasEmail: false,
    hasPhone: false,
  };
}

/** The same customer once a file said this of him. */
export function withStated(
  customer: CustomerFolded,
  said: StatedCustomer,
  context: InterpretationContext,
): CustomerFolded {
  const { customerCode: _code, addressLines, ...values } = said;
  const address = addressLines.length === 0 ? null : addressLines.join('\n');
  const stated = lastSaid(customer.stated, { ...values, address });
  return {
    ...customer,
    isKnown: true,
    hasEmail: customer.hasEmail || (stated.email ?? '') !== '',
    hasPhone: customer.hasPhone || (stated.phone ?? '') !== '',
    stated,
    terms: termsInForce({
      typed: (customer.typed.get('terms') ?? null) as PaymentTerms | null,
      isConfirmed: customer.typed.get('isTermsConfirmed') === true,
      stated: stated.terms,
      fallback: context.defaultTerms,
    }),
  };
}

/** Field by field, the later word where there is one. */
function lastSaid(before: StatedValues, said: StatedValues): StatedValues {
  const merged: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(said)) {
    if (value !== null && value !== '') merged[field] = value;
  }
  return merged as { [Field in keyof StatedValues]: never };
}

const UPSERT = command({
  name: 'customer_rows.record',
  params: {
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
    tags: text,
    terms: text,
    termsOrigin: text,
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
  },
  sql: `
INSERT OR REPLACE INTO derived_customer (customer_id, code, name, search, siren, profile, rep_code,
  agency_code, sector, size, payment_method, city, tags, terms, terms_origin, is_terms_confirmed,
  credit_limit_cents, is_vip, is_do_not_chase, is_sundry, is_shared, has_email,
  has_phone, has_address, payer_customer_id, control_difference_cents)
VALUES (@customerId, @code, @name, @search, @siren, @profile, @repCode, @agencyCode, @sector, @size,
  @paymentMethod, @city, @tags, @terms, @termsOrigin, @isTermsConfirmed, @creditLimitCents, @isVip,
  @isDoNotChase, @isSundry, @isShared, @hasEmail, @hasPhone, @hasAddress,
  @payerCustomerId, @controlDifferenceCents)`,
});

const DELETE = command({
  name: 'customer_rows.delete',
  params: { customerId: int },
  sql: 'DELETE FROM derived_customer WHERE customer_id = @customerId',
});

/** Writes the row of a customer; of one who is only an identity any more it is taken away. */
export function recordCustomerRow(
  writer: Writer,
  customer: CustomerFolded,
  controlDifferenceCents: Cents,
): void {
  const { customerId, code, stated, typed } = customer;
  if (!customer.isKnown) {
    writer.run(DELETE, { customerId });
    return;
  }
  const name = textOf(typed.get('name')) ?? stated.name ?? code;
  const siren = textOf(typed.get('siren')) ?? stated.siren;
  const address = textOf(typed.get('address')) ?? stated.address;
  const postalCode = textOf(typed.get('postalCode')) ?? stated.postalCode;
  const city = textOf(typed.get('city')) ?? stated.city;
  const limit = typed.get('creditLimitCents');
  writer.run(UPSERT, {
    customerId,
    code,
    name,
    search: searchTextOf([code, name, siren, city]),
    siren,
    profile: textOf(typed.get('profile')) ?? stated.profile,
    repCode: textOf(typed.get('repCode')) ?? stated.repCode,
    agencyCode: textOf(typed.get('agencyCode')) ?? stated.agencyCode,
    sector: textOf(typed.get('sector')) ?? stated.sector,
    size: textOf(typed.get('size')),
    paymentMethod: textOf(typed.get('paymentMethod')) ?? stated.paymentMethod,
    city,
    tags: JSON.stringify(typed.get('tags') ?? []),
    terms: JSON.stringify(customer.terms.terms),
    termsOrigin: customer.terms.origin,
    isTermsConfirmed: customer.terms.isConfirmed,
    creditLimitCents: typeof limit === 'number' ? limit : stated.creditLimitCents,
    isVip: typed.get('isVip') === true,
    isDoNotChase: typed.get('isDoNotChase') === true,
    isSundry: isSundryLabel(name),
    isShared: customer.isShared,
    hasEmail: customer.hasEmail,
    hasPhone: customer.hasPhone,
    hasAddress: (address ?? '') !== '' && ((postalCode ?? '') !== '' || (city ?? '') !== ''),
    payerCustomerId: customer.payerCustomerId,
    controlDifferenceCents,
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
