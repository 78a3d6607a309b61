import { describe, expect, test } from 'vitest';
import type { AppliedRate } from '../../../src/shared/domain/interest/applied-rate.ts';
import { appliedRate } from '../../../src/shared/domain/interest/applied-rate.ts';
import type { InterestMode } from '../../../src/shared/domain/interest/charge-settings.ts';
import type { Semester } from '../../../src/shared/domain/interest/semester.ts';
import {
  describeRate,
  missingRatesSentence,
  rateLabelOf,
  rateWarnings,
} from '../../../src/shared/text/interest.ts';
import { circumstances } from '../../support/late-invoices.ts';

const { rates } = circumstances();

function rateIn(
  semester: string,
  mode: InterestMode = 'ecb_plus_10',
  contractualBasisPoints: number | null = null,
): AppliedRate {
  const terms = { mode, contractualBasisPoints };
  const rate = appliedRate('professional', terms, semester as Semester, rates);
  if ('code' in rate) throw new Error(rate.code);
  return rate;
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('the rates of a claim', () => {
  test.each([
    [[], ''],
    [['2026-S1'], '12,15 %'],
    [['2025-S2', '2026-S1'], '12,15 %'],
    [['2026-S1', '2026-S2'], '12,15 % puis 12,40 %'],
    [['2025-S1', '2025-S2', '2026-S1', '2026-S2'], '13,15 % puis 12,15 % puis 12,40 %'],
    [['2024-S2', '2025-S1', '2025-S2', '2026-S2'], '12,15 % à 14,25 %'],
  ] as const)('%j: %s', (semesters, label) => {
    expect(
      plain(
        rateLabelOf(
          semesters.map((semester) => rateIn(semester)),
          'fr',
        ),
      ),
    ).toBe(label);
  });

  test('in English', () => {
    const label = rateLabelOf([rateIn('2026-S1'), rateIn('2026-S2')], 'en');
    expect(label).toBe('12.15% then 12.40%');
  });
});

describe('what a rate is made of', () => {
  test.each([
    [rateIn('2026-S1'), 'BCE 2,15 % + 10 points (C. com. L441-10 II), 1er semestre 2026'],
    [rateIn('2026-S2', 'legal_times_3'), '3 × taux légal 2,75 %, 2e semestre 2026'],
    [
      rateIn('2026-S2', 'contractual', 500),
      'minimum légal, 3 × 2,75 % (C. com. L441-10 II), 2e semestre 2026',
    ],
    [rateIn('2026-S2', 'contractual', 1500), 'taux des conditions générales, 2e semestre 2026'],
  ])('%#', (rate, words) => {
    expect(plain(describeRate(rate, 'fr'))).toBe(words);
  });
});

describe('what a person should know of the rates', () => {
  test('conditions below the floor: both figures', () => {
    expect(rateWarnings([rateIn('2024-S1', 'contractual', 1000)], 'fr').map(plain)).toEqual([
      '1er semestre 2024 : le taux de 10,00 % de vos conditions est sous le minimum légal ; 15,21 % est appliqué.',
    ]);
  });

  test('the law’s own rate below the floor is kept', () => {
    expect(rateWarnings([rateIn('2024-S2')], 'fr').map(plain)).toEqual([
      '2e semestre 2024 : le taux appliqué, 14,25 %, est sous trois fois le taux légal (14,76 %).',
    ]);
  });

  test('a rate to be confirmed', () => {
    expect(rateWarnings([rateIn('2026-S1'), rateIn('2026-S2')], 'en')).toEqual([
      'Second half of 2026: rate to be confirmed on Légifrance or at the Banque de France.',
    ]);
  });
});

describe('rates that nobody gave', () => {
  test('are named, each with its semester', () => {
    const missing = (['2027-S1', '2027-S2'] as const).map((semester) => ({
      code: 'rate_missing' as const,
      semester: semester as Semester,
      kind: 'legal_other' as const,
    }));
    expect(missingRatesSentence(missing, 'en')).toBe(
      'Late-payment interest not claimed: the legal interest rate of businesses (“all other cases”) of the first half of 2027 has not been entered and the legal interest rate of businesses (“all other cases”) of the second half of 2027 has not been entered.',
    );
    expect(missingRatesSentence([{ code: 'contract_rate_missing' }], 'fr')).toBe(
      'Intérêts de retard non réclamés : le taux de vos conditions générales n’est pas saisi.',
    );
    expect(missingRatesSentence([], 'fr')).toBe('');
  });
});
