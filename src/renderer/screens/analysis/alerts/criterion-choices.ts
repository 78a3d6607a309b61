/** The criteria one chooses from, each once in a rule, and how each begins. */
import type {
  AlertDimension,
  Criterion,
  CriterionKind,
} from '../../../../shared/domain/alert/criterion.ts';
import type { Rule } from './alert-rule.ts';

export type Choice = Exclude<CriterionKind, 'among'> | AlertDimension;

export const CHOICES: readonly Choice[] = [
  'overdue_at_least',
  'late_at_least',
  'not_contacted_for',
  'no_action_while_late',
  'promise_broken',
  'limit_exceeded',
  'turning_late',
  'dispute_asleep',
  'overdue_share',
  'grown_by',
  'profile',
  'rep_code',
  'agency_code',
];

/** What a criterion is called in the list. */
export function nameOf(criterion: Criterion): Choice {
  return criterion.kind === 'among' ? criterion.dimension : criterion.kind;
}

const FIRST: Readonly<Record<Exclude<Choice, AlertDimension>, Rule['criteria'][number]>> = {
  overdue_at_least: { kind: 'overdue_at_least', cents: 1_000_000 },
  late_at_least: { kind: 'late_at_least', days: 30 },
  not_contacted_for: { kind: 'not_contacted_for', days: 10 },
  no_action_while_late: { kind: 'no_action_while_late', days: 60 },
  promise_broken: { kind: 'promise_broken' },
  limit_exceeded: { kind: 'limit_exceeded' },
  turning_late: { kind: 'turning_late', days: 15 },
  dispute_asleep: { kind: 'dispute_asleep', days: 30 },
  overdue_share: { kind: 'overdue_share', basisPoints: 5_000 },
  grown_by: { kind: 'grown_by', cents: 1_000_000 },
};

/** A criterion as it is when it is added. */
export function firstCriterion(choice: Choice): Rule['criteria'][number] {
  if (choice === 'profile' || choice === 'rep_code' || choice === 'agency_code') {
    return { kind: 'among', dimension: choice, values: [] };
  }
  return FIRST[choice];
}
