/**
 * Where readers put what they read, and how a whole file is refused.
 *
 * A reader throws nothing for what stands in a file: a bad line is a `FileProblem`, a file that
 * cannot be read at all is a `FileRefused`, a value.
 */
import type {
  Counterpart,
  FileProblem,
  LedgerLine,
  StatedCustomer,
} from '../../shared/domain/statement/statement.ts';

export interface LedgerSink {
  /** Customers come before the first line that names them, each once. */
  customer(customer: StatedCustomer): void;
  /** Lines, mostly in the order of the file; the array is not reused. */
  lines(batch: readonly LedgerLine[]): void;
  /** A later part of the same entry corrects the counterpart of a line already given. */
  amend(lineNumber: number, counterpart: Counterpart): void;
  problem(problem: FileProblem): void;
}

/** Why a file does not go in at all. */
export interface FileRefused {
  /** Key of `docs/ERRORS.md` and of the sentence shown. */
  readonly code: string;
  /** What was found or is missing, for the sentence; cut to 200 characters, may be empty. */
  readonly value: string;
}

/** How a long reading tells where it is and learns that it should stop. */
export interface ReadingControl {
  /** Called about once a mebibyte. */
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void;
  /** Polled about every thousand lines; the reading ends with the refusal `cancelled`. */
  readonly isCancelled?: () => boolean;
}
