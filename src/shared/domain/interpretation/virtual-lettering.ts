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
 * Only receipts and entries reach step 6. A credit note that nothing names is not spread over
 * invoices (it nets openings at most): it stays a usable credit, shown as such. Sums and ages say
 * nothing on an account of « clients divers », whose lines belong to several people.
 */

import { plainWords } from '../statement/label-words.ts';
import { documentIndexOf, namedBy } from './document-references.ts';
import { exactSumOf } from './exact-sum.ts';
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

const SAYS_CANCELLED = /\b(extournes?|annul\w*|contre ?pass\w*)\b/;

interface Pool {
  readonly debits: Position[];
  readonly credits: Position[];
  readonly isSundry: boolean;
}

/**
 * Receipts lettered with documents that no file shows settle the openings that stand for those.
 * The accountant lettered them: this is no proposal.
 */
export function settleOpeningsWithLettered(book: Book): void {
  for (const pool of poolsOf(book)) {
    const openings = pool.debits.filter(isOpening);
    const credits = pool.credits.filter(({ group, item }) => group !== null && item < 0);
    settleOldestFirst(book, openings, credits, 'lettered');
  }
}

export function settleVirtually(book: Book): void {
  for (const pool of poolsOf(book)) {
    settleCreditNotes(book, pool);
    settleNamed(book, pool);
    settleSameAmounts(book, pool);
    if (pool.isSundry) continue;
    settlePartlyNamed(book, pool);
    settleSums(book, pool);
    const payments = pool.credits.filter(isPayment);
    const openings = pool.debits.filter(isOpening);
    settleOldestFirst(book, openings, payments, 'virtual');
    settleOldestFirst(book, openings, pool.credits, 'virtual');
    settleOldestFirst(book, pool.debits, payments, 'virtual');
  }
}

function poolsOf(book: Book): Pool[] {
  const pools = new Map<string, Pool>();
  for (const position of book.positions) {
    if (position.leftCents === 0) continue;
    const name = poolNameOf(position);
    let pool = pools.get(name);
    if (pool === undefined) {
      pool = { debits: [], credits: [], isSundry: position.role === 'sundry' };
      pools.set(name, pool);
    }
    (position.isDebit ? pool.debits : pool.credits).push(position);
  }
  return [...pools.values()].filter(
    ({ debits, credits }) => debits.length > 0 && credits.length > 0,
  );
}

function isPayment({ item }: Position): boolean {
  return item < 0;
}

function isOpening({ isOpening: opening, item }: Position): boolean {
  return opening && item >= 0;
}

/** Credit notes against the documents they cancel or name. */
function settleCreditNotes(book: Book, pool: Pool): void {
  const notes = pool.credits.filter(({ item }) => item >= 0);
  if (notes.length === 0) return;
  const items = pool.debits.filter(({ item }) => item >= 0);
  const index = documentIndexOf(items);
  for (const note of notes) {
    const named = namedBy(index, note);
    for (const invoice of named) settle(book, invoice, note, 'virtual');
    if (named.length > 0 || !SAYS_CANCELLED.test(plainWords(note.label))) continue;
    const same = items.filter(
      ({ leftCents, date }) => leftCents === note.leftCents && date <= note.date,
    );
    const latest = same.at(-1);
    if (latest !== undefined) settle(book, latest, note, 'virtual');
  }
}

/** A receipt that names documents whose sum it is. */
function settleNamed(book: Book, pool: Pool): void {
  const index = documentIndexOf(pool.debits.filter(({ item }) => item >= 0));
  if (index.size === 0) return;
  for (const credit of pool.credits) {
    if (credit.leftCents === 0 || !isPayment(credit)) continue;
    const named = namedBy(index, credit).filter(({ leftCents }) => leftCents > 0);
    const exact = named.find(({ leftCents }) => leftCents === credit.leftCents);
    let sum = 0;
    for (const { leftCents } of named) sum += leftCents;
    if (exact !== undefined) settle(book, exact, credit, 'virtual');
    else if (sum === credit.leftCents) settleOldestFirst(book, named, [credit], 'virtual');
  }
}

