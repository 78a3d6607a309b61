import { expect, test } from 'vitest';
import { isPlausible, parseDateText } from '../../../../src/main/intake/date-text.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

test.each([
  ['20261231', '2026-12-31'],
  [' 20261231 ', '2026-12-31'],
  ['20261231.0', '2026-12-31'],
  ['2026-12-31', '2026-12-31'],
  ['2026/12/31', '2026-12-31'],
  ['2026-1-3', '2026-01-03'],
  ['31/12/2026', '2026-12-31'],
  ['31-12-2026', '2026-12-31'],
  ['31.12.2026', '2026-12-31'],
  ['3/1/2026', '2026-01-03'],
  ['31/12/26', '2026-12-31'],
  ['31/12/98', '1998-12-31'],
  ['31122026', '2026-12-31'],
  ['12052008', '2008-05-12'],
  ['2026-12-31T00:00:00', '2026-12-31'],
  ['31/12/2026 00:00', '2026-12-31'],
  ['31 décembre 2026', '2026-12-31'],
  ['1er février 2026', '2026-02-01'],
  ['31-déc-26', '2026-12-31'],
  ['15 août 2026', '2026-08-15'],
  ['3 juil. 2026', '2026-07-03'],
  ['3 juin 2026', '2026-06-03'],
  ['3 mars 2026', '2026-03-03'],
  ['3 mai 2026', '2026-05-03'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', null],
  ['20261331', null],
  ['31/04/2026', null],
  ['12/31/2026', null],
  ['99/99/9999', null],
  ['', null],
  ['demain', null],
  ['3 brumaire 2026', null],
  ['45000', null],
])('« %s » is the day %s', (text, day) => {
  expect(parseDateText(text)).toBe(day);
});

test('months come first only where the caller says so', () => {
  expect(parseDateText('03/04/2026')).toBe('2026-04-03');
  expect(parseDateText('03/04/2026', 'month_first')).toBe('2026-03-04');
});

test.each([
  ['1900-01-01', false],
  ['0098-03-01', false],
  ['1979-12-31', false],
  ['1980-01-01', true],
  ['2079-12-31', true],
  ['2080-01-01', false],
  ['2099-12-31', false],
])('%s is a day of business: %s', (day, expected) => {
  expect(isPlausible(calendarDate(day))).toBe(expected);
});
