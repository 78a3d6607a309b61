import { describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import {
  letteredCountOf,
  letteringHealthOf,
  letteringProposalsOf,
} from '../../../../src/shared/domain/interpretation/lettering-health.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  creditNote,
  customerOf,
  factsOf,
  invoice,
  line,
  listed,
  listOn,
  opening,
  receipt,
} from './a-customer.ts';

const NOVEMBER = calendarDate('2026-11-23');

describe('a customer to be lettered first', () => {
  it('is one whose unlettered receipts are 60 % of what looks overdue; deposits do not count', () => {
    const invoices = Array.from({ length: 22 }, (_, at) =>
      invoice('2026-06-15', `F${at + 1}`, at === 0 ? 1_000_00 : 3_000_00),
    );
    const told = customerOf(
      ...invoices,
      receipt('2026-09-01', 20_500_00),
      receipt('2026-10-01', 18_000_00),
      receipt('2026-10-05', 20_000_00, 'ACOMPTE', { ledgerAccountCode: '419100' }),
    );
    expect(letteringHealthOf(told, NOVEMBER)).toEqual({
      unletteredCreditCents: 38_500_00,
      virtuallySettledCents: 38_500_00,
      grossOverdueCents: 64_000_00,
      isToMatchFirst: true,
    });
  });

  it.each([
    [30_00, false],
    [30_01, true],
  ])('begins above 30 %% (%i of 10000)', (cents, expected) => {
    const told = customerOf(invoice('2026-01-05', 'F1', 100_00), receipt('2026-02-04', cents));
    expect(letteringHealthOf(told, NOVEMBER).isToMatchFirst).toBe(expected);
  });

  it('is none whose receipts are lettered, even with what no file shows', () => {
    const told = customerOf(
      opening('2026-01-01', 500_00),
      receipt('2026-01-20', 500_00, 'VIR', { letter: 'A' }),
      invoice('2026-06-05', 'F1', 100_00),
    );
    expect(letteringHealthOf(told, NOVEMBER)).toEqual({
      unletteredCreditCents: 0,
      virtuallySettledCents: 0,
      grossOverdueCents: 100_00,
      isToMatchFirst: false,
    });
  });

  it('may be one of openings alone: they have no age but are owed', () => {
    const told = customerOf(opening('2026-01-01', 500_00), receipt('2026-01-20', 400_00));
    expect(letteringHealthOf(told, NOVEMBER)).toMatchObject({
      grossOverdueCents: 500_00,
      isToMatchFirst: true,
    });
  });

  it('is none where nothing is overdue', () => {
    const told = customerOf(invoice('2026-11-20', 'F1', 100_00), receipt('2026-11-21', 50_00));
    expect(letteringHealthOf(told, NOVEMBER)).toMatchObject({
      grossOverdueCents: 0,
      isToMatchFirst: false,
    });
  });

  it('counts credit notes that name nothing, not those that name an invoice', () => {
    const told = customerOf(
      invoice('2026-01-05', 'F1', 100_00),
      creditNote('2026-02-01', 'A1', 20_00),
      creditNote('2026-02-01', 'A2', 30_00, { label: 'AVOIR SUR F1' }),
    );
    expect(letteringHealthOf(told, NOVEMBER)).toMatchObject({ unletteredCreditCents: 20_00 });
  });

  it('is judged as of the day: what comes later does not count', () => {
    const told = customerOf(invoice('2026-01-05', 'F1', 100_00), receipt('2026-12-04', 100_00));
    expect(letteringHealthOf(told, NOVEMBER)).toMatchObject({ unletteredCreditCents: 0 });
    expect(letteringHealthOf(told, calendarDate('2026-01-04')).grossOverdueCents).toBe(0);
  });

  it('looks at ordinary accounts only', () => {
    const bills = { ledgerAccountCode: '413000' };
    const told = customerOf(
      line('2026-01-05', 100_00, bills),
      line('2026-02-05', -90_00, { ...bills, counterpart: 'bank' }),
    );
    expect(letteringHealthOf(told, NOVEMBER).isToMatchFirst).toBe(false);
  });

  it('has a share that can be set', () => {
    const told = customerOf(invoice('2026-01-05', 'F1', 100_00), receipt('2026-02-04', 60_00));
    expect(letteringHealthOf(told, NOVEMBER, 70).isToMatchFirst).toBe(false);
  });
});

