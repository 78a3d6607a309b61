/**
 * One seeded life of a company: each day things happen, files are imported, taken back or given up,
 * the application is closed and opened again, and every law is checked.
 */
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { TestClock } from '../support/test-clock.ts';
import { buckets } from './checkers/buckets.ts';
import { type Checker, same } from './checkers/checker.ts';
import { conservation } from './checkers/conservation.ts';
import { identities } from './checkers/identities.ts';
import { journal } from './checkers/journal.ts';
import { promises } from './checkers/promises.ts';
import { rebuild } from './checkers/rebuild.ts';
import { viewEqualsDomain } from './checkers/view-equals-domain.ts';
import { workADay } from './credit-manager.ts';
import { World } from './world.ts';

const CHECKERS: Readonly<Record<string, Checker>> = {
  conservation,
  buckets,
  identities,
  journal,
  promises,
  rebuild,
  viewEqualsDomain,
};
const FIRST_DAY = calendarDate('2026-01-05');

export interface Simulated {
  readonly seed: number;
  readonly days: number;
  readonly imports: number;
  readonly undos: number;
  readonly givenUp: number;
  readonly restarts: number;
}

/** Lives that many days; throws with the seed, the day and the law that does not hold. */
export async function runSimulation(seed: number, days: number): Promise<Simulated> {
  const life = new Life(seed);
  await life.start();
  try {
    for (let dayNumber = 0; dayNumber < days; dayNumber += 1) await life.day(dayNumber);
  } finally {
    await life.end();
  }
  return { seed, days, ...life.counts };
}

class Life {
  readonly counts = { imports: 0, undos: 0, givenUp: 0, restarts: 0 };
  readonly #seed: number;
  readonly #world: World;
  readonly #clock = new TestClock(FIRST_DAY);
  #application: RunningApplication | null = null;
  #key = '';

  constructor(seed: number) {
    this.#seed = seed;
    this.#world = new World(seed);
  }

  async start(): Promise<void> {
    this.#application = await RunningApplication.start({
      clock: this.#clock,
      isScheduled: true,
    });
    this.#key = (await this.#application.createCompany()).key;
  }

  async end(): Promise<void> {
    await this.#application?.close();
  }

  get #running(): RunningApplication {
    if (this.#application === null) throw new Error('Not started.');
    return this.#application;
  }

  get #company(): TestCompany {
    return this.#running.company(this.#key);
  }

  async day(dayNumber: number): Promise<void> {
    const { random } = this.#world;
    this.#world.live(addDays(FIRST_DAY, dayNumber));
    try {
      await this.#running.newDay(addDays(FIRST_DAY, dayNumber));
      if (random.chance(0.06)) await this.#restart();
      if (random.chance(0.35)) await this.#import();
      if (random.chance(0.04)) await this.#undo();
      if (random.chance(0.05)) await this.#giveUp();
      await workADay(this.#company, this.#world, this.#clock.day);
      await this.#check(dayNumber);
    } catch (error) {
      const at = `seed ${this.#seed}, day ${dayNumber} (${this.#clock.day})`;
      const replay = `npm run simulate -- --seed ${this.#seed} --days ${dayNumber + 1}`;
      throw new Error(`${at}\n  ${replay}`, { cause: error });
    }
  }

  async #check(dayNumber: number): Promise<void> {
    const ledger = this.#running.app.context.ledgers.find(this.#key);
    if (ledger === null) throw new Error('The ledger is closed.');
    const given = { world: this.#world, company: this.#company, ledger, dayNumber };
    for (const [law, check] of Object.entries(CHECKERS)) {
      await check({ ...given, day: this.#clock.day }).catch((error: unknown) => {
        throw new Error(`the law « ${law} » does not hold`, { cause: error });
      });
    }
  }

  async #restart(): Promise<void> {
    await this.#running.restart();
    this.counts.restarts += 1;
  }

  async #import(): Promise<void> {
    const { day } = this.#clock;
    const file = this.#world.export(day);
    if (this.#world.books.postings.length === 0) return;
    const { importId } = await this.#company.import(file);
    this.counts.imports += 1;
    this.#keepImport(importId);
    if (!this.#world.random.chance(0.15)) return;
    const before = await this.#company.call.backups.verifyJournal();
    const again = await this.#company.import(file);
    same('the same file twice: its import', again.importId, importId);
    const after = await this.#company.call.backups.verifyJournal();
    same('the same file twice: entries', after.entryCount, before.entryCount);
  }

  async #undo(): Promise<void> {
    const latest = this.#world.imports.pop();
    if (latest === undefined) return;
    await this.#company.undo(latest.importId);
    this.counts.undos += 1;
  }

  /** An import stopped while it is written: all of it is there, or nothing. */
  async #giveUp(): Promise<void> {
    if (this.#world.books.postings.length === 0) return;
    const { day } = this.#clock;
    const file = this.#world.export(day);
    const preview = await this.#company.preview(file);
    const entries = await this.#company.call.backups.verifyJournal();
    const { jobId } = await this.#company.call.imports.startCommit({
      commandId: newCommandId(),
      stagingId: preview.stagingId,
      fileName: file.name,
      roles: [],
      acceptedGuards: preview.guards.map(({ code }) => code),
    });
    await this.#company.call.jobs.cancel({ jobId });
    const { state, result } = await this.#company.ended(jobId);
    if (state === 'done') this.#keepImport((result as { importId: number }).importId);
    else {
      same('how an import given up ends', state, 'cancelled');
      const after = await this.#company.call.backups.verifyJournal();
      same('entries after an import given up', after.entryCount, entries.entryCount);
      this.counts.givenUp += 1;
    }
  }

  #keepImport(importId: number): void {
    if (this.#world.imports.at(-1)?.importId === importId) return;
    const { day } = this.#clock;
    this.#world.imports.push({ importId, asOf: day, balances: this.#world.books.balances(day) });
  }
}
