/**
 * Replays past months payer by payer: reads the ledger, writes nothing. It is long on a large one
 * and is done by the job thread.
 */
import { settledOn } from '../../../shared/domain/dunning/dated-books.ts';
import type { PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import { replayDays, replayPayer } from '../../../shared/domain/dunning/replay-payer.ts';
import {
  type ReplayTotals,
  sumTotals,
  totalsOfPayer,
} from '../../../shared/domain/dunning/replay-totals.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { readHoldPeriods, readReplayBooks } from '../../ledger/views/replay-books.ts';
import { HABIT_GROUP, type Habit, readHabits } from '../portfolio/habits.ts';
import { readInRuns } from '../portfolio/in-runs.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { PortfolioKeeper } from '../portfolio/portfolio-keeper.ts';
import { readDunningFacts } from './dunning-facts.ts';
import type { ReplayOrder, ReplayOutcome } from './replay-job-key.ts';
import { datedLines, type ReplayFacts, replayPayerOf, settledDays } from './replay-payers.ts';
import { assignmentRules, scenarioLibrary } from './scenario-library.ts';

/** Payers replayed before the shared steps of the days are forgotten, and the stop looked at. */
const STAGE_PAYERS = 100;

/** Hears how far it is; may throw to stop. */
export type OnReplayed = (done: number, total: number, step: 'reading' | 'replaying') => void;

/** The replay of the months up to yesterday; refused where the scenario is unknown. */
export async function replayMonths(
  ledger: Ledger,
  { months, scenarioKey }: Pick<ReplayOrder, 'months' | 'scenarioKey'>,
  onReplayed: OnReplayed,
): Promise<Result<ReplayOutcome, 'scenario_unknown'>> {
  onReplayed(0, 1, 'reading');
  const today = ledger.clock.today();
  const from = addMonths(today, -months);
  const to = addDays(today, -1);
  const facts = await replayFacts(ledger, from);
  const { portfolio } = facts;
  const settings = ledger.read((reader) => ({
    dunning: portfolio.settings.dunning,
    calendar: portfolio.calendar,
    grace: portfolio.grace,
    scenarios: new Map(
      Array.from(scenarioLibrary(reader), ([key, { scenario }]) => [key, scenario]),
    ),
    rules: assignmentRules(reader),
    freshness: portfolio.freshness.level,
    isStaleAllowed: false,
    isSendingLocked: false,
    mainCurrency: LEDGER_CURRENCY,
  })) as PlannerSettings;
  if (scenarioKey !== null && !settings.scenarios.has(scenarioKey)) {
    return refused('scenario_unknown');
  }
  const totals = replayAll(facts, underScenario(settings, scenarioKey), {
    period: { from, to },
    scenarioKey,
    onReplayed,
  });
  const booksFrom = ledger.read(readKnownDays).firstDay;
  return done({ months, scenarioKey, from, to, booksFrom, totals });
}

/** The settings under which everybody follows one scenario; as they are for null. */
export function underScenario(
  settings: PlannerSettings,
  scenarioKey: string | null,
): PlannerSettings {
  if (scenarioKey === null) return settings;
  return { ...settings, rules: [{ ruleKey: 'all', scenarioKey, criteria: {} }] };
}

function replayAll(
  facts: ReplayFacts,
  settings: PlannerSettings,
  asked: {
    readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
    readonly scenarioKey: string | null;
    readonly onReplayed: OnReplayed;
  },
): ReplayTotals {
  const { portfolio } = facts;
  const { bankDate } = portfolio;
  const { matchFirstShareBasisPoints } = portfolio.settings.thresholds;
  const days = replayDays(settings, { ...asked.period, bankDate, matchFirstShareBasisPoints });
  const payerIds = [...portfolio.payers.keys()];
  const totals: ReplayTotals[] = [];
  payerIds.forEach((payerId, at) => {
    if (at % STAGE_PAYERS === 0) {
      days.forget();
      asked.onReplayed(at, payerIds.length, 'replaying');
    }
    const known = replayPayerOf(payerId, facts);
    if (known === null) return;
    const accounts = known.accounts.map((account) => ({
      ...account,
      scenarioKey: asked.scenarioKey === null ? account.scenarioKey : null,
    }));
    const planned = replayPayer({ ...known, accounts }, days);
    totals.push(totalsOfPayer(payerId, planned, settledDays(known, settledOn)));
  });
  return sumTotals(totals);
}

async function replayFacts(ledger: Ledger, from: CalendarDate): Promise<ReplayFacts> {
  const known = await new PortfolioKeeper(ledger).read();
  const portfolio = { ...known, habits: habitsOfAll(ledger, known) };
  const runs = await readInRuns(ledger, (reader, whose) => readReplayBooks(reader, whose, from));
  return {
    portfolio,
    dunning: ledger.read((reader) => readDunningFacts(reader, portfolio)),
    lines: new Map(runs.flatMap((books) => [...datedLines(books)])),
    virtual: Map.groupBy(
      runs.flatMap(({ virtual }) => virtual),
      ({ customerId }) => customerId,
    ),
    holds: Map.groupBy(ledger.read(readHoldPeriods), ({ customerId }) => customerId),
  };
}

/** The portfolio knows the habits of who is late today; in the past others were. */
function habitsOfAll(ledger: Ledger, portfolio: Portfolio): Map<number, Habit> {
  const { today, calendar, accounts, payers } = portfolio;
  const disputed = new Set(
    [...accounts.values()].flatMap(({ disputes }) =>
      disputes.flatMap(({ items }) => items.map(({ receivableId }) => receivableId)),
    ),
  );
  const all = [...payers];
  const habits = new Map<number, Habit>();
  for (let at = 0; at < all.length; at += HABIT_GROUP) {
    const group = new Map(all.slice(at, at + HABIT_GROUP));
    const read = ledger.read((reader) => readHabits(reader, group, { today, calendar, disputed }));
    for (const [payerId, habit] of read) habits.set(payerId, habit);
  }
  return habits;
}
