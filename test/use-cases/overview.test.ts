/** The screens and the files of the sample company tell one and the same story. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { RunningApplication, refusalOf, type TestCompany } from '../support/running-application.ts';
import { agedBalance, customerRows, openItems } from './reading.ts';

let application: RunningApplication;
let company: TestCompany;

beforeAll(async () => {
  application = await RunningApplication.start({ today: '2026-11-23' });
  company = await application.openSample();
});
afterAll(() => application.close());

const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0);
const first = { offset: 0, limit: 200 };

test('customers, aged balance, forecast and dashboard add up to one outstanding', async () => {
  const { figures, buckets } = await company.call.overview.dashboard();
  const outstanding = figures?.outstandingCents ?? 0;
  expect(sum((await customerRows(company)).map((row) => row.outstandingCents))).toBe(outstanding);
  expect(sum(buckets.map(({ amountCents }) => amountCents))).toBe(outstanding);
  const balance = await agedBalance(company);
  expect(balance.balanceCents).toBe(outstanding);
  expect(sum(balance.totalsCents)).toBe(outstanding);
  for (const row of balance.rows) expect(sum(row.amountsCents)).toBe(row.balanceCents);
  const page = await company.call.customers.page({
    ...first,
    filter: { text: '', only: [] },
    sort: 'overdue',
    isDescending: true,
    groupBy: 'rep_code',
  });
  expect(page.totals.outstandingCents).toBe(outstanding);
  expect(sum((page.groups ?? []).map((group) => group.outstandingCents))).toBe(outstanding);
});

test.each([13, 26] as const)('the slots of %i weeks sum to the outstanding', async (weekCount) => {
  const { figures } = await company.call.overview.dashboard();
  for (const method of ['due_date', 'promise'] as const) {
    const question = { weekCount, method, key: null };
    const told = await company.call.overview.forecast({ ...question, by: 'none' });
    const slots = [
      told.overdueCents,
      told.disputedCents,
      told.undatedCents,
      told.creditsCents,
      told.laterCents,
      ...told.weeks.map((week) =>
        method === 'due_date' ? week.dueCents : week.promisedCents + week.unpromisedDueCents,
      ),
    ];
    expect(sum(slots), method).toBe(told.totalCents);
    expect(told.totalCents).toBe(figures?.outstandingCents);
    const grouped = await company.call.overview.forecast({ ...question, by: 'customer' });
    expect(sum(grouped.groups.map(({ totalCents }) => totalCents))).toBe(told.totalCents);
  }
});

test('each slot of the forecast opens on its items', async () => {
  const told = await company.call.overview.forecast({
    weekCount: 13,
    by: 'none',
    key: null,
    method: 'due_date',
  });
  const slots = [
    ['overdue', told.overdueCents],
    ['disputed', told.disputedCents],
    ['credits', told.creditsCents],
    ['later', told.laterCents],
    ...told.weeks.map(({ weekStart, dueCents }) => [weekStart, dueCents] as const),
  ] as const;
  for (const [slot, cents] of slots) {
    const items = await company.call.overview.forecastItems({
      slot: slot as CalendarDate,
      method: 'due_date',
      by: null,
      key: null,
      ...first,
    });
    expect(items.totalCents, slot).toBe(cents);
  }
});

test('each column of the aged balance opens on its items', async () => {
  const balance = await agedBalance(company);
  for (const [index, { key }] of balance.buckets.entries()) {
    const items = await company.call.overview.bucketItems({
      asOf: null,
      by: 'due_date',
      bucket: key,
      groupBy: null,
      groupKey: null,
      ...first,
    });
    expect(items.totalCents, key).toBe(balance.totalsCents[index]);
  }
});

test('the balance of any past day is that of the ledger on that day', async () => {
  for (const back of [1, 7, 30, 90, 200, 400]) {
    const balance = await agedBalance(company, addDays(application.clock.today(), -back));
    expect(balance.isEqual, String(back)).toBe(true);
    expect(sum(balance.totalsCents)).toBe(balance.balanceCents);
  }
});

test('what waits is counted once: side bar, dashboard and the lists they open', async () => {
  // Asking for the alerts brings them to the books as they are.
  const alerts = await company.call.alerts.list({ state: 'open', ruleKey: null, ...first });
  const waiting = await company.call.overview.waiting();
  const { work, promises } = await company.call.overview.dashboard();
  const toAnswer = await company.call.overview.disputes({ show: 'to_answer', ...first });
  expect(waiting).toEqual({
    callBackCount: work.callBackCount,
    tasksDueCount: work.tasksDueCount,
    replyCount: 0,
    brokenCount: promises.brokenCount,
    toVerifyCount: promises.toVerifyCount,
    // The sample has disputes to answer, and no agreement.
    agreedCount: toAnswer.total,
    messageCount: 0,
    toMatchCount: 0,
    alertCount: alerts.counts.open,
  });
  const tasks = await company.call.overview.tasks({ isLateOnly: true, ...first });
  expect(waiting.callBackCount + waiting.tasksDueCount).toBe(tasks.total);
  const countOf = async (...outcomes: string[]) =>
    (await company.call.overview.promises({ outcomes, ...first })).total;
  expect(waiting.brokenCount).toBe(await countOf('broken', 'partly_kept'));
  expect(waiting.toVerifyCount).toBe(await countOf('to_verify'));
  for (const count of [tasks.total, waiting.brokenCount]) expect(count).toBeGreaterThan(0);
});

test('ranked and left out are everybody with something overdue, once', async () => {
  const ranked = await company.whole((window) => company.call.overview.ranked(window));
  const left = await company.whole((window) =>
    company.call.overview.leftOut({ verdict: null, ...window }),
  );
  const ids = [...ranked, ...left].map(({ customerId }) => customerId);
  expect(new Set(ids).size).toBe(ids.length);
  const late = (await customerRows(company)).filter(({ overdueCents }) => overdueCents > 0);
  for (const { customerId, code } of late) expect(ids, code).toContain(customerId);
  for (const [index, row] of ranked.entries()) {
    expect(row.value).toBeLessThanOrEqual(ranked[index - 1]?.value ?? row.value);
    expect(row.value).toBeGreaterThanOrEqual(0);
  }
});

test('a customer is found by his name, his code, a document, an amount, a telephone', async () => {
  const [row] = (await customerRows(company)).filter(({ openItemCount }) => openItemCount > 1);
  const customerId = row?.customerId ?? 0;
  const [item] = await openItems(company, customerId);
  const file = await company.call.customers.file({ customerId });
  const euros = String((item?.outstandingCents ?? 0) / 100).replace('.', ',');
  const phone = file.contacts.find((contact) => contact.phone !== null)?.phone;
  const texts = [row?.name, row?.code, item?.documentNumber, euros, phone];
  for (const text of texts.filter((one) => one !== undefined && one !== null)) {
    const { rows } = await company.call.overview.find({ text });
    expect(
      rows.map((found) => found.customerId),
      text,
    ).toContain(customerId);
  }
  expect((await company.call.overview.find({ text: 'zzzzqqq' })).rows).toEqual([]);
});

async function readWorkbook(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('A workbook without a sheet.');
  return sheet;
}

const LISTS = [
  'customers',
  'aged_balance',
  'priorities',
  'promises',
  'disputes',
  'holds',
  'missing_contacts',
  'credits',
  'to_match',
  'forecast',
  'calls',
  'tasks',
] as const;

describe('a workbook', () => {
  test.each(LISTS)('of %s is made from what its screen shows', async (list) => {
    const { jobId } = await company.call.reports.makeWorkbook({
      list,
      input: {},
      title: `Liste ${list}`,
      columns: null,
    });
    const made = await company.made(jobId);
    expect(made.name).toMatch(/\.xlsx$/);
    const sheet = await readWorkbook(made.bytes);
    expect(sheet.rowCount).toBeGreaterThan(2);
    expect(sheet.getCell(1, 1).text).toContain(`Liste ${list}`);
  });

  test('of the customers has every row and the total of the list', async () => {
    const rows = await customerRows(company);
    const { jobId } = await company.call.reports.makeWorkbook({
      list: 'customers',
      input: { filter: { text: '', only: [] }, sort: 'code', isDescending: false },
      title: 'Clients',
      columns: ['code', 'name', 'outstandingCents'],
    });
    const sheet = await readWorkbook((await company.made(jobId)).bytes);
    const cells: [string, number][] = [];
    sheet.eachRow((row) => {
      const [, code, , outstanding] = row.values as readonly unknown[];
      if (typeof code === 'string' && typeof outstanding === 'number') {
        cells.push([code, Math.round(outstanding * 100)]);
      }
    });
    const listed = cells.filter(([code]) => /^C\d{4}$/.test(code));
    expect(listed).toEqual(rows.map(({ code, outstandingCents }) => [code, outstandingCents]));
  });
});

describe('the workbook of a screen says what the screen says', () => {
  test.each(['rep_code', 'profile', 'payment_method'] as const)(
    'customers grouped by %s',
    async (groupBy) => {
      const question = {
        filter: { text: '', only: [] },
        sort: 'overdue' as const,
        isDescending: true,
      };
      const page = await company.call.customers.page({ ...question, groupBy, ...first });
      const { jobId } = await company.call.reports.makeWorkbook({
        list: 'customers',
        input: { ...question, groupBy },
        title: 'Clients',
        columns: ['name', 'outstanding', 'overdue', 'net_due'],
      });
      const sheet = await readWorkbook((await company.made(jobId)).bytes);
      const cents = (row: ExcelJS.Row) =>
        [2, 3, 4].map((at) =>
          Math.round(Number(row.getCell(at).result ?? row.getCell(at).value) * 100),
        );
      const heads: { count: number; sums: number[]; listed: number[] }[] = [];
      sheet.eachRow((row, at) => {
        if (at <= 4 || at === sheet.rowCount) return;
        const last = heads.at(-1);
        if (row.outlineLevel === 1 && last !== undefined) {
          last.count += 1;
          last.listed = cents(row).map((own, index) => own + (last.listed[index] ?? 0));
        } else heads.push({ count: 0, sums: cents(row), listed: [0, 0, 0] });
      });
      expect(heads.length).toBeGreaterThan(1);
      expect(heads).toEqual(
        page.groups?.map((group) => {
          const sums = [group.outstandingCents, group.overdueCents, group.netDueCents];
          return { count: group.customerCount, sums, listed: sums };
        }),
      );
      expect(cents(sheet.getRow(sheet.rowCount))).toEqual([
        page.totals.outstandingCents,
        page.totals.overdueCents,
        page.totals.netDueCents,
      ]);
    },
  );

  test('the items of a slot of the forecast', async () => {
    const question = {
      slot: 'overdue',
      weekCount: 13,
      method: 'promise',
      by: null,
      key: null,
    } as const;
    const items = await company.whole((window) =>
      company.call.overview.forecastItems({ ...question, ...window }),
    );
    const { jobId } = await company.call.reports.makeWorkbook({
      list: 'forecast_items',
      input: question,
      title: 'Échu',
      columns: ['name', 'documentNumber', 'expectedDate', 'amount', 'why'],
    });
    const sheet = await readWorkbook((await company.made(jobId)).bytes);
    const rows = (sheet.getRows(5, items.length) ?? []).map((row) => [
      row.getCell(1).text,
      row.getCell(2).text,
      Math.round(Number(row.getCell(4).value) * 100),
      row.getCell(5).text,
    ]);
    expect(rows).toEqual(
      items.map(({ name, documentNumber, amountCents, why }) => [
        name,
        documentNumber,
        amountCents,
        why,
      ]),
    );
    const total = sheet.getRow(5 + items.length).getCell(4);
    expect(Math.round(Number(total.result) * 100)).toBe(
      sum(items.map(({ amountCents }) => amountCents)),
    );
  });
});

describe('a statement of account', () => {
  test('as a workbook lists what is open, to the cent', async () => {
    const [row] = (await customerRows(company)).filter(({ openItemCount }) => openItemCount > 2);
    const customerId = row?.customerId ?? 0;
    const items = await openItems(company, customerId);
    const { jobId } = await company.call.reports.makeStatement({
      customerId,
      format: 'xlsx',
      asOf: null,
      language: 'fr',
    });
    const made = await company.made(jobId);
    expect(made.name).toBe(`Relevé ${row?.code} 2026-11-23.xlsx`);
    const sheet = await readWorkbook(made.bytes);
    const texts = new Set<string>();
    const numbers: number[] = [];
    sheet.eachRow((line) =>
      line.eachCell((cell) => {
        texts.add(cell.text);
        const value = cell.result ?? cell.value;
        if (typeof value === 'number') numbers.push(Math.round(value * 100));
      }),
    );
    for (const { documentNumber, outstandingCents } of items) {
      if (documentNumber !== '') expect(texts).toContain(documentNumber);
      expect(numbers).toContain(outstandingCents);
    }
    expect(numbers).toContain(row?.outstandingCents);
  });

  test('with its movements runs from what was before to what is open', async () => {
    const [row] = (await customerRows(company)).filter(({ openItemCount }) => openItemCount > 2);
    const { jobId } = await company.call.reports.makeStatement({
      customerId: row?.customerId ?? 0,
      format: 'xlsx',
      asOf: null,
      language: 'en',
      from: calendarDate('2026-06-01'),
    });
    const sheet = await readWorkbook((await company.made(jobId)).bytes);
    const balances: number[] = [];
    sheet.eachRow((line, at) => {
      const value = line.getCell(7).value;
      if (at > 4 && typeof value === 'number') balances.push(Math.round(value * 100));
    });
    expect(sheet.getRow(5).getCell(2).text).toBe('Balance before 01/06/2026');
    expect(balances.length).toBeGreaterThan(1);
    expect(balances.at(-1)).toBe(row?.outstandingCents);
  });

  test('is a PDF when asked, and refused for nobody', async () => {
    const [row] = await customerRows(company);
    const order = { format: 'pdf', asOf: null, language: 'fr' } as const;
    const { jobId } = await company.call.reports.makeStatement({
      ...order,
      customerId: row?.customerId ?? 0,
    });
    const { bytes } = await company.made(jobId);
    expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    const nobody = company.call.reports.makeStatement({ ...order, customerId: 999_999 });
    expect(await refusalOf(nobody)).toBe('customer_unknown');
  });
});
