/**
 * The plan of a day: (facts, scenarios, calendar, settings, day) → messages, tasks, and for every
 * open amount why it is or is not among them. It reads nothing and writes nothing, so that it can
 * be asked for today, for a day ahead, or for one long past.
 *
 * Laws: chased and not chased are all that is overdue, to the cent; a payer gets one message a day
 * at most; planning again once the messages are known adds nothing.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { dayContext } from './day-context.ts';
import type { DayPlan, PayerPlan, VerdictTotals } from './day-plan.ts';
import { type DunningVerdict, isChasing } from './dunning-verdict.ts';
import { planPayer } from './plan-payer.ts';
import type { PlannerPayer, PlannerSettings } from './planner-input.ts';

/** Plans a day for all payers; their accounts are judged as of that day. */
export function planDay(
  payers: readonly PlannerPayer[],
  settings: PlannerSettings,
  today: CalendarDate,
): DayPlan {
  const context = dayContext(payers, settings, today);
  const plans = payers.map((payer) => planPayer(payer, context));
  return { day: today, payers: plans, totals: overdueTotals(plans) };
}

interface OpenTotals {
  overdueCents: Cents;
  chasedCents: Cents;
  readonly byVerdict: Map<DunningVerdict, { cents: Cents; count: number }>;
}

/** The overdue amounts of these plans by verdict, in each currency. */
export function overdueTotals(plans: readonly PayerPlan[]): readonly VerdictTotals[] {
  const currencies = new Map<string, OpenTotals>();
  for (const { items } of plans) {
    for (const { currency, parts, isOverdue } of items) {
      if (!isOverdue) continue;
      let totals = currencies.get(currency);
      if (totals === undefined) {
        totals = { overdueCents: 0, chasedCents: 0, byVerdict: new Map() };
        currencies.set(currency, totals);
      }
      for (const { verdict, amountCents } of parts) {
        totals.overdueCents += amountCents;
        if (isChasing(verdict)) totals.chasedCents += amountCents;
        const known = totals.byVerdict.get(verdict);
        if (known === undefined) totals.byVerdict.set(verdict, { cents: amountCents, count: 1 });
        else {
          known.cents += amountCents;
          known.count += 1;
        }
      }
    }
  }
  return Array.from(currencies, ([currency, totals]) => ({ currency, ...totals }));
}
