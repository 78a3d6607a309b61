/**
 * Starts the long analysis where the books have left it behind, once at a time a company: from the
 * scheduler, and from a screen that misses its figures.
 */
import type { OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext } from '../context.ts';
import { staleSteps } from './analyse.ts';
import { analyse as analyseJob } from './analyse-job-key.ts';

/** Told to the windows when new results are there. */
export const ANALYSIS_TOPIC = 'analysis';

export interface AnalysisState {
  /** Every result is of the books as they are. */
  readonly isReady: boolean;
  /** The work under way; null when there is none. */
  readonly jobId: string | null;
}

const running = new WeakMap<OpenCompany['ledger'], string>();
/** Books on which the work failed: not tried again before they move. */
const failed = new WeakMap<OpenCompany['ledger'], string>();

/** How far the analysis of a company is, begun where it is to be made. */
export function ensureAnalysis(context: AppContext, company: OpenCompany): AnalysisState {
  const { ledger, key } = company;
  const known = running.get(ledger);
  if (known !== undefined) return { isReady: false, jobId: known };
  if (staleSteps(ledger).length === 0) return { isReady: true, jobId: null };
  const books = JSON.stringify(ledger.version());
  if (failed.get(ledger) === books) return { isReady: false, jobId: null };
  const request = { companyKey: key, subject: '', mayCancel: false };
  const { jobId, outcome } = context.jobs.start(analyseJob, placesOf(company), request);
  running.set(ledger, jobId);
  void outcome.then(({ state }) => {
    running.delete(ledger);
    if (state === 'failed') failed.set(ledger, books);
    if (ledger.isOpen()) ledger.announce({ topics: [ANALYSIS_TOPIC], customerIds: [] });
  });
  return { isReady: false, jobId };
}
