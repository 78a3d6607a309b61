/**
 * Which scenario a customer follows: the one chosen for him, else that of the most specific rule
 * that fits him.
 *
 * A rule is as specific as it has criteria. Between two as specific, the one whose criteria say
 * more of the customer himself wins, in the order of `ASSIGNMENT_CRITERIA`; then the earlier rule.
 * A rule without a criterion fits everybody and is the last resort.
 */
import type { AssignmentRule, CustomerTraits } from './planner-input.ts';

/** From what decides most to what decides least: a tag is a person's, a means of payment a fact. */
export const ASSIGNMENT_CRITERIA = [
  'tag',
  'paymentMethod',
  'profile',
  'risk',
  'isNew',
  'segment',
  'sector',
  'size',
  'agency',
] as const;
export type AssignmentCriterion = (typeof ASSIGNMENT_CRITERIA)[number];

/** The rules before anybody writes his own, over the scenarios of the library. */
export const ASSIGNMENT_DEFAULTS: readonly AssignmentRule[] = [
  {
    ruleKey: 'direct-debit',
    scenarioKey: 'direct-debit',
    criteria: { paymentMethod: 'direct_debit' },
  },
  { ruleKey: 'bill', scenarioKey: 'bill', criteria: { paymentMethod: 'bill' } },
  { ruleKey: 'public', scenarioKey: 'public-buyer', criteria: { profile: 'public' } },
  { ruleKey: 'good', scenarioKey: 'good-payer', criteria: { segment: 'good' } },
  { ruleKey: 'occasional', scenarioKey: 'occasional-payer', criteria: { segment: 'occasional' } },
  { ruleKey: 'chronic', scenarioKey: 'chronic-payer', criteria: { segment: 'chronic' } },
  { ruleKey: 'everybody', scenarioKey: 'courteous', criteria: {} },
];

export interface Assignment {
  /** Null when no rule fits. */
  readonly scenarioKey: string | null;
  /** `override`: chosen by a person. */
  readonly source: 'override' | 'rule' | 'none';
  readonly rule: AssignmentRule | null;
}

const NONE: Assignment = { scenarioKey: null, source: 'none', rule: null };

/** The scenario of a customer, and by which rule. */
export function assignmentOf(
  traits: CustomerTraits,
  chosenKey: string | null,
  sorted: readonly AssignmentRule[],
): Assignment {
  if (chosenKey !== null) return { scenarioKey: chosenKey, source: 'override', rule: null };
  const rule = sorted.find((candidate) => fits(candidate, traits));
  return rule === undefined ? NONE : { scenarioKey: rule.scenarioKey, source: 'rule', rule };
}

/** Rules in the order in which they are tried: the most specific first. */
export function bySpecificity(rules: readonly AssignmentRule[]): readonly AssignmentRule[] {
  return rules
    .map((rule, index) => ({ rule, index, named: namedCriteria(rule) }))
    .sort((a, b) => b.named.length - a.named.length || compareNamed(a, b) || a.index - b.index)
    .map(({ rule }) => rule);
}

/** The criteria that a rule names, the most telling first. */
export function namedCriteria(rule: AssignmentRule): readonly AssignmentCriterion[] {
  return ASSIGNMENT_CRITERIA.filter((criterion) => rule.criteria[criterion] !== undefined);
}

interface Named {
  readonly named: readonly AssignmentCriterion[];
}

/** Of two rules with as many criteria, the one that names the more telling one comes first. */
function compareNamed(a: Named, b: Named): number {
  const ranks = ({ named }: Named) => named.map((one) => ASSIGNMENT_CRITERIA.indexOf(one));
  const others = ranks(b);
  return ranks(a).reduce((found, rank, at) => found || rank - (others[at] as number), 0);
}

function fits({ criteria }: AssignmentRule, traits: CustomerTraits): boolean {
  return ASSIGNMENT_CRITERIA.every((criterion) => {
    const wanted = criteria[criterion];
    if (wanted === undefined) return true;
    return criterion === 'tag'
      ? traits.tags.includes(String(wanted))
      : traits[criterion] === wanted;
  });
}
