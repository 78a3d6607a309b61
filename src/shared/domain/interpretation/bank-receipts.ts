/**
 * Receipts of the bank that a person confirmed, in the book of their customer.
 *
 * The accounting brings the same payment later: the two are one, and the accounting's is kept, its
 * day, nature and letters first. A payment of the accounting is the movement's when it has the same
 * amount and a near day; of several the nearest, one each. An accountant also enters one transfer
 * as a line an invoice, or the transfers of a day as one line: a sum of one day is tried then.
 *
 * What a person said comes after the letters of the accountant and before anything proposed.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from './document-key.ts';
import { enterPayment } from './entering.ts';
import { CANDIDATES_MAX, exactSumOf } from './exact-sum.ts';
import type { ConfirmedReceipt } from './interpretation.ts';
import { nearestPairs } from './nearest-pairs.ts';
import { type Book, itemAt, type Position, paymentAt, settleUpTo } from './settlement-book.ts';

/** The accounting may be dated by the document, a little before the bank. */
const DAYS_BEFORE_MAX = 5;
/** Cheques and batches are entered late. */
const DAYS_AFTER_MAX = 15;

/** Natures under which a payment by the bank may stand in the accounting. */
const BANK_LIKE: ReadonlySet<string> = new Set(['bank', 'cash', 'bill', 'unknown']);

/** Whether a payment of the accounting may be one that the bank booked on this day. */
export function isNearDay(bookedOn: CalendarDate, accountedOn: CalendarDate): boolean {
  const days = daysBetween(bookedOn, accountedOn);
  return days >= -DAYS_BEFORE_MAX && days <= DAYS_AFTER_MAX;
}

/** Enters the receipts that the accounting does not hold, and notes what each of them settles. */
export function enterReceipts(book: Book, receipts: readonly ConfirmedReceipt[]): void {
  if (receipts.length === 0) return;
  const held = heldByAccounting(book, receipts);
  for (const receipt of receipts) {
    const { movementId, bookedOn } = receipt;
    const known = held.get(receipt);
    for (const { payment } of known ?? []) {
      paymentAt(book, payment).bank = { movementId, isOnly: false };
    }
    const payments = known ?? [enterReceipt(book, receipt)];
    const wanted = new Map(receipt.allocations.map((one) => [one.itemKey, one.amountCents]));
    book.confirmed.push({ bookedOn, payments, wanted });
  }
}

function enterReceipt(book: Book, receipt: ConfirmedReceipt): Position {
  const { movementId, bookedOn, reference, amountCents } = receipt;
  const position = enterPayment(book, {
    ...receipt,
    kind: amountCents < 0 ? 'reject' : 'receipt',
    nature: 'bank',
    role: 'ordinary',
    documentNumber: reference,
    lineDate: bookedOn,
    isOpening: false,
    group: null,
    letteredOnDate: null,
    isReturn: amountCents < 0,
    isRow: false,
    isReferenced: false,
  });
  position.isBankOnly = true;
  paymentAt(book, position.payment).bank = { movementId, isOnly: true };
  return position;
}

type Held = Map<ConfirmedReceipt, readonly Position[]>;

function heldByAccounting(book: Book, receipts: readonly ConfirmedReceipt[]): Held {
  const free = new Set(
    book.positions.filter(
      ({ payment, isOpening, nature }) => payment >= 0 && !isOpening && BANK_LIKE.has(nature),
    ),
  );
  const held: Held = new Map();
  const take = (receipt: ConfirmedReceipt, positions: readonly Position[]) => {
    held.set(receipt, positions);
    for (const position of positions) free.delete(position);
  };
  for (const [receipt, position] of equalPairs(receipts, free)) take(receipt, [position]);
  for (const receipt of receipts) {
    const lines = held.has(receipt) ? null : linesOfOneDay(receipt, free);
    if (lines !== null) take(receipt, lines);
  }
  const rest = receipts.filter((receipt) => !held.has(receipt));
  for (const ofDay of Map.groupBy(rest, dayNameOf).values()) {
    const line = ofDay.length > 1 ? lineOfSum(ofDay, free) : undefined;
    if (line !== undefined) for (const receipt of ofDay) take(receipt, [line]);
  }
  return held;
}

