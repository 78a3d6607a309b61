/**
 * What is kept in memory and made anew by the customer is what a first reading of the ledger gives,
 * and the ranking shown is the domain's on it.
 */
import { rankingOf } from '../../../src/main/use-cases/overview/ranking.ts';
import { PortfolioKeeper } from '../../../src/main/use-cases/portfolio/portfolio-keeper.ts';
import { customerRows } from '../../use-cases/reading.ts';
import { type Checker, same } from './checker.ts';

export const viewEqualsDomain: Checker = async ({ ledger, company }) => {
  const fresh = await new PortfolioKeeper(ledger).read();
  const shown = await customerRows(company);
  const figures = shown.map(({ customerId, outstandingCents, overdueCents, netDueCents }) => ({
    customerId,
    outstandingCents,
    overdueCents,
    netDueCents,
  }));
  const expected = [...fresh.accounts.values()].map(({ record, sums }) => ({
    customerId: record.customerId,
    outstandingCents: sums.outstandingCents,
    overdueCents: sums.overdueCents,
    netDueCents: sums.netDueCents,
  }));
  const byId = (a: { customerId: number }, b: { customerId: number }) =>
    a.customerId - b.customerId;
  same('figures of the customers', figures.sort(byId), expected.sort(byId));
  const ranked = await company.whole((window) => company.call.overview.ranked(window));
  same(
    'the ranking',
    ranked.map(({ customerId, value, stakeCents }) => ({ customerId, value, stakeCents })),
    rankingOf(fresh).ranked.map(({ payerId, value, stakeCents }) => ({
      customerId: payerId,
      // The screen's terms are rounded for the eye.
      value: Math.round(value),
      stakeCents,
    })),
  );
};
