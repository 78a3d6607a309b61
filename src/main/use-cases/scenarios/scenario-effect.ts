/**
 * What saving a scenario would change today: the payers who follow it are planned again with it,
 * nobody else can be touched by it.
 */
import { dayContext } from '../../../shared/domain/dunning/day-context.ts';
import type { PayerPlan } from '../../../shared/domain/dunning/day-plan.ts';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import type { Language } from '../../../shared/format/language.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { type CompanyPlan, planInStages } from '../dunning/plan-keeper.ts';
import { stepLabelOf } from '../dunning/planned-rows.ts';
import { followersOf } from './followers.ts';

const ROWS_MAX = 200;

/** Before, after, and for whom it differs, the largest amounts first. */
export async function scenarioEffect(known: CompanyPlan, scenario: Scenario, language: Language) {
  const { scenarioKey } = scenario;
  const touched = new Set(
    known.plan.payers
      .filter(({ assignments }) => assignments.some((one) => one.scenarioKey === scenarioKey))
      .map(({ payerId }) => payerId),
  );
  const all = [...known.payers.values()];
  const scenarios = new Map(known.settings.scenarios).set(scenarioKey, scenario);
  // The pilot sample is drawn among everybody.
  const context = dayContext(all, { ...known.settings, scenarios }, known.plan.day);
  const planned = await planInStages(
    all.filter(({ payerId }) => touched.has(payerId)),
    context,
  );
  const after = new Map(planned.payers.map((plan) => [plan.payerId, plan]));
  const currency = known.settings.mainCurrency;
  const library = new Map(known.library).set(scenarioKey, {
    scenario,
    origin: 'own',
    shippedSha256: null,
    hasNewerShipped: false,
  });
  const rows = known.plan.payers.flatMap((before) => {
    const next = after.get(before.payerId);
    const was = said(before, language);
    const will = next === undefined ? was : said(next, language);
    if (was === will) return [];
    const amountCents = amountOf(next ?? before, currency) || amountOf(before, currency);
    const { payerId } = before;
    const name = known.portfolio.accounts.get(payerId)?.record.name ?? '';
    return [{ payerId, name, before: was, after: will, amountCents }];
  });
  return {
    before: counted(known.plan.payers, currency),
    after: counted(
      known.plan.payers.map((plan) => after.get(plan.payerId) ?? plan),
      currency,
    ),
    changedCount: rows.length,
    followerCount: followersOf({ ...known, library }, known.settings.rules).filter(
      (one) => one.scenarioKey === scenarioKey,
    ).length,
    guards: known.guards.map((code) => dunningBatchText[language].guards[code] ?? code),
    rows: rows.sort((a, b) => b.amountCents - a.amountCents).slice(0, ROWS_MAX),
  };
}

/** « Relance 2 par courriel, à confirmer · Appel par téléphone »; null for an empty day. */
function said({ message, tasks }: PayerPlan, language: Language): string | null {
  const words = scenarioText[language];
  const steps = [
    ...(message === null
      ? []
      : [
          `${stepLabelOf(message, language)} ${words.by[message.channel]}${
            message.mode === 'to_confirm' ? `, ${words.modes.to_confirm.toLowerCase()}` : ''
          }`,
        ]),
    ...tasks.map((task) => `${stepLabelOf(task, language)} ${words.by[task.channel]}`),
  ];
  return steps.length === 0 ? null : steps.join(' · ');
}

function counted(plans: readonly PayerPlan[], currency: string) {
  return {
    messageCount: plans.filter(({ message }) => message !== null).length,
    taskCount: plans.reduce((count, { tasks }) => count + tasks.length, 0),
    amountCents: plans.reduce((sum, plan) => sum + amountOf(plan, currency), 0),
  };
}

/** What its message and its tasks ask for. */
function amountOf({ message, tasks }: PayerPlan, currency: string): number {
  return [message, ...tasks]
    .flatMap((step) => step ?? [])
    .filter((step) => step.currency === currency)
    .reduce(
      (sum, { dueCents, toFallDueCents }) => sum + (dueCents > 0 ? dueCents : toFallDueCents),
      0,
    );
}
