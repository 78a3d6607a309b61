/**
 * Which open items a payment that came back unpaid puts back at once, however the customer pays:
 * « the bank collects it » is no longer true of them.
 *
 * The books tell it three ways, the surest first: what the payment had settled and was taken back;
 * the document that the words of the rejection name; the only item due of that very amount. What
 * none of them tells stays as it was: a guess would chase what the bank is about to collect.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { plainWords } from '../statement/label-words.ts';
import type { OpenItem } from './open-item.ts';

/** A payment that came back unpaid. */
export interface RejectedPayment {
  readonly receivedDate: CalendarDate;
  /** Signed as the books have it; its size counts. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly label: string;
  /** Items that the payment had settled, and that its rejection opened again. */
  readonly reopenedIds: readonly number[];
}

/** `receivableId` of the open items that these rejections concern. */
export function rejectedItems(
  items: readonly OpenItem[],
  rejections: readonly RejectedPayment[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const rejection of rejections) {
    for (const receivableId of concernedBy(rejection, items)) found.add(receivableId);
  }
  return found;
}

function concernedBy(rejection: RejectedPayment, items: readonly OpenItem[]): readonly number[] {
  if (rejection.reopenedIds.length > 0) return rejection.reopenedIds;
  const candidates = items.flatMap((item) => {
    const { receivableId, kind, currency, dueDate } = item;
    const isDueThen = dueDate !== null && dueDate <= rejection.receivedDate;
    const isMeant = kind !== 'credit_note' && currency === rejection.currency && isDueThen;
    return receivableId !== null && isMeant ? [{ item, receivableId }] : [];
  });
  const words = ` ${plainWords(rejection.label)} `;
  const named = candidates.filter(({ item }) => isNamed(item.documentNumber, words));
  const amountCents = Math.abs(rejection.amountCents);
  const equal = candidates.filter(({ item }) => item.amountCents === amountCents);
  if (named.length > 0) return named.map(({ receivableId }) => receivableId);
  return equal.length === 1 ? equal.map(({ receivableId }) => receivableId) : [];
}

function isNamed(documentNumber: string, words: string): boolean {
  const number = plainWords(documentNumber);
  return number !== '' && words.includes(` ${number} `);
}
