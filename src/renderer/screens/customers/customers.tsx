/**
 * The list of customers: narrowed, sorted, grouped and totalled by the core, read in windows. Enter
 * opens the file over the list; the keys of the actions act on the row one stands on.
 */
import { Button, Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Dimension } from '../../../shared/contract/customers.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useSavedViews } from '../../commands/use-saved-views.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useGo } from '../../frame/navigation.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { type TableState, useTableState } from '../../parts/data-table/table-state.ts';
import type { RowGroup } from '../../parts/data-table/table-types.ts';
import { OtherTotals, othersOf } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { SORTS, useCustomerColumns } from './customer-columns.tsx';
import { CustomerFilters } from './customer-filters.tsx';
import { type CustomersSearch, type Grouping, useCustomerQuestion } from './customer-question.ts';
import styles from './customers.module.css';

const FIRST_SORT = { column: 'overdue', isDescending: true };
const GROUPINGS: readonly Dimension[] = [
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'size',
  'payment_method',
  'city',
  'tags',
];

export default function CustomersScreen() {
  const api = useApi();
  const words = useText(customersText);
  const language = useLanguage();
  const { filter, search, change, isNarrowed } = useCustomerQuestion();
  const [groupBy, setGroupBy] = useState<Grouping>(null);
  const columns = useCustomerColumns();
  const state = useTableState('customers', columns, FIRST_SORT);
  const sort = SORTS.find((name) => name === state.sort?.column) ?? 'overdue';
  const question = { filter, sort, isDescending: state.sort?.isDescending ?? true, groupBy };
  const list = useWindows((part) =>
    api.query.customers.page.queryOptions({ input: { ...question, ...part } }),
  );
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<number | null>(null);
  useListActions(active);
  return (
    <Screen
      title={words.title}
      isFixed
      filters={<CustomerFilters search={search} onChange={change} />}
    >
      <CustomerTools
        question={question}
        kept={{ search, groupBy, table: state.value }}
        columns={columns}
        state={state}
        onNarrow={change}
        onGroup={setGroupBy}
      />
      <DataTable
        id="customers"
        label={words.title}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.customerId}
        question={JSON.stringify(question)}
        onOpen={(row) => openCustomer(row.customerId)}
        onActive={(row) => setActive(row?.customerId ?? null)}
        menu={(row) => customerMenu(row.customerId)}
        groups={groupsOf(list.head?.groups ?? null, (key) =>
          dimensionLabel(groupBy, key, language),
        )}
        totals={totalsOf(
          list.head?.totals,
          words.count(formatCount(list.total ?? 0, { language })),
        )}
        empty={<NoCustomer isNarrowed={isNarrowed} onClear={() => change({})} />}
      />
      <OtherTotals totals={othersOf(list.head?.otherCurrencies ?? [], 'outstandingCents')} />
    </Screen>
  );
}

/** Grouping, saved views, columns and Excel. */
function CustomerTools(props: {
  readonly question: object;
  /** What a saved view keeps. */
  readonly kept: {
    readonly search: CustomersSearch;
    readonly groupBy: Grouping;
    readonly table: TableState['value'];
  };
  readonly columns: ReturnType<typeof useCustomerColumns>;
  readonly state: TableState;
  readonly onNarrow: ReturnType<typeof useCustomerQuestion>['change'];
  readonly onGroup: (value: Grouping) => void;
}) {
  const { question, kept, columns, state, onNarrow, onGroup } = props;
  const words = useText(customersText);
  const workbook = useWorkbook();
  const views = useSavedViews('customers', kept, (saved) => {
    const { search, groupBy, table } = (saved ?? {}) as Record<string, unknown>;
    onNarrow(typeof search === 'object' && search !== null ? search : {});
    onGroup(GROUPINGS.find((one) => one === groupBy) ?? null);
    state.apply(table);
  });
  return (
    <div className={styles.tools} data-print="never">
      <GroupChoice value={kept.groupBy} onChange={onGroup} />
      <TableTools
        columns={columns}
        state={state}
        views={views}
        isExporting={workbook.isRunning}
        onExport={(names) =>
          void workbook.make({
            list: 'customers',
            input: question,
            title: words.title,
            columns: [...names],
          })
        }
      />
    </div>
  );
}

type Page = Awaited<ReturnType<ReturnType<typeof useApi>['call']['customers']['page']>>;

function totalsOf(totals: Page['totals'] | undefined, count: string) {
  if (totals === undefined) return {};
  return {
    name: count,
    outstanding: <Amount cents={totals.outstandingCents} />,
    overdue: <Amount cents={totals.overdueCents} />,
    notDue: <Amount cents={totals.notDueCents} />,
    credits: <Amount cents={totals.creditsCents} />,
    net_due: <Amount cents={totals.netDueCents} />,
  };
}

type Groups = NonNullable<Page['groups']>;

function groupsOf(
  groups: Groups | null,
  labelOf: (key: string | null) => string,
): readonly RowGroup[] | null {
  return (
    groups?.map((group) => ({
      key: group.key ?? '',
      label: labelOf(group.key),
      count: group.customerCount,
      cells: {
        outstanding: <Amount cents={group.outstandingCents} />,
        overdue: <Amount cents={group.overdueCents} />,
        net_due: <Amount cents={group.netDueCents} />,
      },
    })) ?? null
  );
}

function GroupChoice(props: {
  readonly value: Grouping;
  readonly onChange: (value: Grouping) => void;
}) {
  const words = useText(customersText);
  return (
    <Select
      w={170}
      aria-label={words.groupBy}
      value={props.value ?? ''}
      allowDeselect={false}
      data={[
        { value: '', label: words.noGroup },
        ...GROUPINGS.map((value) => ({ value, label: words.dimensions[value] })),
      ]}
      onChange={(value) => props.onChange(GROUPINGS.find((one) => one === value) ?? null)}
    />
  );
}

function NoCustomer(props: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const words = useText(customersText);
  const go = useGo();
  return (
    <EmptyState
      icon={<IconUsers size={28} stroke={1.4} />}
      sentence={props.isNarrowed ? words.empty : words.noLedger}
      action={
        props.isNarrowed ? (
          <Button onClick={props.onClear}>{words.clear}</Button>
        ) : (
          <Button variant="filled" onClick={() => go('/imports')}>
            {words.import}
          </Button>
        )
      }
    />
  );
}
