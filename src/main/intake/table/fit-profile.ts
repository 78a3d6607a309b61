/**
 * Reading the next export with the profile of the last one.
 *
 * A layout is recognised by its headers, whatever their order. What may change between two exports
 * of one layout follows the file: encoding, separator, the line of the headers, the place of the
 * columns, the way amounts and days are written. What a person answered stays where the file does
 * not tell.
 */
import type { MappedColumn, TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { isAmountField, isDateField } from './field-match.ts';
import { headerWords } from './header-words.ts';
import type { SniffedColumn, SniffedTable } from './sniff-table.ts';

/** The saved profile made for this layout; the last one when several are. */
export function recogniseProfile(
  table: SniffedTable,
  saved: readonly TableProfile[],
): TableProfile | null {
  if (table.headerSignature === '') return null;
  const { format } = table.layout;
  const same = saved.filter(({ headerSignature }) => headerSignature === table.headerSignature);
  return same.findLast(({ layout }) => layout.format === format) ?? same.at(-1) ?? null;
}

/** The profile as it applies to this file; refused where a column it needs is not there. */
export function fitProfile(
  profile: TableProfile,
  table: SniffedTable,
): Result<TableProfile, FileRefused> {
  const taken = new Set<number>();
  const columns: MappedColumn[] = [];
  for (const mapped of profile.columns) {
    const column = columnFor(mapped, table, taken);
    if (column === undefined) return refused({ code: 'columns_missing', value: mapped.columnName });
    // A heading shares its column with a field of the lines under it.
    if (mapped.field !== 'customer_heading') taken.add(column.columnIndex);
    columns.push(withForms(mapped, column));
  }
  return done({
    ...profile,
    layout: table.layout,
    columns,
    headerSignature: table.headerSignature,
  });
}

/** By its header, at its old place if two columns share it; without headers, by its place. */
function columnFor(
  { columnName, columnIndex }: MappedColumn,
  table: SniffedTable,
  taken: ReadonlySet<number>,
): SniffedColumn | undefined {
  if (columnName === '') return table.columns[columnIndex];
  const words = headerWords(columnName);
  const named = table.columns.filter(
    (column) => headerWords(column.header) === words && !taken.has(column.columnIndex),
  );
  return named.find((column) => column.columnIndex === columnIndex) ?? named[0];
}

function withForms(
  mapped: MappedColumn,
  { columnIndex, header, shape }: SniffedColumn,
): MappedColumn {
  const { field } = mapped;
  return {
    field,
    columnIndex,
    columnName: header,
    decimalSign: isAmountField(field) ? (shape.decimalSign ?? mapped.decimalSign) : null,
    dayOrder: isDateField(field) ? (shape.dayOrder ?? mapped.dayOrder) : null,
  };
}
