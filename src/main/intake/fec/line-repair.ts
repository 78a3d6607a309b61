/**
 * Lines whose number of fields is not the header's, put right where only one reading is possible.
 *
 *  - A separator inside a label (« VIR DUPONT | FACT 12 ») makes one field too many: the label is
 *    the one whose joining gives amounts and a day in their places.
 *  - A line break inside a label makes two short lines: they are joined when together they have
 *    exactly the fields of one line.
 */
import { readAmount } from '../amount-text.ts';
import { parseDateText } from '../date-text.ts';
import type { FecColumn, FecLayout } from './fec-columns.ts';
import type { FieldScanner } from './field-scanner.ts';

/** Columns of free text, the likeliest first. */
const TEXTS: readonly FecColumn[] = [
  'ecriturelib',
  'compauxlib',
  'comptelib',
  'pieceref',
  'journallib',
];

/**
 * Puts right a line of too many fields: separators at its end, or one inside a label. Returns the
 * column joined, '' where only blanks were dropped, null where no reading explains the line.
 */
export function repairLongLine(scanner: FieldScanner, layout: FecLayout): FecColumn | '' | null {
  const { fieldCount } = scanner;
  const columns = layout.columnNames.length;
  while (scanner.fieldCount > columns && scanner.isFieldBlank(scanner.fieldCount - 1)) {
    scanner.fieldCount -= 1;
  }
  if (scanner.fieldCount === columns && isInPlace(scanner, layout)) return '';
  scanner.fieldCount = fieldCount;
  return joinCutText(scanner, layout);
}

/**
 * Joins the fields of the current line that a separator cut by mistake. Null when no joining
 * explains the line; else the column joined.
 */
function joinCutText(scanner: FieldScanner, layout: FecLayout): FecColumn | null {
  const extra = scanner.fieldCount - layout.fieldCount;
  if (extra <= 0) return null;
  for (const column of TEXTS) {
    const field = layout.at[column];
    if (field < 0) continue;
    const undo = scanner.join(field, extra);
    if (isInPlace(scanner, layout)) return column;
    undo();
  }
  return null;
}

/** True when day, account and amounts of the line are what their columns hold. */
function isInPlace(scanner: FieldScanner, { at, variant }: FecLayout): boolean {
  if (parseDateText(scanner.text(at.ecrituredate)) === null) return false;
  if (!/^\d{3}/.test(scanner.text(at.comptenum))) return false;
  const areDaysInPlace = DAYS.every((column) => {
    const text = scanner.text(at[column]);
    return text === '' || parseDateText(text) !== null;
  });
  if (!areDaysInPlace) return false;
  if (variant === 'montant_sens') {
    return isAmount(scanner, at.montant) && /^([dc].*|[+-]?1)$/i.test(scanner.text(at.sens));
  }
  // A label joined with what follows it would leave two empty amounts.
  if (scanner.isFieldBlank(at.debit) && scanner.isFieldBlank(at.credit)) return false;
  return isAmount(scanner, at.debit) && isAmount(scanner, at.credit);
}

const DAYS: readonly FecColumn[] = ['piecedate', 'datelet', 'validdate'];

function isAmount(scanner: FieldScanner, field: number): boolean {
  return readAmount(scanner.text(field)).isDone;
}

/** Parts of a broken line held at most: a label has few line breaks. */
const PARTS_MAX = 4;

/** Lines too short to be one, waiting for what follows. */
export class BrokenLine {
  readonly #columns: number;
  #parts: Buffer[] = [];
  #fields = 0;
  #lineNumber = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  get isWaiting(): boolean {
    return this.#parts.length > 0;
  }

  /** Line number of the first part. */
  get lineNumber(): number {
    return this.#lineNumber;
  }

  /** The text held, for the problem that tells of it. */
  text(): string {
    return Buffer.concat(this.#parts).toString('latin1').slice(0, 200);
  }

  /** Takes a short line; true while the whole can still become a line. */
  take(scanner: FieldScanner): boolean {
    const fields = this.isWaiting ? this.#fields + scanner.fieldCount - 1 : scanner.fieldCount;
    if (fields > this.#columns || this.#parts.length >= PARTS_MAX) return false;
    if (!this.isWaiting) this.#lineNumber = scanner.lineNumber;
    else this.#parts.push(Buffer.from(' '));
    this.#parts.push(Buffer.from(scanner.buffer.subarray(scanner.lineStart, scanner.lineEnd)));
    this.#fields = fields;
    return true;
  }

  /** The whole line once its fields are as many as the header's; null before. */
  whole(): Buffer | null {
    return this.#fields === this.#columns ? Buffer.concat(this.#parts) : null;
  }

  clear(): void {
    this.#parts = [];
    this.#fields = 0;
  }
}
