/**
 * What the columns of a table most likely are, for a person to confirm.
 *
 * A saved profile of the same headers comes first, then a preset of a package, then a guess from
 * the words of the headers and the contents of the cells. Whatever the guess cannot know is asked
 * (`questions`), never assumed in silence.
 */
import {
  isRepeatable,
  type MappedColumn,
  meaningOf,
  missingFields,
  type TableDayOrder,
  type TableDecimalSign,
  type TableField,
  type TableKind,
  type TableMeaning,
  type TableProfile,
} from '../../../shared/domain/statement/table-mapping.ts';
import { fieldLikeness, fits, isAmountField, isDateField, provenBy } from './field-match.ts';
import { groupHeadingOf } from './group-heading.ts';
import { headerWords } from './header-words.ts';
import { KIND_FIELDS } from './kind-fields.ts';
import { findPreset } from './presets.ts';
import type { SniffedColumn, SniffedTable } from './sniff-table.ts';
import { cellText, isBlank } from './table-source.ts';

/** What a person must settle before the table is read; keys of `PROBLEM_SENTENCES`. */
export type TableQuestion =
  /** Every date of a column could be day-month or month-day. */
  | 'date_order_unknown'
  /** Every amount of a column could have either decimal sign. */
  | 'decimal_sign_unknown'
  /** The same lines could be all that is open, or invoices to add. */
  | 'meaning_unknown'
  /** No column has a customer code: names will stand for codes. */
  | 'customer_code_from_name';

export interface MappingProposal {
  readonly profile: TableProfile;
  readonly origin: 'preset' | 'guessed';
  readonly presetId: string | null;
  readonly missing: readonly TableField[];
  readonly questions: readonly TableQuestion[];
}

/** What the person already said. */
export interface MappingWish {
  readonly kind?: TableKind;
  readonly meaning?: TableMeaning;
}

/** Proposes a mapping for a table that was looked at. */
export function proposeMapping(table: SniffedTable, wish: MappingWish = {}): MappingProposal {
  const preset = findPreset(table.columns);
  const isWelcome =
    preset !== null &&
    (wish.kind ?? preset.preset.kind) === preset.preset.kind &&
    (wish.meaning ?? meaningOf(preset.preset.kind)) === meaningOf(preset.preset.kind);
  const known = isWelcome ? preset : null;
  const guessed = known === null ? kindOf(table, wish) : null;
  const kind = known?.preset.kind ?? guessed?.kind ?? 'open_items';
  const fields = assignFields(table, kind, known?.fields ?? new Map());
  const columns = mappedColumns(table, fields);
  const profile: TableProfile = {
    id: '',
    name: known?.preset.name ?? '',
    kind,
    meaning: meaningOf(kind),
    layout: table.layout,
    columns,
    currency: currencyOf(table, columns),
    scope: { of: 'all' },
    fillsDownCustomer: fillsDown(table, fields),
    headerSignature: table.headerSignature,
  };
  return {
    profile,
    origin: known === null ? 'guessed' : 'preset',
    presetId: known?.preset.id ?? null,
    missing: missingFields(kind, columns),
    questions: questionsOf(table, profile, guessed?.isUnsure ?? false),
  };
}

type Fields = ReadonlyMap<number, TableField>;

/** Gives each column the field it says best, each field to one column unless it repeats. */
function assignFields(
  table: SniffedTable,
  kind: TableKind,
  given: Fields,
): Map<number, TableField> {
  const fields = new Map(given);
  const taken = new Set(given.values());
  for (const { columnIndex, field } of candidates(table, kind)) {
    if (fields.has(columnIndex) || (taken.has(field) && !isRepeatable(field))) continue;
    fields.set(columnIndex, field);
    taken.add(field);
  }
  keepBracketsOnlyWhereNeeded(fields);
  addHeadingColumn(table, kind, fields);
  return fields;
}

interface Candidate {
  readonly columnIndex: number;
  readonly field: TableField;
  readonly score: number;
}

function candidates(table: SniffedTable, kind: TableKind): Candidate[] {
  const allowed = KIND_FIELDS[kind];
  const found: Candidate[] = [];
  for (const column of table.columns) {
    const { columnIndex, shape } = column;
    for (const [field, likeness] of fieldLikeness(column.header)) {
      if (!allowed.includes(field) || !fits(field, shape)) continue;
      found.push({ columnIndex, field, score: likeness * weightOf(field, column) });
    }
    const proven = column.header === '' ? provenBy(shape) : null;
    if (proven !== null && allowed.includes(proven)) {
      found.push({ columnIndex, field: proven, score: 0.5 });
    }
  }
  const rank = (field: TableField) => allowed.indexOf(field);
  return found.sort(
    (a, b) => b.score - a.score || rank(a.field) - rank(b.field) || a.columnIndex - b.columnIndex,
  );
}

