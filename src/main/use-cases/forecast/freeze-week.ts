/** Freezes the forecast of a week, to be judged by what comes in after it. */
import { forecastWeeks, totalsBySlot } from '../../../shared/domain/forecast/due-and-promise.ts';
import { HORIZON_WEEKS } from '../../../shared/domain/forecast/expected-cash.ts';
import type { ForecastMethod } from '../../../shared/domain/forecast/judge-forecast.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { mondayOf } from '../../../shared/kernel/calendar-date.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendFrozenRun, type FrozenCell, frozenOn } from '../../ledger/stores/forecasts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { forecastViews, prepareForecast } from '../overview/cash-forecast.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { judgementOf } from './judgement.ts';
import { prepareCash } from './likely-cash.ts';
import { likelyWeeks } from './likely-weeks.ts';

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
