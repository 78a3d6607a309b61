/** Starts the making of proposals where the books have left them behind. */
import { areMatchesStale } from '../../ledger/stores/matches.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext } from '../context.ts';
import { matchReceipts } from './match-job-key.ts';

/** Told to the windows when new proposals are there. */
export const RECEIPTS_TOPIC = 'receipts';

const running = new WeakSet<OpenCompany['ledger']>();
/** Books on which the work failed: not tried again before they move. */
const failed = new WeakMap<OpenCompany['ledger'], string>();

/** Whether the proposals are of the books as they are; begins them where they are not. */
export function ensureMatches(context: AppContext, company: OpenCompany): boolean {
  const { ledger, key } = company;
  if (running.has(ledger)) return false;
  if (!ledger.read(areMatchesStale)) return true;
  const books = JSON.stringify(ledger.version());
  if (failed.get(ledger) === books) return true;
  const request = { companyKey: key, subject: '', mayCancel: false };
  const { outcome } = context.jobs.start(matchReceipts, placesOf(company), request);
  running.add(ledger);
  void outcome.then(({ state }) => {
    running.delete(ledger);
    if (state === 'failed') failed.set(ledger, books);
    if (ledger.isOpen()) ledger.announce({ topics: [RECEIPTS_TOPIC], customerIds: [] });
  });
  return false;
}
