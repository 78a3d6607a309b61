/**
 * What would have left for one payer over past months, as if dunning had begun on their first day.
 *
 * The books of a day are those of the evening before, and every item is paid on the day it really
 * was: no message makes anybody pay sooner. What was already late on the first day takes its
 * starting level (R15), since nothing was sent before. Whatever is planned leaves, calls are made.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, earlierOf } from '../../kernel/calendar-date.ts';
import { addBusinessDays, isBusinessDay } from '../calendar/business-calendar.ts';
import { isOverdue } from '../receivable/net-position.ts';
import { assessAccount, type ChaseContext, chaseContext } from '../receivable/verdict.ts';
import { type DatedLine, itemsOn, movingDays } from './dated-books.ts';
import { type DatedSituation, situationDays, situationOn } from './dated-situation.ts';
import { type DayContext, dayContext } from './day-context.ts';
import { scheduleBook } from './next-step.ts';
import type { PayerMemory } from './plan-ahead.ts';
import type { ItemEvent, PlannerAccount, PlannerPayer, PlannerSettings } from './planner-input.ts';
import { type PayerCourse, type PlannedDay, simulatePayer } from './simulate-payer.ts';
import { startingLevelOf } from './starting-level.ts';

/** One customer's account in one currency over the months. */
export interface ReplayAccount {
  readonly lines: readonly DatedLine[];
  readonly situation: DatedSituation;
  readonly traits: PlannerAccount['traits'];
  readonly scenarioKey: string | null;
  readonly hasRep: boolean;
}

export interface ReplayPayer {
  /** What is said of him whatever the day; his accounts, events and messages are not looked at. */
  readonly who: PlannerPayer;
  readonly accounts: readonly ReplayAccount[];
}

export interface ReplayPeriod {
  readonly from: CalendarDate;
  /** The last day, included. */
  readonly to: CalendarDate;
  /** The last day known of the bank now; null for none. */
  readonly bankDate: CalendarDate | null;
  readonly matchFirstShareBasisPoints: number;
}

/** What all payers of a replay share. */
export interface ReplayDays {
  /** Working days. */
  readonly days: readonly CalendarDate[];
  readonly planOn: (day: CalendarDate) => DayContext;
  readonly chaseOn: (day: CalendarDate) => ChaseContext;
  /** Forgets what days worked out for the payers gone by: they would fill the memory. */
  readonly forget: () => void;
}

/** Prepares the days of a replay; the settings have no pilot, and books that are fresh. */
export function replayDays(settings: PlannerSettings, period: ReplayPeriod): ReplayDays {
  const { calendar, grace } = settings;
  const { from, to, bankDate, matchFirstShareBasisPoints } = period;
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isBusinessDay(day, calendar)) days.push(day);
  }
  const book = scheduleBook(calendar);
  const plans = new Map<CalendarDate, DayContext>();
  const chases = new Map<CalendarDate, ChaseContext>();
  return {
    days,
    planOn: (day) => {
      const known = plans.get(day) ?? { ...dayContext([], settings, day), book };
      plans.set(day, known);
      return known;
    },
    chaseOn: (day) => {
      const known =
        chases.get(day) ??
        chaseContext({
          today: day,
          bankDate: bankDate && earlierOf(bankDate, addBusinessDays(day, -1, calendar)),
          purpose: 'call',
          calendar,
          grace,
          matchFirstShareBasisPoints,
        });
      chases.set(day, known);
      return known;
    },
    forget: () => plans.clear(),
  };
}

/** The days on which something would have been done about a payer. */
export function replayPayer(payer: ReplayPayer, period: ReplayDays): readonly PlannedDay[] {
  const { days, planOn, chaseOn } = period;
  const [first] = days;
  if (first === undefined) return [];
  const memory = { events: startingEvents(payer, first, planOn(first), chaseOn(first)) };
  const course: PayerCourse = {
    before: { ...memory, messages: [] },
    on: (day, known) => payerOn(payer, day, known, chaseOn(day)),
    moves: movesOf(payer),
  };
  return simulatePayer(course, days, planOn);
}

/** The payer as he would have been known on the morning of a day. */
export function payerOn(
  { who, accounts }: ReplayPayer,
  day: CalendarDate,
  { events, messages }: PayerMemory,
  chase: ChaseContext,
): PlannerPayer {
  return { ...who, accounts: accounts.map((one) => accountOn(one, day, chase)), events, messages };
}

function accountOn(
  { lines, situation, traits, scenarioKey, hasRep }: ReplayAccount,
  day: CalendarDate,
  chase: ChaseContext,
): PlannerAccount {
  const openItems = itemsOn(lines, addDays(day, -1));
  const known = situationOn(situation, day);
  return {
    openItems,
    situation: known,
    assessed: assessAccount(openItems, known, chase),
    traits,
    scenarioKey,
    hasRep,
  };
}

/** The starting level of what was late on the first day. */
export function startingEvents(
  payer: ReplayPayer,
  first: CalendarDate,
  { settings }: DayContext,
  chase: ChaseContext,
): ReadonlyMap<number, readonly ItemEvent[]> {
  const events = new Map<number, readonly ItemEvent[]>();
  const { accounts } = payerOn(payer, first, { events, messages: [] }, chase);
  for (const { item, daysPastDue } of accounts.flatMap(({ assessed }) => assessed.items)) {
    const { receivableId } = item;
    if (receivableId === null || !isOverdue(item, first)) continue;
    const severity = startingLevelOf(daysPastDue, payer.who.segment, settings.dunning);
    if (severity === null) continue;
    events.set(receivableId, [{ kind: 'level', source: 'start', severity, day: first }]);
  }
  return events;
}

/** What is booked on a day is known the next morning; what is said counts the same day. */
function movesOf({ accounts }: ReplayPayer): CalendarDate[] {
  const days = new Set<CalendarDate>();
  for (const { lines, situation } of accounts) {
    for (const day of movingDays(lines)) days.add(addDays(day, 1));
    for (const day of situationDays(situation)) days.add(day);
  }
  return [...days].sort();
}
