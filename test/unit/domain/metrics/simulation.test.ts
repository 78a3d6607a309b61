import { describe, expect, test } from 'vitest';
import {
  freedByOutstanding,
  SIMULATION_EXAMPLES,
  simulate,
} from '../../../../src/shared/domain/metrics/simulation.ts';
import { euros } from '../../../support/open-items.ts';

describe('12 M€ brought from 45 to 35 days, base 360', () => {
  test('frees 333 333.33 € of cash, which saves 20 000 € a year at 6 %', () => {
    expect(simulate(SIMULATION_EXAMPLES.delays)).toEqual({
      freedCents: 33_333_333,
      lossCents: 0,
      timeCents: 0,
      financingCents: 2_000_000,
      yearlyCents: 2_000_000,
    });
  });

  test('saves 45 333.33 € of the 1.7 % of bad debts, pro rata 10 ÷ 45', () => {
    expect(simulate(SIMULATION_EXAMPLES.losses).lossCents).toBe(4_533_333);
  });

  test('half a job of 36 000 € is 18 000 €', () => {
    expect(simulate(SIMULATION_EXAMPLES.time)).toMatchObject({
      freedCents: 0,
      timeCents: 1_800_000,
      yearlyCents: 1_800_000,
    });
  });
});

test('the days gained of the late payers free the cash of their own turnover', () => {
  const result = simulate({ ...SIMULATION_EXAMPLES.delays, turnoverCents: euros(3_000_000) });
  expect(result.freedCents).toBe(8_333_333);
});

test('of what is owed, days are gained pro rata of the DSO', () => {
  // 500 000 € owed at 60 days: 125 000 € at 45, and not the 20 000 € one reads.
  expect(freedByOutstanding(euros(500_000), 15, 60)).toBe(euros(125_000));
  // 1 200 000 € from 67 to 48 days: 340 000 €, and not 70 000 €.
  expect(freedByOutstanding(euros(1_200_000), 19, 67)).toBe(34_029_851);
  expect(freedByOutstanding(euros(1_200_000), 19, 0)).toBeNull();
});

test('no more days are gained than there are, and none without a DSO', () => {
  const all = simulate({ ...SIMULATION_EXAMPLES.losses, daysGained: 90 });
  expect(all.freedCents).toBe(euros(1_500_000));
  expect(all.lossCents).toBe(euros(204_000));
  expect(simulate({ ...SIMULATION_EXAMPLES.losses, daysGained: -5 }).freedCents).toBe(0);
  expect(simulate({ ...SIMULATION_EXAMPLES.losses, dsoDays: 0 }).lossCents).toBe(0);
});
