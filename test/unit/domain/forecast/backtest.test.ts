/** The model on the past of a made-up ledger, as the bench runs it on real ones. */
import { expect, test } from 'vitest';
import { backtest } from '../../../support/forecast-backtest.ts';
import { madeUpPayers } from '../../../support/made-up-payers.ts';

test('where one customer in four never pays, the forecast holds and that by due date does not', () => {
  const items = madeUpPayers({ customers: 16, months: 10, neverOneIn: 4 });
  const { rows, cutOffs } = backtest(items);
  expect(cutOffs.length).toBeGreaterThan(7);
  const of = (method: string) => rows.find((row) => row.method === method);
  const [model, due, notLate] = ['Encours', 'échéance', 'échéance, sans les échues'].map(of);
  expect(model?.wape4).toBeLessThan((due?.wape4 ?? 0) / 2);
  expect(model?.wape4).toBeLessThan((notLate?.wape4 ?? 0) * 0.8);
  expect(model?.wape8).toBeLessThan((notLate?.wape8 ?? 0) * 0.8);
  expect(model?.maeDays).toBeLessThan((due?.maeDays ?? 0) * 0.8);
  expect(Math.abs(model?.bias4 ?? 1)).toBeLessThan(0.1);
  expect(due?.bias4).toBeGreaterThan(0.3);
  expect(model?.withinBand).toBeGreaterThan(0.6);
}, 120_000);
