import { expect, test } from 'vitest';
import {
  endOfSemester,
  parseSemester,
  semesterOf,
  startOfSemester,
} from '../../../../src/shared/domain/interest/semester.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

test.each([
  ['2026-01-01', '2026-S1', '2026-01-01', '2026-06-30'],
  ['2026-06-30', '2026-S1', '2026-01-01', '2026-06-30'],
  ['2026-07-01', '2026-S2', '2026-07-01', '2026-12-31'],
  ['2024-02-29', '2024-S1', '2024-01-01', '2024-06-30'],
  ['2026-12-31', '2026-S2', '2026-07-01', '2026-12-31'],
])('%s is in %s, from %s to %s', (day, semester, start, end) => {
  const found = semesterOf(calendarDate(day));
  expect([found, startOfSemester(found), endOfSemester(found)]).toEqual([semester, start, end]);
});

test.each([
  ['2026-S2', '2026-S2'],
  ['2026-S3', null],
  ['0026-S1', null],
  ['2026', null],
  ['2026-S1 ', null],
])('« %s » reads as %s', (text, semester) => {
  expect(parseSemester(text)).toBe(semester);
});
