/**
 * How often and when a customer is called: what a person is warned of before he dials. Nothing is
 * refused: a customer who asks to be called at eight in the evening is.
 *
 * No statute sets hours for collecting a debt of one's own, but calls again and again are an
 * offence (C. pén. art. 222-16), and a consumer must not be harassed (C. conso. art. L121-6). The
 * defaults are the restraint that professional charters keep: between nine and seven on working
 * days, and for a consumer one attempt a day and three a week, whatever the channel.
 */
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { type BusinessCalendar, isBusinessDay } from '../calendar/business-calendar.ts';
import { attemptCount, type ContactLogEntry } from './contact-state.ts';

export interface CallLimits {
  /** Attempts to call one payer in a day, and in seven days. */
  readonly attemptsPerDay: number;
  readonly attemptsPerWeek: number;
  /** The same for a consumer, all channels by which a person writes or calls. */
  readonly consumerAttemptsPerDay: number;
  readonly consumerAttemptsPerWeek: number;
  /** Minutes since midnight on the company's clock. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export const CALL_LIMIT_DEFAULTS: CallLimits = {
  attemptsPerDay: 3,
  attemptsPerWeek: 6,
  consumerAttemptsPerDay: 1,
  consumerAttemptsPerWeek: 3,
  fromMinute: 9 * 60,
  untilMinute: 19 * 60,
};

export type CallWarning = 'closed_day' | 'outside_hours' | 'day_cap' | 'week_cap';

export interface CallMoment {
  readonly today: CalendarDate;
  readonly minuteOfDay: number;
  readonly calendar: BusinessCalendar;
}

export interface CallAttempts {
  readonly today: number;
  /** Of the last seven days, today included. */
  readonly week: number;
}

/** The attempts that count for this payer. */
export function callAttempts(
  entries: readonly ContactLogEntry[],
  isConsumer: boolean,
  today: CalendarDate,
): CallAttempts {
  const since = addDays(today, -6);
  const count = (from: CalendarDate) =>
    isConsumer
      ? entries.filter(({ direction, day }) => direction === 'out' && day >= from).length
      : attemptCount(entries, from);
  return { today: count(today), week: count(since) };
}

/** What speaks against calling now: the day and the hour first, then how often it was tried. */
export function callWarnings(
  attempts: CallAttempts,
  isConsumer: boolean,
  limits: CallLimits,
  moment: CallMoment,
): readonly CallWarning[] {
  const [dayCap, weekCap] = isConsumer
    ? [limits.consumerAttemptsPerDay, limits.consumerAttemptsPerWeek]
    : [limits.attemptsPerDay, limits.attemptsPerWeek];
  return [
    ...momentWarnings(limits, moment),
    ...(attempts.today >= dayCap ? (['day_cap'] as const) : []),
    ...(attempts.week >= weekCap ? (['week_cap'] as const) : []),
  ];
}

/** Whether it is the day and the hour to call anybody. */
export function momentWarnings(
  { fromMinute, untilMinute }: CallLimits,
  { today, minuteOfDay, calendar }: CallMoment,
): readonly CallWarning[] {
  if (!isBusinessDay(today, calendar)) return ['closed_day'];
  return minuteOfDay < fromMinute || minuteOfDay >= untilMinute ? ['outside_hours'] : [];
}
