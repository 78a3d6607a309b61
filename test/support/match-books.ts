/** Open items, customers and receipts in few words, for the tests of matching. */
import {
  type MatchBooks,
  type MatchIndex,
  matchIndexOf,
} from '../../src/shared/domain/matching/match-index.ts';
import type {
  LearntPayer,
  MatchCustomer,
  MatchItem,
  MatchMovement,
} from '../../src/shared/domain/matching/match-suggestion.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';

export function matchItem(
  receivableId: number,
  outstandingCents: number,
  parts: Partial<MatchItem> = {},
): MatchItem {
  return {
    receivableId,
    customerId: 1,
    documentNumber: `FA-2026-${String(receivableId).padStart(5, '0')}`,
    documentDate: calendarDate('2026-08-01'),
    dueDate: calendarDate(`2026-09-${String(1 + (receivableId % 28)).padStart(2, '0')}`),
    outstandingCents,
    discountCents: 0,
    currency: 'EUR',
    ...parts,
  };
}

export function matchReceipt(
  amountCents: number,
  text: string,
  parts: Partial<MatchMovement> = {},
): MatchMovement {
  return {
    movementId: 1,
    amountCents,
    currency: 'EUR',
    text,
    counterpartyName: null,
    counterpartyIban: null,
    endToEndId: null,
    references: [],
    ...parts,
  };
}

export const CUSTOMERS: readonly MatchCustomer[] = [
  { customerId: 1, name: 'SARL MENUISERIE DUPONT ET FILS' },
  { customerId: 2, name: 'Établissements Leroy' },
  { customerId: 3, name: 'SAS BATIMENT LEROY NORD' },
  { customerId: 4, name: 'NOVA' },
];

export const LEARNT: readonly LearntPayer[] = [
  { customerId: 1, iban: 'FR1', name: 'GROUPE DPT' },
  { customerId: 2, iban: 'FR2', name: null },
  { customerId: 2, iban: 'FR9', name: null },
  { customerId: 3, iban: 'FR9', name: null },
  { customerId: 4, iban: null, name: 'NOVA HOLDING' },
];

export function indexOf(items: readonly MatchItem[], more: Partial<MatchBooks> = {}): MatchIndex {
  return matchIndexOf({ items, customers: CUSTOMERS, learnt: LEARNT, ...more });
}
