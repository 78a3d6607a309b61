/**
 * Keeps the portfolio of a company in memory and makes anew what a write touched.
 *
 * A whole reading takes a few hundred milliseconds on a large ledger, so it goes by stages and
 * gives the thread back between them; one customer takes about one. Whatever reads it twice at the
 * same version reads the same object.
 */
import { setImmediate } from 'node:timers/promises';
import { businessCalendar } from '../../../shared/domain/calendar/business-calendar.ts';
import { freshnessOf } from '../../../shared/domain/freshness/freshness.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { chaseContext } from '../../../shared/domain/receivable/verdict.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/session.ts';
import { type ChanceRow, readChances } from '../../ledger/stores/chances.ts';
import { readAgreements } from '../../ledger/views/agreements.ts';
import type { Whose } from '../../ledger/views/by-customer.ts';
import { readCustomers, readLastCustomerId } from '../../ledger/views/customers.ts';
import { readDelayCauses } from '../../ledger/views/delay-causes.ts';
import { readOpenItems } from '../../ledger/views/open-items.ts';
import { readGuarantees, readMarks, readSolvencyChecks } from '../../ledger/views/payer-facts.ts';
import {
  readContactLog,
  readDisputes,
  readDoneToday,
  readFreeReceipts,
  readHolds,
  readPromises,
  readRejects,
  readTasks,
  readUnreadReplies,
} from '../../ledger/views/people.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { readVirtuallySettled } from '../../ledger/views/virtually-settled.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { type AccountContext, type CustomerAccount, customerAccount } from './customer-account.ts';
import {
  type BookRows,
  type Dealings,
  type DealingsIndex,
  gatherRows,
  indexDealings,
} from './gathered-rows.ts';
import { HABIT_GROUP, type Habit, type HabitContext, readHabits } from './habits.ts';
import { runsUpTo } from './in-runs.ts';
import { readModel, typedDaysOf } from './outlook.ts';
import type { Portfolio, Reachable } from './portfolio.ts';
import { readReachable } from './reachable.ts';

/** Promises and exchanges older than this say nothing any more of today. */
const MEMORY_DAYS = 400;
/** Topics that may move every customer's judgement at once. */
const WHOLESALE_TOPICS: ReadonlySet<string> = new Set(['settings', 'imports', 'analysis']);
/** Topics of which a portfolio holds nothing: a thousand messages leave, and none is remade. */
const OTHER_TOPICS: ReadonlySet<string> = new Set(['notices', 'alerts', 'watched']);
/** Beyond, the whole is sooner made anew, and by stages. */
const REFRESHED_MAX = 200;

/** What is made of a whole portfolio before anybody gets it, and what may follow once it is out. */
export interface PortfolioStages {
  readonly prepare?: (portfolio: Portfolio) => Promise<void>;
  readonly warm?: (portfolio: Portfolio, isWanted: () => boolean) => void;
}

export class PortfolioKeeper {
  readonly #ledger: Ledger;
  readonly #stages: PortfolioStages;
  #kept: Portfolio | null = null;
  #making: Promise<Portfolio> | null = null;
  #stale: Set<number> | 'all' = 'all';

  constructor(ledger: Ledger, stages: PortfolioStages = {}) {
    this.#ledger = ledger;
    this.#stages = stages;
  }

