/** The history of an indicator for other screens than its own: the head of the dashboard. */
import type { Indicator } from '../../../shared/domain/metrics/indicator.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { knownMonths } from './known-months.ts';
import { monthsAsOf } from './months-as-of.ts';
import { companyPoints } from './points.ts';
import { indicatorPoints, targetsOf } from './shown-indicators.ts';

/**
 * One indicator of the company at the end of each of the last months, oldest first, with its aim;
 * null until the first long analysis has ended. `isStale`: newer ones are being made.
 */
export async function indicatorHistory(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: { readonly indicator: Indicator; readonly monthCount: number },
) {
  const known = knownMonths(ledger);
  if (known === null) return null;
  const asOf = await monthsAsOf(ledger, known, null);
  const { points } = companyPoints(ledger, portfolio, asOf);
  const conventions = portfolio.settings.figures;
  return {
    isStale: known.isStale,
    target: targetsOf(ledger, null)(asked.indicator),
    points: indicatorPoints(points, { ...asked, conventions }),
  };
}
