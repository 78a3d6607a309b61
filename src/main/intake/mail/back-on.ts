/**
 * The day an out-of-office note says its author is back.
 *
 * « De retour le 24 » is that day; « absent jusqu'au 23 » and « du 10 au 23 » are the day after. A
 * day without its year is the next one to come. A day in the past, or more than a year away, is
 * taken for something else.
 */
import {
  addDays,
  type CalendarDate,
  dateOf,
  daysBetween,
  partsOf,
} from '../../../shared/kernel/calendar-date.ts';

const MONTHS: readonly RegExp[] = [
  /^jan/i,
  /^f[ée]v|^feb/i,
  /^mar/i,
  /^a[vp]r/i,
  /^mai|^may/i,
  /^juin|^jun/i,
  /^juil|^jul/i,
  /^ao[uû]|^aug/i,
  /^sep/i,
  /^oct/i,
  /^nov/i,
  /^d[ée]c/i,
];
const MONTH = `(?:${[
  'janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?',
  'oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|january|february|march|april|may|june|july',
  'august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|dec',
].join('|')})\\.?`;
const WEEKDAY = `(?:(?:${[
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
].join('|')}),?\\s+)?`;
/** Forms of a day, each with the names of its parts. */
const DAY_FORMS = [
  `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})`,
  `(?<day>\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>\\d{4}))?`,
  `(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?`,
  `(?<day>\\d{1,2})\\s?[/.-]\\s?(?<month>\\d{1,2})(?:\\s?[/.-]\\s?(?<year>\\d{4}|\\d{2}))?(?!\\d)`,
] as const;

const LEAD = `(?:[^.!\\n]{0,30}?\\b)?(?:le|on|the|lundi|du)?\\s*${WEEKDAY}(?:le\\s+|the\\s+)?`;
/** Words before the first day back, and words before the last day away. */
const BACK = `(?:${[
  'de retour|retour(?:ne|nerai)?|reprends?|reprendrai|reprise|reviens|reviendrai',
  'serai (?:de nouveau )?(?:joignable|disponible|présente?)|à partir du|à compter du',
  'back|return(?:ing)?|available again',
].join('|')})`;
const AWAY_UNTIL = "(?:jusqu[’']?\\s?(?:au|à)|until|till|through|\\bau)";

interface Phrase {
  readonly form: RegExp;
  readonly addedDays: number;
}

const PHRASES: readonly Phrase[] = [
  ...DAY_FORMS.map((day) => ({ form: new RegExp(`\\b${BACK}${LEAD}${day}`, 'i'), addedDays: 0 })),
  ...DAY_FORMS.map((day) => ({
    form: new RegExp(`${AWAY_UNTIL}\\s+(?:au\\s+)?(?:le\\s+|the\\s+)?${WEEKDAY}${day}`, 'i'),
    addedDays: 1,
  })),
];

/** The first day back, or null where the text says none. */
export function backOn(text: string, receivedOn: CalendarDate): CalendarDate | null {
  const words = text.slice(0, 5000).replace(/[ \u00a0\u202f\t]+/g, ' ');
  for (const { form, addedDays } of PHRASES) {
    const day = dayOf(form.exec(words)?.groups, receivedOn);
    if (day === null) continue;
    const back = addDays(day, addedDays);
    const away = daysBetween(receivedOn, back);
    if (away >= 0 && away <= 366) return back;
  }
  return null;
}

function dayOf(
  parts: Readonly<Record<string, string | undefined>> | undefined,
  receivedOn: CalendarDate,
): CalendarDate | null {
  if (parts === undefined) return null;
  const day = Number.parseInt(parts.day ?? '', 10);
  const monthText = parts.month ?? '';
  const month = /^\d/.test(monthText)
    ? Number.parseInt(monthText, 10)
    : MONTHS.findIndex((form) => form.test(monthText)) + 1;
  if (parts.year !== undefined) {
    const year = Number.parseInt(parts.year, 10);
    return dateOf(year < 100 ? 2000 + year : year, month, day);
  }
  const { year } = partsOf(receivedOn);
  const thisYear = dateOf(year, month, day);
  return thisYear !== null && thisYear >= receivedOn ? thisYear : dateOf(year + 1, month, day);
}
