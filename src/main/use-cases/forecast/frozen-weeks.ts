/**
 * Past forecasts against what came in, method by method; freezing the one of this week.
 *
 * A week is judged on what was frozen for it at its beginning, from the day of the freezing to its
 * Sunday, against the money received on items that were known then and the money not allocated yet.
 * Receipts on later invoices are shown apart: no forecast of open items could hold them.
 */

import {
  type BusinessCalendar,
  isBusinessDay,
} from '../../../shared/domain/calendar/business-calendar.ts';
import { forecastWeeks, totalsBySlot } from '../../../shared/domain/forecast/due-and-promise.ts';
import { HORIZON_WEEKS } from '../../../shared/domain/forecast/expected-cash.ts';
import {
  type ChosenMethod,
  chooseMethod,
  FORECAST_METHODS,
  type ForecastMethod,
  type JudgedWeek,
  judgeMethod,
  type MethodJudgement,
} from '../../../shared/domain/forecast/judge-forecast.ts';
import { isSuspending } from '../../../shared/domain/promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import {
  addDays,
  type CalendarDate,
  laterOf,
  mondayOf,
} from '../../../shared/kernel/calendar-date.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendFrozenRun, type FrozenCell, frozenOn } from '../../ledger/stores/forecasts.ts';
import {
  readFrozenCells,
  readFrozenRuns,
  readReceivedOnItems,
} from '../../ledger/views/forecasts.ts';
import { readReceiptsByDay } from '../../ledger/views/receipts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { forecastViews, prepareForecast } from '../overview/cash-forecast.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { prepareCash } from './likely-cash.ts';
import { likelyWeeks } from './likely-weeks.ts';

/** Weeks looked back on. */
const PAST_WEEKS = 52;

export interface WeekJudged {
  readonly weekStart: CalendarDate;
  readonly frozenOn: CalendarDate;
  readonly isJudged: boolean;
  readonly cells: ReadonlyMap<ForecastMethod, FrozenCell>;
  readonly receivedCents: number;
  readonly laterInvoicesCents: number;
}

export interface Judgement {
  readonly chosen: ChosenMethod;
  readonly weeks: readonly WeekJudged[];
  readonly methods: ReadonlyMap<ForecastMethod, MethodJudgement>;
}

const judged = lastAnswer<Judgement>();

/** How the forecasts frozen so far did, and which method to believe. */
export function judgementOf(ledger: Ledger, portfolio: Portfolio): Judgement {
  return judged(portfolio, ledger.version().entryId, () => judge(ledger, portfolio));
}

function judge(ledger: Ledger, portfolio: Portfolio): Judgement {
  const { today, bankDate, calendar, outlook, accounts } = portfolio;
  const since = addDays(mondayOf(today), -7 * PAST_WEEKS);
  const weeks = ledger.read((reader) =>
    readFrozenRuns(reader, since).map((run): WeekJudged => {
      const sunday = addDays(run.weekDate, 6);
      const days = { fromDay: laterOf(run.weekDate, run.frozenOn), toDay: sunday };
      const { knownCents, laterCents } = readReceivedOnItems(reader, days, run.lastReceivableId);
      const allCents = readReceiptsByDay(reader, days.fromDay, days.toDay).reduce(
        (sum, { receivedCents }) => sum + receivedCents,
        0,
      );
      const unallocatedCents = Math.max(0, allCents - knownCents - laterCents);
      const own = readFrozenCells(reader, run.forecastRunId).filter(
        ({ weekDate }) => weekDate === run.weekDate,
      );
      return {
        weekStart: run.weekDate,
        frozenOn: run.frozenOn,
        isJudged: bankDate !== null && bankDate >= lastBusinessDay(sunday, calendar),
        cells: new Map(own.map((cell) => [cell.method, cell])),
        receivedCents: knownCents + unallocatedCents,
        laterInvoicesCents: laterCents,
      };
    }),
  );
  const methods = new Map(
    FORECAST_METHODS.map((method) => [method, judgeMethod(judgedWeeks(weeks, method))]),
  );
  const hasPromises = [...accounts.values()].some(({ judgedPromises }) =>
    judgedPromises.some(isSuspending),
  );
  // While the model is being made anew, the one before says whether there is one.
  const hasModel = outlook.lastKind === 'hazard';
  const chosen = chooseMethod(methods, { hasModel, hasPromises });
  return { chosen, weeks, methods };
}

/** The bank knows nothing of a Saturday. */
function lastBusinessDay(sunday: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  let day = sunday;
  while (!isBusinessDay(day, calendar)) day = addDays(day, -1);
  return day;
}

