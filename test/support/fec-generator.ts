/**
 * A realistic FEC of any size, the same for the same seed, written as a stream.
 *
 * One year of a trading company: opening balances, sales of one to three invoices, receipts that
 * come late, in part, or not at all, credit notes, purchases. Receipts settle what they pay with a
 * letter that is unique per customer only, as packages do; some are left unlettered. Entries are
 * in the order of their days, so that nothing is held but the receipts to come.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addDays, type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Cents } from '../../src/shared/kernel/cents.ts';
import { type FecLineText, PLAIN_HEADER, plainFecLine } from './fec-writer.ts';

export interface GeneratedFec {
  readonly customers: number;
  /** Lines without the header; reached to within one entry. */
  readonly lines: number;
  readonly seed: number;
  /** First day of the year written; 2025-01-01 unless told. */
  readonly firstDate?: CalendarDate;
  /**
   * False for a year that follows another one in the same ledger: its openings, made up, would not
   * be what the year before left.
   */
  readonly hasOpenings?: boolean;
}

const DAYS = 365;
const SYLLABLES =
  'ba be bi bo da de do fa fe ga go la le li lo ma me mi mo na ni no pa po ra re ri ro sa se ta te ti va ve vi'.split(
    ' ',
  );
const FORMS = ['SARL', 'SAS', 'EURL', 'SA', 'ETS', 'SCI', 'GAEC'] as const;

/** Numbers from 0 (included) to 1 (excluded), the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The lines of the file, one by one. */
export function* generatedFecLines(options: GeneratedFec): Generator<FecLineText> {
  const year = new GeneratedYear(options);
  let written = 0;
  for (const line of options.hasOpenings === false ? [] : year.openings()) {
    written += 1;
    yield line;
  }
  for (let day = 0; day < DAYS; day += 1) {
    for (const line of year.receiptsOf(day)) {
      written += 1;
      yield line;
    }
    const target = (options.lines * (day + 1)) / DAYS;
    while (written < target) {
      for (const line of year.dealOf(day)) {
        written += 1;
        yield line;
      }
    }
  }
}

