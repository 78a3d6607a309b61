/**
 * A day, the only way a screen writes one.
 *
 *     <DateText date={row.dueDate} />                  03/03/2026
 *     <DateText date={row.dueDate} form="day" />       3 mars   (the year only when another one)
 *     <DateText date={row.dueDate} form="weekday" />   mar. 3 mars
 *     <DateText date={null} />                         –
 */
import { formatDate, formatDay, formatWeekday } from '../../shared/format/date.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import { useLanguage, useText, useToday } from './reader.tsx';

export function DateText(props: {
  readonly date: CalendarDate | null;
  readonly form?: 'date' | 'day' | 'weekday';
}) {
  const { date, form = 'date' } = props;
  const language = useLanguage();
  const today = useToday();
  const words = useText(partsText);
  if (date === null) return <>{words.none}</>;
  const write = { date: formatDate, day: formatDay, weekday: formatWeekday }[form];
  return <time dateTime={date}>{write(date, { language, today })}</time>;
}
