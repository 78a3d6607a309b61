/** The items behind a week or an amount set apart, each with its expected day and why. */
import { useMemo } from 'react';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { FigurePanel } from '../../frame/figure-panel.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
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
  const title = isApart(slot) ? words.slots[slot] : words.weekItems(formatDay(slot, { language }));
  const { total } = list;
  const counted = total === 1 ? words.oneItem : words.items(formatCount(total ?? 0, { language }));
  return (
    <FigurePanel
      id="forecast-items"
      label={title}
      heading={title}
      note={total === null ? subject : `${subject} · ${counted}`}
      width={PANEL_WIDTH}
      columns={columns}
      list={list}
      question={question}
      workbook={{ list: 'forecast_items', title: `${subject} ${title}` }}
      rowKey={(row) =>
        [row.customerId, row.receivableId, row.documentNumber, row.why, row.amountCents].join('|')
      }
      totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals ?? []}
      empty={words.noItem}
      onClose={onClose}
    />
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
