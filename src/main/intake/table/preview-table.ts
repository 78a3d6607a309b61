/**
 * The first rows of a table as they would be read under a mapping, with what is wrong with each.
 */
import type {
  FileProblem,
  LedgerLine,
  StatedContact,
  StatedCustomer,
  StatedItem,
  StatedRow,
} from '../../../shared/domain/statement/statement.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { readTable } from './read-table.ts';
import type { TableReading } from './table-reading.ts';

export interface PreviewedRow {
  readonly lineNumber: number;
  readonly items: readonly StatedItem[];
  readonly rows: readonly StatedRow[];
  readonly lines: readonly LedgerLine[];
  readonly contacts: readonly StatedContact[];
  readonly problems: readonly FileProblem[];
}

export interface TablePreview {
  /** By line, those with a record or a problem. */
  readonly rows: readonly PreviewedRow[];
  readonly customers: readonly StatedCustomer[];
  /** Problems of the file as a whole. */
  readonly fileProblems: readonly FileProblem[];
  readonly reading: TableReading;
}

export const PREVIEW_ROWS = 100;

/** Reads the first `rowsMax` rows under the headers. */
export async function previewTable(
  filePath: string,
  profile: TableProfile,
  rowsMax = PREVIEW_ROWS,
): Promise<Result<TablePreview, FileRefused>> {
  const collected = new Collected();
  const read = await readTable(filePath, profile, collected, { rowsMax });
  if (!read.isDone) return read;
  return done({
    rows: collected.byLine(),
    customers: collected.customers,
    fileProblems: collected.fileProblems,
    reading: read.value,
  });
}

interface Gathered {
  items: StatedItem[];
  rows: StatedRow[];
  lines: LedgerLine[];
  contacts: StatedContact[];
  problems: FileProblem[];
}

class Collected {
  readonly customers: StatedCustomer[] = [];
  readonly fileProblems: FileProblem[] = [];
  readonly #lines = new Map<number, Gathered>();

  customer(customer: StatedCustomer): void {
    this.customers.push(customer);
  }

  items(batch: readonly StatedItem[]): void {
    for (const item of batch) this.#at(item.lineNumber).items.push(item);
  }

  rows(batch: readonly StatedRow[]): void {
    for (const row of batch) this.#at(Math.abs(row.lineNumber)).rows.push(row);
  }

  lines(batch: readonly LedgerLine[]): void {
    for (const line of batch) this.#at(line.lineNumber).lines.push(line);
  }

  contact(contact: StatedContact): void {
    this.#at(contact.lineNumber).contacts.push(contact);
  }

  amend(lineNumber: number, counterpart: LedgerLine['counterpart']): void {
    const gathered = this.#at(lineNumber);
    gathered.lines = gathered.lines.map((line) => ({ ...line, counterpart }));
  }

  problem(problem: FileProblem): void {
    if (problem.lineNumber === 0) this.fileProblems.push(problem);
    else this.#at(problem.lineNumber).problems.push(problem);
  }

  byLine(): PreviewedRow[] {
    return [...this.#lines]
      .sort(([a], [b]) => a - b)
      .map(([lineNumber, gathered]) => ({ lineNumber, ...gathered }));
  }

  #at(lineNumber: number): Gathered {
    const known = this.#lines.get(lineNumber);
    if (known !== undefined) return known;
    const made: Gathered = { items: [], rows: [], lines: [], contacts: [], problems: [] };
    this.#lines.set(lineNumber, made);
    return made;
  }
}
