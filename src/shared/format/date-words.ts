/**
 * Days as people type them in a hurry, on the telephone: « demain », « ven. », « +8 », « 12/11 »,
 * « fin de mois », « dans 3 jours », « lundi prochain ».
 *
 * The answer is a proposal shown at once beside the field, so a word with two readings takes the
 * commoner one:
 *  - a weekday is the first one after today (said on a Friday, « vendredi » is in a week), and
 *    « prochain » adds nothing to it; « en huit » adds a week;
 *  - a day and month without a year is the nearest such day, past or to come;
 *  - a day alone (« le 10 ») is the first such day from today on.
 *
 * Accents, case, points and spacing are free. Days outside 1980–2079 are typing errors.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateOf,
  daysBetween,
  endOfMonth,
  mondayOf,
  partsOf,
  startOfMonth,
  weekdayOf,
} from '../kernel/calendar-date.ts';
import { DATE_NAMES } from './date.ts';

/** Reads what a person typed, given today; null when it says no day. */
export function parseDateWords(text: string, today: CalendarDate): CalendarDate | null {
  const words = normalise(text);
  if (words === '') return null;
  const readers = [relativeWord, numbers, shift, weekdayWord, monthWord, periodEnd];
  for (const read of readers) {
    const day = read(words, today);
    if (day !== undefined) return day !== null && isPlausible(day) ? day : null;
  }
  return null;
}

/** `undefined`: not in this form; `null`: in this form, and no such day. */
type Reading = CalendarDate | null | undefined;

function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/gu, ' ')
    .replace(/\b(\p{L}+)\./gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function isPlausible(day: CalendarDate): boolean {
  return day >= '1980-01-01' && day <= '2079-12-31';
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  'aujourd hui': 0,
  auj: 0,
  'ce jour': 0,
  today: 0,
  demain: 1,
  dem: 1,
  tomorrow: 1,
  'apres demain': 2,
  'apres-demain': 2,
  'day after tomorrow': 2,
  hier: -1,
  yesterday: -1,
  'avant hier': -2,
  'avant-hier': -2,
};

function relativeWord(words: string, today: CalendarDate): Reading {
  const days = RELATIVE_DAYS[words];
  if (days !== undefined) return addDays(today, days);
  if (words === 'sous huitaine') return addDays(today, 8);
  if (words === 'sous quinzaine') return addDays(today, 15);
  if (words === 'semaine prochaine' || words === 'next week') return addDays(mondayOf(today), 7);
  if (words === 'mois prochain' || words === 'next month') {
    return startOfMonth(addMonths(today, 1));
  }
  return undefined;
}

/** `12/11`, `12-11-26`, `12.11.2026`, `2026-11-12`, `121126`, `le 10`, `10`. */
function numbers(words: string, today: CalendarDate): Reading {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(words);
  if (iso !== null) return dateOf(int(iso[1]), int(iso[2]), int(iso[3]));
  const packed = /^(\d{2})(\d{2})(\d{2}|\d{4})$/u.exec(words);
  if (packed !== null) return packedDay(words, packed);
  const full = /^(?:le )?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/u.exec(words);
  if (full !== null) return dateOf(fullYear(full[3]), int(full[2]), int(full[1]));
  const dayAndMonth = /^(?:le )?(\d{1,2})[-/. ](\d{1,2})$/u.exec(words);
  if (dayAndMonth !== null) return nearest(int(dayAndMonth[1]), int(dayAndMonth[2]), today);
  const day = /^(?:(?:le|the) )?(\d{1,2})(?:er|st|nd|rd|th)?$/u.exec(words);
  return day === null ? undefined : nextDayNumbered(int(day[1]), today);
}

/** Digits alone are day, month, year; failing that eight digits are year, month, day. */
function packedDay(words: string, parts: RegExpExecArray): CalendarDate | null {
  const day = dateOf(fullYear(parts[3]), int(parts[2]), int(parts[1]));
  if (words.length === 6 || (day !== null && isPlausible(day))) return day;
  return dateOf(int(words.slice(0, 4)), int(words.slice(4, 6)), int(words.slice(6)));
}

const UNIT = '(j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?)';
const COUNT_WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  a: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
};

const SIGNED_SHIFT = new RegExp(`^j? ?([+-]) ?(\\d{1,3}) ?${UNIT}?$`, 'u');
const TOLD_SHIFT = new RegExp(`^(?:(?:dans|sous|d ici|in) )?(\\d{1,3} ?|\\p{L}+ )${UNIT}$`, 'u');

/** `+8`, `j+8`, `+2 sem`, `dans 3 jours`, `sous 8 jours`, `8 jours`, `in 3 days`. */
function shift(words: string, today: CalendarDate): Reading {
  const signed = SIGNED_SHIFT.exec(words);
  if (signed !== null) {
    const count = int(signed[2]) * (signed[1] === '-' ? -1 : 1);
    return shifted(today, count, signed[3] ?? 'j');
  }
  const told = TOLD_SHIFT.exec(words);
  if (told === null) return undefined;
  const count = COUNT_WORDS[(told[1] ?? '').trim()] ?? int(told[1]);
  return Number.isNaN(count) ? undefined : shifted(today, count, told[2] ?? 'j');
}

