/** A finished staging, read back: for its preview, and for the windows on its problems. */
import type {
  FactItem,
  FactLine,
  FactRow,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { StatedFacts } from '../interpretation/facts.ts';
import { type LineRow, lineOf } from '../interpretation/facts.ts';
import type { Connection } from '../sqlite.ts';
import { openScratch } from '../sqlite.ts';
import type { StagedAccount, StoredHeader } from './staging.ts';

/** A customer of a staging, by his rank in the file. */
export interface StagedCustomerKey {
  readonly n: number;
  readonly code: string;
}

export interface StagedProblem {
  readonly lineNumber: number;
  readonly columnName: string | null;
  readonly code: string;
  readonly value: string;
  readonly severity: 'error' | 'warning';
}

const LINES = `
SELECT l.n, ?, l.line_number, l.ledger_account_code, l.journal_code, l.entry_number, l.line_date,
  l.document_number, l.document_date, l.label, l.amount_cents, l.currency, l.letter,
  l.lettered_on_date, l.counterpart, l.is_opening, l.stated_due_date, l.payment_method
FROM json_each(?) AS wanted CROSS JOIN staged_line AS l ON l.n = wanted.value`;

const ITEMS = `
SELECT i.n, ? AS importId, i.line_number AS lineNumber, i.document_number AS documentNumber, i.rank,
  i.document_date AS documentDate, i.due_date AS dueDate, i.amount_cents AS amountCents,
  i.open_cents AS openCents, i.currency, i.label, i.kind
FROM json_each(?) AS wanted CROSS JOIN staged_item AS i ON i.n = wanted.value`;

const ROWS = `
SELECT w.n, ? AS importId, w.line_number AS lineNumber, w.kind, w.document_number AS documentNumber,
  w.document_date AS documentDate, w.due_date AS dueDate, w.amount_cents AS amountCents,
  w.settles_document_number AS settlesDocumentNumber, w.currency, w.label
FROM json_each(?) AS wanted CROSS JOIN staged_row AS w ON w.n = wanted.value`;

const DESCRIBED = `
SELECT n, code AS customerCode, name, siren, email, phone, address, postal_code AS postalCode, city,
  country_code AS countryCode, terms, payment_method AS paymentMethod, rep_code AS repCode,
  agency_code AS agencyCode, sector, profile, credit_limit_cents AS creditLimitCents
FROM json_each(?) AS wanted CROSS JOIN staged_customer AS s ON s.n = wanted.value
WHERE s.is_described = 1`;

const ACCOUNTS = `
SELECT ledger_account_code AS ledgerAccountCode, label, line_count AS lineCount,
  debit_cents AS debitCents, credit_cents AS creditCents, name_count AS nameCount,
  proposed_role AS proposedRole, is_shared AS isShared
FROM staged_account ORDER BY ledger_account_code`;

const PROBLEMS = `
SELECT line_number AS lineNumber, column_name AS columnName, code, value, severity
FROM staged_problem WHERE ? IS NULL OR code = ?
ORDER BY line_number, problem_number LIMIT ? OFFSET ?`;

/** Reads one staging file; to be closed. */
export class StagingReader {
  readonly header: StoredHeader;
  readonly #connection: Connection;
  readonly #journalLabels: ReadonlyMap<string, string>;
  readonly #accountLabels: ReadonlyMap<string, string>;

  /** Throws for a staging that was not finished. */
  constructor(stagingFile: string) {
    this.#connection = openScratch(stagingFile);
    this.header = this.#readHeader();
    this.#journalLabels = new Map(
      this.#all<{ code: string; label: string }>(
        'SELECT journal_code AS code, label FROM staged_journal',
      ).map(({ code, label }) => [code, label]),
    );
    this.#accountLabels = new Map(
      this.accounts().map(({ ledgerAccountCode, label }) => [ledgerAccountCode, label]),
    );
  }

  close(): void {
    this.#connection.close();
  }

  customers(): StagedCustomerKey[] {
    return this.#all('SELECT n, code FROM staged_customer ORDER BY n');
  }

  accounts(): StagedAccount[] {
    return this.#all<Omit<StagedAccount, 'isShared'> & { isShared: number }>(ACCOUNTS).map(
      (row) => ({ ...row, isShared: row.isShared === 1 }),
    );
  }

  /** What the file says in all of each customer, by rank. */
  totals(): ReadonlyMap<number, Cents> {
    const rows = this.#all<{ n: number; cents: Cents }>(
      'SELECT n, stated_cents AS cents FROM staged_total',
    );
    return new Map(rows.map(({ n, cents }) => [n, cents]));
  }

  /** The stated facts of some customers, by rank, as if they stood under this import. */
  facts(ranks: readonly number[], importId: number): Map<number, StatedFacts> {
    const wanted = JSON.stringify(ranks);
    const found = new Map<number, StatedFacts>();
    const of = (n: number): StatedFacts => {
      const known = found.get(n);
      if (known !== undefined) return known;
      const made: StatedFacts = { lines: [], items: [], rows: [] };
      found.set(n, made);
      return made;
    };
    const labels = { accountLabels: this.#accountLabels, journalLabels: this.#journalLabels };
    const lines = this.#connection.prepare<unknown[], LineRow>(LINES).raw();
    for (const row of lines.all(importId, wanted)) {
      const line: FactLine = lineOf(row, '', labels);
      of(row[0]).lines.push(line);
    }
    for (const { n, ...row } of this.#all<Omit<FactItem, 'customerCode'> & { n: number }>(
      ITEMS,
      importId,
      wanted,
    )) {
      of(n).items.push({ ...row, customerCode: '' });
    }
    for (const { n, ...row } of this.#all<Omit<FactRow, 'customerCode'> & { n: number }>(
      ROWS,
      importId,
      wanted,
    )) {
      of(n).rows.push({ ...row, customerCode: '' });
    }
    return found;
  }

  /** What the file says of some customers, by rank; whom it only names is absent. */
  described(ranks: readonly number[]): Map<number, StatedCustomer> {
    type Row = Omit<StatedCustomer, 'addressLines'> & { n: number; address: string };
    const rows = this.#all<Row>(DESCRIBED, JSON.stringify(ranks));
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
    const [count] = this.#all<{ total: number }>(
      'SELECT count(*) AS total FROM staged_problem WHERE ? IS NULL OR code = ?',
      code,
      code,
    );
    const rows = this.#all<StagedProblem>(PROBLEMS, code, code, limit, offset);
    return { total: count?.total ?? 0, rows };
  }

  problemsByCode(): { readonly code: string; readonly count: number; readonly severity: string }[] {
    return this.#all(
      `SELECT code, count(*) AS count, min(severity) AS severity FROM staged_problem
GROUP BY code ORDER BY count(*) DESC, code`,
    );
  }

  /** Lines of customer accounts, and how many of them the accountant has lettered. */
  lettering(): { readonly lineCount: number; readonly letteredCount: number } {
    const [row] = this.#all<{ lineCount: number; letteredCount: number }>(
      'SELECT count(*) AS lineCount, count(letter) AS letteredCount FROM staged_line',
    );
    return row ?? { lineCount: 0, letteredCount: 0 };
  }

  #readHeader(): StoredHeader {
    const [row] = this.#all<{ header: string }>('SELECT header FROM staged_header');
    if (row === undefined) throw new Error('The staging was not finished.');
    return JSON.parse(row.header) as StoredHeader;
  }

  #all<Row>(sql: string, ...params: unknown[]): Row[] {
    return this.#connection.prepare<unknown[], Row>(sql).all(...params);
  }
}

/** The header of a finished staging. */
export function readHeader(stagingFile: string): StoredHeader {
  const staging = new StagingReader(stagingFile);
  staging.close();
  return staging.header;
}
