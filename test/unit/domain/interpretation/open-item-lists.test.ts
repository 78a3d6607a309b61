import { describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import type {
  FactItem,
  FactLine,
  LiveImport,
} from '../../../../src/shared/domain/interpretation/interpretation.ts';
import {
  allocationsOf,
  creditNote,
  factsOf,
  invoice,
  line,
  listed,
  listOn,
  openOf,
  paymentsOf,
  periodOf,
  receipt,
  row,
  rowsOn,
} from './a-customer.ts';

/** Lists of 31/01 (import 2), 28/02 (3) and 31/03 (4). */
const LISTS = [listOn(2, '2026-01-31'), listOn(3, '2026-02-28'), listOn(4, '2026-03-31')];

function lists(items: readonly FactItem[], imports: readonly LiveImport[] = LISTS.slice(0, 2)) {
  return interpret(factsOf({ items, imports }));
}

function afterLedger(lines: readonly FactLine[], items: readonly FactItem[]) {
  const imports = [periodOf(1, '2026-01-01', '2026-01-31'), listOn(2, '2026-02-28')];
  return interpret(factsOf({ lines, items, imports }));
}

describe('lists of open items', () => {
  it('an item of the only list is open for what the list says', () => {
    const told = lists(
      [listed('F1', 100_00, { importId: 2, dueDate: '2026-02-04' })],
      [LISTS[0] as LiveImport],
    );
    expect(openOf(told)).toEqual(['F1 100,00']);
    expect(told.items[0]).toMatchObject({
      key: 'F1/1/D',
      dueDate: '2026-02-04',
      dueBasis: 'stated',
    });
  });

  it('an item absent from the next list has left, in the middle of the interval, cause unknown', () => {
    const told = lists([listed('F1', 100_00, { importId: 2 })]);
    expect(allocationsOf(told)).toEqual(['F1 ← 100,00 left left 2026-02-14']);
    expect(openOf(told, '2026-02-13')).toEqual(['F1 100,00']);
    expect(told.payments).toEqual([]);
  });

  it('an item smaller than before was partly settled, nobody says by what', () => {
    const told = lists([
      listed('F1', 100_00, { importId: 2 }),
      listed('F1', 60_00, { importId: 3, amountCents: 100_00 }),
    ]);
    expect(allocationsOf(told)).toEqual(['F1 ← 40,00 unknown stated 2026-02-14']);
    expect(openOf(told)).toEqual(['F1 60,00']);
  });

  it('an item already partly paid on the first list is worth its amount until that day', () => {
    const told = lists([listed('F1', 30_00, { importId: 3, amountCents: 100_00 })]);
    expect(allocationsOf(told)).toEqual(['F1 ← 70,00 unknown stated 2026-02-28']);
    expect(openOf(told)).toEqual(['F1 30,00']);
  });

  it('an item that comes back is open again from the day of the list', () => {
    const told = lists(
      [listed('F1', 100_00, { importId: 2 }), listed('F1', 100_00, { importId: 4 })],
      LISTS,
    );
    expect(allocationsOf(told)).toEqual([
      'F1 ← 100,00 left left 2026-02-14',
      'F1 ← -100,00 unknown reversal 2026-03-31',
    ]);
    expect(openOf(told, '2026-03-30')).toEqual([]);
    expect(openOf(told)).toEqual(['F1 100,00']);
  });

  it('an item that grows keeps its own amount; the rest is another under the same document', () => {
    const told = lists([
      listed('F1', 100_00, { importId: 2 }),
      listed('F1', 130_00, { importId: 3 }),
    ]);
    expect(told.items.map(({ key }) => key)).toEqual(['F1/1/D', 'F1/1/D+']);
    expect(openOf(told)).toEqual(['F1 100,00', 'F1 30,00']);
    const again = lists(
      [
        listed('F1', 100_00, { importId: 2 }),
        listed('F1', 130_00, { importId: 3 }),
        listed('F1', 120_00, { importId: 4 }),
      ],
      LISTS,
    );
    expect(openOf(again)).toEqual(['F1 100,00', 'F1 20,00']);
  });

  it('the last due date stated wins', () => {
    const told = lists([
      listed('F1', 100_00, { importId: 2, dueDate: '2026-02-04' }),
      listed('F1', 100_00, { importId: 3, dueDate: '2026-03-04' }),
    ]);
    expect(told.items[0]).toMatchObject({ dueDate: '2026-03-04', dueBasis: 'stated' });
  });

  it('of two lists of one day, the last imported counts', () => {
    const told = lists(
      [listed('F1', 100_00, { importId: 2 }), listed('F1', 80_00, { importId: 3 })],
      [listOn(3, '2026-01-31'), listOn(2, '2026-01-31')],
    );
    expect(openOf(told)).toEqual(['F1 80,00']);
  });

  it('lines that say the same thing twice are two items', () => {
    const twin = listed('F1', 50_00, { importId: 2 });
    const told = lists(
      [twin, { ...twin, lineNumber: twin.lineNumber + 1 }],
      [LISTS[0] as LiveImport],
    );
    expect(told.items.map(({ key }) => key)).toEqual(['F1/1/D', 'F1/1/D~2']);
  });

  it('a line of nothing is no item', () => {
    expect(lists([listed('F1', 0, { importId: 2, amountCents: 0 })]).items).toEqual([]);
  });

  it('an item listed at nought was settled', () => {
    const told = lists([listed('F1', 0, { importId: 2, amountCents: 100_00 })]);
    expect(openOf(told)).toEqual([]);
    expect(told.items).toHaveLength(1);
  });

  it('credit notes and receipts on account are credits', () => {
    const told = lists(
      [
        listed('A1', -40_00, { importId: 2, kind: 'credit_note' }),
        listed('VIR', -25_00, { importId: 2, kind: 'payment', documentDate: null }),
        listed('F9', -5_00, { importId: 2, amountCents: 80_00 }),
        listed('F8', 0, { importId: 2, amountCents: -10_00 }),
      ],
      [LISTS[0] as LiveImport],
    );
    expect(openOf(told)).toEqual(['A1 -40,00', 'F9 -5,00', 'crédit 25,00']);
    expect(told.items.map(({ kind }) => kind)).toEqual([
      'credit_note',
      'credit_note',
      'credit_note',
    ]);
    expect(paymentsOf(told)).toEqual(['entry unknown 25,00']);
  });

  it('a receipt on account is used by the next list, or proposed for what is open', () => {
    const vir = listed('VIR', -25_00, { importId: 2, kind: 'payment' });
    expect(
      openOf(lists([vir, listed('F1', 25_00, { importId: 2 })], [LISTS[0] as LiveImport])),
    ).toEqual([]);
    expect(lists([vir]).allocations).toMatchObject([{ item: null, payment: 0, basis: 'left' }]);
  });

  it('a document without a date has that of its list', () => {
    const undated = listed('F1', 10_00, { importId: 2, documentDate: null });
    const told = lists([undated], [LISTS[0] as LiveImport]);
    expect(told.items[0]).toMatchObject({ documentDate: '2026-01-31', bookedDate: '2026-01-31' });
  });

  it('a document dated after its list counts from the day of the list', () => {
    const told = lists(
      [listed('F1', 10_00, { importId: 2, documentDate: '2026-03-15' })],
      [LISTS[0] as LiveImport],
    );
    expect(told.items[0]).toMatchObject({ documentDate: '2026-03-15', bookedDate: '2026-01-31' });
  });
});

describe('a list after a ledger', () => {
  it('keeps the items of the ledger it names, and gives their due date', () => {
    const told = afterLedger(
      [invoice('2026-01-05', 'F1', 100_00)],
      [listed('F1', 100_00, { importId: 2, dueDate: '2026-03-10' })],
    );
    expect(told.items).toMatchObject([{ key: 'F1/1/D', importId: 1, dueDate: '2026-03-10' }]);
  });

  it('makes the others leave, receipts not lettered too', () => {
    const told = afterLedger(
      [invoice('2026-01-05', 'F1', 100_00), receipt('2026-01-20', 30_00)],
      [listed('F2', 10_00, { importId: 2 })],
    );
    expect(openOf(told)).toEqual(['F2 10,00']);
    expect(allocationsOf(told)).toEqual([
      'F1 ← 30,00 bank virtual 2026-01-20',
      'F1 ← 70,00 left left 2026-02-14',
    ]);
  });

  it('opens again what the ledger held for settled', () => {
    const told = afterLedger(
      [
        invoice('2026-01-05', 'F1', 100_00, { letter: 'A' }),
        receipt('2026-01-20', 100_00, 'VIR', { letter: 'A' }),
      ],
      [listed('F1', 100_00, { importId: 2 })],
    );
    expect(openOf(told)).toEqual(['F1 100,00']);
  });

  it('says in one line what the ledger splits by VAT', () => {
    const told = afterLedger(
      [invoice('2026-01-05', 'F1', 80_00), invoice('2026-01-05', 'F1', 20_00)],
      [listed('F1', 90_00, { importId: 2, amountCents: 100_00 })],
    );
    expect(openOf(told)).toEqual(['F1 70,00', 'F1 20,00']);
    expect(told.items).toHaveLength(2);
  });

  it('that names both parts of a document leaves each its own', () => {
    const told = afterLedger(
      [invoice('2026-01-05', 'F1', 80_00), invoice('2026-01-05', 'F1', 20_00)],
      [
        listed('F1', 30_00, { importId: 2, rank: 1 }),
        listed('F1', 70_00, { importId: 2, rank: 2, amountCents: 80_00 }),
      ],
    );
    expect(openOf(told)).toEqual(['F1 70,00', 'F1 20,00', 'F1 10,00']);
  });

  it('says nothing of bills and doubtful items', () => {
    const told = afterLedger(
      [line('2026-01-05', 50_00, { ledgerAccountCode: '413000', documentNumber: 'L1' })],
      [listed('F2', 10_00, { importId: 2 })],
    );
    expect(openOf(told)).toEqual(['L1 50,00', 'F2 10,00']);
  });

  it('a list older than the ledger only gives its due dates', () => {
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-05', 'F1', 100_00)],
        items: [
          listed('F1', 100_00, { importId: 2, dueDate: '2026-03-10' }),
          listed('F9', 55_00, { importId: 2 }),
        ],
        imports: [periodOf(1, '2026-01-01', '2026-03-31'), listOn(2, '2026-01-31')],
      }),
    );
    expect(openOf(told)).toEqual(['F1 100,00']);
    expect(told.items[0]).toMatchObject({ dueDate: '2026-03-10', dueBasis: 'stated' });
  });

  it('rows told after the list are not expected in it', () => {
    const told = interpret(
      factsOf({
        items: [listed('F1', 100_00, { importId: 2 })],
        rows: [
          row('invoice', '2026-01-10', 70_00, { importId: 3, documentNumber: 'F2' }),
          row('invoice', '2026-01-10', 20_00, { importId: 1, documentNumber: 'F0' }),
        ],
        imports: [rowsOn(1, '2026-01-15'), listOn(2, '2026-01-31'), rowsOn(3, '2026-02-02')],
      }),
    );
    expect(openOf(told)).toEqual(['F2 70,00', 'F1 100,00']);
  });

  it('a credit note of the ledger stays under its key', () => {
    const told = afterLedger(
      [creditNote('2026-01-05', 'A1', 40_00)],
      [listed('A1', -40_00, { importId: 2, kind: 'credit_note' })],
    );
    expect(openOf(told)).toEqual(['A1 -40,00']);
    expect(told.items).toHaveLength(1);
  });
});
