/**
 * The 40 € for recovery costs (indemnité forfaitaire, C. com. D441-5): once per late invoice, of
 * professionals and public buyers only.
 *
 * It is not a fee added by a letter: it is due by law from the first day late, so that asking for
 * it again in a later letter asks for the same 40 €. What has been paid of it is never asked again.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { Debtor, InterestContext, InterestItem } from './interest.ts';
import { hasBeenLate } from './interest.ts';

export const RECOVERY_FEE_CENTS: Cents = 4000;

/** In order of precedence; the first that applies is the one shown. */
export type NoFeeReason =
  | 'waived'
  | 'already_paid'
  | 'not_an_invoice'
  | 'consumer'
  | 'foreign_law'
  | 'outside_the_union'
  | 'other_currency'
  | 'insolvency'
  | 'not_late'
  | 'counted_with_invoice';

export interface FeeItem extends InterestItem {
  /** ISO 4217: the sum is fixed in euros, and no rate of exchange is known here. */
  readonly currency: string;
  readonly isFeePaid: boolean;
}

/**
 * Where 40 € are due by the law of the place too (directive 2011/7/EU, art. 6), and the French
 * overseas departments, which have country codes of their own.
 */
const UNION: ReadonlySet<string> = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ...['GP', 'MQ', 'GF', 'RE', 'YT'],
]);

/** Why the 40 € are not due for an item taken alone; null when they are. */
export function noFeeReason(item: FeeItem, context: InterestContext): NoFeeReason | null {
  const { debtor } = context;
  if (item.isFeePaid) return 'already_paid';
  if (item.kind !== 'invoice') return 'not_an_invoice';
  if (debtor.kind === 'consumer') return 'consumer';
  if (debtor.law === 'foreign') return 'foreign_law';
  if (debtor.law === 'by_default' && !isInTheUnion(debtor)) return 'outside_the_union';
  if (item.currency !== 'EUR') return 'other_currency';
  if (isBarredByInsolvency(item, debtor)) return 'insolvency';
  return hasBeenLate(item, context) ? null : 'not_late';
}

function isInTheUnion({ countryCode }: Debtor): boolean {
  return countryCode === '' || UNION.has(countryCode);
}

/** The judgment forbade paying it on its date (C. com. L441-10 II, last sentence). */
function isBarredByInsolvency({ dueDate }: InterestItem, { insolvencyOn }: Debtor): boolean {
  return insolvencyOn !== null && dueDate !== null && dueDate >= insolvencyOn;
}
