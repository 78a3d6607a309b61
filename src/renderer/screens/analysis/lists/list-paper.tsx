/** A list on paper: every row, with its totals. */
import type { CustomerList } from '../../../../shared/contract/customer-lists.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { customerListText } from '../../../../shared/text/screens/customer-lists.ts';
import type { Column } from '../../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../../parts/other-totals.tsx';
import { OnPaper } from '../../../parts/paper.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText, useToday } from '../../../parts/reader.tsx';
import { type ListAnswer, type ListRow, listTotals } from './list-columns.tsx';

export function ListPaper(props: {
  readonly whole: ListAnswer;
  readonly columns: readonly Column<ListRow>[];
  readonly name: CustomerList;
}) {
  const { whole, columns, name } = props;
  const words = useText(customerListText);
  const language = useLanguage();
  const today = useToday();
  const shown = columns.filter((column) => column.isHiddenAtFirst !== true);
  const first = words.total(formatCount(whole.total, { language }));
  const totals: Readonly<Record<string, React.ReactNode>> = listTotals(whole, first);
  const title = `${words.names[name]} · ${formatDate(today)}`;
  return (
    <OnPaper title={title}>
      <PlainTable
        label={title}
        head={shown.map(({ label, align }) => (align === 'end' ? end(label) : label))}
        rows={whole.rows.map((row) => ({
          key: row.rowKey,
          cells: shown.map(({ cell }) => cell(row)),
        }))}
        foot={shown.map(({ id }) => totals[id] ?? null)}
      />
      <OtherTotals totals={whole.otherTotals} />
    </OnPaper>
  );
}
