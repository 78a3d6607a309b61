/**
 * Replays past months payer by payer: reads the ledger, writes nothing. It is long on a large one
 * and is done by the job thread.
 */
import { settledOn } from '../../../shared/domain/dunning/dated-books.ts';
import type { PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import {
  type ReplayPayer,
  replayDays,
  replayPayer,
} from '../../../shared/domain/dunning/replay-payer.ts';
import {
  type ReplayTotals,
  sumTotals,
  totalsOfPayer,
} from '../../../shared/domain/dunning/replay-totals.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { readHoldPeriods, readReplayBooks } from '../../ledger/views/replay-books.ts';
import { readInRuns } from '../portfolio/in-runs.ts';
import { PortfolioKeeper } from '../portfolio/portfolio-keeper.ts';
import { readDunningFacts } from './dunning-facts.ts';
import type { ReplayOrder, ReplayOutcome } from './replay-job-key.ts';
import { datedLines, type ReplayFacts, replayPayerOf, settledDays } from './replay-payers.ts';
import { replaySettings } from './replay-settings.ts';

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
  const settings = ledger.read((reader) => replaySettings(reader, portfolio, scenarioKey));
  if (settings === null) return refused('scenario_unknown');
  const totals = replayAll(facts, settings as PlannerSettings, {
    period: { from, to },
    scenarioKey,
    onReplayed,
  });
  const booksFrom = ledger.read(readKnownDays).firstDay;
  return done({ months, scenarioKey, from, to, booksFrom, totals });
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
    const payer = asked.scenarioKey === null ? known : withoutChoice(known);
    const planned = replayPayer(payer, days);
    totals.push(totalsOfPayer(payerId, planned, settledDays(known, settledOn)));
  });
  return sumTotals(totals);
}

/** A payer whose scenarios nobody chose. */
export function withoutChoice({ who, accounts }: ReplayPayer): ReplayPayer {
  return { who, accounts: accounts.map((account) => ({ ...account, scenarioKey: null })) };
}

/** What the ledger knows of the months from that day on. */
export async function replayFacts(ledger: Ledger, from: CalendarDate): Promise<ReplayFacts> {
  const portfolio = await new PortfolioKeeper(ledger).read();
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
