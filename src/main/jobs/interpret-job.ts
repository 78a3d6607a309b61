/** Interprets every customer again: the derived tables are made anew from the facts. */
import { done } from '../../shared/kernel/result.ts';
import { rebuildDerived } from '../ledger/interpretation/reinterpret.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { JobCompany } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<JobCompany, { readonly customerCount: number }> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    let customerCount = 0;
    await ledger.write((writer) =>
      rebuildDerived(writer, {
        asOf: tools.today,
        tick: (customers, total) => {
          customerCount = total;
          tools.progress(customers, total, 'interpreting');
          tools.stopIfCancelled();
        },
      }),
    );
    ledger.checkpoint();
    return done({ customerCount });
  });
