import { expect, test } from 'vitest';
import { businessCalendar } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import {
  CALL_LIMIT_DEFAULTS,
  callAttempts,
  callWarnings,
} from '../../../../src/shared/domain/contact-log/call-limits.ts';
import type { ContactLogEntry } from '../../../../src/shared/domain/contact-log/contact-state.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const calendar = businessCalendar();
const at = (day: string, hour: number) => ({
  today: calendarDate(day),
  minuteOfDay: hour * 60,
  calendar,
});

// Monday 23 November 2026; Saturday 21; Wednesday 11 is a holiday.
const moments = [
  ['2026-11-23', 9, []],
  ['2026-11-23', 18.9, []],
  ['2026-11-23', 8.9, ['outside_hours']],
  ['2026-11-23', 19, ['outside_hours']],
  ['2026-11-21', 10, ['closed_day']],
  ['2026-11-11', 10, ['closed_day']],
] as const;
test.each(moments)('%s at %d h: %j', (day, hour, expected) => {
  const none = { today: 0, week: 0 };
  expect(callWarnings(none, false, CALL_LIMIT_DEFAULTS, at(day, hour))).toEqual(expected);
});

const caps = [
  // consumer, today, week, warned of
  [false, 2, 5, []],
  [false, 3, 3, ['day_cap']],
  [false, 0, 6, ['week_cap']],
  [true, 0, 2, []],
  [true, 1, 1, ['day_cap']],
  [true, 1, 3, ['day_cap', 'week_cap']],
] as const;
test.each(caps)(
  'a consumer: %j, %d today, %d this week: %j',
  (isConsumer, today, week, expected) => {
    const warned = callWarnings(
      { today, week },
      isConsumer,
      CALL_LIMIT_DEFAULTS,
      at('2026-11-23', 10),
    );
    expect(warned).toEqual(expected);
  },
);

test('attempts are calls made in seven days; to a consumer every message counts', () => {
  const entry = (day: string, more: Partial<ContactLogEntry> = {}): ContactLogEntry => ({
    day: calendarDate(day),
    channel: 'phone',
    direction: 'out',
    outcome: 'voicemail',
    outcomeDate: null,
    ...more,
  });
  const entries = [
    entry('2026-11-16'),
    entry('2026-11-17'),
    entry('2026-11-20', { channel: 'sms' }),
    entry('2026-11-23'),
    entry('2026-11-23', { direction: 'in' }),
  ];
  const today = calendarDate('2026-11-23');
  expect(callAttempts(entries, false, today)).toEqual({ today: 1, week: 2 });
  expect(callAttempts(entries, true, today)).toEqual({ today: 1, week: 3 });
});
