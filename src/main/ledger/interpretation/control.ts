/**
 * The control of a ledger file: what it says each customer owes, against what the ledger says.
 *
 * The file with the latest period is the one to agree with, as of its last day. A file that starts
 * with the openings of its year says the whole balance; one without them says the movement of its
 * period, which adds to the balance of the day before.
 */
import type { Interpretation } from '../../../shared/domain/interpretation/interpretation.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { amount, int, query, text } from '../statement.ts';
import type { LiveImportFact } from './context.ts';
import { bookedPaymentsOf } from './what-remains.ts';

const STATED_TOTALS = query({
  name: 'control.stated_totals',
  params: { importId: int, customerIds: text },
  row: { customerId: int, statedCents: amount },
  sql: `
SELECT t.customer_id AS customerId, t.stated_cents AS statedCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN import_customer AS t ON t.import_id = @importId AND t.customer_id = wanted.value`,
});

/** The live file whose last day is the latest; null when no ledger file is live. */
export function controllingImport(imports: readonly LiveImportFact[]): LiveImportFact | null {
  let latest: LiveImportFact | null = null;
  for (const one of imports) {
    if (one.meaning !== 'period' || one.coversToDate === null) continue;
    if (latest === null || one.coversToDate >= (latest.coversToDate ?? '')) latest = one;
  }
  return latest;
}

/** What that file says of these customers; one that it does not name owes nothing in it. */
export function loadStatedTotals(
  reader: Reader,
  importId: number,
  customerIds: readonly number[],
): Map<number, Cents> {
  const wanted = { importId, customerIds: JSON.stringify(customerIds) };
  return new Map(reader.all(STATED_TOTALS, wanted).map((row) => [row.customerId, row.statedCents]));
}

/** Ledger minus file for one customer, as of the file's last day; zero when they agree. */
export function controlDifferenceOf(
  file: LiveImportFact,
  statedCents: Cents,
  interpretation: Interpretation,
): Cents {
  const balance = balances(interpretation);
  const ledgerCents = balance(file.coversToDate);
  if (file.hasOpenings || file.coversFromDate === null) return ledgerCents - statedCents;
  return ledgerCents - balance(addDays(file.coversFromDate, -1)) - statedCents;
}

/** The customer's balance as of a day (null: of all times), from what was interpreted. */
function balances(interpretation: Interpretation): (asOf: CalendarDate | null) => Cents {
  const payments = bookedPaymentsOf(interpretation);
  return (asOf) => {
    const counts = (date: CalendarDate) => asOf === null || date <= asOf;
    let sum = 0;
    for (const item of interpretation.items) if (counts(item.bookedDate)) sum += item.amountCents;
    for (const [index, payment] of payments.entries()) {
      // What is known from the bank alone is in no accounting yet, and controls none.
      const isOfFile = interpretation.payments[index]?.bank?.isOnly !== true;
      if (isOfFile && counts(payment.bookedDate)) sum -= payment.amountCents;
    }
    for (const allocation of interpretation.allocations) {
      if (!counts(allocation.effectiveDate)) continue;
      if (allocation.item !== null) sum -= allocation.amountCents;
      if (allocation.payment !== null) sum += allocation.amountCents;
    }
    return sum;
  };
}
