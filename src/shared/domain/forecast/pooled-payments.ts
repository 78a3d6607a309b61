/** What all customers do together: the curve, the spread of delays, the days money comes on. */
import type { ItemDays, PooledPayments } from './dated-item.ts';
import { payerRecordAt } from './payer-record.ts';
import { PaymentCounts, pooledHazard } from './pooled-curve.ts';
import { between } from './vector.ts';

export function pooledPayments(
  payers: ReadonlyMap<number, readonly ItemDays[]>,
  today: number,
): PooledPayments {
  const counts = new PaymentCounts();
  const weekdays = new Array<number>(7).fill(4);
  const monthDays = new Array<number>(31).fill(1);
  let sum = 0;
  let count = 0;
  for (const own of payers.values()) {
    for (const { issued, due, exit, isPaid } of own) {
      counts.watch(issued + 1 - due, Math.min(exit, today) - due, isPaid);
      if (!isPaid) continue;
      sum += between(exit - due, -60, 120);
      count += 1;
    }
    const record = payerRecordAt(own, today);
    for (let k = 0; k < 7; k += 1)
      weekdays[k] = (weekdays[k] as number) + (record.weekdays[k] as number);
    for (let k = 0; k < 31; k += 1)
      monthDays[k] = (monthDays[k] as number) + (record.monthDays[k] as number);
  }
  const share = (values: readonly number[]) => {
    const total = values.reduce((all, one) => all + one, 0);
    return values.map((one) => one / total);
  };
  const delayMean = count === 0 ? 5 : sum / count;
  return {
    hazard: pooledHazard(counts),
    delayMean,
    ...spreads(payers, delayMean),
    weekdayShares: share(weekdays),
    monthDayShares: share(monthDays),
  };
}

/** Variance of delays within customers and between them, by the method of moments. */
function spreads(
  payers: ReadonlyMap<number, readonly ItemDays[]>,
  delayMean: number,
): { readonly delayVariance: number; readonly payerVariance: number } {
  let within = 150;
  let degrees = 1;
  let total = 0;
  let squares = 0;
  let groups = 0;
  let between2 = 0;
  for (const own of payers.values()) {
    const delays = own.filter(({ isPaid }) => isPaid).map((x) => between(x.exit - x.due, -60, 120));
    const n = delays.length;
    if (n === 0) continue;
    const mean = delays.reduce((sum, one) => sum + one, 0) / n;
    within += delays.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    degrees += n - 1;
    total += n;
    squares += n * n;
    groups += 1;
    between2 += n * (mean - delayMean) ** 2;
  }
  const delayVariance = Math.max(1, within / degrees);
  const scale = total - squares / Math.max(1, total);
  const payerVariance =
    scale > 0 ? Math.max(1, (between2 - (groups - 1) * delayVariance) / scale) : 50;
  return { delayVariance, payerVariance };
}
