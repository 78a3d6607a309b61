/**
 * A moment in the application's own records (an import, a backup), on the clock of France.
 *
 *     writeMoment(row.importedAt)     20/11/2026 09:05
 *     writeDayOf(row.undoneAt)        20/11/2026
 */
import { formatDate } from '../../shared/format/date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { dayOf, minuteOfDayOf } from '../../shared/kernel/time-zone.ts';

const ZONE = 'Europe/Paris';

export function writeMoment(moment: Instant): string {
  const minutes = minuteOfDayOf(moment, ZONE);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${writeDayOf(moment)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function writeDayOf(moment: Instant): string {
  return formatDate(dayOf(moment, ZONE));
}
