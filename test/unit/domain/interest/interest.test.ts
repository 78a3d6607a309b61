import { describe, expect, test } from 'vitest';
import {
  hasBeenLate,
  latePaymentInterest,
} from '../../../../src/shared/domain/interest/interest.ts';
import type { Semester } from '../../../../src/shared/domain/interest/semester.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  circumstances,
  interestOn,
  lateInvoice,
  moved,
  toldSegments,
} from '../../../support/late-invoices.ts';
import { euros } from '../../../support/open-items.ts';

const due = (day: string) => ({ dueDate: calendarDate(day) });

describe('12 000 € due on 31 May 2026, paid on 14 August', () => {
  const paid = { movements: [moved('2026-08-14', euros(12_000))] };

  test('ECB + 10, each semester at its own rate: 303,29 €', () => {
    const interest = interestOn(paid, { upTo: '2026-11-23' });
    expect(toldSegments(interest)).toEqual([
      '30 j × 12000 € à 12.15 % = 119.84',
      '45 j × 12000 € à 12.4 % = 183.45',
    ]);
    expect(interest).toMatchObject({ accruedCents: 30_329, principalLeftCents: 0, none: null });
    expect(interest.segments.map(({ from, to }) => [from, to])).toEqual([
      ['2026-06-01', '2026-06-30'],
      ['2026-07-01', '2026-08-14'],
    ]);
  });

  test('a rate of 8,25 % in the conditions: 203,42 €', () => {
    const settings = { mode: 'contractual', contractualBasisPoints: 825 } as const;
    const interest = interestOn(paid, { upTo: '2026-11-23', settings });
    expect(interest.segments.map(({ amountCents }) => amountCents)).toEqual([8137, 12_205]);
    expect(interest.accruedCents).toBe(20_342);
  });

  test('by a public buyer, the rate of the first semester throughout: 250,27 €', () => {
    const interest = interestOn(paid, { upTo: '2026-11-23', debtor: { kind: 'public' } });
    expect(toldSegments(interest)).toEqual(['75 j × 12000 € à 10.15 % = 250.27']);
  });
});

describe('the days', () => {
  test.each([
    ['on the due date', '2026-05-31', 'not_late', 0],
    ['the day after, the first day counted', '2026-06-01', null, 399],
    ['before the due date', '2026-05-01', 'not_late', 0],
  ])('%s', (_, upTo, none, accruedCents) => {
    expect(interestOn({}, { upTo })).toMatchObject({ none, accruedCents });
  });

  test('paid on the due date owes nothing', () => {
    const movements = [moved('2026-05-31', euros(12_000))];
    expect(interestOn({ movements })).toMatchObject({ none: 'not_late', accruedCents: 0 });
  });

  test('an old invoice crosses six semesters, each at its own rate', () => {
    const interest = interestOn({ ...due('2024-03-31'), amountCents: euros(1000) });
    expect(toldSegments(interest)).toEqual([
      '91 j × 1000 € à 14.5 % = 36.15',
      '184 j × 1000 € à 14.25 % = 71.84',
      '181 j × 1000 € à 13.15 % = 65.21',
      '184 j × 1000 € à 12.15 % = 61.25',
      '181 j × 1000 € à 12.15 % = 60.25',
      '45 j × 1000 € à 12.4 % = 15.29',
    ]);
    expect(interest.accruedCents).toBe(30_999);
  });

  test('halves of a cent are rounded up, a segment at a time', () => {
    const interest = interestOn(
      { ...due('2023-03-01'), amountCents: euros(365) },
      { upTo: '2023-03-02' },
    );
    expect(toldSegments(interest)).toEqual(['1 j × 365 € à 12.5 % = 0.13']);
  });
});

