/** What a figure of a cross-table is made of: items, or the customers of a period. */
import type { z } from 'zod';
import type { crossFigure } from '../../../../shared/contract/cross.ts';
import { unitOf } from '../../../../shared/domain/analysis/measure.ts';
import { daysBetween } from '../../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { lastAnswer } from '../../overview/last-answer.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { crossTables, isInFigure } from './cross-answer.ts';
import { crossBooks, type Fact } from './cross-facts.ts';

export type CrossFigure = z.infer<typeof crossFigure>;

function factsOf(ledger: Ledger, portfolio: Portfolio, figure: CrossFigure): readonly Fact[] {
  const { row, column, ...question } = figure;
  const isMeant = isInFigure(crossTables(ledger, portfolio, question), question, { row, column });
  return crossBooks(ledger, portfolio, question).facts.filter(isMeant);
}

const items = lastAnswer<ReturnType<typeof makeItems>>();

/** The items of a figure, the largest first; made once for all their windows. */
export function crossItems(ledger: Ledger, portfolio: Portfolio, figure: CrossFigure) {
  return items(portfolio.owed, figure, () => makeItems(ledger, portfolio, figure));
}

function makeItems(ledger: Ledger, portfolio: Portfolio, figure: CrossFigure) {
  const asOf = figure.asOf ?? portfolio.today;
  const isAmount = unitOf(figure.measure) !== 'count';
  return factsOf(ledger, portfolio, figure)
    .flatMap(({ item, value }) =>
      item === null
        ? []
        : {
            receivableId: item.receivableId,
            customerId: item.customerId,
            name: portfolio.accounts.get(item.customerId)?.record.name ?? '',
            documentNumber: item.documentNumber,
            kind: item.kind,
            documentDate: item.documentDate,
            dueDate: item.dueDate,
            amountCents: item.amountCents,
            outstandingCents: isAmount ? value : item.outstandingCents,
            currency: item.currency,
            daysPastDue: item.dueDate === null ? null : daysBetween(item.dueDate, asOf),
          },
    )
    .sort((a, b) => Math.abs(b.outstandingCents) - Math.abs(a.outstandingCents));
}

/** The customers of a figure of a period, the largest first. */
export function crossCustomers(ledger: Ledger, portfolio: Portfolio, figure: CrossFigure) {
  const byCustomer = Map.groupBy(
    factsOf(ledger, portfolio, figure),
    ({ customerId }) => customerId,
  );
  return [...byCustomer]
    .map(([customerId, own]) => {
      const record = portfolio.accounts.get(customerId)?.record;
      return {
        customerId,
        code: record?.code ?? '',
        name: record?.name ?? '',
        documentCount: own.reduce((sum, { documentCount }) => sum + documentCount, 0),
        amountCents: own.reduce((sum, { value }) => sum + value, 0),
        currency: own[0]?.currency ?? '',
      };
    })
    .sort((a, b) => Math.abs(b.amountCents) - Math.abs(a.amountCents));
}
