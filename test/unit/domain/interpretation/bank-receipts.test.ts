/** Receipts that a person confirmed: what they settle, and how the accounting's own become one. */
import { describe, expect, test } from 'vitest';
import { isNearDay } from '../../../../src/shared/domain/interpretation/bank-receipts.ts';
import { interpret } from '../../../../src/shared/domain/interpretation/interpret.ts';
import type {
  ConfirmedReceipt,
  CustomerFacts,
} from '../../../../src/shared/domain/interpretation/interpretation.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  balanceOf,
  creditNote,
  factsOf,
  invoice,
  listed,
  listOn,
  openOf,
  receipt,
  sentBack,
  THE_YEAR,
} from './a-customer.ts';

const KEYS = interpret(
  factsOf({ lines: [invoice('2026-01-05', 'F1', 10_000), invoice('2026-01-06', 'F2', 5_000)] }),
).items.map(({ key }) => key);
const [F1 = '', F2 = ''] = KEYS;

let nextMovement = 0;

function confirmed(
  day: string,
  amountCents: number,
  settled: readonly (readonly [string, number])[] = [],
  change: Partial<ConfirmedReceipt> = {},
): ConfirmedReceipt {
  nextMovement += 1;
  return {
    movementId: nextMovement,
    importId: 9,
    lineNumber: nextMovement,
    bookedOn: calendarDate(day),
    amountCents,
    currency: 'EUR',
    label: 'VIR SEPA',
    reference: '',
    allocations: settled.map(([itemKey, cents]) => ({ itemKey, amountCents: cents })),
    ...change,
  };
}

const TWO = [invoice('2026-01-05', 'F1', 10_000), invoice('2026-01-06', 'F2', 5_000)];

function read(change: Partial<CustomerFacts>) {
  return interpret(factsOf({ lines: TWO, ...change }));
}

describe('a confirmed receipt', () => {
  test('settles what a person said, and nothing else', () => {
    const made = read({ receipts: [confirmed('2026-02-02', 10_000, [[F2, 4_000]])] });
    expect(openOf(made)).toEqual(['F1 100,00', 'F2 10,00', 'crédit 60,00']);
    expect(made.payments[0]?.bank).toMatchObject({ isOnly: true });
    expect(made.allocations.map(({ basis }) => basis)).toEqual(['confirmed']);
  });

  test('of an item that is gone stays a credit', () => {
    const receipts = [confirmed('2026-02-02', 10_000, [['F9|1', 10_000]])];
    expect(openOf(read({ receipts }))).toEqual(['F1 100,00', 'F2 50,00', 'crédit 100,00']);
  });

  test('of an item that has become a credit note stays a credit', () => {
    const lines = [...TWO, creditNote('2026-01-07', 'A1', 2_000)];
    const note = interpret(factsOf({ lines })).items.find(({ amountCents }) => amountCents < 0);
    const receipts = [confirmed('2026-02-02', 1_000, [[note?.key ?? '', 1_000]])];
    const made = read({ lines, receipts });
    expect(made.allocations.filter(({ basis }) => basis === 'confirmed')).toEqual([]);
    expect(balanceOf(made)).toBe(15_000 - 2_000 - 1_000);
  });

  test('nets the credit note that goes with it', () => {
    const lines = [...TWO, creditNote('2026-01-20', 'A1', 1_000)];
    const note = interpret(factsOf({ lines })).items.find(({ kind }) => kind === 'credit_note');
    const receipts = [
      confirmed('2026-02-02', 9_000, [
        [F1, 10_000],
        [note?.key ?? '', -1_000],
      ]),
    ];
    expect(openOf(interpret(factsOf({ lines, receipts })))).toEqual(['F2 50,00']);
  });
});

