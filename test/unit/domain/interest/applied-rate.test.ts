import { describe, expect, test } from 'vitest';
import type { DebtorKind } from '../../../../src/shared/domain/interest/applied-rate.ts';
import { appliedRate } from '../../../../src/shared/domain/interest/applied-rate.ts';
import type { InterestMode } from '../../../../src/shared/domain/interest/charge-settings.ts';
import { rateTable } from '../../../../src/shared/domain/interest/legal-rates.ts';
import type { Semester } from '../../../../src/shared/domain/interest/semester.ts';
import { circumstances } from '../../../support/late-invoices.ts';

const { rates } = circumstances();

function rateIn(
  semester: string,
  debtor: DebtorKind,
  mode: InterestMode = 'ecb_plus_10',
  contractualBasisPoints: number | null = null,
) {
  return appliedRate(debtor, { mode, contractualBasisPoints }, semester as Semester, rates);
}

describe('the rate of a semester, in basis points', () => {
  test.each([
    // semester  debtor          mode            contract  rate  basis
    ['2026-S1', 'professional', 'ecb_plus_10', null, 1215, 'refinancing_plus_10'],
    ['2026-S2', 'professional', 'ecb_plus_10', null, 1240, 'refinancing_plus_10'],
    ['2021-S1', 'professional', 'ecb_plus_10', null, 1000, 'refinancing_plus_10'], // 0.00 is a rate
    ['2024-S1', 'professional', 'legal_times_3', null, 1521, 'legal_times_3'],
    ['2026-S1', 'professional', 'legal_times_3', null, 786, 'legal_times_3'],
    ['2025-S2', 'professional', 'legal_times_3', null, 828, 'legal_times_3'],
    ['2026-S2', 'professional', 'contractual', 825, 825, 'contractual'], // just at the floor
    ['2026-S2', 'professional', 'contractual', 824, 825, 'floor'],
    ['2024-S2', 'professional', 'contractual', 1200, 1476, 'floor'],
    ['2026-S1', 'professional', 'contractual', 0, 786, 'floor'],
    ['2026-S1', 'public', 'ecb_plus_10', null, 1015, 'refinancing_plus_8'],
    ['2026-S1', 'public', 'contractual', 2000, 1015, 'refinancing_plus_8'], // the law fixes it
    ['2026-S2', 'consumer', 'ecb_plus_10', null, 275, 'legal'],
    ['2026-S2', 'consumer', 'contractual', 1500, 275, 'legal'],
  ] as const)('%s, %s, %s %s: %s by %s', (semester, debtor, mode, contract, basisPoints, basis) => {
    expect(rateIn(semester, debtor, mode, contract)).toMatchObject({
      basisPoints,
      basis,
      semester,
    });
  });
});

describe('below three times the legal rate', () => {
  test('a rate of the conditions gives way, and both figures are said', () => {
    expect(rateIn('2024-S1', 'professional', 'contractual', 1000)).toMatchObject({
      basisPoints: 1521,
      belowFloor: { basisPoints: 1000, floorBasisPoints: 1521 },
    });
  });

  test('the law’s own rate is kept, and the floor is said', () => {
    expect(rateIn('2024-S1', 'professional')).toMatchObject({
      basisPoints: 1450,
      basis: 'refinancing_plus_10',
      belowFloor: { basisPoints: 1450, floorBasisPoints: 1521 },
    });
  });

  test('neither a public buyer nor a consumer has a floor', () => {
    expect(rateIn('2024-S1', 'public')).toMatchObject({ basisPoints: 1250, belowFloor: null });
    expect(rateIn('2024-S1', 'consumer')).toMatchObject({ basisPoints: 507, belowFloor: null });
  });

  test('without a legal rate, ECB + 10 stands unchecked', () => {
    const onlyEcb = rateTable(
      [],
      [{ semester: '2027-S1' as Semester, kind: 'refinancing', basisPoints: 240 }],
    );
    const terms = { mode: 'ecb_plus_10', contractualBasisPoints: null } as const;
    expect(appliedRate('professional', terms, '2027-S1' as Semester, onlyEcb)).toMatchObject({
      basisPoints: 1240,
      belowFloor: null,
      isConfirmed: true,
    });
  });
});

describe('a figure that nobody gave', () => {
  test.each([
    ['professional', 'ecb_plus_10', null, 'refinancing'],
    ['professional', 'legal_times_3', null, 'legal_other'],
    ['professional', 'contractual', 1200, 'legal_other'],
    ['public', 'ecb_plus_10', null, 'refinancing'],
    ['consumer', 'ecb_plus_10', null, 'legal_other'],
  ] as const)('%s, %s: no rate, %s %s is asked for', (debtor, mode, contract, kind) => {
    expect(rateIn('2027-S1', debtor, mode, contract)).toEqual({
      code: 'rate_missing',
      semester: '2027-S1',
      kind,
    });
  });

  test('a rate of the conditions that was never typed', () => {
    expect(rateIn('2026-S1', 'professional', 'contractual')).toEqual({
      code: 'contract_rate_missing',
    });
  });
});

test('a rate made of a figure to be confirmed is to be confirmed', () => {
  expect(rateIn('2026-S2', 'professional')).toMatchObject({ isConfirmed: false });
  expect(rateIn('2026-S1', 'professional')).toMatchObject({ isConfirmed: true });
});