function judgedWeeks(weeks: readonly WeekJudged[], method: ForecastMethod): JudgedWeek[] {
  return weeks.flatMap(({ isJudged, cells, receivedCents }) => {
    const cell = cells.get(method);
    if (!isJudged || cell === undefined) return [];
    const { expectedCents, lowCents, highCents } = cell;
    return [{ expectedCents, lowCents, highCents, receivedCents }];
  });
}

/** Why the forecast of this week is not frozen. */
export type NotFrozen = 'forecast_frozen' | 'forecast_computing' | 'nothing_to_freeze';

/** What is about to be frozen: made by stages, outside the transaction. */
export async function cellsToFreeze(
  company: OpenCompany,
): Promise<{ readonly portfolio: Portfolio; readonly cells: readonly FrozenCell[] }> {
  for (;;) {
    const portfolio = await company.portfolio.read();
    await prepareForecast(portfolio, HORIZON_WEEKS);
    await prepareCash(portfolio, []);
    if ((await company.portfolio.read()) !== portfolio) continue;
    return { portfolio, cells: cellsOf(company.ledger, portfolio) };
  }
}

function cellsOf(ledger: Ledger, portfolio: Portfolio): FrozenCell[] {
  const views = forecastViews(portfolio, { weekCount: HORIZON_WEEKS, by: 'none', key: null });
  const inBooks = ({ item }: (typeof views.due)[number]) => item.currency === LEDGER_CURRENCY;
  const due = totalsBySlot(views.due.filter(inBooks));
  const promised = totalsBySlot(views.promised.filter(inBooks));
  const cells = forecastWeeks(portfolio.today, HORIZON_WEEKS).flatMap((weekDate): FrozenCell[] => [
    { method: 'due_date', weekDate, expectedCents: due.get(weekDate) ?? 0, ...NO_BAND },
    { method: 'promise', weekDate, expectedCents: promised.get(weekDate) ?? 0, ...NO_BAND },
  ]);
  if (portfolio.outlook.model?.kind !== 'hazard') return cells;
  const likely = likelyWeeks(ledger, portfolio, { by: 'none', key: null, whatIf: [] });
  return [
    ...cells,
    ...likely.weeks.map(
      ({ weekStart, expectedCents, lowCents, highCents }): FrozenCell => ({
        method: 'likely',
        weekDate: weekStart,
        expectedCents,
        lowCents,
        highCents,
      }),
    ),
  ];
}

const NO_BAND = { lowCents: null, highCents: null };

/** Freezes inside a transaction; the week must not be frozen yet. */
export function freezeIn(
  writer: Writer,
  entryId: number,
  made: { readonly portfolio: Portfolio; readonly cells: readonly FrozenCell[] },
  usedMethod: ForecastMethod,
): void {
  const { today, bankDate } = made.portfolio;
  const run = { weekDate: mondayOf(today), frozenOn: today, bankDate, usedMethod };
  appendFrozenRun(writer, entryId, { ...run, cells: made.cells });
}

/**
 * Freezes the forecast of this week where it is not: on Monday, or as of the day the application
 * is opened when Monday was missed. Asked once the analysis is made.
 */
export async function freezeWeek(company: OpenCompany): Promise<void> {
  const { ledger } = company;
  const weekDate = mondayOf(ledger.clock.today());
  const isFrozen = () => ledger.read((reader) => frozenOn(reader, weekDate) !== null);
  if (ledger.version().asOf === null || isFrozen()) return;
  const now = await company.portfolio.read();
  if (isNothing(now) || now.outlook.model === null) return;
  const made = await cellsToFreeze(company);
  const { method } = judgementOf(ledger, made.portfolio).chosen;
  await ledger.write((writer) => {
    if (frozenOn(writer, weekDate) !== null) return;
    const payload = { weekDate, method };
    const entry = { kind: 'forecast_frozen', customerId: null, commandId: null, payload };
    freezeIn(writer, appendEntry(writer, entry), made, method);
  });
}

/** A company where nothing is open has no forecast. */
export function isNothing({ accounts }: Portfolio): boolean {
  return [...accounts.values()].every(({ items }) => items.length === 0);
}

/** The receipts of this week against what was frozen for it: for the dashboard. */
export function weekAgainstForecast(ledger: Ledger, portfolio: Portfolio) {
  const { weeks, chosen } = judgementOf(ledger, portfolio);
  const week = weeks.find(({ weekStart }) => weekStart === mondayOf(portfolio.today));
  if (week === undefined) return null;
  const cell = week.cells.get(chosen.method) ?? week.cells.get('promise');
  return {
    method: cell?.method ?? chosen.method,
    expectedCents: cell?.expectedCents ?? 0,
    lowCents: cell?.lowCents ?? null,
    highCents: cell?.highCents ?? null,
    receivedCents: week.receivedCents,
    laterInvoicesCents: week.laterInvoicesCents,
  };
}
