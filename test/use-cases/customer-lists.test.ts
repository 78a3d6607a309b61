/** The lists of customers: who stands in each, what each row is about, and totals told once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CUSTOMER_LISTS,
  type CustomerList,
  type ListQuestion,
} from '../../src/shared/contract/customer-lists.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { customerRows } from './reading.ts';
import { smallCompany, TODAY } from './small-company.ts';

const QUESTION: ListQuestion = {
  list: 'never_chased',
  group: null,
  text: '',
  sort: 'overdue',
  isDescending: true,
};
const FIRST = { offset: 0, limit: 200 };

const read = (company: TestCompany, part: Partial<ListQuestion>) =>
  company.call.lists.read({ ...QUESTION, ...part, ...FIRST });
const codes = async (company: TestCompany, list: CustomerList) =>
  (await read(company, { list })).rows.map(({ code }) => code);

let application: RunningApplication;
let sample: TestCompany;

beforeAll(async () => {
  application = await RunningApplication.start({ today: '2026-11-23' });
  sample = await application.openSample();
});
afterAll(() => application.close());

test('each list is as long as it is counted, and sums its customers once', async () => {
  const counts = await sample.call.lists.counts();
  expect(counts.map(({ list }) => list)).toEqual([...CUSTOMER_LISTS]);
  for (const { list, count } of counts) {
    const told = await read(sample, { list });
    expect(told.total, list).toBe(count);
    const whole = told.groups.reduce((sum, group) => sum + group.count, 0);
    expect(whole, list).toBe(count);
    if (count > 200) continue;
    const customers = new Map(told.rows.map((row) => [row.customerId, row]));
    const overdue = [...customers.values()].reduce((sum, row) => sum + row.overdueCents, 0);
    expect(told.totals.overdueCents, list).toBe(overdue);
    for (const { key, count: own } of told.groups) {
      expect((await read(sample, { list, group: key })).total).toBe(own);
    }
  }
});

test('the receipts are those of thirty days', async () => {
  const told = await read(sample, { list: 'receipts' });
  const { receiptsByWeek } = await sample.call.overview.dashboard();
  expect(told.totals.amountCents).toBe(told.totals.paidCents);
  expect(told.totals.amountCents).toBeGreaterThan(0);
  expect(receiptsByWeek.length).toBeGreaterThan(0);
  const since = addDays(TODAY, -30);
  for (const { day } of told.rows) expect(day !== null && day >= since).toBe(true);
});

test('the actions are those of the plan of the day', async () => {
  const told = await read(sample, { list: 'actions' });
  const tabs = ['messages', 'letters', 'tasks'] as const;
  let planned = 0;
  for (const tab of tabs) {
    const filter = { tab, scenarioKey: null, profile: null, channel: null, text: '' };
    const answer = await sample.call.dunning.planned({ filter, on: null, ...FIRST });
    planned += answer.total;
  }
  expect(told.total).toBe(planned);
});

test('key accounts and VIP are those of the customers', async () => {
  const rows = await customerRows(sample);
  const keyed = rows.filter((row) => row.profile === 'key_account' && row.openItemCount > 0);
  expect((await codes(sample, 'key_accounts')).sort()).toEqual(
    keyed.map(({ code }) => code).sort(),
  );
  const flagged = rows.filter(
    ({ flags }) => flags.includes('vip') || flags.includes('do_not_chase'),
  );
  expect((await codes(sample, 'do_not_chase')).sort()).toEqual(
    flagged.map(({ code }) => code).sort(),
  );
});

test('who was called is no longer never chased; a dispute sleeps after thirty days', async () => {
  const { application: running, company, val, leroy, receivable } = await smallCompany();
  expect(await codes(company, 'never_chased')).toEqual([]);
  await company.call.actions.recordDispute({
    commandId: newCommandId(),
    customerId: leroy,
    reason: 'price',
    owner: 'Comptoir',
    answerBy: null,
    comment: '',
    items: [{ receivableId: await receivable(leroy, 'FA104'), amountCents: 12_000 }],
  });
  running.clock.day = calendarDate('2026-12-22');
  expect(await codes(company, 'disputes_asleep')).toEqual([]);
  running.clock.day = calendarDate('2026-12-23');
  const asleep = await read(company, { list: 'disputes_asleep' });
  expect(asleep.rows).toMatchObject([{ code: 'LEROY', amountCents: 12_000, day: '2026-11-23' }]);
  expect(await codes(company, 'never_chased')).toEqual(['VAL', 'LEROY']);
  await company.call.actions.recordCall({
    commandId: newCommandId(),
    customerId: val,
    direction: 'out',
    contactId: null,
    outcome: 'voicemail',
    outcomeDate: null,
    receivableIds: [],
    comment: '',
    promise: null,
    nextAction: null,
  });
  expect(await codes(company, 'never_chased')).toEqual(['LEROY']);
});