describe('a leap year', () => {
  const late = { ...due('2024-03-01'), amountCents: euros(10_000) };
  const upTo = '2024-04-30';

  test('counts 365 days unless days are counted exactly', () => {
    expect(toldSegments(interestOn(late, { upTo }))).toEqual(['60 j × 10000 € à 14.5 % = 238.36']);
    const exact = interestOn(late, { upTo, settings: { dayCount: 'exact' } });
    expect(toldSegments(exact)).toEqual(['60 j × 10000 € à 14.5 % = 237.7']);
    expect(exact.segments[0]?.yearDays).toBe(366);
  });

  test('29 February is a day like another', () => {
    const item = { ...due('2024-02-28'), amountCents: euros(10_000) };
    expect(interestOn(item, { upTo: '2024-03-01' }).segments[0]?.days).toBe(2);
  });

  test('counted exactly, a public buyer’s one rate is cut at the end of the year', () => {
    const item = { ...due('2023-12-01'), amountCents: euros(10_000) };
    const part = { upTo: '2024-03-15', debtor: { kind: 'public' } } as const;
    expect(toldSegments(interestOn(item, part))).toEqual(['105 j × 10000 € à 12 % = 345.21']);
    expect(toldSegments(interestOn(item, { ...part, settings: { dayCount: 'exact' } }))).toEqual([
      '30 j × 10000 € à 12 % = 98.63',
      '75 j × 10000 € à 12 % = 245.9',
    ]);
  });
});

describe('what moves the balance', () => {
  test('a part payment: its day still counts on the former balance', () => {
    const interest = interestOn({ movements: [moved('2026-06-15', euros(5000))] });
    expect(toldSegments(interest)).toEqual([
      '15 j × 12000 € à 12.15 % = 59.92',
      '15 j × 7000 € à 12.15 % = 34.95',
      '45 j × 7000 € à 12.4 % = 107.01',
    ]);
    expect(interest).toMatchObject({ principalLeftCents: euros(7000), paidCents: 0 });
  });

  test('a credit note reduces the principal from its day', () => {
    const interest = interestOn({ movements: [moved('2026-07-14', euros(3000), 'credit_note')] });
    expect(toldSegments(interest)).toEqual([
      '30 j × 12000 € à 12.15 % = 119.84',
      '14 j × 12000 € à 12.4 % = 57.07',
      '31 j × 9000 € à 12.4 % = 94.78',
    ]);
  });

  test('what came before the due date was never late', () => {
    const movements = [
      moved('2026-05-02', euros(5000)),
      moved('2026-05-31', euros(3000), 'credit_note'),
    ];
    expect(interestOn({ movements }, { upTo: '2026-06-30' })).toMatchObject({
      segments: [{ days: 30, balanceCents: euros(4000) }],
    });
  });

  test('a credit note of the whole invoice leaves nothing that was ever owed', () => {
    const movements = [moved('2026-07-14', euros(12_000), 'credit_note')];
    expect(interestOn({ movements })).toMatchObject({ none: 'cancelled', segments: [] });
    expect(interestOn({ movements }, { upTo: '2026-07-01' }).none).toBeNull();
  });

  test('a rejected payment puts the debt back', () => {
    const movements = [moved('2026-06-15', euros(12_000)), moved('2026-06-25', euros(-12_000))];
    expect(toldSegments(interestOn({ movements }))).toEqual([
      '15 j × 12000 € à 12.15 % = 59.92',
      '5 j × 12000 € à 12.15 % = 19.97',
      '45 j × 12000 € à 12.4 % = 183.45',
    ]);
  });

  test('more than owed bears nothing, and nothing is owed to the customer', () => {
    const interest = interestOn({ movements: [moved('2026-06-01', euros(13_000))] });
    expect(toldSegments(interest)).toEqual(['1 j × 12000 € à 12.15 % = 3.99']);
    expect(interest.principalLeftCents).toBe(0);
  });

  test('what comes after the day counted is not known yet', () => {
    const interest = interestOn(
      { movements: [moved('2026-06-15', euros(12_000))] },
      { upTo: '2026-06-10' },
    );
    expect(interest).toMatchObject({ principalLeftCents: euros(12_000) });
    expect(interest.segments[0]?.days).toBe(10);
  });
});

