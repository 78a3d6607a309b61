import { describe, expect, test } from 'vitest';
import {
  chargesOf,
  debtorKindOf,
  messageChargesOf,
} from '../../../../src/shared/domain/interest/charges.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { circumstances, lateInvoice, moved } from '../../../support/late-invoices.ts';
import { euros } from '../../../support/open-items.ts';

const freeze = (day: string) => ({ decision: 'freeze', untilDate: calendarDate(day) }) as const;
const second = { receivableId: 2, documentNumber: 'F2' };

describe('an invoice of 12 000 € 75 days late', () => {
  const charges = chargesOf([lateInvoice()], circumstances());

  test('adds 303,29 € of interest and 40 €: 343,29 €', () => {
    expect(charges).toMatchObject({
      interestCents: 30_329,
      feeCents: 4000,
      feeCount: 1,
      computedTo: '2026-08-14',
      missing: [],
    });
    expect(charges.interestCents + charges.feeCents).toBe(34_329);
  });

  test('says its rates in the order of time', () => {
    expect(charges.rates.map(({ semester, basisPoints }) => [semester, basisPoints])).toEqual([
      ['2026-S1', 1215],
      ['2026-S2', 1240],
    ]);
  });

  test('whatever the order of the invoices, and of what is asked for only', () => {
    const recent = lateInvoice({ ...second, dueDate: calendarDate('2026-07-31') });
    const waived = lateInvoice({
      dueDate: calendarDate('2025-12-01'),
      decision: { decision: 'waive' },
    });
    const { rates } = chargesOf([recent, waived, lateInvoice()], circumstances());
    expect(rates.map(({ semester }) => semester)).toEqual(['2026-S1', '2026-S2']);
  });

  test('states in a message what it adds, and the whole', () => {
    expect(messageChargesOf(charges, euros(12_000), '12,15 %')).toEqual({
      interestCents: 30_329,
      rateLabel: '12,15 %',
      indemnityCents: 4000,
      indemnityCount: 1,
      computedTo: '2026-08-14',
      totalCents: 1_234_329,
    });
  });
});

describe('the 40 €', () => {
  const instalments = [lateInvoice(), lateInvoice({ receivableId: 2 })];

  test('count once an invoice, whatever its instalments', () => {
    const charges = chargesOf(instalments, circumstances());
    expect(charges).toMatchObject({ feeCents: 4000, feeCount: 1 });
    expect(charges.items.map(({ noFee }) => noFee)).toEqual([null, 'counted_with_invoice']);
  });

  test('count by late instalment where so set', () => {
    const charges = chargesOf(
      instalments,
      circumstances({ settings: { recoveryFeePer: 'instalment' } }),
    );
    expect(charges).toMatchObject({ feeCents: 8000, feeCount: 2 });
  });

  test('of an instalment not late are counted with the late one', () => {
    const [first] = instalments;
    const notDue = lateInvoice({ receivableId: 3, dueDate: calendarDate('2026-12-31') });
    const charges = chargesOf(first === undefined ? [] : [notDue, first], circumstances());
    expect(charges.items.map(({ noFee }) => noFee)).toEqual(['not_late', null]);
  });

  test('of one number under two accounts are two', () => {
    const items = [lateInvoice(), lateInvoice({ customerCode: 'C2' })];
    expect(chargesOf(items, circumstances()).feeCount).toBe(2);
  });

  test('are the same 40 € however often they are computed', () => {
    const once = chargesOf(instalments, circumstances());
    expect(chargesOf(instalments, circumstances())).toEqual(once);
  });
});

