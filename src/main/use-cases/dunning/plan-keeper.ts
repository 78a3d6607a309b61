/**
 * Keeps the plan of the day of a company, for as long as neither the ledger nor the day moves.
 *
 * A plan over a large ledger takes most of a second, so it is made payer by payer and gives the
 * thread back in between; a message that is asked for right after finds the same plan.
 */
import { setImmediate } from 'node:timers/promises';
import { type DayContext, dayContext } from '../../../shared/domain/dunning/day-context.ts';
import type {
  DayPlan,
  PayerPlan,
  PlannedMessage,
} from '../../../shared/domain/dunning/day-plan.ts';
import { overdueTotals } from '../../../shared/domain/dunning/plan-day.ts';
import { planPayer } from '../../../shared/domain/dunning/plan-payer.ts';
import { type PayerThanks, planThanks } from '../../../shared/domain/dunning/plan-thanks.ts';
import type {
  PlannerPayer,
  PlannerSettings,
} from '../../../shared/domain/dunning/planner-input.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { isLocked, type SendingGuard, sendingGuards } from '../outbox/sending-guards.ts';
import { sendingState } from '../outbox/sending-state.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type DunningFacts, plannerPayer, readDunningFacts } from './dunning-facts.ts';
import { readReceiptsOf, readThankable } from './receipts.ts';
import { assignmentRules, type LibraryScenario, scenarioLibrary } from './scenario-library.ts';

/** Payers planned before the thread is given back. */
const STAGE_PAYERS = 300;

export interface CompanyPlan {
  readonly portfolio: Portfolio;
  readonly facts: DunningFacts;
  readonly library: ReadonlyMap<string, LibraryScenario>;
  readonly settings: PlannerSettings;
  readonly guards: readonly SendingGuard[];
  readonly payers: ReadonlyMap<number, PlannerPayer>;
  readonly context: DayContext;
  readonly plan: DayPlan;
  readonly byPayer: ReadonlyMap<number, PayerPlan>;
  /** Thanks of payers who paid of late something that was chased, whether they still owe or not. */
  readonly thanks: ReadonlyMap<number, PayerThanks>;
}

interface Kept {
  readonly key: string;
  readonly plan: Promise<CompanyPlan>;
}

const kept = new WeakMap<Ledger, Kept>();

/** The plan of today at the ledger's version of now. */
export function companyPlan(context: AppContext, company: OpenCompany): Promise<CompanyPlan> {
  const { entryId, asOf, bankDate } = company.ledger.version();
  const key = [entryId, asOf, bankDate, company.ledger.clock.today()].join('|');
  const known = kept.get(company.ledger);
  if (known?.key === key) return known.plan;
  const plan = makePlan(context, company);
  kept.set(company.ledger, { key, plan });
  plan.catch(() => kept.delete(company.ledger));
  return plan;
}

/** What is written to a payer today: the message of his steps, else thanks; null for nothing. */
export function messageFor(
  { byPayer, thanks }: Pick<CompanyPlan, 'byPayer' | 'thanks'>,
  payerId: number,
): PlannedMessage | null {
  return byPayer.get(payerId)?.message ?? thanks.get(payerId)?.message ?? null;
}

/** The thanks of one payer for all that he paid of late, chased or not. */
export function thanksOf(
  company: OpenCompany,
  { portfolio, facts, byPayer, context }: CompanyPlan,
  payerId: number,
): PayerThanks {
  const receipts = company.ledger.read((reader) =>
    readReceiptsOf(reader, payerId, { portfolio, facts }),
  );
  const payer = plannerPayer(payerId, portfolio, facts);
  return planThanks(payer, receipts, byPayer.get(payerId) ?? null, context);
}

/** What the planner is given of the settings, the library and the guards. */
export function plannerSettings(
  context: AppContext,
  company: OpenCompany,
  portfolio: Portfolio,
): Pick<CompanyPlan, 'settings' | 'library' | 'guards'> {
  const guards = sendingGuards(context, company, portfolio);
  return company.ledger.read((reader) => {
    const library = scenarioLibrary(reader);
    const settings: PlannerSettings = {
      dunning: portfolio.settings.dunning,
      calendar: portfolio.calendar,
      grace: portfolio.grace,
      scenarios: new Map(Array.from(library, ([key, { scenario }]) => [key, scenario])),
      rules: assignmentRules(reader),
      freshness: portfolio.freshness.level,
      isStaleAllowed: sendingState(reader).staleAllowed?.on === portfolio.today,
      isSendingLocked: isLocked(guards),
      mainCurrency: LEDGER_CURRENCY,
    };
    return { settings, library, guards };
  });
}

/** Those of whom something is open, by who pays for it. */
export function openPayers(portfolio: Portfolio): { readonly payerId: number }[] {
  return Array.from(portfolio.payers)
    .filter(([, ids]) => ids.some((id) => (portfolio.accounts.get(id)?.items.length ?? 0) > 0))
    .map(([payerId]) => ({ payerId }));
}

/** Plans payers by stages; each is taken, or made, right before he is planned. */
export async function planInStages(
  payers: Iterable<PlannerPayer>,
  context: DayContext,
): Promise<DayPlan> {
  const plans: PayerPlan[] = [];
  for (const payer of payers) {
    if (plans.length % STAGE_PAYERS === 0) await setImmediate();
    plans.push(planPayer(payer, context));
  }
  return { day: context.today, payers: plans, totals: overdueTotals(plans) };
}

async function makePlan(context: AppContext, company: OpenCompany): Promise<CompanyPlan> {
  const portfolio = await company.portfolio.read();
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio));
  await setImmediate();
  const { settings, library, guards } = plannerSettings(context, company, portfolio);
  const thankable = company.ledger.read((reader) =>
    readThankable(reader, { portfolio, facts, settings }),
  );
  await setImmediate();
  const open = openPayers(portfolio);
  const day = dayContext(open, settings, portfolio.today);
  const payers = new Map<number, PlannerPayer>();
  const plan = await planInStages(madeOneByOne(), day);
  const byPayer = new Map(plan.payers.map((one) => [one.payerId, one]));
  return {
    portfolio,
    facts,
    library,
    settings,
    guards,
    payers,
    context: day,
    plan,
    byPayer,
    thanks: new Map(
      Array.from(thankable, ([payerId, receipts]) => {
        const payer = plannerPayer(payerId, portfolio, facts);
        return [payerId, planThanks(payer, receipts, byPayer.get(payerId) ?? null, day)];
      }),
    ),
  };
  /** Made all at once they would hold the thread, and be read from far again by the planner. */
  function* madeOneByOne(): Iterable<PlannerPayer> {
    for (const { payerId } of open) {
      const payer = plannerPayer(payerId, portfolio, facts);
      payers.set(payerId, payer);
      yield payer;
    }
  }
}
