/**
 * The ledger of a company as a job opens it: its own connections, the core's write gate and day.
 */
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { JobTools } from '../ports/jobs.ts';
import type { JobCompany } from '../use-cases/imports/import-jobs.ts';

/** Runs `work` over the company's ledger and closes it whatever happens. */
export async function withLedger<Answer>(
  company: JobCompany,
  tools: JobTools,
  work: (ledger: Ledger) => Answer | Promise<Answer>,
): Promise<Answer> {
  const ledger = openLedger({
    file: company.ledgerPath,
    clock: { now: () => tools.startedAt, today: () => tools.today },
    log: tools.log,
    backupsPath: company.backupsPath,
    holdGate: (write) => tools.withWriteGate(company.companyKey, write),
  });
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}
