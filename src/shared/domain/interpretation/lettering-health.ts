/**
 * How well a customer's account is lettered, and what the accountant is asked to letter.
 *
 * Where receipts are not lettered, what looks overdue may be paid. A customer whose unlettered
 * credits exceed a share of what looks overdue goes first to « à lettrer » and is not chased. Both
 * sides are counted as the accounts show them, before virtual lettering: what that settled is a
 * proposal, not a fact. Deposits and credit notes that name a document are no unlettered receipts.
 * Openings without an invoice have no age but are owed already: they count as overdue here.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText, documentKeyOf } from './document-key.ts';
import { namesDocument } from './document-references.ts';
import type {
  FactLine,
  Interpretation,
  InterpretedAllocation,
  InterpretedItem,
  InterpretedPayment,
} from './interpretation.ts';

/** Share of the gross overdue, in percent, above which a customer is to be lettered first. */
export const TO_MATCH_FIRST_PERCENT = 30;

export interface LetteringHealth {
  /** Receipts and other usable credits that nobody lettered. */
  readonly unletteredCreditCents: Cents;
  /** Of these, what virtual lettering proposes to settle items with. */
  readonly virtuallySettledCents: Cents;
  /** Overdue before virtual lettering, openings included. */
  readonly grossOverdueCents: Cents;
  readonly isToMatchFirst: boolean;
}

/** The state of an ordinary account as of a day. Other roles have no part in it. */
export function letteringHealthOf(
  interpretation: Interpretation,
  asOf: CalendarDate,
  percentMax: number = TO_MATCH_FIRST_PERCENT,
): LetteringHealth {
  const certain = remainingOf(interpretation, asOf, isCertain);
  const after = remainingOf(interpretation, asOf, () => true);
  let unletteredCreditCents: Cents = 0;
  let grossOverdueCents: Cents = 0;
  let virtuallySettledCents: Cents = 0;
  for (const [index, payment] of interpretation.payments.entries()) {
    if (isUsableReceipt(payment, asOf)) unletteredCreditCents += certain.payments[index] as Cents;
  }
  for (const [index, item] of interpretation.items.entries()) {
    if (item.role !== 'ordinary' || item.bookedDate > asOf) continue;
    const left = certain.items[index] as Cents;
    if (item.amountCents > 0) {
      if (item.dueDate !== null && item.dueDate >= asOf) continue;
      grossOverdueCents += left;
      virtuallySettledCents += left - (after.items[index] as Cents);
    } else if (item.namesDocumentNumber === null) unletteredCreditCents -= left;
  }
  return {
    unletteredCreditCents,
    virtuallySettledCents,
    grossOverdueCents,
    isToMatchFirst:
      grossOverdueCents > 0 && unletteredCreditCents * 100 > grossOverdueCents * percentMax,
  };
}

function isUsableReceipt(payment: InterpretedPayment, asOf: CalendarDate): boolean {
  const { role, kind, amountCents, receivedDate } = payment;
  return role === 'ordinary' && kind !== 'deposit' && amountCents > 0 && receivedDate <= asOf;
}

function isCertain({ basis }: InterpretedAllocation): boolean {
  return basis !== 'virtual';
}

/** What remains of items and payments as of a day, counting only some allocations. */
function remainingOf(
  { items, payments, allocations }: Interpretation,
  asOf: CalendarDate,
  counts: (allocation: InterpretedAllocation) => boolean,
): { readonly items: Cents[]; readonly payments: Cents[] } {
  const ofItems = items.map(({ amountCents }) => amountCents);
  const ofPayments = payments.map(({ amountCents }) => amountCents);
  for (const allocation of allocations) {
    if (allocation.effectiveDate > asOf || !counts(allocation)) continue;
    const { item, payment, amountCents } = allocation;
    if (item !== null) ofItems[item] = (ofItems[item] as Cents) - amountCents;
    if (payment !== null) ofPayments[payment] = (ofPayments[payment] as Cents) - amountCents;
  }
  return { items: ofItems, payments: ofPayments };
}

