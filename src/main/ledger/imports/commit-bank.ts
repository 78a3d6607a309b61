/**
 * Writes the statements of a bank into the ledger: accounts, statements, the movements that nobody
 * knew. A movement stated again is the same one, and what was said of it still holds.
 */
import { createHash } from 'node:crypto';
import type {
  BankReading,
  BankStatement,
} from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Tick } from '../interpretation/reinterpret.ts';
import { reinterpretCustomers } from '../interpretation/reinterpret.ts';
import { appendEntry, recordAnswer } from '../journal.ts';
import type { Writer } from '../session.ts';
import type { StagingReader } from '../staging/staging-reader.ts';
import { int, query } from '../statement.ts';
import {
  appendBankAccount,
  appendMovements,
  appendStatement,
  loadConfirmedAndDebits,
} from '../stores/bank-movements.ts';
import { appendImport } from './append-import.ts';
import { type AccountChanges, bankChanges } from './bank-changes.ts';
import { linkReturns } from './link-returns.ts';
import { touchedByImport } from './touched-customers.ts';

/** A debit that nobody authorised comes back within thirteen months (SEPA rule book). */
const RETURN_DAYS_MAX = 396;

const NEXT_IMPORT = query({
  name: 'bank.next_import',
  row: { importId: int },
  sql: 'SELECT ifnull(max(import_id), 0) + 1 AS importId FROM import_batch',
});

interface CommitBank {
  readonly staging: StagingReader;
  readonly commandId: string | null;
  readonly asOf: CalendarDate;
  readonly tick?: Tick;
}

/** Commits the statements of a bank and gives the id of their import. */
export function commitBank(writer: Writer, commit: CommitBank, reading: BankReading): number {
  const { staging, commandId, asOf, tick } = commit;
  const importId = writer.one(NEXT_IMPORT)?.importId ?? 1;
  const { header } = staging;
  const movementsSha256 = createHash('sha256').update(JSON.stringify(reading)).digest('hex');
  const entryId = appendEntry(writer, {
    kind: 'import_committed',
    customerId: null,
    commandId,
    payload: { importId, header, movementsSha256 },
  });
  appendImport(writer, staging, { importId, entryId });
  const accounts = bankChanges(writer, reading);
  appendAccounts(writer, importId, { accounts, reading });
  const since = addDays(header.coversFromDate ?? header.statedOnDate, -RETURN_DAYS_MAX);
  linkReturns(writer, entryId, loadConfirmedAndDebits(writer, since));
  const customerIds = touchedByImport(writer, importId, header);
  reinterpretCustomers(writer, customerIds, tick === undefined ? { asOf } : { asOf, tick });
  recordAnswer(writer, entryId, { importId, meaning: 'bank' });
  writer.touch(['imports', 'customers', 'items', 'receipts'], 'all');
  return importId;
}

function appendAccounts(
  writer: Writer,
  importId: number,
  file: { readonly accounts: readonly AccountChanges[]; readonly reading: BankReading },
): void {
  let statementNumber = 0;
  for (const { account, stated, bankAccountId, movements, knownIds } of file.accounts) {
    const { currency, identity } = account;
    const of =
      bankAccountId ?? appendBankAccount(writer, { stated, currency, iban: identity.iban });
    for (const statement of account.statements) {
      statementNumber += 1;
      const { from, to, openingCents, closingCents } = statement;
      appendStatement(writer, {
        importId,
        statementNumber,
        bankAccountId: of,
        from,
        to,
        openingCents,
        closingCents,
        ...sidesOf(statement),
      });
    }
    const { format } = file.reading;
    appendMovements(writer, { importId, bankAccountId: of, format, currency, movements, knownIds });
  }
}

/** What came in and what went out, both without a sign. */
export function sidesOf({ movements }: Pick<BankStatement, 'movements'>) {
  let creditCents = 0;
  let debitCents = 0;
  for (const { amountCents } of movements) {
    if (amountCents > 0) creditCents += amountCents;
    else debitCents -= amountCents;
  }
  return { movementCount: movements.length, creditCents, debitCents };
}
