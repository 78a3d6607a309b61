/** What a file of a bank would change: its accounts, their statements, movements new and known. */
import type {
  BankAccountStatements,
  BankMovement,
  BankReading,
} from '../../../shared/domain/statement/bank-statement.ts';
import { identifyMovements } from '../../../shared/domain/statement/movement-identity.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { findBankAccount, loadKnownMovements } from '../stores/bank-movements.ts';

/** An account of a file, with what of its movements the ledger knows. */
export interface AccountChanges {
  readonly account: BankAccountStatements;
  /** What the ledger calls it: its IBAN where it has one. */
  readonly stated: string;
  /** Null for an account that no file named yet. */
  readonly bankAccountId: number | null;
  readonly movements: readonly BankMovement[];
  /** By rank in `movements`; null for a new one. */
  readonly knownIds: readonly (number | null)[];
}

/** Compares a file with the ledger, account by account. */
export function bankChanges(reader: Reader, { accounts, format }: BankReading): AccountChanges[] {
  return accounts.map((account) => {
    const stated = account.identity.iban ?? account.identity.stated;
    const bankAccountId = findBankAccount(reader, stated, account.currency);
    const movements = account.statements.flatMap((statement) => statement.movements);
    const [from, to] = daysOf(movements);
    const known =
      bankAccountId === null || from === null || to === null
        ? []
        : loadKnownMovements(reader, bankAccountId, from, to);
    const knownIds = identifyMovements(movements, format, known);
    return { account, stated, bankAccountId, movements, knownIds };
  });
}

function daysOf(movements: readonly BankMovement[]): [CalendarDate | null, CalendarDate | null] {
  const days = movements.map(({ bookedOn }) => bookedOn).sort();
  return [days[0] ?? null, days.at(-1) ?? null];
}
