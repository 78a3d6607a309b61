/** The columns of the table: the value of the row, one a value of the columns, the total. */
import { type ReactNode, useMemo } from 'react';
import { formatPercent } from '../../../../shared/format/number.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { CrossCell } from './cross-cell.tsx';
import {
  COLUMN_MARK,
  type CrossAnswer,
  type CrossRow,
  type CrossSearch,
  type OpenFigureOf,
} from './cross-search.ts';

/** Rows whose order is a Pareto: who must end the most comes first. */
const OF_CAUSES: ReadonlySet<string> = new Set(['delay_cause', 'cause_owner']);
const NO_COLUMN: CrossAnswer['columns'] = [];

export function useCrossColumns(
  { rows: dimension }: CrossSearch,
  answer: CrossAnswer | null,
  open: OpenFigureOf,
): readonly Column<CrossRow>[] {
  const words = useText(crossText);
  const language = useLanguage();
  const { columns = NO_COLUMN, unit = 'amount' } = answer ?? {};
  return useMemo<readonly Column<CrossRow>[]>(() => {
    const figure = (
      column: { readonly id: string; readonly label: string; readonly width: number },
      key: string | null,
      figureOf: (row: CrossRow) => number | null | undefined,
    ): Column<CrossRow> => ({
      ...column,
      align: 'end',
      isSortable: true,
      sortsDownFirst: true,
      cell: (row) => (
        <CrossCell
          figure={figureOf(row)}
          unit={unit}
          currency={row.currency}
          title={words.openFigure}
          onOpen={() => open(row.key, key)}
        />
      ),
    });
    const code: Column<CrossRow> = {
      id: 'code',
      label: words.code,
      width: 84,
      isHiddenAtFirst: true,
      cell: (row) => row.code,
    };
    const cumulative: Column<CrossRow> = {
      id: 'cumulative',
      label: words.cumulative,
      width: 84,
      align: 'end',
      cell: (row) =>
        row.cumulative === null ? '' : formatPercent(row.cumulative / 10_000, { language }),
    };
    return [
      ...(dimension === 'customer' ? [code] : []),
      {
        id: 'label',
        label: words.dimensions[dimension],
        width: 170,
        grow: 1,
        isFixed: true,
        isSortable: true,
        cell: (row: CrossRow) => row.label,
      },
      ...columns.map(({ key, label }, index) =>
        figure({ id: `${COLUMN_MARK}${key}`, label, width: 106 }, key, (row) => row.cells[index]),
      ),
      figure({ id: 'total', label: words.total, width: 116 }, null, (row) => row.figure),
      ...(OF_CAUSES.has(dimension) ? [cumulative] : []),
    ];
  }, [words, language, columns, unit, dimension, open]);
}

/** The totals under the columns, each opening what it is made of. */
export function crossTotals(
  answer: CrossAnswer | null,
  words: { readonly first: string; readonly openFigure: string },
  open: OpenFigureOf,
): Readonly<Record<string, ReactNode>> {
  if (answer === null) return {};
  const total = (key: string | null, figure: number | null | undefined) => (
    <CrossCell
      figure={figure}
      unit={answer.unit}
      title={words.openFigure}
      onOpen={() => open(null, key)}
    />
  );
  return {
    label: words.first,
    total: total(null, answer.grandTotal),
    ...Object.fromEntries(
      answer.columns.map(({ key }, index) => [
        `${COLUMN_MARK}${key}`,
        total(key, answer.columnTotals[index]),
      ]),
    ),
  };
}