function settleSameAmounts(book: Book, pool: Pool): void {
  settleEqualAmounts(book, pool.debits, pool.credits.filter(isPayment), 'virtual');
  const items = pool.debits.filter(({ item }) => item >= 0);
  for (const note of pool.credits) {
    if (note.item < 0 || note.leftCents === 0) continue;
    const same = items.find(
      ({ leftCents, date }) => leftCents === note.leftCents && date <= note.date,
    );
    if (same !== undefined) settle(book, same, note, 'virtual');
  }
}

/** A receipt that names one document pays part of it, or it and more. */
function settlePartlyNamed(book: Book, pool: Pool): void {
  const open = pool.debits.filter(({ item, leftCents }) => item >= 0 && leftCents > 0);
  const index = documentIndexOf(open);
  for (const credit of pool.credits) {
    if (credit.leftCents === 0 || !isPayment(credit)) continue;
    for (const debit of namedBy(index, credit)) settle(book, debit, credit, 'virtual');
  }
}

/** The items of one day, the receipts of one day, a few items that make the sum. */
function settleSums(book: Book, pool: Pool): void {
  settleByDay(book, pool);
  const credits = pool.credits.filter((one) => one.leftCents > 0 && isPayment(one));
  const notes = pool.credits.filter(({ item }) => item >= 0);
  for (const credit of credits.slice(0, SUMS_TRIED_MAX)) {
    const debits: Position[] = [];
    for (const debit of pool.debits) {
      if (debit.date > credit.date || debits.length === 12) break;
      if (debit.leftCents > 0) debits.push(debit);
    }
    const open = notes.filter((one) => one.leftCents > 0 && one.date <= credit.date).slice(0, 2);
    const candidates = [...debits, ...open];
    const signed = candidates.map((one) => (one.isDebit ? one.leftCents : -one.leftCents));
    const picked = exactSumOf(signed, credit.leftCents);
    if (picked === null) continue;
    const chosen = picked.map((at) => candidates[at] as Position);
    const taken = chosen.filter(({ isDebit }) => isDebit);
    const netted = chosen.filter(({ isDebit }) => !isDebit);
    for (const note of netted) settleOldestFirst(book, taken, [note], 'virtual');
    settleOldestFirst(book, taken, [credit], 'virtual');
  }
}

function settleByDay(book: Book, pool: Pool): void {
  const debitDays = daysOf(pool.debits);
  for (const credit of pool.credits) {
    const day = isPayment(credit) ? debitDays.get(credit.leftCents) : undefined;
    if (day === undefined || credit.leftCents === 0) continue;
    if (day.some(({ leftCents }) => leftCents === 0)) continue;
    settleOldestFirst(book, day, [credit], 'virtual');
  }
  const creditDays = daysOf(pool.credits.filter(isPayment));
  for (const debit of pool.debits) {
    const day = debit.leftCents === 0 ? undefined : creditDays.get(debit.leftCents);
    if (day === undefined || day.some(({ leftCents }) => leftCents === 0)) continue;
    settleOldestFirst(book, [debit], day, 'virtual');
  }
}

/** What is open of each day that has several lines, by its sum; the first day of a sum wins. */
function daysOf(positions: readonly Position[]): Map<number, Position[]> {
  const byDay = Map.groupBy(
    positions.filter(({ leftCents }) => leftCents > 0),
    ({ date }) => date,
  );
  const bySum = new Map<number, Position[]>();
  for (const ofDay of byDay.values()) {
    if (ofDay.length < 2) continue;
    let sum = 0;
    for (const { leftCents } of ofDay) sum += leftCents;
    if (!bySum.has(sum)) bySum.set(sum, ofDay);
  }
  return bySum;
}
