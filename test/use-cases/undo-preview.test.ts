/** What undoing an import would do is told before, to the item, as the screens then show it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type BookParty, MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { customerIdOf, customerRows, openItems } from './reading.ts';

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

/** Every item of the company by its id: what it amounts to, what is open of it, when it is due. */
async function itemsById(company: TestCompany) {
  const items = new Map<number, { amount: number; open: number; due: string | null }>();
  for (const { customerId } of await customerRows(company)) {
    for (const state of ['open', 'settled'] as const) {
      const rows = await company.whole((window) =>
        company.call.customers.items({ customerId, state, ...window }),
      );
      for (const { receivableId, amountCents, outstandingCents, dueDate } of rows) {
        const open = state === 'open' ? outstandingCents : 0;
        if (receivableId !== null)
          items.set(receivableId, { amount: amountCents, open, due: dueDate });
      }
    }
  }
  return items;
}

/** What an undo did, from the items that the screens showed before and after it. */
async function figuresOfUndo(company: TestCompany, importId: number) {
  const before = await itemsById(company);
  const told = await company.call.imports.previewUndo({ importId });
  expect(await itemsById(company)).toEqual(before);
  await company.undo(importId);
  const after = await itemsById(company);
  const totals = (amounts: readonly number[]) => ({
    lineCount: amounts.length,
    amountCents: amounts.reduce((sum, cents) => sum + cents, 0),
  });
  const both = [...after].map(([id, now]) => ({ was: before.get(id), now }));
  const done = {
    itemsWithdrawn: totals([...before].flatMap(([id, was]) => (after.has(id) ? [] : was.amount))),
    itemsRevived: totals(
      both.flatMap(({ was, now }) => ((was?.open ?? 0) === 0 && now.open !== 0 ? now.open : [])),
    ),
    itemsChanged: totals(
      both.flatMap(({ was, now }) =>
        was === undefined || was.open === 0 || (was.open === now.open && was.due === now.due)
          ? []
          : now.open - was.open,
      ),
    ),
  };
  return { told, done };
}

describe('what an undo is told to change is what it changes', () => {
  const counts = ({ itemsWithdrawn, itemsRevived, itemsChanged }: Record<Told, Counted>) =>
    [itemsWithdrawn, itemsRevived, itemsChanged].map(({ lineCount }) => lineCount);
  type Told = 'itemsWithdrawn' | 'itemsRevived' | 'itemsChanged';
  type Counted = { readonly lineCount: number };

  test.each([
    ['the only file: all its items', (books: MadeUpBooks) => books, [6, 0, 0]],
    [
      'a new invoice, a receipt and a part of another',
      (books: MadeUpBooks) => {
        books.invoice(LEROY, '2026-11-18', 'FA106', 77_700);
        const [, , invoice] = books.postings;
        const money = books.receipt(VAL, '2026-11-20', 80_000, 'VIR VAL FA102');
        books.letter('B', '2026-11-22', [invoice as never, money]);
        books.receipt(VAL, '2026-11-21', 20_000, 'VIR VAL FA103');
        return books;
      },
      [1, 1, 1],
    ],
  ] as const)('%s', async (name, change, expected) => {
    const company = await emptyCompany();
    const books = smallBooks();
    if (!name.startsWith('the only')) await company.import(books.fec(TODAY));
    const { importId } = await company.import(change(books).fec(TODAY));
    const { told, done } = await figuresOfUndo(company, importId);
    expect(told).toMatchObject(done);
    expect(counts(told)).toEqual(expected);
  });

  test('a list of open items: what it no longer named comes back, what it lowered rises', async () => {
    const company = await emptyCompany();
    const head = 'Code client;Client;N° facture;Date facture;Échéance;Montant TTC;Solde';
    const list = (name: string, rows: readonly string[]) => ({
      name,
      bytes: new TextEncoder().encode([head, ...rows, ''].join('\r\n')),
    });
    const row = (code: string, document: string, open: string) =>
      `${code};${code};${document};01/09/2026;01/10/2026;1 000,00;${open}`;
    const stated = (day: string) => ({ statedOnDate: calendarDate(day), scope: 'all' }) as const;
    const first = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'].map((document) =>
      row('C1', document, '1 000,00'),
    );
    await company.import(list('un.csv', first), stated('2026-11-10'));
    const { importId } = await company.import(
      list('deux.csv', [row('C1', 'F1', '400,00'), ...first.slice(2), row('C2', 'F9', '1 000,00')]),
      stated('2026-11-20'),
    );
    const { told, done } = await figuresOfUndo(company, importId);
    expect(told).toMatchObject(done);
    expect(told).toMatchObject({
      itemsWithdrawn: { lineCount: 1, amountCents: 100_000 },
      itemsRevived: { lineCount: 1, amountCents: 100_000 },
      itemsChanged: { lineCount: 1, amountCents: 60_000 },
    });
  });

  test('a call and a promise hang only on items that go', async () => {
    const company = await emptyCompany();
    const books = smallBooks();
    await company.import(books.fec(TODAY));
    const customerId = await customerIdOf(company, 'VAL');
    books.invoice(VAL, '2026-11-18', 'FA106', 77_700);
    const { importId } = await company.import(books.fec(TODAY));
    const items = await openItems(company, customerId);
    const promise = (document: string) =>
      company.call.actions.recordPromise({
        commandId: newCommandId(),
        customerId,
        receivableIds: items.flatMap(({ documentNumber, receivableId }) =>
          documentNumber === document && receivableId !== null ? [receivableId] : [],
        ),
        promisedFor: calendarDate('2026-11-30'),
        amountCents: 1_000,
        method: null,
        comment: '',
      });
    await promise('FA102');
    const hanging = async () => (await company.call.imports.previewUndo({ importId })).promiseCount;
    expect(await hanging()).toBe(0);
    const { promiseId } = await promise('FA106');
    expect(await hanging()).toBe(1);
    await company.call.actions.cancelPromise({
      commandId: newCommandId(),
      promiseId,
      reason: 'cancelled',
    });
    expect(await hanging()).toBe(0);
  });
});