/** The file as chunks of text bytes, UTF-8, tabs, CRLF. */
export function* generateFec(options: GeneratedFec): Generator<Buffer> {
  let text = `${PLAIN_HEADER}\r\n`;
  for (const line of generatedFecLines(options)) {
    text += `${plainFecLine(line)}\r\n`;
    if (text.length < 1 << 18) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

/** Writes the file to the disk. */
export async function writeGeneratedFec(filePath: string, options: GeneratedFec): Promise<void> {
  await pipeline(Readable.from(generateFec(options)), createWriteStream(filePath));
}

interface Party {
  readonly code: string;
  readonly name: string;
  /** Usual days from invoice to payment. */
  readonly delayDays: number;
  letters: number;
}

interface Receipt {
  readonly party: Party;
  readonly amountCents: Cents;
  readonly letter: string | null;
}

class GeneratedYear {
  readonly #random: () => number;
  readonly #firstDate: CalendarDate;
  readonly #parties: Party[];
  readonly #receipts: Receipt[][] = Array.from({ length: DAYS }, () => []);
  #invoices = 0;
  #entries = 0;

  constructor(options: GeneratedFec) {
    this.#random = seededNumbers(options.seed);
    this.#firstDate = options.firstDate ?? calendarDate('2025-01-01');
    this.#parties = Array.from({ length: options.customers }, (_, index) => this.#party(index));
  }

  /** One opening line for one customer in ten, against the result. */
  *openings(): Generator<FecLineText> {
    const head = this.#head('AN', 'A nouveaux', 0);
    let sum = 0;
    for (const party of this.#parties) {
      if (!this.#chance(0.1)) continue;
      const amountCents = this.#amount();
      sum += amountCents;
      yield {
        ...head,
        ...customer(party),
        document: 'RAN',
        label: 'Report à nouveau',
        amountCents,
      };
    }
    const account = { account: '120000', accountLabel: "Résultat de l'exercice" };
    yield { ...head, ...account, document: 'RAN', label: 'Report à nouveau', amountCents: -sum };
  }

  *receiptsOf(day: number): Generator<FecLineText> {
    for (const { party, amountCents, letter } of this.#receipts[day] ?? []) {
      const head = this.#head('BQ', 'Banque', day);
      const document = `VIR${String(this.#entries).padStart(6, '0')}`;
      const label = `VIR ${party.name}`;
      const lettered = letter === null ? {} : { letter, letteredOn: head.date };
      yield { ...head, account: '512000', accountLabel: 'Banque', document, label, amountCents };
      const line = { ...head, ...customer(party), document, label, amountCents: -amountCents };
      yield { ...line, ...lettered };
    }
  }

  /** What happens next on a day: mostly sales, some purchases. */
  *dealOf(day: number): Generator<FecLineText> {
    if (this.#chance(0.25)) {
      yield* this.#purchase(day);
      return;
    }
    const party = this.#pickParty();
    const count = this.#chance(0.15) ? 2 + Math.floor(this.#random() * 2) : 1;
    const payDay = day + Math.max(1, Math.round(party.delayDays * (0.6 + this.#random() * 0.9)));
    const isPaid = payDay < DAYS && !this.#chance(0.04);
    const letter = isPaid && !this.#chance(0.05) ? letterOf(party.letters++) : null;
    const lettered = letter === null ? {} : { letter, letteredOn: this.#date(payDay) };
    let total = 0;
    for (let invoice = 0; invoice < count; invoice += 1) {
      const amountCents = this.#chance(0.03) ? -Math.round(this.#amount() / 8) : this.#amount();
      total += amountCents;
      yield* this.#sale(day, party, amountCents, lettered);
    }
    if (!isPaid) return;
    const isPart = letter === null && this.#chance(0.3);
    const amountCents = isPart ? Math.round(total / 2) : total;
    this.#receipts[payDay]?.push({ party, amountCents, letter });
  }

  *#sale(
    day: number,
    party: Party,
    amountCents: Cents,
    lettered: Pick<FecLineText, 'letter' | 'letteredOn'>,
  ): Generator<FecLineText> {
    this.#invoices += 1;
    const head = this.#head('VE', 'Ventes', day);
    const number = String(this.#invoices).padStart(7, '0');
    const document = amountCents < 0 ? `AV${number}` : `FA${number}`;
    const label = `${amountCents < 0 ? 'Avoir' : 'Facture'} ${document} ${party.name}`;
    const vat = Math.round(amountCents / 6);
    yield { ...head, ...customer(party), document, label, amountCents, ...lettered };
    const sold = { account: '707000', accountLabel: 'Ventes de marchandises' };
    yield { ...head, ...sold, document, label, amountCents: vat - amountCents };
    const tax = { account: '445710', accountLabel: 'TVA collectée' };
    yield { ...head, ...tax, document, label, amountCents: -vat };
  }

  *#purchase(day: number): Generator<FecLineText> {
    const head = this.#head('AC', 'Achats', day);
    const supplier = 1 + Math.floor(this.#random() * 300);
    const document = `F${String(this.#entries).padStart(7, '0')}`;
    const label = `Achat fournisseur ${supplier}`;
    const amountCents = this.#amount();
    const vat = Math.round(amountCents / 6);
    const code = `F${String(supplier).padStart(5, '0')}`;
    const to = { account: '401000', accountLabel: 'Fournisseurs', auxiliary: code };
    yield {
      ...head,
      account: '607000',
      accountLabel: 'Achats',
      document,
      label,
      amountCents: amountCents - vat,
    };
    yield {
      ...head,
      account: '445660',
      accountLabel: 'TVA déductible',
      document,
      label,
      amountCents: vat,
    };
    yield { ...head, ...to, auxiliaryLabel: label, document, label, amountCents: -amountCents };
  }

  #head(journalCode: string, journalLabel: string, day: number) {
    this.#entries += 1;
    const entryNumber = String(this.#entries);
    return { journalCode, journalLabel, entryNumber, date: this.#date(day) };
  }

  #date(day: number): CalendarDate {
    return addDays(this.#firstDate, day);
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  /** From some tens to some tens of thousands of euros, mostly hundreds. */
  #amount(): Cents {
    return Math.round(2000 * Math.exp(this.#random() * 5.5 + this.#random() * 1.5));
  }

  /** A few customers buy most. */
  #pickParty(): Party {
    const index = Math.floor(this.#random() ** 2 * this.#parties.length);
    const party = this.#parties[index] ?? this.#parties[0];
    if (party === undefined) throw new RangeError('generateFec: at least one customer');
    return party;
  }

  #party(index: number): Party {
    const word = () => SYLLABLES[Math.floor(this.#random() * SYLLABLES.length)] ?? 'la';
    const name = `${word()}${word()}${word()}${this.#chance(0.2) ? 'é' : ''}`.toUpperCase();
    const form = FORMS[index % FORMS.length] ?? 'SARL';
    return {
      code: `C${String(index + 1).padStart(6, '0')}`,
      name: `${form} ${name}`,
      delayDays: 20 + Math.floor(this.#random() * 50),
      letters: 0,
    };
  }
}

function customer(party: Party) {
  return {
    account: '411000',
    accountLabel: 'Clients',
    auxiliary: party.code,
    auxiliaryLabel: party.name,
  };
}

/** AAA, AAB … AAZ, ABA: unique per customer only. */
function letterOf(rank: number): string {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26));
  return letter(Math.floor(rank / 676)) + letter(Math.floor(rank / 26)) + letter(rank);
}
