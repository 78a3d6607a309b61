/** Amounts of two currencies have no sum: a screen adds up one, and tells the others. */
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';

/** The currency of most items. */
export function mainCurrency(items: readonly OpenItem[]): string {
  const counts = new Map<string, number>();
  for (const { currency } of items) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'EUR';
}
