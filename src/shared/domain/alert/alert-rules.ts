/**
 * The rules of the alerts: those that ship, and those that a person made.
 *
 * A rule that ships is in force until a person changes it; giving it back to what ships is
 * forgetting what he changed. What a rule watches has one open alert a customer: it is raised when
 * the criteria begin to hold and cleared when they cease to, so that it tells since when.
 */
import type { AlertFigures, Criterion, Evidence } from './criterion.ts';
import { evidenceOf } from './criterion.ts';

export interface AlertRule {
  readonly ruleKey: string;
  /** Null for a rule that ships, which the texts name. */
  readonly name: string | null;
  readonly criteria: readonly Criterion[];
  readonly isOn: boolean;
}

export const SHIPPED_RULES: readonly AlertRule[] = [
  {
    ruleKey: 'large_and_silent',
    name: null,
    criteria: [
      { kind: 'overdue_at_least', cents: 2_000_000 },
      { kind: 'not_contacted_for', days: 10 },
    ],
    isOn: true,
  },
  {
    ruleKey: 'never_chased',
    name: null,
    criteria: [{ kind: 'no_action_while_late', days: 60 }],
    isOn: true,
  },
  {
    ruleKey: 'good_turning_late',
    name: null,
    criteria: [
      { kind: 'turning_late', days: 15 },
      { kind: 'overdue_at_least', cents: 100_000 },
    ],
    isOn: true,
  },
  {
    ruleKey: 'limit_exceeded',
    name: null,
    criteria: [{ kind: 'limit_exceeded' }],
    isOn: true,
  },
  {
    ruleKey: 'dispute_asleep',
    name: null,
    criteria: [{ kind: 'dispute_asleep', days: 30 }],
    isOn: true,
  },
];

/** What a person recorded of a rule; the last word of each rule. */
export interface RecordedRule extends AlertRule {
  readonly isRemoved: boolean;
}

/** The rules in force: those that ship as a person left them, then his own in their order. */
export function rulesInForce(recorded: readonly RecordedRule[]): readonly AlertRule[] {
  const words = new Map(
    recorded.filter(({ isRemoved }) => !isRemoved).map((rule) => [rule.ruleKey, rule]),
  );
  const shipped = SHIPPED_RULES.map((rule) => words.get(rule.ruleKey) ?? rule);
  const own = [...words.values()].filter(({ ruleKey }) => !isShipped(ruleKey));
  return [...shipped, ...own].map(({ ruleKey, name, criteria, isOn }) => ({
    ruleKey,
    name,
    criteria,
    isOn,
  }));
}

export function isShipped(ruleKey: string): boolean {
  return SHIPPED_RULES.some((rule) => rule.ruleKey === ruleKey);
}

/** An alert that stands: raised and not cleared. */
export interface OpenAlert {
  readonly alertId: number;
  readonly ruleKey: string;
  readonly customerId: number;
}

/** An alert to be raised, with the figures that raise it. */
export interface NewAlert {
  readonly ruleKey: string;
  readonly customerId: number;
  readonly evidence: readonly Evidence[];
}

/** What changes of the alerts that stand, once every customer was looked at. */
export function alertChanges(
  rules: readonly AlertRule[],
  customers: Iterable<readonly [number, AlertFigures]>,
  open: readonly OpenAlert[],
): { readonly raised: readonly NewAlert[]; readonly cleared: readonly OpenAlert[] } {
  const standing = new Map(open.map((alert) => [keyOf(alert), alert]));
  const raised: NewAlert[] = [];
  const active = rules.filter(({ isOn }) => isOn);
  for (const [customerId, figures] of customers) {
    for (const { ruleKey, criteria } of active) {
      const evidence = evidenceOf(criteria, figures);
      if (evidence === null) continue;
      const isKnown = standing.delete(keyOf({ ruleKey, customerId }));
      if (!isKnown) raised.push({ ruleKey, customerId, evidence });
    }
  }
  return { raised, cleared: [...standing.values()] };
}

function keyOf({ ruleKey, customerId }: Pick<OpenAlert, 'ruleKey' | 'customerId'>): string {
  return `${ruleKey}|${customerId}`;
}
