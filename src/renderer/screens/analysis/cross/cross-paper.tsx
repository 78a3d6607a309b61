/** The table on paper: every row, with its totals. */
import { formatDate } from '../../../../shared/format/date.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import { OtherTotals } from '../../../parts/other-totals.tsx';
import { OnPaper } from '../../../parts/paper.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useText } from '../../../parts/reader.tsx';
import { CrossCell } from './cross-cell.tsx';
import type { CrossAnswer, CrossSearch } from './cross-search.ts';

export function CrossPaper(props: { readonly whole: CrossAnswer; readonly search: CrossSearch }) {
  const { whole, search } = props;
  const words = useText(crossText);
  const { unit, columns } = whole;
  const cells = (
    figures: readonly (number | null)[],
    total: number | null,
    currency: string = 'EUR',
  ) => [
    ...columns.map(({ key }, index) => (
      <CrossCell key={key} figure={figures[index]} unit={unit} currency={currency} />
    )),
    <CrossCell key="total" figure={total} unit={unit} currency={currency} />,
  ];
  const period =
    whole.fromDay === null
      ? words.asOf(formatDate(whole.asOf))
      : words.between(formatDate(whole.fromDay), formatDate(whole.asOf));
  const title = `${words.measures[search.measure]} · ${period}`;
  return (
    <OnPaper title={title}>
      <PlainTable
        label={title}
        head={[
          words.dimensions[search.rows],
          ...columns.map(({ label }) => end(label)),
          end(words.total),
        ]}
        rows={whole.rows.map((row) => ({
          key: row.key,
          cells: [row.label, ...cells(row.cells, row.figure, row.currency)],
        }))}
        foot={[words.total, ...cells(whole.columnTotals, whole.grandTotal)]}
      />
      <OtherTotals totals={whole.otherTotals} />
    </OnPaper>
  );
}
