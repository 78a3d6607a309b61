/** Moments and counts as the imports write them. */
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { dayOf, minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import { useLanguage } from '../../parts/reader.tsx';

const ZONE = 'Europe/Paris';

/** `20/11/2026 09:05`, on the clock of France. */
export function writeMoment(moment: Instant): string {
  const minutes = minuteOfDayOf(moment, ZONE);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${writeDayOf(moment)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function writeDayOf(moment: Instant): string {
  return formatDate(dayOf(moment, ZONE));
}

export function useCount(): (value: number) => string {
  const language = useLanguage();
  return (value) => formatCount(value, { language });
}
