/** Reads the whole history for what the screens show of it. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { makeStaleSteps } from '../use-cases/analysis/analyse.ts';
import type { JobCompany } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<JobCompany, { readonly made: readonly string[] }> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    const made = await makeStaleSteps(ledger, tools.today, (name, count, total) => {
      tools.stopIfCancelled();
      tools.progress(count, total, name);
    });
    return done({ made });
  });
