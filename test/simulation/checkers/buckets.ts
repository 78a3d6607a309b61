/** Every screen cuts one and the same outstanding: columns, weeks, figures sum to it. */
import { agedBalance } from '../../use-cases/reading.ts';
import { type Checker, same } from './checker.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0);

export const buckets: Checker = async ({ company, world }) => {
  const owed = sum(Object.values(world.expectedBalances()));
  const balance = await agedBalance(company);
  same('control of the aged balance', balance.isEqual, true);
  same('columns of the aged balance', sum(balance.totalsCents), owed);
  same('rows of the aged balance', sum(balance.rows.map((row) => row.balanceCents)), owed);
  const forecast = await company.call.overview.forecast({ weekCount: 13, by: 'none', key: null });
  same('total of the forecast', forecast.totalCents, owed);
  const slots = [
    forecast.overdueCents,
    forecast.disputedCents,
    forecast.undatedCents,
    forecast.creditsCents,
    forecast.laterCents,
    ...forecast.weeks.map((week) => week.promisedCents + week.unpromisedDueCents),
  ];
  same('slots of the forecast', sum(slots), owed);
  const { figures, buckets: shown } = await company.call.overview.dashboard();
  same('figure of the dashboard', figures?.outstandingCents ?? 0, owed);
  same('bars of the dashboard', sum(shown.map(({ amountCents }) => amountCents)), owed);
};
