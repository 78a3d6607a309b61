/**
 * Lines lettered together settle each other, whatever names stand on them.
 *
 * On a collective account without customer numbers, a line says its customer by a name that some
 * packages take from the other side of the entry: the bank of a cheque that came back, the account
 * of a correction. Split by these names, a settled group would leave a debt on one customer and a
 * credit on the other. So lettered lines of such accounts wait for the end of the file:
 *
 *     each name balances in its letter          they stay apart: the code came back for another
 *     only together they balance                they are of one customer: the one the debits name,
 *                                               else the only name, else nobody's: the account
 *
 * A letter that balances in no way moves nothing: its residue stays where the lines say.
 */
import type { Counterpart, LedgerLine } from '../../shared/domain/statement/statement.ts';
import type { Cents } from '../../shared/kernel/cents.ts';

/** Lines that wait at most; in a file with more, all stay where their names put them. */
const HELD_LINES_MAX = 100_000;

export class LetteredNames {
  readonly #held = new Map<number, LedgerLine>();

  get isFull(): boolean {
    return this.#held.size >= HELD_LINES_MAX;
  }

  hold(line: LedgerLine): void {
    this.#held.set(line.lineNumber, line);
  }

  /** Corrects a line that waits; false for one that does not. */
  amend(lineNumber: number, counterpart: Counterpart): boolean {
    const line = this.#held.get(lineNumber);
    if (line === undefined) return false;
    this.#held.set(lineNumber, { ...line, counterpart });
    return true;
  }

  /** The lines that waited, as they stand, in the order of the file. */
  giveUp(): LedgerLine[] {
    const lines = [...this.#held.values()];
    this.#held.clear();
    return lines;
  }

  /** The lines that waited, each with the customer it is of, in the order of the file. */
  settle(): LedgerLine[] {
    const moved = new Map<LedgerLine, string>();
    const groups = Map.groupBy(
      this.#held.values(),
      ({ ledgerAccountCode, letter, currency }) => `${ledgerAccountCode}|${letter}|${currency}`,
    );
    for (const group of groups.values()) {
      const crossed = crossedLines(group);
      const customerCode = customerOfGroup(crossed);
      for (const line of crossed) moved.set(line, customerCode);
    }
    return this.giveUp().map((line) => {
      const customerCode = moved.get(line) ?? line.customerCode;
      return customerCode === line.customerCode ? line : { ...line, customerCode };
    });
  }
}

/** The lines of one letter that balance with those of other names, and only with them. */
function crossedLines(group: readonly LedgerLine[]): readonly LedgerLine[] {
  const open = [...Map.groupBy(group, ({ customerCode }) => customerCode).values()].filter(
    (own) => sumOf(own) !== 0,
  );
  const lines = open.flat();
  return open.length > 1 && sumOf(lines) === 0 ? lines : [];
}

function customerOfGroup(lines: readonly LedgerLine[]): string {
  const owing = lines.filter(({ amountCents }) => amountCents > 0);
  const unnamed = lines.find((line) => line.customerCode === line.ledgerAccountCode);
  const [first] = owing;
  return onlyName(owing) ?? onlyName(lines) ?? (unnamed ?? first)?.customerCode ?? '';
}

/** The one customer that some lines name; null where they name none or several. */
function onlyName(lines: readonly LedgerLine[]): string | null {
  const names = new Set(
    lines
      .filter(({ customerCode, ledgerAccountCode }) => customerCode !== ledgerAccountCode)
      .map(({ customerCode }) => customerCode),
  );
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
}

function sumOf(lines: readonly LedgerLine[]): Cents {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
