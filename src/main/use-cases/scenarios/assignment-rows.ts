/** Who follows which scenario: the rules, the choices of people, and those nobody provided for. */
import { bySpecificity } from '../../../shared/domain/dunning/assignment.ts';
import type { AssignmentRule } from '../../../shared/domain/dunning/planner-input.ts';
import type { Reader } from '../../ledger/session.ts';
import { recordSetting } from '../../ledger/stores/settings.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { scenarioLibrary } from '../dunning/scenario-library.ts';
import { followersOf, sumOf } from './followers.ts';

const LIST_MAX = 200;

/** A rule as it comes through the API: a criterion may be there and say nothing. */
export interface GivenRule {
  readonly ruleKey: string;
  readonly scenarioKey: string;
  readonly criteria: {
    readonly [Name in keyof AssignmentRule['criteria']]?:
      | AssignmentRule['criteria'][Name]
      | undefined;
  };
}

/** The rules in the order in which they are tried, with whom they reach today. */
export function assignmentAnswer(known: CompanyPlan, given: readonly GivenRule[] | null) {
  const rules = bySpecificity(given === null ? known.settings.rules : given.map(ruleOf));
  const followers = followersOf(known, rules);
  const without = followers
    .filter(({ scenarioKey }) => scenarioKey === null)
    .sort((a, b) => b.overdueCents - a.overdueCents);
  const overrides = [...known.facts.choices].flatMap(([customerId, { scenarioKey }]) =>
    scenarioKey === null ? [] : [{ customerId, scenarioKey }],
  );
  const named = (customerId: number) => {
    const record = known.portfolio.accounts.get(customerId)?.record;
    return { customerId, code: record?.code ?? '', name: record?.name ?? '' };
  };
  return {
    rules: rules.map((rule) => ({
      ...rule,
      ...sumOf(followers.filter(({ ruleKey }) => ruleKey === rule.ruleKey)),
    })),
    withoutScenarioCount: without.length,
    withoutScenario: without
      .slice(0, LIST_MAX)
      .map(({ customerId, overdueCents }) => ({ ...named(customerId), overdueCents })),
    overrideCount: overrides.length,
    overrides: overrides
      .map(({ customerId, scenarioKey }) => ({ ...named(customerId), scenarioKey }))
      .sort((a, b) => a.name.localeCompare(b.name))
      .slice(0, LIST_MAX),
  };
}

/** Keeps the rules in this order. */
export function saveAssignment(
  company: OpenCompany,
  { commandId, rules: given }: { readonly commandId: string; readonly rules: readonly GivenRule[] },
  errors: object,
) {
  const rules = given.map(ruleOf);
  const entry = { commandId, kind: 'assignment_saved', customerId: null, payload: { rules } };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    checkRules(writer, rules);
    recordSetting(writer, entryId, { name: 'assignment', value: rules });
    return {};
  });
}

function checkRules(reader: Reader, rules: readonly AssignmentRule[]): void {
  const library = scenarioLibrary(reader);
  const unknown = rules.find(({ scenarioKey }) => !library.has(scenarioKey));
  if (unknown !== undefined) throw new CommandRefused('scenario_unknown', unknown.scenarioKey);
  const isRepeated = new Set(rules.map(({ ruleKey }) => ruleKey)).size < rules.length;
  // Two rules of the same criteria: the second would never serve.
  const criteria = rules.map((rule) => JSON.stringify(Object.entries(rule.criteria).sort()));
  if (isRepeated || new Set(criteria).size < rules.length) {
    throw new CommandRefused('rules_invalid');
  }
}

/** Without the criteria that say nothing. */
function ruleOf({ ruleKey, scenarioKey, criteria }: GivenRule): AssignmentRule {
  const told = Object.entries(criteria).filter(([, value]) => value !== undefined && value !== '');
  return { ruleKey, scenarioKey, criteria: Object.fromEntries(told) };
}
