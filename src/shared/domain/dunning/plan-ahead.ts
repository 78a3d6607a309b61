/**
 * Dry run: the plans of several days, each on the results of those before, and nothing written.
 *
 * What is planned is taken as done the same day: messages leave, boxes are ticked, calls are made.
 * Days ahead assume that nobody pays, that promises hold and disputes stay open, and that the books
 * are as fresh as they are today. A replay of past months gives the facts of each of its days.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, daysBetween, mondayOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { addBusinessDays, businessDaysBetween } from '../calendar/business-calendar.ts';
import { assessAccount, type ChaseContext, chaseContext } from '../receivable/verdict.ts';
import type { CoveredItem, PayerPlan, PlannedStep } from './day-plan.ts';
import { planDay } from './plan-day.ts';
import type { ItemEvent, PastMessage, PlannerPayer, PlannerSettings } from './planner-input.ts';
import type { StepChannel } from './scenario.ts';
import type { Severity } from './severity.ts';

/** What would leave, by week and step. */
export interface SimulatedRow {
  /** Monday. */
  readonly week: CalendarDate;
  readonly scenarioKey: string;
  readonly stepKey: string | null;
  readonly kind: PlannedStep['kind'];
  readonly severity: Severity | null;
  readonly channel: StepChannel;
  readonly isTask: boolean;
  readonly currency: string;
  readonly count: number;
  readonly dueCents: Cents;
}

export interface Simulation {
  readonly rows: readonly SimulatedRow[];
  /** Who would be contacted, and how often. */
  readonly payers: ReadonlyMap<number, number>;
  readonly days: readonly { readonly day: CalendarDate; readonly steps: readonly PlannedStep[] }[];
}

export interface SimulatedPeriod {
  readonly from: CalendarDate;
  /** Calendar days, the first one included. */
  readonly dayCount: number;
}

/**
 * Plans each day of a period. `payersOn` gives the facts of a day as they were or will be, without
 * what the simulation itself sends, which is added to them.
 */
export function simulatePlan(
  payersOn: (day: CalendarDate) => readonly PlannerPayer[],
  settings: PlannerSettings,
  { from, dayCount }: SimulatedPeriod,
): Simulation {
  const memory = new Map<number, PayerMemory>();
  const planned: { readonly day: CalendarDate; readonly plan: PayerPlan }[] = [];
  for (let at = 0; at < dayCount; at += 1) {
    const day = addDays(from, at);
    const known = payersOn(day).map((payer) => withMemory(payer, memory.get(payer.payerId)));
    for (const plan of planDay(known, settings, day).payers) {
      planned.push({ day, plan });
      remember(memory, plan, day);
    }
  }
  return simulationOf(planned);
}

/** What these plans come to, each on its day. */
export function simulationOf(
  planned: readonly { readonly day: CalendarDate; readonly plan: PayerPlan }[],
): Simulation {
  const rows = new Map<string, SimulatedRow>();
  const payers = new Map<number, number>();
  const days = new Map<CalendarDate, PlannedStep[]>();
  for (const { day, plan } of planned.toSorted((a, b) => daysBetween(b.day, a.day))) {
    for (const { step, isTask } of stepsOf(plan)) {
      addRow(rows, step, day, isTask);
      payers.set(step.payerId, (payers.get(step.payerId) ?? 0) + 1);
      const known = days.get(day);
      if (known === undefined) days.set(day, [step]);
      else known.push(step);
    }
  }
  return {
    rows: [...rows.values()],
    payers,
    days: Array.from(days, ([day, steps]) => ({ day, steps })),
  };
}

/** The books the payers were read from. */
export interface KnownBooks {
  readonly today: CalendarDate;
  readonly bankDate: CalendarDate | null;
  /** Of the judgement of their accounts: whether estimated dates are taken. */
  readonly purpose: 'automatic' | 'call';
}

/** The coming days of these payers, if nobody pays. */
export function planAhead(
  payers: readonly PlannerPayer[],
  settings: PlannerSettings,
  period: SimulatedPeriod,
  books: KnownBooks,
): Simulation {
  return simulatePlan((day) => payersAhead(payers, settings, day, books), settings, period);
}

/** The same payers on a day ahead: their accounts judged as of it, the bank known as far. */
export function payersAhead(
  payers: readonly PlannerPayer[],
  settings: PlannerSettings,
  today: CalendarDate,
  books: KnownBooks,
): readonly PlannerPayer[] {
  const context = chaseAhead(settings, today, books);
  return payers.map((payer) => payerAhead(payer, context));
}

