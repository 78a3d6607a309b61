import { describe, expect, it } from 'vitest';
import {
  allocationsOf,
  creditNote,
  customerOf,
  invoice,
  line,
  opening,
  openOf,
  receipt,
} from './a-customer.ts';

describe('what nobody lettered', () => {
  it('a receipt that names a document of its amount pays it, though another has that amount', () => {
    const told = customerOf(
      invoice('2026-01-05', 'FA 220061', 100_00),
      invoice('2026-01-06', 'FA 220062', 100_00),
      receipt('2026-02-04', 100_00, 'VIR DUPONT 220062'),
    );
    expect(allocationsOf(told)).toEqual(['FA 220062 ← 100,00 bank virtual 2026-02-04']);
  });

  it.each([
    ['its whole number', 'F7', 'VIR F7'],
    ['its number in two words', 'FA7', 'VIR FA 7'],
    ['its digits', 'FA-2026-000812', 'VIR 812 2026000812'],
    ['its digits without leading zeros', 'FA0081234', 'RGLT 81234'],
  ])('a document is named by %s', (_, documentNumber, label) => {
    const told = customerOf(
      invoice('2026-01-05', 'X1', 100_00),
      invoice('2026-01-06', documentNumber, 100_00),
      receipt('2026-02-04', 100_00, label),
    );
    expect(openOf(told)).toEqual(['X1 100,00']);
  });

  it('the reference of the receipt names a document too', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00),
      invoice('2026-01-06', 'FA220036', 100_00),
      receipt('2026-02-04', 100_00, 'VIR', { documentNumber: '0220036' }),
    );
    expect(openOf(told)).toEqual(['F1 100,00']);
  });

  it('digits of several documents name none of them', () => {
    const told = customerOf(
      invoice('2026-01-05', 'A2026', 100_00),
      invoice('2026-01-06', 'B2026', 100_00),
      receipt('2026-02-04', 100_00, 'VIR 2026'),
    );
    expect(openOf(told)).toEqual(['B2026 100,00']);
  });

  it('a reference that comes back on several days names nothing', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 10_00),
      invoice('2026-01-06', 'VE0126', 100_00),
      invoice('2026-01-16', 'VE0126', 50_00),
      receipt('2026-02-04', 40_00, 'VIR VE0126'),
    );
    expect(openOf(told)).toEqual(['VE0126 70,00', 'VE0126 50,00']);
  });

  it('instalments of a document named are paid together', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F0', 100_00),
      invoice('2026-01-06', 'F126', 30_00),
      invoice('2026-01-06', 'F126', 70_00),
      receipt('2026-02-04', 100_00, 'VIR F126'),
    );
    expect(openOf(told)).toEqual(['F0 100,00']);
  });

  it('the number of an opening entry names no opening', () => {
    const entry = { documentNumber: '510' };
    const told = customerOf(
      opening('2026-01-01', 80_00, entry),
      opening('2026-01-01', 70_00, { ...entry, label: 'B' }),
      opening('2026-01-01', -60_00, { ...entry, label: 'CHQ' }),
    );
    expect(openOf(told)).toEqual(['510 20,00', '510 70,00']);
  });

  it('a receipt that names documents of its sum pays them', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00),
      invoice('2026-01-06', 'F2', 60_00),
      invoice('2026-01-07', 'F3', 40_00),
      receipt('2026-02-04', 100_00, 'VIR F2 ET F3'),
    );
    expect(openOf(told)).toEqual(['F1 100,00']);
  });

  it('the same amount is paid before what is older', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 100_00),
      receipt('2026-02-04', 100_00),
    );
    expect(openOf(told)).toEqual(['F1 80,00']);
  });

  it('a receipt that names a document pays part of it before what is older', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 100_00),
      receipt('2026-02-04', 30_00, 'ACOMPTE F2'),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'F2 70,00']);
  });

  it('all items of one day are paid by their sum', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 500_00),
      invoice('2026-01-06', 'F2', 60_00),
      invoice('2026-01-06', 'F3', 40_00),
      receipt('2026-02-04', 100_00),
    );
    expect(openOf(told)).toEqual(['F1 500,00']);
  });

  it('the receipts of one day pay an item of their sum', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 500_00),
      invoice('2026-01-06', 'F2', 100_00),
      receipt('2026-02-04', 60_00),
      receipt('2026-02-04', 40_00),
    );
    expect(openOf(told)).toEqual(['F1 500,00']);
  });

  it('a few items that make the sum are paid by it, less a credit note', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 500_00),
      invoice('2026-01-06', 'F2', 61_17),
      invoice('2026-01-07', 'F3', 43_21),
      creditNote('2026-01-20', 'A1', 4_38),
      receipt('2026-02-04', 100_00),
    );
    expect(openOf(told)).toEqual(['F1 500,00']);
  });

  it('then the oldest, on the later of the two days', () => {
    const told = customerOf(
      receipt('2026-01-02', 50_00),
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 100_00),
      receipt('2026-02-04', 90_00),
    );
    expect(allocationsOf(told)).toEqual([
      'F1 ← 50,00 bank virtual 2026-01-05',
      'F1 ← 30,00 bank virtual 2026-02-04',
      'F2 ← 60,00 bank virtual 2026-02-04',
    ]);
    expect(openOf(told)).toEqual(['F2 40,00']);
  });

  it('what is left of receipts is a credit on account', () => {
    const told = customerOf(invoice('2026-01-05', 'F1', 80_00), receipt('2026-02-04', 90_00));
    expect(openOf(told)).toEqual(['crédit 10,00']);
  });

  it('never settles one kind of account or currency with another', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      line('2026-01-06', -80_00, { ledgerAccountCode: '413000' }),
      receipt('2026-02-04', 80_00, 'VIR', { currency: 'USD' }),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'crédit 80,00', 'crédit 80,00']);
  });

  it('deposits do not net invoices; their use nets them', () => {
    const deposits = { ledgerAccountCode: '419100' };
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      receipt('2026-01-10', 50_00, 'ACOMPTE', deposits),
      line('2026-02-10', 20_00, { ...deposits, counterpart: 'customer' }),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'crédit 30,00']);
  });
});

