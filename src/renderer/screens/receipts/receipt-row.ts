/** One line of the lists of receipts, and what may be asked of it in a dialog. */
import type { ReceiptRow } from '../../../shared/contract/receipts.ts';

export type { ReceiptRow };
export type Suggestion = ReceiptRow['suggestions'][number];

export interface Asked {
  readonly what: 'split' | 'aside' | 'return';
  readonly row: ReceiptRow;
}
