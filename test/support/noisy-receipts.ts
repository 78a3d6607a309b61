/**
 * A year of receipts as banks show them, with what each of them really paid.
 *
 * Payers name documents, cut the numbers, swap digits, pay several at once, keep a discount, use
 * up a credit note, pay from a relative's account or twice; banks keep a fee, cut texts, leave out
 * names and accounts; one credit in twenty is not of a customer. The same seed gives the same year.
 */
import type {
  LearntPayer,
  MatchCustomer,
  MatchItem,
  MatchMovement,
} from '../../src/shared/domain/matching/match-suggestion.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { seededNumbers } from './fec-generator.ts';

export interface NoisyReceipt {
  readonly movement: MatchMovement;
  /** Amounts by `receivableId`; empty where it pays nothing that is open. */
  readonly truth: ReadonlyMap<number, number>;
  readonly customerId: number | null;
}

/** What is known on the morning of a day, and what the bank then shows. */
export interface NoisyDay {
  readonly items: readonly MatchItem[];
  readonly learnt: readonly LearntPayer[];
  readonly receipts: readonly NoisyReceipt[];
}

type Habit = 'names' | 'cuts' | 'mistypes' | 'silent';

interface Payer extends MatchCustomer {
  readonly iban: string;
  readonly habit: Habit;
  /** Pays everything due on this day of the month; null pays each item on its own day. */
  readonly batchDay: number | null;
  readonly isForeign: boolean;
  readonly hasDiscount: boolean;
  readonly subscriptionCents: number | null;
  readonly invoicesPerMonth: number;
}

interface OpenDocument {
  readonly item: MatchItem;
  left: number;
  readonly payOn: number;
  readonly dueOn: number;
}

const FIRST_DAY = calendarDate('2026-01-01');
const SYLLABLES = 'BA CHE DOR FAN GIL LUM MER NOV PAR QUI RAS SOL TER VAL ZEN BRI CAS DEL'.split(
  ' ',
);
const TRADES = 'BATIMENT TRANSPORTS ELECTRICITE MENUISERIE PLOMBERIE NEGOCE DISTRIBUTION'.split(
  ' ',
);
const PLACES = 'NORD SUD OUEST EST ATLANTIQUE CENTRE'.split(' ');
const FORMS = 'SARL SAS SA EURL'.split(' ');
const STRANGERS = [
  'REMBOURSEMENT CREDIT DE TVA DGFIP 2026',
  'REMISE CARTE 0412 2053056',
  'DEBLOCAGE PRET 10002047556',
  'INTERETS CREDITEURS T1 2026',
  'VIR INTERNE COMPTE 00123456789',
];

export interface NoisyYear {
  readonly customers: readonly MatchCustomer[];
  days(): Generator<NoisyDay>;
}

export function noisyYear(seed: number, customerCount: number, dayCount = 365): NoisyYear {
  const year = new Year(seed, customerCount);
  return { customers: year.payers, days: () => year.days(dayCount) };
}

class Year {
  readonly payers: readonly Payer[];
  readonly #random: () => number;
  readonly #open = new Map<number, OpenDocument>();
  readonly #settled: MatchItem[] = [];
  readonly #learnt = new Map<string, LearntPayer>();
  #settledBefore = 0;
  #documents = 0;
  #movements = 0;

