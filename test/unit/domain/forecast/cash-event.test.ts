import { expect, test } from 'vitest';
import { eventShifts } from '../../../../src/shared/domain/forecast/cash-event.ts';
import { LATER, PLACES } from '../../../../src/shared/domain/forecast/expected-cash.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-25'); // weeks of 23/11, 30/11, 07/12 …
const flat = Array.from({ length: PLACES }, () => 7000);

const shiftsOf = (first: string, last: string, delayedBasisPoints: number) =>
  Object.fromEntries(
    eventShifts(
      flat,
      [{ firstDate: calendarDate(first), lastDate: calendarDate(last), delayedBasisPoints }],
      today,
    )
      .map((shift, place) => [place, shift] as const)
      .filter(([, shift]) => shift !== 0),
  );

test('an event of two whole weeks delays its share to the week after', () => {
  expect(shiftsOf('2026-11-30', '2026-12-13', 5000)).toEqual({ 1: -3500, 2: -3500, 3: 7000 });
});

test('a week covered in part gives in proportion of its days', () => {
  expect(shiftsOf('2026-12-03', '2026-12-06', 10_000)).toEqual({ 1: -4000, 2: 4000 });
});

test('an event that is over says nothing; one beyond the horizon delays to later', () => {
  expect(shiftsOf('2026-11-01', '2026-11-24', 10_000)).toEqual({});
  expect(shiftsOf('2027-05-17', '2027-08-31', 10_000)).toEqual({ 25: -7000, [LATER]: 7000 });
});

test('two events of one week delay no more than it holds', () => {
  const event = {
    firstDate: calendarDate('2026-11-30'),
    lastDate: calendarDate('2026-12-06'),
    delayedBasisPoints: 8000,
  };
  const shifts = eventShifts(flat, [event, event], today);
  expect(shifts[1]).toBe(-6720);
  expect(shifts[2]).toBe(6720);
});
