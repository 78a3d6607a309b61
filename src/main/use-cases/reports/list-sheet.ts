/** What the workbook of a list is made from, and how its columns are named. */
import {
  type CurrencyAmount,
  LEDGER_CURRENCY,
} from '../../../shared/domain/receivable/currency.ts';
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

export type Row = Readonly<Record<string, WorkbookCell>>;

/** Where the rows of a grouped list name their group. */
export const GROUP_KEY = 'group';

export interface ListSheet {
  readonly columns: readonly WorkbookColumn[];
  /** In the currency of the books. */
  readonly rows: readonly Row[];
  /** Rows in other currencies, each on a sheet of its own: no total mixes two. */
  readonly others?: readonly { readonly currency: string; readonly rows: readonly Row[] }[];
  /** The rows name their groups, which have rows of their sums. */
  readonly isGrouped?: boolean;
}

/** Rows with the currency of their amounts, cut into the sheets of a workbook. */
export function sheetsByCurrency(
  rows: readonly (Row & { readonly currency: string })[],
): Pick<ListSheet, 'rows' | 'others'> {
  const groups = Map.groupBy(rows, ({ currency }) => currency);
  return {
    rows: groups.get(LEDGER_CURRENCY) ?? [],
    others: [...groups]
      .filter(([currency]) => currency !== LEDGER_CURRENCY)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, own]) => ({ currency, rows: own })),
  };
}

/**
 * A row of one customer, and the same row once more for each other currency he owes in, with the
 * amounts of that currency under `key`.
 */
export function alsoIn<Key extends string, R extends Row>(
  row: R,
  key: Key,
  others: readonly CurrencyAmount[],
) {
  return [
    { ...row, currency: LEDGER_CURRENCY },
    ...others.map(({ currency, amountCents }) => ({ ...row, [key]: amountCents, currency })),
  ];
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