it('the share of lettered lines leaves lines of nought out', () => {
  const lines = [
    invoice('2026-01-05', 'F1', 100_00, { letter: 'A' }),
    receipt('2026-02-04', 100_00),
    line('2026-02-04', 0),
  ];
  expect(letteredCountOf(lines)).toEqual({ lineCount: 2, letteredCount: 1 });
});

describe('the list for the accountant', () => {
  const reasonsOf = (told: ReturnType<typeof customerOf>) =>
    letteringProposalsOf(told).map(({ label, reason, leftCents, items }) => [
      label,
      reason,
      leftCents,
      items.map(({ documentNumber, amountCents }) => `${documentNumber} ${amountCents}`),
    ]);

  it('proposes for each unlettered credit what it settles, and why', () => {
    const told = customerOf(
      invoice('2026-01-02', 'F1001', 11_00),
      invoice('2026-01-03', 'F1002', 22_00),
      invoice('2026-01-04', 'F1003', 33_00),
      invoice('2026-01-05', 'F1004', 44_00),
      invoice('2026-01-06', 'F1005', 99_00),
      receipt('2026-02-05', 33_00, 'e: VIR F1003'),
      receipt('2026-02-04', 11_00, 'd: VIR'),
      receipt('2026-02-03', 66_00, 'c: VIR'),
      receipt('2026-02-06', 20_00, 'f: VIR'),
      receipt('2026-02-07', 80_00, 'g: VIR'),
    );
    expect(reasonsOf(told)).toEqual([
      ['c: VIR', 'sum', 0, ['F1002 2200', 'F1004 4400']],
      ['d: VIR', 'same_amount', 0, ['F1001 1100']],
      ['e: VIR F1003', 'reference', 0, ['F1003 3300']],
      ['f: VIR', 'oldest_first', 0, ['F1005 2000']],
      ['g: VIR', 'oldest_first', 100, ['F1005 7900']],
    ]);
  });

  it('holds credits that nothing explains, and none that is lettered, a deposit or a refund', () => {
    const told = customerOf(
      receipt('2026-02-04', 11_00, 'VIR'),
      invoice('2026-01-02', 'F1', 40_00, { letter: 'A', ledgerAccountCode: '413000' }),
      receipt('2026-02-04', 40_00, 'LCR', { letter: 'A', ledgerAccountCode: '413000' }),
      receipt('2026-02-04', 5_00, 'ACOMPTE', { ledgerAccountCode: '419100' }),
      line('2026-02-04', 3_00, { ledgerAccountCode: '413000', counterpart: 'bank', label: 'X' }),
    );
    expect(reasonsOf(told)).toEqual([['VIR', 'none', 1100, []]]);
  });

  it('holds nothing of what only left a list of open items', () => {
    const told = interpret(
      factsOf({
        items: [listed('V1', -11_00, { importId: 2, kind: 'payment' })],
        imports: [listOn(2, '2026-01-31'), listOn(3, '2026-02-28')],
      }),
    );
    expect(reasonsOf(told)).toEqual([]);
  });

  it('takes a document for named by its digits', () => {
    const told = customerOf(
      invoice('2026-01-05', 'FA0081234', 11_00),
      receipt('2026-02-04', 11_00, 'RGLT 81234'),
    );
    expect(reasonsOf(told)).toEqual([['RGLT 81234', 'reference', 0, ['FA0081234 1100']]]);
  });

  it('takes no opening and no document without digits for named', () => {
    const entry = { documentNumber: '510' };
    const told = customerOf(
      opening('2026-01-01', 11_00, entry),
      opening('2026-01-01', 12_00),
      invoice('2026-01-05', 'OD', 13_00),
      receipt('2026-02-04', 11_00, 'VIR 510'),
      receipt('2026-02-04', 12_00, 'VIR 2026'),
      receipt('2026-02-04', 13_00, 'VIR OD'),
    );
    expect(reasonsOf(told).map(([, reason]) => reason)).toEqual([
      'same_amount',
      'same_amount',
      'same_amount',
    ]);
  });
});
