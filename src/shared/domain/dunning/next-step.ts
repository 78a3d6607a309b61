/**
 * The next step owed to an item, and the day it comes due.
 *
 * The application is a desktop program: it may have been closed for weeks. Late steps are never
 * taken together: the next undone one is, and those after it keep their spacing from the day it
 * really went. A pre-due notice whose item is due says nothing any more and is passed over; so is a
 * call that only asks, once nobody has made it for days.
 *
 * Steps count from the due date plus the time a payment may be on its way (R16), and their day is
 * moved to a working day. A level never falls nor jumps: steps up to the item's level are behind
 * it, whatever scenario took it there, and a formal notice waits for a reminder that really went.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  laterOf,
} from '../../kernel/calendar-date.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { addBusinessDays, nextBusinessDay } from '../calendar/business-calendar.ts';
import { type ItemLevel, UNTOUCHED } from './item-level.ts';
import type { Scenario, ScenarioStep, StepKind } from './scenario.ts';
import { severityRank } from './severity.ts';

/** The days of an item that steps count from. */
export interface StepOrigins {
  readonly dueDate: CalendarDate;
  readonly documentDate: CalendarDate;
  /** Working days a payment by its method may be on its way. */
  readonly graceBusinessDays: number;
}

/** Nominal days of the steps, worked out once for all items of the same dates. */
export interface ScheduleBook {
  readonly calendar: BusinessCalendar;
  readonly known: Map<Scenario, Schedule>;
  readonly moved: Map<number, CalendarDate>;
}

/** By grace, then by the dates that count. */
interface Schedule {
  readonly usesDocument: boolean;
  readonly days: Map<number, Map<string, readonly number[]>>;
}

/** A book in which nothing is worked out yet. */
export function scheduleBook(calendar: BusinessCalendar): ScheduleBook {
  return { calendar, known: new Map(), moved: new Map() };
}

export interface StepPatience {
  readonly taskPatienceBusinessDays: number;
  readonly disputeRefusedDays: number;
}

export interface NextStep {
  readonly step: ScenarioStep;
  /** Working day on which it comes due; may be past. */
  readonly on: CalendarDate;
  /** Steps passed over to come to it. */
  readonly skipped: readonly ScenarioStep[];
}

/** What a step is written and claimed as: unique over all scenarios. */
export function claimKeyOf(scenarioKey: string, stepKey: string): string {
  return `${scenarioKey}/${stepKey}`;
}

/** Formal notice and hand-over: a person decides, and only after a reminder. */
export function isGrave(kind: StepKind | 'promise_broken'): boolean {
  return kind === 'formal_notice' || kind === 'hand_over';
}

export interface ItemCourse {
  readonly scenario: Scenario;
  readonly level: ItemLevel;
  readonly origins: StepOrigins;
  readonly today: CalendarDate;
  readonly patience: StepPatience;
}

/** The next step of an item; null when its scenario has none left. */
export function nextStepOf(course: ItemCourse, book: ScheduleBook): NextStep | null {
  const { scenario, level, origins, today } = course;
  const days = nominalDays(scenario, origins, book);
  const skipped: ScenarioStep[] = [];
  for (let at = passedIndex(scenario, level) + 1; at < scenario.steps.length; at += 1) {
    const step = scenario.steps[at] as ScenarioStep;
    const on = dayOfStep(at, days, course, book);
    const isPast =
      step.kind === 'notice'
        ? today >= origins.dueDate
        : isForgotten(step, on, course, book) && at + 1 < scenario.steps.length;
    if (!isPast) return reminderFirst({ step, on, skipped }, at, course);
    skipped.push(step);
  }
  return null;
}

/** Where an item has come in a scenario: the index of the last step behind it; −1 for none. */
function passedIndex({ scenarioKey, steps }: Scenario, level: ItemLevel): number {
  if (level === UNTOUCHED) return -1;
  const rank = severityRank(level.severity);
  const went = steps.map(({ stepKey }) =>
    level.passedKeys.includes(claimKeyOf(scenarioKey, stepKey)),
  );
  // A step of this very level that went leaves others of the same level ahead of it.
  const isOwn = steps.some((step, at) => went[at] === true && rankOf(step) === rank);
  return steps.reduce((last, step, at) => {
    const isBehind = step.severity !== null && (isOwn ? rankOf(step) < rank : rankOf(step) <= rank);
    return went[at] === true || isBehind ? at : last;
  }, -1);
}

