/**
 * The books of a made-up company, entry by entry, and the FEC its package would export on a day:
 * the whole year, restated, as packages do.
 */
import { type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type Cents, cents } from '../../src/shared/kernel/cents.ts';
import { type FecForm, type FecLineText, writeFec } from './fec-writer.ts';
import type { GivenFile } from './running-application.ts';

export interface BookParty {
  readonly code: string;
  readonly name: string;
}

export interface Posting {
  readonly party: BookParty;
  readonly date: CalendarDate;
  readonly document: string;
  readonly label: string;
  /** Positive: owed by the customer. */
  readonly amountCents: Cents;
  readonly kind: 'sale' | 'bank' | 'other';
  readonly account: string;
  readonly dueDate?: CalendarDate;
  letter?: string;
  letteredOn?: CalendarDate;
}

const JOURNALS = {
  sale: ['VE', 'Ventes', '707000', 'Ventes de marchandises'],
  bank: ['BQ', 'Banque', '512000', 'Banque'],
  other: ['OD', 'Opérations diverses', '658000', 'Charges diverses'],
} as const;

/** Entries on customer accounts, each balanced by one other line. */
export class MadeUpBooks {
  readonly postings: Posting[] = [];

  invoice(
    party: BookParty,
    date: string,
    document: string,
    amountCents: number,
    more: { readonly dueDate?: string; readonly account?: string } = {},
  ): Posting {
    return this.#post({
      ...on(party, date, amountCents),
      document,
      label: `Facture ${document}`,
      kind: 'sale',
      account: more.account ?? '411000',
      ...(more.dueDate !== undefined && { dueDate: calendarDate(more.dueDate) }),
    });
  }

  creditNote(party: BookParty, date: string, document: string, amountCents: number, of = '') {
    const label = of === '' ? `Avoir ${document}` : `Avoir ${document} sur ${of}`;
    const what = { document, label, kind: 'sale', account: '411000' } as const;
    return this.#post({ ...on(party, date, -amountCents), ...what });
  }

  receipt(party: BookParty, date: string, amountCents: number, label = `VIR ${party.name}`) {
    const document = `BQ${this.postings.length + 1}`;
    const what = { document, label, kind: 'bank', account: '411000' } as const;
    return this.#post({ ...on(party, date, -amountCents), ...what });
  }

  /** A debit on the bank: a payment that came back, or money given back. */
  bankDebit(party: BookParty, date: string, amountCents: number, label: string): Posting {
    const document = `BQ${this.postings.length + 1}`;
    const what = { document, label, kind: 'bank', account: '411000' } as const;
    return this.#post({ ...on(party, date, amountCents), ...what });
  }

  other(party: BookParty, date: string, amountCents: number, label: string): Posting {
    const document = `OD${this.postings.length + 1}`;
    const what = { document, label, kind: 'other', account: '411000' } as const;
    return this.#post({ ...on(party, date, amountCents), ...what });
  }

  letter(code: string, day: string, postings: readonly Posting[]): void {
    for (const posting of postings) {
      posting.letter = code;
      posting.letteredOn = calendarDate(day);
    }
  }

  /** What the books say each customer owes on a day, by code; who owes nothing is absent. */
  balances(asOf: CalendarDate): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { party, date, amountCents } of this.postings) {
      if (date <= asOf) sums[party.code] = (sums[party.code] ?? 0) + amountCents;
    }
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
  }

  /** The export up to a day. Lettering done after that day is not in it. */
  fec(asOf: CalendarDate, form: Partial<FecForm> = {}): GivenFile {
    const known = this.postings.filter(({ date }) => date <= asOf);
    const lines = known.toSorted(byDate).flatMap((posting, index) => entryOf(posting, index, asOf));
    const bytes = new Uint8Array(writeFec(lines, { columns: 20, ...form }));
    return { name: `123456782FEC${asOf.replaceAll('-', '')}.txt`, bytes };
  }

  #post(posting: Posting): Posting {
    this.postings.push(posting);
    return posting;
  }
}

function on(party: BookParty, date: string, amountCents: number) {
  return { party, date: calendarDate(date), amountCents: cents(amountCents) };
}

function byDate(a: Posting, b: Posting): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

function entryOf(posting: Posting, index: number, asOf: CalendarDate): FecLineText[] {
  const { party, date, document, label, amountCents, kind, account, letteredOn, letter } = posting;
  const [journalCode, journalLabel, other, otherLabel] = JOURNALS[kind];
  const head = { journalCode, journalLabel, entryNumber: String(index + 1), date, document, label };
  const isLettered = letter !== undefined && letteredOn !== undefined && letteredOn <= asOf;
  const customer: FecLineText = {
    ...head,
    account,
    accountLabel: account === '411000' ? 'Clients' : `Clients ${account}`,
    auxiliary: party.code,
    auxiliaryLabel: party.name,
    amountCents,
    ...(isLettered && { letter, letteredOn }),
    ...(posting.dueDate !== undefined && { dueDate: posting.dueDate }),
  };
  const answer: FecLineText = {
    ...head,
    account: other,
    accountLabel: otherLabel,
    amountCents: cents(-amountCents),
  };
  return [customer, answer];
}
