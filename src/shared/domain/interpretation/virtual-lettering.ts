/**
 * Virtual lettering: what the accountant has not lettered yet, proposed here.
 *
 * Within one kind of account and one currency, from the surest to the most ordinary:
 *  1. a document and the one that cancels it; a credit note and the invoice it names;
 *  2. a receipt that names documents and pays exactly them;
 *  3. exactly the same amount;
 *  4. a receipt that names a document, for part of it;
 *  5. the items of one day, the receipts of one day, a few items that make the sum;
 *  6. the oldest first, openings before all: they stand for invoices that no file shows.
 *
 * Only receipts and entries reach step 6. A credit note that names nothing is not spread over
 * invoices (it nets openings and refunds at most): it stays a usable credit, shown as such. Sums
 * and ages say nothing on an account of « clients divers », whose lines belong to several people.
 */
import type { Cents } from '../../kernel/cents.ts';
import { plainWords } from '../statement/label-words.ts';
import { documentIndexOf, namedBy } from './document-references.ts';
import { CANDIDATES_MAX, exactSumOf } from './exact-sum.ts';
import { poolNameOf } from './money-returned.ts';
import {
  type Book,
  type Position,
  settle,
  settleEqualAmounts,
  settleOldestFirst,
} from './settlement-book.ts';

/** Credits of one customer tried for sums; beyond, the oldest-first rule is enough. */
const SUMS_TRIED_MAX = 200;
const CREDIT_NOTES_TRIED_MAX = 2;

const SAYS_CANCELLED = /\b(extournes?|annul\w*|contre ?pass\w*)\b/;

interface Pool {
  readonly debits: Position[];
  readonly payments: Position[];
  readonly creditNotes: Position[];
  readonly isSundry: boolean;
}

/**
 * Receipts lettered with documents that no file shows settle the openings that stand for those.
 * The accountant lettered them: this is no proposal.
 */
export function settleOpeningsWithLettered(book: Book): void {
  if (!book.positions.some(isOpenOpening)) return;
  for (const { debits, payments } of poolsOf(book, isOpen)) {
    const lettered = payments.filter(({ group }) => group !== null);
    settleOldestFirst(book, debits.filter(isOpenOpening), lettered, 'lettered');
  }
}

/** Proposes a settlement of what is left; never touches what the accountant lettered. */
export function settleVirtually(book: Book, isMeant: (position: Position) => boolean): void {
  for (const pool of poolsOf(book, isMeant)) {
    const named = namesOf(pool);
    settleCreditNotes(book, pool, named);
    settleNamed(book, named);
    settleEqualAmounts(book, pool.debits, pool.payments, 'virtual');
    settleEqualCreditNotes(book, pool);
    if (pool.isSundry) continue;
    for (const [credit, items] of named) {
      if (credit.item < 0) for (const item of items) settle(book, item, credit, 'virtual');
    }
    settleByDay(book, pool);
    settleSums(book, pool);
    const openings = pool.debits.filter(isOpenOpening);
    settleOldestFirst(book, openings, pool.payments, 'virtual');
    const netted = pool.debits.filter((one) => isOpenOpening(one) || isRefund(one));
    settleOldestFirst(book, netted, pool.creditNotes, 'virtual');
    settleOldestFirst(book, pool.debits.filter(isOpen), pool.payments.filter(isOpen), 'virtual');
  }
}

function poolsOf(book: Book, isMeant: (position: Position) => boolean): Pool[] {
  const pools = new Map<string, Pool>();
  for (const position of book.positions) {
    // What a person left of a receipt stays a credit until the accounting says otherwise.
    if (position.leftCents === 0 || position.isBankOnly || !isMeant(position)) continue;
    const name = poolNameOf(position);
    let pool = pools.get(name);
    if (pool === undefined) {
      const isSundry = position.role === 'sundry';
      pool = { debits: [], payments: [], creditNotes: [], isSundry };
      pools.set(name, pool);
    }
    if (position.isDebit) pool.debits.push(position);
    else if (position.item < 0) pool.payments.push(position);
    else pool.creditNotes.push(position);
  }
  return [...pools.values()].filter(
    ({ debits, payments, creditNotes }) =>
      debits.length > 0 && payments.length + creditNotes.length > 0,
  );
}

function isOpen({ leftCents }: Position): boolean {
  return leftCents > 0;
}

function isOpenOpening(position: Position): boolean {
  return position.isOpening && position.isDebit && position.item >= 0 && position.leftCents > 0;
}

function isRefund({ isReturn }: Position): boolean {
  return isReturn;
}

type Names = ReadonlyMap<Position, readonly Position[]>;

