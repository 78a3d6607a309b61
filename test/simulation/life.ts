/** The life of one company, day after day: what happens to it and to the program that it uses. */
import { existsSync } from 'node:fs';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { BreakableLedger } from './breakable-ledger.ts';
import { type Checked, same } from './checkers/checker.ts';
import { callSomebody, workADay } from './credit-manager.ts';
import { DayClock } from './day-clock.ts';
import { judgeLeaving, type Leaving } from './leaving.ts';
import { type Attempt, MailWorld } from './mail-world.ts';
import { approveMorning, lookAtOutbox } from './reminders.ts';
import { settleCustomers, settleIn } from './settle-in.ts';
import { type Remembered, World } from './world.ts';

const command = () => ({ commandId: newCommandId() });

export interface Counts {
  imports: number;
  undos: number;
  givenUp: number;
  restarts: number;
  crashes: number;
  restores: number;
  slept: number;
  approved: number;
  sent: number;
}

/** A copy of the ledger, and what was known of it then. */
interface Copy {
  readonly backupId: string;
  readonly remembered: Remembered;
}

/** What leaves is tried again some times a day, as the program does by itself. */
const PULSES = [9, 11, 14, 17];

export class Life {
  readonly counts: Counts = {
    imports: 0,
    undos: 0,
    givenUp: 0,
    restarts: 0,
    crashes: 0,
    restores: 0,
    slept: 0,
    approved: 0,
    sent: 0,
  };
  readonly #world: World;
  readonly #clock: DayClock;
  readonly #mail: MailWorld;
  readonly #leavings = new Map<Attempt, Leaving>();
  #application: RunningApplication | null = null;
  #breakable: BreakableLedger | null = null;
  #key = '';
  #isSettled = false;
  #asleepUntil: CalendarDate | null = null;
  #copy: Copy | null = null;

