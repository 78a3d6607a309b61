/** A finished staging, read back: for its preview, its commit, and the windows on its problems. */
import type {
  FactItem,
  FactLine,
  FactRow,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type {
  Counterpart,
  StatedContact,
  StatedCustomer,
} from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { StatedFacts } from '../interpretation/facts.ts';
import type { Connection, PreparedStatement } from '../sqlite.ts';
import { openScratch } from '../sqlite.ts';
import type { LineReading } from './line-text.ts';
import { linesOfText } from './line-text.ts';
import type { StagedAccount, StoredHeader } from './staging.ts';

/** A customer of a staging, by his rank in the file, with what the file says of him in all. */
export interface StagedCustomerKey {
  readonly n: number;
  readonly code: string;
  readonly lineCount: number;
  readonly statedCents: Cents;
}

export interface StagedProblem {
  readonly lineNumber: number;
  readonly columnName: string | null;
  readonly code: string;
  readonly value: string;
  readonly severity: 'error' | 'warning';
}

const SQL = {
  header: 'SELECT header, preview FROM staged_header',
  bank: 'SELECT reading FROM staged_bank',
  keepPreview: 'UPDATE staged_header SET preview = ?',
  words: 'SELECT word FROM staged_word ORDER BY number',
  journals: 'SELECT journal_code AS code, label FROM staged_journal ORDER BY journal_code',
  days: `
SELECT line_date AS lineDate, line_count AS lineCount, stated_cents AS statedCents FROM staged_day
ORDER BY line_date`,
  amendments: 'SELECT line_number AS lineNumber, counterpart FROM staged_amendment',
  customers: `
SELECT n, code, line_count AS lineCount, stated_cents AS statedCents FROM staged_customer
ORDER BY n`,
  lines: `
SELECT l.n, l.lines FROM json_each(?) AS wanted CROSS JOIN staged_lines AS l ON l.n = wanted.value`,
  items: `
SELECT i.n, i.line_number AS lineNumber, i.document_number AS documentNumber, i.rank,
  i.document_date AS documentDate, i.due_date AS dueDate, i.amount_cents AS amountCents,
  i.open_cents AS openCents, i.currency, i.label, i.kind
FROM json_each(?) AS wanted CROSS JOIN staged_item AS i ON i.n = wanted.value`,
  rows: `
SELECT w.n, w.line_number AS lineNumber, w.kind, w.document_number AS documentNumber,
  w.document_date AS documentDate, w.due_date AS dueDate, w.amount_cents AS amountCents,
  w.settles_document_number AS settlesDocumentNumber, w.currency, w.label
FROM json_each(?) AS wanted CROSS JOIN staged_row AS w ON w.n = wanted.value`,
  contacts: `
SELECT n, line_number AS lineNumber, name, role, email, phone FROM staged_contact
ORDER BY n, line_number`,
  described: `
SELECT s.n, s.code AS customerCode, s.name, s.siren, s.email, s.phone, s.address,
  s.postal_code AS postalCode, s.city, s.country_code AS countryCode, s.terms,
  s.payment_method AS paymentMethod, s.rep_code AS repCode, s.agency_code AS agencyCode, s.sector,
  s.profile, s.credit_limit_cents AS creditLimitCents
FROM json_each(?) AS wanted CROSS JOIN staged_customer AS s ON s.n = wanted.value
WHERE s.is_described = 1`,
  accounts: `
SELECT ledger_account_code AS ledgerAccountCode, label, line_count AS lineCount,
  debit_cents AS debitCents, credit_cents AS creditCents, name_count AS nameCount,
  proposed_role AS proposedRole, is_shared AS isShared
FROM staged_account ORDER BY ledger_account_code`,
  problems: `
SELECT line_number AS lineNumber, column_name AS columnName, code, value, severity
FROM staged_problem WHERE ? IS NULL OR code = ?
ORDER BY line_number, problem_number LIMIT ? OFFSET ?`,
  problemCount: 'SELECT count(*) AS total FROM staged_problem WHERE ? IS NULL OR code = ?',
  problemsByCode: `
SELECT code, count(*) AS count, min(severity) AS severity FROM staged_problem
GROUP BY code ORDER BY count(*) DESC, code`,
} as const;

/** Reads one staging file; to be closed. */
export class StagingReader {
  readonly header: StoredHeader;
  readonly #connection: Connection;
  readonly #prepared = new Map<keyof typeof SQL, PreparedStatement>();
  readonly #reading: Omit<LineReading, 'importId'>;

  /** Throws for a staging that was not finished. */
  constructor(stagingFile: string) {
    this.#connection = openScratch(stagingFile);
    this.header = this.#readHeader();
    const amendments = this.#all<{ lineNumber: number; counterpart: Counterpart }>('amendments');
    this.#reading = {
      words: [null, ...this.#all<{ word: string }>('words').map(({ word }) => word)],
      amended: new Map(amendments.map((row) => [row.lineNumber, row.counterpart])),
      labels: {
        journalLabels: new Map(this.journals().map(({ code, label }) => [code, label])),
        accountLabels: new Map(this.accounts().map((one) => [one.ledgerAccountCode, one.label])),
      },
    };
  }

  close(): void {
    this.#connection.close();
  }

  /** The statements of a bank; null for any other file. */
  bank(): BankReading | null {
    const [row] = this.#all<{ reading: string }>('bank');
    return row === undefined ? null : (JSON.parse(row.reading) as BankReading);
  }

  customers(): StagedCustomerKey[] {
    return this.#all('customers');
  }

  journals(): { readonly code: string; readonly label: string }[] {
    return this.#all('journals');
  }

  /** What the ledger lines of each day sum to. */
  days(): {
    readonly lineDate: CalendarDate;
    readonly lineCount: number;
    readonly statedCents: Cents;
  }[] {
    return this.#all('days');
  }

  accounts(): StagedAccount[] {
    const rows = this.#all<Omit<StagedAccount, 'isShared'> & { isShared: number }>('accounts');
    return rows.map((row) => ({ ...row, isShared: row.isShared === 1 }));
  }

  contacts(): (Omit<StatedContact, 'customerCode'> & { readonly n: number })[] {
    return this.#all('contacts');
  }

  /** The stated facts of some customers, by rank, as if they stood under this import. */
  facts(ranks: readonly number[], importId: number): Map<number, StatedFacts> {
    const wanted = JSON.stringify(ranks);
    const reading = { ...this.#reading, importId };
    const found = new Map<number, { lines: FactLine[]; items: FactItem[]; rows: FactRow[] }>(
      ranks.map((n) => [n, { lines: [], items: [], rows: [] }]),
    );
    for (const { n, lines } of this.#all<{ n: number; lines: string }>('lines', wanted)) {
      const facts = found.get(n);
      if (facts === undefined) continue;
      const read = linesOfText(lines, reading);
      facts.lines = facts.lines.length === 0 ? read : facts.lines.concat(read);
    }
    type Item = Omit<FactItem, 'customerCode' | 'importId'> & { readonly n: number };
    for (const { n, ...item } of this.#all<Item>('items', wanted)) {
      found.get(n)?.items.push({ ...item, importId, customerCode: '' });
    }
    type Row = Omit<FactRow, 'customerCode' | 'importId'> & { readonly n: number };
    for (const { n, ...row } of this.#all<Row>('rows', wanted)) {
      found.get(n)?.rows.push({ ...row, importId, customerCode: '' });
    }
    return found;
  }

  /** What the file says of some customers, by rank; whom it only names is absent. */
  described(ranks: readonly number[]): Map<number, StatedCustomer> {
    type Row = Omit<StatedCustomer, 'addressLines'> & { n: number; address: string };
    const rows = this.#all<Row>('described', JSON.stringify(ranks));
    return new Map(
      rows.map(({ n, address, ...row }) => [
        n,
        { ...row, addressLines: address === '' ? [] : address.split('\n') },
      ]),
    );
  }

  /** A window of the problems, of all codes (null) or of one. */
  problems(page: {
    readonly code: string | null;
    readonly offset: number;
    readonly limit: number;
  }): { readonly total: number; readonly rows: StagedProblem[] } {
    const { code, offset, limit } = page;
    const [count] = this.#all<{ total: number }>('problemCount', code, code);
    const rows = this.#all<StagedProblem>('problems', code, code, limit, offset);
    return { total: count?.total ?? 0, rows };
  }

  problemsByCode(): { readonly code: string; readonly count: number; readonly severity: string }[] {
    return this.#all('problemsByCode');
  }

  /** Keeps what was shown of this staging: the commit asks again what had to be answered. */
  keepPreview(preview: unknown): void {
    this.#prepare('keepPreview').run(JSON.stringify(preview));
  }

  /** What was shown; null where the staging was not previewed. */
  preview(): unknown {
    const [row] = this.#all<{ preview: string | null }>('header');
    const preview = row?.preview ?? null;
    return preview === null ? null : (JSON.parse(preview) as unknown);
  }

  #readHeader(): StoredHeader {
    const [row] = this.#all<{ header: string }>('header');
    if (row === undefined) throw new Error('The staging was not finished.');
    return JSON.parse(row.header) as StoredHeader;
  }

  #prepare(name: keyof typeof SQL): PreparedStatement {
    const known = this.#prepared.get(name);
    if (known !== undefined) return known;
    const made = this.#connection.prepare<unknown[], unknown>(SQL[name]);
    this.#prepared.set(name, made);
    return made;
  }

  #all<Row>(name: keyof typeof SQL, ...params: unknown[]): Row[] {
    return this.#prepare(name).all(...params) as Row[];
  }
}
