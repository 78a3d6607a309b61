/** Invoice of 31/01/2026, in the ledger due on 17/03/2026. */
import { describe, expect, test } from 'vitest';
import {
  type DatedReceivable,
  type EnrichedReceivable,
  enrichedDueDates,
  statedDays,
} from '../../../../src/shared/domain/einvoice/enriched-due-date.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const day = calendarDate;
const issueDate = day('2026-01-31');

type Stated = readonly (readonly [date: string, amountCents?: number])[];

function enriched(
  stated: Stated,
  lines: readonly Partial<DatedReceivable>[],
  kind: 'invoice' | 'credit_note' = 'invoice',
): EnrichedReceivable[] {
  const instalments = stated.map(([date, amountCents]) => ({
    dueDate: day(date),
    amountCents: amountCents ?? null,
  }));
  const receivables = lines.map(
    (line, index): DatedReceivable => ({
      receivableId: index + 1,
      dueDate: day('2026-03-17'),
      dueBasis: 'estimated',
      amountCents: 120_000,
      ...line,
    }),
  );
  return enrichedDueDates({ kind, issueDate, instalments }, receivables);
}

const said = (rows: readonly EnrichedReceivable[]): string[] =>
  rows.map(
    ({ dueDate, dueBasis, change, isMerged }) =>
      `${dueDate} ${dueBasis} ${change}${isMerged ? ' merged' : ''}`,
  );

describe('one day stated', () => {
  test.each<[DatedReceivable['dueBasis'], string | null, string, string]>([
    ['estimated', '2026-03-17', '2026-03-02', '2026-03-02 stated taken'],
    ['confirmed_terms', '2026-03-17', '2026-03-02', '2026-03-02 stated taken'],
    ['none', null, '2026-03-02', '2026-03-02 stated taken'],
    ['stated', '2026-03-17', '2026-03-02', '2026-03-02 stated corrected'],
    ['stated', '2026-03-02', '2026-03-02', '2026-03-02 stated confirmed'],
    ['estimated', '2026-03-02', '2026-03-02', '2026-03-02 stated confirmed'],
    ['typed', '2026-03-17', '2026-03-02', '2026-03-17 typed typed_kept'],
    ['typed', '2026-03-02', '2026-03-02', '2026-03-02 typed typed_kept'],
    ['estimated', '2026-03-17', '2026-01-31', '2026-01-31 stated taken'], // comptant
    ['estimated', '2026-03-17', '2026-01-30', '2026-03-17 estimated not_believed'],
  ])('%s %s, stated %s', (dueBasis, dueDate, stated, expected) => {
    const line = { dueBasis, dueDate: dueDate === null ? null : day(dueDate) };
    expect(said(enriched([[stated]], [line]))).toEqual([expected]);
  });

  test('of an invoice in several lines it is that of each', () => {
    expect(said(enriched([['2026-03-02']], [{}, { dueBasis: 'typed' }]))).toEqual([
      '2026-03-02 stated taken',
      '2026-03-17 typed typed_kept',
    ]);
  });
});

test('an invoice that states no day changes none', () => {
  expect(said(enriched([], [{}]))).toEqual(['2026-03-17 estimated not_stated']);
});

test('a credit note keeps its own day', () => {
  expect(said(enriched([['2026-03-02']], [{}], 'credit_note'))).toEqual([
    '2026-03-17 estimated own_day',
  ]);
});

describe('several days stated', () => {
  test('each line takes the day of its amount', () => {
    const rows = enriched(
      [
        ['2026-03-02', 80_000],
        ['2026-04-02', 40_000],
      ],
      [{ amountCents: 40_000 }, { amountCents: 80_000 }],
    );
    expect(said(rows)).toEqual(['2026-04-02 stated taken', '2026-03-02 stated taken']);
  });

  test('equal amounts, or none, go in order of time and then of the ledger', () => {
    const lines = [
      { dueDate: day('2026-05-01') },
      { dueDate: day('2026-04-01') },
      { dueDate: day('2026-04-01') },
      { dueDate: null },
    ];
    const days: Stated = [['2026-03-01'], ['2026-04-02'], ['2026-05-03'], ['2026-06-04']];
    const taken = enriched(days, lines).map(({ dueDate }) => dueDate);
    expect(taken).toEqual(['2026-06-04', '2026-04-02', '2026-05-03', '2026-03-01']);
  });

  test.each<[string, Stated, Partial<DatedReceivable>[]]>([
    ['one line for all', [['2026-03-02'], ['2026-04-02']], [{}]],
    [
      'lines of other amounts',
      [
        ['2026-03-02', 1],
        ['2026-04-02', 2],
      ],
      [{ amountCents: 1 }, {}],
    ],
  ])('%s takes the last: nobody is chased before the whole is due', (_name, stated, lines) => {
    const rows = said(enriched(stated, lines));
    expect(rows).toEqual(lines.map(() => '2026-04-02 stated taken merged'));
  });
});

test('the day that an invoice states is kept whatever stands today, null where it states none', () => {
  const instalments = [{ dueDate: day('2026-03-02'), amountCents: null }];
  const typed: DatedReceivable = {
    receivableId: 1,
    dueDate: day('2026-05-05'),
    dueBasis: 'typed',
    amountCents: 120_000,
  };
  const kept = statedDays({ kind: 'invoice', issueDate, instalments }, [typed]);
  expect([...kept]).toEqual([[1, '2026-03-02']]);
  const none = statedDays({ kind: 'invoice', issueDate, instalments: [] }, [typed]);
  expect([...none]).toEqual([[1, null]]);
});
