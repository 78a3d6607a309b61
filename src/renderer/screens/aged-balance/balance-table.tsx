/** The rows of the balance; Enter opens the customer, or the items of a group. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import type { Windowed } from '../../api/windows.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { TableState } from '../../parts/data-table/table-state.ts';
import type { Column, MenuEntry } from '../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { agedTotals, type OpenFigure, useColumnName } from './aged-columns.tsx';
import type { AgedAnswer, AgedRow, AgedSearch } from './aged-question.ts';
import { WHOLE } from './aged-question.ts';

export function BalanceTable(props: {
  readonly list: Windowed<AgedRow, AgedAnswer>;
  readonly columns: readonly Column<AgedRow>[];
  readonly state: TableState;
  readonly search: AgedSearch;
  readonly question: object;
  readonly open: OpenFigure;
  readonly onClear: () => void;
}) {
  const { list, columns, state, search, open } = props;
  const words = useText(agedBalanceText);
  const language = useLanguage();
  const menu = useRowMenu(list.head, open);
  const openCustomer = useOpenCustomer();
  const [active, setActive] = useState<number | null>(null);
  useListActions(active);
  const isNarrowed = search.text !== '';
  const count = formatCount(list.total ?? 0, { language });
  const counted = search.groupBy !== 'customer' ? words.groups : words.customers;
  const first =
    list.total === 1 && search.groupBy === 'customer' ? words.oneCustomer : counted(count);
  return (
    <>
      <DataTable
        id="aged-balance"
        label={words.title}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.key}
        question={JSON.stringify(props.question)}
        onOpen={(row) =>
          row.customerId === null ? open(WHOLE, row.key) : openCustomer(row.customerId)
        }
        onActive={(row) => setActive(row?.customerId ?? null)}
        menu={menu}
        totals={agedTotals(
          list.head,
          { first, openItems: words.openItems },
          isNarrowed ? null : open,
        )}
        empty={
          <EmptyState
            sentence={isNarrowed ? words.emptySearch : words.empty}
            action={isNarrowed && <Button onClick={props.onClear}>{words.clear}</Button>}
          />
        }
      />
      <OtherTotals totals={list.head?.otherTotals ?? []} />
    </>
  );
}

/** The figures of the row, then what can be done with its customer. */
function useRowMenu(answer: AgedAnswer | null, open: OpenFigure) {
  const columnName = useColumnName();
  const customerMenu = useCustomerMenu();
  return (row: AgedRow): MenuEntry[] => {
    const figures = (answer?.buckets ?? []).flatMap(({ key }, index) =>
      (row.amountsCents[index] ?? 0) === 0
        ? []
        : [{ label: columnName(key), run: () => open(key, row.key) }],
    );
    return [
      ...(row.customerId === null ? [] : customerMenu(row.customerId)),
      { label: columnName(WHOLE), run: () => open(WHOLE, row.key) },
      ...figures,
    ];
  };
}
