/**
 * The records of a staging go over into the ledger's tables, as they are.
 *
 * What is one row a file or a customer goes at once; the lines follow group by group, beside the
 * interpretation of their customers, so that they are read from the staging only once.
 */
import type { StatedFacts } from '../interpretation/facts.ts';
import type { Writer } from '../session.ts';
import type { StagingReader } from '../staging/staging-reader.ts';

const INSERT = {
  customer: { sql: 'INSERT INTO customer (customer_id, code) VALUES (?, ?)' },
  total: {
    sql: `
INSERT INTO import_customer (import_id, customer_id, line_count, stated_cents) VALUES (?, ?, ?, ?)`,
  },
  statedCustomer: {
    sql: `
INSERT INTO stated_customer (customer_id, import_id, name, siren, email, phone, address,
  postal_code, city, country_code, terms, payment_method, rep_code, agency_code, sector, profile,
  credit_limit_cents)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  contact: {
    sql: `
INSERT INTO stated_contact (customer_id, import_id, line_number, name, role, email, phone)
VALUES (?, ?, ?, ?, ?, ?, ?)`,
  },
  account: {
    sql: `
INSERT INTO stated_account (import_id, ledger_account_code, label, line_count, debit_cents,
  credit_cents, name_count, proposed_role, is_shared)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  journal: {
    sql: 'INSERT INTO stated_journal (import_id, journal_code, label) VALUES (?, ?, ?)',
  },
  day: {
    sql: `
INSERT INTO import_day (import_id, line_date, line_count, stated_cents) VALUES (?, ?, ?, ?)`,
  },
  problem: {
    sql: `
INSERT INTO import_problem (import_id, line_number, problem_number, column_name, code, value,
  severity)
VALUES (?, ?, ?, ?, ?, ?, ?)`,
  },
  line: {
    sql: `
INSERT INTO ledger_line (customer_id, import_id, line_number, ledger_account_code, journal_code,
  entry_number, line_date, document_number, document_date, label, amount_cents, currency, letter,
  lettered_on_date, counterpart, is_opening, stated_due_date, payment_method)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  item: {
    sql: `
INSERT INTO stated_item (customer_id, import_id, line_number, document_number, rank, document_date,
  due_date, amount_cents, open_cents, currency, label, kind)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  row: {
    sql: `
INSERT INTO stated_row (customer_id, import_id, line_number, kind, document_number, document_date,
  due_date, amount_cents, settles_document_number, currency, label)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
} as const;

const PROBLEM_WINDOW = 10_000;

/** Where a staging goes: under which import, and which customer is which rank of the file. */
export interface StagedUnder {
  readonly importId: number;
  readonly customerIdOf: (rank: number) => number;
  /** Customers nobody knew, in the order of their ids. */
  readonly newCustomers: readonly { readonly customerId: number; readonly code: string }[];
}

/** Appends the identities of new customers, and everything the file says but its lines. */
export function appendStagedRecords(
  writer: Writer,
  staging: StagingReader,
  under: StagedUnder,
): void {
  const { importId, customerIdOf } = under;
  const append = {
    customer: writer.appender(INSERT.customer),
    total: writer.appender(INSERT.total),
    contact: writer.appender(INSERT.contact),
    account: writer.appender(INSERT.account),
    journal: writer.appender(INSERT.journal),
    day: writer.appender(INSERT.day),
  };
  for (const { customerId, code } of under.newCustomers) append.customer([customerId, code]);
  const customers = staging
    .customers()
    .map((one) => ({ ...one, customerId: customerIdOf(one.n) }))
    .sort((a, b) => a.customerId - b.customerId);
  for (const { customerId, lineCount, statedCents } of customers) {
    append.total([importId, customerId, lineCount, statedCents]);
  }
  appendDescribed(
    writer,
    staging,
    importId,
    customers.map(({ n, customerId }) => ({ n, customerId })),
  );
  for (const { n, lineNumber, name, role, email, phone } of staging.contacts()) {
    append.contact([customerIdOf(n), importId, lineNumber, name, role, email, phone]);
  }
  for (const account of staging.accounts()) {
    const { ledgerAccountCode, label, lineCount, debitCents, creditCents } = account;
    const { nameCount, proposedRole, isShared } = account;
    const head = [importId, ledgerAccountCode, label, lineCount, debitCents, creditCents];
    append.account([...head, nameCount, proposedRole, isShared ? 1 : 0]);
  }
  for (const { lineDate, lineCount, statedCents } of staging.days()) {
    append.day([importId, lineDate, lineCount, statedCents]);
  }
  for (const { code, label } of staging.journals()) append.journal([importId, code, label]);
  appendProblems(writer, staging, importId);
}

function appendDescribed(
  writer: Writer,
  staging: StagingReader,
  importId: number,
  customers: readonly { readonly n: number; readonly customerId: number }[],
): void {
  const append = writer.appender(INSERT.statedCustomer);
  const said = staging.described(customers.map(({ n }) => n));
  for (const { n, customerId } of customers) {
    const customer = said.get(n);
    if (customer === undefined) continue;
    append([
      customerId,
      importId,
      customer.name,
      customer.siren,
      customer.email,
      customer.phone,
      customer.addressLines.join('\n'),
      customer.postalCode,
      customer.city,
      customer.countryCode,
      customer.terms,
      customer.paymentMethod,
      customer.repCode,
      customer.agencyCode,
      customer.sector,
      customer.profile,
      customer.creditLimitCents,
    ]);
  }
}

function appendProblems(writer: Writer, staging: StagingReader, importId: number): void {
  const append = writer.appender(INSERT.problem);
  let number = 0;
  for (let offset = 0; ; offset += PROBLEM_WINDOW) {
    const { rows } = staging.problems({ code: null, offset, limit: PROBLEM_WINDOW });
    for (const { lineNumber, columnName, code, value, severity } of rows) {
      number += 1;
      append([importId, lineNumber, number, columnName, code, value, severity]);
    }
    if (rows.length < PROBLEM_WINDOW) return;
  }
}

/** Appends the lines of customers one after the other. */
export class StagedLines {
  readonly #importId: number;
  readonly #append: { readonly [Kind in 'line' | 'item' | 'row']: (values: unknown[]) => void };

  constructor(writer: Writer, importId: number) {
    this.#importId = importId;
    this.#append = {
      line: writer.appender(INSERT.line),
      item: writer.appender(INSERT.item),
      row: writer.appender(INSERT.row),
    };
  }

  /** Appends those of the customer's facts that are of this import. */
  add(customerId: number, facts: StatedFacts): void {
    for (const line of facts.lines) {
      if (line.importId !== this.#importId) continue;
      this.#append.line([
        customerId,
        line.importId,
        line.lineNumber,
        line.ledgerAccountCode,
        line.journalCode,
        line.entryNumber,
        line.lineDate,
        line.documentNumber,
        line.documentDate,
        line.label,
        line.amountCents,
        line.currency,
        line.letter,
        line.letteredOnDate,
        line.counterpart,
        line.isOpening ? 1 : 0,
        line.statedDueDate,
        line.paymentMethod,
      ]);
    }
    for (const item of facts.items)
      if (item.importId === this.#importId) this.#addItem(customerId, item);
    for (const row of facts.rows)
      if (row.importId === this.#importId) this.#addRow(customerId, row);
  }

  #addItem(customerId: number, item: StatedFacts['items'][number]): void {
    const { importId, lineNumber, documentNumber, rank, documentDate, dueDate } = item;
    const { amountCents, openCents, currency, label, kind } = item;
    const head = [customerId, importId, lineNumber, documentNumber, rank, documentDate, dueDate];
    this.#append.item([...head, amountCents, openCents, currency, label, kind]);
  }

  #addRow(customerId: number, row: StatedFacts['rows'][number]): void {
    const { importId, lineNumber, kind, documentNumber, documentDate, dueDate } = row;
    const { amountCents, settlesDocumentNumber, currency, label } = row;
    const head = [customerId, importId, lineNumber, kind, documentNumber, documentDate, dueDate];
    this.#append.row([...head, amountCents, settlesDocumentNumber, currency, label]);
  }
}
