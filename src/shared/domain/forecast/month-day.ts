/** The day of the month of a day number, 0 to 30: asked for millions of days. */
import { dateOfDayNumber, partsOf } from '../../kernel/calendar-date.ts';

const known = new Map<number, number>();

export function monthDayPlace(day: number): number {
  const found = known.get(day);
  if (found !== undefined) return found;
  const place = partsOf(dateOfDayNumber(day)).day - 1;
  known.set(day, place);
  return place;
}
