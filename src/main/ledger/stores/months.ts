/**
 * The months that were made of the whole history, customer by customer.
 *
 * A making takes many small transactions, so that nobody waits for it: its rows stand beside those
 * of the making before, which are taken out when nobody is told to read them any more.
 */
import type { BookFigures } from '../../../shared/domain/metrics/month-figures.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { BatchAppender, rowStatement } from '../batch-appender.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, day, int, query } from '../statement.ts';
import type { CustomerRun } from '../views/by-customer.ts';

const ROW = rowStatement(
  `derived_month (making, month_date, customer_id, invoiced_cents, credit_note_cents,
  received_cents, written_off_cents, fell_due_cents, recovered_cents, closing_cents, overdue_cents,
  over_90_cents, doubtful_cents, estimated_cents, credits_cents, open_count, overdue_count,
  paid_due_cents, paid_late_cent_days, paid_cents, paid_cent_days)`,
);

const LAST_MAKING = query({
  name: 'months.last_making',
  row: { making: int },
  sql: 'SELECT ifnull(max(making), 0) AS making FROM derived_month',
});

const OLDEST = query({
  name: 'months.oldest_other',
  params: { kept: int, making: int },
  row: { other: int, month: day },
  sql: `
SELECT making AS other, month_date AS month FROM derived_month
WHERE making <> @kept AND making <> @making LIMIT 1`,
});

const DROP_MONTH = command({
  name: 'months.drop_month',
  params: { other: int, month: day },
  sql: 'DELETE FROM derived_month WHERE making = @other AND month_date = @month',
});

const OF_RUN = query({
  name: 'months.of_run',
  params: { making: int, month: day, fromCustomerId: int, toCustomerId: int },
  row: {
    customerId: int,
    invoicedCents: amount,
    creditNoteCents: amount,
    receivedCents: amount,
    writtenOffCents: amount,
    fellDueCents: amount,
    recoveredCents: amount,
    closingCents: amount,
    overdueCents: amount,
    over90Cents: amount,
    doubtfulCents: amount,
    estimatedCents: amount,
    creditsCents: amount,
    openCount: int,
    overdueCount: int,
    paidDueCents: amount,
    paidLateCentDays: int,
    paidCents: amount,
    paidCentDays: int,
  },
  sql: `
SELECT customer_id AS customerId, invoiced_cents AS invoicedCents,
  credit_note_cents AS creditNoteCents, received_cents AS receivedCents,
  written_off_cents AS writtenOffCents, fell_due_cents AS fellDueCents,
  recovered_cents AS recoveredCents, closing_cents AS closingCents, overdue_cents AS overdueCents,
  over_90_cents AS over90Cents, doubtful_cents AS doubtfulCents, estimated_cents AS estimatedCents,
  credits_cents AS creditsCents, open_count AS openCount, overdue_count AS overdueCount,
  paid_due_cents AS paidDueCents, paid_late_cent_days AS paidLateCentDays, paid_cents AS paidCents,
  paid_cent_days AS paidCentDays
FROM derived_month
WHERE making = @making AND month_date = @month
  AND customer_id BETWEEN @fromCustomerId AND @toCustomerId`,
});

/** The number of the making to come. */
export function nextMaking(reader: Reader): number {
  return (reader.one(LAST_MAKING)?.making ?? 0) + 1;
}

export interface MonthRow {
  readonly month: CalendarDate;
  readonly customerId: number;
  readonly figures: BookFigures;
}

/** Adds months of customers to a making. */
export function appendMonths(writer: Writer, making: number, rows: Iterable<MonthRow>): void {
  const appender = new BatchAppender(writer.connection, ROW);
  for (const { month, customerId, figures } of rows) {
    appender.add(
      making,
      month,
      customerId,
      figures.invoicedCents,
      figures.creditNoteCents,
      figures.receivedCents,
      figures.writtenOffCents,
      figures.fellDueCents,
      figures.recoveredCents,
      figures.closingCents,
      figures.overdueCents,
      figures.over90Cents,
      figures.doubtfulCents,
      figures.estimatedCents,
      figures.creditsCents,
      figures.openCount,
      figures.overdueCount,
      figures.paidDueCents,
      figures.paidLateCentDays,
      figures.paidCents,
      figures.paidCentDays,
    );
  }
  appender.flush();
}

/** Takes out one month of another making than these two; false when there is none left. */
export function dropOtherMakings(
  writer: Writer,
  [kept, making]: readonly [kept: number, making: number],
): boolean {
  const oldest = writer.one(OLDEST, { kept, making });
  if (oldest === null) return false;
  writer.run(DROP_MONTH, oldest);
  return true;
}

/** What a month came to for the customers of a run; those without anything are absent. */
export function readMonthOfRun(
  reader: Reader,
  asked: CustomerRun & { readonly making: number; readonly month: CalendarDate },
) {
  return reader.all(OF_RUN, {
    making: asked.making,
    month: asked.month,
    fromCustomerId: asked.fromCustomerId,
    toCustomerId: asked.toCustomerId,
  });
}
