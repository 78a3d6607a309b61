/** What a thank-you says of the money and of the items it settled: nothing is asked for. */
import type { CoveredItem, PlannedThanks } from '../../../shared/domain/dunning/day-plan.ts';
import type { MessageFacts } from '../../../shared/domain/message/message.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { lineOf, totalsOf } from './message-items.ts';

/** The items paid, as a table would show them, with no sum due. */
export function paidItems(
  items: readonly CoveredItem[],
  portfolio: Portfolio,
): Pick<MessageFacts, 'items' | 'totals'> {
  return {
    items: items.map(({ item }) => ({
      ...lineOf(item.item, portfolio, {
        section: 'due',
        outstandingCents: item.item.outstandingCents,
        severity: null,
      }),
      daysLate: null,
    })),
    totals: totalsOf([], [], []),
  };
}

/** The money, with the documents it went to where that is known and not only our proposal. */
export function paymentOf(
  { amountCents, receivedOn, balanceCents }: PlannedThanks,
  items: readonly CoveredItem[],
): MessageFacts['payment'] {
  const stated = items.filter(({ item }) => !item.item.isVirtual);
  const documents = [...new Set(stated.map(({ item }) => item.item.documentNumber))];
  return { amountCents, receivedOn, documents, balanceCents };
}
