/** Dry run (simulation à blanc): what would leave in the days to come, and nothing written. */
import type { DryRun } from '../../../shared/contract/dunning.ts';
import type { planAhead, Simulation } from '../../../shared/domain/dunning/plan-ahead.ts';
import { graverOf, type Severity } from '../../../shared/domain/dunning/severity.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { CompanyPlan } from './plan-keeper.ts';
import { stepLabelOf } from './planned-rows.ts';
import { rulesFor } from './replay-settings.ts';

interface DryRunForm {
  readonly language: Language;
  readonly simulate: typeof planAhead;
}

/** The coming days, each payer under his own scenario or all under one; null if it is unknown. */
export function dryRunAnswer(
  known: CompanyPlan,
  wanted: { readonly days: number; readonly scenarioKey: string | null },
  form: DryRunForm,
): DryRun | null {
  const { settings, payers, portfolio } = known;
  const { scenarioKey } = wanted;
  if (scenarioKey !== null && !settings.scenarios.has(scenarioKey)) return null;
  const rules = rulesFor(scenarioKey) ?? settings.rules;
  const from = portfolio.today;
  const simulation = form.simulate(
    [...payers.values()].map((payer) => ({
      ...payer,
      accounts: payer.accounts.map((account) => ({
        ...account,
        scenarioKey: scenarioKey === null ? account.scenarioKey : null,
      })),
    })),
    { ...settings, rules, isSendingLocked: false },
    { from, dayCount: wanted.days },
    { today: from, bankDate: portfolio.bankDate, purpose: 'call' },
  );
  return answerOf(simulation, known, { from, to: addDays(from, wanted.days - 1), form });
}

function answerOf(
  { rows, days, payers }: Simulation,
  { portfolio, library }: CompanyPlan,
  shown: { readonly from: CalendarDate; readonly to: CalendarDate; readonly form: DryRunForm },
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
          stepLabel: stepLabelOf(row, shown.form.language),
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