describe('payments that go to interest first (C. civ. 1343-1)', () => {
  const settings = { imputation: 'interest_first' } as const;

  test('leave more principal, which bears interest', () => {
    const interest = interestOn({ movements: [moved('2026-06-15', euros(5000))] }, { settings });
    expect(toldSegments(interest)).toEqual([
      '15 j × 12000 € à 12.15 % = 59.92',
      '15 j × 7059.92 € à 12.15 % = 35.25',
      '45 j × 7059.92 € à 12.4 % = 107.93',
    ]);
    expect(interest).toMatchObject({
      accruedCents: 20_310,
      paidCents: 5992,
      principalLeftCents: 705_992,
    });
  });

  test('what is left in all is the books’ residue and the interest, either way', () => {
    const { accruedCents, paidCents, principalLeftCents } = interestOn(
      { movements: [moved('2026-06-15', euros(5000))] },
      { settings },
    );
    expect(principalLeftCents + accruedCents - paidCents).toBe(euros(7000) + accruedCents);
  });

  test('a credit note pays no interest', () => {
    const interest = interestOn(
      { movements: [moved('2026-06-15', euros(5000), 'credit_note')] },
      { settings },
    );
    expect(interest).toMatchObject({ paidCents: 0, principalLeftCents: euros(7000) });
  });

  test('before the due date a payment finds no interest', () => {
    const movements = [moved('2026-05-15', euros(5000))];
    expect(interestOn({ movements }, { settings })).toMatchObject({
      paidCents: 0,
      principalLeftCents: euros(7000),
    });
  });

  test('a payment and its rejection leave nothing behind', () => {
    const interest = interestOn(
      { movements: [moved('2026-06-15', euros(5000)), moved('2026-06-20', euros(-5000))] },
      { settings },
    );
    expect(interest).toMatchObject({ paidCents: 0, principalLeftCents: euros(12_000) });
  });

  test('a part taken back comes off the principal covered first', () => {
    const interest = interestOn(
      { movements: [moved('2026-06-15', euros(5000)), moved('2026-06-20', euros(-1000))] },
      { settings },
    );
    expect(interest).toMatchObject({ paidCents: 5992, principalLeftCents: 805_992 });
  });
});

describe('a consumer', () => {
  const debtor = { kind: 'consumer' } as const;
  const warned = (day: string) => ({ formalNoticeOn: calendarDate(day) });

  test('owes the legal rate from the formal notice on', () => {
    expect(toldSegments(interestOn(warned('2026-06-10'), { debtor }))).toEqual([
      '20 j × 12000 € à 2.62 % = 17.23',
      '45 j × 12000 € à 2.75 % = 40.68',
    ]);
  });

  test('owes none before any formal notice', () => {
    const none = interestOn({}, { debtor });
    expect(none).toMatchObject({ none: 'no_formal_notice', accruedCents: 0 });
  });

  test('owes none before the due date, were the notice earlier', () => {
    expect(interestOn(warned('2026-05-01'), { debtor }).segments[0]?.from).toBe('2026-06-01');
  });
});

describe('a public buyer', () => {
  test('has thirty days from receipt when the due date falls before them', () => {
    const item = { receivedOn: calendarDate('2026-05-20') };
    const interest = interestOn(item, { debtor: { kind: 'public' } });
    expect(toldSegments(interest)).toEqual(['56 j × 12000 € à 10.15 % = 186.87']);
    expect(interest.segments[0]?.from).toBe('2026-06-20');
  });

  test('has no less than the due date', () => {
    const item = { receivedOn: calendarDate('2026-04-01') };
    expect(interestOn(item, { debtor: { kind: 'public' } }).segments[0]?.from).toBe('2026-06-01');
  });

  test('keeps the first rate after a part payment in the next semester', () => {
    const item = { movements: [moved('2026-07-31', euros(2000))] };
    const interest = interestOn(item, { debtor: { kind: 'public' } });
    expect(interest.segments.map(({ rate }) => rate.basisPoints)).toEqual([1015, 1015]);
  });

  test('due on the last day of a semester, interest begins in the next', () => {
    const interest = interestOn(due('2026-06-30'), { debtor: { kind: 'public' } });
    expect(interest.segments[0]?.rate.basisPoints).toBe(1040);
  });
});