/** Lines of customer accounts, and those that carry a letter. Lines of nought need none. */
export function letteredCountOf(lines: readonly Pick<FactLine, 'letter' | 'amountCents'>[]): {
  readonly lineCount: number;
  readonly letteredCount: number;
} {
  let lineCount = 0;
  let letteredCount = 0;
  for (const { letter, amountCents } of lines) {
    if (amountCents === 0) continue;
    lineCount += 1;
    if (letter !== null) letteredCount += 1;
  }
  return { lineCount, letteredCount };
}

/** Why items are proposed for a credit, surest first; `none` where nothing is found. */
export type ProposalReason = 'reference' | 'same_amount' | 'sum' | 'oldest_first' | 'none';

/** One unlettered credit, and the items it may be lettered with: a row of the accountant's list. */
export interface LetteringProposal {
  readonly importId: number;
  readonly lineNumber: number;
  readonly date: CalendarDate;
  readonly reference: string;
  readonly label: string;
  /** Positive: what the credit amounts to. */
  readonly amountCents: Cents;
  /** What no proposal explains. */
  readonly leftCents: Cents;
  readonly currency: string;
  readonly reason: ProposalReason;
  readonly items: readonly {
    readonly key: string;
    readonly documentNumber: string;
    readonly documentDate: CalendarDate;
    readonly amountCents: Cents;
    readonly label: string;
  }[];
}

/** What the accountant is asked to letter, oldest first. */
export function letteringProposalsOf(interpretation: Interpretation): LetteringProposal[] {
  const { items, payments, allocations } = interpretation;
  const left = remainingOf(interpretation, LAST_DAY, () => true);
  const ofPayment = new Map<number, Taken[]>();
  for (const { payment, item, basis, amountCents } of allocations) {
    if (basis !== 'virtual' || payment === null || item === null) continue;
    const taken = { item: items[item] as InterpretedItem, amountCents };
    const known = ofPayment.get(payment);
    if (known === undefined) ofPayment.set(payment, [taken]);
    else known.push(taken);
  }
  const proposals: LetteringProposal[] = [];
  for (const [index, payment] of payments.entries()) {
    const leftCents = left.payments[index] as Cents;
    const taken = ofPayment.get(index) ?? [];
    const isAsked = payment.kind !== 'deposit' && payment.amountCents > 0;
    if (!isAsked || (taken.length === 0 && leftCents === 0)) continue;
    proposals.push(proposalOf(payment, taken, leftCents));
  }
  return proposals.sort((a, b) => compareText(a.date, b.date));
}

const LAST_DAY = '9999-12-31' as CalendarDate;

/** Part of an item that a credit is proposed for. */
interface Taken {
  readonly item: InterpretedItem;
  readonly amountCents: Cents;
}

function proposalOf(
  payment: InterpretedPayment,
  taken: readonly Taken[],
  leftCents: Cents,
): LetteringProposal {
  const { importId, lineNumber, receivedDate, reference, label, amountCents, currency } = payment;
  return {
    importId,
    lineNumber,
    date: receivedDate,
    reference,
    label,
    amountCents,
    leftCents,
    currency,
    reason: reasonOf(payment, taken, leftCents),
    items: taken.map(({ item, amountCents: part }) => ({
      key: item.key,
      documentNumber: item.documentNumber,
      documentDate: item.documentDate,
      amountCents: part,
      label: item.label,
    })),
  };
}

function reasonOf(
  payment: InterpretedPayment,
  taken: readonly Taken[],
  leftCents: Cents,
): ProposalReason {
  if (taken.length === 0) return 'none';
  const text = { documentKey: documentKeyOf(payment.reference), label: payment.label };
  const isNamed = ({ item }: Taken) =>
    item.kind !== 'opening' && namesDocument(text, item.documentNumber);
  if (taken.every(isNamed)) return 'reference';
  const isWhole = taken.every(({ item, amountCents }) => amountCents === item.amountCents);
  if (!isWhole || leftCents !== 0) return 'oldest_first';
  return taken.length === 1 ? 'same_amount' : 'sum';
}
