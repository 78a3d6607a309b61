/** The columns of the balance: who, one column an age, the balance. Each figure opens its items. */
import { useMemo } from 'react';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { OpenAmount } from '../../parts/open-amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import {
  type AgedAnswer,
  type AgedRow,
  type AgedSearch,
  shownBuckets,
  WHOLE,
} from './aged-question.ts';

/** Opens the items of a column, of one row or (null) of the totals. */
export type OpenFigure = (bucket: string, row: string | null) => void;

export function useAgedColumns(
  search: AgedSearch,
  answer: AgedAnswer | null,
  open: OpenFigure,
): readonly Column<AgedRow>[] {
  const words = useText(agedBalanceText);
  const { by, groupBy } = search;
  return useMemo<readonly Column<AgedRow>[]>(() => {
    const figure = (id: string, label: string, centsOf: (row: AgedRow) => number) => ({
      id,
      label,
      width: 104,
      align: 'end' as const,
      isSortable: true,
      sortsDownFirst: true,
      cell: (row: AgedRow) => (
        <OpenAmount
          cents={centsOf(row)}
          currency={row.currency}
          title={words.openItems}
          onOpen={() => open(id, row.key)}
        />
      ),
    });
    const code: Column<AgedRow> = {
      id: 'code',
      label: words.code,
      width: 84,
      isSortable: true,
      isHiddenAtFirst: true,
      cell: (row) => row.code,
    };
    return [
      ...(groupBy === 'customer' ? [code] : []),
      {
        id: 'label',
        label: groupBy === 'customer' ? words.customer : words.group,
        width: 170,
        grow: 1,
        isFixed: true,
        isSortable: true,
        cell: (row: AgedRow) => row.label,
      },
      ...shownBuckets(answer, by).map(({ key, label, index }) =>
        figure(
          key,
          key === 'credits' ? words.credits : label,
          (row) => row.amountsCents[index] ?? 0,
        ),
      ),
      { ...figure('balance', words.balance, (row) => row.balanceCents), width: 116 },
    ];
  }, [words, answer, by, groupBy, open]);
}

/** The totals under the columns, each opening its items where nothing narrows the list. */
export function agedTotals(
  answer: AgedAnswer | null,
  words: { readonly first: string; readonly openItems: string },
  open: OpenFigure | null,
) {
  if (answer === null) return {};
  const total = (id: string, cents: number) =>
    open === null ? (
      <Amount cents={cents} bare />
    ) : (
      <OpenAmount cents={cents} title={words.openItems} onOpen={() => open(id, null)} />
    );
  return {
    label: words.first,
    balance: total('balance', answer.balanceCents),
    ...Object.fromEntries(
      answer.buckets.map(({ key }, index) => [key, total(key, answer.totalsCents[index] ?? 0)]),
    ),
  };
}

/** What stands above a column, said in a sentence. */
export function useColumnName(): (id: string) => string {
  const words = useText(agedBalanceText);
  const language = useLanguage();
  return (id) =>
    id === WHOLE || id === 'balance' ? words.allItems : words.itemsOf(bucketLabel(id, language));
}