/** « Client » may head codes or names, and an empty column is worth less than a filled one. */
function weightOf(field: TableField, { shape }: SniffedColumn): number {
  const filled = shape.filled === 0 ? 0.7 : 1;
  if (field === 'customer_code') return filled * (shape.spacedShare > 0.4 ? 0.6 : 1);
  if (field === 'customer_name') return filled * (shape.spacedShare > 0.2 ? 1 : 0.9);
  return filled;
}

/** Age brackets count where no other column gives the open amount. */
function keepBracketsOnlyWhereNeeded(fields: Map<number, TableField>): void {
  const present = new Set(fields.values());
  const brackets = [...fields].filter(([, field]) => field === 'age_bracket');
  const hasOpen = present.has('open_amount') || present.has('debit') || present.has('amount');
  if (!hasOpen && brackets.length >= 2) return;
  for (const [columnIndex] of brackets) fields.delete(columnIndex);
}

/** Lists printed by groups have their customers in lines of their own. */
function addHeadingColumn(
  table: SniffedTable,
  kind: TableKind,
  fields: Map<number, TableField>,
): void {
  const present = new Set(fields.values());
  if (kind === 'journal' || kind === 'customers') return;
  if (present.has('customer_code') || present.has('customer_name')) return;
  for (const row of table.sampleRows) {
    const heading = groupHeadingOf(row);
    if (heading === null) continue;
    if (!fields.has(heading.columnIndex)) fields.set(heading.columnIndex, 'customer_heading');
    else fields.set(-1 - heading.columnIndex, 'customer_heading');
    return;
  }
}

function mappedColumns(table: SniffedTable, fields: Fields): MappedColumn[] {
  const columns: MappedColumn[] = [];
  const order = (key: number) => key + (isLegalName(table, key) ? -1000 : 0);
  for (const [key, field] of [...fields].sort(([a], [b]) => order(a) - order(b))) {
    // A heading may share its column with a field of the lines under it.
    const columnIndex = key < 0 ? -1 - key : key;
    const column = table.columns[columnIndex];
    if (column === undefined) continue;
    columns.push({
      field,
      columnIndex,
      columnName: column.header,
      decimalSign: isAmountField(field) ? decimalSignFor(table, column) : null,
      dayOrder: isDateField(field) ? dayOrderFor(table, column) : null,
    });
  }
  return columns;
}

/** Of several names the one that stands on an invoice comes first. */
function isLegalName(table: SniffedTable, columnIndex: number): boolean {
  const words = headerWords(table.columns[columnIndex]?.header ?? '');
  return /\b(?:legal|raison sociale|denomination)\b/u.test(words);
}

/** The column's own vote, else what the other columns of the file agree on. */
function decimalSignFor(table: SniffedTable, column: SniffedColumn): TableDecimalSign | null {
  return column.shape.decimalSign ?? agreed(table.columns.map(({ shape }) => shape.decimalSign));
}

function dayOrderFor(table: SniffedTable, { shape }: SniffedColumn): TableDayOrder | null {
  return shape.dayOrder ?? agreed(table.columns.map((column) => column.shape.dayOrder));
}

function agreed<Vote>(votes: readonly (Vote | null)[]): Vote | null {
  const cast = new Set(votes.filter((vote) => vote !== null));
  const [only] = cast;
  return cast.size === 1 && only !== undefined ? only : null;
}

interface GuessedKind {
  readonly kind: TableKind;
  readonly isUnsure: boolean;
}

function kindOf(table: SniffedTable, wish: MappingWish): GuessedKind {
  if (wish.kind !== undefined) return { kind: wish.kind, isUnsure: false };
  if (wish.meaning === 'open_items') return { kind: 'open_items', isUnsure: false };
  if (wish.meaning === 'period') return { kind: 'journal', isUnsure: false };
  const under = (kind: TableKind) => lookUnder(table, kind);
  if (wish.meaning === 'rows') return { kind: rowKindOf(under), isUnsure: false };
  const journal = under('journal');
  const items = under('open_items');
  const hasSides = journal.has('debit', 'credit') || journal.has('amount', 'direction');
  const isWholeLedger = journal.isComplete && hasSides && shareOfCustomers(table, journal) < 0.98;
  if (isWholeLedger) return { kind: 'journal', isUnsure: false };
  if (items.isComplete && (items.has('open_amount') || items.has('age_bracket'))) {
    return { kind: 'open_items', isUnsure: false };
  }
  if (items.isComplete && items.has('due_date') && items.has('debit')) {
    return { kind: 'open_items', isUnsure: true };
  }
  if (journal.isComplete && hasSides) return { kind: 'journal', isUnsure: true };
  const kind = rowKindOf(under);
  const mayBeOpen = kind === 'invoices' && items.isComplete && items.has('due_date');
  return { kind, isUnsure: mayBeOpen && !arePaid(table, under('invoices')) };
}

interface KindLook {
  readonly fields: Fields;
  readonly isComplete: boolean;
  has(...wanted: readonly TableField[]): boolean;
}

