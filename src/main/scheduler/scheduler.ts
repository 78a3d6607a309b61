/**
 * What comes due by itself: a new day, the ledgers brought to it, the folder of invoice PDFs, one
 * copy of each ledger a day, the forecast of each week frozen, the mailbox of replies, the files of
 * the watched folder.
 *
 * One tick every thirty seconds compares the wall clock with what is due. A laptop that slept and
 * a clock that was set need nothing more, and no timer is ever longer than a tick. Nothing here
 * is urgent: what fails is logged and tried again the next day.
 */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { listBackups } from '../ledger/backup/backups.ts';
import { needsRebuild } from '../ledger/interpretation/derived-state.ts';
import { rollTo } from '../ledger/interpretation/roll-forward.ts';
import { evaluateAlerts } from '../use-cases/alerts/evaluate-alerts.ts';
import { ensureAnalysis } from '../use-cases/analysis/ensure-analysis.ts';
import { findCompany, type OpenCompany } from '../use-cases/companies/open-company.ts';
import { placesOf } from '../use-cases/companies/places-of.ts';
import type { AppContext } from '../use-cases/context.ts';
import { freezeWeek } from '../use-cases/forecast/freeze-week.ts';
import { backup, interpretAll } from '../use-cases/imports/import-jobs.ts';
import { lookAtWatchedFolder } from '../use-cases/imports/watched-folder.ts';
import { readMailboxWhenDue } from '../use-cases/incoming/read-mailbox.ts';
import { pulseSoon } from '../use-cases/outbox/deliveries.ts';
import { scanInvoiceFolder } from '../use-cases/outbox/invoice-folder.ts';

const TICK_MS = 30_000;

export interface Scheduler {
  /** Does what is due now; for tests, otherwise called every thirty seconds. */
  tick(): Promise<void>;
  stop(): void;
}

/** Starts to tick; the first tick is at once. */
export function startScheduler(context: AppContext): Scheduler {
  const { clock, companies, events, log } = context;
  /** The day to which each company was brought. */
  const broughtTo = new Map<string, CalendarDate>();
  /** The day on which freezing a company's forecast failed. */
  const notFrozenOn = new Map<string, CalendarDate>();
  let lastDay = clock.today();

  async function tick(): Promise<void> {
    const today = clock.today();
    for (const { key } of companies.list()) {
      const company = findCompany(context, key);
      if (company === null) continue;
      // What leaves waits for nothing of the rest, and keeps nothing of the rest waiting.
      pulseSoon(context, company);
      readMailboxWhenDue(context, company);
      lookSoon(company);
      if (broughtTo.get(key) === today) {
        if (ensureAnalysis(context, company).isReady) await freezeSoon(company);
        watch(company);
        continue;
      }
      broughtTo.set(key, today);
      try {
        await bringTo(context, company, today);
      } catch (error) {
        log.error('day_not_begun', error, { company: key });
      }
    }
    if (today === lastDay) return;
    lastDay = today;
    events.publish({ kind: 'day_changed', today });
  }

  /** Freezes the week's forecast; what fails is tried again the next day. */
  async function freezeSoon(company: OpenCompany): Promise<void> {
    const today = clock.today();
    if (notFrozenOn.get(company.key) === today) return;
    try {
      await freezeWeek(company);
    } catch (error) {
      notFrozenOn.set(company.key, today);
      log.error('forecast_not_frozen', error, { company: company.key });
    }
  }

  /** A folder of the network may hang for long: no tick waits for it. */
  function lookSoon(company: OpenCompany): void {
    void lookAtWatchedFolder(context, company).catch((error: unknown) => {
      if (company.ledger.isOpen()) {
        log.error('watched_folder_not_looked_at', error, { company: company.key });
      }
    });
  }

  /** Alerts wait for no tick to end, and keep none waiting. */
  function watch(company: OpenCompany): void {
    void evaluateAlerts(company).catch((error: unknown) => {
      if (company.ledger.isOpen()) {
        log.error('alerts_not_evaluated', error, { company: company.key });
      }
    });
  }

  const timer = setInterval(() => void tick(), TICK_MS);
  timer.unref();
  void tick();
  return { tick, stop: () => clearInterval(timer) };
}

/** Brings a company to a day: its open items first, then its copy. */
async function bringTo(
  context: AppContext,
  company: OpenCompany,
  today: CalendarDate,
): Promise<void> {
  const { ledger, key, folder } = company;
  const request = { companyKey: key, subject: '', mayCancel: false };
  if (ledger.read(needsRebuild)) {
    const { outcome } = context.jobs.start(interpretAll, placesOf(company), request);
    void outcome.then(() => ledger.announce({ topics: ['items'], customerIds: 'all' }));
  } else {
    await ledger.write((writer) => rollTo(writer, today));
  }
  scanInvoiceFolder(context, company);
  const isCopied = listBackups(folder.backupsPath).some(
    ({ madeAt }) => madeAt.slice(0, 10) >= today,
  );
  if (isCopied || folder.isSample || ledger.version().entryId === 0) return;
  context.jobs.start(backup, { ...placesOf(company), reason: 'daily' }, request);
}
