/** The job that fills the sample company: its files by the common road, then what people did. */
import { jobKey } from '../../ports/jobs.ts';
import type { JobCompany } from '../imports/import-jobs.ts';

export const sampleJob = jobKey<JobCompany, { readonly customerCount: number }>('sample');
