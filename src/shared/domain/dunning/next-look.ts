/**
 * The first day on which the plan of a payer may differ from the one just made, where it proposed
 * nothing and nothing is booked or said meanwhile.
 *
 * A plan follows the calendar at few places: an item falls due, its lateness becomes certain, its
 * next step or the telling of its rep comes, small payers are taken at the start of a quarter. What
 * is due and held is looked at again the next day, unless what holds it says until when or does not
 * pass by itself. A day too many costs a look; a day too few would lose a message, so every doubt
 * is a look.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, addMonths, laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import { graceOf } from '../freshness/lateness.ts';
import type { AssessedItem } from '../receivable/verdict.ts';
import { type DayContext, startOfQuarter } from './day-context.ts';
import type { PayerPlan } from './day-plan.ts';
import type { DunningPart, DunningVerdict, VerdictDetail } from './dunning-verdict.ts';
import { itemLevelOf } from './item-level.ts';
import { scenarioOfAccount } from './judge-item.ts';
import { nextStepOf } from './next-step.ts';
import type { PlannerAccount, PlannerPayer } from './planner-input.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** That day; null when no day changes anything. `plan` is the one just made. */
export function nextLookOf(
  payer: PlannerPayer,
  plan: PayerPlan,
  context: DayContext,
): CalendarDate | null {
  const tomorrow = addDays(context.today, 1);
  if (payer.brokenPromises.length > 0) return tomorrow;
  const totals = new Map<string | null, Cents>();
  for (const { assessed } of payer.accounts) {
    const { currency, chaseableCents } = assessed;
    totals.set(currency, (totals.get(currency) ?? 0) + chaseableCents);
  }
  const holds = holdsOf(plan);
  let first: CalendarDate | null = null;
  for (const account of payer.accounts) {
    const { scenario } = scenarioOfAccount(account, context);
    const totalCents = totals.get(account.assessed.currency) as Cents;
    const isBelowFloor = totalCents < context.settings.dunning.floorCents;
    const course = { payer, account, scenario, isBelowFloor, holds, context, tomorrow };
    for (const item of account.assessed.items) {
      for (const day of looksAt(item, course)) if (first === null || day < first) first = day;
      if (first === tomorrow) return first;
    }
  }
  return first;
}

interface Course {
  readonly payer: PlannerPayer;
  readonly account: PlannerAccount;
  readonly scenario: Scenario | null;
  readonly isBelowFloor: boolean;
  readonly holds: ReadonlyMap<AssessedItem, DunningPart>;
  readonly context: DayContext;
  readonly tomorrow: CalendarDate;
}

/** The days to come on which something may change of one item. */
function looksAt(item: AssessedItem, course: Course): CalendarDate[] {
  const { context, tomorrow } = course;
  const { dueDate } = item.item;
  const days: CalendarDate[] = [];
  // On its due date its notice says nothing any more; the day after it is late.
  if (dueDate !== null && dueDate >= context.today) days.push(laterOf(dueDate, tomorrow));
  if (hasPart(item, 'not_certain')) days.push(tomorrow);
  return [...days, ...stepLooks(item, course)];
}

function stepLooks(item: AssessedItem, course: Course): CalendarDate[] {
  const { payer, account, scenario, isBelowFloor, holds, context, tomorrow } = course;
  const { dueDate, documentDate, receivableId } = item.item;
  const isLate = item.chaseableCents > 0;
  if (scenario === null || dueDate === null || receivableId === null) return [];
  if (!isLate && !hasPart(item, 'not_due')) return [];
  const isToTell = account.hasRep && scenario.steps.some(tellsRep);
  const sweep = isBelowFloor && isLate ? [sweepAfter(context, tomorrow)] : [];
  if (sweep.length > 0 && !isToTell) return sweep;
  const { today, settings, book } = context;
  const { dunning, calendar, grace } = settings;
  const next = nextStepOf(
    {
      scenario,
      level: itemLevelOf(payer.events.get(receivableId)),
      origins: {
        dueDate,
        documentDate,
        graceBusinessDays: graceOf(account.situation.paymentMethod, grace),
      },
      today,
      patience: dunning,
    },
    book,
  );
  if (next === null) return sweep;
  // Before its due date nothing but a notice leaves.
  if (!isLate && next.step.kind !== 'notice') return sweep;
  const { repNoticeBusinessDays } = next.step;
  const told =
    isToTell && repNoticeBusinessDays !== null
      ? [laterOf(addBusinessDays(next.on, -repNoticeBusinessDays, calendar), tomorrow)]
      : [];
  if (next.on > today) return [...sweep, ...told, next.on];
  return [...sweep, ...told, ...heldUntil(holds.get(item), next.step, tomorrow)];
}

/** What holds the late part of each item, where the plan says so. */
function holdsOf({ items }: PayerPlan): Map<AssessedItem, DunningPart> {
  const holds = new Map<AssessedItem, DunningPart>();
  for (const { item, parts } of items) {
    const hold = parts.find(({ verdict }) => KNOWN_HOLDS.has(verdict));
    if (hold !== undefined) holds.set(item, hold);
  }
  return holds;
}

/** An interval says when it ends; the others hold until something is booked, said or due. */
const KNOWN_HOLDS: ReadonlySet<DunningVerdict> = new Set([
  'interval',
  'no_address',
  'residue',
  'below_step_floor',
]);

/** When what is due and held may go: a step without a level is passed over once it is old. */
function heldUntil(
  hold: DunningPart | undefined,
  { severity }: ScenarioStep,
  tomorrow: CalendarDate,
): CalendarDate[] {
  if (hold === undefined || severity === null) return [tomorrow];
  const { verdict, detail } = hold;
  if (verdict !== 'interval') return [];
  // An interval always says when it ends.
  return [laterOf((detail as VerdictDetail).day as CalendarDate, tomorrow)];
}

function tellsRep({ repNoticeBusinessDays }: ScenarioStep): boolean {
  return repNoticeBusinessDays !== null;
}

function hasPart({ parts }: AssessedItem, wanted: 'not_certain' | 'not_due'): boolean {
  return parts.some(({ verdict }) => verdict === wanted);
}

/** When small payers are next taken: each day of the sweep, else at the next quarter. */
function sweepAfter({ today, isSweep }: DayContext, tomorrow: CalendarDate): CalendarDate {
  return isSweep ? tomorrow : addMonths(startOfQuarter(today), 3);
}
