/** Where a fact stands along a dimension, and how that place is called and ordered. */
import type { CrossDimension } from '../../../../shared/contract/cross.ts';
import { bucketKeys, bucketOfItem } from '../../../../shared/domain/ageing/aged-balance.ts';
import { OTHERS } from '../../../../shared/domain/analysis/cross-table.ts';
import { causeOfItem, type HeldCause } from '../../../../shared/domain/payer/delay-cause.ts';
import type { OpenItem } from '../../../../shared/domain/receivable/open-item.ts';
import { formatMonth } from '../../../../shared/format/date.ts';
import type { Language } from '../../../../shared/format/language.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { bucketLabel } from '../../../../shared/text/ageing.ts';
import { causeLabel, causeOwnerKey, causeOwnerLabel } from '../../../../shared/text/delay-cause.ts';
import { dimensionLabel, segmentLabel } from '../../../../shared/text/dimension-label.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import { groupKeyOf } from '../../overview/aged.ts';
import { payerBrief } from '../../payers/payer-brief.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';

/** What a place is found by: an open item, or what a customer did in a month. */
export interface Placed {
  readonly customerId: number;
  readonly item: OpenItem | null;
  /** YYYY-MM; empty where there is none. */
  readonly month: string;
  readonly dueMonth: string;
}

type OfCustomer = Exclude<
  CrossDimension,
  'bucket_due' | 'bucket_document' | 'month_invoice' | 'month_due' | 'delay_cause' | 'cause_owner'
>;

/** The key of a fact in a dimension; an empty text where it has none. */
export function keyFinder(
  portfolio: Portfolio,
  dimension: CrossDimension,
  asOf: CalendarDate,
): (placed: Placed) => string {
  switch (dimension) {
    case 'month_invoice':
      return ({ month }) => month;
    case 'month_due':
      return ({ dueMonth }) => dueMonth;
    case 'bucket_due':
    case 'bucket_document':
      return bucketFinder(portfolio, dimension, asOf);
    case 'delay_cause':
      return causeFinder(portfolio, ({ cause }) => cause);
    case 'cause_owner':
      return causeFinder(portfolio, causeOwnerKey);
    default:
      return customerFinder(portfolio, dimension);
  }
}

function bucketFinder(
  { settings }: Portfolio,
  dimension: 'bucket_due' | 'bucket_document',
  asOf: CalendarDate,
) {
  const brackets = settings.ageing.bracketDays;
  const keys = bucketKeys(brackets);
  const by = dimension === 'bucket_due' ? ('due_date' as const) : ('document_date' as const);
  return ({ item }: Placed) =>
    item === null ? '' : (keys[bucketOfItem(item, { asOf, by, brackets })] ?? '');
}

/** Of what is open: why it is late, as it is told today. */
function causeFinder({ accounts }: Portfolio, keyOf: (held: HeldCause) => string) {
  return ({ customerId, item }: Placed) => {
    const causes = item === null ? undefined : accounts.get(customerId)?.causes;
    const held = causes === undefined ? null : causeOfItem(causes, item?.receivableId ?? null);
    return held === null ? '' : keyOf(held);
  };
}

/** Facts of one customer come one after the other: his key is looked up once. */
function customerFinder(portfolio: Portfolio, dimension: OfCustomer) {
  let customerId: number | null = null;
  let key = '';
  return (placed: Placed) => {
    if (placed.customerId === customerId) return key;
    customerId = placed.customerId;
    key = keyOfCustomer(portfolio, customerId, dimension);
    return key;
  };
}

function keyOfCustomer(portfolio: Portfolio, customerId: number, dimension: OfCustomer): string {
  const account = portfolio.accounts.get(customerId);
  const { record } = account ?? {};
  switch (dimension) {
    case 'size':
      return record?.size ?? '';
    case 'city':
      return record?.city ?? '';
    case 'segment':
      return record === undefined
        ? ''
        : (payerBrief(portfolio, record.payerCustomerId).segment ?? '');
    default:
      return groupKeyOf(account, dimension);
  }
}

/** A dimension whose values have an order of their own, kept on the screen. */
export function isOrdered(dimension: CrossDimension): boolean {
  return isOfMonths(dimension) || dimension === 'bucket_due' || dimension === 'bucket_document';
}

export function isOfMonths(dimension: CrossDimension): boolean {
  return dimension === 'month_invoice' || dimension === 'month_due';
}

/** A key in words. */
export function keyLabel(
  portfolio: Portfolio,
  { dimension, key }: { readonly dimension: CrossDimension; readonly key: string },
  language: Language,
): string {
  const words = crossText[language];
  if (key === OTHERS) return words.others;
  switch (dimension) {
    case 'customer':
      return portfolio.accounts.get(Number.parseInt(key, 10))?.record.name ?? '';
    case 'bucket_due':
    case 'bucket_document':
      return bucketLabel(key, language);
    case 'month_invoice':
    case 'month_due':
      if (key === '') return words.noDate;
      return formatMonth(`${key}-01` as CalendarDate, { language, isShort: true });
    case 'segment':
      return segmentLabel(key, language);
    case 'delay_cause':
      return causeLabel(key, language);
    case 'cause_owner':
      return causeOwnerLabel(key, language);
    default:
      return dimensionLabel(dimension, key, language);
  }
}

/** The place of a key in the order of its dimension: what has no value, then the others, last. */
export function keyOrder(
  portfolio: Portfolio,
  dimension: CrossDimension,
  labelOf: (key: string) => string,
): (a: string, b: string) => number {
  const buckets = bucketKeys(portfolio.settings.ageing.bracketDays);
  const last = (key: string) => (key === OTHERS ? 2 : key === '' ? 1 : 0);
  const within = isOfMonths(dimension)
    ? (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    : isOrdered(dimension)
      ? (a: string, b: string) => buckets.indexOf(a) - buckets.indexOf(b)
      : (a: string, b: string) => inFrench.compare(labelOf(a), labelOf(b));
  return (a, b) => last(a) - last(b) || within(a, b);
}

// Made once: a comparison that makes its own rules each time takes most of a sort.
const inFrench = new Intl.Collator('fr', { numeric: true });
