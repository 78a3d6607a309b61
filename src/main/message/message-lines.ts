/**
 * The items of a message as its readers see them: account by account, what is due first, then the
 * credits taken off, then what is to fall due. Mail and text draw the same lines.
 */

import { formatIban } from '../../shared/domain/bank-account/iban.ts';
import type { MessageFacts, MessageItem } from '../../shared/domain/message/message.ts';
import { formatCents } from '../../shared/format/amount.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import type { FigureStyle } from '../../shared/format/spaces.ts';
import { type Cents, sumCents } from '../../shared/kernel/cents.ts';
import { factorNotes } from '../../shared/text/factor-notes.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { amountToPayOf } from './inline-pictures.ts';

export const MESSAGE_FIGURES: FigureStyle = 'document';

export interface ItemSection {
  readonly section: MessageItem['section'];
  readonly items: readonly MessageItem[];
}

export interface AccountItems {
  readonly customerCode: string;
  readonly customerName: string;
  readonly sections: readonly ItemSection[];
  /** Due less credits: what is asked for on this account. */
  readonly dueCents: Cents;
}

const SECTIONS = ['due', 'credit', 'to_fall_due'] as const;

/** One entry an account, in the order in which they first appear; sections by due date. */
export function accountsOf(items: readonly MessageItem[]): AccountItems[] {
  const byAccount = Map.groupBy(items, (item) => item.customerCode);
  return [...byAccount].map(([customerCode, own]) => ({
    customerCode,
    customerName: own[0]?.customerName ?? '',
    sections: SECTIONS.map((section) => ({
      section,
      items: own.filter((item) => item.section === section).sort(byDueDate),
    })).filter((section) => section.items.length > 0),
    dueCents: sumCents(
      own.filter((item) => item.section !== 'to_fall_due').map((item) => item.outstandingCents),
    ),
  }));
}

function byDueDate(one: MessageItem, other: MessageItem): number {
  const days = [one, other].map((item) => item.dueDate ?? item.documentDate);
  return (days[0] ?? '') < (days[1] ?? '') ? -1 : days[0] === days[1] ? 0 : 1;
}

export interface LabelledAmount {
  readonly label: string;
  readonly amount: string;
  /** The law it rests on; empty for none. */
  readonly basis: string;
  readonly isStrong: boolean;
}

/** The lines of the totals block; a line of nothing is left out, what is asked for never. */
export function totalLines(facts: MessageFacts): LabelledAmount[] {
  const { totals } = facts;
  const words = MESSAGE_WORDS[facts.language].totals;
  const isAsked = totals.overdueCents > 0 || totals.creditsCents > 0;
  const lines: LabelledAmount[] = [];
  const add = (label: string, amount: Cents, isStrong = false) =>
    lines.push({ label, amount: amountOf(amount, facts), basis: '', isStrong });
  if (totals.creditsCents > 0) {
    add(words.overdue, totals.overdueCents);
    add(words.credits, -totals.creditsCents);
  }
  if (isAsked) add(words.due, totals.dueCents, true);
  if (totals.notDueCents !== 0) add(words.toFallDue, totals.notDueCents, !isAsked);
  if (lines.length === 0) add(words.due, 0, true);
  return lines;
}

/** The lines of the charges block; without charges it states the principal alone. */
export function chargeLines(facts: MessageFacts): LabelledAmount[] {
  const { charges, totals, recipient } = facts;
  const words = MESSAGE_WORDS[facts.language].charges;
  const line = (label: string, amount: Cents, basis = '', isStrong = false): LabelledAmount => ({
    label,
    amount: amountOf(amount, facts),
    basis,
    isStrong,
  });
  const lines = [line(words.principal, totals.overdueCents)];
  if (totals.creditsCents > 0) {
    lines.push(line(MESSAGE_WORDS[facts.language].totals.credits, -totals.creditsCents));
  }
  if (charges !== null && charges.interestCents > 0) {
    const isConsumer = recipient.profile === 'consumer';
    const label = isConsumer ? words.legalInterest : words.interest;
    const basis = isConsumer ? words.legalInterestBasis : words.interestBasis;
    lines.push(line(label(oneLine(charges.rateLabel)), charges.interestCents, basis));
  }
  if (charges !== null && charges.indemnityCents > 0) {
    lines.push(
      line(words.indemnity(charges.indemnityCount), charges.indemnityCents, words.indemnityBasis),
    );
  }
  lines.push(line(words.total, charges?.totalCents ?? totals.dueCents, '', true));
  return lines;
}

export function amountOf(amount: Cents, { currency, language }: MessageFacts): string {
  return formatCents(amount, { currency, language, style: MESSAGE_FIGURES });
}

export interface BankLine {
  readonly label: string;
  readonly value: string;
  readonly isIban: boolean;
}

/** Where and how to pay, line by line; what is not known is left out. */
export function bankLines(facts: MessageFacts): BankLine[] {
  const words = MESSAGE_WORDS[facts.language].bank;
  const { holder, iban, bic, bankName } = facts.issuer.bank;
  const amount = amountToPayOf(facts);
  const lines: (readonly [string, string])[] = [
    [words.holder, oneLine(holder)],
    ['IBAN', formatIban(iban)],
    ['BIC', oneLine(bic)],
    [words.bankName, oneLine(bankName)],
    [words.amount, amount > 0 ? amountOf(amount, facts) : ''],
    [words.reference, oneLine(facts.paymentReference)],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label, value, isIban: label === 'IBAN' }));
}

/** Who alone may be paid, where the items are assigned; else the warning against fraud. */
export function bankNoteOf(facts: MessageFacts): string {
  const notes = factorNotes(facts);
  return notes.length === 0 ? MESSAGE_WORDS[facts.language].bank.unchanged : notes.join('\n');
}
