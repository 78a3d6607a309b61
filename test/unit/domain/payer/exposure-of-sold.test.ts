import { expect, test } from 'vitest';
import { exposureOf } from '../../../../src/shared/domain/payer/exposure.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const TODAY = calendarDate('2026-11-23');
const account = { currency: 'EUR', outstandingCents: 100_000, limitCents: 50_000, guarantees: [] };

test.each([
  [undefined, 100_000, 50_000],
  [30_000, 70_000, 20_000],
  [60_000, 40_000, null],
  [120_000, 0, null],
] as const)('of 1 000 €, %s cents sold in full leave %i at risk', (soldCents, owed, excess) => {
  const sold = soldCents === undefined ? {} : { soldCents };
  const exposure = exposureOf({ ...account, ...sold }, TODAY);
  expect(exposure).toMatchObject({ owedCents: owed, ownRiskCents: owed, excessCents: excess });
  expect(exposure.guaranteedCents + exposure.ownRiskCents).toBe(exposure.owedCents);
});
