/** Every indicator in one table, by family: result, objective, a month ago, a year ago. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Indicator } from '../../../../shared/domain/metrics/indicator.ts';
import { LEDGER_CURRENCY } from '../../../../shared/domain/receivable/currency.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { indicatorText } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useApi } from '../../../api/connection.tsx';
import { useWorkbook } from '../../../commands/use-workbook.ts';
import { failureOf } from '../../../failure/failure.ts';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../../parts/data-table/local-rows.ts';
import { useTableState } from '../../../parts/data-table/table-state.ts';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../../parts/states.tsx';
import { FigureChange, FigureTarget, FigureValue } from './figure-cells.tsx';
import styles from './indicators.module.css';
import {
  FAMILIES,
  type IndicatorRow,
  type IndicatorsAnswer,
  type IndicatorsSearch,
  partOf,
  type SetIndicators,
} from './indicators-question.ts';
import { MakingNotice, MakingState } from './making-state.tsx';

export type IndicatorTableModel = ReturnType<typeof useIndicatorTable>;

export function useIndicatorTable(search: IndicatorsSearch, setSearch: SetIndicators) {
  const api = useApi();
  const words = useText(indicatorsText);
  const question = { asOf: search.asOf, part: partOf(search) };
  const query = useQuery(
    api.query.figures.show.queryOptions({ input: question, placeholderData: keepPreviousData }),
  );
  const open = useCallback((indicator: Indicator) => setSearch({ opened: indicator }), [setSearch]);
  const columns = useColumns();
  const state = useTableState('indicators', columns);
  const workbook = useWorkbook();
  return {
    answer: query.data ?? null,
    failure: query.isError ? failureOf(query.error) : null,
    retry: () => void query.refetch(),
    columns,
    state,
    open,
    isExporting: workbook.isRunning,
    // The workbook has the calculation too, which no column of the screen shows.
    exportAll: () =>
      void workbook.make({
        list: 'indicators',
        input: question,
        title: words.title,
        columns: null,
      }),
  };
}

export function IndicatorTable({ table }: { readonly table: IndicatorTableModel }) {
  const { answer, failure, retry } = table;
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (answer === null) return <Skeleton lines={10} height={22} />;
  if (!answer.hasFigures) return <MakingState making={answer} />;
  return (
    <>
      <MakingNotice making={answer} />
      <StandingLine answer={answer} />
      <Rows table={table} rows={answer.rows} />
      <OtherTotals totals={answer.standing.otherTotals} />
    </>
  );
}

/** What the figures stand on: the day, what is owed, and how far the books tell of it. */
function StandingLine({ answer }: { readonly answer: IndicatorsAnswer }) {
  const words = useText(indicatorsText);
  const language = useLanguage();
  const { standing, knownFrom, asOf, rows, isMonthUnderWay } = answer;
  const overdue = rows.find(({ indicator }) => indicator === 'overdue_rate');
  const euros = (cents: number) => formatCents(cents, { language, currency: LEDGER_CURRENCY });
  const isLittle = rows.some(({ reading }) => reading.missing === 'history');
  return (
    <p className={styles.standing}>
      {`${formatDate(asOf)} · `}
      {words.standing(
        euros(standing.receivablesCents),
        euros(overdue?.reading.operands.overdueCents ?? 0),
      )}
      {isMonthUnderWay && ` · ${words.underWay}`}
      {knownFrom.sales === null
        ? ` · ${words.noSales}`
        : isLittle && ` · ${words.little(formatDate(knownFrom.sales))}`}
    </p>
  );
}

function Rows(props: {
  readonly table: IndicatorTableModel;
  readonly rows: readonly IndicatorRow[];
}) {
  const { table, rows } = props;
  const words = useText(indicatorsText);
  const ordered = useMemo(() => inFamilies(rows), [rows]);
  const list = useLocalRows(ordered);
  const groups = FAMILIES.map(([family, indicators]) => ({
    key: family,
    label: words.families[family],
    count: indicators.length,
    cells: {},
  }));
  return (
    <DataTable
      id="indicators"
      label={words.title}
      columns={table.columns}
      rows={list}
      state={table.state}
      rowKey={(row) => row.indicator}
      groups={groups}
      onOpen={(row) => table.open(row.indicator)}
      menu={(row) => [{ label: words.openIndicator, run: () => table.open(row.indicator) }]}
    />
  );
}

function inFamilies(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const order = FAMILIES.flatMap(([, indicators]) => indicators);
  return order.flatMap((indicator) => rows.filter((row) => row.indicator === indicator));
}

function useColumns(): readonly Column<IndicatorRow>[] {
  const words = useText(indicatorsText);
  const names = useText(indicatorText);
  return useMemo(() => {
    const figure = (
      id: string,
      label: string,
      width: number,
      cell: Column<IndicatorRow>['cell'],
    ): Column<IndicatorRow> => ({ id, label, width, align: 'end', cell });
    return [
      {
        id: 'indicator',
        label: words.indicator,
        width: 210,
        grow: 1,
        isFixed: true,
        cell: ({ indicator }) => names[indicator].name,
      },
      figure('result', words.result, 110, ({ indicator, reading }) => (
        <FigureValue
          indicator={indicator}
          value={reading.value}
          isFloor={reading.isFloor}
          {...(reading.missing !== null && { why: words.missing[reading.missing] })}
        />
      )),
      figure('target', words.target, 95, ({ indicator, reading, target }) => (
        <FigureTarget indicator={indicator} value={reading.value} target={target} />
      )),
      figure('monthBefore', words.monthBefore, 110, ({ indicator, monthBefore }) => (
        <FigureValue indicator={indicator} value={monthBefore} />
      )),
      figure('monthChange', words.monthChange, 176, ({ indicator, reading, monthBefore }) => (
        <FigureChange indicator={indicator} value={reading.value} from={monthBefore} />
      )),
      figure('yearBefore', words.yearBefore, 106, ({ indicator, yearBefore }) => (
        <FigureValue indicator={indicator} value={yearBefore} />
      )),
      figure('yearChange', words.yearChange, 182, ({ indicator, reading, yearBefore }) => (
        <FigureChange indicator={indicator} value={reading.value} from={yearBefore} />
      )),
    ];
  }, [words, names]);
}
