/**
 * The mapped columns of a profile, ready to read the cells of a row.
 */
import type {
  MappedColumn,
  TableField,
  TableProfile,
} from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import {
  type AmountProblem,
  AmountReader,
  codeOf,
  type DateProblem,
  DateReader,
  textOf,
} from './cell-values.ts';
import { isAmountField, isDateField } from './field-match.ts';
import type { Cell } from './table-source.ts';

export interface AmountColumn {
  readonly columnName: string;
  readonly columnIndex: number;
  read(cells: readonly Cell[]): Cents | AmountProblem | null;
  wasRounded(): boolean;
}

export interface DateColumn {
  readonly columnName: string;
  readonly columnIndex: number;
  read(cells: readonly Cell[]): CalendarDate | DateProblem | null;
  /** Whether the days read so far rather speak for the other order. */
  isOrderBelied(): boolean;
}

export class ColumnReaders {
  /** Columns of amounts, in the order of the file. */
  readonly amountIndexes: readonly number[];
  readonly dateColumns: readonly DateColumn[];
  readonly #byField = new Map<TableField, readonly MappedColumn[]>();
  readonly #amounts = new Map<TableField, readonly AmountColumn[]>();
  readonly #dates = new Map<TableField, DateColumn>();

  constructor(profile: Pick<TableProfile, 'columns'>, is1904: boolean) {
    const amountIndexes: number[] = [];
    for (const column of profile.columns) {
      this.#byField.set(column.field, [...(this.#byField.get(column.field) ?? []), column]);
      if (isAmountField(column.field)) {
        amountIndexes.push(column.columnIndex);
        const others = this.#amounts.get(column.field) ?? [];
        this.#amounts.set(column.field, [...others, amountColumn(column)]);
      }
      if (isDateField(column.field)) this.#dates.set(column.field, dateColumn(column, is1904));
    }
    this.amountIndexes = amountIndexes;
    this.dateColumns = [...this.#dates.values()];
  }

  has(field: TableField): boolean {
    return this.#byField.has(field);
  }

  /** The first column of a field. */
  indexOf(field: TableField): number | null {
    return this.#byField.get(field)?.[0]?.columnIndex ?? null;
  }

  columnName(field: TableField): string | null {
    return this.#byField.get(field)?.[0]?.columnName ?? null;
  }

  /** A code or number; empty where the field is absent or blank. */
  code(field: TableField, cells: readonly Cell[]): string {
    const index = this.indexOf(field);
    return index === null ? '' : codeOf(cells[index]);
  }

  /** A text; of several columns, the first that is filled. */
  name(field: TableField, cells: readonly Cell[]): string {
    for (const { columnIndex } of this.#byField.get(field) ?? []) {
      const text = textOf(cells[columnIndex]);
      if (text !== '') return text;
    }
    return '';
  }

  /** The texts of all columns of a field that are filled. */
  texts(field: TableField, cells: readonly Cell[]): string[] {
    const texts: string[] = [];
    for (const { columnIndex } of this.#byField.get(field) ?? []) {
      const text = textOf(cells[columnIndex]);
      if (text !== '') texts.push(text);
    }
    return texts;
  }

  amountsOf(field: TableField): readonly AmountColumn[] {
    return this.#amounts.get(field) ?? [];
  }

  dateOf(field: TableField): DateColumn | null {
    return this.#dates.get(field) ?? null;
  }

  cell(field: TableField, cells: readonly Cell[]): Cell | undefined {
    const index = this.indexOf(field);
    return index === null ? undefined : cells[index];
  }
}

function amountColumn(column: MappedColumn): AmountColumn {
  const reader = new AmountReader(column.decimalSign);
  return {
    columnName: column.columnName,
    columnIndex: column.columnIndex,
    read: (cells) => reader.read(cells[column.columnIndex]),
    wasRounded: () => reader.wasRounded,
  };
}

function dateColumn(column: MappedColumn, is1904: boolean): DateColumn {
  const reader = new DateReader(column.dayOrder, is1904);
  return {
    columnName: column.columnName,
    columnIndex: column.columnIndex,
    read: (cells) => reader.read(cells[column.columnIndex]),
    isOrderBelied: () => reader.againstOrder > 0 && reader.againstOrder >= reader.forOrder,
  };
}
