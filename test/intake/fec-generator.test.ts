/**
 * The generated ledger that the bench reads: sound, the same for the same seed, as large as asked.
 */
import { expect, test } from 'vitest';
import { generateFec } from '../support/fec-generator.ts';
import { readLedgerBytes, summaryOf } from '../support/read-ledger-file.ts';

test('a generated year is balanced, lettered and of the size asked', async () => {
  const bytes = Buffer.concat([...generateFec({ customers: 300, lines: 20_000, seed: 1 })]);
  const read = await readLedgerBytes(bytes);
  const summary = summaryOf(read);
  expect(summary.totals.linesRead).toBeGreaterThanOrEqual(20_000);
  expect(summary.totals.linesRead).toBeLessThan(20_100);
  expect(summary.unbalancedEntryCount).toBe(0);
  expect(read.problems).toEqual([]);
  expect(summary.customerCount).toBeGreaterThan(250);
  expect(summary.letteredLineCount / summary.totals.linesKept).toBeGreaterThan(0.7);
  const counterparts = new Set(read.lines.map((line) => line.counterpart));
  expect(counterparts).toEqual(new Set(['opening', 'sales', 'bank']));
});

test('each lettered group of a customer balances', async () => {
  const bytes = Buffer.concat([...generateFec({ customers: 50, lines: 5000, seed: 2 })]);
  const { lines } = await readLedgerBytes(bytes);
  const groups = new Map<string, number>();
  for (const { customerCode, letter, amountCents } of lines) {
    if (letter === null) continue;
    const key = `${customerCode} ${letter}`;
    groups.set(key, (groups.get(key) ?? 0) + amountCents);
  }
  expect(groups.size).toBeGreaterThan(100);
  expect([...groups.values()].filter((sum) => sum !== 0)).toEqual([]);
});

test('the same seed gives the same bytes, another seed others', () => {
  const of = (seed: number) => Buffer.concat([...generateFec({ customers: 9, lines: 500, seed })]);
  expect(of(3).equals(of(3))).toBe(true);
  expect(of(3).equals(of(4))).toBe(false);
});
