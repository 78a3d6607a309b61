import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  parseCalendarDate,
  partsOf,
  weekdayOf,
} from '../../../src/shared/kernel/calendar-date.ts';

const DAY_MS = 86_400_000;
const FIRST = dayNumberOf(calendarDate('0001-01-01'));
const LAST = dayNumberOf(calendarDate('9999-12-31'));
const dayNumbers = fc.integer({ min: FIRST, max: LAST });

test('civil arithmetic agrees with the UTC calendar of the runtime, years 1 to 9999', () => {
  fc.assert(
    fc.property(dayNumbers, (number) => {
      const utc = new Date(number * DAY_MS);
      expect(dateOfDayNumber(number)).toBe(utc.toISOString().slice(0, 10));
      expect(dayNumberOf(dateOfDayNumber(number))).toBe(number);
      expect(weekdayOf(dateOfDayNumber(number)) % 7).toBe(utc.getUTCDay());
    }),
    { numRuns: 1000 },
  );
});

test('days in text order are in time order, and what is written reads back', () => {
  fc.assert(
    fc.property(dayNumbers, dayNumbers, (a, b) => {
      const [first, second] = [dateOfDayNumber(a), dateOfDayNumber(b)];
      expect(first < second).toBe(a < b);
      expect(daysBetween(first, second)).toBe(b - a);
      expect(parseCalendarDate(first)).toBe(first);
    }),
  );
});

test('adding days then taking them away changes nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: -5000, max: 5000 }),
      (number, count) => {
        const day = dateOfDayNumber(number);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      },
    ),
  );
});

test('months later keep the day number, or take the last day of a shorter month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: -600, max: 600 }),
      (number, count) => {
        const from = partsOf(dateOfDayNumber(number));
        const to = partsOf(addMonths(dateOfDayNumber(number), count));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
        expect(to.day).toBeLessThanOrEqual(from.day);
        if (to.day < from.day) {
          const { year, month, day } = to;
          expect(parseCalendarDate(`${year}-${month}-${day + 1}`)).toBeNull();
        }
      },
    ),
  );
});
