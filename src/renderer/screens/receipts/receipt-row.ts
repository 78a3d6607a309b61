/** One line of the lists of receipts. */
import type { ReceiptRow } from '../../../shared/contract/receipts.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

export type { ReceiptRow };
export type Suggestion = ReceiptRow['suggestions'][number];

/** What a decision is made on. */
export interface DatedAmount {
  readonly amountCents: number;
  readonly currency: string;
  readonly bookedOn: CalendarDate;
}
