import { describe, expect, it } from 'vitest';
import {
  allocationsOf,
  creditNote,
  customerOf,
  invoice,
  line,
  openOf,
  paymentsOf,
  receipt,
  sentBack,
} from './a-customer.ts';

const A = { letter: 'A' };
const B = { letter: 'B' };

function kindOfLast(told: ReturnType<typeof customerOf>): string | undefined {
  return told.payments.at(-1)?.kind;
}

describe('a rejected payment', () => {
  it('equal to an earlier lettered receipt opens the item again, with its own due date', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'PRLV'),
    );
    expect(paymentsOf(told)).toEqual(['receipt bank 100,00', 'reject bank -100,00']);
    expect(allocationsOf(told)).toEqual([
      'F1 ← 100,00 bank lettered 2026-02-04',
      'F1 ← -100,00 bank reversal 2026-02-10',
    ]);
    expect(openOf(told, '2026-02-09')).toEqual([]);
    expect(openOf(told)).toEqual(['F1 100,00']);
    expect(told.items[0]?.dueDate).toBe('2026-02-04');
  });

  it('then paid again is settled from that day', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'PRLV', A),
      receipt('2026-02-20', 100_00, 'VIR', A),
    );
    expect(told.payments.map(({ kind }) => kind)).toEqual(['receipt', 'reject', 'receipt']);
    expect(openOf(told, '2026-02-19')).toEqual(['F1 100,00']);
    expect(openOf(told)).toEqual([]);
  });

  it('lettered with the receipt that replaces it pays the item it had opened again', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'PRLV', B),
      receipt('2026-02-20', 100_00, 'VIR', B),
    );
    expect(openOf(told, '2026-02-15')).toEqual(['F1 100,00']);
    expect(openOf(told)).toEqual([]);
    expect(allocationsOf(told).at(-1)).toBe('F1 ← 100,00 bank lettered 2026-02-20');
  });

  it('in the middle of a group takes back what its receipt had paid by then', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      invoice('2026-01-06', 'F2', 50_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'PRLV', A),
      receipt('2026-02-20', 150_00, 'VIR', A),
    );
    expect(told.payments.map(({ kind }) => kind)).toEqual(['receipt', 'reject', 'receipt']);
    expect(openOf(told, '2026-02-09')).toEqual(['F2 50,00']);
    expect(openOf(told, '2026-02-10')).toEqual(['F1 100,00', 'F2 50,00']);
    expect(openOf(told)).toEqual([]);
  });

  it('takes back every item its receipt had paid', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      invoice('2026-01-06', 'F2', 50_00, A),
      receipt('2026-02-04', 150_00, 'LCR', { ...A, counterpart: 'bill' }),
      sentBack('2026-02-28', 150_00, 'LCR IMPAYEE', { counterpart: 'bill' }),
    );
    expect(openOf(told)).toEqual(['F1 100,00', 'F2 50,00']);
    expect(kindOfLast(told)).toBe('reject');
  });

  it('of a receipt nobody lettered cancels it: the item was never paid', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00),
      receipt('2026-02-04', 100_00, 'PRLV'),
      sentBack('2026-02-10', 100_00, 'PRLV'),
    );
    expect(kindOfLast(told)).toBe('reject');
    expect(allocationsOf(told)).toEqual([]);
    expect(openOf(told)).toEqual(['F1 100,00']);
  });

  it('has its bank fee apart', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'REJET PRLV'),
      sentBack('2026-02-10', 12_00, 'FRAIS REJET'),
    );
    expect(openOf(told)).toEqual(['F1 100,00', 'fee 12,00']);
    expect(told.items[1]).toMatchObject({ kind: 'fee', dueDate: '2026-02-10' });
  });

  it('is believed by its words even where nothing equals it', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00),
      sentBack('2026-02-10', 30_00, 'IMPAYE'),
    );
    expect(kindOfLast(told)).toBe('reject');
    expect(openOf(told)).toEqual(['F1 100,00', 'débit 30,00']);
  });

  it('each receipt is sent back once', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-02-04', 100_00, 'PRLV', A),
      sentBack('2026-02-10', 100_00, 'PRLV'),
      sentBack('2026-02-11', 100_00, 'PRLV'),
    );
    expect(paymentsOf(told).slice(1)).toEqual(['reject bank -100,00', 'refund bank -100,00']);
    expect(openOf(told)).toEqual(['F1 100,00', 'débit 100,00']);
  });
});