function shifted(today: CalendarDate, count: number, unit: string): CalendarDate {
  if (unit.startsWith('m')) return addMonths(today, count);
  return addDays(today, count * (unit.startsWith('s') || unit.startsWith('w') ? 7 : 1));
}

/** `ven`, `vendredi prochain`, `lundi en huit`, `ven 27`, `vendredi 27 novembre`, `ven 27/11`. */
function weekdayWord(words: string, today: CalendarDate): Reading {
  const match = /^(?:ce |next |this )?(\p{L}+)(?: (.+))?$/u.exec(words);
  const weekday = nameIndex(match?.[1], 'weekdays');
  if (match === null || weekday === -1) return undefined;
  const rest = match[2];
  const first = addDays(today, ((weekday + 7 - weekdayOf(today)) % 7) + 1);
  if (rest === undefined || rest === 'prochain') return first;
  if (rest === 'en huit') return addDays(first, 7);
  if (rest === 'en quinze') return addDays(first, 14);
  const named = numbers(rest, today) ?? monthWord(rest, today) ?? null;
  return named !== null && weekdayOf(named) === weekday + 1 ? named : null;
}

/** `12 novembre`, `1er dec`, `12 nov 2026`. */
function monthWord(words: string, today: CalendarDate): Reading {
  const match = /^(?:le )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+)(?: (\d{2}|\d{4}))?$/u.exec(words);
  const month = nameIndex(match?.[2], 'months') + 1;
  if (match === null || month === 0) return undefined;
  const day = int(match[1]);
  if (match[3] !== undefined) return dateOf(fullYear(match[3]), month, day);
  return nearest(day, month, today);
}

/** `fin de mois`, `fin du mois prochain`, `fin de semaine`, `debut decembre`, `mi-decembre`. */
function periodEnd(words: string, today: CalendarDate): Reading {
  if (words === 'fdm' || /^(?:fin (?:de |du )?mois|end of (?:the )?month)$/u.test(words)) {
    return endOfMonth(today);
  }
  if (/^(?:fin (?:de |du )?mois prochain|end of next month)$/u.test(words)) {
    return endOfMonth(addMonths(startOfMonth(today), 1));
  }
  if (/^(?:fin (?:de )?(?:la )?semaine|end of (?:the )?week)$/u.test(words)) {
    const friday = addDays(mondayOf(today), 4);
    return friday >= today ? friday : addDays(friday, 7);
  }
  const match = /^(debut|mi|fin|end|mid|early)[ -](?:of )?(\p{L}+)(?: (\d{4}))?$/u.exec(words);
  const month = nameIndex(match?.[2], 'months') + 1;
  if (match === null || month === 0) return undefined;
  const start =
    match[3] === undefined ? comingMonth(month, today) : dateOf(int(match[3]), month, 1);
  if (start === null) return null;
  if (match[1] === 'debut' || match[1] === 'early') return start;
  return match[1] === 'mi' || match[1] === 'mid' ? addDays(start, 14) : endOfMonth(start);
}

/** The first day of the month of this number, this year's or else next year's. */
function comingMonth(month: number, today: CalendarDate): CalendarDate | null {
  const { year, month: current } = partsOf(today);
  return dateOf(month >= current ? year : year + 1, month, 1);
}

/** Position of a name or of its beginning (three letters or more), in French or English. */
function nameIndex(word: string | undefined, kind: 'months' | 'weekdays'): number {
  if (word === undefined || word.length < 3) return -1;
  for (const language of ['fr', 'en'] as const) {
    const names = DATE_NAMES[language][kind].map(normalise);
    const index = names.findIndex((name) => name.startsWith(word));
    if (index !== -1 && !isAmbiguousBeginning(word, names)) return index;
  }
  return -1;
}

/** « jui » begins both juin and juillet. */
function isAmbiguousBeginning(word: string, names: readonly string[]): boolean {
  return names.filter((name) => name.startsWith(word)).length > 1;
}

/** The nearest such day of three years; the one to come when two are as near. */
function nearest(day: number, month: number, today: CalendarDate): CalendarDate | null {
  const { year } = partsOf(today);
  let best: CalendarDate | null = null;
  for (const candidateYear of [year + 1, year, year - 1]) {
    const candidate = dateOf(candidateYear, month, day);
    if (candidate !== null && (best === null || isNearer(candidate, best, today))) {
      best = candidate;
    }
  }
  return best;
}

function isNearer(candidate: CalendarDate, than: CalendarDate, today: CalendarDate): boolean {
  return Math.abs(daysBetween(today, candidate)) < Math.abs(daysBetween(today, than));
}

/** The first day of this number from today on; months without it are passed over. */
function nextDayNumbered(day: number, today: CalendarDate): CalendarDate | null {
  if (day < 1 || day > 31) return null;
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const { year, month } = partsOf(addMonths(startOfMonth(today), ahead));
    const candidate = dateOf(year, month, day);
    if (candidate !== null && candidate >= today) return candidate;
  }
  return null;
}

function fullYear(text: string | undefined): number {
  const year = int(text);
  return text?.length === 2 ? 2000 + year : year;
}

function int(text: string | undefined): number {
  return Number.parseInt(text ?? '', 10);
}
