/** Lists of open items, from the window's side: their mapping, their guards, what leaves them. */
import { expect, onTestFinished, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  type GivenFile,
  newCommandId,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { agedBalance, customerIdOf, outstandingByCode, portfolioOf } from './reading.ts';

async function emptyCompany(): Promise<TestCompany> {
  const application = await RunningApplication.start({ today: '2026-11-23' });
  onTestFinished(() => application.close());
  return application.createCompany();
}

const LIST_HEADER = 'Code client;Client;N° facture;Date facture;Échéance;Montant TTC;Solde';

function list(name: string, rows: readonly string[]): GivenFile {
  const bytes = new TextEncoder().encode(`${[LIST_HEADER, ...rows].join('\r\n')}\r\n`);
  return { name, bytes };
}

const LISTED = [
  'C1;Ateliers Un;F001;01/09/2026;01/10/2026;1 000,00;1 000,00',
  'C1;Ateliers Un;F002;15/09/2026;15/10/2026;500,00;250,00',
  'C2;Bois Deux;F003;20/09/2026;20/10/2026;2 400,00;2 400,00',
  'C3;Carrelages Trois;F004;25/10/2026;25/11/2026;800,00;800,00',
  'C4;Dalles Quatre;F005;26/10/2026;26/11/2026;300,00;300,00',
  'C5;Enduits Cinq;F006;27/10/2026;27/11/2026;350,00;350,00',
  'C6;Façades Six;F007;28/10/2026;28/11/2026;360,00;360,00',
];

test('a second list of open items marks what has left: not paid, cause to be confirmed', async () => {
  const company = await emptyCompany();
  const { preview } = await company.import(list('liste.csv', LISTED), {
    statedOnDate: calendarDate('2026-11-10'),
    scope: 'all',
  });
  expect(preview).toMatchObject({ meaning: 'open_items', fileBalanceCents: 546_000 });
  expect(await outstandingByCode(company)).toEqual({
    C1: 125_000,
    C2: 240_000,
    C3: 80_000,
    C4: 30_000,
    C5: 35_000,
    C6: 36_000,
  });
  const later = LISTED.filter((row) => !row.includes('F005'));
  const second = await company.import(list('liste-2.csv', later), {
    statedOnDate: calendarDate('2026-11-20'),
    scope: 'all',
  });
  expect(second.preview.leftItems).toEqual({ lineCount: 1, amountCents: 30_000 });
  expect(second.preview.settledItems).toEqual({ lineCount: 0, amountCents: 0 });
  expect(await outstandingByCode(company)).not.toHaveProperty('C4');
  const customerId = await customerIdOf(company, 'C4');
  const [left] = await company.whole((window) =>
    company.call.customers.items({ customerId, state: 'settled', ...window }),
  );
  expect(left).toMatchObject({ documentNumber: 'F005', settledNature: 'left' });
  await company.undo(second.importId);
  expect((await outstandingByCode(company)).C4).toBe(30_000);
});

test('a list that lacks a fifth of what was open is stopped, until it is said to be whole', async () => {
  const company = await emptyCompany();
  const on = (day: string) => ({ statedOnDate: calendarDate(day), scope: 'all' });
  await company.import(list('liste.csv', LISTED), on('2026-11-10'));
  const before = await portfolioOf(company);
  const file = list('extrait.csv', LISTED.slice(0, 3));
  const preview = await company.preview(file, on('2026-11-20'));
  expect(preview.guards.map(({ code }) => code)).toEqual(['partial_file_suspected']);
  expect(await refusalOf(company.commit(preview, file.name, { acceptedGuards: [] }))).toBe(
    'guard_not_accepted',
  );
  expect(await portfolioOf(company)).toEqual(before);
  await company.commit(preview, file.name);
  expect(Object.keys(await outstandingByCode(company))).toEqual(['C1', 'C2']);
});

test('a list whose total is not the balance of the accounts is stopped', async () => {
  const company = await emptyCompany();
  const choices = {
    statedOnDate: calendarDate('2026-11-20'),
    scope: 'all',
    typedTotalCents: 600_000,
  };
  const wrong = await company.preview(list('liste.csv', LISTED), choices);
  expect(wrong.guards.map(({ code }) => code)).toEqual(['totals_differ']);
  const right = await company.preview(list('liste.csv', LISTED), {
    ...choices,
    typedTotalCents: 546_000,
  });
  expect(right.guards).toEqual([]);
});

test('bad rows are told with their line, column and value; the good ones go in', async () => {
  const company = await emptyCompany();
  const rows = [
    ...LISTED,
    'C7;Gravures Sept;F008;32/13/2026;01/12/2026;100,00;100,00',
    'C8;Huiles Huit;F009;01/11/2026;01/12/2026;cent euros;100,00',
  ];
  const { preview, importId } = await company.import(list('liste.csv', rows), {
    statedOnDate: calendarDate('2026-11-20'),
    scope: 'all',
  });
  expect(preview).toMatchObject({ linesRead: 9, linesKept: 7, linesRejected: 2 });
  const kept = await company.call.imports.problems({
    stagingId: null,
    importId,
    code: null,
    offset: 0,
    limit: 50,
  });
  expect(kept.rows.map(({ lineNumber, value }) => [lineNumber, value])).toEqual([
    [9, '32/13/2026'],
    [10, 'cent euros'],
  ]);
  expect((await agedBalance(company)).isEqual).toBe(true);
});

test('a mapping that was saved is the one proposed for the next file of its layout', async () => {
  const company = await emptyCompany();
  const first = await company.recognise(list('liste.csv', LISTED));
  expect(first.table?.profileOrigin).not.toBe('saved');
  const profile = { ...(first.table?.profile as Record<string, unknown>), name: 'Ma liste' };
  await company.call.imports.saveProfile({
    commandId: newCommandId(),
    name: 'Ma liste',
    signature: String((profile as { signature?: string }).signature ?? ''),
    profile,
  });
  const second = await company.recognise(list('liste-2.csv', LISTED.slice(0, 4)));
  expect(second.table).toMatchObject({ profileOrigin: 'saved', profileName: 'Ma liste' });
});

test('the first rows of a table are shown as they would be read', async () => {
  const company = await emptyCompany();
  const { uploadId, table } = await company.recognise(list('liste.csv', LISTED));
  const shown = await company.call.imports.previewTable({ uploadId, profile: table?.profile });
  expect(shown.missingFields).toEqual([]);
  expect(shown.rows[1]?.cells).toMatchObject({ customer_code: 'C1', document_number: 'F002' });
  expect(
    await refusalOf(company.call.imports.previewTable({ uploadId, profile: { kind: 'nonsense' } })),
  ).toBe('profile_invalid');
  expect(
    await refusalOf(company.call.imports.previewTable({ uploadId: 'none', profile: null })),
  ).toBe('upload_unknown');
  expect(await refusalOf(company.call.imports.recognise({ uploadId: 'none' }))).toBe(
    'upload_unknown',
  );
});

test('amounts of two currencies are never added up: the balance has a row for each', async () => {
  const company = await emptyCompany();
  const bytes = new TextEncoder().encode(
    [
      `${LIST_HEADER};Devise`,
      'C1;Un;F1;01/09/2026;01/10/2026;1 000,00;1 000,00;EUR',
      'C2;Deux;F2;01/09/2026;01/10/2026;300,00;300,00;EUR',
      'C1;Un;F3;01/09/2026;01/10/2026;500,00;500,00;USD',
      '',
    ].join('\r\n'),
  );
  await company.import(
    { name: 'devises.csv', bytes },
    { statedOnDate: calendarDate('2026-11-20'), scope: 'all' },
  );
  const balance = await agedBalance(company);
  expect(balance.rows.map(({ label, balanceCents }) => [label, balanceCents])).toEqual([
    ['Un', 100_000],
    ['Un (USD)', 50_000],
    ['Deux', 30_000],
  ]);
  expect(balance).toMatchObject({ balanceCents: 130_000, ledgerCents: 130_000, isEqual: true });
  const items = await company.call.overview.bucketItems({
    asOf: null,
    by: 'due_date',
    bucket: null,
    groupBy: 'customer',
    groupKey: balance.rows[1]?.key ?? '',
    offset: 0,
    limit: 10,
  });
  expect(items.rows.map(({ documentNumber }) => documentNumber)).toEqual(['F3']);
  expect(balance.otherTotals).toEqual([{ currency: 'USD', amountCents: 50_000 }]);
});
