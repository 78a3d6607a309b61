/** What the workbook of a list is made from, and how its columns are named. */
import type { Language } from '../../../shared/format/language.ts';
import { type ColumnWord, columnText } from '../../../shared/text/columns.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ColumnKind, WorkbookCell, WorkbookColumn } from '../../reports/workbook.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface ListContext {
  readonly ledger: Ledger;
  readonly portfolio: Portfolio;
  readonly language: Language;
  /** The list's own input, as the screen sent it. */
  readonly input: Readonly<Record<string, unknown>>;
}

type Row = Readonly<Record<string, WorkbookCell>>;

export interface ListSheet {
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly Row[];
}

/** Makes the sheet of one list. */
export type MakeSheet = (context: ListContext) => ListSheet;

/** Column keys with their kind; a `+` is totalled. A last word gives it another title. */
export function columns(
  language: Language,
  spec: readonly (readonly [ColumnWord, ColumnKind | '+amount' | '+count', number, ColumnWord?])[],
) {
  return spec.map(([key, kind, width, word = key]): WorkbookColumn => {
    const isTotalled = kind.startsWith('+');
    return {
      key,
      title: columnText[language][word],
      kind: kind.replace('+', '') as ColumnKind,
      width,
      isTotalled,
    };
  });
}
