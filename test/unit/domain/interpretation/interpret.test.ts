import { describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import { SETTLEMENT_NATURES } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  creditNote,
  customerOf,
  factsOf,
  invoice,
  line,
  opening,
  paymentsOf,
  receipt,
  row,
} from './a-customer.ts';

describe('the due date of an item', () => {
  it('is estimated by terms that nobody confirmed', () => {
    const told = customerOf(invoice('2026-01-05', 'F1', 100_00, { documentDate: '2026-01-03' }));
    expect(told.items[0]).toMatchObject({
      documentDate: '2026-01-03',
      bookedDate: '2026-01-05',
      dueDate: '2026-02-02',
      dueBasis: 'estimated',
    });
  });

  it('follows confirmed terms', () => {
    const terms = { unit: 'days', count: 45, endOfMonth: 'after', dayOfMonth: null } as const;
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-15', 'F1', 100_00), creditNote('2026-01-20', 'A1', 10_00)],
        terms: { terms, isConfirmed: true },
      }),
    );
    expect(told.items).toMatchObject([
      { dueDate: '2026-03-31', dueBasis: 'confirmed_terms' },
      { dueDate: '2026-01-20', dueBasis: 'confirmed_terms' },
    ]);
  });

  it('is the one the file states', () => {
    const stated = { statedDueDate: calendarDate('2026-04-30') };
    const told = customerOf(invoice('2026-01-15', 'F1', 100_00, stated));
    expect(told.items[0]).toMatchObject({ dueDate: '2026-04-30', dueBasis: 'stated' });
  });

  it.each([
    ['LCR ECH 31/03/2026', '2026-03-31'],
    ['LCR 15.01.26 ECH 30.04.26', '2026-04-30'],
    ['LCR 31/03/2025', '2026-02-14'],
    ['LCR 31/03/2028', '2026-02-14'],
    ['LCR 99/99/26', '2026-02-14'],
    ['LCR', '2026-02-14'],
  ])('of a bill is read in its label: %j is %s', (label, expected) => {
    const bill = line('2026-01-15', 100_00, { ledgerAccountCode: '413000', label });
    expect(customerOf(bill).items[0]?.dueDate).toBe(expected);
    const invoiced = line('2026-01-15', 100_00, { label });
    expect(customerOf(invoiced).items[0]?.dueDate).toBe('2026-02-14');
  });

  it('is not one that a table states of a document without a number', () => {
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-15', '', 100_00), invoice('2026-01-16', 'F2', 100_00)],
        rows: [row('invoice', '2026-01-15', 100_00, { dueDate: '2026-06-30', importId: 9 })],
      }),
    );
    expect(told.items.map(({ dueBasis }) => dueBasis)).toEqual(['estimated', 'estimated']);
  });

  it('typed by a person wins over all', () => {
    const told = interpret(
      factsOf({
        lines: [
          invoice('2026-01-15', 'F1', 100_00, { statedDueDate: calendarDate('2026-04-30') }),
          invoice('2026-01-16', 'F2', 100_00),
        ],
        dueDateOverrides: new Map([['F1/1/D', calendarDate('2026-05-31')]]),
      }),
    );
    expect(told.items).toMatchObject([
      { dueDate: '2026-05-31', dueBasis: 'typed' },
      { dueBasis: 'estimated' },
    ]);
  });

  it('stated by the invoice itself wins over the ledger, not over a person', () => {
    const told = interpret(
      factsOf({
        lines: [invoice('2026-01-15', 'F1', 100_00), invoice('2026-01-16', 'F2', 100_00)],
        invoiceDueDates: new Map([
          ['F1/1/D', calendarDate('2026-03-15')],
          ['F2/1/D', calendarDate('2026-03-16')],
        ]),
        dueDateOverrides: new Map([['F1/1/D', calendarDate('2026-05-31')]]),
      }),
    );
    expect(told.items).toMatchObject([
      { dueDate: '2026-05-31', dueBasis: 'typed' },
      { dueDate: '2026-03-16', dueBasis: 'stated' },
    ]);
  });

  it('of an opening without an invoice does not exist: it has no age', () => {
    const told = customerOf(opening('2026-01-01', 100_00, { documentDate: '2026-01-01' }));
    expect(told.items[0]).toMatchObject({ kind: 'opening', dueDate: null, dueBasis: 'none' });
  });

  it('of an opening that names its invoice follows the date of that invoice', () => {
    const told = customerOf(
      opening('2026-01-01', 100_00, { documentNumber: 'F1', documentDate: '2025-11-15' }),
    );
    expect(told.items[0]).toMatchObject({
      kind: 'invoice',
      documentDate: '2025-11-15',
      bookedDate: '2026-01-01',
      dueDate: '2025-12-15',
    });
  });
});

describe('a nature that the lines do not tell', () => {
  const ofBank = { journalCode: 'OD', counterpart: 'mixed' } as const;
  const lines = [
    invoice('2026-01-05', 'F1', 100_00),
    receipt('2026-01-31', 60_00, 'Buf cb', ofBank),
    receipt('2026-01-31', 40_00, 'Sdf Vaogtap', ofBank),
    line('2026-01-31', -5_00, { ...ofBank, ledgerAccountCode: '419100' }),
  ];

  it('is asked once per pattern', () => {
    expect(customerOf(...lines).questions).toEqual([
      { pattern: 'OD|mixed|credit', count: 2, amountCents: 100_00, exampleLabel: 'Sdf Vaogtap' },
    ]);
  });

  it('is no longer asked once a person answered', () => {
    const natureRules = [{ pattern: 'OD|mixed|credit', nature: 'bank' }] as const;
    const told = interpret(factsOf({ lines, natureRules }));
    expect(told.questions).toEqual([]);
    expect(paymentsOf(told)).toEqual([
      'deposit unknown 5,00',
      'receipt bank 40,00',
      'receipt bank 60,00',
    ]);
  });

  it('of a credit note by rule makes an item', () => {
    const natureRules = [{ pattern: 'OD|mixed|credit', nature: 'credit_note' }] as const;
    expect(interpret(factsOf({ lines, natureRules })).items.map(({ kind }) => kind)).toEqual([
      'invoice',
      'credit_note',
      'credit_note',
    ]);
  });
});

it('every nature a person may answer with is understood', () => {
  for (const nature of SETTLEMENT_NATURES) {
    const natureRules = [{ pattern: 'BQ|bank|credit', nature }];
    const lines = [receipt('2026-01-31', 60_00)];
    const { items, payments } = interpret(factsOf({ lines, natureRules }));
    const told = nature === 'credit_note' ? items[0]?.kind : payments[0]?.nature;
    expect(told).toBe(nature);
  }
});

it('an account nobody gave a role is ordinary', () => {
  const told = customerOf(line('2026-01-05', 100, { ledgerAccountCode: '411777' }));
  expect(told.items[0]?.role).toBe('ordinary');
});

it('a customer without facts has nothing', () => {
  expect(customerOf()).toEqual({ items: [], payments: [], allocations: [], questions: [] });
});

it('lines of nought are nothing', () => {
  expect(customerOf(line('2026-01-05', 0)).items).toEqual([]);
});