  /** The portfolio at the ledger's version of now and on the clock's day. */
  async read(): Promise<Portfolio> {
    const today = this.#ledger.clock.today();
    for (;;) {
      const kept = this.#kept;
      if (kept !== null && kept.today === today && this.#stale !== 'all') {
        return this.#stale.size === 0 ? kept : this.#refresh(kept, this.#stale);
      }
      this.#making ??= this.#make(today).finally(() => {
        this.#making = null;
      });
      await this.#making;
    }
  }

  /** Notes what a write moved; nothing is computed before somebody asks. */
  forget(customerIds: readonly number[] | 'all', topics: readonly string[]): void {
    if (topics.length > 0 && topics.every((topic) => OTHER_TOPICS.has(topic))) return;
    if (customerIds === 'all' || topics.some((topic) => WHOLESALE_TOPICS.has(topic))) {
      this.#stale = 'all';
    }
    if (this.#stale === 'all' || customerIds === 'all') return;
    for (const id of customerIds) this.#stale.add(id);
    if (this.#stale.size > REFRESHED_MAX) this.#stale = 'all';
  }

  async #make(today: CalendarDate): Promise<Portfolio> {
    this.#stale = new Set();
    // Whoever asks meanwhile waits for the new one: the old one is no longer true.
    this.#kept = null;
    const version = this.#ledger.version();
    const frame = this.#ledger.read((reader) => frameOf(reader, today));
    const dealings = await this.#dealingsOf(today);
    const lastId = this.#ledger.read(readLastCustomerId);
    const accounts = new Map<number, CustomerAccount>();
    const reach = new Map<number, Reachable>();
    const chances = new Map<number, ChanceRow>();
    const learnt = this.#ledger.read(readModel);
    for (const run of runsUpTo(lastId)) {
      await setImmediate();
      this.#ledger.read((reader) => {
        const rows = gatherRows(booksOf(reader, today, run), dealings);
        for (const record of readCustomers(reader, run)) {
          accounts.set(record.customerId, customerAccount(rows.of(record), frame));
        }
        for (const [id, reached] of readReachable(reader, run)) reach.set(id, reached);
        if (learnt.model === null) return;
        for (const row of readChances(reader, run)) chances.set(row.customerId, row);
      });
    }
    const payers = payersOf(accounts.values());
    const habits = await this.#habitsOf(payers, accounts, frame);
    const made: Portfolio = {
      ...frame,
      version,
      accounts,
      payers,
      habits,
      reach,
      doneToday: this.#ledger.read((reader) => readDoneToday(reader, today)),
      outlook: { ...learnt, chances, typedDays: this.#ledger.read(typedDaysOf) },
      owed: {},
    };
    await this.#stages.prepare?.(made);
    this.#kept = made;
    this.#stages.warm?.(made, () => this.#kept === made && this.#stale !== 'all');
    return made;
  }

  async #dealingsOf(today: CalendarDate): Promise<DealingsIndex> {
    const since = addDays(today, -MEMORY_DAYS);
    const read = async <Row>(of: (reader: Reader) => Row[]): Promise<Row[]> => {
      await setImmediate();
      return this.#ledger.read(of) as Row[];
    };
    return indexDealings({
      promises: await read((reader) => readPromises(reader, since, null)),
      disputes: await read((reader) => readDisputes(reader, null)),
      agreements: await read((reader) => readAgreements(reader, null)),
      holds: await read((reader) => readHolds(reader, null)),
      calls: await read((reader) => readContactLog(reader, since, null)),
      tasks: await read((reader) => readTasks(reader, null)),
      replies: await read((reader) => readUnreadReplies(reader, null)),
      marks: await read((reader) => readMarks(reader, null)),
      guarantees: await read((reader) => readGuarantees(reader, null)),
      solvencyChecks: await read((reader) => readSolvencyChecks(reader, null)),
      delayCauses: await read((reader) => readDelayCauses(reader, null)),
    });
  }

  async #habitsOf(
    payers: ReadonlyMap<number, readonly number[]>,
    accounts: ReadonlyMap<number, CustomerAccount>,
    frame: Frame,
  ): Promise<Map<number, Habit>> {
    const all = [...payers];
    const habits = new Map<number, Habit>();
    for (let at = 0; at < all.length; at += HABIT_GROUP) {
      await setImmediate();
      const group = accountsOf(all.slice(at, at + HABIT_GROUP), accounts);
      const read = this.#ledger.read((from) => readHabits(from, group, habitContext(frame)));
      for (const [payerId, habit] of read) habits.set(payerId, habit);
    }
    return habits;
  }

  #refresh(kept: Portfolio, stale: ReadonlySet<number>): Portfolio {
    this.#stale = new Set();
    const accounts = new Map(kept.accounts);
    const reach = new Map(kept.reach);
    let { owed } = kept;
    const doneToday = this.#ledger.read((reader) => {
      for (const id of stale) {
        const [record] = readCustomers(reader, id);
        if (record === undefined) continue;
        const books = booksOf(reader, kept.today, id);
        const rows = gatherRows(books, indexDealings(dealingsWith(reader, kept.today, id)));
        const before = kept.accounts.get(id);
        const account = customerAccount(rows.of(record), kept);
        if (!isOwedAlike(account, before)) owed = {};
        accounts.set(id, account);
        reach.delete(id);
        for (const [customerId, one] of readReachable(reader, id)) reach.set(customerId, one);
      }
      return readDoneToday(reader, kept.today);
    });
    const payers = payersOf(accounts.values());
    const made: Portfolio = {
      ...kept,
      version: this.#ledger.version(),
      accounts,
      payers,
      habits: this.#habitsAgain(kept, { stale, accounts, payers }),
      reach,
      doneToday,
      outlook: { ...kept.outlook, typedDays: this.#ledger.read(typedDaysOf) },
      owed,
    };
    this.#kept = made;
    return made;
  }

  /** Habits of the payers of some customers read again: a due date moves what a delay is. */
  #habitsAgain(
    kept: Portfolio,
    now: Pick<Portfolio, 'accounts' | 'payers'> & { readonly stale: ReadonlySet<number> },
  ): Map<number, Habit> {
    const touched = new Map<number, readonly number[]>();
    for (const id of now.stale) {
      for (const accounts of [kept.accounts, now.accounts]) {
        const payerId = accounts.get(id)?.record.payerCustomerId;
        if (payerId !== undefined) touched.set(payerId, now.payers.get(payerId) ?? []);
      }
    }
    const habits = new Map(kept.habits);
    for (const payerId of touched.keys()) habits.delete(payerId);
    const group = accountsOf(touched, now.accounts);
    const read = this.#ledger.read((from) => readHabits(from, group, habitContext(kept)));
    for (const [payerId, habit] of read) habits.set(payerId, habit);
    return habits;
  }
}

