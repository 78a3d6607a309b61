/**
 * What is owed in another currency stands beside the euros on every screen and in every workbook,
 * and is in no total: each figure is held to a sum of the file's own rows.
 */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  newCommandId,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { customerIdOf, customerRows, openItems } from './reading.ts';

const TODAY = calendarDate('2026-11-23');
const NEXT_WEEK = addDays(TODAY, 7);
const first = { offset: 0, limit: 200 };
type Row = readonly [code: string, document: string, due: string, cents: number, currency: string];

/** C1 owes in euros and dollars, C2 in euros, C3 in dollars alone; C4 has a credit in pounds. */
const ROWS: readonly Row[] = [
  ['C1', 'F1', '01/10/2026', 100_000, 'EUR'],
  ['C1', 'F2', '01/10/2026', 1_240_000, 'USD'],
  ['C1', 'F3', '01/12/2026', 70_000, 'USD'],
  ['C2', 'F4', '01/10/2026', 30_000, 'EUR'],
  ['C2', 'F5', '01/12/2026', 45_000, 'EUR'],
  ['C3', 'F6', '15/09/2026', 500_000, 'USD'],
  ['C4', 'A7', '01/10/2026', -8_000, 'GBP'],
  ['C4', 'F8', '03/12/2026', 20_000, 'GBP'],
];

const sumOf = (currency: string, isKept: (row: Row) => boolean = () => true) =>
  ROWS.filter((row) => row[4] === currency && isKept(row)).reduce((sum, row) => sum + row[3], 0);
const isLate = ([, , due, cents]: Row) => cents > 0 && /\/(09|10)\/2026/u.test(due);
const lateIn = (currency: string) => sumOf(currency, isLate);

let application: RunningApplication;
let company: TestCompany;

beforeAll(async () => {
  application = await RunningApplication.start({ today: TODAY });
  company = await application.createCompany();
  const written = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
  const lines = ROWS.map(
    ([code, document, due, cents, currency]) =>
      `${code};Client ${code};${document};01/09/2026;${due};${written(cents)};${written(cents)};${currency}`,
  );
  const head = 'Code client;Client;N° facture;Date facture;Échéance;Montant TTC;Solde;Devise';
  const bytes = new TextEncoder().encode([head, ...lines, ''].join('\r\n'));
  await company.import({ name: 'devises.csv', bytes }, { statedOnDate: TODAY, scope: 'all' });
});
afterAll(() => application.close());

const pageOf = (only: 'overdue' | 'credits' | null) =>
  company.call.customers.page({
    ...first,
    filter: { text: '', only: only === null ? [] : [only] },
    sort: 'code',
    isDescending: false,
    groupBy: null,
  });

