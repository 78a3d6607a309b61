import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSnapshots,
  type OpenLine,
} from '../../../../../src/shared/domain/statement/snapshot-guard.ts';

/** `A10` is the line A open for 10,00. */
function lines(text: string): OpenLine[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({
      key: word.charAt(0),
      openCents: Number.parseInt(word.slice(1), 10) * 100,
    }));
}

describe('a new list is stopped when it looks like a part', () => {
  const cases: readonly [string, string, string, number | null, string[]][] = [
    ['first list', '', 'A10 B20', null, []],
    ['same list', 'A10 B20', 'A10 B20', null, []],
    ['one of five leaves: 20 %', 'A10 B10 C10 D10 E10', 'A10 B10 C10 D10', null, []],
    [
      'one of four leaves',
      'A10 B10 C10 D10',
      'A10 B10 C10',
      null,
      ['lines_leaving', 'amount_leaving'],
    ],
    ['a big one leaves', 'A90 B2 C2 D2 E2 F2', 'B2 C2 D2 E2 F2', null, ['amount_leaving']],
    ['small ones leave', 'A90 B1 C1 D1', 'A90 B1', null, ['lines_leaving']],
    ['a credit hides nothing', 'A50 B-50 C80', 'C80', null, ['lines_leaving', 'amount_leaving']],
    ['everything leaves', 'A10', '', null, ['lines_leaving', 'amount_leaving']],
    ['the typed total agrees', 'A10', 'A10 B5', 1500, []],
    ['the typed total differs', 'A10', 'A10 B5', 1501, ['total_differs']],
    ['nothing and nothing typed', '', '', 0, []],
  ];
  test.each(cases)('%s', (_name, ...[previous, next, typedTotalCents, reasons]) => {
    const verdict = compareSnapshots({
      previous: lines(previous),
      next: lines(next),
      typedTotalCents,
    });
    expect(verdict.reasons).toEqual(reasons);
    expect(verdict.isPartialFileSuspected).toBe(reasons.length > 0);
  });

  test('the share may be set', () => {
    const input = { previous: lines('A10 B10'), next: lines('A10'), typedTotalCents: null };
    expect(compareSnapshots({ ...input, leavingShareMax: 0.5 }).reasons).toEqual([]);
    expect(compareSnapshots({ ...input, leavingShareMax: 0.49 }).isPartialFileSuspected).toBe(true);
  });
});

test('new, changed, unchanged and left are counted with their amounts', () => {
  const verdict = compareSnapshots({
    previous: lines('A10 B20 C30 D-5'),
    next: lines('A10 B15 E40'),
    typedTotalCents: null,
  });
  expect(verdict).toMatchObject({
    added: { lineCount: 1, amountCents: 4000 },
    changed: { lineCount: 1, amountCents: -500 },
    unchanged: { lineCount: 1, amountCents: 1000 },
    left: { lineCount: 2, amountCents: 2500 },
    totalCents: 6500,
    linesLeavingShare: 0.5,
  });
  expect(verdict.amountLeavingShare).toBeCloseTo(35 / 65);
});

test('old total + new + changes − left = new total, whatever the lists', () => {
  const lists = fc.uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 40 }).map(String),
      openCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    }),
    { selector: (line) => line.key, maxLength: 30 },
  );
  fc.assert(
    fc.property(lists, lists, (previous, next) => {
      const verdict = compareSnapshots({ previous, next, typedTotalCents: null });
      const was = previous.reduce((sum, line) => sum + line.openCents, 0);
      const is = next.reduce((sum, line) => sum + line.openCents, 0);
      const { added, changed, left, unchanged } = verdict;
      expect(was + added.amountCents + changed.amountCents - left.amountCents).toBe(is);
      expect(verdict.totalCents).toBe(is);
      expect(added.lineCount + changed.lineCount + unchanged.lineCount).toBe(next.length);
      expect(left.lineCount + changed.lineCount + unchanged.lineCount).toBe(previous.length);
    }),
  );
});
