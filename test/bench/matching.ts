/**
 * `node test/bench/matching.ts`: a statement of 10,000 receipts against 100,000 open items, with the
 * noise of a real year. Floor: the index alone, without which nothing can be looked up.
 *
 * In the product it is made in the job thread: what is timed here holds no window.
 */
import { cpus } from 'node:os';
import { type MatchIndex, matchIndexOf } from '../../src/shared/domain/matching/match-index.ts';
import { matchMovements } from '../../src/shared/domain/matching/match-movements.ts';
import { type NoisyDay, type NoisyReceipt, noisyYear } from '../support/noisy-receipts.ts';
import { writeReport } from './report.ts';
import { spent } from './spent.ts';

const CUSTOMERS = 28_000;
const ITEMS = 100_000;
const RECEIPTS = 10_000;
const DAYS_MAX = 365;
const MEGABYTE = 1024 * 1024;

const { customers, morning, receipts } = gathered();
const { items, learnt } = morning;
let index: MatchIndex | null = null;
const floor = await spent(() => {
  index = matchIndexOf({ items, customers, learnt });
});
let proposed = 0;
let automatic = 0;
const whole = await spent(() => {
  const answers = matchMovements(
    index ?? matchIndexOf({ items, customers, learnt }),
    receipts.map(({ movement }) => movement),
  );
  proposed = answers.filter(({ suggestions }) => suggestions.length > 0).length;
  automatic = answers.filter(({ isAutomatic }) => isAutomatic).length;
});

process.stdout.write(
  writeReport('rapprochement', {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`,
    counts: `${receipts.length} encaissements, ${items.length} postes ouverts`,
    ledgerMegabytes: Math.round(process.memoryUsage.rss() / MEGABYTE),
    rows: [
      {
        name: 'propositions de tout le relevé',
        ms: floor.ms + whole.ms,
        floorMs: floor.ms,
        note: `${proposed} avec une proposition, ${automatic} sûres`,
      },
    ],
  }),
);

/** The first morning with so many open items, and what the bank shows from then on. */
function gathered() {
  const year = noisyYear(1, CUSTOMERS);
  let morning: NoisyDay | null = null;
  const receipts: NoisyReceipt[] = [];
  let day = 0;
  for (const one of year.days()) {
    day += 1;
    if (morning === null && one.items.length < ITEMS && day < DAYS_MAX) continue;
    morning ??= one;
    receipts.push(...one.receipts);
    if (receipts.length >= RECEIPTS) break;
  }
  if (morning === null) throw new Error('The year has no day.');
  return { customers: year.customers, morning, receipts: receipts.slice(0, RECEIPTS) };
}
