/**
 * What every message that leaves is judged by alike: the portfolio, the guards, the planner's
 * settings, and which messages are due.
 *
 * All of it holds at one version of the ledger, on one day and in one minute of the clock, and is
 * read again as soon as any of them moves. The outbox's own steps move the version and none of it:
 * where nothing else was written in between, what was read goes on holding.
 */
import type { PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import { readDueMails } from '../../ledger/stores/notices.ts';
import { type JournalHead, readJournalHead } from '../../ledger/views/last-entry.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { plannerSettings } from '../dunning/plan-keeper.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { SendingGuard } from './sending-guards.ts';

export interface LeavingState {
  readonly portfolio: Portfolio;
  readonly guards: readonly SendingGuard[];
  readonly settings: PlannerSettings;
  readonly minuteOfDay: number;
}

export interface DueMail {
  readonly noticeId: number;
  readonly isAsked: boolean;
}

/** The moment something was read at, by everything that it depends on. */
interface Mark {
  readonly head: JournalHead;
  /** Day and bank date of the books and day of the clock. */
  readonly day: string;
  readonly minute: string;
}

/** Due messages read at a time. */
const DUE_COUNT = 200;
/** Length of an instant up to its minute: `2026-11-23T08:05`. */
const MINUTE_LENGTH = 16;

export class LeavingStateKeeper {
  readonly #context: AppContext;
  readonly #company: OpenCompany;
  /** Null for what was never read. */
  #mark: Mark | null = null;
  #state: LeavingState | null = null;
  #due: DueMail[] | null = null;

  constructor(context: AppContext, company: OpenCompany) {
    this.#context = context;
    this.#company = company;
  }

  /** What holds now. */
  async read(): Promise<LeavingState> {
    const portfolio = await this.#company.portfolio.read();
    this.#forgetWhatMoved();
    const known = this.#state;
    if (known !== null && known.portfolio === portfolio) return known;
    const { settings, guards } = plannerSettings(this.#context, this.#company, portfolio);
    const { timeZone } = portfolio.settings.identity;
    const minuteOfDay = minuteOfDayOf(this.#context.clock.now(), timeZone);
    this.#state = { portfolio, guards, settings, minuteOfDay };
    return this.#state;
  }

  /** Whether some mail may leave, as far as its own hold goes. */
  isAnyDue(now: Instant): boolean {
    this.#forgetWhatMoved();
    this.#due ??= this.#readDue(now, DUE_COUNT);
    return this.#due.length > 0;
  }

  /** The next mail that may leave and is not `taken` yet, asked right after `read`. */
  nextDue(now: Instant, taken: ReadonlySet<number>): DueMail | null {
    const next = this.#shift(taken);
    if (next !== null) return next;
    // Others may have come due since these were read.
    this.#due = this.#readDue(now, DUE_COUNT + taken.size);
    return this.#shift(taken);
  }

  #readDue(now: Instant, count: number): DueMail[] {
    return this.#company.ledger.read((reader) => readDueMails(reader, now, count));
  }

  #shift(taken: ReadonlySet<number>): DueMail | null {
    for (let next = this.#due?.shift(); next !== undefined; next = this.#due?.shift()) {
      if (!taken.has(next.noticeId)) return next;
    }
    return null;
  }

  /** The outbox itself writes after that entry: only its own messages move, up to the new head. */
  passOwnEntries(afterId: number, head: JournalHead): void {
    if (this.#mark?.head.entryId === afterId) this.#mark = { ...this.#mark, head };
  }

  #forgetWhatMoved(): void {
    const { ledger } = this.#company;
    const now = this.#context.clock.now();
    const { head, asOf, bankDate } = ledger.read((reader) => ({
      ...ledger.version(),
      head: readJournalHead(reader),
    }));
    const day = [asOf, bankDate, ledger.clock.today()].join('|');
    const minute = now.slice(0, MINUTE_LENGTH);
    const known = this.#mark;
    // By its hash too: an entry of that number may be another's, where ours could not be written.
    const isSame = known?.head.hash === head.hash && known.day === day;
    if (isSame && known.minute === minute) return;
    this.#mark = { head, day, minute };
    this.#state = null;
    if (!isSame) this.#due = null;
  }
}
