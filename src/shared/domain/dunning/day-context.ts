/** What all payers of a day share, worked out once. */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, addMonths, partsOf, startOfMonth } from '../../kernel/calendar-date.ts';
import { businessDaysBetween, isBusinessDay } from '../calendar/business-calendar.ts';
import { bySpecificity } from './assignment.ts';
import type { DueStep } from './due-step.ts';
import type { Pause } from './dunning-settings.ts';
import { type ScheduleBook, scheduleBook } from './next-step.ts';
import { pilotPayersOf } from './pilot.ts';
import type { AssignmentRule, PlannerPayer, PlannerSettings } from './planner-input.ts';
import type { Scenario } from './scenario.ts';

/** The next step of an item that nothing happened to, by due date; null for none. */
export type SharedSteps = Map<CalendarDate, DueStep | null>;

export interface DayContext {
  readonly today: CalendarDate;
  readonly settings: PlannerSettings;
  readonly book: ScheduleBook;
  /** Steps worked out for items that nothing happened to, by scenario and grace. */
  readonly steps: Map<Scenario, Map<number, SharedSteps>>;
  /** The most specific first. */
  readonly rules: readonly AssignmentRule[];
  /** Null when everybody is in. */
  readonly pilot: ReadonlySet<number> | null;
  readonly isClosedDay: boolean;
  /** The pause that runs; null for none. */
  readonly pause: Pause | null;
  /** Nothing of the bank is known, or too old, and nobody said it may do. */
  readonly isStale: boolean;
  /** The days of the quarter on which small old items are taken (R19). */
  readonly isSweep: boolean;
}

/** Prepares a day for these payers. */
export function dayContext(
  payers: readonly Pick<PlannerPayer, 'payerId'>[],
  settings: PlannerSettings,
  today: CalendarDate,
): DayContext {
  const { dunning, calendar, freshness } = settings;
  const isOld = freshness === 'stale' || freshness === 'empty';
  return {
    today,
    settings,
    book: scheduleBook(calendar),
    steps: new Map(),
    rules: bySpecificity(settings.rules),
    pilot: pilotPayersOf(
      dunning.pilot,
      payers.map(({ payerId }) => payerId),
    ),
    isClosedDay: !isBusinessDay(today, calendar),
    pause: dunning.pauses.find((pause) => covers(pause, today)) ?? null,
    isStale: isOld && !settings.isStaleAllowed,
    isSweep: isSweepDay(today, settings),
  };
}

/** The shared steps of a scenario; null where the day of the document counts too. */
export function sharedStepsOf(
  scenario: Scenario,
  graceBusinessDays: number,
  { steps }: DayContext,
): SharedSteps | null {
  if (scenario.steps.some(({ delay }) => delay.from === 'document_date')) return null;
  let ofScenario = steps.get(scenario);
  if (ofScenario === undefined) {
    ofScenario = new Map();
    steps.set(scenario, ofScenario);
  }
  let shared = ofScenario.get(graceBusinessDays);
  if (shared === undefined) {
    shared = new Map();
    ofScenario.set(graceBusinessDays, shared);
  }
  return shared;
}

/** Whether the period holds that day. */
export function covers(
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  day: CalendarDate,
): boolean {
  return from <= day && day <= to;
}

/** The first day of the calendar quarter of that day. */
export function startOfQuarter(day: CalendarDate): CalendarDate {
  return addMonths(startOfMonth(day), -((partsOf(day).month - 1) % 3));
}

function isSweepDay(today: CalendarDate, { dunning, calendar }: PlannerSettings): boolean {
  const before = addDays(startOfQuarter(today), -1);
  return businessDaysBetween(before, today, calendar) <= dunning.sweepBusinessDays;
}
