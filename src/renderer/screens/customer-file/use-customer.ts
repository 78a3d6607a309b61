/** What the file reads of its customer: the file itself and his open items. */
import { useQuery } from '@tanstack/react-query';
import {
  type CurrencyAmount,
  LEDGER_CURRENCY,
  sumApart,
} from '../../../shared/domain/receivable/currency.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';

export type CustomerFileData = Awaited<ReturnType<ApiClient['customers']['file']>>;
export type ItemRow = Awaited<ReturnType<ApiClient['customers']['items']>>['rows'][number];

/** Open items shown and ticked at once: the core serves as many in one window. */
const ITEMS_MAX = 200;

export function useCustomer(customerId: number) {
  const api = useApi();
  const file = useQuery(api.query.customers.file.queryOptions({ input: { customerId } }));
  const items = useQuery(
    api.query.customers.items.queryOptions({
      input: { customerId, state: 'open', offset: 0, limit: ITEMS_MAX },
    }),
  );
  return { file, items };
}

/** The receivables that a form is about when nothing was ticked by hand: those that are late. */
export function lateItems(items: readonly ItemRow[]): readonly number[] {
  return items.flatMap((item) =>
    item.receivableId !== null && item.outstandingCents > 0 && (item.daysPastDue ?? 0) > 0
      ? [item.receivableId]
      : [],
  );
}

/** What is still open on the ticked items, one amount a currency; none ticked, none in euros. */
export function tickedAmounts(
  items: readonly ItemRow[],
  ticked: ReadonlySet<number>,
): readonly [CurrencyAmount, ...CurrencyAmount[]] {
  const { totalCents, otherTotals } = sumApart(
    items.flatMap(({ receivableId, currency, outstandingCents }) =>
      receivableId !== null && ticked.has(receivableId)
        ? [{ currency, amountCents: outstandingCents }]
        : [],
    ),
  );
  const own = { currency: LEDGER_CURRENCY, amountCents: totalCents };
  const [first, ...rest] = otherTotals;
  return totalCents === 0 && first !== undefined ? [first, ...rest] : [own, ...otherTotals];
}
