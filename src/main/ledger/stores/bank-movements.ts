/** Bank accounts and the movements of their statements, and the files that state them. */
import type { BankFormat, BankMovement } from '../../../shared/domain/statement/bank-statement.ts';
import type { KnownMovement } from '../../../shared/domain/statement/movement-identity.ts';
import { contentOf } from '../../../shared/domain/statement/movement-identity.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, day, flag, int, nullable, query, text, word } from '../statement.ts';

const ACCOUNT = query({
  name: 'bank.account',
  params: { stated: text, currency: text },
  row: { bankAccountId: int },
  sql: `
SELECT bank_account_id AS bankAccountId FROM bank_account
WHERE stated = @stated AND currency = @currency`,
});

const APPEND_ACCOUNT = command({
  name: 'bank.append_account',
  params: { stated: text, currency: text, iban: nullable(text) },
  sql: 'INSERT INTO bank_account (stated, currency, iban) VALUES (@stated, @currency, @iban)',
});

const LAST_ACCOUNT = query({
  name: 'bank.last_account',
  row: { bankAccountId: int },
  sql: 'SELECT ifnull(max(bank_account_id), 0) AS bankAccountId FROM bank_account',
});

/** The account of that name; null where no file named it yet. */
export function findBankAccount(reader: Reader, stated: string, currency: string): number | null {
  return reader.one(ACCOUNT, { stated, currency })?.bankAccountId ?? null;
}

/** Makes a bank account and gives its id. */
export function appendBankAccount(
  writer: Writer,
  account: { readonly stated: string; readonly currency: string; readonly iban: string | null },
): number {
  writer.run(APPEND_ACCOUNT, account);
  return writer.one(LAST_ACCOUNT)?.bankAccountId ?? 0;
}

const KNOWN = query({
  name: 'bank.known_movements',
  params: { bankAccountId: int, fromDay: day, toDay: day },
  row: {
    movementId: int,
    format: word<BankFormat>(),
    bookedOn: day,
    amountCents: amount,
    code: text,
    text,
    counterpartyName: nullable(text),
    counterpartyIban: nullable(text),
    endToEndId: nullable(text),
    references: text,
  },
  sql: `
SELECT movement_id AS movementId, format, booked_date AS bookedOn, amount_cents AS amountCents,
  code, text, counterparty_name AS counterpartyName, counterparty_iban AS counterpartyIban,
  end_to_end_id AS endToEndId, reference_list AS "references"
FROM bank_movement
WHERE bank_account_id = @bankAccountId AND booked_date BETWEEN @fromDay AND @toDay
ORDER BY movement_id`,
});

/** Every movement of an account between two days, those of undone files included. */
export function loadKnownMovements(
  reader: Reader,
  bankAccountId: number,
  fromDay: CalendarDate,
  toDay: CalendarDate,
): KnownMovement[] {
  return reader.all(KNOWN, { bankAccountId, fromDay, toDay }).map((row) => {
    const { movementId, format, bookedOn, amountCents, references, ...said } = row;
    const content = contentOf({ ...said, references: JSON.parse(references) as string[] });
    return { movementId, format, bookedOn, amountCents, content };
  });
}

const LAST_MOVEMENT = query({
  name: 'bank.last_movement',
  row: { movementId: int },
  sql: 'SELECT ifnull(max(movement_id), 0) AS movementId FROM bank_movement',
});

const APPEND_MOVEMENT = `
INSERT INTO bank_movement (movement_id, bank_account_id, format, booked_date, value_date,
  amount_cents, currency, code, text, counterparty_name, counterparty_iban, end_to_end_id,
  reference_list, bank_reference, is_return, reject_code)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const APPEND_STATED = `
INSERT INTO stated_movement (movement_id, import_id, line_number) VALUES (?, ?, ?)`;

export interface StatedMovements {
  readonly importId: number;
  readonly bankAccountId: number;
  readonly format: BankFormat;
  readonly currency: string;
  readonly movements: readonly BankMovement[];
  /** By rank in `movements`: the id of a known one, null for a new one. */
  readonly knownIds: readonly (number | null)[];
}

/** Appends what a file states of one account; makes the movements that nobody knew. */
export function appendMovements(writer: Writer, stated: StatedMovements): void {
  const { importId, bankAccountId, format, currency } = stated;
  const append = writer.appender({ sql: APPEND_MOVEMENT });
  const state = writer.appender({ sql: APPEND_STATED });
  let last = writer.one(LAST_MOVEMENT)?.movementId ?? 0;
  for (const [at, movement] of stated.movements.entries()) {
    let movementId = stated.knownIds[at] ?? null;
    if (movementId === null) {
      last += 1;
      movementId = last;
      append([
        movementId,
        bankAccountId,
        format,
        movement.bookedOn,
        movement.valueOn,
        movement.amountCents,
        currency,
        movement.code,
        movement.text,
        movement.counterpartyName,
        movement.counterpartyIban,
        movement.endToEndId,
        JSON.stringify(movement.references),
        movement.bankReference,
        movement.isReturn ? 1 : 0,
        movement.rejectCode,
      ]);
    }
    state([movementId, importId, movement.lineNumber]);
  }
}

/** What a file states of an account. */
const STATEMENT = {
  importId: int,
  statementNumber: int,
  bankAccountId: int,
  from: nullable(day),
  to: nullable(day),
  openingCents: nullable(amount),
  closingCents: nullable(amount),
  movementCount: int,
  creditCents: amount,
  debitCents: amount,
} as const;

const APPEND_STATEMENT = command({
  name: 'bank.append_statement',
  params: STATEMENT,
  sql: `
INSERT INTO bank_statement (import_id, statement_number, bank_account_id, from_date, to_date,
  opening_cents, closing_cents, movement_count, credit_cents, debit_cents)
