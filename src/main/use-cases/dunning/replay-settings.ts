/** The planner's settings for a replay: those of the company, whatever holds its sending today. */
import type { PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Reader } from '../../ledger/session.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { assignmentRules, scenarioLibrary } from './scenario-library.ts';

/** Everybody follows `scenarioKey`, or for null each his own; null where it is unknown. */
export function replaySettings(
  reader: Reader,
  portfolio: Portfolio,
  scenarioKey: string | null,
): PlannerSettings | null {
  const library = scenarioLibrary(reader);
  if (scenarioKey !== null && !library.has(scenarioKey)) return null;
  return {
    dunning: { ...portfolio.settings.dunning, pilot: { kind: 'off' } },
    calendar: portfolio.calendar,
    grace: portfolio.grace,
    scenarios: new Map(Array.from(library, ([key, { scenario }]) => [key, scenario])),
    rules: rulesFor(scenarioKey) ?? assignmentRules(reader),
    freshness: 'fresh',
    isStaleAllowed: false,
    isSendingLocked: false,
    mainCurrency: LEDGER_CURRENCY,
  };
}

/** The one rule that gives everybody that scenario; null where each follows his own. */
export function rulesFor(scenarioKey: string | null): PlannerSettings['rules'] | null {
  return scenarioKey === null ? null : [{ ruleKey: 'all', scenarioKey, criteria: {} }];
}