  constructor(seed: number, customerCount: number) {
    this.#random = seededNumbers(seed);
    this.payers = Array.from({ length: customerCount }, (_, index) => this.#payer(index + 1));
  }

  *days(dayCount: number): Generator<NoisyDay> {
    for (let day = 0; day < dayCount; day += 1) {
      for (const payer of this.payers) this.#invoice(payer, day);
      const items = [...this.#open.values()].map(({ item, left }) => ({
        ...item,
        outstandingCents: left,
      }));
      this.#settledBefore = this.#settled.length;
      const learnt = [...this.#learnt.values()];
      const documents = Map.groupBy(this.#open.values(), ({ item }) => item.customerId);
      const receipts = this.payers.flatMap((payer) =>
        this.#pays(payer, day, documents.get(payer.customerId) ?? []),
      );
      if (this.#chance(0.7)) receipts.push(this.#stranger());
      yield { items, learnt, receipts };
    }
  }

  #payer(customerId: number): Payer {
    const stem = `${this.#one(SYLLABLES)}${this.#one(SYLLABLES)}${this.#one(SYLLABLES)}`;
    const name = [
      this.#one(FORMS),
      this.#one(TRADES),
      stem,
      this.#chance(0.3) && this.#one(PLACES),
    ];
    const account = this.#chance(0.03) ? Math.ceil(customerId / 10) * 10 : customerId;
    const habits: readonly Habit[] = ['names', 'names', 'names', 'cuts', 'mistypes', 'silent'];
    return {
      customerId,
      name: name.filter((part) => part !== false).join(' '),
      iban: `FR76${String(account).padStart(23, '3')}`,
      habit: this.#one(habits),
      batchDay: this.#chance(0.3) ? this.#one([9, 14, 24]) : null,
      isForeign: this.#chance(0.05),
      hasDiscount: this.#chance(0.05),
      subscriptionCents: this.#chance(0.2) ? this.#amount() : null,
      invoicesPerMonth: 1 + this.#below(4),
    };
  }

  #invoice(payer: Payer, day: number): void {
    if (payer.subscriptionCents !== null && day % 30 === payer.customerId % 30) {
      this.#document(payer, day, payer.subscriptionCents);
    }
    if (!this.#chance(payer.invoicesPerMonth / 30)) return;
    const isCreditNote = this.#chance(0.03);
    this.#document(payer, day, isCreditNote ? -this.#amount() : this.#amount());
  }

  #document(payer: Payer, day: number, cents: number): void {
    this.#documents += 1;
    const receivableId = this.#documents;
    const dueOn = day + 30;
    const item: MatchItem = {
      receivableId,
      customerId: payer.customerId,
      documentNumber: `FA-2026-${String(receivableId).padStart(5, '0')}`,
      documentDate: addDays(FIRST_DAY, day),
      dueDate: addDays(FIRST_DAY, dueOn),
      outstandingCents: cents,
      discountCents: payer.hasDiscount && cents > 0 ? Math.round(cents * 0.02) : 0,
      currency: 'EUR',
    };
    const payOn = dueOn - 3 + this.#below(25);
    this.#open.set(receivableId, { item, left: cents, payOn, dueOn });
  }

