/** The weeks in a table, with their running total; Enter opens the items of one. */
import { useMemo } from 'react';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useText } from '../../parts/reader.tsx';
import {
  expectedOf,
  type Forecast,
  type ForecastWeek,
  type OpenSlot,
  type WrittenMethod,
} from './forecast-question.ts';

interface WeekRow extends ForecastWeek {
  readonly expectedCents: number;
  readonly runningCents: number;
}

export function WeeksTable(props: {
  readonly forecast: Forecast;
  readonly method: WrittenMethod;
  readonly onOpen: OpenSlot;
}) {
  const { forecast, method, onOpen } = props;
  const words = useText(forecastText);
  const weeks = useMemo(() => rowsOf(forecast, method), [forecast, method]);
  const rows = useLocalRows(weeks);
  const columns = useWeekColumns(method);
  const state = useTableState(`forecast-${method}`, columns);
  const sum = (centsOf: (week: WeekRow) => number) => (
    <Amount cents={weeks.reduce((total, week) => total + centsOf(week), 0)} />
  );
  const hasLastYear = weeks.some((week) => week.lastYearCents !== null);
  return (
    <DataTable
      id="forecast"
      label={words.byWeek}
      columns={columns}
      rows={rows}
      state={state}
      question={method}
      rowKey={(week) => week.weekStart}
      onOpen={(week) => onOpen(week.weekStart)}
      menu={(week) => [{ label: words.openItems, run: () => onOpen(week.weekStart) }]}
      totals={{
        week: words.total,
        promised: sum((week) => week.promisedCents),
        due: sum((week) => week.expectedCents - week.promisedCents),
        expected: sum((week) => week.expectedCents),
        ...(hasLastYear && { lastYear: sum((week) => week.lastYearCents ?? 0) }),
      }}
    />
  );
}

function rowsOf(forecast: Forecast, method: WrittenMethod): readonly WeekRow[] {
  let runningCents = 0;
  return forecast.weeks.map((week) => {
    const expectedCents = expectedOf(week, method);
    runningCents += expectedCents;
    return { ...week, expectedCents, runningCents };
  });
}

function useWeekColumns(method: WrittenMethod): readonly Column<WeekRow>[] {
  const words = useText(forecastText);
  return useMemo(() => {
    const money = (
      id: string,
      label: string,
      centsOf: (week: WeekRow) => number | null,
    ): Column<WeekRow> => ({
      id,
      label,
      width: 150,
      align: 'end',
      cell: (week) => <Amount cents={centsOf(week) ?? 0} />,
    });
    return [
      {
        id: 'week',
        label: words.week,
        width: 160,
        grow: 1,
        isFixed: true,
        cell: (week) => <DateText date={week.weekStart} form="day" />,
      },
      ...(method === 'promise'
        ? [
            money('promised', words.promised, (week) => week.promisedCents),
            {
              ...money('due', words.dueRest, (week) => week.unpromisedDueCents),
              width: 178,
            },
          ]
        : []),
      money(
        'expected',
        method === 'promise' ? words.expected : words.due,
        (week) => week.expectedCents,
      ),
      money('running', words.running, (week) => week.runningCents),
      money('lastYear', words.lastYear, (week) => week.lastYearCents),
    ];
  }, [words, method]);
}
