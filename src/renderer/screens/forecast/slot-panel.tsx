/** The items behind a week or an amount set apart, each with its expected day and why. */
import { useMemo } from 'react';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import styles from './forecast.module.css';
import type { ForecastSearch, Slot } from './forecast-question.ts';

/** The reasons stand whole in it. */
const PANEL_WIDTH = 840;

type ItemRow = Awaited<ReturnType<ApiClient['overview']['forecastItems']>>['rows'][number];

export function SlotPanel(props: {
  readonly search: ForecastSearch;
  readonly slot: Slot;
  /** Whose items: of a group, or of everybody. */
  readonly groupKey: string | null;
  readonly subject: string;
  readonly onClose: () => void;
}) {
  const { search, slot, groupKey, subject, onClose } = props;
  const api = useApi();
  const words = useText(forecastText);
  const language = useLanguage();
  const question = {
    slot,
    weekCount: search.weeks,
    method: search.method === 'due_date' ? search.method : ('promise' as const),
    by: groupKey === null ? null : search.by,
    key: groupKey,
  };
  const list = useWindows((part) =>
    api.query.overview.forecastItems.queryOptions({ input: { ...question, ...part } }),
  );
  const columns = useItemColumns();
  const state = useTableState('forecast-items', columns);
  const book = useWorkbook();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const title = isApart(slot) ? words.slots[slot] : words.weekItems(formatDay(slot, { language }));
  const { total } = list;
  const counted = total === 1 ? words.oneItem : words.items(formatCount(total ?? 0, { language }));
  return (
    <Panel label={title} width={PANEL_WIDTH} onClose={onClose}>
      <div className={styles.panel}>
        <header className={styles.panelHead}>
          <h2 className={styles.panelTitle}>{title}</h2>
          <p className={styles.panelNote}>
            {subject}
            {total !== null && ` · ${counted}`}
          </p>
        </header>
        <div className={styles.panelTools}>
          <TableTools
            columns={columns}
            state={state}
            isExporting={book.isRunning}
            onExport={(names) =>
              void book.make({
                list: 'forecast_items',
                input: question,
                title: `${subject} ${title}`,
                columns: [...names],
              })
            }
          />
        </div>
        <DataTable
          id="forecast-items"
          label={title}
          columns={columns}
          rows={list}
          state={state}
          question={JSON.stringify(question)}
          rowKey={(row) =>
            [row.customerId, row.receivableId, row.documentNumber, row.why, row.amountCents].join(
              '|',
            )
          }
          onOpen={(row) => openCustomer(row.customerId)}
          menu={(row) => customerMenu(row.customerId)}
          totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
          empty={<EmptyState sentence={words.noItem} />}
        />
        <OtherTotals totals={list.head?.otherTotals ?? []} />
      </div>
    </Panel>
  );
}

const APART = ['overdue', 'later', 'undated', 'disputed', 'credits'] as const;

function isApart(slot: Slot): slot is (typeof APART)[number] {
  return APART.some((name) => name === slot);
}

function useItemColumns(): readonly Column<ItemRow>[] {
  const words = useText(forecastText);
  return useMemo<readonly Column<ItemRow>[]>(
    () => [
      {
        id: 'name',
        label: words.customer,
        width: 130,
        grow: 1,
        isFixed: true,
        cell: (row) => row.name,
      },
      {
        id: 'documentNumber',
        label: words.document,
        width: 124,
        cell: (row) => row.documentNumber,
      },
      {
        id: 'expectedDate',
        label: words.expectedDate,
        width: 104,
        cell: (row) => <DateText date={row.expectedDate} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 112,
        align: 'end',
        isFixed: true,
        cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
      },
      {
        id: 'why',
        label: words.why,
        width: 256,
        grow: 1,
        cell: (row) => <span title={row.why}>{row.why}</span>,
      },
    ],
    [words],
  );
}