/** How accounts are judged on a day ahead. */
export function chaseAhead(
  { calendar, grace }: PlannerSettings,
  today: CalendarDate,
  books: KnownBooks,
): ChaseContext {
  const elapsed = businessDaysBetween(books.today, today, calendar);
  const bankDate =
    books.bankDate === null ? null : addBusinessDays(books.bankDate, elapsed, calendar);
  return chaseContext({ today, bankDate, purpose: books.purpose, calendar, grace });
}

/** A payer whose accounts are judged anew. */
export function payerAhead(payer: PlannerPayer, context: ChaseContext): PlannerPayer {
  return {
    ...payer,
    accounts: payer.accounts.map((account) => ({
      ...account,
      assessed: assessAccount(account.openItems, account.situation, context),
    })),
  };
}

/** What a plan leaves behind once all of it went: what is known of the payer the next time. */
export interface PayerMemory {
  readonly events: ReadonlyMap<number, readonly ItemEvent[]>;
  readonly messages: readonly PastMessage[];
}

/** Nothing is remembered. */
export const NO_MEMORY: PayerMemory = { events: new Map(), messages: [] };

/** What is remembered after more has happened. */
export function joinMemory(known: PayerMemory, added: PayerMemory): PayerMemory {
  return {
    events: joined(known.events, added.events),
    messages: [...known.messages, ...added.messages],
  };
}

/** What becomes of a payer's plan when everything in it is sent and done that day. */
export function resultsOf(plan: PayerPlan, day: CalendarDate): PayerMemory {
  const { message, tasks, orderBlocks, skipped, repNotices } = plan;
  const events = new Map<number, ItemEvent[]>();
  const append = (receivableId: number, event: ItemEvent) => {
    const known = events.get(receivableId);
    if (known === undefined) events.set(receivableId, [event]);
    else known.push(event);
  };
  const went = (items: readonly CoveredItem[], state: 'sent' | 'done') => {
    for (const { receivableId, claimKey, severity, cycle } of items) {
      append(receivableId, { kind: 'step', claimKey, severity, cycle, state, day });
    }
  };
  for (const { receivableId, claimKey, cycle } of skipped) {
    const passed = {
      kind: 'step',
      claimKey,
      severity: null,
      cycle,
      state: 'skipped',
      day,
    } as const;
    append(receivableId, passed);
  }
  if (message !== null) went(message.items, 'sent');
  for (const { items } of [...tasks, ...orderBlocks]) went(items, 'done');
  for (const { items } of repNotices) {
    for (const { receivableId, claimKey } of items) {
      append(receivableId, { kind: 'rep_noticed', claimKey, day });
    }
  }
  if (message === null) return { events, messages: [] };
  const { channel, purpose, currency, mode } = message;
  const isAutomatic = mode === 'automatic';
  return { events, messages: [{ day, channel, purpose, isAutomatic, isWaiting: false, currency }] };
}

/** A payer with what is remembered of him beside what is known. */
export function withMemory(payer: PlannerPayer, memory: PayerMemory | undefined): PlannerPayer {
  if (memory === undefined) return payer;
  return {
    ...payer,
    events: joined(payer.events, memory.events),
    messages: [...payer.messages, ...memory.messages],
  };
}

function remember(memory: Map<number, PayerMemory>, plan: PayerPlan, day: CalendarDate): void {
  const results = resultsOf(plan, day);
  if (results.events.size === 0) return;
  memory.set(plan.payerId, joinMemory(memory.get(plan.payerId) ?? NO_MEMORY, results));
}

function joined(
  known: PayerMemory['events'],
  added: PayerMemory['events'],
): ReadonlyMap<number, readonly ItemEvent[]> {
  const all = new Map(known);
  for (const [receivableId, events] of added) {
    all.set(receivableId, [...(all.get(receivableId) ?? []), ...events]);
  }
  return all;
}

function stepsOf({ message, tasks }: PayerPlan): { step: PlannedStep; isTask: boolean }[] {
  const done = tasks.map((step) => ({ step, isTask: true }));
  return message === null ? done : [{ step: message, isTask: false }, ...done];
}

function addRow(
  rows: Map<string, SimulatedRow>,
  step: PlannedStep,
  day: CalendarDate,
  isTask: boolean,
): void {
  const week = mondayOf(day);
  const { scenarioKey, stepKey, kind, severity, channel, currency, dueCents } = step;
  const key = [week, scenarioKey, stepKey, kind, channel, isTask, currency].join('|');
  const known = rows.get(key);
  rows.set(key, {
    week,
    scenarioKey,
    stepKey,
    kind,
    severity,
    channel,
    isTask,
    currency,
    count: (known?.count ?? 0) + 1,
    dueCents: (known?.dueCents ?? 0) + dueCents,
  });
}
