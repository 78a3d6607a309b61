/**
 * Past forecasts against what came in, method by method, and which one to believe.
 *
 * A week is judged on what was frozen for it at its beginning, from the day of the freezing to its
 * Sunday, against the money received on items that were known then and the money not allocated yet.
 * Receipts on later invoices are shown apart: no forecast of open items could hold them.
 */
import {
  type BusinessCalendar,
  isBusinessDay,
} from '../../../shared/domain/calendar/business-calendar.ts';
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
import {
  addDays,
  type CalendarDate,
  laterOf,
  mondayOf,
} from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { FrozenCell } from '../../ledger/stores/forecasts.ts';
import {
  readFrozenCells,
  readFrozenRuns,
  readReceivedOnItems,
} from '../../ledger/views/forecasts.ts';
import { readReceiptsByDay } from '../../ledger/views/receipts.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

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