describe('openings', () => {
  it('absorb unmatched credits before invoices', () => {
    const told = customerOf(
      opening('2026-01-01', 100_00),
      invoice('2026-01-05', 'F1', 80_00),
      receipt('2026-02-04', 90_00),
    );
    expect(openOf(told)).toEqual(['opening 10,00', 'F1 80,00']);
  });

  it('absorb credit notes that name nothing', () => {
    const told = customerOf(
      opening('2026-01-01', 100_00),
      invoice('2026-01-05', 'F1', 80_00),
      creditNote('2026-02-04', 'A1', 30_00),
    );
    expect(openOf(told)).toEqual(['opening 70,00', 'F1 80,00']);
  });

  it('leave a receipt that pays an invoice to the cent to that invoice', () => {
    const told = customerOf(
      opening('2026-01-01', 100_00),
      invoice('2026-01-05', 'F1', 80_00),
      receipt('2026-02-04', 80_00),
    );
    expect(openOf(told)).toEqual(['opening 100,00']);
  });
});

describe('a credit note', () => {
  it('nets first the invoice it names, even not due', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 100_00),
      creditNote('2026-01-07', 'A1', 80_00, { label: 'AVOIR SUR F2' }),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'F2 20,00']);
    expect(told.items[2]).toMatchObject({ namesDocumentNumber: 'F2' });
  });

  it('of the amount of an invoice cancels the latest such one before it', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 80_00),
      creditNote('2026-01-07', 'A1', 80_00),
      invoice('2026-01-08', 'F3', 80_00),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'F3 80,00']);
  });

  it('under the number of its invoice cancels it', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      invoice('2026-01-06', 'F2', 80_00),
      creditNote('2026-01-07', 'F1', 80_00),
    );
    expect(openOf(told)).toEqual(['F2 80,00']);
    expect(told.items.find(({ key }) => key === 'F1/1/D')?.reversedByKey).toBe('F1/1/C');
  });

  it('called an « extourne » cancels the latest document of its amount, before receipts pay it', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      creditNote('2026-01-07', '', 80_00, { label: 'EXTOURNE FACTURE' }),
      receipt('2026-01-20', 80_00),
    );
    expect(openOf(told)).toEqual(['crédit 80,00']);
  });

  it('an « extourne » of an unknown amount cancels nothing', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      creditNote('2026-01-07', '', 70_00, { label: 'ANNULATION' }),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'credit_note -70,00']);
  });

  it('that names nothing stays a usable credit, not spread over invoices', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00),
      creditNote('2026-01-07', 'A1', 30_00),
      creditNote('2026-01-08', 'A2', 90_00),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'A1 -30,00', 'A2 -90,00']);
  });
});

describe('on an account of « clients divers »', () => {
  const sundry = { ledgerAccountCode: '411999' };

  it('only references and equal amounts are proposed', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00, sundry),
      invoice('2026-01-06', 'F2', 100_00, sundry),
      invoice('2026-01-06', 'F3', 55_00, sundry),
      receipt('2026-02-04', 55_00, 'VIR DURAND', sundry),
      receipt('2026-02-05', 70_00, 'VIR MARTIN', sundry),
    );
    expect(openOf(told)).toEqual(['F1 80,00', 'F2 100,00', 'crédit 70,00']);
  });
});