VALUES (@importId, @statementNumber, @bankAccountId, @from, @to, @openingCents, @closingCents,
  @movementCount, @creditCents, @debitCents)`,
});

/** A statement as the ledger keeps it. */
export interface StatementRow {
  readonly importId: number;
  readonly statementNumber: number;
  readonly bankAccountId: number;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  readonly movementCount: number;
  readonly creditCents: Cents;
  readonly debitCents: Cents;
}

/** Appends a statement of a file. */
export function appendStatement(writer: Writer, statement: StatementRow): void {
  writer.run(APPEND_STATEMENT, statement);
}

const STATEMENTS = query({
  name: 'bank.statements',
  row: {
    ...STATEMENT,
    stated: text,
    iban: nullable(text),
    currency: text,
    fileName: text,
  },
  sql: `
SELECT s.import_id AS importId, s.statement_number AS statementNumber,
  s.bank_account_id AS bankAccountId, a.stated, a.iban, a.currency, b.file_name AS fileName,
  s.from_date AS "from", s.to_date AS "to", s.opening_cents AS openingCents,
  s.closing_cents AS closingCents, s.movement_count AS movementCount,
  s.credit_cents AS creditCents, s.debit_cents AS debitCents
FROM bank_statement AS s
CROSS JOIN bank_account AS a ON a.bank_account_id = s.bank_account_id
CROSS JOIN import_batch AS b ON b.import_id = s.import_id
WHERE s.import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY a.stated, a.currency, s.from_date, s.import_id, s.statement_number`,
});

/** The statements of live files, account by account, in order of their days. */
export function loadStatements(reader: Reader) {
  return reader.all(STATEMENTS);
}

const BANK_LINES = `
SELECT m.movement_id AS movementId, m.booked_date AS bookedOn, m.amount_cents AS amountCents,
  m.currency, m.counterparty_name AS counterpartyName, m.counterparty_iban AS counterpartyIban,
  m.end_to_end_id AS endToEndId, m.reference_list AS "references", m.is_return AS isReturn,
  m.reject_code AS rejectCode, m.text, d.kind, d.decision_id AS decisionId`;
const BANK_LINE_ROW = {
  movementId: int,
  bookedOn: day,
  amountCents: amount,
  currency: text,
  counterpartyName: nullable(text),
  counterpartyIban: nullable(text),
  endToEndId: nullable(text),
  references: text,
  isReturn: flag,
  rejectCode: nullable(text),
  text,
  kind: nullable(word<'confirmed' | 'set_aside' | 'returned'>()),
  decisionId: nullable(int),
} as const;

const CONFIRMED_AND_DEBITS = query({
  name: 'bank.confirmed_and_debits',
  params: { since: day },
  row: BANK_LINE_ROW,
  sql: `${BANK_LINES}
FROM bank_movement AS m LEFT JOIN standing_decision AS d ON d.movement_id = m.movement_id
WHERE m.booked_date >= @since
  AND ((m.amount_cents > 0 AND d.kind = 'confirmed')
    OR (m.amount_cents < 0 AND d.kind IS NULL))
  AND EXISTS (SELECT 1 FROM stated_movement AS s WHERE s.movement_id = m.movement_id
    AND s.import_id NOT IN (SELECT import_id FROM import_undone))`,
});

const AROUND_RECEIPT = query({
  name: 'bank.around_receipt',
  params: { movementId: int, leastCents: amount, mostCents: amount },
  row: BANK_LINE_ROW,
  sql: `${BANK_LINES}
FROM bank_movement AS m LEFT JOIN standing_decision AS d ON d.movement_id = m.movement_id
WHERE (m.movement_id = @movementId
    OR (m.amount_cents BETWEEN @leastCents AND @mostCents AND m.amount_cents < 0
      AND d.kind IS NULL))
  AND EXISTS (SELECT 1 FROM stated_movement AS s WHERE s.movement_id = m.movement_id
    AND s.import_id NOT IN (SELECT import_id FROM import_undone))`,
});

/** A movement with what a person decided of it, if anything. */
export type BankLineRow = ReturnType<typeof loadConfirmedAndDebits>[number];

/** Receipts that were confirmed and debits nobody decided on, since a day: what may be a return. */
export function loadConfirmedAndDebits(reader: Reader, since: CalendarDate) {
  return reader.all(CONFIRMED_AND_DEBITS, { since }).map(withReferences);
}

/** A receipt and the debits that may take it back; live ones only. */
export function loadAroundReceipt(
  reader: Reader,
  receipt: { readonly movementId: number; readonly amountCents: Cents },
  feeCents: Cents,
) {
  const { movementId, amountCents } = receipt;
  return reader
    .all(AROUND_RECEIPT, {
      movementId,
      leastCents: -amountCents - feeCents,
      mostCents: -amountCents,
    })
    .map(withReferences);
}

function withReferences<Row extends { readonly references: string }>(row: Row) {
  return { ...row, references: JSON.parse(row.references) as string[] };
}

const ONE = query({
  name: 'bank.movement',
  params: { movementId: int },
  row: BANK_LINE_ROW,
  sql: `${BANK_LINES}
FROM bank_movement AS m LEFT JOIN standing_decision AS d ON d.movement_id = m.movement_id
WHERE m.movement_id = @movementId
  AND EXISTS (SELECT 1 FROM stated_movement AS s WHERE s.movement_id = m.movement_id
    AND s.import_id NOT IN (SELECT import_id FROM import_undone))`,
});

/** A movement of a live file; null for any other. */
export function loadMovement(reader: Reader, movementId: number): BankLineRow | null {
  const row = reader.one(ONE, { movementId });
  return row === null ? null : withReferences(row);
}
