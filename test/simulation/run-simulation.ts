/**
 * One seeded life of a company: each day things happen, files are imported, taken back or given up,
 * reminders are approved and leave, the application is closed, cut off, left alone for weeks or
 * brought back to an old copy, and every law is checked.
 */
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { atMostOnce } from './checkers/at-most-once.ts';
import { attention } from './checkers/attention.ts';
import { buckets } from './checkers/buckets.ts';
import type { Checker } from './checkers/checker.ts';
import { conservation } from './checkers/conservation.ts';
import { identities } from './checkers/identities.ts';
import { journal } from './checkers/journal.ts';
import { keptBytes } from './checkers/kept-bytes.ts';
import { levels } from './checkers/levels.ts';
import { overdue } from './checkers/overdue.ts';
import { promises } from './checkers/promises.ts';
import { rebuild } from './checkers/rebuild.ts';
import { silence } from './checkers/silence.ts';
import { viewEqualsDomain } from './checkers/view-equals-domain.ts';
import { type Counts, Life } from './life.ts';

const CHECKERS: Readonly<Record<string, Checker>> = {
  conservation,
  buckets,
  identities,
  journal,
  promises,
  rebuild,
  viewEqualsDomain,
  silence,
  atMostOnce,
  attention,
  levels,
  overdue,
  keptBytes,
};
const FIRST_DAY = calendarDate('2026-01-05');

export interface Simulated extends Counts {
  readonly seed: number;
  readonly days: number;
}

/** Lives that many days; throws with the seed, the day and the law that does not hold. */
export async function runSimulation(seed: number, days: number): Promise<Simulated> {
  const life = new Life(seed, FIRST_DAY);
  await life.start();
  try {
    for (let dayNumber = 0; dayNumber < days; dayNumber += 1) {
      await liveDay(life, { seed, dayNumber });
    }
  } finally {
    await life.end();
  }
  return { seed, days, ...life.counts };
}

async function liveDay(
  life: Life,
  { seed, dayNumber }: { readonly seed: number; readonly dayNumber: number },
): Promise<void> {
  const day = addDays(FIRST_DAY, dayNumber);
  try {
    if (!(await life.day(day))) return;
    const checked = { ...life.checked(), day, dayNumber };
    for (const [law, check] of Object.entries(CHECKERS)) {
      await check(checked).catch((error: unknown) => {
        throw new Error(`the law « ${law} » does not hold`, { cause: error });
      });
    }
    await life.evening();
  } catch (error) {
    const replay = `npm run simulate -- --seed ${seed} --days ${dayNumber + 1}`;
    throw new Error(`seed ${seed}, day ${dayNumber} (${day})\n  ${replay}`, { cause: error });
  }
}
