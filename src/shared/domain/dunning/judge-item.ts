/**
 * One open debit before its message is thought of: its level, the step that is due, or what holds
 * it back whatever the rest of the payer does.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import type { AssessedItem } from '../receivable/verdict.ts';
import { type Assignment, assignmentOf } from './assignment.ts';
import type { DayContext, SharedSteps } from './day-context.ts';
import { type DueStep, dueStepOf, promiseKeyOf, promiseStepOf } from './due-step.ts';
import type { HoldingVerdict, VerdictDetail } from './dunning-verdict.ts';
import { NO_DETAIL } from './dunning-verdict.ts';
import {
  type ItemLevel,
  itemLevelOf,
  repNoticedOn,
  UNTOUCHED,
  type WaitingState,
} from './item-level.ts';
import { nextStepOf } from './next-step.ts';
import type { BrokenPromiseFact, PlannerAccount, PlannerPayer } from './planner-input.ts';
import type { Scenario } from './scenario.ts';

export interface Hold {
  readonly verdict: HoldingVerdict | 'below_floor';
  readonly detail?: VerdictDetail;
}

export interface JudgedItem {
  readonly account: PlannerAccount;
  readonly receivableId: number;
  readonly item: AssessedItem;
  readonly level: ItemLevel;
  readonly chaseableCents: Cents;
  readonly notDueCents: Cents;
  /** The step that is due or will be; null where there is none. */
  readonly due: DueStep | null;
  /** What holds it; null for an item whose step is due today. */
  readonly hold: Hold | null;
  readonly isLifted: boolean;
  /** The rep is to be told today of the step to come. */
  readonly isRepToTell: boolean;
}

/** What judging an account's items shares. */
export interface AccountCourse {
  readonly payer: PlannerPayer;
  readonly account: PlannerAccount;
  readonly assignment: Assignment;
  readonly scenario: Scenario | null;
  readonly currency: string;
  readonly graceBusinessDays: number;
  readonly isBelowFloor: boolean;
  /** The payer's chaseable total in the currency of the account. */
  readonly totalCents: Cents;
  /** Steps of items that nothing happened to, by due date; null where they share none. */
  readonly shared: SharedSteps | null;
  readonly context: DayContext;
}

/** The scenario an account follows; one that exists no more counts as none. */
export function scenarioOfAccount(
  { traits, scenarioKey }: PlannerAccount,
  { rules, settings }: DayContext,
): { readonly assignment: Assignment; readonly scenario: Scenario | null } {
  const assignment = assignmentOf(traits, scenarioKey, rules);
  const key = assignment.scenarioKey;
  return { assignment, scenario: key === null ? null : (settings.scenarios.get(key) ?? null) };
}

/** Judges one open debit of which something is chaseable or not due. */
export function judgeItem(item: AssessedItem, course: AccountCourse): JudgedItem {
  const { payer, account, context } = course;
  const { receivableId } = item.item;
  if (receivableId === null) throw new RangeError('judgeItem: money is never chased');
  const level = itemLevelOf(payer.events.get(receivableId));
  const promise = item.chaseableCents > 0 ? promiseOf(receivableId, level, course) : null;
  const isLifted = isLiftedToday(payer, receivableId, context.today);
  const next = scheduledStep(item, level, course);
  const due =
    promise === null || course.scenario === null ? next : promiseStepOf(promise, course.scenario);
  const told = next === null ? null : repDelay(next, level, course);
  const known = { item, level, due, isLifted, promise, repReadyOn: told?.readyOn ?? null };
  return {
    account,
    receivableId,
    item,
    level,
    chaseableCents: item.chaseableCents,
    notDueCents: item.parts.find(({ verdict }) => verdict === 'not_due')?.amountCents ?? 0,
    due,
    hold: holdOfItem(known, course),
    isLifted,
    isRepToTell: promise === null && told !== null && told.isToTell && level.waiting === null,
  };
}

/** Whether a person lets this item, or all of the payer, through today. */
function isLiftedToday(payer: PlannerPayer, receivableId: number, today: CalendarDate): boolean {
  return payer.overrides.some(
    (override) =>
      override.day === today &&
      (override.receivableId === null || override.receivableId === receivableId),
  );
}

interface KnownItem {
  readonly item: AssessedItem;
  readonly level: ItemLevel;
  readonly due: DueStep | null;
  readonly isLifted: boolean;
  readonly promise: BrokenPromiseFact | null;
  readonly repReadyOn: CalendarDate | null;
}

