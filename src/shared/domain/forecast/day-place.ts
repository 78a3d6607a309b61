/** Weekday and day of the month of a day number, asked for millions of days. */
import { dateOfDayNumber, partsOf } from '../../kernel/calendar-date.ts';

/** 0 for Monday to 6 for Sunday. */
export function weekdayPlace(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const monthDays = new Map<number, number>();

/** 0 for the first of the month to 30. */
export function monthDayPlace(day: number): number {
  const known = monthDays.get(day);
  if (known !== undefined) return known;
  const place = partsOf(dateOfDayNumber(day)).day - 1;
  monthDays.set(day, place);
  return place;
}
