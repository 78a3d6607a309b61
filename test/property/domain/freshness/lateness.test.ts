import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import { certainUpTo } from '../../../../src/shared/domain/freshness/lateness.ts';
import { addDays, dateOfDayNumber } from '../../../../src/shared/kernel/calendar-date.ts';
import { france } from '../../../support/open-items.ts';

test('a due date is surely unpaid exactly when its grace is not after the bank date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20_000, max: 22_000 }).map(dateOfDayNumber),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: -25, max: 5 }),
      (bankDate, grace, shift) => {
        const due = addDays(bankDate, shift);
        const isCertain = addBusinessDays(due, grace, france) <= bankDate;
        expect(due <= certainUpTo(bankDate, grace, france)).toBe(isCertain);
      },
    ),
  );
});
