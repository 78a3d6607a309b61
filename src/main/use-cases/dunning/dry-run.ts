/** Dry run (simulation à blanc): what would leave in the days to come, and nothing written. */
import { setImmediate } from 'node:timers/promises';
import type { DryRun } from '../../../shared/contract/dunning.ts';
import { type DayContext, dayContext } from '../../../shared/domain/dunning/day-context.ts';
import {
  chaseAhead,
  NO_MEMORY,
  payerAhead,
  type Simulation,
  simulationOf,
  withMemory,
} from '../../../shared/domain/dunning/plan-ahead.ts';
import type {
  PlannerPayer,
  PlannerSettings,
} from '../../../shared/domain/dunning/planner-input.ts';
import { graverOf, type Severity } from '../../../shared/domain/dunning/severity.ts';
import {
  type PayerCourse,
  type PlannedDay,
  simulatePayer,
} from '../../../shared/domain/dunning/simulate-payer.ts';
import type { ChaseContext } from '../../../shared/domain/receivable/verdict.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { CompanyPlan } from './plan-keeper.ts';
import { stepLabelOf } from './planned-rows.ts';
import { rulesFor } from './replay-settings.ts';

/** Payers simulated before the thread is given back. */
const STAGE_PAYERS = 10;

/** The coming days, each payer under his own scenario or all under one; null if it is unknown. */
export async function dryRunAnswer(
  known: CompanyPlan,
  wanted: { readonly days: number; readonly scenarioKey: string | null },
  language: Language,
): Promise<DryRun | null> {
  const { scenarioKey } = wanted;
  if (scenarioKey !== null && !known.settings.scenarios.has(scenarioKey)) return null;
  const { portfolio } = known;
  const from = portfolio.today;
  const planned = await plannedAhead(known, wanted);
  const to = addDays(from, wanted.days - 1);
  return answerOf(simulationOf(planned), known, { from, to, language });
}

/** Plans the payers one after the other over all the days, by stages. */
async function plannedAhead(
  { settings, payers, portfolio }: CompanyPlan,
  wanted: { readonly days: number; readonly scenarioKey: string | null },
): Promise<readonly PlannedDay[]> {
  const { scenarioKey } = wanted;
  const rules = rulesFor(scenarioKey) ?? settings.rules;
  const own: PlannerSettings = { ...settings, rules, isSendingLocked: false };
  const { today, bankDate } = portfolio;
  const books = { today, bankDate, purpose: 'call' as const };
  const everybody = [...payers.values()];
  const days = Array.from({ length: wanted.days }, (_, at) => addDays(today, at));
  const contexts = new Map(
    days.map((day) => [
      day,
      { plan: dayContext(everybody, own, day), chase: chaseAhead(own, day, books) },
    ]),
  );
  const on = (day: CalendarDate) => contexts.get(day) as { plan: DayContext; chase: ChaseContext };
  const planned: PlannedDay[] = [];
  for (const [at, payer] of everybody.entries()) {
    if (at % STAGE_PAYERS === 0) await setImmediate();
    const free = scenarioKey === null ? payer : withoutChoice(payer);
    const course: PayerCourse = {
      before: NO_MEMORY,
      on: (day, memory) => withMemory(payerAhead(free, on(day).chase), memory),
      moves: [],
    };
    planned.push(...simulatePayer(course, days, (day) => on(day).plan));
  }
  return planned;
}

function withoutChoice(payer: PlannerPayer): PlannerPayer {
  return {
    ...payer,
    accounts: payer.accounts.map((account) => ({ ...account, scenarioKey: null })),
  };
}

function answerOf(
  { rows, days, payers }: Simulation,
  { portfolio, library }: CompanyPlan,
  shown: { readonly from: CalendarDate; readonly to: CalendarDate; readonly language: Language },
): DryRun {
  const weeks = [...new Set(rows.map(({ week }) => week))].sort();
  const contacted = new Map<number, { firstOn: CalendarDate; severity: Severity | null }>();
  for (const { day, steps } of days) {
    for (const { payerId, severity } of steps) {
      const known = contacted.get(payerId);
      contacted.set(payerId, {
        firstOn: known?.firstOn ?? day,
        severity: graverOf(known?.severity ?? null, severity),
      });
    }
  }
  return {
    from: shown.from,
    to: shown.to,
    messageCount: rows.reduce((sum, { count }) => sum + count, 0),
    payerCount: payers.size,
    amountCents: rows.reduce((sum, { dueCents }) => sum + dueCents, 0),
    weeks: weeks.map((weekStart) => ({
      weekStart,
      steps: rows
        .filter(({ week }) => week === weekStart)
        .map((row) => ({
          scenarioKey: row.scenarioKey,
          scenarioName: library.get(row.scenarioKey)?.scenario.name ?? row.scenarioKey,
          stepLabel: stepLabelOf(row, shown.language),
          channel: row.channel,
          count: row.count,
          amountCents: row.dueCents,
        })),
    })),
    contacted: Array.from(contacted, ([payerId, { firstOn, severity }]) => ({
      payerId,
      name: portfolio.accounts.get(payerId)?.record.name ?? '',
      messageCount: payers.get(payerId) ?? 0,
      firstOn,
      lastSeverity: severity,
    })).sort((a, b) => b.messageCount - a.messageCount || a.name.localeCompare(b.name)),
  };
}
