/**
 * The rows of a table under its headers, one reading after the other, with progress and cancel.
 */
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { headerWords } from './header-words.ts';
import { cellText, TableRefused, type TableRow, type TableSource } from './table-source.ts';

export interface StreamControl {
  /** Steps 1 and 2 of 2: the file is read twice. */
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void;
  readonly isCancelled?: () => boolean;
}

const ROWS_BETWEEN_LOOKS = 1000;

export class RowStream {
  readonly #source: TableSource;
  readonly #headerLine: number | null;
  readonly #control: StreamControl;
  /** Rows above the headers, once these were met. */
  titleRows: readonly TableRow[] = [];
  /** Texts of the header row, once it was met. */
  headerTexts: readonly string[] = [];

  constructor(source: TableSource, profile: TableProfile, control: StreamControl) {
    this.#source = source;
    this.#headerLine = profile.layout.headerLine;
    this.#control = control;
  }

  /**
   * Calls `visit` for each row under the headers; `part` is 0 for the first reading, 1 for the
   * second. A `visit` that answers `false` ends the reading.
   */
  async forEach(part: 0 | 1, visit: (row: TableRow) => boolean | undefined): Promise<void> {
    const { bytesTotal } = this.#source;
    let isUnderHeader = this.#headerLine === null;
    let sinceLook = 0;
    const titleRows: TableRow[] = [];
    for await (const { rows, bytesRead } of this.#source.batches()) {
      for (const row of rows) {
        sinceLook += 1;
        if (sinceLook >= ROWS_BETWEEN_LOOKS) {
          sinceLook = 0;
          if (this.#control.isCancelled?.() === true) throw new TableRefused('cancelled');
        }
        if (isUnderHeader) {
          if (visit(row) === false) return;
        } else if (row.lineNumber >= (this.#headerLine ?? 0)) {
          isUnderHeader = true;
          this.titleRows = titleRows;
          this.headerTexts = row.cells.map(cellText);
        } else {
          titleRows.push(row);
        }
      }
      this.#control.onProgress?.(bytesTotal * part + bytesRead, bytesTotal * 2);
    }
    if (!isUnderHeader) throw new TableRefused('layout_differs');
    if (this.#control.isCancelled?.() === true) throw new TableRefused('cancelled');
  }

  /** Refuses a file whose headers are not where the profile says. */
  checkHeaders(profile: TableProfile): void {
    if (this.#headerLine === null) return;
    for (const { columnIndex, columnName, field } of profile.columns) {
      const found = this.headerTexts[columnIndex] ?? '';
      if (field === 'customer_heading' || headerWords(found) === headerWords(columnName)) continue;
      throw new TableRefused('columns_missing', columnName);
    }
  }
}
