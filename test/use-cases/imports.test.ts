/**
 * Imports from the window's side: what a file changes is told, then done, and can be taken back.
 */
import { expect, onTestFinished, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type BookParty, MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import {
  agedBalance,
  customerIdOf,
  customerRows,
  openItems,
  outstandingByCode,
  portfolioOf,
} from './reading.ts';

const TODAY = calendarDate('2026-11-23');
const VAL: BookParty = { code: 'VAL', name: 'Val Matériaux' };
const LEROY: BookParty = { code: 'LEROY', name: 'Leroy Frères' };
const MARTIN: BookParty = { code: 'MARTIN', name: 'Martin et fils' };

async function emptyCompany(): Promise<TestCompany> {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  return application.createCompany();
}

function smallBooks(): MadeUpBooks {
  const books = new MadeUpBooks();
  const paid = books.invoice(VAL, '2026-08-03', 'FA101', 120_000, { dueDate: '2026-09-02' });
  const money = books.receipt(VAL, '2026-09-01', 120_000, 'VIR VAL FA101');
  books.letter('A', '2026-09-05', [paid, money]);
  books.invoice(VAL, '2026-09-10', 'FA102', 80_000, { dueDate: '2026-10-10' });
  books.invoice(VAL, '2026-11-10', 'FA103', 45_050, { dueDate: '2026-12-10' });
  books.invoice(LEROY, '2026-09-15', 'FA104', 30_000, { dueDate: '2026-10-15' });
  books.creditNote(LEROY, '2026-10-01', 'AV201', 5_000);
  books.invoice(MARTIN, '2026-10-02', 'FA105', 9_900, { dueDate: '2026-11-01' });
  books.receipt(MARTIN, '2026-11-20', 9_900, 'VIR MARTIN FA105');
  return books;
}

test('a preview tells what the commit then does, and writes nothing', async () => {
  const company = await emptyCompany();
  const file = smallBooks().fec(TODAY);
  const preview = await company.preview(file);
  expect(preview).toMatchObject({
    meaning: 'period',
    linesRead: 16,
    linesKept: 8,
    linesRejected: 0,
    linesOutOfScope: 8,
    fileBalanceCents: 150_050,
    ledgerBalanceCents: 150_050,
    newCustomers: 3,
    newItems: { lineCount: 6, amountCents: 279_950 },
    bankDate: '2026-11-20',
    guards: [],
  });
  expect(await company.call.imports.history()).toEqual([]);
  expect(await outstandingByCode(company)).toEqual({});
  await company.commit(preview, file.name);
  expect(await outstandingByCode(company)).toEqual(smallBooks().balances(TODAY));
  const [row] = await company.call.imports.history();
  expect(row).toMatchObject({ fileName: file.name, lineCount: 8, mayUndo: true, undoneAt: null });
});

test('a preview left behind is dropped, and can no longer be written', async () => {
  const company = await emptyCompany();
  const preview = await company.preview(smallBooks().fec(TODAY));
  await company.call.imports.dropStaging({ stagingId: preview.stagingId });
  expect(await refusalOf(company.commit(preview, 'x'))).toBe('staging_unknown');
});

test('a commit sent twice writes once', async () => {
  const company = await emptyCompany();
  const preview = await company.preview(smallBooks().fec(TODAY));
  const order = {
    commandId: newCommandId(),
    stagingId: preview.stagingId,
    fileName: 'x',
    roles: [],
    acceptedGuards: [],
  };
  const jobs = [
    await company.call.imports.startCommit(order),
    await company.call.imports.startCommit(order),
  ];
  const answers = await Promise.all(jobs.map(({ jobId }) => company.done(jobId)));
  expect(answers[1]).toEqual(answers[0]);
  expect(await company.call.imports.history()).toHaveLength(1);
});

test('a later export of the same year changes what changed, and keeps every identity', async () => {
  const company = await emptyCompany();
  const books = smallBooks();
  await company.import(books.fec(TODAY));
  const customerId = await customerIdOf(company, 'VAL');
  const [late] = await openItems(company, customerId);
  const money = books.receipt(VAL, '2026-11-20', 80_000, 'VIR VAL FA102');
  const [, , invoice] = books.postings;
  books.letter('B', '2026-11-22', [invoice as never, money]);
  const { preview } = await company.import(books.fec(TODAY));
  expect(preview).toMatchObject({
    newCustomers: 0,
    newItems: { lineCount: 0 },
    settledItems: { lineCount: 1, amountCents: 80_000 },
  });
  const settled = await company.call.customers.items({
    customerId,
    state: 'settled',
    offset: 0,
    limit: 10,
  });
  const same = settled.rows.find(({ documentNumber }) => documentNumber === 'FA102');
  expect(same).toMatchObject({ receivableId: late?.receivableId, settledDate: '2026-11-20' });
});

test('undoing the last import brings back the state before it; the first cannot be undone before', async () => {
  const company = await emptyCompany();
  const books = smallBooks();
  const first = await company.import(books.fec(TODAY));
  const before = await portfolioOf(company);
  books.invoice(LEROY, '2026-11-18', 'FA106', 77_700);
  books.receipt(VAL, '2026-11-19', 80_000, 'VIR VAL FA102');
  const second = await company.import(books.fec(TODAY));
  expect(await portfolioOf(company)).not.toEqual(before);
  expect(await refusalOf(company.undo(first.importId))).toBe('later_import_restates');
  const told = await company.call.imports.previewUndo({ importId: second.importId });
  // Of the seven items of the file, six are stated by the first one too.
  expect(told.itemsWithdrawn).toEqual({ lineCount: 1, amountCents: 77_700 });
  await company.undo(second.importId);
  expect(await portfolioOf(company)).toEqual(before);
  expect(await refusalOf(company.undo(second.importId))).toBe('import_already_undone');
  expect(await refusalOf(company.undo(9_999))).toBe('import_unknown');
  await company.undo(first.importId);
  expect(await outstandingByCode(company)).toEqual({});
  expect(await company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
});

test('an undo sent twice gives the same answer', async () => {
  const company = await emptyCompany();
  const { importId } = await company.import(smallBooks().fec(TODAY));
  const order = { commandId: newCommandId(), importId };
  const first = await company.call.imports.undo(order);
  const answer = await company.done(first.jobId);
  const second = await company.call.imports.undo(order);
  expect(await company.done(second.jobId)).toEqual(answer);
});

test('what people did outlives an import taken back, and is told before', async () => {
  const company = await emptyCompany();
  const { importId } = await company.import(smallBooks().fec(TODAY));
  const customerId = await customerIdOf(company, 'VAL');
  const [item] = await openItems(company, customerId);
  await company.call.actions.recordNote({ commandId: newCommandId(), customerId, text: 'Vu' });
  await company.call.actions.recordPromise({
    commandId: newCommandId(),
    customerId,
    receivableIds: [item?.receivableId ?? 0],
    promisedFor: calendarDate('2026-11-30'),
    amountCents: 80_000,
    method: null,
    comment: '',
  });
  expect(await company.call.imports.previewUndo({ importId })).toMatchObject({
    promiseCount: 1,
    noteCount: 1,
  });
  await company.undo(importId);
  const timeline = await company.call.customers.timeline({
    customerId,
    kinds: null,
    offset: 0,
    limit: 50,
  });
  const kinds = timeline.rows.map(({ kind }) => kind);
  expect(kinds).toContain('note');
  expect(kinds).toContain('promise');
  await company.import(smallBooks().fec(TODAY));
  const [again] = await openItems(company, customerId);
  expect(again).toMatchObject({ receivableId: item?.receivableId, promisedCents: 80_000 });
});

test('an account said to be doubtful is owed as before, and nobody is called for it', async () => {
  const company = await emptyCompany();
  const books = smallBooks();
  const doubtful = { code: 'DOUX', name: 'Doux Textiles' };
  const account = '411900';
  books.invoice(doubtful, '2026-07-01', 'FA300', 500_000, { account, dueDate: '2026-07-31' });
  await company.import(books.fec(TODAY), { roles: () => [] });
  const told = (await company.call.imports.accounts()).find(
    (one) => one.ledgerAccountCode === account,
  );
  expect(told).toMatchObject({ role: 'ordinary', isConfirmed: false });
  const ranked = () => company.call.overview.ranked({ offset: 0, limit: 50 });
  expect((await ranked()).rows.map(({ code }) => code)).toContain('DOUX');
  await company.call.imports.setAccountRoles({
    commandId: newCommandId(),
    roles: [{ ledgerAccountCode: account, role: 'doubtful' }],
  });
  expect((await ranked()).rows.map(({ code }) => code)).not.toContain('DOUX');
  expect((await outstandingByCode(company)).DOUX).toBe(500_000);
  const [item] = await openItems(company, await customerIdOf(company, 'DOUX'));
  expect(item).toMatchObject({ role: 'doubtful', verdict: 'doubtful' });
  expect(await company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
});

test('terms confirmed in bulk give due dates that are no longer estimated', async () => {
  const company = await emptyCompany();
  const books = new MadeUpBooks();
  books.invoice(VAL, '2026-09-10', 'FA102', 80_000);
  books.invoice(LEROY, '2026-09-15', 'FA104', 30_000);
  await company.import(books.fec(TODAY));
  const [before] = await openItems(company, await customerIdOf(company, 'VAL'));
  expect(before?.dueBasis).toBe('estimated');
  const [group] = await company.call.imports.termsGroups();
  expect(group).toMatchObject({ isConfirmed: false, customerCount: 2, openCents: 110_000 });
  const read = await company.call.settings.readTerms({ text: '45 jours fin de mois' });
  await company.call.imports.confirmTerms({
    commandId: newCommandId(),
    customerIds: group?.customerIds ?? [],
    terms: read.terms,
  });
  const [after] = await openItems(company, await customerIdOf(company, 'VAL'));
  expect(after).toMatchObject({ dueBasis: 'confirmed_terms', dueDate: '2026-10-31' });
  const groups = await company.call.imports.termsGroups();
  expect(groups.filter(({ isConfirmed }) => !isConfirmed)).toEqual([]);
  expect(
    await refusalOf(
      company.call.imports.confirmTerms({
        commandId: newCommandId(),
        customerIds: group?.customerIds ?? [],
        terms: { unit: 'weeks', count: 3 },
      }),
    ),
  ).toBe('terms_invalid');
});

test('a nature that the lines do not tell is asked once, and answered for the pattern', async () => {
  const company = await emptyCompany();
  const books = new MadeUpBooks();
  const invoice = books.invoice(VAL, '2026-09-10', 'FA102', 80_000, { dueDate: '2026-10-10' });
  const entry = books.other(VAL, '2026-10-12', -80_000, 'REGUL COMPTE 471');
  books.letter('A', '2026-10-12', [invoice, entry]);
  await company.import(books.fec(TODAY));
  const questions = await company.call.imports.natureQuestions();
  for (const { pattern } of questions) {
    await company.call.imports.answerNature({
      commandId: newCommandId(),
      pattern,
      nature: 'bank',
    });
  }
  expect(await company.call.imports.natureQuestions()).toEqual([]);
  expect(
    await refusalOf(
      company.call.imports.answerNature({
        commandId: newCommandId(),
        pattern: 'x',
        nature: 'nonsense',
      }),
    ),
  ).toBe('nature_unknown');
  expect(await company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
});

test('the list of the accounts agrees with the file on any past day', async () => {
  const company = await emptyCompany();
  const books = smallBooks();
  await company.import(books.fec(TODAY));
  for (const day of ['2026-11-22', '2026-10-31', '2026-09-01', '2026-08-31', '2026-08-02']) {
    const asOf = calendarDate(day);
    const balance = await agedBalance(company, asOf);
    const owed = Object.fromEntries(balance.rows.map((row) => [row.code, row.balanceCents]));
    expect(owed, day).toEqual(books.balances(asOf));
    expect(balance.isEqual, day).toBe(true);
  }
  expect((await customerRows(company)).map(({ code }) => code)).toEqual(['LEROY', 'MARTIN', 'VAL']);
});
