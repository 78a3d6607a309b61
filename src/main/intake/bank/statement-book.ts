/**
 * The statements of a file as they are read, account by account, and what is wrong with them.
 *
 * Three controls that every format shares: opening + movements = closing; a statement that stands
 * twice in a file counts once; a statement opens where the one before it closed. None of them
 * changes a figure.
 */
import type {
  BankAccountIdentity,
  BankAccountStatements,
  BankFormat,
  BankReading,
  BankStatement,
} from '../../../shared/domain/statement/bank-statement.ts';
import type { FileProblem } from '../../../shared/domain/statement/statement.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { type Cents, sumCents } from '../../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { ProblemLog } from '../problem-log.ts';
import type { FileRefused } from '../statement-sink.ts';

/** A statement of one account, as a reader gives it. */
export interface StatedStatement extends BankStatement {
  readonly identity: BankAccountIdentity;
  readonly currency: string;
  /** Where a problem of its balances is shown. */
  readonly lineNumber: number;
}

interface OpenAccount {
  readonly identity: BankAccountIdentity;
  readonly currency: string;
  readonly statements: BankStatement[];
  readonly seen: Set<string>;
}

export class StatementBook {
  readonly #accounts = new Map<string, OpenAccount>();
  readonly #problems: FileProblem[] = [];
  readonly #log = new ProblemLog((problem) => this.#problems.push(problem));

  /** A movement or a balance that does not go in. */
  error(lineNumber: number, code: string, value: string, columnName: string | null = null): void {
    this.#log.add({ lineNumber, columnName, code, value, severity: 'error' });
  }

  /** Something to look at; nothing is lost. */
  warn(lineNumber: number, code: string, value: string): void {
    this.#log.add({ lineNumber, columnName: null, code, value, severity: 'warning' });
  }

  add({ identity, currency, lineNumber, ...stated }: StatedStatement): void {
    const key = `${identity.iban ?? identity.stated} ${currency}`;
    let account = this.#accounts.get(key);
    if (account === undefined) {
      account = { identity, currency, statements: [], seen: new Set() };
      this.#accounts.set(key, account);
      if (identity.stated === '') this.warn(lineNumber, 'bank_account_missing', '');
    }
    const statement = withDays(stated);
    const mark = markOf(statement);
    if (account.seen.has(mark)) {
      this.warn(lineNumber, 'bank_statement_repeated', daysOf(statement));
      return;
    }
    account.seen.add(mark);
    this.#checkBalance(statement, lineNumber);
    this.#checkGap(account.statements.at(-1), statement, lineNumber);
    account.statements.push(statement);
  }

  finish(format: BankFormat): Result<BankReading, FileRefused> {
    if (this.#accounts.size === 0) return refused({ code: 'bank_without_statement', value: '' });
    this.#log.finish();
    const accounts: BankAccountStatements[] = [...this.#accounts.values()].map(
      ({ identity, currency, statements }) => ({ identity, currency, statements }),
    );
    return done({ format, accounts, problems: this.#problems });
  }

  #checkBalance(statement: BankStatement, lineNumber: number): void {
    const { openingCents, closingCents, movements } = statement;
    if (openingCents === null || closingCents === null) return;
    const moved = sumCents(movements.map(({ amountCents }) => amountCents));
    if (openingCents + moved === closingCents) return;
    const value = `${plain(openingCents)} + ${plain(moved)} ≠ ${plain(closingCents)}`;
    this.error(lineNumber, 'bank_balance_differs', value);
  }

  #checkGap(before: BankStatement | undefined, next: BankStatement, lineNumber: number): void {
    const closing = before?.closingCents ?? null;
    if (closing === null || next.openingCents === null || closing === next.openingCents) return;
    this.warn(lineNumber, 'bank_statement_gap', `${plain(closing)} ≠ ${plain(next.openingCents)}`);
  }
}

function plain(amount: Cents): string {
  return formatCents(amount, { style: 'plain' });
}

/** Days that the file does not tell are those of the first and last movement. */
function withDays(statement: BankStatement): BankStatement {
  const days = statement.movements.map(({ bookedOn }) => bookedOn).toSorted();
  return {
    ...statement,
    from: statement.from ?? days[0] ?? statement.to,
    to: statement.to ?? days.at(-1) ?? statement.from,
  };
}

function daysOf({ from, to }: BankStatement): string {
  return `${from ?? ''} – ${to ?? ''}`;
}

/** Everything that the bank states, lines of the file apart. */
function markOf(statement: BankStatement): string {
  const movements = statement.movements.map(({ lineNumber: _, ...movement }) => movement);
  return JSON.stringify({ ...statement, movements });
}
