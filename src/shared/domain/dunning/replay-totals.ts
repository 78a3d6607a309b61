/**
 * What a replay comes to: messages by week and step, who would have been contacted and how far,
 * which reminders a payment already on its way would have crossed, and what a formal notice would
 * have reached that has been paid since.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, mondayOf } from '../../kernel/calendar-date.ts';
import type { PayerPlan, PlannedStep } from './day-plan.ts';
import type { StepChannel } from './scenario.ts';
import { graverOf, type Severity } from './severity.ts';
import type { PlannedDay } from './simulate-payer.ts';

/** A payment within so many days of a reminder was most likely on its way already. */
export const CROSSED_DAYS = 5;

export interface ReplayRow {
  /** Monday. */
  readonly week: CalendarDate;
  readonly kind: PlannedStep['kind'];
  readonly severity: Severity | null;
  readonly channel: StepChannel;
  readonly isTask: boolean;
  readonly count: number;
}

export interface ReplayContact {
  readonly payerId: number;
  readonly messageCount: number;
  readonly taskCount: number;
  readonly lastOn: CalendarDate;
  /** The gravest step; null where none moved a level. */
  readonly severity: Severity | null;
}

export interface ReplayTotals {
  readonly messageCount: number;
  /** Calls and other work of a person. */
  readonly taskCount: number;
  readonly rows: readonly ReplayRow[];
  readonly contacts: readonly ReplayContact[];
  /** Reminders one of whose items was settled within `CROSSED_DAYS`. */
  readonly crossedCount: number;
  /** Items that a formal notice would have reached, and those of them settled since. */
  readonly formalCount: number;
  readonly formalPaidCount: number;
}

/** Nothing yet. */
export const NO_TOTALS: ReplayTotals = {
  messageCount: 0,
  taskCount: 0,
  rows: [],
  contacts: [],
  crossedCount: 0,
  formalCount: 0,
  formalPaidCount: 0,
};

/** What the days of one payer come to; `settled` is the day on which each item was. */
export function totalsOfPayer(
  payerId: number,
  planned: readonly PlannedDay[],
  settled: ReadonlyMap<number, CalendarDate>,
): ReplayTotals {
  const done = planned.flatMap(({ day, plan }) => stepsOf(plan).map((one) => ({ ...one, day })));
  const last = done.at(-1);
  if (last === undefined) return NO_TOTALS;
  const taskCount = done.filter(({ isTask }) => isTask).length;
  const messageCount = done.length - taskCount;
  const formal = new Set(
    done
      .filter(({ step }) => step.kind === 'formal_notice')
      .flatMap(({ step }) => step.items.map(({ receivableId }) => receivableId)),
  );
  const severity = done.reduce<Severity | null>(
    (gravest, { step }) => graverOf(gravest, step.severity),
    null,
  );
  return {
    messageCount,
    taskCount,
    rows: done.map(({ step, day, isTask }) => rowOf(step, day, isTask)),
    contacts: [{ payerId, messageCount, taskCount, lastOn: last.day, severity }],
    crossedCount: done.filter(({ step, day, isTask }) => !isTask && isCrossed(step, day, settled))
      .length,
    formalCount: formal.size,
    formalPaidCount: [...formal].filter((receivableId) => settled.has(receivableId)).length,
  };
}

/** The totals of many payers. */
export function sumTotals(all: readonly ReplayTotals[]): ReplayTotals {
  const rows = new Map<string, ReplayRow>();
  for (const row of all.flatMap((one) => one.rows)) {
    const { week, kind, severity, channel, isTask, count } = row;
    const key = [week, kind, severity, channel, isTask].join('|');
    rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + count });
  }
  const sum = (of: (one: ReplayTotals) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    messageCount: sum((one) => one.messageCount),
    taskCount: sum((one) => one.taskCount),
    rows: [...rows.values()],
    contacts: all.flatMap((one) => one.contacts),
    crossedCount: sum((one) => one.crossedCount),
    formalCount: sum((one) => one.formalCount),
    formalPaidCount: sum((one) => one.formalPaidCount),
  };
}

/** Mondays of the weeks that the period touches. */
export function weeksOf(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const weeks: CalendarDate[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function stepsOf({ message, tasks }: PayerPlan): { step: PlannedStep; isTask: boolean }[] {
  const done = tasks.map((step) => ({ step, isTask: true }));
  return message === null ? done : [{ step: message, isTask: false }, ...done];
}

function rowOf(step: PlannedStep, day: CalendarDate, isTask: boolean): ReplayRow {
  const { kind, severity, channel } = step;
  return { week: mondayOf(day), kind, severity, channel, isTask, count: 1 };
}

/** A notice before the due date asks for nothing that could be paid already. */
function isCrossed(
  { kind, items }: PlannedStep,
  day: CalendarDate,
  settled: ReadonlyMap<number, CalendarDate>,
): boolean {
  if (kind === 'notice') return false;
  const until = addDays(day, CROSSED_DAYS);
  return items.some(({ receivableId }) => {
    const on = settled.get(receivableId);
    return on !== undefined && on >= day && on <= until;
  });
}
