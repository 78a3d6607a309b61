/**
 * The forecast of each group: what is late, the next weeks one by one, the others in one column.
 * Enter narrows the whole screen to the group; the workbook has every week.
 */
import { useMemo } from 'react';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { OpenAmount } from '../../parts/open-amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { Forecast, ForecastGroup, ForecastSearch, OpenSlot } from './forecast-question.ts';

const WEEKS_SHOWN = 5;

export function GroupsTable(props: {
  readonly forecast: Forecast;
  readonly by: ForecastSearch['by'];
  readonly onNarrow: (key: string) => void;
  readonly onOpen: OpenSlot;
}) {
  const { forecast, by, onNarrow, onOpen } = props;
  const words = useText(forecastText);
  const columns = useGroupColumns(forecast.weeks, by, onOpen);
  const state = useTableState(`forecast-${by}`, columns);
  const rows = useLocalRows(forecast.groups);
  const openCustomer = useOpenCustomer();
  const totals = columns.map(
    ({ id }) => [id, centsOf(id, forecast.groups.filter(isInTotal))] as const,
  );
  return (
    <DataTable
      id={`forecast-${by}`}
      label={words.per[by === 'none' ? 'customer' : by] ?? words.group}
      columns={columns}
      rows={rows}
      state={state}
      question={by}
      rowKey={(group) => group.key}
      onOpen={(group) => onNarrow(group.key)}
      menu={(group) => [
        { label: words.narrow, run: () => onNarrow(group.key) },
        { label: words.slots.overdue, run: () => onOpen('overdue', group.key) },
        ...(by === 'customer'
          ? [
              {
                label: words.openCustomer,
                run: () => openCustomer(Number.parseInt(group.key, 10)),
              },
            ]
          : []),
      ]}
      totals={{
        ...Object.fromEntries(
          totals.map(([id, cents]) => [id, <Amount key={id} cents={cents} bare />]),
        ),
        label: words.total,
      }}
    />
  );
}

/** A row in another currency has no sum with the others. */
function isInTotal({ currency }: ForecastGroup): boolean {
  return currency === LEDGER_CURRENCY;
}

/** The sum of one column over some groups: `overdue`, `next`, `total`, or the place of a week. */
function centsOf(column: string, groups: readonly ForecastGroup[]): number {
  const one = (group: ForecastGroup): number => {
    if (column === 'overdue') return group.overdueCents;
    if (column === 'total') return group.totalCents;
    if (column === 'next') {
      return group.amountsCents.slice(WEEKS_SHOWN).reduce((sum, cents) => sum + cents, 0);
    }
    return group.amountsCents[Number.parseInt(column, 10)] ?? 0;
  };
  return groups.reduce((sum, group) => sum + one(group), 0);
}

function useGroupColumns(
  weeks: Forecast['weeks'],
  by: ForecastSearch['by'],
  onOpen: OpenSlot,
): readonly Column<ForecastGroup>[] {
  const words = useText(forecastText);
  const language = useLanguage();
  return useMemo(() => {
    const column = (id: string, label: string) => ({
      id,
      label,
      width: 104,
      align: 'end' as const,
    });
    const sum = (id: string, label: string): Column<ForecastGroup> => ({
      ...column(id, label),
      cell: (group) => <Amount cents={centsOf(id, [group])} currency={group.currency} bare />,
    });
    const figure = (
      id: string,
      label: string,
      slot: Parameters<OpenSlot>[0],
    ): Column<ForecastGroup> => ({
      ...column(id, label),
      cell: (group) => (
        <OpenAmount
          cents={centsOf(id, [group])}
          currency={group.currency}
          title={words.openItems}
          onOpen={() => onOpen(slot, group.key)}
        />
      ),
    });
    return [
      {
        id: 'label',
        label: by === 'customer' ? words.customer : words.group,
        width: 180,
        grow: 1,
        isFixed: true,
        cell: (group) => group.label,
      },
      figure('overdue', words.overdueColumn, 'overdue'),
      ...weeks
        .slice(0, WEEKS_SHOWN)
        .map(({ weekStart }, index) =>
          figure(String(index), formatDay(weekStart, { language, isShort: true }), weekStart),
        ),
      sum('next', words.nextWeeks),
      { ...sum('total', words.total), width: 120 },
    ];
  }, [words, language, weeks, by, onOpen]);
}
