/**
 * How a table that a person exported (CSV, XLSX) is understood: which column is what.
 *
 * A mapping is proposed by the reader, corrected on screen, and kept as a profile under the
 * signature of its headers, so that the next export of the same layout is read without a question.
 *
 * The same figures mean two things: a list of what is open on a day replaces what was open within
 * its declared scope, rows add. Nothing in the file says which, so the profile does.
 */
import type { StatementMeaning } from './statement.ts';

/** What one line of the table is. */
export const TABLE_KINDS = [
  'open_items',
  'invoices',
  'receipts',
  'customers',
  'contacts',
  'journal',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export type TableMeaning = Extract<StatementMeaning, 'period' | 'open_items' | 'rows'>;

/** The meaning that follows from what the lines are. */
export function meaningOf(kind: TableKind): TableMeaning {
  if (kind === 'journal') return 'period';
  return kind === 'open_items' ? 'open_items' : 'rows';
}

/**
 * What a column can be. Those marked * may be taken by several columns: names and telephones give
 * the first that is filled, lines of an address and age brackets all count.
 */
export const TABLE_FIELDS = [
  'customer_code',
  'customer_name', // *
  'customer_first_name',
  /** A column whose lines « Client : C001 DUPONT » head the lines of that customer. */
  'customer_heading',
  'document_number',
  'document_date',
  'due_date',
  'amount',
  'open_amount',
  'paid_amount',
  'debit',
  'credit',
  /** « D » or « C », « Débit » or « Crédit », « + » or « - » beside an unsigned amount. */
  'direction',
  /** An age bracket of a detailed aged balance; the line's amount stands in one of them. */
  'age_bracket', // *
  'item_kind',
  'label',
  'currency',
  /** The day money came in: of a receipt, or of the payment of an invoice. */
  'paid_date',
  'settles_document_number',
  'payment_method',
  'account_code',
  'account_label',
  'journal_code',
  'journal_label',
  'entry_number',
  'line_date',
  'letter',
  'lettered_on_date',
  'siren',
  'siret',
  'email',
  'phone', // *
  'address_line', // *
  'postal_code',
  'city',
  'country',
  'terms',
  'rep_code',
  'agency_code',
  'sector',
  'profile',
  'credit_limit',
  'contact_name',
  'contact_first_name',
  'contact_role',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

const REPEATABLE: ReadonlySet<TableField> = new Set([
  'customer_name',
  'age_bracket',
  'phone',
  'address_line',
]);

/** Whether several columns may be this field. */
export function isRepeatable(field: TableField): boolean {
  return REPEATABLE.has(field);
}

/** What comes first in a numeric date whose year does not. */
export type TableDayOrder = 'day_first' | 'month_first';
export type TableDecimalSign = ',' | '.';

/** One column that means something, and how its cells are written. */
export interface MappedColumn {
  readonly field: TableField;
  /** 0 for the first column. */
  readonly columnIndex: number;
  /** The header as written; empty where the table has none. */
  readonly columnName: string;
  /** For amounts; null where no cell tells and the file's own applies. */
  readonly decimalSign: TableDecimalSign | null;
  /** For dates; null where every date of the column has its year first, or is a number. */
  readonly dayOrder: TableDayOrder | null;
}

/** How the cells are found in the file. */
export type TableLayout =
  | {
      readonly format: 'csv';
      readonly encoding: string;
      /** Bytes of the byte-order mark to skip. */
      readonly markBytes: number;
      readonly separator: string;
      /** True where lines end with a lone carriage return. */
      readonly endsWithCr: boolean;
      /** Line of the headers, 1 for the first; null where there are none. */
      readonly headerLine: number | null;
    }
  | {
      readonly format: 'xlsx';
      readonly sheetName: string;
      readonly headerLine: number | null;
    };

/**
 * Whom a list of open items speaks for: everybody, one dimension of the customers, or only the
 * customers it names. What lies outside is not judged by it.
 */
export type SnapshotScope =
  | { readonly of: 'all' }
  | { readonly of: 'file' }
  | { readonly of: 'rep' | 'agency' | 'sector' | 'profile'; readonly code: string };

/** A saved way to read one layout. Plain data: it is stored and sent as JSON. */
export interface TableProfile {
  /** Empty for a proposal that nobody saved. */
  readonly id: string;
  readonly name: string;
  readonly kind: TableKind;
  readonly meaning: TableMeaning;
  readonly layout: TableLayout;
  readonly columns: readonly MappedColumn[];
  /** Currency of lines that name none, ISO 4217. */
  readonly currency: string;
  readonly scope: SnapshotScope;
  /** Blank customer cells take the customer above (exports printed by groups). */
  readonly fillsDownCustomer: boolean;
  /** Normalised headers; recognises the same layout next time. Empty without headers. */
  readonly headerSignature: string;
}

type Requirement = readonly TableField[];

const CUSTOMER: Requirement = [
  'customer_code',
  'customer_name',
  'customer_heading',
  'account_code',
];

/** For each kind, what it cannot do without; any field of a row satisfies the row. */
const REQUIREMENTS: Readonly<Record<TableKind, readonly Requirement[]>> = {
  open_items: [
    CUSTOMER,
    ['open_amount', 'amount', 'debit', 'credit', 'age_bracket'],
    ['document_number', 'due_date', 'document_date'],
  ],
  invoices: [
    CUSTOMER,
    ['document_number'],
    ['document_date', 'line_date'],
    ['amount', 'debit', 'open_amount'],
  ],
  receipts: [
    CUSTOMER,
    ['paid_date', 'document_date', 'line_date'],
    ['amount', 'credit', 'paid_amount'],
  ],
  customers: [['customer_code', 'customer_name']],
  contacts: [
    ['customer_code', 'customer_name'],
    ['contact_name', 'email', 'phone'],
  ],
  journal: [['account_code'], ['line_date', 'document_date'], ['amount', 'debit', 'credit']],
};

/**
 * What a mapping still lacks for its kind: the first field of each requirement that no column
 * satisfies. Empty when the table can be read.
 */
export function missingFields(
  kind: TableKind,
  columns: readonly Pick<MappedColumn, 'field'>[],
): TableField[] {
  const present = new Set(columns.map((column) => column.field));
  const missing: TableField[] = [];
  for (const requirement of REQUIREMENTS[kind]) {
    const [first] = requirement;
    const isMet = requirement.some((field) => present.has(field));
    if (!isMet && first !== undefined) missing.push(first);
  }
  return missing;
}

/** How a scope is written in the ledger: `all`, `file`, `rep:DUPAS`. */
export function scopeKeyOf(scope: SnapshotScope): string {
  return scope.of === 'all' || scope.of === 'file' ? scope.of : `${scope.of}:${scope.code}`;
}
