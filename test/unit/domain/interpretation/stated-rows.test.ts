import { describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import type { FactRow } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import {
  allocationsOf,
  factsOf,
  invoice,
  openOf,
  paymentsOf,
  periodOf,
  row,
  rowsOn,
} from './a-customer.ts';

const TWO_TABLES = [rowsOn(1, '2026-02-01'), rowsOn(2, '2026-03-01')];

function tables(...rows: readonly FactRow[]) {
  return interpret(factsOf({ rows, imports: TWO_TABLES }));
}

const F1 = row('invoice', '2026-01-05', 100_00, { documentNumber: 'F1', dueDate: '2026-02-20' });
const F2 = row('invoice', '2026-01-06', 60_00, { documentNumber: 'F2' });

describe('tables that add', () => {
  it('invoices have the due date stated, or that of the terms', () => {
    expect(tables(F1, F2).items).toMatchObject([
      { key: 'F1/1/D', kind: 'invoice', dueDate: '2026-02-20', dueBasis: 'stated' },
      { key: 'F2/1/D', kind: 'invoice', dueDate: '2026-02-05', dueBasis: 'estimated' },
    ]);
  });

  it('a receipt settles the document it names, stated', () => {
    const paid = row('payment', '2026-02-10', 60_00, { settlesDocumentNumber: 'F 2' });
    expect(allocationsOf(tables(F1, F2, paid))).toEqual(['F2 ← 60,00 bank stated 2026-02-10']);
  });

  it('a receipt that names nothing known is proposed like any other', () => {
    const unknown = row('payment', '2026-02-10', 60_00, { settlesDocumentNumber: 'X9' });
    const nothing = row('payment', '2026-02-11', 40_00, { settlesDocumentNumber: 'RAN' });
    expect(allocationsOf(tables(F1, F2, unknown, nothing))).toEqual([
      'F2 ← 60,00 bank virtual 2026-02-10',
      'F1 ← 40,00 bank virtual 2026-02-11',
    ]);
  });

  it('a credit note is negative however it is written, and nets what it names', () => {
    const note = { documentNumber: 'A1', settlesDocumentNumber: 'F1' };
    for (const cents of [30_00, -30_00]) {
      expect(openOf(tables(F1, row('credit_note', '2026-02-01', cents, note)))).toEqual([
        'F1 70,00',
      ]);
    }
  });

  it('an invoice of a negative amount is a credit note', () => {
    const told = tables(row('invoice', '2026-01-05', -20_00, { documentNumber: 'A9' }));
    expect(told.items[0]).toMatchObject({ kind: 'credit_note', amountCents: -20_00 });
  });

  it('a negative receipt is a refund', () => {
    const told = tables(row('payment', '2026-02-10', -15_00));
    expect(paymentsOf(told)).toEqual(['refund bank -15,00']);
  });

  it('rows of nothing are nothing', () => {
    const told = tables(row('invoice', '2026-01-05', 0), row('payment', '2026-01-05', 0));
    expect([...told.items, ...told.payments]).toEqual([]);
  });

  it('the same row told by two files counts once; twins of one file count each', () => {
    const paid = row('payment', '2026-02-10', 10_00);
    const again = { ...F1, importId: 2 };
    const told = tables(F1, again, paid, { ...paid, lineNumber: paid.lineNumber + 1 });
    expect(told.items).toHaveLength(1);
    expect(told.payments).toHaveLength(2);
  });

  it('rows of an undone import do not count', () => {
    expect(tables({ ...F1, importId: 9 }).items).toEqual([]);
  });
});

describe('tables beside a ledger', () => {
  const ledger = periodOf(1, '2026-01-01', '2026-03-31');

  it('an invoice the ledger holds only gives its due date', () => {
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-05', 'F1', 100_00)],
        rows: [{ ...F1, importId: 2 }],
        imports: [ledger, rowsOn(2, '2026-04-01')],
      }),
    );
    expect(told.items).toMatchObject([{ importId: 1, dueDate: '2026-02-20', dueBasis: 'stated' }]);
  });

  it('an invoice of the same number and another amount is another', () => {
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-05', 'F1', 90_00)],
        rows: [{ ...F1, importId: 2 }],
        imports: [ledger, rowsOn(2, '2026-04-01')],
      }),
    );
    expect(told.items.map(({ key }) => key)).toEqual(['F1/1/D', 'F1/2/D']);
  });

  it('a row that a later ledger restates no longer counts', () => {
    const later = { ...ledger, importId: 3 };
    const told = interpret(
      factsOf({
        rows: [{ ...F1, importId: 2 }, row('payment', '2026-04-10', 5_00, { importId: 2 })],
        imports: [rowsOn(2, '2026-04-01'), later],
      }),
    );
    expect(told.items).toEqual([]);
    expect(paymentsOf(told)).toEqual(['receipt bank 5,00']);
  });
});
