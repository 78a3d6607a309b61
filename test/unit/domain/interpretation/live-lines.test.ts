import { describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import type { FactLine } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import { liveLinesOf } from '../../../../src/shared/domain/interpretation/live-lines.ts';
import {
  balanceOf,
  factsOf,
  invoice,
  line,
  opening,
  openOf,
  periodOf,
  ROLES,
  receipt,
} from './a-customer.ts';

const LAST_YEAR = periodOf(1, '2025-01-01', '2025-12-31');
const THIS_YEAR = periodOf(2, '2026-01-01', '2026-12-31');

function roleOf(code: string) {
  return ROLES.get(code) ?? 'ordinary';
}

/** Lines of 2025 belong to the first import, those of 2026 to the second. */
function twoYears(...lines: readonly FactLine[]) {
  const imported = lines.map((one) => ({ ...one, importId: one.lineDate < '2026' ? 1 : 2 }));
  return factsOf({ lines: imported, imports: [LAST_YEAR, THIS_YEAR] });
}

function liveOf(facts: ReturnType<typeof twoYears>): string[] {
  return liveLinesOf(facts.lines, facts.imports, roleOf).map(
    ({ lineDate, amountCents, letter }) => `${lineDate} ${amountCents}${letter ?? ''}`,
  );
}

describe('a later file that restates a period', () => {
  const january = { ...invoice('2026-01-05', 'F1', 100), importId: 1 };
  const may = { ...invoice('2026-05-05', 'F2', 200), importId: 1 };
  const restated = { ...invoice('2026-01-06', 'F1', 110), importId: 2 };

  it('takes the place of what earlier ones said of its days', () => {
    const imports = [
      periodOf(1, '2026-01-01', '2026-06-30'),
      periodOf(2, '2026-01-01', '2026-03-31'),
    ];
    expect(liveLinesOf([january, may, restated], imports, roleOf)).toEqual([restated, may]);
  });

  it('restates nothing where its period is not known', () => {
    const unknown = { ...periodOf(2, '2026-01-01', '2026-03-31'), coversFromDate: null };
    const imports = [periodOf(1, '2026-01-01', '2026-06-30'), unknown];
    expect(liveLinesOf([january, restated], imports, roleOf)).toEqual([january, restated]);
  });

  it('no longer counts once undone', () => {
    const imports = [periodOf(1, '2026-01-01', '2026-06-30')];
    expect(liveLinesOf([january, may, restated], imports, roleOf)).toEqual([january, may]);
  });
});

describe('openings of a year', () => {
  it('stay where the year before is not known', () => {
    expect(liveOf(twoYears(opening('2026-01-01', 100), invoice('2026-02-01', 'F2', 50)))).toEqual([
      '2026-01-01 100',
      '2026-02-01 50',
    ]);
  });

  it('are dropped where they repeat the balance of the lines before', () => {
    const facts = twoYears(
      invoice('2025-11-05', 'F1', 100),
      receipt('2025-12-05', 40),
      opening('2026-01-01', 60),
      receipt('2026-01-20', 60),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 100', '2025-12-05 -40', '2026-01-20 -60']);
    expect(balanceOf(interpret(facts))).toBe(0);
  });

  it('that name open lines are dropped and hand them their letter', () => {
    const facts = twoYears(
      invoice('2025-11-05', 'F1', 100),
      invoice('2025-11-06', 'F2', 70),
      opening('2026-01-01', 100, { documentNumber: 'F1', letter: 'A' }),
      opening('2026-01-01', 70, { documentNumber: 'F2' }),
      receipt('2026-01-20', 100, 'VIR', { letter: 'A' }),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 100A', '2025-11-06 70', '2026-01-20 -100A']);
    const told = interpret(facts);
    expect(openOf(told)).toEqual(['F2 0,70']);
    expect(told.allocations).toMatchObject([{ basis: 'lettered' }]);
  });

  it('do not take the letter of a line that has one', () => {
    const facts = twoYears(
      invoice('2025-11-05', 'F1', 100, { letter: 'Z' }),
      opening('2026-01-01', 100, { documentNumber: 'F1', letter: 'A' }),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 100Z']);
  });

  it('by balance leave their difference as one opening', () => {
    const facts = twoYears(invoice('2025-11-05', 'F1', 100), opening('2026-01-01', 130));
    expect(liveOf(facts)).toEqual(['2025-11-05 100', '2026-01-01 30']);
    expect(openOf(interpret(facts))).toEqual(['F1 1,00', 'opening 0,30']);
  });

  it('in detail keep those that name unknown invoices, and the difference', () => {
    const facts = twoYears(
      invoice('2025-10-05', 'F0', 40),
      invoice('2025-11-05', 'F1', 100),
      opening('2026-01-01', 100, { documentNumber: 'F1' }),
      opening('2026-01-01', 80, { documentNumber: 'F2', documentDate: '2025-12-15' }),
    );
    // F0 was paid in what the first file does not show: 40 is no longer in the openings.
    expect(liveOf(facts)).toEqual([
      '2025-10-05 40',
      '2025-11-05 100',
      '2026-01-01 80',
      '2026-01-01 -40',
    ]);
    expect(balanceOf(interpret(facts))).toBe(180);
  });

  it('in detail without a difference but the unknown ones keep only these', () => {
    const facts = twoYears(
      invoice('2025-11-05', 'F1', 100),
      opening('2026-01-01', 100, { documentNumber: 'F1' }),
      opening('2026-01-01', 80, { documentNumber: 'F2' }),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 100', '2026-01-01 80']);
  });

  it('match twins one by one', () => {
    const facts = twoYears(
      invoice('2025-11-05', 'F1', 50),
      invoice('2025-11-05', 'F1', 50),
      opening('2026-01-01', 50, { documentNumber: 'F1' }),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 50', '2025-11-05 50', '2026-01-01 -50']);
  });

  it('of one kind of account say nothing of another', () => {
    const facts = twoYears(
      line('2025-11-05', 100, { ledgerAccountCode: '416000' }),
      opening('2026-01-01', 60),
      line('2026-01-01', 5, { documentNumber: 'F7' }),
    );
    expect(liveOf(facts)).toEqual(['2025-11-05 100', '2026-01-01 60', '2026-01-01 5']);
  });

  it('continue from year to year', () => {
    const facts = factsOf({
      lines: [
        { ...invoice('2024-11-05', 'F1', 100), importId: 1 },
        { ...opening('2025-01-01', 100), importId: 2 },
        { ...invoice('2025-11-05', 'F2', 30), importId: 2 },
        { ...opening('2026-01-01', 130), importId: 3 },
      ],
      imports: [
        periodOf(1, '2024-01-01', '2024-12-31'),
        periodOf(2, '2025-01-01', '2025-12-31'),
        periodOf(3, '2026-01-01', '2026-12-31'),
      ],
    });
    expect(liveOf(facts)).toEqual(['2024-11-05 100', '2025-11-05 30']);
  });

  it('of nought are no openings', () => {
    expect(liveOf(twoYears(invoice('2025-11-05', 'F1', 1), opening('2026-01-01', 0)))).toEqual([
      '2025-11-05 1',
      '2026-01-01 0',
    ]);
  });
});

it('no lines, no live lines', () => {
  expect(liveLinesOf([], [THIS_YEAR], roleOf)).toEqual([]);
});
