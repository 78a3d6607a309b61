/** The rows of the cross-table; Enter opens a row, its menu each of its figures. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../../../shared/format/number.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import type { Windowed } from '../../../api/windows.ts';
import { useCustomerMenu, useListActions } from '../../../frame/open-customer.tsx';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import type { TableState } from '../../../parts/data-table/table-state.ts';
import type { Column, MenuEntry } from '../../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import { crossTotals } from './cross-columns.tsx';
import type { CrossAnswer, CrossRow, CrossSearch, OpenFigureOf } from './cross-search.ts';

export function CrossTableOf(props: {
  readonly list: Windowed<CrossRow, CrossAnswer>;
  readonly columns: readonly Column<CrossRow>[];
  readonly state: TableState;
  readonly search: CrossSearch;
  readonly question: object;
  readonly open: OpenFigureOf;
  readonly onChange: (patch: Partial<CrossSearch>) => void;
}) {
  const { list, columns, state, search, open, onChange } = props;
  const words = useText(crossText);
  const language = useLanguage();
  const menu = useRowMenu(props);
  const [active, setActive] = useState<number | null>(null);
  useListActions(active);
  const isNarrowed = search.text !== '' || search.filters.length > 0;
  const count = formatCount(list.total ?? 0, { language });
  const first = search.rows === 'customer' ? words.customers(count) : words.lines(count);
  return (
    <>
      <DataTable
        id="cross"
        label={words.title}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.key}
        question={JSON.stringify(props.question)}
        onOpen={(row) => open(row.key, null)}
        onActive={(row) => setActive(row?.customerId ?? null)}
        menu={menu}
        totals={crossTotals(list.head, { first, openFigure: words.openFigure }, open)}
        empty={
          <EmptyState
            sentence={words.empty}
            action={
              isNarrowed && (
                <Button onClick={() => onChange({ text: '', filters: [] })}>{words.clear}</Button>
              )
            }
          />
        }
      />
      <OtherTotals totals={list.head?.otherTotals ?? []} />
    </>
  );
}

/** The figures of the row, the row alone, then what can be done with its customer. */
function useRowMenu(props: Parameters<typeof CrossTableOf>[0]) {
  const { list, search, open, onChange } = props;
  const words = useText(crossText);
  const customerMenu = useCustomerMenu();
  return (row: CrossRow): MenuEntry[] => {
    const columns = list.head?.columns ?? [];
    const figures = columns.flatMap(({ key, label }, index) =>
      (row.cells[index] ?? null) === null
        ? []
        : [{ label: `${row.label} · ${label}`, run: () => open(row.key, key) }],
    );
    const key = row.currency === 'EUR' ? row.key : row.key.slice(0, -'|USD'.length);
    const only = {
      label: words.onlyThis(row.label),
      run: () => onChange({ filters: [...search.filters, { dimension: search.rows, key }] }),
    };
    return [
      ...(row.customerId === null ? [] : customerMenu(row.customerId)),
      { label: `${row.label} · ${words.total}`, run: () => open(row.key, null) },
      ...figures,
      ...(row.isOthers || row.customerId !== null ? [] : [only]),
    ];
  };
}
