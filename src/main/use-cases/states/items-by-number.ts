/** Open items by the numbers of a pasted list: a factor's receipt names invoices, not customers. */
import { normaliseNumber } from '../../../shared/domain/item-state/number-list.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { itemsOfAll, type Portfolio } from '../portfolio/portfolio.ts';

/** What is found, what nobody has, and what several customers have. */
export function itemsByNumber(portfolio: Portfolio, numbers: readonly string[]) {
  const open = Map.groupBy(
    itemsOfAll(portfolio).filter(
      ({ receivableId, outstandingCents }) => receivableId !== null && outstandingCents > 0,
    ),
    ({ documentNumber }) => normaliseNumber(documentNumber),
  );
  const found: OpenItem[] = [];
  const unknown: string[] = [];
  const ambiguous: string[] = [];
  for (const number of new Set(numbers)) {
    const own = open.get(normaliseNumber(number)) ?? [];
    const owners = new Set(own.map(({ customerId }) => customerId));
    if (own.length === 0) unknown.push(number);
    else if (owners.size > 1) ambiguous.push(number);
    else found.push(...own);
  }
  return {
    items: found.map((item) => ({
      receivableId: item.receivableId ?? 0,
      customerId: item.customerId,
      name: portfolio.accounts.get(item.customerId)?.record.name ?? '',
      documentNumber: item.documentNumber,
      outstandingCents: item.outstandingCents,
      currency: item.currency,
    })),
    unknown,
    ambiguous,
  };
}