describe('the same payment in the accounting', () => {
  test('is one with it: its day and its nature are kept', () => {
    const lines = [...TWO, receipt('2026-02-04', 5_000, 'VIR CLIENT')];
    const made = read({ lines, receipts: [confirmed('2026-02-02', 5_000, [[F1, 5_000]])] });
    expect(made.payments).toHaveLength(1);
    expect(made.payments[0]).toMatchObject({
      receivedDate: '2026-02-04',
      bank: expect.objectContaining({ isOnly: false }),
    });
    // What the person said holds where the accountant lettered nothing.
    expect(openOf(made)).toEqual(['F1 50,00', 'F2 50,00']);
    expect(balanceOf(made)).toBe(balanceOf(read({ lines })));
  });

  test('lettered by the accountant wins', () => {
    const lines = [
      invoice('2026-01-05', 'F1', 10_000),
      invoice('2026-01-06', 'F2', 5_000, { letter: 'A' }),
      receipt('2026-02-04', 5_000, 'VIR', { letter: 'A' }),
    ];
    const receipts = [confirmed('2026-02-02', 5_000, [[F1, 5_000]])];
    expect(openOf(interpret(factsOf({ lines, receipts })))).toEqual(['F1 100,00']);
  });

  test('is the nearest of several, one each', () => {
    const lines = [...TWO, receipt('2026-02-01', 700), receipt('2026-02-10', 700)];
    const receipts = [confirmed('2026-02-09', 700), confirmed('2026-02-02', 700)];
    const made = read({ lines, receipts });
    expect(made.payments.map(({ bank }) => bank?.movementId)).toEqual([
      receipts[1]?.movementId,
      receipts[0]?.movementId,
    ]);
    const twins = [confirmed('2026-02-02', 700), confirmed('2026-02-02', 700)];
    expect(read({ lines, receipts: twins }).payments).toHaveLength(2);
    const three = [...twins, confirmed('2026-02-02', 700)];
    expect(read({ lines, receipts: three }).payments).toHaveLength(3);
  });

  test('may be several lines of one day, or one line for several transfers', () => {
    const apart = [...TWO, receipt('2026-02-03', 3_000), receipt('2026-02-03', 2_000)];
    expect(
      read({ lines: apart, receipts: [confirmed('2026-02-02', 5_000)] }).payments,
    ).toHaveLength(2);
    const receipts = [confirmed('2026-02-02', 3_000), confirmed('2026-02-02', 2_000)];
    const together = read({ lines: [...TWO, receipt('2026-02-03', 5_000)], receipts });
    expect(together.payments).toHaveLength(1);
    expect(balanceOf(together)).toBe(10_000);
  });

  test.each([
    ['of another amount', receipt('2026-02-03', 4_999)],
    ['too long before', receipt('2026-01-20', 5_000)],
    ['too long after', receipt('2026-02-20', 5_000)],
    ['in another currency', receipt('2026-02-03', 5_000, 'VIR', { currency: 'USD' })],
    ['that is a set-off', receipt('2026-02-03', 5_000, 'OD', { counterpart: 'supplier' })],
  ])('is not one %s', (_, other) => {
    const made = read({ lines: [...TWO, other], receipts: [confirmed('2026-02-02', 5_000)] });
    expect(made.payments).toHaveLength(2);
  });

  test('may be dated a little before the bank, and later after it', () => {
    const day = calendarDate('2026-02-10');
    expect(isNearDay(day, calendarDate('2026-02-05'))).toBe(true);
    expect(isNearDay(day, calendarDate('2026-02-04'))).toBe(false);
    expect(isNearDay(day, calendarDate('2026-02-25'))).toBe(true);
    expect(isNearDay(day, calendarDate('2026-02-26'))).toBe(false);
  });
});

describe('a list of open items after the receipt', () => {
  const open = [listed('F1', 10_000), listed('F2', 5_000, { documentDate: '2026-01-06' })];
  const first = { lines: [], items: open, imports: [listOn(1, '2026-02-01')] };
  const keys = interpret(factsOf(first)).items.map(({ key }) => key);
  const receipts = [confirmed('2026-02-10', 10_000, [[keys[0] ?? '', 10_000]])];

  function withList(day: string, items: readonly ReturnType<typeof listed>[]) {
    const later = items.map((one) => ({ ...one, importId: 2 }));
    const imports = [listOn(1, '2026-02-01'), listOn(2, day)];
    return openOf(interpret(factsOf({ lines: [], items: [...open, ...later], imports, receipts })));
  }

  test('that does not know of it leaves it standing', () => {
    expect(withList('2026-02-15', open)).toEqual(['F2 50,00']);
  });

  test('that knows of it changes nothing, and counts nothing twice', () => {
    expect(withList('2026-02-15', open.slice(1))).toEqual(['F2 50,00']);
  });

  test('that shows what was left of it as a credit counts it once', () => {
    const onAccount = [confirmed('2026-02-10', 700)];
    const credit = listed('', -700, { kind: 'payment', importId: 2 });
    const items = [...open, ...open.map((one) => ({ ...one, importId: 2 })), credit];
    const imports = [listOn(1, '2026-02-01'), listOn(2, '2026-02-15')];
    const facts = factsOf({ lines: [], items, imports, receipts: onAccount });
    expect(balanceOf(interpret(facts))).toBe(14_300);
  });

  test('says more than the receipt where it says something else', () => {
    const partly = [listed('F1', 2_500, { amountCents: 10_000 }), ...open.slice(1)];
    expect(withList('2026-02-15', partly)).toEqual(['F1 25,00', 'F2 50,00']);
  });
});

describe('a payment that came back', () => {
  test('opens again what the receipt had settled', () => {
    const receipts = [
      confirmed('2026-02-02', 10_000, [[F1, 10_000]]),
      confirmed('2026-02-09', -10_000),
    ];
    const made = read({ receipts });
    expect(openOf(made)).toEqual(['F1 100,00', 'F2 50,00']);
    expect(made.payments.map(({ kind }) => kind)).toEqual(['receipt', 'reject']);
    expect(made.allocations.some(({ basis }) => basis === 'reversal')).toBe(true);
  });

  test('opens again what the accounting had settled, and is one with its own entry', () => {
    const paid = [
      invoice('2026-01-05', 'F1', 10_000, { letter: 'A' }),
      receipt('2026-02-02', 10_000, 'VIR', { letter: 'A' }),
    ];
    const back = [confirmed('2026-02-09', -10_000)];
    const opened = interpret(factsOf({ lines: paid, receipts: back }));
    expect(openOf(opened)).toEqual(['F1 100,00']);
    const lines = [...paid, sentBack('2026-02-11', 10_000, 'REJET')];
    const both = interpret(factsOf({ lines, receipts: back, imports: [THE_YEAR] }));
    expect(both.payments).toHaveLength(2);
    expect(openOf(both)).toEqual(['F1 100,00']);
  });
});
