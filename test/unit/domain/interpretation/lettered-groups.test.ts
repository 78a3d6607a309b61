import { describe, expect, it } from 'vitest';
import {
  allocationsOf,
  creditNote,
  customerOf,
  invoice,
  line,
  opening,
  openOf,
  paymentsOf,
  receipt,
} from './a-customer.ts';

const A = { letter: 'A' };

describe('a lettered group', () => {
  it('settles its lines on the later of their days', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'VIR', A),
    );
    expect(allocationsOf(told)).toEqual(['F1 ← 100,00 bank lettered 2026-02-04']);
    expect(openOf(told, '2026-02-03')).toEqual(['F1 100,00']);
  });

  it('pairs equal amounts first, then the oldest', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      invoice('2026-01-06', 'F2', 30_00, A),
      invoice('2026-01-07', 'F3', 50_00, A),
      receipt('2026-02-04', 50_00, 'VIR', A),
      receipt('2026-02-05', 130_00, 'VIR', A),
    );
    expect(allocationsOf(told)).toEqual([
      'F3 ← 50,00 bank lettered 2026-02-04',
      'F1 ← 100,00 bank lettered 2026-02-05',
      'F2 ← 30,00 bank lettered 2026-02-05',
    ]);
  });

  it('with a credit note nets it against the invoice', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      creditNote('2026-01-15', 'A1', 20_00, A),
      receipt('2026-02-04', 80_00, 'VIR', A),
    );
    expect(allocationsOf(told)).toEqual([
      'F1 ← 20,00 credit_note lettered 2026-01-15',
      'A1 ← -20,00 credit_note lettered 2026-01-15',
      'F1 ← 80,00 bank lettered 2026-02-04',
    ]);
    expect(told.items[1]).toMatchObject({ kind: 'credit_note', namesDocumentNumber: 'F1' });
  });

  it('a document and the credit note of its whole amount cancel each other', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      creditNote('2026-01-15', 'A1', 100_00, A),
    );
    expect(told.items.map(({ key, reversedByKey }) => [key, reversedByKey])).toEqual([
      ['F1/1/D', 'A1/1/C'],
      ['A1/1/C', 'F1/1/D'],
    ]);
  });

  it('an opening without a number is cancelled by no document', () => {
    const told = customerOf(
      opening('2026-01-01', 95_00, A),
      creditNote('2026-01-15', 'A1', 95_00, A),
    );
    expect(told.items.map(({ reversedByKey }) => reversedByKey)).toEqual([null, null]);
    expect(openOf(told)).toEqual([]);
  });

  it('rounding lines are entries of nature loss', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_02, A),
      receipt('2026-02-04', 100_00, 'VIR', A),
      line('2026-02-04', -2, { counterpart: 'loss', label: 'Ecart automatique', ...A }),
    );
    expect(paymentsOf(told)).toEqual(['entry loss 0,02', 'receipt bank 100,00']);
    expect(openOf(told)).toEqual([]);
  });

  it('that does not balance keeps its residue on the latest item', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      invoice('2026-01-06', 'F2', 50_00, A),
      receipt('2026-02-04', 120_00, 'VIR', A),
    );
    expect(openOf(told)).toEqual(['F2 30,00']);
  });

  it('that has too much credit keeps a credit', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 120_00, 'VIR', A),
    );
    expect(openOf(told)).toEqual(['crédit 20,00']);
  });

  it('of receipts alone settles the openings that stand for what they paid', () => {
    const told = customerOf(
      opening('2026-01-01', 675_20),
      invoice('2026-01-10', 'F1', 675_20),
      receipt('2026-01-22', 675_20, 'VIR', { letter: 'AAAB' }),
    );
    expect(allocationsOf(told)).toEqual(['opening ← 675,20 bank lettered 2026-01-22']);
    expect(openOf(told)).toEqual(['F1 675,20']);
  });
});

describe('a code used again', () => {
  it('is cut wherever its lines balance', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-01-25', 100_00, 'VIR', A),
      invoice('2026-03-05', 'F2', 90_00, A),
      receipt('2026-03-25', 60_00, 'VIR', A),
      receipt('2026-03-26', 30_00, 'VIR', A),
    );
    expect(allocationsOf(told)).toEqual([
      'F1 ← 100,00 bank lettered 2026-01-25',
      'F2 ← 60,00 bank lettered 2026-03-25',
      'F2 ← 30,00 bank lettered 2026-03-26',
    ]);
  });

  it('is told apart by the day of lettering where all uses but one balance', () => {
    const january = { ...A, letteredOnDate: '2026-01-31' };
    const march = { ...A, letteredOnDate: '2026-03-31' };
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, january),
      invoice('2026-01-06', 'F2', 40_00, march),
      receipt('2026-01-25', 100_00, 'VIR', january),
      receipt('2026-03-25', 30_00, 'VIR', march),
    );
    expect(openOf(told)).toEqual(['F2 10,00']);
  });

  it('is one group where the days of lettering explain nothing', () => {
    const january = { ...A, letteredOnDate: '2026-01-31' };
    const march = { ...A, letteredOnDate: '2026-03-31' };
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, january),
      receipt('2026-01-25', 70_00, 'VIR', march),
      receipt('2026-03-25', 10_00, 'VIR', march),
    );
    expect(openOf(told)).toEqual(['F1 20,00']);
  });

  it('in two accounts is one group where only together they balance', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-01-10', 30_00, 'ACOMPTE', { ...A, ledgerAccountCode: '419100' }),
      receipt('2026-01-25', 70_00, 'VIR', A),
    );
    expect(allocationsOf(told)).toEqual([
      'F1 ← 30,00 bank lettered 2026-01-10',
      'F1 ← 70,00 bank lettered 2026-01-25',
    ]);
    expect(openOf(told)).toEqual([]);
  });

  it('in two accounts is two groups; lower case is another code', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      line('2026-01-25', -90_00, { ledgerAccountCode: '413000', counterpart: 'bank', ...A }),
      line('2026-01-05', 60_00, { documentNumber: 'F2', letter: 'a' }),
      receipt('2026-01-25', 25_00, 'VIR', { letter: 'a' }),
    );
    expect(openOf(told)).toEqual(['F1 100,00', 'F2 35,00', 'crédit 90,00']);
  });
});