function rankOf({ severity }: ScenarioStep): number {
  return severityRank(severity);
}

/** The nominal day, or later: spaced from what really went, after a dispute that was refused. */
function dayOfStep(
  at: number,
  days: readonly number[],
  { scenario, level, patience }: ItemCourse,
  book: ScheduleBook,
): CalendarDate {
  let day = days[at] as number;
  const { spacing, disputeRefusedOn } = level;
  if (spacing !== null) {
    const from = spacedFrom(scenario, level, spacing.claimKey);
    // A notice delays no reminder (R14).
    if (from >= 0 && from < at && scenario.steps[from]?.kind !== 'notice') {
      const onTime = movedToWork(days[from] as number, book);
      day += Math.max(0, daysBetween(onTime, spacing.day));
    }
  }
  const moved = movedToWork(day, book);
  if (disputeRefusedOn === null) return moved;
  const resumed = addDays(disputeRefusedOn, patience.disputeRefusedDays);
  return laterOf(moved, nextBusinessDay(resumed, book.calendar));
}

/** The step whose spacing to the next ones is kept: the one that went, else that of the level. */
function spacedFrom(scenario: Scenario, level: ItemLevel, claimKey: string | null): number {
  const { scenarioKey, steps } = scenario;
  const own = steps.findIndex(({ stepKey }) => claimKeyOf(scenarioKey, stepKey) === claimKey);
  if (own >= 0) return own;
  const rank = severityRank(level.severity);
  return steps.findLastIndex((step) => step.severity !== null && rankOf(step) <= rank);
}

/** A step that moves no level, and that nobody has done for days. */
function isForgotten(
  step: ScenarioStep,
  on: CalendarDate,
  { today, patience }: ItemCourse,
  { calendar }: ScheduleBook,
): boolean {
  if (step.severity !== null || on >= today) return false;
  return addBusinessDays(on, patience.taskPatienceBusinessDays, calendar) < today;
}

/** A formal notice gives way to the last reminder before it while no reminder really went. */
function reminderFirst(
  next: NextStep,
  at: number,
  { scenario, level }: ItemCourse,
): NextStep | null {
  if (!isGrave(next.step.kind) || level.isReminded) return next;
  const before = scenario.steps.slice(0, at);
  const reminder = before.findLast(
    ({ kind, severity }) => kind === 'reminder' && severity !== null,
  );
  return reminder === undefined ? null : { ...next, step: reminder };
}

function movedToWork(day: number, { calendar, moved }: ScheduleBook): CalendarDate {
  let date = moved.get(day);
  if (date === undefined) {
    date = nextBusinessDay(dateOfDayNumber(day), calendar);
    moved.set(day, date);
  }
  return date;
}

/** Day numbers of all steps for these dates, before any is moved. */
function nominalDays(
  scenario: Scenario,
  origins: StepOrigins,
  book: ScheduleBook,
): readonly number[] {
  let schedule = book.known.get(scenario);
  if (schedule === undefined) {
    const usesDocument = scenario.steps.some(({ delay }) => delay.from === 'document_date');
    schedule = { usesDocument, days: new Map() };
    book.known.set(scenario, schedule);
  }
  const { dueDate, documentDate, graceBusinessDays } = origins;
  let byDates = schedule.days.get(graceBusinessDays);
  if (byDates === undefined) {
    byDates = new Map();
    schedule.days.set(graceBusinessDays, byDates);
  }
  const key = schedule.usesDocument ? `${dueDate}${documentDate}` : dueDate;
  let days = byDates.get(key);
  if (days === undefined) {
    days = computeDays(scenario, origins, book.calendar);
    byDates.set(key, days);
  }
  return days;
}

function computeDays(
  { steps }: Scenario,
  { dueDate, documentDate, graceBusinessDays }: StepOrigins,
  calendar: BusinessCalendar,
): readonly number[] {
  const late = addBusinessDays(dueDate, graceBusinessDays, calendar);
  let previous = late;
  return steps.map(({ kind, delay }) => {
    // A notice speaks of the due date itself.
    const due = kind === 'notice' ? dueDate : late;
    const origin = { due_date: due, document_date: documentDate, previous_step: previous }[
      delay.from
    ];
    previous =
      delay.unit === 'business'
        ? addBusinessDays(origin, delay.days, calendar)
        : addDays(origin, delay.days);
    return dayNumberOf(previous);
  });
}
