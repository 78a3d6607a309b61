/** Rules of assignment while they are edited: their criteria in words, their order. */
import {
  ASSIGNMENT_CRITERIA,
  type AssignmentCriterion,
} from '../../../shared/domain/dunning/assignment.ts';
import type { ApiClient } from '../../api/client.ts';

export type Assignment = Awaited<ReturnType<ApiClient['scenarios']['assignment']>>;
export type AssignedRule = Assignment['rules'][number];
export type RuleDraft = Parameters<ApiClient['scenarios']['saveAssignment']>[0]['rules'][number];
export type Criteria = RuleDraft['criteria'];

/** The rule alone, without whom it reaches. */
export function plainRule({ ruleKey, scenarioKey, criteria }: AssignedRule): RuleDraft {
  return { ruleKey, scenarioKey, criteria };
}

/** The criteria that say something, as pairs, the most telling first. */
export function toldCriteria(
  criteria: Criteria,
): readonly (readonly [AssignmentCriterion, string])[] {
  return ASSIGNMENT_CRITERIA.flatMap((criterion) => {
    const value = criteria[criterion];
    return value === undefined || value === '' ? [] : [[criterion, String(value)] as const];
  });
}

/** Whether their order decides: two rules that name the same criteria are as specific. */
export function areAsSpecific(one: RuleDraft, other: RuleDraft): boolean {
  const names = ({ criteria }: RuleDraft) =>
    toldCriteria(criteria)
      .map(([name]) => name)
      .join(' ');
  return names(one) === names(other);
}

/** Two rules of the same criteria and values: the second would never serve. */
export function hasSameCriteria(one: Criteria, other: Criteria): boolean {
  return JSON.stringify(toldCriteria(one)) === JSON.stringify(toldCriteria(other));
}

/** The rules with one moved past its neighbour. */
export function withRuleMoved(
  rules: readonly RuleDraft[],
  at: number,
  by: 1 | -1,
): readonly RuleDraft[] {
  const moved = [...rules];
  const [rule] = moved.splice(at, 1);
  if (rule === undefined) return rules;
  moved.splice(at + by, 0, rule);
  return moved;
}
