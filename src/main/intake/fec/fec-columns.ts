/**
 * The columns of a FEC, from its first line.
 *
 * The law names 18 columns (LPF art. A47 A-1, VII), or `Montant` and `Sens` instead of `Debit` and
 * `Credit`; books kept on receipts add `DateRglt`, `ModeRglt`, `NatOp`, `IdClient`. Dolibarr adds
 * `DateLimitReglmt` (a due date) and `NumFacture`. Packages vary case, accents and padding, and
 * may add columns of their own, which are passed over.
 */
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';

/** Known columns, by their name in lower case without accents, spaces or signs. */
export const FEC_COLUMNS = [
  'journalcode',
  'journallib',
  'ecriturenum',
  'ecrituredate',
  'comptenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'ecriturelib',
  'debit',
  'credit',
  'montant',
  'sens',
  'ecriturelet',
  'datelet',
  'validdate',
  'montantdevise',
  'idevise',
  'daterglt',
  'moderglt',
  'natop',
  'idclient',
  'datelimitreglmt',
  'numfacture',
] as const;
export type FecColumn = (typeof FEC_COLUMNS)[number];

/** As the law writes them, for sentences. */
const LEGAL_NAMES: Readonly<Partial<Record<FecColumn, string>>> = {
  journalcode: 'JournalCode',
  journallib: 'JournalLib',
  ecriturenum: 'EcritureNum',
  ecrituredate: 'EcritureDate',
  comptenum: 'CompteNum',
  comptelib: 'CompteLib',
  compauxnum: 'CompAuxNum',
  compauxlib: 'CompAuxLib',
  pieceref: 'PieceRef',
  piecedate: 'PieceDate',
  ecriturelib: 'EcritureLib',
  debit: 'Debit',
  credit: 'Credit',
  ecriturelet: 'EcritureLet',
  datelet: 'DateLet',
  validdate: 'ValidDate',
  datelimitreglmt: 'DateLimitReglmt',
};

/** Without these a line says neither what, nor when, nor how much. */
const NEEDED: readonly FecColumn[] = ['journalcode', 'ecrituredate', 'comptenum'];
/** Their absence is told; the file goes in without what they would have said. */
const EXPECTED: readonly FecColumn[] = [
  'journallib',
  'ecriturenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'ecriturelib',
  'ecriturelet',
  'datelet',
];

export type FecSeparator = '\t' | '|' | ';' | ',';
const SEPARATORS: readonly FecSeparator[] = ['\t', '|', ';', ','];

export type FecVariant = 'debit_credit' | 'montant_sens';

export interface FecLayout {
  readonly separator: FecSeparator;
  /** True where every cell of the header stands between quotes, or the first of the entries. */
  readonly isQuoted: boolean;
  readonly variant: FecVariant;
  /** Column names as the file writes them, without padding. */
  readonly columnNames: readonly string[];
  /** Cells of the header line: more than names where it ends with a separator. */
  readonly fieldCount: number;
  /** Position of each known column; -1 where it is absent. */
  readonly at: Readonly<Record<FecColumn, number>>;
  /** Expected columns the file lacks, as the law writes them. */
  readonly absentColumns: readonly string[];
}

/** A column name as compared: lower case, letters only. */
export function plainColumnName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** How many known column names a line holds, with the separator that gives most. */
export function fecHeaderMatch(line: string): { separator: FecSeparator; known: number } {
  let best: { separator: FecSeparator; known: number } = { separator: '\t', known: 0 };
  for (const separator of SEPARATORS) {
    const known = line
      .split(separator)
      .filter((cell) => FEC_COLUMNS.some((column) => column === plainColumnName(cell))).length;
    if (known > best.known) best = { separator, known };
  }
  return best;
}

/** The layout told by a header line, or why it is none. */
export function readFecHeader(line: string): Result<FecLayout, FileRefused> {
  const { separator, known } = fecHeaderMatch(line);
  if (known < 4) {
    const code = looksLikeFecData(line) ? 'fec_header_missing' : 'fec_not_recognised';
    return refused({ code, value: line.slice(0, 200) });
  }
  const cells = line.split(separator).map((cell) => cell.trim());
  const columnNames = cells.map((cell) => cell.replace(/^"|"$/g, '').trim());
  while (columnNames.at(-1) === '') columnNames.pop();
  const at = positionsOf(columnNames);
  const hasSides = at.debit >= 0 && at.credit >= 0;
  const hasSign = at.montant >= 0 && at.sens >= 0;
  const missing = NEEDED.filter((column) => at[column] < 0).map(legalName);
  if (!hasSides && !hasSign) missing.push(...missingAmounts(at));
  if (missing.length > 0) {
    return refused({ code: 'fec_columns_missing', value: missing.join(', ') });
  }
  return done({
    separator,
    isQuoted: cells.every((cell) => cell === '' || /^".*"$/.test(cell)),
    variant: hasSides ? 'debit_credit' : 'montant_sens',
    columnNames,
    fieldCount: cells.length,
    at,
    absentColumns: EXPECTED.filter((column) => at[column] < 0).map(legalName),
  });
}

/** The first column of a name counts; a second one of the same name is a column of the package. */
function positionsOf(columnNames: readonly string[]): Record<FecColumn, number> {
  const plain = columnNames.map(plainColumnName);
  const at = Object.fromEntries(FEC_COLUMNS.map((column) => [column, plain.indexOf(column)]));
  return at as Record<FecColumn, number>;
}

function missingAmounts(at: Readonly<Record<FecColumn, number>>): string[] {
  if (at.debit >= 0) return ['Credit'];
  if (at.credit >= 0) return ['Debit'];
  if (at.montant >= 0) return ['Sens'];
  return at.sens >= 0 ? ['Montant'] : ['Debit', 'Credit'];
}

function legalName(column: FecColumn): string {
  return LEGAL_NAMES[column] ?? column;
}

/** A line of a FEC without header: 18 cells or more, a date and an account where they belong. */
function looksLikeFecData(line: string): boolean {
  return SEPARATORS.some((separator) => {
    const cells = line.split(separator).map((cell) => cell.trim());
    return cells.length >= 17 && /^\d{8}$/.test(cells[3] ?? '') && /^\d{3}/.test(cells[4] ?? '');
  });
}
