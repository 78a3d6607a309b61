import { describe, expect, test } from 'vitest';
import type {
  RateKind,
  ShippedRate,
  TypedRate,
} from '../../../../src/shared/domain/interest/legal-rates.ts';
import { rateOf, rateTable } from '../../../../src/shared/domain/interest/legal-rates.ts';
import type { Semester } from '../../../../src/shared/domain/interest/semester.ts';
import { semesterOf } from '../../../../src/shared/domain/interest/semester.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const S1 = semesterOf(calendarDate('2026-01-01'));
const S2 = semesterOf(calendarDate('2026-07-01'));

function shipped(semester: Semester, basisPoints: number): ShippedRate {
  return { semester, kind: 'refinancing', basisPoints, isConfirmed: false, source: 'BCE' };
}
function typed(
  basisPoints: number | null,
  kind: RateKind = 'refinancing',
  semester = S2,
): TypedRate {
  return { semester, kind, basisPoints };
}

describe('a figure typed by a person', () => {
  test('wins over the shipped one, is confirmed, and leaves it to be seen', () => {
    const table = rateTable([shipped(S2, 240)], [typed(265)]);
    expect(rateOf(table, S2, 'refinancing')).toEqual({
      basisPoints: 265,
      origin: 'typed',
      isConfirmed: true,
      source: '',
      shippedBasisPoints: 240,
    });
  });

  test('stays when a later build ships its semester', () => {
    const before = rateTable([], [typed(265)]);
    const after = rateTable([shipped(S2, 240)], [typed(265)]);
    expect(rateOf(before, S2, 'refinancing')?.basisPoints).toBe(265);
    expect(rateOf(after, S2, 'refinancing')?.basisPoints).toBe(265);
  });

  test('leaves the other figures of its semester as they are', () => {
    const table = rateTable([shipped(S2, 240)], [typed(275, 'legal_other')]);
    expect(rateOf(table, S2, 'refinancing')?.origin).toBe('shipped');
    expect(rateOf(table, S2, 'legal_individuals')).toBeNull();
  });

  test('gives way to a later typing, and back to what ships when it is taken back', () => {
    const rows = [typed(265), typed(0), typed(null)];
    const figureAfter = (count: number) =>
      rateOf(rateTable([shipped(S2, 240)], rows.slice(0, count)), S2, 'refinancing');
    expect(figureAfter(2)?.basisPoints).toBe(0);
    expect(figureAfter(3)).toMatchObject({ basisPoints: 240, origin: 'shipped' });
    expect(rateOf(rateTable([], rows), S2, 'refinancing')).toBeNull();
  });
});

test('a semester of which nobody gave anything is absent', () => {
  const table = rateTable([shipped(S1, 215)], []);
  expect(rateOf(table, S2, 'refinancing')).toBeNull();
});

test('semesters come in the order of time', () => {
  const table = rateTable([shipped(S2, 240), shipped(S1, 215)], [typed(5, 'refinancing', S1)]);
  expect([...table.keys()]).toEqual([S1, S2]);
});