describe('each currency is added up by itself', () => {
  test('on the dashboard', async () => {
    const told = await company.call.overview.dashboard();
    expect(told.figures).toMatchObject({
      outstandingCents: sumOf('EUR'),
      overdueCents: lateIn('EUR'),
      creditsCents: 0,
    });
    expect(told.buckets.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(sumOf('EUR'));
    expect(told.otherCurrencies).toMatchObject([
      { currency: 'GBP', outstandingCents: sumOf('GBP'), overdueCents: 0, creditsCents: -8_000 },
      { currency: 'USD', outstandingCents: sumOf('USD'), overdueCents: lateIn('USD') },
    ]);
    expect(told.creditsToAllocate).toMatchObject({
      amountCents: 0,
      otherTotals: [{ currency: 'GBP', amountCents: -8_000 }],
    });
    expect(told.topDebtors.map(({ overdueCents }) => overdueCents)).toEqual([100_000, 30_000]);
  });

  test('in the list of customers, each row and the totals', async () => {
    const { rows, totals, otherCurrencies } = await pageOf(null);
    expect(totals).toMatchObject({ outstandingCents: sumOf('EUR'), overdueCents: lateIn('EUR') });
    expect(otherCurrencies.map((own) => [own.currency, own.outstandingCents])).toEqual([
      ['GBP', sumOf('GBP')],
      ['USD', sumOf('USD')],
    ]);
    for (const row of rows) {
      const own = ({ 0: code }: Row) => code === row.code;
      expect(row.outstandingCents, row.code).toBe(sumOf('EUR', own));
      for (const { currency, outstandingCents } of row.otherCurrencies) {
        expect(outstandingCents, `${row.code} ${currency}`).toBe(sumOf(currency, own));
      }
    }
  });

  test('and who is late in dollars alone is late', async () => {
    expect((await pageOf('overdue')).rows.map(({ code }) => code)).toEqual(['C1', 'C2', 'C3']);
    expect((await pageOf('credits')).rows.map(({ code }) => code)).toEqual(['C4']);
  });

  test('in the morning: a payer once, in euros where he owes some, the rest beside', async () => {
    const { ten, stakeCents, otherStakes, allOverdueCents } =
      await company.call.overview.priorities();
    const told = ten.map((row) => [row.code, row.currency, row.stakeCents, row.otherStakes]);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        ['C1', 'EUR', 100_000, [{ currency: 'USD', amountCents: 1_240_000 }]],
        ['C2', 'EUR', 30_000, []],
        ['C3', 'USD', 500_000, []],
      ]),
    );
    expect(stakeCents).toBe(lateIn('EUR'));
    expect(otherStakes).toEqual([{ currency: 'USD', amountCents: lateIn('USD') }]);
    expect(allOverdueCents).toBe(lateIn('EUR'));
    const dollars = ten.find(({ code }) => code === 'C3');
    expect(dollars?.terms[0]?.explanation).toContain('$');
    expect(dollars?.terms[0]?.explanation).not.toContain('€');
  });

  test('in the forecast: weeks and groups of euros, other currencies in rows of their own', async () => {
    const question = { weekCount: 13, key: null, method: 'due_date' } as const;
    const told = await company.call.overview.forecast({ ...question, by: 'none' });
    expect(told.totalCents).toBe(sumOf('EUR'));
    expect(told.overdueCents).toBe(lateIn('EUR'));
    expect(told.weeks.reduce((sum, { dueCents }) => sum + dueCents, 0)).toBe(45_000);
    expect(told.otherCurrencies.map((own) => [own.currency, own.totalCents])).toEqual([
      ['GBP', sumOf('GBP')],
      ['USD', sumOf('USD')],
    ]);
    const { groups } = await company.call.overview.forecast({ ...question, by: 'customer' });
    const sumIn = (currency: string) =>
      groups
        .filter((group) => group.currency === currency)
        .reduce((sum, { totalCents }) => sum + totalCents, 0);
    for (const currency of ['EUR', 'USD', 'GBP']) expect(sumIn(currency)).toBe(sumOf(currency));
    const dollars = groups.find(({ label }) => label === 'Client C1 (USD)');
    const late = { ...first, slot: 'overdue', method: 'due_date', by: 'customer' } as const;
    const items = await company.call.overview.forecastItems({ ...late, key: dollars?.key ?? '' });
    expect(items.rows.map(({ documentNumber }) => documentNumber)).toEqual(['F2']);
    const all = await company.call.overview.forecastItems({ ...late, by: null, key: null });
    expect(all).toMatchObject({
      totalCents: lateIn('EUR'),
      otherTotals: [{ currency: 'USD', amountCents: lateIn('USD') }],
    });
  });

  test('in the file of a customer', async () => {
    const customerId = await customerIdOf(company, 'C1');
    const file = await company.call.customers.file({ customerId });
    expect(file).toMatchObject({ outstandingCents: 100_000, netDueCents: 100_000 });
    expect(file.otherCurrencies).toMatchObject([{ currency: 'USD', outstandingCents: 1_310_000 }]);
    expect(file.agedBuckets.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(100_000);
    const items = await company.call.customers.items({ customerId, state: 'open', ...first });
    expect(items).toMatchObject({
      totalCents: 100_000,
      otherTotals: [{ currency: 'USD', amountCents: 1_310_000 }],
    });
  });
});

