/** Payers, scenarios and settings for tests of the planner, written by what matters in the test. */
import { readdirSync, readFileSync } from 'node:fs';
import { addBusinessDays } from '../../src/shared/domain/calendar/business-calendar.ts';
import { ASSIGNMENT_DEFAULTS } from '../../src/shared/domain/dunning/assignment.ts';
import type { DayPlan, PayerPlan } from '../../src/shared/domain/dunning/day-plan.ts';
import { DUNNING_DEFAULTS } from '../../src/shared/domain/dunning/dunning-settings.ts';
import { planDay } from '../../src/shared/domain/dunning/plan-day.ts';
import {
  type ItemEvent,
  type PlannerAccount,
  type PlannerPayer,
  type PlannerSettings,
  plainPlannerPayer,
  plainTraits,
} from '../../src/shared/domain/dunning/planner-input.ts';
import type { Scenario, ScenarioStep } from '../../src/shared/domain/dunning/scenario.ts';
import { readScenario } from '../../src/shared/domain/dunning/scenario-check.ts';
import type { Severity } from '../../src/shared/domain/dunning/severity.ts';
import { GRACE_DEFAULTS } from '../../src/shared/domain/freshness/lateness.ts';
import type { OpenItem } from '../../src/shared/domain/receivable/open-item.ts';
import type { CustomerSituation } from '../../src/shared/domain/receivable/situation.ts';
import { assessAccount, chaseContext } from '../../src/shared/domain/receivable/verdict.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { customer, euros, france, lateItem, MONDAY, openItem } from './open-items.ts';

const LIBRARY = new URL('../../resources/scenarios/', import.meta.url);

/** The documents of the library, as they ship, by file name. */
export function libraryDocuments(): ReadonlyMap<string, unknown> {
  const files = readdirSync(LIBRARY).sort();
  return new Map(
    files.map((file) => [file, JSON.parse(readFileSync(new URL(file, LIBRARY), 'utf8'))]),
  );
}

/** The scenarios of the library by key. */
export const library: ReadonlyMap<string, Scenario> = new Map(
  [...libraryDocuments().values()].map((document) => {
    const read = readScenario(document);
    if (!read.isDone) throw new Error(JSON.stringify(read.refusal));
    return [read.value.scenarioKey, read.value];
  }),
);

export function scenarioNamed(scenarioKey: string): Scenario {
  const scenario = library.get(scenarioKey);
  if (scenario === undefined) throw new Error(`No scenario ${scenarioKey}`);
  return scenario;
}

/** A step of which only this is said: an automatic e-mail a week after the due date. */
export function step(part: Partial<ScenarioStep> & { readonly days?: number } = {}): ScenarioStep {
  const { days = 7, ...rest } = part;
  return {
    stepKey: `j${days}`,
    kind: 'reminder',
    severity: 'reminder_1',
    delay: { from: 'due_date', days, unit: 'calendar' },
    channel: 'email',
    mode: 'automatic',
    templateKey: 'reminder_1',
    tone: 'by_segment',
    senderKey: null,
    isCopiedToRep: false,
    floorCents: null,
    ceilingCents: null,
    repNoticeBusinessDays: null,
    ...rest,
  };
}

/** A scenario of these steps. */
export function scenario(
  steps: readonly ScenarioStep[],
  part: Partial<Omit<Scenario, 'steps'>> = {},
): Scenario {
  return {
    scenarioKey: 'own',
    name: 'Le mien',
    description: '',
    steps,
    intervalBusinessDays: 5,
    monthlyCap: 4,
    thankYou: {
      isOn: true,
      when: 'settled',
      withinBusinessDays: 5,
      despiteOverdueCents: 0,
      templateKey: 'thank_you',
    },
    ...part,
  };
}

type SettingsPart = Partial<Omit<PlannerSettings, 'dunning'>> & {
  readonly dunning?: Partial<PlannerSettings['dunning']>;
};

/** Settings by default, everybody in the courteous scenario unless a rule says otherwise. */
export function plannerSettings({ dunning = {}, ...part }: SettingsPart = {}): PlannerSettings {
  return {
    dunning: { ...DUNNING_DEFAULTS, ...dunning },
    calendar: france,
    grace: GRACE_DEFAULTS,
    scenarios: library,
    rules: ASSIGNMENT_DEFAULTS,
    freshness: 'fresh',
    isStaleAllowed: false,
    isSendingLocked: false,
    mainCurrency: 'EUR',
    ...part,
  };
}

