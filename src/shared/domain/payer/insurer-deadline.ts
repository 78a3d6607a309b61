/**
 * What a credit insurance asks of us, or its cover is lost: terms no longer than its maximum, no
 * extension beyond what it allows, a declaration within so many days of the original due date.
 *
 *     document ──── term ≤ max ────► original due date ──── extension ≤ max ────► new date
 *                                           └──── declare within so many days ────► deadline
 *
 * The days are those of the policy: they are typed with the guarantee, none is known by default. A
 * date that a person or a plan moved does not move the deadline.
 */
import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';

export interface InsuranceTerms {
  /** Longest payment terms covered, in days from the document. */
  readonly termDaysMax: number | null;
  /** Longest extension allowed without the insurer's consent, in days. */
  readonly extensionDaysMax: number | null;
  /** Days after the original due date within which an unpaid item is to be declared. */
  readonly declareDays: number | null;
}

/** Days before the deadline from which it is an obligation of the morning. */
export const DECLARE_WARNING_DAYS = 10;
/** Days after it in which the missed deadline is still told. */
export const DECLARE_MISSED_DAYS = 30;

/** The last day to declare an unpaid item; null where the policy sets none. */
export function declareBefore(
  originalDueDate: CalendarDate,
  { declareDays }: InsuranceTerms,
): CalendarDate | null {
  return declareDays === null ? null : addDays(originalDueDate, declareDays);
}

/** Whether the deadline is to be told: from ten days before it to thirty after. */
export function isDeadlineNear(deadline: CalendarDate, today: CalendarDate): boolean {
  const left = daysBetween(today, deadline);
  return left <= DECLARE_WARNING_DAYS && left >= -DECLARE_MISSED_DAYS;
}

/**
 * Whether a promise or a part of a plan needs the insurer's consent first: it falls beyond the
 * extension that the policy allows after the original due date.
 */
export function needsInsurerConsent(
  originalDueDate: CalendarDate,
  plannedFor: CalendarDate,
  { extensionDaysMax }: InsuranceTerms,
): boolean {
  return extensionDaysMax !== null && daysBetween(originalDueDate, plannedFor) > extensionDaysMax;
}

/** Whether an item was sold at longer terms than the policy covers. */
export function isBeyondTerms(
  documentDate: CalendarDate,
  originalDueDate: CalendarDate,
  { termDaysMax }: InsuranceTerms,
): boolean {
  return termDaysMax !== null && daysBetween(documentDate, originalDueDate) > termDaysMax;
}
