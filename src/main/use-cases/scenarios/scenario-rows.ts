/** The scenarios as the list shows them: where each comes from, and who follows it. */
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import type { LibraryScenario } from '../dunning/scenario-library.ts';
import { type Follower, followersOf, sumOf } from './followers.ts';

/** Every scenario in force; shipped ones first. */
export function scenarioRows(known: CompanyPlan): ScenarioRow[] {
  const followers = followersOf(known, known.settings.rules);
  return Array.from(known.library.values(), (one) => scenarioRow(one, followers));
}

/** One of them; null for a key that is not known. */
export function scenarioRowOf(known: CompanyPlan, scenarioKey: string): ScenarioRow | null {
  const found = known.library.get(scenarioKey);
  return found === undefined ? null : scenarioRow(found, followersOf(known, known.settings.rules));
}

function scenarioRow(
  { scenario, origin, hasNewerShipped }: LibraryScenario,
  followers: readonly Follower[],
): ScenarioRow {
  const { scenarioKey, name, description, steps } = scenario;
  return {
    scenarioKey,
    name,
    description,
    origin,
    hasNewerShipped,
    stepCount: steps.length,
    ...sumOf(followers.filter((one) => one.scenarioKey === scenarioKey)),
  };
}