  constructor(seed: number, firstDay: CalendarDate) {
    this.#world = new World(seed);
    this.#world.begin(firstDay);
    this.#clock = new DayClock(firstDay);
    this.#mail = new MailWorld({
      seed,
      clock: this.#clock,
      onLeaving: (attempt) => {
        const { messageId } = attempt;
        this.#leavings.set(attempt, judgeLeaving(this.#ledger, messageId, this.#clock.now()));
      },
    });
  }

  async start(): Promise<void> {
    this.#application = await RunningApplication.start({
      clock: this.#clock,
      isScheduled: true,
      mailer: this.#mail,
    });
    this.#key = (await this.#application.createCompany()).key;
    this.#takeLedger();
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

  get #ledger(): Ledger {
    const ledger = this.#running.app.context.ledgers.find(this.#key);
    if (ledger === null) throw new Error('The ledger is closed.');
    return ledger;
  }

  /** Lives a day; false for a day on which the computer stayed off. */
  async day(day: CalendarDate): Promise<boolean> {
    const { random } = this.#world;
    this.#world.live(day);
    if (this.#asleepUntil !== null && day < this.#asleepUntil) return false;
    this.#asleepUntil = null;
    await this.#running.newDay(day);
    await this.#pulse();
    if (random.chance(0.06)) await this.#restart();
    if (random.chance(0.35)) await this.#import();
    if (random.chance(0.04)) await this.#undo();
    if (random.chance(0.05)) await this.#giveUp();
    if (random.chance(0.03)) await this.#restore();
    await this.#settle();
    await this.#remind();
    return true;
  }

  /** After the checks: a copy now and then, and perhaps a journey. */
  async evening(): Promise<void> {
    const { random } = this.#world;
    if (this.#isSettled && random.chance(0.15)) await this.#copyLedger();
    if (!random.chance(0.02)) return;
    const from = Date.parse(this.#clock.day);
    const days = random.whole(2, 16);
    const until = new Date(from + days * 86_400_000).toISOString().slice(0, 10);
    this.#asleepUntil = until as CalendarDate;
    this.counts.slept += 1;
  }

  checked(): Omit<Checked, 'day' | 'dayNumber'> {
    return {
      world: this.#world,
      company: this.#company,
      ledger: this.#ledger,
      folder: this.#folder(),
      mail: this.#mail,
      leavings: this.#leavings,
    };
  }

  /** Once the first file is in: addresses, terms, account, the conditions of go-live. */
  async #settle(): Promise<void> {
    if (this.#world.imports.length === 0) return;
    if (!this.#isSettled) await settleIn(this.#company);
    this.#isSettled = true;
    await settleCustomers(this.#company, this.#ledger);
  }

  /** The morning's reminders, the day's work, and what leaves meanwhile. */
  async #remind(): Promise<void> {
    const { random } = this.#world;
    if (this.#isSettled && random.chance(0.85)) {
      await this.#untilACrash(async () => {
        this.counts.approved += await approveMorning(this.#company, this.#world);
      });
    }
    await this.#pulse();
    await workADay(this.#company, this.#world, this.#clock.day);
    const breaks = random.chance(0.12);
    const at = random.whole(0, 8);
    if (breaks) this.#breakable?.breakAt({ at, isWritten: random.chance(0.5) });
    const { day } = this.#clock;
    this.#mail.meanwhile = () => callSomebody(this.#company, this.#world, day);
    for (const hour of PULSES) {
      this.#clock.passTo(hour);
      await this.#pulse();
    }
    this.#mail.meanwhile = null;
    this.#breakable?.breakAt(null);
    if (this.#isSettled) {
      await this.#untilACrash(() => lookAtOutbox(this.#company, this.#world, this.#mail));
    }
    await this.#pulse();
    this.counts.sent = this.#mail.arrived.length;
  }

  /** Sends what is due. */
  async #pulse(): Promise<void> {
    let isOver = false;
    while (!isOver) {
      isOver = await this.#untilACrash(async () => {
        const { context } = this.#running.app;
        const company = findCompany(context, this.#key);
        if (company === null) throw new Error('The company is closed.');
        await pulseOutbox(context, company);
      });
    }
  }

  /** Works; a program that ends in the middle of it is started again, and then it is false. */
  async #untilACrash(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
    } catch (error) {
      if (!this.#mail.isDead) throw error;
    }
    if (!this.#mail.isDead) return true;
    this.counts.crashes += 1;
    await this.#restart();
    return false;
  }

  /** What the end of a program makes its log say is not a fault of the program. */
  #forgetCrashes(): void {
    const { incidents } = this.#running;
    const others = incidents.filter((incident) => !incident.includes('Crash'));
    incidents.splice(0, incidents.length, ...others);
  }

  async #restart(): Promise<void> {
    this.#mail.isDead = true;
    await this.#running.app.close();
    this.#forgetCrashes();
    this.#mail.isDead = false;
    await this.#running.restart();
    this.#takeLedger();
    this.counts.restarts += 1;
  }

  #takeLedger(): void {
    this.#breakable = new BreakableLedger(this.#ledger, this.#mail);
  }

  #folder() {
    const folder = this.#running.app.context.companies.find(this.#key);
    if (folder === null) throw new Error('The company is gone.');
    return folder;
  }

  async #copyLedger(): Promise<void> {
    const { jobId } = await this.#company.call.backups.make({ ...command() });
    await this.#company.done(jobId);
    const [latest] = await this.#company.call.backups.list();
    if (latest === undefined) throw new Error('No copy was made.');
    this.#copy = { backupId: latest.backupId, remembered: this.#world.remember() };
  }

  /** Goes back to the last copy, made some days before. */
  async #restore(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    if (copy === null || !this.#isSettled) return;
    const { backups, outbox } = this.#company.call;
    if (!(await backups.list()).some(({ backupId }) => backupId === copy.backupId)) return;
    await backups.restore({ ...command(), backupId: copy.backupId, uploadId: null });
    this.#world.goBackTo(copy.remembered);
    await this.#restart();
    await this.#pulse();
    if (!existsSync(this.#folder().ledgerPath)) throw new Error('The ledger is gone.');
    this.counts.restores += 1;
    await outbox.confirmSending({ ...command(), reason: 'Copie relue' });
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
      ...command(),
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
