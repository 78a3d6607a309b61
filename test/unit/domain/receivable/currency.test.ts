import { describe, expect, test } from 'vitest';
import { sumApart } from '../../../../src/shared/domain/receivable/currency.ts';

describe('amounts are added up currency by currency', () => {
  test.each([
    ['nothing', [], { totalCents: 0, otherTotals: [] }],
    [
      'euros alone',
      [
        ['EUR', 1_000],
        ['EUR', -250],
      ],
      { totalCents: 750, otherTotals: [] },
    ],
    [
      'others beside, in the order of their codes',
      [
        ['USD', 500],
        ['EUR', 1_000],
        ['CHF', 70],
        ['USD', 25],
      ],
      {
        totalCents: 1_000,
        otherTotals: [
          { currency: 'CHF', amountCents: 70 },
          { currency: 'USD', amountCents: 525 },
        ],
      },
    ],
    [
      'what comes to zero is left out',
      [
        ['USD', 500],
        ['USD', -500],
      ],
      { totalCents: 0, otherTotals: [] },
    ],
  ] as const)('%s', (_, amounts, expected) => {
    const given = amounts.map(([currency, amountCents]) => ({ currency, amountCents }));
    expect(sumApart(given)).toEqual(expected);
  });
});
