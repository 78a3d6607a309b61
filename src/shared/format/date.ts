/**
 * Days as people read them: `03/03/2026`, `3 mars`, `ven. 27 nov.`.
 *
 * English is British English, so that 03/04 is the same day in both languages.
 */
import { type CalendarDate, partsOf, weekdayOf } from '../kernel/calendar-date.ts';
import type { Language } from './language.ts';
import { NO_BREAK_SPACE } from './spaces.ts';

interface DateNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

/** Names of months (January first) and weekdays (Monday first) by language. */
export const DATE_NAMES: Readonly<Record<Language, DateNames>> = {
  fr: {
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    shortMonths: [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ],
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    shortWeekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  },
  en: {
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: [
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
    ],
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
};

/** `03/03/2026`, in both languages. */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

export interface DayForm {
  readonly language?: Language;
  /** When given, the year is added to days of another year than this one's. */
  readonly today?: CalendarDate;
  /** `3 nov.` instead of `3 novembre`. */
  readonly isShort?: boolean;
}

/** `3 mars`, `1er mars`, `27 novembre`; in English `3 March`. */
export function formatDay(date: CalendarDate, form: DayForm = {}): string {
  const { language = 'fr', today, isShort = false } = form;
  const { year, month, day } = partsOf(date);
  const names = DATE_NAMES[language];
  const name = (isShort ? names.shortMonths : names.months)[month - 1] ?? '';
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  const needsYear = today !== undefined && partsOf(today).year !== year;
  return `${number}${NO_BREAK_SPACE}${name}${needsYear ? ` ${year}` : ''}`;
}

/** `ven. 27 nov.`; in English `Fri 27 Nov`. */
export function formatWeekday(date: CalendarDate, form: DayForm = {}): string {
  const name = DATE_NAMES[form.language ?? 'fr'].shortWeekdays[weekdayOf(date) - 1] ?? '';
  return `${name} ${formatDay(date, { ...form, isShort: true })}`;
}

/** `vendredi 27 novembre 2026`, for letters; in English `Friday 27 November 2026`. */
export function formatLongDate(date: CalendarDate, language: Language = 'fr'): string {
  const name = DATE_NAMES[language].weekdays[weekdayOf(date) - 1] ?? '';
  return `${name} ${formatDay(date, { language })} ${partsOf(date).year}`;
}

/** `novembre 2026`, or `nov. 2026` when short. */
export function formatMonth(date: CalendarDate, form: Omit<DayForm, 'today'> = {}): string {
  const { year, month } = partsOf(date);
  const names = DATE_NAMES[form.language ?? 'fr'];
  return `${(form.isShort ? names.shortMonths : names.months)[month - 1] ?? ''} ${year}`;
}