/** Whether a customer owes the same as before, by the same names and for the same causes. */
function isOwedAlike(now: CustomerAccount, before: CustomerAccount | undefined): boolean {
  const told = (account: CustomerAccount | undefined) =>
    JSON.stringify([account?.record, account?.delayCauses]);
  return areSameItems(now.items, before?.items ?? []) && told(now) === told(before);
}

/** Whether two readings of a customer's open items say the same. */
function areSameItems(a: readonly OpenItem[], b: readonly OpenItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        item.receivableId === other.receivableId &&
        item.outstandingCents === other.outstandingCents &&
        item.dueDate === other.dueDate &&
        item.role === other.role
      );
    })
  );
}

type Frame = AccountContext & Pick<Portfolio, 'settings' | 'freshness'>;

function frameOf(reader: Reader, today: CalendarDate): Frame {
  const settings = settingsInForce(reader);
  const { ledgerDate, bankDate } = readKnownDays(reader);
  const calendar = businessCalendar({
    hasAlsaceMoselle: settings.calendar.isAlsaceMoselle,
    closedDays: [],
  });
  const bankDates = bankDate === null ? [] : [bankDate];
  return {
    today,
    bankDate,
    calendar,
    grace: settings.grace,
    settings,
    freshness: freshnessOf({ today, ledgerDate, bankDates }, calendar, settings.freshness),
    chase: chaseContext({
      today,
      bankDate,
      purpose: 'call',
      calendar,
      grace: settings.grace,
      matchFirstShareBasisPoints: settings.thresholds.matchFirstShareBasisPoints,
    }),
  };
}

function booksOf(reader: Reader, today: CalendarDate, whose: Whose): BookRows {
  return {
    items: readOpenItems(reader, whose),
    freeReceipts: readFreeReceipts(reader, whose),
    rejects: readRejects(reader, addDays(today, -MEMORY_DAYS), whose),
    virtuallySettled: readVirtuallySettled(reader, whose, today),
  };
}

function dealingsWith(reader: Reader, today: CalendarDate, customerId: number): Dealings {
  const since = addDays(today, -MEMORY_DAYS);
  return {
    promises: readPromises(reader, since, customerId),
    disputes: readDisputes(reader, customerId),
    agreements: readAgreements(reader, customerId),
    holds: readHolds(reader, customerId),
    calls: readContactLog(reader, since, customerId),
    tasks: readTasks(reader, customerId),
    replies: readUnreadReplies(reader, customerId),
    marks: readMarks(reader, customerId),
    guarantees: readGuarantees(reader, customerId),
    solvencyChecks: readSolvencyChecks(reader, customerId),
    delayCauses: readDelayCauses(reader, customerId),
  };
}

/** Customers by who pays for them. */
function payersOf(accounts: Iterable<CustomerAccount>): Map<number, number[]> {
  const payers = new Map<number, number[]>();
  for (const { record } of accounts) {
    const known = payers.get(record.payerCustomerId);
    if (known === undefined) payers.set(record.payerCustomerId, [record.customerId]);
    else known.push(record.customerId);
  }
  return payers;
}

/** The accounts of some payers; who has none any more is left out. */
function accountsOf(
  payers: Iterable<readonly [number, readonly number[]]>,
  accounts: ReadonlyMap<number, CustomerAccount>,
): Map<number, CustomerAccount[]> {
  const groups = new Map<number, CustomerAccount[]>();
  for (const [payerId, ids] of payers) {
    const own = ids.flatMap((id) => accounts.get(id) ?? []);
    if (own.length > 0) groups.set(payerId, own);
  }
  return groups;
}

function habitContext({ today, calendar, settings }: Frame): HabitContext {
  return { today, calendar, payerSettings: settings.payers };
}