describe('a refund', () => {
  it('of an overpayment in its own group', () => {
    const told = customerOf(
      invoice('2026-11-03', 'F1', 316_50, A),
      receipt('2026-12-13', 403_54, 'VIR', A),
      sentBack('2026-12-18', 87_04, 'WEB', A),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual([]);
    expect(openOf(told, '2026-12-17')).toEqual(['crédit 87,04']);
  });

  it('of a credit note in its own group, though an equal receipt exists', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 627_00, B),
      receipt('2026-01-25', 627_00, 'VIR', B),
      creditNote('2026-02-01', 'A1', 627_00, A),
      sentBack('2026-02-10', 627_00, 'VIR', A),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(allocationsOf(told).at(-1)).toBe('A1 ← -627,00 bank lettered 2026-02-10');
    expect(openOf(told)).toEqual([]);
  });

  it('of a payment made twice and lettered together', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-01-25', 100_00, 'VIR', A),
      receipt('2026-01-26', 100_00, 'VIR', A),
      sentBack('2026-02-10', 100_00, 'VIR', A),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual([]);
  });

  it('of a credit note nobody lettered', () => {
    const told = customerOf(
      invoice('2026-01-01', 'F0', 900_00),
      invoice('2026-01-05', 'F1', 627_00, B),
      receipt('2026-01-25', 627_00, 'VIR', B),
      creditNote('2026-02-01', 'A1', 627_00),
      sentBack('2026-02-10', 627_00, 'VIR'),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual(['F0 900,00']);
  });

  it('of an amount received twice and owed once', () => {
    const told = customerOf(
      invoice('2026-01-01', 'F0', 900_00),
      invoice('2026-01-05', 'F1', 100_00, A),
      receipt('2026-01-25', 100_00, 'VIR', A),
      receipt('2026-01-28', 100_00, 'VIR'),
      sentBack('2026-02-10', 100_00, 'VIR'),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual(['F0 900,00']);
  });

  it('by its words, where the account says nothing', () => {
    const told = customerOf(
      invoice('2026-01-01', 'F0', 900_00),
      receipt('2026-01-25', 100_00, 'VIR'),
      sentBack('2026-02-10', 100_00, 'VIR REMBOURSEMENT'),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual(['F0 900,00']);
  });

  it('that nothing explains goes against the credit note that comes', () => {
    const told = customerOf(
      invoice('2026-01-01', 'F0', 900_00),
      sentBack('2026-02-10', 100_00, 'VIR'),
      creditNote('2026-03-01', 'A1', 300_00),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual(['F0 900,00', 'A1 -200,00']);
  });

  it('of what an overpaid customer is owed goes against what is left of his receipt', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 80_00, A),
      receipt('2026-01-25', 100_00, 'VIR', A),
      sentBack('2026-02-10', 20_00, 'VIR'),
    );
    expect(kindOfLast(told)).toBe('refund');
    expect(openOf(told)).toEqual([]);
  });
});

it('a receipt entered by mistake and cancelled is an entry, neither reject nor refund', () => {
  const told = customerOf(
    invoice('2026-01-05', 'F1', 100_00, A),
    receipt('2026-02-04', 100_00, 'VIR', A),
    sentBack('2026-02-10', 100_00, 'ANNULATION VIR'),
  );
  expect(kindOfLast(told)).toBe('entry');
  expect(openOf(told)).toEqual(['F1 100,00']);
});

it('losses, openings and set-offs are no receipts that a bank sends back', () => {
  const told = customerOf(
    invoice('2026-01-05', 'F1', 100_00),
    line('2026-02-04', -100_00, { counterpart: 'supplier' }),
    invoice('2026-01-06', 'F2', 500_00),
    sentBack('2026-02-10', 100_00, 'VIR'),
  );
  expect(kindOfLast(told)).toBe('refund');
});
