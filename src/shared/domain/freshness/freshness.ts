/**
 * How much of the present the ledger knows: « Compta au 20/11 · Banque au 19/11 ».
 *
 * Freshness counts working days since the last bank date, so that a long week-end ages nothing.
 * The bank date is the earliest of the accounts followed: what was paid on the slowest one is not
 * known.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { businessDaysBetween } from '../calendar/business-calendar.ts';

export interface FreshnessSettings {
  /** Beyond this many working days the chip is amber. */
  readonly amberBusinessDays: number;
  /** Beyond this many, red: nothing automatic leaves. */
  readonly redBusinessDays: number;
}

export const FRESHNESS_DEFAULTS: FreshnessSettings = { amberBusinessDays: 3, redBusinessDays: 15 };

/** `empty`: no bank date is known at all. Green, amber and red are the others, in order. */
export type FreshnessLevel = 'fresh' | 'ageing' | 'stale' | 'empty';

export interface Freshness {
  readonly ledgerDate: CalendarDate | null;
  readonly bankDate: CalendarDate | null;
  /** Working days since the bank date; 0 where it lies ahead. */
  readonly ageBusinessDays: number | null;
  readonly level: FreshnessLevel;
}

export interface KnownDates {
  readonly today: CalendarDate;
  /** Last day of the books, of any live import. */
  readonly ledgerDate: CalendarDate | null;
  /** Last day known of each bank account that is followed. */
  readonly bankDates: readonly CalendarDate[];
}

/** The bank date: the earliest of the accounts' last days; null where none is known. */
export function bankDateOf(bankDates: readonly CalendarDate[]): CalendarDate | null {
  return bankDates.reduce<CalendarDate | null>(
    (earliest, date) => (earliest === null || date < earliest ? date : earliest),
    null,
  );
}

/** What is known, how old it is, and the colour of the chip. */
export function freshnessOf(
  known: KnownDates,
  calendar: BusinessCalendar,
  settings: FreshnessSettings = FRESHNESS_DEFAULTS,
): Freshness {
  const { ledgerDate } = known;
  const bankDate = bankDateOf(known.bankDates);
  if (bankDate === null) return { ledgerDate, bankDate, ageBusinessDays: null, level: 'empty' };
  const ageBusinessDays = Math.max(0, businessDaysBetween(bankDate, known.today, calendar));
  return { ledgerDate, bankDate, ageBusinessDays, level: levelOf(ageBusinessDays, settings) };
}

function levelOf(ageBusinessDays: number, settings: FreshnessSettings): FreshnessLevel {
  if (ageBusinessDays <= settings.amberBusinessDays) return 'fresh';
  return ageBusinessDays <= settings.redBusinessDays ? 'ageing' : 'stale';
}
