/**
 * Which earlier receipt a debit of the bank takes back.
 *
 * A debit that the bank calls a return is one, whether its receipt is found or not. Another debit
 * is taken for one only when the same order comes back to the cent: a debit of an amount once
 * received may as well be a refund, and a refund puts nothing back. A receipt comes back once.
 *
 * The window is that of the SEPA rule book: thirteen months for a debit nobody authorised.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from '../interpretation/document-key.ts';
import { plainWords } from '../statement/label-words.ts';

const WINDOW_DAYS = 396;
/** What a bank adds to the amount for its trouble, at most. */
const FEE_MAX: Cents = 3000;

export interface BankLine {
  readonly movementId: number;
  readonly bookedOn: CalendarDate;
  /** Positive for a receipt, negative for a debit. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  readonly references: readonly string[];
  readonly isReturn: boolean;
  readonly rejectCode: string | null;
}

/** What ties a debit to its receipt, the surest first; `none` where no receipt is found. */
export const RETURN_LINKS = ['order', 'payer', 'amount', 'none'] as const;
export type ReturnLink = (typeof RETURN_LINKS)[number];

export interface ReturnedReceipt {
  readonly debitId: number;
  readonly receiptId: number | null;
  readonly link: ReturnLink;
  /** What the bank took beyond the receipt. */
  readonly feeCents: Cents;
  readonly rejectCode: string | null;
}

/** The returns among these lines, by day; debits that are none are left out. */
export function findReturned(lines: readonly BankLine[]): ReturnedReceipt[] {
  const ordered = lines.toSorted(
    (one, other) => compareText(one.bookedOn, other.bookedOn) || one.movementId - other.movementId,
  );
  const free = new Set(ordered.filter(({ amountCents }) => amountCents > 0));
  const returned: ReturnedReceipt[] = [];
  for (const debit of ordered) {
    if (debit.amountCents >= 0) continue;
    const found = receiptOf(debit, free);
    if (found === null && !debit.isReturn) continue;
    if (found !== null) free.delete(found.receipt);
    returned.push({
      debitId: debit.movementId,
      receiptId: found?.receipt.movementId ?? null,
      link: found?.link ?? 'none',
      feeCents: found === null ? 0 : -debit.amountCents - found.receipt.amountCents,
      rejectCode: debit.rejectCode,
    });
  }
  return returned;
}

interface Found {
  readonly receipt: BankLine;
  readonly link: ReturnLink;
}

/** The receipt tied the surest; of several, the last one. By amount alone it must be the only. */
function receiptOf(debit: BankLine, receipts: ReadonlySet<BankLine>): Found | null {
  const tied = [...receipts]
    .filter((receipt) => mayBe(receipt, debit))
    .flatMap((receipt) => {
      const link = linkOf(receipt, debit);
      return link === null ? [] : [{ receipt, link }];
    });
  for (const wanted of ['order', 'payer'] as const) {
    const last = tied.findLast(({ link }) => link === wanted);
    if (last !== undefined) return last;
  }
  return tied.length === 1 ? (tied[0] as Found) : null;
}

function mayBe(receipt: BankLine, debit: BankLine): boolean {
  // Amounts first: a year has many receipts, and few of this size.
  const fee = -debit.amountCents - receipt.amountCents;
  if (fee < 0 || fee > FEE_MAX || receipt.currency !== debit.currency) return false;
  const days = daysBetween(receipt.bookedOn, debit.bookedOn);
  return days >= 0 && days <= WINDOW_DAYS;
}

function linkOf(receipt: BankLine, debit: BankLine): ReturnLink | null {
  const fee = -debit.amountCents - receipt.amountCents;
  if (isSameOrder(receipt, debit) && (debit.isReturn || fee === 0)) return 'order';
  if (!debit.isReturn) return null;
  if (isSamePayer(receipt, debit)) return 'payer';
  return fee === 0 ? 'amount' : null;
}

function isSameOrder(one: BankLine, other: BankLine): boolean {
  if (one.endToEndId !== null && one.endToEndId === other.endToEndId) return true;
  return one.references.some((reference) => other.references.includes(reference));
}

function isSamePayer(one: BankLine, other: BankLine): boolean {
  if (one.counterpartyIban !== null && other.counterpartyIban !== null) {
    return one.counterpartyIban === other.counterpartyIban;
  }
  const names = [one, other].map(({ counterpartyName }) => plainWords(counterpartyName ?? ''));
  return names[0] !== '' && names[0] === names[1];
}
