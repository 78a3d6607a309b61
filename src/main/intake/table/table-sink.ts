/** Where the records of a table go. */
import type {
  StatedContact,
  StatedItem,
  StatedRow,
} from '../../../shared/domain/statement/statement.ts';
import type { LedgerSink } from '../statement-sink.ts';

export interface TableSink extends LedgerSink {
  /** Lines of a list of what is open; the array is not reused. */
  items(batch: readonly StatedItem[]): void;
  /** Rows that add; the array is not reused. */
  rows(batch: readonly StatedRow[]): void;
  contact(contact: StatedContact): void;
}