describe('a promise', () => {
  test('and a dispute name items of one currency, and count in that one only', async () => {
    const customerId = await customerIdOf(company, 'C1');
    const items = await openItems(company, customerId);
    const id = (document: string) =>
      items.find(({ documentNumber }) => documentNumber === document)?.receivableId ?? 0;
    const promise = (receivableIds: number[], amountCents: number) =>
      company.call.actions.recordPromise({
        commandId: newCommandId(),
        customerId,
        receivableIds,
        promisedFor: NEXT_WEEK,
        amountCents,
        method: null,
        comment: '',
      });
    expect(await refusalOf(promise([id('F1'), id('F2')], 1_000))).toBe('currencies_mixed');
    const dispute = company.call.actions.recordDispute({
      commandId: newCommandId(),
      customerId,
      items: ['F1', 'F2'].map((document) => ({ receivableId: id(document), amountCents: 1_000 })),
      reason: 'price',
      owner: '',
      answerBy: null,
      comment: '',
    });
    expect(await refusalOf(dispute)).toBe('currencies_mixed');
    const before = await company.call.overview.dashboard();
    const { promiseId } = await promise([id('F2')], 1_000_000);
    const told = await company.call.overview.promises({ outcomes: [], ...first });
    expect(told).toMatchObject({
      totalCents: 0,
      otherTotals: [{ currency: 'USD', amountCents: 1_000_000 }],
      rows: [{ amountCents: 1_000_000, currency: 'USD' }],
    });
    const { promises, receiptsByWeek } = await company.call.overview.dashboard();
    expect(promises).toMatchObject({
      dueCents: 0,
      dueOther: [{ currency: 'USD', amountCents: 1_000_000 }],
    });
    expect(receiptsByWeek).toEqual(before.receiptsByWeek);
    const forecast = await company.call.overview.forecast({
      weekCount: 13,
      by: 'none',
      key: null,
    });
    expect(forecast.weeks.every(({ promisedCents }) => promisedCents === 0)).toBe(true);
    const [, dollars] = forecast.otherCurrencies;
    expect(dollars?.promisedCents.reduce((sum, cents) => sum + cents, 0)).toBe(1_000_000);
    await company.call.actions.cancelPromise({
      commandId: newCommandId(),
      promiseId,
      reason: 'undone',
    });
  });

  test('a call keeps what it was about in one currency, the euros first', async () => {
    const customerId = await customerIdOf(company, 'C1');
    const items = await openItems(company, customerId);
    const receivableIds = items.flatMap(({ receivableId }) => receivableId ?? []);
    const totals = await company.call.actions.tickedTotals({ customerId, receivableIds });
    expect(totals).toEqual({
      count: 3,
      outstandingCents: 100_000,
      overdueCents: 100_000,
      otherTotals: [{ currency: 'USD', amountCents: 1_310_000 }],
    });
    const call = (ids: number[]) =>
      company.call.actions.recordCall({
        commandId: newCommandId(),
        customerId,
        direction: 'out',
        contactId: null,
        outcome: 'voicemail',
        outcomeDate: null,
        receivableIds: ids,
        comment: '',
        promise: null,
        nextAction: null,
      });
    await call(receivableIds);
    const foreign = items.filter(({ currency }) => currency === 'USD');
    await call(foreign.flatMap(({ receivableId }) => receivableId ?? []));
    const { rows } = await company.call.overview.calls({ fromDay: null, ...first });
    expect(rows.map(({ amountCents, currency }) => [amountCents, currency])).toEqual([
      [1_310_000, 'USD'],
      [100_000, 'EUR'],
    ]);
  });
});

describe('a workbook has a sheet a currency, whose total is of that currency', () => {
  async function totalsOf(
    list: 'customers' | 'aged_balance' | 'items' | 'forecast' | 'credits' | 'missing_contacts',
    column: string,
    input: object = {},
  ): Promise<[string, number][]> {
    const { jobId } = await company.call.reports.makeWorkbook({
      list,
      input,
      title: 'Liste',
      columns: null,
    });
    const workbook = new ExcelJS.Workbook();
    const { bytes } = await company.made(jobId);
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    return workbook.worksheets.map((sheet) => {
      const head = sheet.getRow(4).values as readonly unknown[];
      const at = head.indexOf(column);
      const cell = sheet.getRow(sheet.rowCount).getCell(at);
      return [sheet.name, Math.round(Number(cell.result) * 100)];
    });
  }

  test.each([
    ['customers', 'Encours'],
    ['aged_balance', 'Solde'],
    ['missing_contacts', 'Encours'],
  ] as const)('%s', async (list, column) => {
    expect(await totalsOf(list, column)).toEqual([
      ['EUR Liste', sumOf('EUR')],
      ['GBP Liste', sumOf('GBP')],
      ['USD Liste', sumOf('USD')],
    ]);
  });

  test('the items of a customer', async () => {
    const customerId = await customerIdOf(company, 'C1');
    expect(await totalsOf('items', 'Encours', { customerId })).toEqual([
      ['EUR Liste', 100_000],
      ['USD Liste', 1_310_000],
    ]);
  });

  test('the forecast, and its groups', async () => {
    const input = { method: 'due_date' };
    expect(await totalsOf('forecast', 'Par échéance', input)).toEqual([
      ['EUR Liste', 45_000],
      ['GBP Liste', 20_000 - 8_000],
      ['USD Liste', 70_000],
    ]);
    expect(await totalsOf('forecast', 'Total', { ...input, by: 'customer' })).toEqual([
      ['EUR Liste', sumOf('EUR')],
      ['GBP Liste', sumOf('GBP')],
      ['USD Liste', sumOf('USD')],
    ]);
  });
});

test('a ledger in euros alone tells of no other currency', async () => {
  const sample = await application.openSample();
  const told = await sample.call.overview.dashboard();
  expect(told.otherCurrencies).toEqual([]);
  for (const row of await customerRows(sample)) expect(row.otherCurrencies).toEqual([]);
});
