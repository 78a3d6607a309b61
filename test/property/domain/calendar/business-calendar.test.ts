import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBusinessDays,
  businessCalendar,
  businessDaysBetween,
  easterOf,
  isBusinessDay,
} from '../../../../src/shared/domain/calendar/business-calendar.ts';
import {
  addDays,
  dateOfDayNumber,
  weekdayOf,
} from '../../../../src/shared/kernel/calendar-date.ts';

const calendars = fc
  .boolean()
  .map((hasAlsaceMoselle) => businessCalendar({ hasAlsaceMoselle, closedDays: [] }));
const days = fc.integer({ min: 10_000, max: 40_000 }).map(dateOfDayNumber);

test('counting is the sum over the days between, one by one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 900 }), calendars, (from, count, calendar) => {
      const to = addDays(from, count);
      let expected = 0;
      for (let step = 1; step <= count; step += 1) {
        if (isBusinessDay(addDays(from, step), calendar)) expected += 1;
      }
      expect(businessDaysBetween(from, to, calendar)).toBe(expected);
      expect(businessDaysBetween(to, from, calendar) + expected).toBe(0);
    }),
  );
});

test('adding working days is undone by counting them, and lands on one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 300 }), calendars, (from, count, calendar) => {
      const to = addBusinessDays(from, count, calendar);
      expect(isBusinessDay(to, calendar)).toBe(true);
      expect(businessDaysBetween(from, to, calendar)).toBe(count);
    }),
  );
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
      const easter = easterOf(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }),
  );
});
