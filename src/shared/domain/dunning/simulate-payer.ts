/**
 * One payer over many days, each day on the results of those before.
 *
 * He is planned on the days on which something of his may have changed, and on no other: a year of
 * working days costs him a few dozen plans. What is planned is taken as done the same day.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { earlierOf } from '../../kernel/calendar-date.ts';
import type { DayContext } from './day-context.ts';
import type { PayerPlan } from './day-plan.ts';
import { nextLookOf } from './next-look.ts';
import { joinMemory, type PayerMemory, resultsOf } from './plan-ahead.ts';
import { planPayer } from './plan-payer.ts';
import type { PlannerPayer } from './planner-input.ts';

export interface PayerCourse {
  /** What is remembered of him before the first day. */
  readonly before: PayerMemory;
  /** The payer as he is known on a day, with what is remembered of him. */
  readonly on: (day: CalendarDate, memory: PayerMemory) => PlannerPayer;
  /** Ascending: the days on which his books move, or what is said of him. */
  readonly moves: readonly CalendarDate[];
}

/** A day on which something is done about the payer. */
export interface PlannedDay {
  readonly day: CalendarDate;
  readonly plan: PayerPlan;
}

/** The days on which something would be done; `days` ascend. */
export function simulatePayer(
  course: PayerCourse,
  days: readonly CalendarDate[],
  contextOn: (day: CalendarDate) => DayContext,
): readonly PlannedDay[] {
  const planned: PlannedDay[] = [];
  let memory = course.before;
  let wake: CalendarDate | null = days[0] as CalendarDate;
  let moved = 0;
  for (const day of days) {
    if (wake === null || day < wake) continue;
    const payer = course.on(day, memory);
    const context = contextOn(day);
    const plan = planPayer(payer, context);
    const results = resultsOf(plan, day);
    if (results.events.size > 0) {
      memory = joinMemory(memory, results);
      planned.push({ day, plan });
      wake = day;
      continue;
    }
    while (moved < course.moves.length && (course.moves[moved] as CalendarDate) <= day) moved += 1;
    wake = earliest(nextLookOf(payer, plan, context), course.moves[moved] ?? null);
  }
  return planned;
}

function earliest(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null || b === null ? (a ?? b) : earlierOf(a, b);
}
