/** The long analysis of the books, as work of the job thread. */
import { jobKey } from '../../ports/jobs.ts';
import type { JobCompany } from '../imports/import-jobs.ts';

/** Makes every step that the books have left behind; answers the names of those it made. */
export const analyse = jobKey<JobCompany, { readonly made: readonly string[] }>('analyse');
