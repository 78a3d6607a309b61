/** What was frozen of past weeks and what came in of them; days typed, aims of months, events. */
import type { ForecastMethod } from '../../../shared/domain/forecast/judge-forecast.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text, word } from '../statement.ts';

const FROZEN_RUNS = query({
  name: 'view.frozen_runs',
  params: { sinceDate: day },
  row: {
    forecastRunId: int,
    weekDate: day,
    frozenOn: day,
    bankDate: nullable(day),
    lastReceivableId: int,
    usedMethod: word<ForecastMethod>(),
  },
  sql: `
SELECT forecast_run_id AS forecastRunId, week_date AS weekDate, frozen_on AS frozenOn,
  bank_date AS bankDate, last_receivable_id AS lastReceivableId, used_method AS usedMethod
FROM forecast_run WHERE week_date >= @sinceDate ORDER BY week_date`,
});

const FROZEN_CELLS = query({
  name: 'view.frozen_cells',
  params: { forecastRunId: int },
  row: {
    method: word<ForecastMethod>(),
    weekDate: day,
    expectedCents: amount,
    lowCents: nullable(amount),
    highCents: nullable(amount),
  },
  sql: `
SELECT method, week_date AS weekDate, expected_cents AS expectedCents, low_cents AS lowCents,
  high_cents AS highCents
FROM forecast_cell WHERE forecast_run_id = @forecastRunId ORDER BY method, week_date`,
});

// Money of some days, told apart by whether its item was known when the forecast was frozen.
const RECEIVED_ON_ITEMS = query({
  name: 'view.received_on_items',
  params: { fromDay: day, toDay: day, lastReceivableId: int, currency: text },
  row: { knownCents: amount, laterCents: amount },
  sql: `
SELECT ifnull(sum(CASE WHEN a.receivable_id <= @lastReceivableId THEN a.amount_cents END), 0)
    AS knownCents,
  ifnull(sum(CASE WHEN a.receivable_id > @lastReceivableId THEN a.amount_cents END), 0)
    AS laterCents
FROM derived_payment AS p
CROSS JOIN derived_allocation AS a ON a.customer_id = p.customer_id AND a.payment_id = p.payment_id
WHERE p.received_date BETWEEN @fromDay AND @toDay AND p.nature IN ('bank', 'cash')
  AND p.currency = @currency AND a.receivable_id IS NOT NULL`,
});

const TYPED_DAYS = query({
  name: 'view.payment_days_typed',
  row: { receivableId: int, expectedDate: day, reason: text, typedOn: day },
  sql: `
SELECT t.receivable_id AS receivableId, t.expected_date AS expectedDate, t.reason,
  e.day AS typedOn
FROM payment_day_typed AS t JOIN entry AS e USING (entry_id)
WHERE t.expected_date IS NOT NULL AND t.entry_id =
  (SELECT max(entry_id) FROM payment_day_typed AS last WHERE last.receivable_id = t.receivable_id)`,
});

const OBJECTIVES = query({
  name: 'view.cash_objectives',
  row: { monthDate: day, amountCents: amount },
  sql: `
SELECT month_date AS monthDate, amount_cents AS amountCents
FROM cash_objective AS o
WHERE amount_cents IS NOT NULL AND entry_id =
  (SELECT max(entry_id) FROM cash_objective AS last WHERE last.month_date = o.month_date)
ORDER BY month_date`,
});

const EVENTS = query({
  name: 'view.cash_events',
  row: { cashEventId: int, firstDate: day, lastDate: day, label: text, delayedBasisPoints: int },
  sql: `
SELECT cash_event_id AS cashEventId, first_date AS firstDate, last_date AS lastDate, label,
  delayed_basis_points AS delayedBasisPoints
FROM cash_event
WHERE cash_event_id NOT IN (SELECT cash_event_id FROM cash_event_removed)
ORDER BY first_date, cash_event_id`,
});

/** Forecasts frozen for the weeks since a day, the oldest first. */
export function readFrozenRuns(reader: Reader, sinceDate: CalendarDate) {
  return reader.all(FROZEN_RUNS, { sinceDate });
}

/** What was frozen in one of them, of every week to come. */
export function readFrozenCells(reader: Reader, forecastRunId: number) {
  return reader.all(FROZEN_CELLS, { forecastRunId });
}

/**
 * Money received between two days on items, in the currency of the books: on those known at the
 * freezing and on later ones. What is not allocated yet is in neither.
 */
export function readReceivedOnItems(
  reader: Reader,
  days: { readonly fromDay: CalendarDate; readonly toDay: CalendarDate },
  lastReceivableId: number,
) {
  const params = { ...days, lastReceivableId, currency: LEDGER_CURRENCY };
  return reader.one(RECEIVED_ON_ITEMS, params) ?? { knownCents: 0, laterCents: 0 };
}

/** Days typed for items, where the latest word is not to give them back. */
export function readTypedDays(reader: Reader) {
  return reader.all(TYPED_DAYS);
}

export type TypedDay = ReturnType<typeof readTypedDays>[number];

/** What is aimed at, month by month. */
export function readObjectives(reader: Reader) {
  return reader.all(OBJECTIVES);
}

/** Events that stand, the first first. */
export function readCashEvents(reader: Reader) {
  return reader.all(EVENTS);
}