describe('insolvency proceedings stop interest on their eve', () => {
  test('judgment of 11 July: the last day is the 10th', () => {
    const interest = interestOn({}, { debtor: { insolvencyOn: calendarDate('2026-07-11') } });
    expect(toldSegments(interest)).toEqual([
      '30 j × 12000 € à 12.15 % = 119.84',
      '10 j × 12000 € à 12.4 % = 40.77',
    ]);
  });

  test('judgment before the due date: none', () => {
    const debtor = { insolvencyOn: calendarDate('2026-05-20') };
    expect(interestOn({}, { debtor })).toMatchObject({ none: 'not_late' });
  });
});

describe('what bears no interest', () => {
  test.each([
    ['a credit note', { kind: 'credit_note', amountCents: euros(-100) }, {}, 'not_chargeable'],
    ['a fee', { kind: 'fee' }, {}, 'not_chargeable'],
    ['an invoice of nothing', { amountCents: 0 }, {}, 'not_chargeable'],
    ['an opening without a date', { kind: 'opening', dueDate: null }, {}, 'no_due_date'],
    ['a contract under another law', {}, { law: 'foreign' }, 'foreign_law'],
  ] as const)('%s', (_, item, debtor, none) => {
    expect(interestOn(item, { debtor })).toMatchObject({ none, accruedCents: 0, segments: [] });
    expect(hasBeenLate(lateInvoice(item), circumstances({ debtor }))).toBe(false);
  });

  test('its principal is still told', () => {
    const item = { kind: 'fee', movements: [moved('2026-06-01', euros(2000))] } as const;
    expect(interestOn(item).principalLeftCents).toBe(euros(10_000));
  });
});

describe('a rate that nobody gave', () => {
  test('refuses the interest and names each rate once', () => {
    const item = lateInvoice({
      ...due('2026-12-15'),
      movements: [moved('2027-02-01', euros(1000)), moved('2027-03-01', euros(1000))],
    });
    expect(latePaymentInterest(item, circumstances({ upTo: '2027-07-15' }))).toEqual({
      isDone: false,
      refusal: [
        { code: 'rate_missing', semester: '2027-S1', kind: 'refinancing' },
        { code: 'rate_missing', semester: '2027-S2', kind: 'refinancing' },
      ],
    });
  });

  test('is given by typing it', () => {
    const typed = [
      { semester: '2027-S1' as Semester, kind: 'refinancing', basisPoints: 200 },
    ] as const;
    const interest = interestOn(due('2026-12-31'), { upTo: '2027-01-31', typed });
    expect(toldSegments(interest)).toEqual(['31 j × 12000 € à 12 % = 122.3']);
  });

  test('matters not when nothing was owed any more in its semester', () => {
    const item = { ...due('2026-12-15'), movements: [moved('2026-12-31', euros(12_000))] };
    expect(interestOn(item, { upTo: '2027-07-15' }).segments[0]?.days).toBe(16);
  });

  test('nor does the conditions’ rate, never typed, go unsaid', () => {
    const context = circumstances({ settings: { mode: 'contractual' } });
    expect(latePaymentInterest(lateInvoice(), context)).toEqual({
      isDone: false,
      refusal: [{ code: 'contract_rate_missing' }],
    });
  });
});

describe('an item has been late', () => {
  test.each([
    ['unpaid the day after', [], '2026-06-01', true],
    ['unpaid on the due date', [], '2026-05-31', false],
    ['paid late, wholly', [moved('2026-06-01', euros(12_000))], '2026-08-14', true],
    ['paid in time', [moved('2026-05-31', euros(12_000))], '2026-08-14', false],
    ['paid in time but for a cent', [moved('2026-05-30', euros(12_000) - 1)], '2026-06-01', true],
    [
      'paid in time, then rejected',
      [moved('2026-05-31', euros(12_000)), moved('2026-06-05', euros(-12_000))],
      '2026-08-14',
      true,
    ],
    [
      'rejected and paid again on the same day',
      [
        moved('2026-05-31', euros(12_000)),
        moved('2026-06-05', euros(-12_000)),
        moved('2026-06-05', euros(12_000)),
      ],
      '2026-08-14',
      false,
    ],
  ])('%s', (_, movements, upTo, isLate) => {
    expect(hasBeenLate(lateInvoice({ movements }), circumstances({ upTo }))).toBe(isLate);
  });
});
