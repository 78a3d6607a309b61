/** Alerts: what stands, what was put aside, and the rules that raise them. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ALERT_DIMENSIONS } from '../domain/alert/criterion.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  line,
  recorded,
  refusals,
  window,
} from './parts.ts';

const days = z.int().min(0).max(3650);
const cents = amountCents.min(0);

export const criterionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overdue_at_least'), cents }),
  z.object({ kind: z.literal('late_at_least'), days }),
  z.object({ kind: z.literal('not_contacted_for'), days }),
  z.object({ kind: z.literal('no_action_while_late'), days }),
  z.object({ kind: z.literal('promise_broken') }),
  z.object({ kind: z.literal('limit_exceeded') }),
  z.object({ kind: z.literal('turning_late'), days }),
  z.object({ kind: z.literal('dispute_asleep'), days }),
  z.object({ kind: z.literal('overdue_share'), basisPoints: z.int().min(0).max(10_000) }),
  z.object({ kind: z.literal('grown_by'), cents }),
  z.object({
    kind: z.literal('among'),
    dimension: z.enum(ALERT_DIMENSIONS),
    values: z.array(z.string().max(200)).min(1).max(100),
  }),
]);
const criteria = z.array(criterionSchema).min(1).max(12);
const ruleKey = z.string().regex(/^[a-z0-9_-]{1,40}$/);

export const alertRowSchema = z.object({
  alertId: id,
  ruleKey,
  ruleName: z.string(),
  customerId: id,
  code: z.string(),
  name: z.string(),
  repCode: z.string().nullable(),
  raisedOn: day,
  /** The figures that raised it, in words. */
  sentence: z.string(),
  /** As it is now. */
  overdueCents: amountCents,
  /** Overdue in other currencies, which no criterion counts. */
  otherOverdue: currencyAmounts,
  oldestDaysPastDue: z.int().nullable(),
  asideUntil: day.nullable(),
  asideReason: z.string().nullable(),
  clearedOn: day.nullable(),
});
export type AlertRow = z.infer<typeof alertRowSchema>;

/** `open`: to be looked at; `aside`: put aside until a day to come; `cleared`: of thirty days. */
export const ALERT_STATES = ['open', 'aside', 'cleared'] as const;

export const list = oc
  .input(
    z.object({
      state: z.enum(ALERT_STATES),
      ruleKey: ruleKey.nullable(),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      total: z.int(),
      /** Overdue of the customers of the list, each once. */
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      counts: z.object({ open: z.int(), aside: z.int(), cleared: z.int() }),
      rows: z.array(alertRowSchema),
    }),
  );

/** What stands of a customer and is not put aside. */
export const ofCustomer = oc
  .input(z.object({ customerId: id }))
  .output(z.object({ rows: z.array(alertRowSchema) }));

export const rules = oc.output(
  z.array(
    z.object({
      ruleKey,
      name: z.string(),
      criteria,
      /** The criteria in words. */
      sentence: z.string(),
      isOn: z.boolean(),
      isShipped: z.boolean(),
      /** A rule that ships and that a person changed. */
      isChanged: z.boolean(),
      openCount: z.int(),
    }),
  ),
);

/** How many customers these criteria would tell today, and the largest of them. */
export const preview = oc.input(z.object({ criteria: z.array(criterionSchema).max(12) })).output(
  z.object({
    customerCount: z.int(),
    overdueCents: amountCents,
    rows: z.array(z.object({ customerId: id, name: z.string(), sentence: z.string() })),
  }),
);

/** Records a rule, new where the key is null; the alerts follow at once. */
export const saveRule = oc
  .input(command({ ruleKey: ruleKey.nullable(), name: line.min(1), criteria, isOn: z.boolean() }))
  .output(z.object({ ...recorded.shape, ruleKey }))
  .errors(refusals('alert_rule_unknown', 'alert_rule_empty', 'busy'));

/** Removes a rule of one's own; a rule that ships is given back as it ships. */
export const removeRule = oc
  .input(command({ ruleKey }))
  .output(recorded)
  .errors(refusals('alert_rule_unknown', 'busy'));

/** Puts an alert aside until a day to come. */
export const putAside = oc
  .input(command({ alertId: id, untilDate: day, reason: line.min(3) }))
  .output(z.object({ ...recorded.shape, alertId: id }))
  .errors(refusals('alert_unknown', 'review_in_the_past', 'busy'));

/** Takes an alert up again that was put aside. */
export const takeUp = oc
  .input(command({ alertId: id }))
  .output(z.object({ ...recorded.shape, alertId: id }))
  .errors(refusals('alert_unknown', 'busy'));
