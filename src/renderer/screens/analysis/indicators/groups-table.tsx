/** One indicator by customer or dimension. Enter opens the customer, or a group's indicators. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Indicator } from '../../../../shared/domain/metrics/indicator.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { indicatorText } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useApi } from '../../../api/connection.tsx';
import { useWindows } from '../../../api/windows.ts';
import { useWorkbook } from '../../../commands/use-workbook.ts';
import { useCustomerMenu, useOpenCustomer } from '../../../frame/open-customer.tsx';
import { Amount } from '../../../parts/amount.tsx';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import { useTableState } from '../../../parts/data-table/table-state.ts';
import type { Column, MenuEntry } from '../../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import { FigureChange, FigureTarget, FigureValue } from './figure-cells.tsx';
import {
  type GroupRow,
  type IndicatorsSearch,
  partOf,
  type SetIndicators,
} from './indicators-question.ts';
import { MakingNotice, MakingState } from './making-state.tsx';

export type GroupsTableModel = ReturnType<typeof useGroupsTable>;
type CutSearch = IndicatorsSearch & { readonly cut: Exclude<IndicatorsSearch['cut'], 'none'> };

const SORTS = ['label', 'value', 'change', 'receivables', 'overdue', 'sales'] as const;
const FIRST_SORT = { column: 'overdue', isDescending: true };

export function useGroupsTable(search: CutSearch, setSearch: SetIndicators) {
  const api = useApi();
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  const columns = useColumns(search.indicator, search.cut);
  const state = useTableState(`indicators-${search.cut}`, columns, FIRST_SORT);
  const part = search.cut === 'customer' ? partOf(search) : null;
  const question = {
    indicator: search.indicator,
    asOf: search.asOf,
    by: search.cut,
    part,
    text: search.find,
    sort: SORTS.find((one) => one === state.sort?.column) ?? 'overdue',
    isDescending: state.sort?.isDescending ?? true,
  };
  const list = useWindows((window) =>
    api.query.figures.groups.queryOptions({ input: { ...question, ...window } }),
  );
  const workbook = useWorkbook();
  return {
    search,
    setSearch,
    question,
    list,
    columns,
    state,
    partLabel: list.head?.partLabel ?? null,
    isExporting: workbook.isRunning,
    exportAll: (columnNames: readonly string[]) =>
      void workbook.make({
        list: 'indicator_groups',
        input: question,
        title: `${names[search.indicator].name} · ${words.cuts[search.cut]}`,
        columns: [...columnNames],
      }),
  };
}

export function GroupsTable({ table }: { readonly table: GroupsTableModel }) {
  const { list, search, setSearch, question } = table;
  const words = useText(indicatorsText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const menu = useRowMenu(search, setSearch);
  const { head } = list;
  if (head !== null && !head.hasFigures) return <MakingState making={head} />;
  const count = formatCount(list.total ?? 0, { language });
  const counted = search.cut === 'customer' ? words.customers(count) : words.groups(count);
  const isFound = search.find !== '';
  return (
    <>
      {head !== null && <MakingNotice making={head} />}
      <DataTable
        id="indicator-groups"
        label={words.cuts[search.cut]}
        columns={table.columns}
        rows={list}
        state={table.state}
        question={JSON.stringify(question)}
        rowKey={(row) => row.key}
        onOpen={(row) =>
          row.customerId === null ? setSearch(partPatch(search, row)) : openCustomer(row.customerId)
        }
        menu={menu}
        totals={{
          label: counted,
          receivables: <Amount cents={head?.closingCents ?? 0} bare />,
          overdue: <Amount cents={head?.overdueCents ?? 0} bare />,
          sales: <Amount cents={head?.salesCents ?? 0} bare />,
        }}
        empty={
          <EmptyState
            sentence={isFound ? words.emptySearch : words.empty}
            action={
              isFound && <Button onClick={() => setSearch({ find: '' })}>{words.clear}</Button>
            }
          />
        }
      />
    </>
  );
}

/** The whole table of indicators, narrowed to one group. */
function partPatch({ cut }: CutSearch, row: GroupRow): Partial<IndicatorsSearch> {
  return { cut: 'none', partBy: cut, partKey: row.key, find: '' };
}

function useRowMenu(search: CutSearch, setSearch: SetIndicators) {
  const words = useText(indicatorsText);
  const customerMenu = useCustomerMenu();
  return (row: GroupRow): MenuEntry[] => [
    ...(row.customerId === null ? [] : customerMenu(row.customerId)),
    { label: words.seePart, run: () => setSearch(partPatch(search, row)) },
    ...(row.customerId === null
      ? [
          {
            label: words.seeCustomers,
            run: () =>
              setSearch({ cut: 'customer', partBy: search.cut, partKey: row.key, find: '' }),
          },
        ]
      : []),
  ];
}

function useColumns(indicator: Indicator, cut: CutSearch['cut']): readonly Column<GroupRow>[] {
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  return useMemo(() => {
    const figure = (
      id: string,
      label: string,
      width: number,
      cell: Column<GroupRow>['cell'],
    ): Column<GroupRow> => ({
      id,
      label,
      width,
      align: 'end',
      cell,
      ...(SORTS.some((one) => one === id) && { isSortable: true, sortsDownFirst: true }),
    });
    return [
      {
        id: 'label',
        label: cut === 'customer' ? words.customer : words.group,
        width: 150,
        grow: 1,
        isFixed: true,
        isSortable: true,
        cell: (row: GroupRow) => row.label,
      },
      figure('value', names[indicator].name, 150, (row) => (
        <FigureValue indicator={indicator} value={row.value} />
      )),
      figure('target', words.target, 90, (row) => (
        <FigureTarget indicator={indicator} value={row.value} target={row.target} />
      )),
      figure('monthBefore', words.monthBefore, 108, (row) => (
        <FigureValue indicator={indicator} value={row.monthBefore} />
      )),
      figure('change', words.monthChange, 156, (row) => (
        <FigureChange indicator={indicator} value={row.value} from={row.monthBefore} />
      )),
      figure('yearBefore', words.yearBefore, 106, (row) => (
        <FigureValue indicator={indicator} value={row.yearBefore} />
      )),
      figure('receivables', words.receivables, 110, (row) => (
        <Amount cents={row.closingCents} bare />
      )),
      figure('overdue', words.overdue, 105, (row) => <Amount cents={row.overdueCents} bare />),
      {
        ...figure('sales', words.sales, 110, (row) => <Amount cents={row.salesCents} bare />),
        isHiddenAtFirst: true,
      },
    ];
  }, [words, names, indicator, cut]);
}
