/**
 * What people and Mondays add to the forecast: frozen weeks, days typed for items, aims of months,
 * events. All of it is appended; the latest row of an item or a month is the one that counts.
 */
import type { ForecastMethod } from '../../../shared/domain/forecast/judge-forecast.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, day, int, nullable, query, text, word } from '../statement.ts';

/** The topic of all that is written here. */
export const FORECAST_TOPIC = 'forecast';

export interface FrozenCell {
  readonly method: ForecastMethod;
  readonly weekDate: CalendarDate;
  readonly expectedCents: Cents;
  readonly lowCents: Cents | null;
  readonly highCents: Cents | null;
}

export interface FrozenRun {
  readonly weekDate: CalendarDate;
  readonly frozenOn: CalendarDate;
  readonly bankDate: CalendarDate | null;
  readonly usedMethod: ForecastMethod;
}

const APPEND_RUN = command({
  name: 'forecast.append_run',
  params: {
    entryId: int,
    weekDate: day,
    frozenOn: day,
    bankDate: nullable(day),
    usedMethod: word<ForecastMethod>(),
  },
  sql: `
INSERT INTO forecast_run (entry_id, week_date, frozen_on, bank_date, last_receivable_id,
  used_method)
SELECT @entryId, @weekDate, @frozenOn, @bankDate,
  ifnull((SELECT max(receivable_id) FROM receivable), 0), @usedMethod`,
});

const APPEND_CELL = command({
  name: 'forecast.append_cell',
  params: {
    forecastRunId: int,
    method: word<ForecastMethod>(),
    weekDate: day,
    expectedCents: amount,
    lowCents: nullable(amount),
    highCents: nullable(amount),
  },
  sql: `
INSERT INTO forecast_cell (forecast_run_id, method, week_date, expected_cents, low_cents,
  high_cents)
VALUES (@forecastRunId, @method, @weekDate, @expectedCents, @lowCents, @highCents)`,
});

const RUN_OF_WEEK = query({
  name: 'forecast.run_of_week',
  params: { weekDate: day },
  row: { forecastRunId: int, frozenOn: day },
  sql: `
SELECT forecast_run_id AS forecastRunId, frozen_on AS frozenOn FROM forecast_run
WHERE week_date = @weekDate`,
});

/** Freezes the forecast of a week; gives its id. */
export function appendFrozenRun(
  writer: Writer,
  entryId: number,
  frozen: FrozenRun & { readonly cells: readonly FrozenCell[] },
): number {
  const { cells, ...run } = frozen;
  const forecastRunId = writer.run(APPEND_RUN, { entryId, ...run });
  for (const cell of cells) writer.run(APPEND_CELL, { forecastRunId, ...cell });
  writer.touch([FORECAST_TOPIC]);
  return forecastRunId;
}

/** The day on which the forecast of a week was frozen; null when it was not. */
export function frozenOn(reader: Reader, weekDate: CalendarDate): CalendarDate | null {
  return reader.one(RUN_OF_WEEK, { weekDate })?.frozenOn ?? null;
}

const TYPE_DAY = command({
  name: 'forecast.type_day',
  params: { receivableId: int, entryId: int, expectedDate: nullable(day), reason: text },
  sql: `
INSERT INTO payment_day_typed (receivable_id, entry_id, expected_date, reason)
VALUES (@receivableId, @entryId, @expectedDate, @reason)`,
});

/** Records the day on which a person expects an item to be paid, or gives it back (null). */
export function recordPaymentDay(
  writer: Writer,
  entryId: number,
  typed: {
    readonly receivableId: number;
    readonly customerId: number;
    readonly expectedDate: CalendarDate | null;
    readonly reason: string;
  },
): void {
  const { customerId, ...row } = typed;
  writer.run(TYPE_DAY, { entryId, ...row });
  writer.touch([FORECAST_TOPIC], [customerId]);
}

const SET_OBJECTIVE = command({
  name: 'forecast.set_objective',
  params: { monthDate: day, entryId: int, amountCents: nullable(amount) },
  sql: `
INSERT INTO cash_objective (month_date, entry_id, amount_cents)
VALUES (@monthDate, @entryId, @amountCents)`,
});

/** Sets what is aimed at for a month (its first day), or takes it away (null). */
export function recordObjective(
  writer: Writer,
  entryId: number,
  aim: { readonly monthDate: CalendarDate; readonly amountCents: Cents | null },
): void {
  writer.run(SET_OBJECTIVE, { entryId, ...aim });
  writer.touch([FORECAST_TOPIC]);
}

const APPEND_EVENT = command({
  name: 'forecast.append_event',
  params: { entryId: int, firstDate: day, lastDate: day, label: text, delayedBasisPoints: int },
  sql: `
INSERT INTO cash_event (entry_id, first_date, last_date, label, delayed_basis_points)
VALUES (@entryId, @firstDate, @lastDate, @label, @delayedBasisPoints)`,
});

const REMOVE_EVENT = command({
  name: 'forecast.remove_event',
  params: { cashEventId: int, entryId: int },
  sql: 'INSERT INTO cash_event_removed (cash_event_id, entry_id) VALUES (@cashEventId, @entryId)',
});

export interface NewCashEvent {
  readonly firstDate: CalendarDate;
  readonly lastDate: CalendarDate;
  readonly label: string;
  readonly delayedBasisPoints: number;
}

/** Appends a season or an event; gives its id. */
export function appendCashEvent(writer: Writer, entryId: number, event: NewCashEvent): number {
  writer.touch([FORECAST_TOPIC]);
  return writer.run(APPEND_EVENT, { entryId, ...event });
}

/** Takes an event away. */
export function removeCashEvent(writer: Writer, entryId: number, cashEventId: number): void {
  writer.run(REMOVE_EVENT, { cashEventId, entryId });
  writer.touch([FORECAST_TOPIC]);
}
