/**
 * Indicators of a small company on Monday 23 November 2026: three invoices of autumn are open, of
 * which two are late by 110 000 cents; 235 150 were sold from September on.
 */
import { expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';

const COMPANY = { asOf: null, part: null } as const;

/** Waits for the figures of the books as they are. */
async function analysed(company: TestCompany): Promise<void> {
  const { jobId } = await company.call.analysis.state();
  if (jobId !== null) await company.done(jobId);
}

async function readings(
  company: TestCompany,
  asked: Parameters<TestCompany['call']['figures']['show']>[0],
) {
  const { rows } = await company.call.figures.show(asked);
  return Object.fromEntries(rows.map((row) => [row.indicator, row]));
}

test('indicators are there once the history was read, with what they are made of', async () => {
  const { company } = await smallCompany();
  const before = await company.call.figures.show(COMPANY);
  expect(before).toMatchObject({ hasFigures: false, rows: [] });
  expect(before.jobId).not.toBeNull();
  await analysed(company);
  const shown = await company.call.figures.show(COMPANY);
  expect(shown).toMatchObject({
    hasFigures: true,
    isStale: false,
    jobId: null,
    asOf: '2026-11-23',
    isMonthUnderWay: true,
    standing: { receivablesCents: 155_050, creditsCents: 0, otherTotals: [] },
  });
  const rows = Object.fromEntries(shown.rows.map((row) => [row.indicator, row]));
  // 155 050 × (30 + 31 + 23 days) ÷ (110 000 + 9 900 + 45 050).
  expect(rows.dso?.reading).toMatchObject({
    operands: { receivablesCents: 155_050, periodDays: 84, salesCents: 164_950 },
    missing: null,
  });
  expect(rows.dso?.reading.value).toBeCloseTo(78.96, 2);
  // 45 050 of 23 days, 9 900 of 31, then 100 100 of the 110 000 of September's 30.
  expect(rows.count_back_dso?.reading.value).toBeCloseTo(23 + 31 + (100_100 / 110_000) * 30, 2);
  expect(rows.overdue_rate?.reading.value).toBeCloseTo(110_000 / 155_050);
  expect(rows.late_item_rate?.reading.operands).toEqual({ overdueCount: 2, openCount: 3 });
  // A month before: 110 000 late of 119 900; FA105 was not due.
  expect(rows.overdue_rate?.monthBefore).toBeCloseTo(110_000 / 119_900);
  expect(rows.collection_cost?.reading).toMatchObject({ value: null, missing: 'typed' });
});

test('a past day is rebuilt from the facts; its months before are those already made', async () => {
  const { company } = await smallCompany();
  await analysed(company);
  const inOctober = await company.call.figures.show({
    ...COMPANY,
    asOf: calendarDate('2026-10-12'),
  });
  // FA102 was due on the 10th, FA104 is on the 15th.
  expect(inOctober.asOf).toBe('2026-10-12');
  const late = inOctober.rows.find(({ indicator }) => indicator === 'overdue_rate');
  expect(late?.reading.operands).toEqual({ overdueCents: 80_000, receivablesCents: 119_900 });
  const endOfOctober = await readings(company, { ...COMPANY, asOf: calendarDate('2026-10-31') });
  expect(endOfOctober.overdue_rate?.reading.operands.overdueCents).toBe(110_000);
});

test('a part of the company has figures of its own, which sum to those of the whole', async () => {
  const { company, val } = await smallCompany();
  await analysed(company);
  const part = { by: 'customer', key: String(val) } as const;
  const own = await readings(company, { asOf: null, part });
  expect(own.overdue_rate?.reading.operands).toEqual({
    overdueCents: 80_000,
    receivablesCents: 125_050,
  });
  const window = { offset: 0, limit: 50 };
  const question = {
    indicator: 'overdue_rate',
    asOf: null,
    by: 'customer',
    part: null,
    text: '',
    sort: 'value',
    isDescending: true,
    ...window,
  } as const;
  const groups = await company.call.figures.groups(question);
  expect(groups).toMatchObject({ total: 3, closingCents: 155_050, overdueCents: 110_000 });
  expect(groups.rows.map(({ label, value }) => [label, value])).toEqual([
    ['Leroy Frères', 1],
    ['Val Matériaux', 80_000 / 125_050],
    ['Martin et fils', null],
  ]);
  const found = await company.call.figures.groups({ ...question, text: 'val' });
  expect(found.rows.map(({ customerId }) => customerId)).toEqual([val]);
  const october = await company.call.figures.groups({
    ...question,
    asOf: calendarDate('2026-10-12'),
    sort: 'label',
    isDescending: false,
  });
  expect(october.rows.map(({ label, overdueCents }) => [label, overdueCents])).toEqual([
    ['Leroy Frères', 0],
    ['Martin et fils', 0],
    ['Val Matériaux', 80_000],
  ]);
  for (const sort of ['change', 'receivables', 'overdue', 'sales'] as const) {
    const sorted = await company.call.figures.groups({ ...question, sort, by: 'sector' });
    expect(sorted.rows).toHaveLength(1);
  }
});

test('an indicator is told month by month, with its aim', async () => {
  const { company } = await smallCompany();
  await analysed(company);
  const { version } = await company.call.figures.setObjective({
    commandId: newCommandId(),
    indicator: 'dso',
    part: null,
    target: 45.5,
  });
  expect(version).toBeGreaterThan(0);
  const asked = { ...COMPANY, indicator: 'overdue_rate', monthCount: 13 } as const;
  const late = await company.call.figures.history(asked);
  expect(late.target).toBeNull();
  expect(late.points).toHaveLength(13);
  expect(late.points.slice(-3).map(({ endsOn }) => endsOn)).toEqual([
    '2026-09-30',
    '2026-10-31',
    '2026-11-23',
  ]);
  const dso = await company.call.figures.history({ ...asked, indicator: 'dso' });
  expect(dso.target).toBe(45.5);
  const rows = await readings(company, COMPANY);
  expect(rows.dso?.target).toBe(45.5);
  await company.call.figures.setObjective({
    commandId: newCommandId(),
    indicator: 'dso',
    part: null,
    target: null,
  });
  expect((await readings(company, COMPANY)).dso?.target).toBeNull();
});

test('hours, cost and complaints are typed by month, and the last ones hold', async () => {
  const { company } = await smallCompany();
  await analysed(company);
  const type = (month: string, minutes: number | null, costCents: number | null) =>
    company.call.figures.setEffort({
      commandId: newCommandId(),
      month: calendarDate(month),
      minutes,
      costCents,
      complaintCount: 0,
    });
  await type('2026-11-10', 600, 50_000);
  await type('2026-11-01', 720, 60_000);
  expect(await refusalOf(type('2026-12-01', 1, 1))).toBe('month_to_come');
  const [november, october] = await company.call.figures.listEfforts();
  expect(november).toMatchObject({
    month: '2026-11-01',
    minutes: 720,
    costCents: 60_000,
    complaintCount: 0,
    messageCount: 0,
  });
  expect(october).toMatchObject({ month: '2026-10-01', minutes: null, costCents: null });
  const rows = await readings(company, COMPANY);
  expect(rows.collection_cost?.reading.value).toBe(60_000);
  expect(rows.typed_time?.reading.value).toBe(720);
  // No message left: there is nothing to complain of.
  expect(rows.complaint_rate?.reading).toMatchObject({ value: null, missing: 'nothing' });
  expect(
    await refusalOf(
      company.call.figures.setObjective({
        commandId: newCommandId(),
        indicator: 'collection_cost',
        part: { by: 'sector', key: 'BTP' },
        target: 1,
      }),
    ),
  ).toBe('no_objective_for_part');
});

test('a dispute and a promise are told at once, without another reading of the books', async () => {
  const { company, val, receivable } = await smallCompany();
  await analysed(company);
  const receivableId = await receivable(val, 'FA102');
  await company.call.actions.recordDispute({
    commandId: newCommandId(),
    customerId: val,
    reason: 'price',
    owner: '',
    answerBy: null,
    comment: '',
    items: [{ receivableId, amountCents: 30_000 }],
  });
  const rows = await readings(company, COMPANY);
  expect(rows.dispute_rate?.reading.operands).toEqual({
    disputedCents: 30_000,
    receivablesCents: 155_050,
  });
  expect(rows.dispute_dso?.reading.operands.disputedOverdueCents).toBe(30_000);
  expect(rows.promise_count_rate?.reading).toMatchObject({ value: null, missing: 'nothing' });
});

test('the base and the period of the settings are those of every figure', async () => {
  const { company } = await smallCompany();
  await analysed(company);
  await company.call.settings.change({
    commandId: newCommandId(),
    settings: { figures: { base: 360, periodMonths: 2, rateBasisPoints: 500 } },
  });
  const rows = await readings(company, COMPANY);
  // Thirty days of October and twenty-three of November.
  expect(rows.dso?.reading.operands).toEqual({
    receivablesCents: 155_050,
    periodDays: 53,
    salesCents: 54_950,
  });
  expect(rows.lateness_cost?.reading.operands).toMatchObject({ rateShare: 0.05, baseDays: 360 });
});

test('a simulation begins with the figures of the company', async () => {
  const { company } = await smallCompany();
  expect(await company.call.figures.simulatorFigures()).toMatchObject({ hasFigures: false });
  await analysed(company);
  const figures = await company.call.figures.simulatorFigures();
  expect(figures).toMatchObject({
    hasFigures: true,
    receivablesCents: 155_050,
    overdueCents: 110_000,
    writtenOffCents: 0,
    lossRateBasisPoints: 0,
    base: 365,
    rateBasisPoints: 600,
    effortCostCents: null,
  });
  // August 120 000, September 110 000, October 9 900: brought to a year.
  expect(figures).toMatchObject({ monthCount: 3, turnoverCents: 959_600 });
  // FA105 was paid 19 days late, and nothing else was.
  expect(figures.late).toMatchObject({ moreThanDays: 15, customerCount: 1, turnoverCents: 9900 });
});
