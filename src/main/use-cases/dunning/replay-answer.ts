/** A replay that is done, as the screen shows it: steps by week, channels, who, in words. */
import type { Replayed } from '../../../shared/contract/replay.ts';
import { nextBusinessDay } from '../../../shared/domain/calendar/business-calendar.ts';
import {
  CROSSED_DAYS,
  type ReplayRow,
  type ReplayTotals,
  weeksOf,
} from '../../../shared/domain/dunning/replay-totals.ts';
import {
  STEP_CHANNELS,
  STEP_KINDS,
  type StepKind,
} from '../../../shared/domain/dunning/scenario.ts';
import { severityRank } from '../../../shared/domain/dunning/severity.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { stepLabelOf } from './planned-rows.ts';
import { type ReplayOutcome, replayJob } from './replay-job-key.ts';
import { scenarioLibrary } from './scenario-library.ts';

/** What a replay of this company came to; null unless the job is one and is done. */
export async function replayedAnswer(
  context: AppContext,
  company: OpenCompany,
  jobId: string,
): Promise<Replayed | null> {
  const job = context.jobs.show(jobId);
  if (job?.kind !== replayJob.kind || job.companyKey !== company.key || job.state !== 'done') {
    return null;
  }
  const portfolio = await company.portfolio.read();
  const { language } = context.settings.read();
  const outcome = job.result as ReplayOutcome;
  const { scenarioKey, months, from, to, booksFrom, totals } = outcome;
  const library = company.ledger.read(scenarioLibrary);
  const { messageCount, taskCount, crossedCount, formalCount, formalPaidCount } = totals;
  return {
    months,
    from,
    to,
    scenarioName:
      scenarioKey === null ? null : (library.get(scenarioKey)?.scenario.name ?? scenarioKey),
    booksFrom,
    messageCount,
    taskCount,
    crossedCount,
    crossedDays: CROSSED_DAYS,
    formalCount,
    formalPaidCount,
    ...byWeek(outcome, portfolio, language),
    channels: STEP_CHANNELS.flatMap((channel) => {
      const count = countOf(totals.rows.filter((row) => row.channel === channel));
      return count === 0 ? [] : [{ channel, count }];
    }),
    contacted: contactedOf(totals, portfolio),
  };
}

/** One column a step by its name, whatever its scenario and channel; one row a week. */
function byWeek({ from, to, totals }: ReplayOutcome, { calendar }: Portfolio, language: Language) {
  const rows = totals.rows.toSorted((a, b) => gravityOf(a) - gravityOf(b));
  const steps = Map.groupBy(rows, (row) => stepLabelOf(row, language));
  const columns = [...steps.values()];
  return {
    steps: Array.from(steps, ([label, own]) => ({ label, count: countOf(own) })),
    weeks: weeksOf(nextBusinessDay(from, calendar), to).map((weekStart) => {
      const counts = columns.map((own) => countOf(own.filter(({ week }) => week === weekStart)));
      return { weekStart, counts, count: counts.reduce((sum, count) => sum + count, 0) };
    }),
  };
}

function countOf(rows: readonly ReplayRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Steps with a level by their gravity; those without one after, by what they are. */
function gravityOf({ severity, kind }: ReplayRow): number {
  if (severity !== null) return severityRank(severity);
  return STEP_KINDS.length * STEP_KINDS.length + STEP_KINDS.indexOf(kind as StepKind);
}

// Made once: a comparison that makes its own rules each time takes most of a sort.
const inFrench = new Intl.Collator('fr');

function contactedOf({ contacts }: ReplayTotals, { accounts }: Portfolio): Replayed['contacted'] {
  return contacts
    .map((contact) => {
      const record = accounts.get(contact.payerId)?.record;
      return { ...contact, code: record?.code ?? '', name: record?.name ?? '' };
    })
    .sort(
      (a, b) =>
        b.messageCount + b.taskCount - a.messageCount - a.taskCount ||
        inFrench.compare(a.name, b.name),
    );
}
