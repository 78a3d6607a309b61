/** The list of customers: filtered, sorted, grouped and totalled here, served in windows. */
import type {
  CurrencySums,
  CustomerFilter,
  CustomerRow,
  Dimension,
} from '../../../shared/contract/customers.ts';
import { searchTextOf } from '../../ledger/search-text.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { customerRow } from './customer-row.ts';

export interface ListedCustomer {
  readonly row: CustomerRow;
  readonly search: string;
  readonly tags: readonly string[];
}

const listed = new WeakMap<Portfolio, readonly ListedCustomer[]>();

/** Every customer's row, made once a state of the portfolio. */
export function listedCustomers(portfolio: Portfolio): readonly ListedCustomer[] {
  const known = listed.get(portfolio);
  if (known !== undefined) return known;
  const made = [...portfolio.accounts.values()].map((account) => ({
    row: customerRow(account, portfolio),
    search: account.record.search,
    tags: JSON.parse(account.record.tags) as string[],
  }));
  listed.set(portfolio, made);
  return made;
}

/** The customers a filter keeps; text is matched word by word, accents and case aside. */
export function filterCustomers(
  customers: readonly ListedCustomer[],
  filter: CustomerFilter,
): readonly ListedCustomer[] {
  const words = searchTextOf([filter.text])
    .split(' ')
    .filter((word) => word !== '');
  const wanted = Object.entries(filter.dimensions ?? {}) as [Dimension, string[]][];
  return customers.filter(
    (customer) =>
      words.every((word) => customer.search.includes(word)) &&
      wanted.every(([dimension, values]) => hasValue(customer, dimension, values)) &&
      isAmong(customer.row.segment, filter.segment) &&
      isAmong(customer.row.risk, filter.risk) &&
      isAmong(customer.row.trend, filter.trend) &&
      filter.only.every((only) => ONLY[only](customer.row)),
  );
}

const ONLY: Readonly<Record<CustomerFilter['only'][number], (row: CustomerRow) => boolean>> = {
  overdue: (row) => isAny(row, (sums) => sums.overdueCents > 0),
  net_due: (row) => isAny(row, (sums) => sums.netDueCents > 0),
  open: (row) => row.openItemCount > 0,
  credits: (row) => isAny(row, (sums) => sums.creditsCents < 0),
  to_match_first: (row) => row.flags.includes('to_match_first'),
  no_contact: (row) => row.flags.includes('no_contact'),
  vip: (row) => row.flags.includes('vip'),
  do_not_chase: (row) => row.flags.includes('do_not_chase'),
  watched: (row) => row.flags.includes('watched'),
  on_hold: (row) => row.flags.includes('on_hold'),
};

/** Whether the sums in one of the customer's currencies are such. */
function isAny(row: CustomerRow, isSuch: (sums: CustomerTotals) => boolean): boolean {
  return isSuch(row) || row.otherCurrencies.some(isSuch);
}

/** The values of a customer in a dimension: several for tags, one or none for the others. */
export function valuesOf(customer: ListedCustomer, dimension: Dimension): readonly string[] {
  if (dimension === 'tags') return customer.tags;
  const { row } = customer;
  const values: Record<Exclude<Dimension, 'tags'>, string | null> = {
    profile: row.profile,
    rep_code: row.repCode,
    agency_code: row.agencyCode,
    sector: row.sector,
    size: row.size,
    payment_method: row.paymentMethod,
    city: row.city,
  };
  const value = values[dimension];
  return value === null || value === '' ? [] : [value];
}

function hasValue(
  customer: ListedCustomer,
  dimension: Dimension,
  values: readonly string[],
): boolean {
  return values.length === 0 || valuesOf(customer, dimension).some((own) => values.includes(own));
}