/** Same amount on near days, one line a receipt. */
function equalPairs(
  receipts: readonly ConfirmedReceipt[],
  positions: ReadonlySet<Position>,
): [ConfirmedReceipt, Position][] {
  const byAmount = Map.groupBy(positions, (one) => nameOf(one, one.amountCents, one.isDebit));
  const wanted = Map.groupBy(receipts, (one) =>
    nameOf(one, Math.abs(one.amountCents), one.amountCents < 0),
  );
  const pairs: [ConfirmedReceipt, Position][] = [];
  for (const [name, alike] of wanted) {
    const lines = (byAmount.get(name) ?? []).toSorted((a, b) => compareText(a.date, b.date));
    const ordered = alike.toSorted(
      (a, b) => compareText(a.bookedOn, b.bookedOn) || a.movementId - b.movementId,
    );
    const found = nearestPairs(
      ordered.map(({ bookedOn }) => bookedOn),
      lines.map(({ date }) => date),
      isNearDay,
    );
    for (const [at, line] of found.entries()) {
      if (line !== null) pairs.push([ordered[at] as ConfirmedReceipt, lines[line] as Position]);
    }
  }
  return pairs;
}

function nameOf({ currency }: { readonly currency: string }, cents: Cents, isDebit: boolean) {
  return `${currency}|${cents}|${isDebit}`;
}

function mayBe(receipt: ConfirmedReceipt, position: Position): boolean {
  return (
    position.currency === receipt.currency &&
    position.isDebit === receipt.amountCents < 0 &&
    isNearDay(receipt.bookedOn, position.date)
  );
}

/** Lines of one day of the accounting that the receipt is the sum of. */
function linesOfOneDay(
  receipt: ConfirmedReceipt,
  positions: ReadonlySet<Position>,
): readonly Position[] | null {
  const near = [...positions].filter((position) => mayBe(receipt, position));
  for (const ofDay of Map.groupBy(near, ({ date }) => date).values()) {
    const tried = ofDay.slice(0, CANDIDATES_MAX);
    const amounts = tried.map(({ amountCents }) => amountCents);
    const picked = exactSumOf(amounts, Math.abs(receipt.amountCents));
    if (picked !== null) return picked.map((at) => tried[at] as Position);
  }
  return null;
}

function lineOfSum(
  receipts: readonly ConfirmedReceipt[],
  positions: ReadonlySet<Position>,
): Position | undefined {
  let sum: Cents = 0;
  for (const { amountCents } of receipts) sum += amountCents;
  return [...positions].find(
    (position) =>
      position.amountCents === Math.abs(sum) &&
      receipts.every((receipt) => mayBe(receipt, position)),
  );
}

function dayNameOf({ bookedOn, currency, amountCents }: ConfirmedReceipt): string {
  return `${bookedOn}|${currency}|${amountCents < 0}`;
}

/**
 * Settles what a person said, among the items that the book knows by now: receipts up to a day, or
 * all of them. What was settled is not settled again.
 */
export function settleConfirmed(book: Book, upTo: CalendarDate | null): void {
  if (book.confirmed.length === 0) return;
  const byKey = new Map<string, Position>();
  for (const position of book.positions) {
    if (position.item >= 0) byKey.set(itemAt(book, position.item).key, position);
  }
  for (const { bookedOn, payments, wanted } of book.confirmed) {
    if (upTo !== null && bookedOn > upTo) continue;
    const owed = [...wanted].flatMap(([key, cents]) => positionOf(byKey, key, cents > 0));
    const notes = [...wanted].flatMap(([key, cents]) => positionOf(byKey, key, cents < 0));
    for (const note of notes.filter(({ position }) => !position.isDebit)) {
      for (const item of owed) settleWanted(book, { item, credit: note.position, wanted, note });
    }
    for (const item of owed) {
      for (const credit of payments) settleWanted(book, { item, credit, wanted, note: null });
    }
  }
}

interface Wanted {
  readonly key: string;
  readonly position: Position;
}

function positionOf(byKey: ReadonlyMap<string, Position>, key: string, isMeant: boolean): Wanted[] {
  const position = byKey.get(key);
  return position === undefined || !isMeant ? [] : [{ key, position }];
}

/** Settles an item of a receipt by one credit, the receipt or a credit note it nets. */
function settleWanted(
  book: Book,
  step: {
    readonly item: Wanted;
    readonly credit: Position;
    readonly wanted: Map<string, Cents>;
    readonly note: Wanted | null;
  },
): void {
  const { item, credit, wanted, note } = step;
  if (!item.position.isDebit || credit.isDebit) return;
  const ofItem = wanted.get(item.key) as Cents;
  const ofNote = note === null ? ofItem : -(wanted.get(note.key) as Cents);
  const most = Math.min(ofItem, ofNote);
  const pair = { debit: item.position, credit, mostCents: most };
  const settled = settleUpTo(book, pair, 'confirmed');
  wanted.set(item.key, ofItem - settled);
  if (note !== null) wanted.set(note.key, settled - ofNote);
}
