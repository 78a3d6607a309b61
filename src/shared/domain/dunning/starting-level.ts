/**
 * Where an item that is already late begins at go-live (R15): three hundred invoices of 120 days do
 * not get « simple oubli ». The level given is the one taken as reached; the step after it comes
 * first. It never reaches a formal notice, because no reminder of ours really went.
 */
import type { DunningSettings, StartingLevel } from './dunning-settings.ts';
import type { Segment } from './planner-input.ts';
import { type Severity, severityRank } from './severity.ts';

/** The level an item of so many days past due starts from; null to begin with the first step. */
export function startingLevelOf(
  daysPastDue: number | null,
  segment: Segment | null,
  settings: DunningSettings,
): Severity | null {
  if (daysPastDue === null) return null;
  const table = segment === 'chronic' ? settings.chronicStartingLevels : settings.startingLevels;
  const reached = table.reduce<StartingLevel | null>(
    (best, row) =>
      row.fromDaysPastDue <= daysPastDue && row.fromDaysPastDue >= (best?.fromDaysPastDue ?? 0)
        ? row
        : best,
    null,
  );
  if (reached === null) return null;
  const isTooFar = severityRank(reached.severity) > severityRank('reminder_3');
  return isTooFar ? 'reminder_3' : reached.severity;
}
