/**
 * The book in which an interpretation is written: every line of a customer becomes one position,
 * a debit or a credit, and positions are settled one against another.
 *
 * A settlement always takes the same amount from a debit and from a credit on the same day, the
 * later of the two. So whatever is matched with whatever, the balance as of any day is the sum of
 * the lines dated up to it.
 */
import { type CalendarDate, laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { compareText, type KeyParts } from './document-key.ts';
import type {
  AllocationBasis,
  InterpretedAllocation,
  InterpretedItem,
  InterpretedPayment,
  SettlementNature,
} from './interpretation.ts';

export type Draft<Record> = { -readonly [Field in keyof Record]: Record[Field] };

/** What one position took from another; kept so that a rejected payment can take it back. */
export interface Trace {
  readonly debit: Position;
  readonly amountCents: Cents;
  readonly effectiveDate: CalendarDate;
}

export interface Position {
  readonly isDebit: boolean;
  /** Index in `items`, or −1. */
  readonly item: number;
  /** Index in `payments`, or −1. */
  readonly payment: number;
  /** Never negative, like `leftCents`. */
  readonly amountCents: Cents;
  leftCents: Cents;
  readonly date: CalendarDate;
  /** First day it can be settled: its own, or the day a rejected payment reopened it. */
  openFrom: CalendarDate;
  /** Day of its latest settlement; its own before any. */
  settledUpTo: CalendarDate;
  readonly role: AccountRole;
  readonly currency: string;
  readonly documentKey: string;
  readonly label: string;
  readonly nature: SettlementNature;
  readonly isOpening: boolean;
  /** Letter, currency and account; null when not lettered. */
  readonly group: string | null;
  readonly letteredOnDate: CalendarDate | null;
  readonly importId: number;
  /** Told by a table of rows, not by a ledger or a list. */
  readonly isRow: boolean;
  /** Money that left us: a refund or a rejected payment, told apart in `money-returned.ts`. */
  readonly isReturn: boolean;
  /** Known from the bank alone: the accounting does not hold it yet. */
  isBankOnly: boolean;
  /** Of an item: what receipts known from the bank alone took from it. */
  bankCents: Cents;
  /** A receipt that was sent back. */
  isReturned: boolean;
  /** What a credit took, once `keepsTraces`. */
  traces: Trace[] | null;
}

/** A confirmed receipt and the payments of the book that it is. */
export interface ConfirmedSettlement {
  readonly bookedOn: CalendarDate;
  readonly payments: readonly Position[];
  /** By item key; what is left to settle, with the sign of the item. */
  readonly wanted: Map<string, Cents>;
}

export interface Book {
  readonly items: Draft<InterpretedItem>[];
  /** What the keys of the items are made of; lists of open items give theirs at once. */
  readonly keyParts: KeyParts[];
  readonly payments: Draft<InterpretedPayment>[];
  readonly allocations: InterpretedAllocation[];
  readonly positions: Position[];
  /** Pairs of documents that cancel each other, by index in `items`. */
  readonly cancelled: [number, number][];
  /** What a person said the receipts of the bank pay, until it is settled. */
  readonly confirmed: ConfirmedSettlement[];
  /** True where some money was returned: credits then remember what they paid. */
  keepsTraces: boolean;
}

interface Settlement {
  readonly debit: Position;
  readonly credit: Position;
  readonly mostCents: Cents;
}

export function emptyBook(): Book {
  return {
    items: [],
    keyParts: [],
    payments: [],
    allocations: [],
    positions: [],
    cancelled: [],
    confirmed: [],
    keepsTraces: false,
  };
}

/** The item of an index the book gave out. */
export function itemAt(book: Book, index: number): Draft<InterpretedItem> {
  return book.items[index] as Draft<InterpretedItem>;
}

/** The payment of an index the book gave out. */
export function paymentAt(book: Book, index: number): Draft<InterpretedPayment> {
  return book.payments[index] as Draft<InterpretedPayment>;
}

/** Settles as much as both have left. */
export function settle(
  book: Book,
  debit: Position,
  credit: Position,
  basis: AllocationBasis,
): void {
  settleUpTo(book, { debit, credit, mostCents: Number.POSITIVE_INFINITY }, basis);
}

/** Settles as much as both have left, and no more than `mostCents`; gives what it settled. */
export function settleUpTo(
  book: Book,
  { debit, credit, mostCents }: Settlement,
  basis: AllocationBasis,
): Cents {
  const amountCents = Math.min(debit.leftCents, credit.leftCents, mostCents);
  if (amountCents <= 0) return 0;
  const effectiveDate = laterOf(debit.openFrom, credit.openFrom);
  debit.leftCents -= amountCents;
  credit.leftCents -= amountCents;
  debit.settledUpTo = laterOf(debit.settledUpTo, effectiveDate);
  credit.settledUpTo = laterOf(credit.settledUpTo, effectiveDate);
  if (book.keepsTraces) {
    credit.traces ??= [];
    credit.traces.push({ debit, amountCents, effectiveDate });
  }
  const row = { effectiveDate, basis };
  if (debit.item >= 0 && credit.item < 0) {
    const { item } = debit;
    const { payment, nature } = credit;
    book.allocations.push({ item, payment, amountCents, effectiveDate, basis, nature });
  } else if (debit.item >= 0) {
    settleByCreditNote(book, debit, credit, { ...row, amountCents });
  } else if (credit.item >= 0) {
    const { item } = credit;
    const { payment, nature } = debit;
    book.allocations.push({ ...row, item, payment, amountCents: -amountCents, nature });
  } else {
    const { nature } = debit;
    const { payment } = credit;
    book.allocations.push({ ...row, item: null, payment, amountCents, nature });
    book.allocations.push({
      ...row,
      item: null,
      payment: debit.payment,
      amountCents: -amountCents,
      nature: credit.nature,
    });
  }
  if (credit.isBankOnly) debit.bankCents += amountCents;
  return amountCents;
}

function settleByCreditNote(
  book: Book,
  debit: Position,
  credit: Position,
  row: { effectiveDate: CalendarDate; basis: AllocationBasis; amountCents: Cents },
): void {
  const common = { ...row, payment: null, nature: 'credit_note' } as const;
  book.allocations.push({ ...common, item: debit.item });
  book.allocations.push({ ...common, item: credit.item, amountCents: -row.amountCents });
  if (debit.documentKey === '') return;
  itemAt(book, credit.item).namesDocumentNumber ??= itemAt(book, debit.item).documentNumber;
  const isWhole = row.amountCents === debit.amountCents && row.amountCents === credit.amountCents;
  if (isWhole) book.cancelled.push([debit.item, credit.item]);
}

/**
 * Settles debits and credits: equal amounts first, oldest with oldest, then whatever is left,
 * oldest first. Both lists come in order of date.
 */
export function settleOldestFirst(
  book: Book,
  debits: readonly Position[],
  credits: readonly Position[],
  basis: AllocationBasis,
): void {
  const [onlyDebit] = debits;
  const [onlyCredit] = credits;
  if (onlyDebit === undefined || onlyCredit === undefined) return;
  if (debits.length === 1 && credits.length === 1) {
    settle(book, onlyDebit, onlyCredit, basis);
    return;
  }
  settleEqualAmounts(book, debits, credits, basis);
  let next = 0;
  for (const debit of debits) {
    while (debit.leftCents > 0 && next < credits.length) {
      const credit = credits[next] as Position;
      if (credit.leftCents > 0) settle(book, debit, credit, basis);
      if (credit.leftCents === 0) next += 1;
    }
  }
}

/** Settles credits with debits of exactly the same amount left, oldest with oldest. */
export function settleEqualAmounts(
  book: Book,
  debits: readonly Position[],
  credits: readonly Position[],
  basis: AllocationBasis,
): void {
  const byAmount = new Map<Cents, { readonly debits: Position[]; next: number }>();
  for (const debit of debits) {
    if (debit.leftCents === 0) continue;
    const queue = byAmount.get(debit.leftCents);
    if (queue === undefined) byAmount.set(debit.leftCents, { debits: [debit], next: 0 });
    else queue.debits.push(debit);
  }
  for (const credit of credits) {
    if (credit.leftCents === 0) continue;
    const queue = byAmount.get(credit.leftCents);
    const debit = queue?.debits[queue.next];
    if (queue === undefined || debit === undefined) continue;
    queue.next += 1;
    settle(book, debit, credit, basis);
  }
}

/** Order of days; lines of one day keep theirs. */
export function byDay(a: Position, b: Position): number {
  return compareText(a.date, b.date);
}

/** What a position still adds to the balance: positive when owed by the customer. */
export function signedAmountOf(position: Position): Cents {
  return position.isDebit ? position.amountCents : -position.amountCents;
}