describe('what was decided of an item', () => {
  test('waived: nothing is asked for, and what it would be is still known', () => {
    const waived = lateInvoice({ decision: { decision: 'waive' } });
    const charges = chargesOf([waived, lateInvoice(second)], circumstances());
    expect(charges).toMatchObject({ interestCents: 30_329, feeCount: 1 });
    expect(charges.items[0]).toMatchObject({
      decision: 'waive',
      interestCents: 0,
      feeCents: 0,
      noFee: 'waived',
      interest: { accruedCents: 30_329 },
    });
  });

  test('frozen: interest stops on its day, the 40 € stay', () => {
    const frozen = lateInvoice({ decision: freeze('2026-06-20') });
    expect(chargesOf([frozen], circumstances())).toMatchObject({
      interestCents: 7989,
      feeCents: 4000,
    });
  });

  test('a freeze to come stops nothing yet', () => {
    const frozen = lateInvoice({ decision: freeze('2026-12-31') });
    expect(chargesOf([frozen], circumstances()).interestCents).toBe(30_329);
  });

  test('frozen in time: nothing ran', () => {
    const frozen = lateInvoice({ decision: freeze('2026-05-31') });
    expect(chargesOf([frozen], circumstances()).items[0]?.interest?.none).toBe('not_late');
  });

  test('nothing: the settings say, and a person wins over them', () => {
    const context = circumstances({ settings: { byDefault: 'waive' } });
    expect(chargesOf([lateInvoice()], context)).toMatchObject({ interestCents: 0, feeCents: 0 });
    const claimed = lateInvoice({ decision: { decision: 'claim' } });
    expect(chargesOf([claimed], context).interestCents).toBe(30_329);
  });
});

describe('a rate that nobody gave', () => {
  const old = lateInvoice({ movements: [moved('2026-08-14', euros(12_000))] });
  const recent = lateInvoice({ ...second, dueDate: calendarDate('2026-12-20') });
  const context = circumstances({ upTo: '2027-01-10' });

  test('blocks the interest of the whole set, not the 40 €', () => {
    const charges = chargesOf([old, recent, recent], context);
    expect(charges).toMatchObject({
      interestCents: 0,
      feeCents: 8000,
      rates: [],
      missing: [{ code: 'rate_missing', semester: '2027-S1', kind: 'refinancing' }],
    });
    expect(charges.items.map(({ interestCents }) => interestCents)).toEqual([0, 0, 0]);
    expect(charges.items[1]?.interest).toBeNull();
  });

  test('does not block for an item waived, or frozen before it', () => {
    const waived = { ...recent, decision: { decision: 'waive' } } as const;
    const frozen = { ...recent, decision: freeze('2026-12-31') };
    expect(chargesOf([old, waived], context)).toMatchObject({ interestCents: 30_329, missing: [] });
    expect(chargesOf([frozen], context)).toMatchObject({ interestCents: 4484, missing: [] });
  });
});

describe('a message that asks for nothing more', () => {
  test('of a consumer before the formal notice states no charges', () => {
    const charges = chargesOf([lateInvoice()], circumstances({ debtor: { kind: 'consumer' } }));
    expect(messageChargesOf(charges, euros(12_000), '')).toBeNull();
  });

  test('with interest alone still states them', () => {
    const warned = lateInvoice({ formalNoticeOn: calendarDate('2026-06-10') });
    const charges = chargesOf([warned], circumstances({ debtor: { kind: 'consumer' } }));
    expect(messageChargesOf(charges, euros(12_000), '2,62 %')).toMatchObject({
      interestCents: 5791,
      indemnityCents: 0,
      indemnityCount: 0,
      totalCents: 1_205_791,
    });
  });

  test('of no item at all', () => {
    expect(messageChargesOf(chargesOf([], circumstances()), 0, '')).toBeNull();
  });
});

test('a customer is a business unless his profile says public or consumer', () => {
  const profiles = [
    null,
    'key_account',
    'sme',
    'sole_trader',
    'group',
    'public',
    'consumer',
  ] as const;
  expect(profiles.map(debtorKindOf)).toEqual([
    ...Array.from({ length: 5 }, () => 'professional'),
    'public',
    'consumer',
  ]);
});