function lookUnder(table: SniffedTable, kind: TableKind): KindLook {
  const fields = assignFields(table, kind, new Map());
  const present = new Set(fields.values());
  const columns = [...present].map((field) => ({ field }));
  return {
    fields,
    isComplete: missingFields(kind, columns).length === 0,
    has: (...wanted) => wanted.every((field) => present.has(field)),
  };
}

/** Share of the lines of a journal that are of customer accounts. */
function shareOfCustomers(table: SniffedTable, journal: KindLook): number {
  for (const [columnIndex, field] of journal.fields) {
    if (field === 'account_code')
      return table.columns[columnIndex]?.shape.customerAccountShare ?? 0;
  }
  return 0;
}

/** Invoices with the day each was paid are no list of what is open. */
function arePaid(table: SniffedTable, invoices: KindLook): boolean {
  for (const [columnIndex, field] of invoices.fields) {
    if (field === 'paid_date') return (table.columns[columnIndex]?.shape.filledShare ?? 0) > 0.9;
  }
  return false;
}

function rowKindOf(under: (kind: TableKind) => KindLook): TableKind {
  const invoices = under('invoices');
  const receipts = under('receipts');
  const isPayment = receipts.has('paid_date') || receipts.has('payment_method');
  if (receipts.isComplete && isPayment && !invoices.has('due_date')) return 'receipts';
  if (invoices.isComplete) return 'invoices';
  if (receipts.isComplete) return 'receipts';
  const contacts = under('contacts');
  const customers = under('customers');
  const isDirectory = contacts.isComplete && contacts.has('contact_name');
  if (isDirectory && !customers.has('address_line') && !customers.has('siren')) return 'contacts';
  const isParty = customers.has('customer_name') || customers.has('address_line');
  if (isParty && customers.isComplete && !invoices.has('amount')) return 'customers';
  return 'invoices';
}

function currencyOf(table: SniffedTable, columns: readonly MappedColumn[]): string {
  for (const { field, columnName, columnIndex } of columns) {
    if (!isAmountField(field)) continue;
    const said = /(?:^|[\s_(/])(usd|gbp|chf|cad|mad|xof|xpf)(?:$|[\s_)/])/iu.exec(columnName)?.[1];
    if (said !== undefined) return said.toUpperCase();
    const sign = table.columns[columnIndex]?.shape.samples.join(' ') ?? '';
    if (sign.includes('$')) return 'USD';
    if (sign.includes('£')) return 'GBP';
  }
  return 'EUR';
}

/** True where lines have a document but no customer, which stands on a line above. */
function fillsDown(table: SniffedTable, fields: Fields): boolean {
  const columnOf = (field: TableField) => [...fields].find(([, given]) => given === field)?.[0];
  if (columnOf('customer_heading') !== undefined) return true;
  const customer = columnOf('customer_code') ?? columnOf('customer_name');
  const document = columnOf('document_number') ?? columnOf('due_date');
  if (customer === undefined || document === undefined) return false;
  const lines = table.sampleRows.filter((row) => !isBlank(row.cells[document]));
  const heads = lines.filter((row) => !isBlank(row.cells[customer]));
  const named = new Set(heads.map((row) => cellText(row.cells[customer])));
  const orphans = lines.length - heads.length;
  // Each customer heads its group once; elsewhere a blank is a mistake.
  return (
    heads.length > 0 &&
    lines.length >= 4 &&
    orphans > lines.length * 0.2 &&
    named.size === heads.length
  );
}

function questionsOf(
  table: SniffedTable,
  profile: TableProfile,
  isKindUnsure: boolean,
): TableQuestion[] {
  const questions: TableQuestion[] = [];
  const shapeOf = (column: MappedColumn) => table.columns[column.columnIndex]?.shape;
  const isOrderOpen = profile.columns.some(
    (column) =>
      isDateField(column.field) &&
      column.dayOrder === null &&
      shapeOf(column)?.hasAmbiguousDate === true,
  );
  if (isOrderOpen) questions.push('date_order_unknown');
  const isSignOpen = profile.columns.some(
    (column) =>
      isAmountField(column.field) &&
      column.decimalSign === null &&
      shapeOf(column)?.hasAmbiguousAmount === true,
  );
  if (isSignOpen) questions.push('decimal_sign_unknown');
  if (isKindUnsure) questions.push('meaning_unknown');
  const present = new Set(profile.columns.map(({ field }) => field));
  const hasCode = present.has('customer_code') || present.has('customer_heading');
  const isNamed = present.has('customer_name') && profile.kind !== 'journal';
  if (!hasCode && isNamed && !hasAccountCodes(table, profile)) {
    questions.push('customer_code_from_name');
  }
  return questions;
}

/** In a list of items the account stands for the customer where there is one for each. */
function hasAccountCodes(table: SniffedTable, profile: TableProfile): boolean {
  if (profile.kind === 'customers') return false;
  const account = profile.columns.find(({ field }) => field === 'account_code');
  const shape = account === undefined ? undefined : table.columns[account.columnIndex]?.shape;
  return shape !== undefined && shape.distinctShare * shape.filled > 1;
}