/** The items each credit names, for credits that name some. */
function namesOf({ debits, payments, creditNotes }: Pool): Names {
  const names = new Map<Position, readonly Position[]>();
  const index = documentIndexOf(debits);
  for (const credits of [creditNotes, payments]) {
    for (const credit of credits) {
      const named = namedBy(index, credit);
      if (named.length > 0) names.set(credit, named);
    }
  }
  return names;
}

/** Credit notes against the documents they name or cancel. */
function settleCreditNotes(book: Book, { creditNotes, debits }: Pool, names: Names): void {
  for (const note of creditNotes) {
    const named = names.get(note);
    for (const invoice of named ?? []) settle(book, invoice, note, 'virtual');
    if (named !== undefined || !SAYS_CANCELLED.test(plainWords(note.label))) continue;
    const cancelled = debits.findLast((debit) => mayCancel(note, debit));
    if (cancelled !== undefined) settle(book, cancelled, note, 'virtual');
  }
}

function mayCancel(note: Position, debit: Position): boolean {
  return debit.item >= 0 && debit.leftCents === note.leftCents && debit.date <= note.date;
}

/** A receipt that names documents whose sum it is. */
function settleNamed(book: Book, names: Names): void {
  for (const [credit, named] of names) {
    if (credit.leftCents === 0 || credit.item >= 0) continue;
    const exact = named.find(({ leftCents }) => leftCents === credit.leftCents);
    if (exact !== undefined) settle(book, exact, credit, 'virtual');
    else if (sumOf(named) === credit.leftCents) settleOldestFirst(book, named, [credit], 'virtual');
  }
}

/** A credit note of the very amount of an invoice before it; the latest such invoice. */
function settleEqualCreditNotes(book: Book, { creditNotes, debits }: Pool): void {
  if (creditNotes.length === 0) return;
  const byAmount = Map.groupBy(debits, ({ leftCents }) => leftCents);
  for (const note of creditNotes) {
    if (note.leftCents === 0) continue;
    const same = byAmount.get(note.leftCents)?.findLast((debit) => mayCancel(note, debit));
    if (same !== undefined) settle(book, same, note, 'virtual');
  }
}

function sumOf(positions: readonly Position[]): Cents {
  let sum: Cents = 0;
  for (const { leftCents } of positions) sum += leftCents;
  return sum;
}

/** One receipt for all items of a day, or the receipts of one day for one item. */
function settleByDay(book: Book, { debits, payments }: Pool): void {
  const debitDays = daysOf(debits);
  for (const payment of payments) {
    const day = debitDays.get(payment.leftCents);
    if (day?.every(isOpen)) settleOldestFirst(book, day, [payment], 'virtual');
  }
  const paymentDays = daysOf(payments);
  for (const debit of debits) {
    const day = paymentDays.get(debit.leftCents);
    if (day?.every(isOpen)) settleOldestFirst(book, [debit], day, 'virtual');
  }
}

/** What is open of each day that has several lines, by its sum; the first day of a sum wins. */
function daysOf(positions: readonly Position[]): Map<Cents, Position[]> {
  const bySum = new Map<Cents, Position[]>();
  let ofDay: Position[] = [];
  const close = () => {
    const sum = sumOf(ofDay);
    if (ofDay.length > 1 && !bySum.has(sum)) bySum.set(sum, ofDay);
    ofDay = [];
  };
  for (const position of positions) {
    if (position.leftCents === 0) continue;
    if (ofDay[0] !== undefined && ofDay[0].date !== position.date) close();
    ofDay.push(position);
  }
  close();
  return bySum;
}

/** A receipt for a few items that make the sum, less a credit note or two. */
function settleSums(book: Book, pool: Pool): void {
  const debits = pool.debits.filter(isOpen);
  const notes = pool.creditNotes.filter(isOpen);
  for (const payment of pool.payments.filter(isOpen).slice(0, SUMS_TRIED_MAX)) {
    const isBefore = (one: Position) => one.leftCents > 0 && one.date <= payment.date;
    const netted = firstOf(notes, CREDIT_NOTES_TRIED_MAX, isBefore);
    const candidates = [...firstOf(debits, CANDIDATES_MAX - netted.length, isBefore), ...netted];
    const signed = candidates.map((one) => (one.isDebit ? one.leftCents : -one.leftCents));
    const picked = exactSumOf(signed, payment.leftCents);
    if (picked === null) continue;
    const chosen = picked.map((at) => candidates[at] as Position);
    const taken = chosen.filter(({ isDebit }) => isDebit);
    for (const note of chosen) if (!note.isDebit) settleOldestFirst(book, taken, [note], 'virtual');
    settleOldestFirst(book, taken, [payment], 'virtual');
  }
}

function firstOf(
  positions: readonly Position[],
  countMax: number,
  isWanted: (position: Position) => boolean,
): Position[] {
  const first: Position[] = [];
  for (const position of positions) {
    if (first.length === countMax) break;
    if (isWanted(position)) first.push(position);
  }
  return first;
}