  /** What a payer sends on a day: each item on its day, or all that is due on the day of his. */
  #pays(payer: Payer, day: number, own: readonly OpenDocument[]): NoisyReceipt[] {
    const receipts: NoisyReceipt[] = [];
    if (payer.batchDay !== null) {
      const due = own.filter(({ dueOn }) => dueOn <= day + 3);
      if (day % 30 === payer.batchDay && due.length > 0)
        receipts.push(...this.#receipt(payer, due));
    } else {
      for (const document of own) {
        if (document.payOn !== day || document.left <= 0) continue;
        const credit = own.find(({ left }) => left < 0 && -left < document.left);
        receipts.push(...this.#receipt(payer, credit ? [document, credit] : [document]));
      }
    }
    // Paid twice: nothing of it has been open since yesterday at least.
    const last = this.#settled[this.#below(this.#settledBefore)];
    if (last?.customerId === payer.customerId && last.outstandingCents > 0 && this.#chance(0.1)) {
      receipts.push(this.#twice(payer, last));
    }
    return receipts;
  }

  #receipt(payer: Payer, documents: readonly OpenDocument[]): NoisyReceipt[] {
    const total = documents.reduce((sum, { left }) => sum + left, 0);
    if (total <= 0) return [];
    const { short, isWrittenOff } = this.#kept(payer, documents, total);
    const truth = new Map<number, number>();
    let rest = total - short;
    const [credits, owed] = [
      documents.filter(({ left }) => left < 0),
      documents.filter(({ left }) => left > 0),
    ];
    for (const { item, left } of credits) {
      truth.set(item.receivableId, left);
      rest -= left;
    }
    for (const { item, left } of owed) {
      truth.set(item.receivableId, Math.min(rest, left));
      rest -= Math.min(rest, left);
    }
    const movement = this.#movement(payer, documents, total - short);
    for (const document of documents) {
      const { receivableId } = document.item;
      document.left -= truth.get(receivableId) ?? 0;
      if (document.left === 0 || isWrittenOff) {
        this.#open.delete(receivableId);
        this.#settled.push(document.item);
      }
    }
    this.#learn(payer, movement);
    return [{ movement, truth, customerId: payer.customerId }];
  }

  /** What the payer keeps for a discount, the bank for its fee, or what is paid later. */
  #kept(payer: Payer, documents: readonly OpenDocument[], total: number) {
    const discount = documents.reduce((sum, { item }) => sum + item.discountCents, 0);
    if (discount > 0 && discount < total && this.#chance(0.6)) {
      return { short: discount, isWrittenOff: true };
    }
    if (payer.isForeign && total > 40_000) {
      return { short: 800 + this.#below(1700), isWrittenOff: true };
    }
    const isPart = documents.length === 1 && total > 20_000 && this.#chance(0.02);
    return { short: isPart ? 5000 + this.#below(Math.floor(total / 2)) : 0, isWrittenOff: false };
  }

  #twice(payer: Payer, item: MatchItem): NoisyReceipt {
    const document = { item, left: item.outstandingCents, payOn: 0, dueOn: 0 };
    const movement = this.#movement(payer, [document], item.outstandingCents);
    return { movement, truth: new Map(), customerId: payer.customerId };
  }

  #movement(payer: Payer, documents: readonly OpenDocument[], cents: number): MatchMovement {
    this.#movements += 1;
    const words = documents
      .filter(({ left }) => left > 0 || this.#chance(0.5))
      .map(({ item }) => this.#written(payer.habit, item.documentNumber));
    const listed = words.filter((word) => word !== '').join(' ');
    const hasName = this.#chance(0.8);
    // One in seven carries a number that is the bank's own.
    const own = this.#chance(0.15) ? `REF ${this.#below(10_000_000)}` : '';
    const text = `VIR SEPA ${own} ${hasName ? '' : payer.name} ${listed}`.replace(/ +/g, ' ');
    // One bank in five cuts its texts at 62 signs, in the middle of the list.
    const isCut = this.#chance(0.2);
    return {
      movementId: this.#movements,
      amountCents: cents,
      currency: 'EUR',
      text: isCut ? text.slice(0, 62) : text,
      counterpartyName: hasName ? payer.name.slice(0, 24) : null,
      counterpartyIban: this.#chance(0.7) ? payer.iban : null,
      endToEndId: this.#chance(0.3) ? `E2E${this.#below(1_000_000)}` : null,
      references: [],
    };
  }

  #written(habit: Habit, number: string): string {
    const word = this.#one([
      number,
      number.replaceAll('-', ''),
      number.replace('FA-', ''),
      `FACT ${number.replaceAll('-', ' ')}`,
    ]);
    if (habit === 'silent') return '';
    if (habit === 'names' || this.#chance(0.3)) return this.#chance(0.01) ? this.#another() : word;
    if (habit === 'cuts') return this.#chance(0.5) ? word.slice(0, -2) : number.slice(-5);
    const at = word.length - 1 - this.#below(4);
    return this.#chance(0.6)
      ? word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1)
      : `${word.slice(0, at)}${this.#below(10)}${word.slice(at + 1)}`;
  }

  /** The number of a document that was paid before: payers copy the last transfer. */
  #another(): string {
    return this.#settled[this.#below(this.#settled.length)]?.documentNumber ?? '';
  }

  #stranger(): NoisyReceipt {
    this.#movements += 1;
    const movement: MatchMovement = {
      movementId: this.#movements,
      amountCents: this.#amount(),
      currency: 'EUR',
      text: this.#one(STRANGERS),
      counterpartyName: null,
      counterpartyIban: null,
      endToEndId: null,
      references: [],
    };
    return { movement, truth: new Map(), customerId: null };
  }

  /** A person confirms every receipt of a customer in the evening. */
  #learn(payer: Payer, { counterpartyIban: iban, counterpartyName: name }: MatchMovement): void {
    const { customerId } = payer;
    this.#learnt.set(`${customerId} ${iban} ${name}`, { customerId, iban, name });
  }

  /** One in five is a round price that others pay too. */
  #amount(): number {
    if (this.#chance(0.2)) return this.#one([12_000, 24_000, 36_000, 60_000, 120_000, 180_000]);
    return 3000 + Math.floor(this.#random() ** 3 * 3_000_000);
  }

  #one<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)] as Value;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }
}
