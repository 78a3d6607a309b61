/**
 * The months of random books, as the long analysis keeps them: what stood at their ends is what the
 * past-day reading gives, customer by customer, and what moved in them is what the rows sum to.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordAnalysis } from '../../src/main/ledger/stores/analysis.ts';
import { readMonthOfRun } from '../../src/main/ledger/stores/months.ts';
import { readOpenItemsAsOf } from '../../src/main/ledger/views/open-items.ts';
import {
  type MonthFiguresDocument,
  monthFiguresStep,
} from '../../src/main/use-cases/analysis/month-figures-step.ts';
import { runsUpTo } from '../../src/main/use-cases/portfolio/in-runs.ts';
import type { BookFigures } from '../../src/shared/domain/metrics/month-figures.ts';
import { isReceivableRole } from '../../src/shared/domain/metrics/month-history.ts';
import { LEDGER_CURRENCY } from '../../src/shared/domain/receivable/currency.ts';
import { isOverdue } from '../../src/shared/domain/receivable/net-position.ts';
import { calendarDate, daysBetween } from '../../src/shared/kernel/calendar-date.ts';
import type { TestLedger } from '../support/ledger.ts';
import { importFile, testFolder, testLedger } from '../support/ledger.ts';
import { ledgerLines } from '../support/ledger-facts.ts';

const RUNS = process.env.ENCOURS_NIGHT === '1' ? 300 : 12;
const TODAY = calendarDate('2026-11-23');

type Standing = Pick<
  BookFigures,
  | 'closingCents'
  | 'overdueCents'
  | 'over90Cents'
  | 'creditsCents'
  | 'doubtfulCents'
  | 'estimatedCents'
  | 'openCount'
  | 'overdueCount'
>;

/** What stood open on a day by the reading of past days. */
function standingOn({ ledger }: TestLedger, on: ReturnType<typeof calendarDate>): Standing {
  const sums = {
    closingCents: 0,
    overdueCents: 0,
    over90Cents: 0,
    creditsCents: 0,
    doubtfulCents: 0,
    estimatedCents: 0,
    openCount: 0,
    overdueCount: 0,
  };
  for (const item of ledger.read((reader) => readOpenItemsAsOf(reader, null, on))) {
    const { outstandingCents: cents, currency, role, dueBasis, dueDate } = item;
    if (currency !== LEDGER_CURRENCY || !isReceivableRole(role)) continue;
    if (cents < 0) {
      sums.creditsCents -= cents;
      continue;
    }
    sums.closingCents += cents;
    sums.openCount += 1;
    if (role === 'doubtful') sums.doubtfulCents += cents;
    if (dueBasis === 'estimated') sums.estimatedCents += cents;
    if (!isOverdue(item, on) || dueDate === null) continue;
    sums.overdueCents += cents;
    sums.overdueCount += 1;
    if (daysBetween(dueDate, on) > 90) sums.over90Cents += cents;
  }
  return sums;
}

const tools = { today: TODAY, progress: () => {} };

/** Makes the months, and tells of them as the analysis does; `isTold` false is a work cut short. */
async function made({ ledger }: TestLedger, isTold = true): Promise<MonthFiguresDocument> {
  const { document } = await monthFiguresStep.make(ledger, tools);
  const known = { name: monthFiguresStep.name, basis: '', asOf: TODAY, document };
  if (isTold) await ledger.write((writer) => recordAnalysis(writer, known));
  return document as MonthFiguresDocument;
}

test('the months kept stand as the past days do, and their rows sum to them', async () => {
  const folder = testFolder();
  await fc.assert(
    fc.asyncProperty(ledgerLines, async (lines) => {
      const to = testLedger(TODAY, testFolder(folder));
      try {
        await importFile(to, {
          lines,
          header: {
            fileSha256: 'one',
            coversFromDate: calendarDate('2026-01-01'),
            coversToDate: calendarDate('2027-03-01'),
          },
        });
        const { making, months } = await made(to);
        expect(months.at(-1)?.endsOn).toBe(TODAY);
        for (const month of months.slice(-13)) {
          expect(month).toMatchObject(standingOn(to, month.endsOn));
          const rows = to.ledger.read((reader) =>
            [...runsUpTo(1000)].flatMap((run) =>
              readMonthOfRun(reader, { ...run, making, month: month.startsOn }),
            ),
          );
          const sum = (name: keyof BookFigures) =>
            rows.reduce((total, row) => total + row[name], 0);
          expect([sum('closingCents'), sum('invoicedCents'), sum('receivedCents')]).toEqual([
            month.closingCents,
            month.invoicedCents,
            month.receivedCents,
          ]);
        }
      } finally {
        to.ledger.close();
      }
    }),
    { numRuns: RUNS },
  );
});

test('a making keeps the rows that are told of until it is told of itself', async () => {
  const to = testLedger(TODAY, testFolder());
  await importFile(to, {
    lines: fc.sample(ledgerLines, { numRuns: 1, seed: 7 })[0] ?? [],
    header: {
      fileSha256: 'one',
      coversFromDate: calendarDate('2026-01-01'),
      coversToDate: calendarDate('2027-03-01'),
    },
  });
  const makings = () =>
    to.ledger.read((reader) =>
      reader.connection
        .prepare<[], { making: number }>(
          'SELECT DISTINCT making FROM derived_month ORDER BY making',
        )
        .all()
        .map(({ making }) => making),
    );
  const first = await made(to);
  const cutShort = await made(to, false);
  expect([first.making, cutShort.making, makings()]).toEqual([1, 2, [1, 2]]);
  const third = await made(to);
  expect([third.making, makings()]).toEqual([3, [1, 3]]);
  expect(third.months).toEqual(first.months);
  await made(to);
  expect(makings()).toEqual([3, 4]);
  to.ledger.close();
});