/** Whether the value is one of those wanted, if any is. */
function isAmong<Value>(value: Value | null, wanted: readonly Value[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== null && wanted.includes(value);
}

export type CustomerSort =
  | 'name'
  | 'code'
  | 'outstanding'
  | 'overdue'
  | 'net_due'
  | 'oldest'
  | 'last_contact'
  | 'rep'
  | 'profile'
  | 'city'
  | 'segment'
  | 'score'
  | 'risk'
  | 'trend';

const FIGURES: Partial<Record<CustomerSort, (row: CustomerRow) => number>> = {
  outstanding: (row) => row.outstandingCents,
  overdue: (row) => row.overdueCents,
  net_due: (row) => row.netDueCents,
  oldest: (row) => row.oldestDaysPastDue ?? -1,
  // What is not known comes before everything, so that the worst come first going down.
  segment: (row) => ['good', 'occasional', 'chronic', 'new_at_risk'].indexOf(row.segment ?? ''),
  score: (row) => row.score ?? -1,
  risk: (row) => ['low', 'moderate', 'high'].indexOf(row.risk ?? ''),
  trend: (row) => ['improving', 'stable', 'worsening'].indexOf(row.trend ?? ''),
};
const WORDS: Partial<Record<CustomerSort, (row: CustomerRow) => string>> = {
  name: (row) => row.name,
  code: (row) => row.code,
  last_contact: (row) => row.lastContactDay ?? '',
  rep: (row) => row.repCode ?? '',
  profile: (row) => row.profile ?? '',
  city: (row) => row.city ?? '',
};

const inFrench = new Intl.Collator('fr', { numeric: true });

/** In the order asked for; ties by name, then code, so that the order never wavers. */
export function sortCustomers(
  customers: readonly ListedCustomer[],
  sort: CustomerSort,
  isDescending: boolean,
): ListedCustomer[] {
  const figure = FIGURES[sort];
  const word = WORDS[sort];
  const sign = isDescending ? -1 : 1;
  return customers.toSorted((a, b) => {
    const order =
      figure !== undefined
        ? figure(a.row) - figure(b.row)
        : inFrench.compare(word?.(a.row) ?? '', word?.(b.row) ?? '');
    return (
      sign * order ||
      inFrench.compare(a.row.name, b.row.name) ||
      inFrench.compare(a.row.code, b.row.code)
    );
  });
}

export interface CustomerTotals {
  readonly outstandingCents: number;
  readonly overdueCents: number;
  readonly notDueCents: number;
  readonly creditsCents: number;
  readonly netDueCents: number;
}

/** Sums of what the rows owe in other currencies, one a currency, in the order of their codes. */
export function otherTotalsOf(customers: readonly ListedCustomer[]): CurrencySums[] {
  const groups = Map.groupBy(
    customers.flatMap(({ row }) => row.otherCurrencies),
    ({ currency }) => currency,
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({ currency, ...sumOf(own) }));
}

/** Sums of the rows, in the currency of the books. */
export function totalsOf(customers: readonly ListedCustomer[]): CustomerTotals {
  return sumOf(customers.map(({ row }) => row));
}

function sumOf(rows: readonly CustomerTotals[]): CustomerTotals {
  const sum = (pick: (row: CustomerTotals) => number) =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    outstandingCents: sum((row) => row.outstandingCents),
    overdueCents: sum((row) => row.overdueCents),
    notDueCents: sum((row) => row.notDueCents),
    creditsCents: sum((row) => row.creditsCents),
    netDueCents: sum((row) => row.netDueCents),
  };
}

/**
 * Groups by a dimension, largest overdue first; who has no value stands under null. A customer
 * stands in one group only (his first tag), so that the groups sum to the list.
 */
export function groupCustomers(customers: readonly ListedCustomer[], dimension: Dimension) {
  const groups = new Map<string | null, ListedCustomer[]>();
  for (const customer of customers) {
    const key = groupKeyOf(customer, dimension);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [customer]);
    else group.push(customer);
  }
  return [...groups]
    .map(([key, own]) => {
      const { outstandingCents, overdueCents, netDueCents } = totalsOf(own);
      const sums = { outstandingCents, overdueCents, netDueCents };
      return { key, customerCount: own.length, ...sums, customers: own };
    })
    .sort((a, b) => b.overdueCents - a.overdueCents || (a.key ?? '~').localeCompare(b.key ?? '~'));
}

function groupKeyOf(customer: ListedCustomer, dimension: Dimension): string | null {
  return valuesOf(customer, dimension)[0] ?? null;
}
