/**
 * A made-up company day after day: what its customers buy and pay, what its accountant enters and
 * letters late, and what its credit manager does in the application. All from one seed.
 */
import { type Random, randomOf } from '../../src/main/sample/random.ts';
import { addDays, type CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type BookParty, MadeUpBooks, type Posting } from '../support/made-up-books.ts';
import type { GivenFile } from '../support/running-application.ts';

export interface SimulatedParty extends BookParty {
  readonly delayDays: number;
  /** Receipts name the invoice they pay. */
  readonly namesInvoices: boolean;
}

/** A file that counts in the ledger, and what each customer owes by it. */
export interface LiveImport {
  readonly importId: number;
  readonly asOf: CalendarDate;
  readonly balances: Readonly<Record<string, number>>;
}

/** What the simulation knows of a ledger. */
export interface Remembered {
  readonly imports: readonly LiveImport[];
  readonly identities: ReadonlyMap<string, number>;
}

interface Planned {
  readonly day: CalendarDate;
  readonly happen: () => void;
}

/** What the accountant will letter together. */
interface Settled {
  readonly party: BookParty;
  readonly postings: readonly Posting[];
}

const PARTIES = 16;
const TERMS_DAYS = 30;
/** Days of trade before the application is installed, so that there is something late by then. */
const HISTORY_DAYS = 70;

/** The books, and what is still to happen to them. */
export class World {
  readonly random: Random;
  readonly books = new MadeUpBooks();
  readonly parties: readonly SimulatedParty[];
  /** Live imports, latest last. */
  readonly imports: LiveImport[] = [];
  /** The receivable that each document was first given. */
  readonly identities = new Map<string, number>();
  #planned: Planned[] = [];
  #toLetter: Settled[] = [];
  #documents = 0;
  #letters = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.parties = Array.from({ length: PARTIES }, (_, index) => ({
      code: `C${String(index + 1).padStart(3, '0')}`,
      name: `Client ${index + 1}`,
      delayDays: this.random.whole(-3, 60),
      namesInvoices: this.random.chance(0.6),
    }));
  }

  /** The trade of the weeks before the first day. */
  begin(firstDay: CalendarDate): void {
    for (let before = HISTORY_DAYS; before > 0; before -= 1) this.live(addDays(firstDay, -before));
  }

  /** One day of sales, receipts and accountancy. */
  live(day: CalendarDate): void {
    const due = this.#planned.filter((event) => event.day <= day);
    this.#planned = this.#planned.filter((event) => event.day > day);
    for (const event of due) event.happen();
    for (let count = this.random.whole(0, 3); count > 0; count -= 1) this.#sell(day);
    if (this.random.chance(0.2)) this.#letterSome(day);
  }

  /** What the package exports on a day. */
  export(day: CalendarDate): GivenFile {
    return this.books.fec(day);
  }

  /** What is known of the ledger, to be put back with a copy of it. */
  remember(): Remembered {
    return { imports: [...this.imports], identities: new Map(this.identities) };
  }

  /** The ledger is again what it was then; the books go on. */
  goBackTo({ imports, identities }: Remembered): void {
    this.imports.splice(0, this.imports.length, ...imports);
    this.identities.clear();
    for (const [document, id] of identities) this.identities.set(document, id);
  }

  /** What the ledger must say of each customer now. */
  expectedBalances(): Readonly<Record<string, number>> {
    return this.imports.at(-1)?.balances ?? {};
  }

  #sell(day: CalendarDate): void {
    const party = this.random.pick(this.parties);
    this.#documents += 1;
    const document = `FA${String(this.#documents).padStart(5, '0')}`;
    const amountCents = this.random.whole(50, 9_000) * 100 + this.random.whole(0, 99);
    const hasDueDate = this.random.chance(0.7);
    const dueDate = addDays(day, TERMS_DAYS);
    const invoice = this.books.invoice(party, day, document, amountCents, {
      ...(hasDueDate && { dueDate }),
    });
    if (this.random.chance(0.05)) this.#credit(party, invoice, day);
    else if (!this.random.chance(0.08)) this.#willPay(party, invoice, dueDate);
  }

  #credit(party: SimulatedParty, invoice: Posting, day: CalendarDate): void {
    this.#plan(addDays(day, this.random.whole(2, 20)), (on) => {
      const isWhole = this.random.chance(0.5);
      const cents = isWhole ? invoice.amountCents : Math.ceil(invoice.amountCents / 4);
      const of = this.random.chance(0.7) ? invoice.document : '';
      this.#documents += 1;
      const note = this.books.creditNote(party, on, `AV${this.#documents}`, cents, of);
      if (isWhole) this.#toLetter.push({ party, postings: [invoice, note] });
    });
  }

  #willPay(party: SimulatedParty, invoice: Posting, dueDate: CalendarDate): void {
    const delay = Math.max(-20, party.delayDays + this.random.whole(-8, 12));
    this.#plan(addDays(dueDate, delay), (on) => {
      const label = party.namesInvoices ? `VIR ${party.name} ${invoice.document}` : 'VIR SEPA';
      if (this.random.chance(0.12)) {
        const part = Math.max(1, Math.floor(invoice.amountCents / 2));
        this.books.receipt(party, on, part, label);
        return;
      }
      const receipt = this.books.receipt(party, on, invoice.amountCents, label);
      this.#toLetter.push({ party, postings: [invoice, receipt] });
      if (this.random.chance(0.06)) this.#reject(party, invoice, on);
    });
  }

  #reject(party: SimulatedParty, invoice: Posting, paidOn: CalendarDate): void {
    this.#plan(addDays(paidOn, this.random.whole(2, 6)), (on) => {
      const label = `REJET ${invoice.document}`;
      this.books.bankDebit(party, on, invoice.amountCents, label);
    });
  }

  #letterSome(day: CalendarDate): void {
    const later: Settled[] = [];
    for (const group of this.#toLetter) {
      if (this.random.chance(0.3)) later.push(group);
      else {
        this.#letters += 1;
        this.books.letter(letterOf(this.#letters), day, group.postings);
      }
    }
    this.#toLetter = later;
  }

  #plan(day: CalendarDate, happen: (on: CalendarDate) => void): void {
    this.#planned.push({ day, happen: () => happen(day) });
  }
}

function letterOf(rank: number): string {
  const at = (value: number) => String.fromCharCode(65 + (Math.floor(value) % 26));
  return at(rank / 676) + at(rank / 26) + at(rank);
}
