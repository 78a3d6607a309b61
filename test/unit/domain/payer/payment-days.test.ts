import { describe, expect, test } from 'vitest';
import {
  lastPaymentDay,
  nextPaymentDay,
  paymentDaysOf,
} from '../../../../src/shared/domain/payer/payment-days.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { france, MONDAY } from '../../../support/open-items.ts';

const dates = (...texts: string[]) => texts.map(calendarDate);
const of = (texts: readonly string[]) => paymentDaysOf(dates(...texts), MONDAY, france);

describe('known payment days', () => {
  test('are seen through week-ends, holidays and the day that the bank takes', () => {
    // 10 May, 25 October are Sundays, 25 July a Saturday, 10 October a Saturday.
    const receipts = [
      '2026-05-11',
      '2026-05-26', // Whit Monday is the 25th
      '2026-06-10',
      '2026-06-25',
      '2026-07-10',
      '2026-07-27',
      '2026-09-11',
      '2026-10-12',
      '2026-10-26',
      '2026-11-10',
    ];
    expect(of(receipts)).toEqual([10, 25]);
  });

  test('may be one day of the month, the last one being 31', () => {
    expect(of(['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-11-02'])).toEqual([
      31,
    ]);
    expect(of(['2026-06-15', '2026-07-15', '2026-09-15', '2026-10-15'])).toEqual([15]);
  });

  test('bear one stray receipt in five', () => {
    const fifteenth = ['2026-06-15', '2026-07-15', '2026-09-15', '2026-10-15'];
    expect(of([...fifteenth, '2026-08-04'])).toEqual([15]);
    expect(of([...fifteenth, '2026-08-04', '2026-08-21'])).toEqual([]);
  });

  test('are none for who pays on any day', () => {
    const days = Array.from({ length: 40 }, (_, index) => addDays(MONDAY, -9 * index));
    expect(paymentDaysOf(days, MONDAY, france)).toEqual([]);
  });

  test('are none with two days that leave more than one receipt in five', () => {
    const tenth = ['2026-05-11', '2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10'];
    const twentieth = ['2026-05-20', '2026-07-20', '2026-10-20'];
    expect(of([...tenth, ...twentieth])).toEqual([10, 20]);
    expect(of([...tenth, ...twentieth, '2026-06-03', '2026-08-27', '2026-09-29'])).toEqual([]);
  });

  test('are none with three days of the month', () => {
    const months = ['2026-05', '2026-06', '2026-07', '2026-09'];
    expect(of(months.flatMap((month) => [`${month}-05`, `${month}-13`, `${month}-22`]))).toEqual(
      [],
    );
  });

  test('need four receipts of the last twelve months, on four days, in three months', () => {
    expect(of(['2026-09-10', '2026-10-12', '2026-11-10'])).toEqual([]);
    expect(of(['2025-09-10', '2025-10-10', '2025-11-10', '2026-02-10'])).toEqual([]);
    expect(of(['2026-09-10', '2026-09-10', '2026-10-12', '2026-11-10'])).toEqual([]);
    expect(of(['2026-10-12', '2026-10-13', '2026-11-10', '2026-11-12'])).toEqual([]);
  });
});

describe('the next payment day', () => {
  test.each([
    [[10, 25], '2026-11-20', '2026-11-25'],
    [[10, 25], '2026-11-25', '2026-12-10'],
    [[10, 25], '2026-12-25', '2026-12-28'], // Christmas, a Friday
    [[31], '2026-02-27', '2026-03-02'], // 28 February is a Saturday
    [[31], '2026-03-01', '2026-03-02'], // the run of February, moved
    [[5], '2026-11-20', '2026-12-07'],
  ])('of %j after %s is %s', (days, after, expected) => {
    expect(nextPaymentDay(days, calendarDate(after), france)).toBe(expected);
  });

  test('is none without a habit', () => {
    expect(nextPaymentDay([], MONDAY, france)).toBeNull();
  });
});

describe('the last payment day', () => {
  test.each([
    [[10, 25], '2026-11-26', '2026-11-25'],
    [[10, 25], '2026-11-25', '2026-11-25'],
    [[10, 25], '2026-11-24', '2026-11-10'],
    [[31], '2026-03-02', '2026-03-02'],
    [[31], '2026-03-01', '2026-02-02'], // 31 January, a Saturday, moved
    [[28], '2026-11-02', '2026-10-28'],
  ])('of %j up to %s is %s', (days, upTo, expected) => {
    expect(lastPaymentDay(days, calendarDate(upTo), france)).toBe(expected);
  });

  test('is none without a habit', () => {
    expect(lastPaymentDay([], MONDAY, france)).toBeNull();
  });
});
