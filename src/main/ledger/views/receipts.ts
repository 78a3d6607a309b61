/** Money received, by week; and the first and last days that the facts know. */
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, nullable, query, text } from '../statement.ts';

const BY_DAY = query({
  name: 'view.receipts_by_day',
  params: { fromDay: day, toDay: day, currency: text },
  row: { day, receivedCents: amount },
  sql: `
SELECT received_date AS day, sum(amount_cents) AS receivedCents FROM derived_payment
WHERE received_date BETWEEN @fromDay AND @toDay AND nature IN ('bank', 'cash')
  AND currency = @currency
GROUP BY received_date`,
});

const KNOWN_DAYS = query({
  name: 'view.known_days',
  row: { firstDay: nullable(day), ledgerDate: nullable(day), bankDate: nullable(day) },
  sql: `
SELECT min(covers_from_date) FILTER (WHERE meaning <> 'bank') AS firstDay,
  max(stated_on_date) FILTER (WHERE meaning <> 'bank') AS ledgerDate, max(bank_date) AS bankDate
FROM import_batch
WHERE meaning IN ('period', 'open_items', 'bank')
  AND import_id NOT IN (SELECT import_id FROM import_undone)`,
});

/**
 * Receipts of each day between two days, both included, in the currency of the books; rejects and
 * refunds count against them.
 */
export function readReceiptsByDay(reader: Reader, fromDay: CalendarDate, toDay: CalendarDate) {
  return reader.all(BY_DAY, { fromDay, toDay, currency: LEDGER_CURRENCY });
}

/** First day of the books, last day of the accounting, last day of the bank; null when unknown. */
export function readKnownDays(reader: Reader) {
  return reader.one(KNOWN_DAYS) ?? { firstDay: null, ledgerDate: null, bankDate: null };
}
