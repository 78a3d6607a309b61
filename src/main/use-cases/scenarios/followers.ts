/** Which customers follow which scenario, and what they owe that is overdue. */
import { assignmentOf, bySpecificity } from '../../../shared/domain/dunning/assignment.ts';
import type {
  AssignmentRule,
  PlannerAccount,
} from '../../../shared/domain/dunning/planner-input.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';

export interface Follower {
  readonly customerId: number;
  /** Null when no rule fits, or when the one that does names a scenario that is gone. */
  readonly scenarioKey: string | null;
  readonly ruleKey: string | null;
  readonly isChosen: boolean;
  /** In the currency of the books. */
  readonly overdueCents: number;
}

type Known = Pick<CompanyPlan, 'plan' | 'payers' | 'settings' | 'library'>;

/** Every customer with something open, under these rules; each once. */
export function followersOf(known: Known, rules: readonly AssignmentRule[]): Follower[] {
  const sorted = bySpecificity(rules);
  const overdue = overdueByCustomer(known);
  const accounts = new Map<number, PlannerAccount>();
  for (const payer of known.payers.values()) {
    for (const account of payer.accounts) accounts.set(account.traits.customerId, account);
  }
  return Array.from(accounts, ([customerId, { traits, scenarioKey: chosen }]) => {
    const { scenarioKey, source, rule } = assignmentOf(traits, chosen, sorted);
    const isThere = scenarioKey !== null && known.library.has(scenarioKey);
    return {
      customerId,
      scenarioKey: isThere ? scenarioKey : null,
      ruleKey: rule?.ruleKey ?? null,
      isChosen: source === 'override',
      overdueCents: overdue.get(customerId) ?? 0,
    };
  });
}

/** How many of them, and what they owe. */
export function sumOf(followers: readonly Follower[]) {
  return {
    customerCount: followers.length,
    overdueCents: followers.reduce((sum, { overdueCents }) => sum + overdueCents, 0),
  };
}

function overdueByCustomer({ plan, settings }: Known): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { items } of plan.payers) {
    for (const { customerId, currency, isOverdue, parts } of items) {
      if (!isOverdue || currency !== settings.mainCurrency) continue;
      const cents = parts.reduce((sum, { amountCents }) => sum + amountCents, 0);
      sums.set(customerId, (sums.get(customerId) ?? 0) + cents);
    }
  }
  return sums;
}
