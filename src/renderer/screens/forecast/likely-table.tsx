/** The likely weeks in figures, the views by due date and by promise beside them. */
import { useMemo } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { OpenCash, Outlook, OutlookWeek } from './forecast-question.ts';

interface WeekRow extends OutlookWeek {
  readonly runningCents: number;
}

type Sum = (centsOf: (week: WeekRow) => number) => number;

export function LikelyTable(props: { readonly outlook: Outlook; readonly onOpen: OpenCash }) {
  const { outlook, onOpen } = props;
  const words = useText(outlookText);
  const weeks = useMemo(() => {
    let runningCents = 0;
    return outlook.weeks.map((week): WeekRow => {
      runningCents += week.expectedCents;
      return { ...week, runningCents };
    });
  }, [outlook.weeks]);
  const sum: Sum = (centsOf) => weeks.reduce((total, week) => total + centsOf(week), 0);
  const hasTyped = sum(({ typedCents }) => typedCents) !== 0;
  const hasEvents = weeks.some(({ eventCents }) => eventCents !== 0);
  const columns = useColumns({ hasTyped, hasEvents });
  const state = useTableState('forecast-likely', columns);
  const total = (centsOf: (week: WeekRow) => number) => <Amount cents={sum(centsOf)} />;
  return (
    <DataTable
      id="forecast-likely"
      label={words.likely}
      columns={columns}
      rows={useLocalRows(weeks)}
      state={state}
      question={JSON.stringify(outlook.weeks[0]?.weekStart ?? null)}
      rowKey={(week) => week.weekStart}
      onOpen={(week) => onOpen(week.weekStart)}
      menu={(week) => [{ label: words.openItems, run: () => onOpen(week.weekStart) }]}
      totals={{
        week: words.total,
        promised: total((week) => week.promisedCents),
        typed: total((week) => week.typedCents),
        habit: total((week) => week.habitCents),
        late: total((week) => week.lateCents),
        events: total((week) => week.eventCents),
        expected: total((week) => week.expectedCents),
        due: total((week) => week.dueCents),
        byPromise: total((week) => week.byPromiseCents),
        lastYear: total((week) => week.lastYearCents ?? 0),
      }}
    />
  );
}

function useColumns(has: {
  readonly hasTyped: boolean;
  readonly hasEvents: boolean;
}): readonly Column<WeekRow>[] {
  const words = useText(outlookText);
  const language = useLanguage();
  const { hasTyped, hasEvents } = has;
  return useMemo(() => {
    const money = (
      id: string,
      label: string,
      centsOf: (week: WeekRow) => number | null,
    ): Column<WeekRow> => ({
      id,
      label,
      width: 110,
      align: 'end',
      cell: (week) => <Amount cents={centsOf(week) ?? 0} />,
    });
    const euros = (cents: number) => formatCount(ratioOf(cents, 1, 100), { language });
    return [
      {
        id: 'week',
        label: words.week,
        width: 112,
        grow: 1,
        isFixed: true,
        cell: (week) => <DateText date={week.weekStart} form="day" />,
      },
      { ...money('promised', words.kinds.promise, (week) => week.promisedCents), width: 102 },
      ...(hasTyped ? [money('typed', words.kinds.typed, (week) => week.typedCents)] : []),
      { ...money('habit', words.kinds.habit, (week) => week.habitCents), width: 130 },
      money('late', words.kinds.late, (week) => week.lateCents),
      ...(hasEvents ? [money('events', words.eventShift, (week) => week.eventCents)] : []),
      {
        ...money('expected', words.expected, (week) => week.expectedCents),
        width: 124,
        isFixed: true,
      },
      {
        id: 'band',
        label: words.band,
        width: 148,
        align: 'end',
        cell: (week) => words.bandOf(euros(week.lowCents), euros(week.highCents)),
      },
      money('due', words.byDue, (week) => week.dueCents),
      { ...money('byPromise', words.byPromise, (week) => week.byPromiseCents), width: 124 },
      { ...money('running', words.running, (week) => week.runningCents), isHiddenAtFirst: true },
      {
        ...money('lastYear', words.lastYear, (week) => week.lastYearCents),
        width: 150,
        isHiddenAtFirst: true,
      },
    ];
  }, [words, language, hasTyped, hasEvents]);
}
