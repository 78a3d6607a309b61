/** Proposals for the movements of the bank, as work of the job thread. */
import { jobKey } from '../../ports/jobs.ts';
import type { JobCompany } from '../imports/import-jobs.ts';

/** Makes the proposals of every waiting movement; answers how many there are. */
export const matchReceipts = jobKey<JobCompany, { readonly count: number }>('match_receipts');
