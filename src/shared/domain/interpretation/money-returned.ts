/**
 * Money that left the bank towards a customer: a rejected payment, or a refund.
 *
 * "Debit on 411 from the bank = rejected payment" calls impayé what is the refund of a credit note
 * or of an overpayment. The order of the evidence:
 *  1. the words of the label (« rejet », « impayé » · « remboursement », « avoir »);
 *  2. the customer was overpaid by that much on that day, or a credit note of that amount was
 *     open, or he had paid the same amount twice: a refund;
 *  3. it equals an earlier receipt: a rejected payment. What the receipt had settled is taken back
 *     on that day, so the item is open again with its own due date.
 * What nothing explains is a refund that waits for its credit. A receipt entered by mistake and
 * cancelled is neither: it is an entry.
 */
import { daysBetween, laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { plainWords } from '../statement/label-words.ts';
import {
  type Book,
  type Position,
  paymentAt,
  settle,
  settleOldestFirst,
  signedAmountOf,
} from './settlement-book.ts';

/** Two receipts of one amount within this many days of each other may be one payment made twice. */
const TWICE_DAYS_MAX = 90;

const SAYS_REJECT =
  /\b(rejets?|rejete\w*|impayes?|retours?|sans provision|provision insuffisante|unpaid|returned)\b/;
const SAYS_REFUND = /\b(remb\w*|rbt|avoirs?|trop percus?|trop verses?|refunds?|restitution)\b/;
const SAYS_CANCELLED = /\b(extournes?|annul\w*|contre ?pass\w*)\b/;

type ReturnKind = 'reject' | 'refund' | 'entry';

/** Receipts by amount and balances by day, made only for customers some money was returned to. */
export interface ReturnsIndex {
  readonly receipts: ReadonlyMap<string, readonly Position[]>;
  readonly creditNotes: ReadonlyMap<string, readonly Position[]>;
  readonly items: ReadonlyMap<string, readonly Position[]>;
  /** By kind of account and day: the sum of the lines up to that day. */
  readonly balances: ReadonlyMap<string, Cents>;
}

/** Looks through all positions, in order of date; null where no money was returned. */
export function returnsIndexOf(book: Book): ReturnsIndex | null {
  if (!book.positions.some(({ isReturn }) => isReturn)) return null;
  const receipts = new Map<string, Position[]>();
  const creditNotes = new Map<string, Position[]>();
  const items = new Map<string, Position[]>();
  const balances = new Map<string, Cents>();
  const running = new Map<string, Cents>();
  for (const position of book.positions) {
    const pool = poolNameOf(position);
    const sum = (running.get(pool) ?? 0) + signedAmountOf(position);
    running.set(pool, sum);
    balances.set(`${pool}|${position.date}`, sum);
    const name = amountNameOf(position);
    if (!position.isDebit) addTo(position.item < 0 ? receipts : creditNotes, name, position);
    else if (position.item >= 0) addTo(items, name, position);
  }
  return { receipts, creditNotes, items, balances };
}

/**
 * Decides the returns of one lettered run and takes back what rejected payments had settled.
 * Answers the items that are open again.
 */
export function resolveReturns(
  book: Book,
  index: ReturnsIndex,
  run: readonly Position[],
): Position[] {
  const reopened: Position[] = [];
  for (const back of run) {
    if (!back.isReturn) continue;
    const earlier = run.filter((one) => one !== back && one.date <= back.date);
    let before: Cents = 0;
    for (const one of earlier) before += signedAmountOf(one);
    const inRun = earlier.filter((one) => isReceiptOf(one, back));
    const receipt = inRun.at(-1) ?? receiptOf(index, back);
    const isOverpaid = before <= -back.amountCents;
    const kind = kindOf(back, receipt, isOverpaid);
    setKind(book, back, kind);
    if (kind === 'refund' || receipt === null) continue;
    settleOldestFirst(
      book,
      [...reopened, ...earlier.filter((one) => one.isDebit && !one.isReturn)],
      earlier.filter((one) => !one.isDebit),
      'lettered',
    );
    reopened.push(...takeBack(book, back, receipt));
  }
  return reopened;
}

/** Decides the returns that nobody lettered, oldest first. */
export function resolveLooseReturns(book: Book, index: ReturnsIndex): void {
  for (const back of book.positions) {
    if (!back.isReturn || back.group !== null) continue;
    const creditNote = openCreditNoteOf(index, back);
    const receipt = receiptOf(index, back);
    const isRefund =
      creditNote !== null ||
      balanceOn(index, back) <= 0 ||
      (receipt !== null && isPaidTwice(index, receipt, back));
    const kind = isRejectOfBank(book, back) ? 'reject' : kindOf(back, receipt, isRefund);
    setKind(book, back, kind);
    if (kind !== 'refund') {
      if (receipt !== null) takeBack(book, back, receipt);
    } else if (creditNote !== null) settle(book, back, creditNote, 'virtual');
    else if (receipt !== null && receipt.leftCents === back.leftCents) {
      settle(book, back, receipt, 'virtual');
    }
  }
}

function kindOf(back: Position, receipt: Position | null, isRefund: boolean): ReturnKind {
  const words = plainWords(back.label);
  if (SAYS_CANCELLED.test(words) && receipt !== null) return 'entry';
  if (SAYS_REJECT.test(words)) return 'reject';
  if (isRefund || receipt === null || SAYS_REFUND.test(words)) return 'refund';
  return 'reject';
}

/** The bank itself said that the payment came back. */
function isRejectOfBank(book: Book, back: Position): boolean {
  return paymentAt(book, back.payment).bank !== undefined;
}

function setKind(book: Book, back: Position, kind: ReturnKind): void {
  paymentAt(book, back.payment).kind = kind;
}

/** The latest earlier receipt of that amount that was not sent back and can be taken back whole. */
function receiptOf(index: ReturnsIndex, back: Position): Position | null {
  const receipts = index.receipts.get(amountNameOf(back)) ?? [];
  for (let at = receipts.length - 1; at >= 0; at -= 1) {
    const receipt = receipts[at] as Position;
    if (isReceiptOf(receipt, back)) return receipt;
  }
  return null;
}

function isReceiptOf(receipt: Position, back: Position): boolean {
  return (
    !receipt.isDebit &&
    receipt.item < 0 &&
    receipt.amountCents === back.amountCents &&
    receipt.date <= back.date &&
    !receipt.isReturned &&
    isMoneyLike(receipt) &&
    (receipt.traces ?? []).every(({ debit }) => debit.item >= 0)
  );
}

function isMoneyLike({ nature }: Position): boolean {
  return nature !== 'loss' && nature !== 'opening' && nature !== 'set_off';
}

function openCreditNoteOf(index: ReturnsIndex, back: Position): Position | null {
  const notes = index.creditNotes.get(amountNameOf(back)) ?? [];
  return notes.find((note) => note.leftCents === back.leftCents && note.date <= back.date) ?? null;
}

/** One amount received twice and owed once. */
function isPaidTwice(index: ReturnsIndex, receipt: Position, back: Position): boolean {
  const name = amountNameOf(back);
  const owed = (index.items.get(name) ?? []).filter(({ date }) => date <= back.date).length;
  const near = (index.receipts.get(name) as Position[]).filter(
    (one) =>
      one.date <= back.date &&
      !one.isReturned &&
      Math.abs(daysBetween(one.date, receipt.date)) <= TWICE_DAYS_MAX,
  ).length;
  return owed > 0 && near > owed;
}

/**
 * Takes back what a receipt of the same amount had settled, latest first, then what it had left.
 * Answers the items that are open again.
 */
function takeBack(book: Book, back: Position, receipt: Position): Position[] {
  const reopened: Position[] = [];
  receipt.isReturned = true;
  for (const trace of (receipt.traces ?? []).toReversed()) {
    const { debit, amountCents } = trace;
    const effectiveDate = laterOf(back.openFrom, trace.effectiveDate);
    debit.leftCents += amountCents;
    if (receipt.isBankOnly) debit.bankCents -= amountCents;
    debit.openFrom = laterOf(debit.openFrom, effectiveDate);
    debit.settledUpTo = debit.openFrom;
    back.leftCents -= amountCents;
    book.allocations.push({
      item: debit.item,
      payment: back.payment,
      amountCents: -amountCents,
      effectiveDate,
      basis: 'reversal',
      nature: back.nature,
    });
    reopened.push(debit);
  }
  settle(book, back, receipt, back.group === null ? 'virtual' : 'lettered');
  return reopened;
}

/** What the customer owed on that day, the money returned included. */
function balanceOn(index: ReturnsIndex, back: Position): Cents {
  return index.balances.get(`${poolNameOf(back)}|${back.date}`) as Cents;
}

function addTo(map: Map<string, Position[]>, name: string, position: Position): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [position]);
  else known.push(position);
}

/** Accounts of one role and currency settle one another; others do not. */
export function poolNameOf({ role, currency }: Position): string {
  return `${role}|${currency}`;
}

function amountNameOf(position: Position): string {
  return `${position.role}|${position.currency}|${position.amountCents}`;
}