/** Settings in which everybody follows this scenario. */
export function following(own: Scenario, part: SettingsPart = {}): PlannerSettings {
  return plannerSettings({
    scenarios: new Map([[own.scenarioKey, own]]),
    rules: [{ ruleKey: 'all', scenarioKey: own.scenarioKey, criteria: {} }],
    ...part,
  });
}

export interface AccountPart {
  readonly situation?: CustomerSituation;
  readonly today?: CalendarDate;
  readonly purpose?: 'automatic' | 'call';
  readonly account?: Partial<PlannerAccount>;
}

/** An account judged on the day, the bank known up to the working day before. */
export function plannerAccount(
  openItems: readonly OpenItem[],
  part: AccountPart = {},
): PlannerAccount {
  const { situation = customer(), today = MONDAY, purpose = 'automatic' } = part;
  const bankDate = addBusinessDays(today, -1, france);
  const context = chaseContext({ today, bankDate, purpose, calendar: france });
  return {
    openItems,
    situation,
    assessed: assessAccount(openItems, situation, context),
    traits: { ...plainTraits(situation.customerId), paymentMethod: situation.paymentMethod },
    scenarioKey: null,
    hasRep: false,
    ...part.account,
  };
}

/** A payer of one account with these items. */
export function plannerPayer(
  openItems: readonly OpenItem[],
  part: Partial<PlannerPayer> & { readonly on?: AccountPart } = {},
): PlannerPayer {
  const { on = {}, ...rest } = part;
  return { ...plainPlannerPayer(1, [plannerAccount(openItems, on)]), ...rest };
}

/** A step that went on that day. */
export function went(claimKey: string, severity: Severity | null, day: string): ItemEvent {
  return { kind: 'step', claimKey, severity, cycle: 1, state: 'sent', day: calendarDate(day) };
}

/** The plan of one payer. */
export function planned(
  payer: PlannerPayer,
  settings: PlannerSettings = plannerSettings(),
  today: CalendarDate = MONDAY,
): PayerPlan {
  const [plan] = planDay([payer], settings, today).payers;
  if (plan === undefined) throw new Error('No plan');
  return plan;
}

/** `F1 planned 100 · F2 listed 50`: the verdicts of a plan. */
export function told({ items }: PayerPlan): string {
  return items
    .map(
      ({ item, parts }) =>
        `${item.item.documentNumber} ${parts
          .map(({ verdict, amountCents }) => `${verdict} ${amountCents / 100}`)
          .join(' + ')}`,
    )
    .join(' · ');
}

/** The message of a plan: `reminder_1 email automatic: F1@j7 F2@j7 | F3`. */
export function written({ message }: PayerPlan): string {
  if (message === null) return 'none';
  const { kind, severity, channel, mode, items, listed } = message;
  const covered = items.map(
    ({ item, claimKey }) => `${item.item.documentNumber}@${claimKey.split('/')[1] ?? ''}`,
  );
  const others = listed.map(({ item }) => item.item.documentNumber);
  const after = others.length === 0 ? '' : ` | ${others.join(' ')}`;
  return `${severity ?? kind} ${channel} ${mode}: ${covered.join(' ')}${after}`;
}

/** All amounts of a plan's totals, by currency. */
export function overdueOf(plan: DayPlan): ReadonlyMap<string, number> {
  return new Map(plan.totals.map(({ currency, overdueCents }) => [currency, overdueCents]));
}

/** An overdue invoice `F<id>` of that many euros. */
export const lateAs = (
  id: number,
  amount: number,
  days: number,
  part: Parameters<typeof lateItem>[2] = {},
) => lateItem(euros(amount), days, { receivableId: id, documentNumber: `F${id}`, ...part });

/** An invoice `F<id>` that is not due yet. */
export const toCome = (id: number, amount: number, dueDate: string) =>
  openItem({
    receivableId: id,
    documentNumber: `F${id}`,
    outstandingCents: euros(amount),
    dueDate: calendarDate(dueDate),
  });

/** Everybody follows the courteous scenario. */
export const courteous = following(scenarioNamed('courteous'));

/** Items of the courteous scenario whose next step is that one: what came before went long ago. */
export const AT: Readonly<Record<string, readonly ItemEvent[]>> = {
  j15: [went('courteous/j7', 'reminder_1', '2026-09-01')],
  j30: [went('courteous/j15', 'reminder_2', '2026-09-08')],
  formal: [went('courteous/j30', 'reminder_3', '2026-09-22')],
  ended: [went('courteous/j45-mise-en-demeure', 'formal_notice', '2026-10-12')],
};

/** By item, what takes it to that step of the courteous scenario. */
export const eventsOf = (steps: Readonly<Record<number, string>>) =>
  new Map(Object.entries(steps).map(([id, at]) => [Number(id), AT[at] ?? []]));
