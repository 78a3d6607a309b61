/**
 * What a line owes, in cents, positive when the customer owes it.
 *
 * By the columns there are: the open amount; else debit less credit; else the age brackets added
 * up; else the amount less what was paid of it. A « sens » column gives the sign of an unsigned
 * amount; failing that, the kind of the line does (avoir, règlement).
 */
import { AMOUNT_CENTS_MAX, type Cents } from '../../../shared/kernel/cents.ts';
import { directionOf } from './column-forms.ts';
import type { AmountColumn, ColumnReaders } from './column-readers.ts';
import { type Cell, cellText, shownCell } from './table-source.ts';

export interface RowProblem {
  readonly code: string;
  readonly columnName: string | null;
  readonly value: string;
}

export interface RowAmounts {
  readonly openCents: Cents;
  readonly amountCents: Cents;
  /** True where the file itself says debit or credit: the kind then changes no sign. */
  readonly isSided: boolean;
  readonly rounded: AmountColumn | null;
}

export class AmountRules {
  readonly #readers: ColumnReaders;
  readonly #open: readonly AmountColumn[];
  readonly #debit: readonly AmountColumn[];
  readonly #credit: readonly AmountColumn[];
  readonly #brackets: readonly AmountColumn[];
  readonly #amount: readonly AmountColumn[];
  readonly #paid: readonly AmountColumn[];
  readonly #hasDirection: boolean;
  #rounded: AmountColumn | null = null;
  #problem: RowProblem | null = null;

  constructor(readers: ColumnReaders) {
    this.#readers = readers;
    this.#open = readers.amountsOf('open_amount');
    this.#debit = readers.amountsOf('debit');
    this.#credit = readers.amountsOf('credit');
    this.#brackets = readers.amountsOf('age_bracket');
    this.#amount = readers.amountsOf('amount');
    this.#paid = readers.amountsOf('paid_amount');
    this.#hasDirection = readers.has('direction');
  }

  /** The amounts of a line, or what is wrong with them. */
  read(cells: readonly Cell[]): RowAmounts | RowProblem {
    this.#rounded = null;
    this.#problem = null;
    const sides = this.#sides(cells);
    const direction = this.#hasDirection ? this.#direction(cells) : 1;
    const open = this.#sum(this.#open, cells) ?? sides ?? this.#sum(this.#brackets, cells);
    const amount = this.#sum(this.#amount, cells);
    const paid = this.#sum(this.#paid, cells);
    if (this.#problem !== null) return this.#problem;
    if (direction === null) return this.#badDirection(cells);
    const size = open ?? (amount === null ? null : amount - (paid ?? 0));
    if (size === null) return { code: 'amount_missing', columnName: this.#amountName(), value: '' };
    // A column of sides already has its sign; the amount beside it takes the same.
    const isSided = sides !== null || this.#hasDirection;
    const sign = open !== null && open === sides ? 1 : direction;
    const openCents = sign * size === 0 ? 0 : sign * size;
    const amountCents = amount === null ? openCents : alike(direction * amount, openCents);
    if (Math.abs(openCents) > AMOUNT_CENTS_MAX) {
      return { code: 'amount_too_large', columnName: this.#amountName(), value: String(openCents) };
    }
    return { openCents, amountCents, isSided, rounded: this.#rounded };
  }

  /** The column that lines without an amount lack. */
  #amountName(): string | null {
    const readers = this.#readers;
    const fields = ['open_amount', 'debit', 'amount', 'credit', 'age_bracket'] as const;
    const field = fields.find((one) => readers.has(one));
    return field === undefined ? null : readers.columnName(field);
  }

  #sides(cells: readonly Cell[]): Cents | null {
    const debit = this.#sum(this.#debit, cells);
    const credit = this.#sum(this.#credit, cells);
    if (debit === null && credit === null) return null;
    return (debit ?? 0) - (credit ?? 0);
  }

  /** 1 or -1; null where the cell says neither. */
  #direction(cells: readonly Cell[]): 1 | -1 | null {
    return directionOf(cellText(this.#readers.cell('direction', cells)));
  }

  #badDirection(cells: readonly Cell[]): RowProblem {
    const cell = this.#readers.cell('direction', cells);
    const columnName = this.#readers.columnName('direction');
    return { code: 'side_unreadable', columnName, value: shownCell(cell) };
  }

  /** The columns of a field added up; null where all are blank or absent. */
  #sum(columns: readonly AmountColumn[], cells: readonly Cell[]): Cents | null {
    let sum: Cents | null = null;
    for (const column of columns) {
      const read = column.read(cells);
      if (typeof read === 'number') {
        sum = (sum ?? 0) + read;
        if (column.wasRounded()) this.#rounded = column;
      } else if (read !== null) {
        this.#problem ??= {
          code: read,
          columnName: column.columnName,
          value: shownCell(cells[column.columnIndex]),
        };
      }
    }
    return sum;
  }
}

/** The size of the document with the sign of what is open of it. */
function alike(amount: Cents, open: Cents): Cents {
  if (open === 0 || amount === 0 || Math.sign(amount) === Math.sign(open)) return amount;
  return -amount;
}

export function isProblem(read: RowAmounts | RowProblem): read is RowProblem {
  return 'code' in read;
}