const WAITING_VERDICTS: Readonly<Record<WaitingState, HoldingVerdict>> = {
  uncertain: 'uncertain',
  failed: 'sending_failed',
  outbox: 'in_outbox',
  to_post: 'in_outbox',
};

/** What holds an item, in the order of the verdicts. */
function holdOfItem(known: KnownItem, course: AccountCourse): Hold | null {
  const { item, level, due, isLifted, promise, repReadyOn } = known;
  const { payer, scenario, context, totalCents } = course;
  const { today, settings } = context;
  const isSwept =
    context.isSweep && (item.daysPastDue as number) > settings.dunning.sweepDaysPastDue;
  const isSmallPayer = course.isBelowFloor && item.chaseableCents > 0;
  if (isSmallPayer && !isSwept && !isLifted) return { verdict: 'below_floor' };
  if (scenario === null) return { verdict: 'no_scenario' };
  if (context.pilot !== null && !context.pilot.has(payer.payerId))
    return { verdict: 'not_in_pilot' };
  if (level.waiting !== null) {
    const { state, event } = level.waiting;
    const detail = {
      ...NO_DETAIL,
      day: event.day,
      severity: event.severity,
      channel: state === 'to_post' ? ('letter' as const) : null,
    };
    return { verdict: WAITING_VERDICTS[state], detail };
  }
  if (level.forfeitedOn !== null) {
    return { verdict: 'plan_forfeited', detail: { ...NO_DETAIL, day: level.forfeitedOn } };
  }
  if (due === null) {
    return { verdict: 'scenario_ended', detail: { ...NO_DETAIL, severity: level.severity } };
  }
  if (promise !== null) return null;
  if (due.on > today && !isLifted) return { verdict: 'step_not_reached', detail: due.detail };
  if (repReadyOn !== null && repReadyOn > today) {
    return { verdict: 'rep_notice_pending', detail: { ...due.detail, day: repReadyOn } };
  }
  // A notice is weighed with all that it tells of.
  const isSmall = due.kind !== 'notice' && totalCents < (due.floorCents ?? 0);
  if (isSmall && !isLifted) return { verdict: 'below_step_floor', detail: due.detail };
  return null;
}

/** The step its scenario comes to; null when it has none left. */
function scheduledStep(
  { item }: AssessedItem,
  level: ItemLevel,
  course: AccountCourse,
): DueStep | null {
  const { scenario, graceBusinessDays, context, shared } = course;
  const { dueDate, documentDate } = item;
  if (scenario === null || dueDate === null) return null;
  const isShared = level === UNTOUCHED && shared !== null;
  const known = isShared ? shared.get(dueDate) : undefined;
  if (known !== undefined) return known;
  const { today, settings, book } = context;
  const origins = { dueDate, documentDate, graceBusinessDays };
  const next = nextStepOf({ scenario, level, origins, today, patience: settings.dunning }, book);
  const due = next === null ? null : dueStepOf(next, level, scenario);
  if (isShared) shared.set(dueDate, due);
  return due;
}

/** The broken promise whose message is due to the item; null once it has one. */
function promiseOf(
  receivableId: number,
  level: ItemLevel,
  { payer, currency }: AccountCourse,
): BrokenPromiseFact | null {
  if (payer.brokenPromises.length === 0) return null;
  const broken = payer.brokenPromises.find(
    (promise) =>
      promise.currency === currency &&
      (promise.receivableIds.length === 0 || promise.receivableIds.includes(receivableId)) &&
      !level.events.some(
        (event) => event.kind === 'step' && event.claimKey === promiseKeyOf(promise),
      ),
  );
  return broken ?? null;
}

/** When the step may go by the rep's notice, and whether the rep is to be told now (E11). */
function repDelay(
  { repNoticeBusinessDays: days, claimKey, on }: DueStep,
  level: ItemLevel,
  { account, context }: AccountCourse,
): { readonly readyOn: CalendarDate; readonly isToTell: boolean } | null {
  if (days === null || !account.hasRep) return null;
  const { calendar } = context.settings;
  const told = repNoticedOn(level, claimKey);
  const readyOn = addBusinessDays(told ?? context.today, days, calendar);
  const isSoon = addBusinessDays(context.today, days, calendar) >= on;
  return { readyOn, isToTell: told === null && isSoon };
}
