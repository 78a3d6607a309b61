/** Makes the proposals for the movements of the bank. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { JobCompany } from '../use-cases/imports/import-jobs.ts';
import { makeMatches } from '../use-cases/receipts/make-matches.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<JobCompany, { readonly count: number }> = (input, tools) =>
  withLedger(input, tools, async (ledger) => done({ count: await makeMatches(ledger) }));
