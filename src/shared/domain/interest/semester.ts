/**
 * A half-year of the calendar, written 2026-S1: the period for which French law fixes its rates
 * (C. com. L441-10 II, C. mon. fin. L313-2).
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, addMonths, calendarDate, partsOf } from '../../kernel/calendar-date.ts';

/** Sorts as time does. */
export type Semester = string & { readonly __brand: 'Semester' };

/** The half-year a day belongs to: January to June, or July to December. */
export function semesterOf(day: CalendarDate): Semester {
  return `${day.slice(0, 4)}-S${partsOf(day).month <= 6 ? 1 : 2}` as Semester;
}

/** Reads 2026-S2; null for anything else. */
export function parseSemester(text: string): Semester | null {
  return /^[1-9]\d{3}-S[12]$/.test(text) ? (text as Semester) : null;
}

/** 1 January or 1 July. */
export function startOfSemester(semester: Semester): CalendarDate {
  return calendarDate(`${semester.slice(0, 4)}-${semester.endsWith('1') ? '01' : '07'}-01`);
}

/** 30 June or 31 December. */
export function endOfSemester(semester: Semester): CalendarDate {
  return addDays(addMonths(startOfSemester(semester), 6), -1);
}
