/**
 * The due date that payment terms give, and the longest the law allows (C. com. L441-10 I).
 *
 *     60 jours net              date + 60
 *     45 jours fin de mois      end of the month of (date + 45)          `after`, usual
 *     fin de mois 45 jours      end of the month of the date, + 45       `before`
 *     30 jours fin de mois le 10   day 10 of the month after end of month of (date + 30)
 *     30 jours le 10            first 10th on or after date + 30
 *
 * A « le 31 » is the last day of a shorter month. All on calendar days: no law moves a contractual
 * due date that falls on a holiday.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysInMonth,
  endOfMonth,
  partsOf,
  startOfMonth,
} from '../../kernel/calendar-date.ts';
import type { PaymentTerms } from './payment-terms.ts';

/** When a document of this date is due. */
export function dueDateOf(documentDate: CalendarDate, terms: PaymentTerms): CalendarDate {
  const counted = countFrom(documentDate, terms);
  if (terms.dayOfMonth === null) return counted;
  if (terms.endOfMonth === 'after') return dayOfMonth(addDays(counted, 1), terms.dayOfMonth);
  const here = dayOfMonth(counted, terms.dayOfMonth);
  return here >= counted ? here : dayOfMonth(addDays(endOfMonth(counted), 1), terms.dayOfMonth);
}

function countFrom(documentDate: CalendarDate, terms: PaymentTerms): CalendarDate {
  const add = (date: CalendarDate) =>
    terms.unit === 'days' ? addDays(date, terms.count) : addMonths(date, terms.count);
  switch (terms.endOfMonth) {
    case 'none':
      return add(documentDate);
    case 'after':
      return endOfMonth(add(documentDate));
    case 'before':
      return add(endOfMonth(documentDate));
  }
}

/** Day `day` of the date's month, or the last one of a shorter month. */
function dayOfMonth(date: CalendarDate, day: number): CalendarDate {
  const { year, month } = partsOf(date);
  return addDays(startOfMonth(date), Math.min(day, daysInMonth(year, month)) - 1);
}

/** Agreed terms: 60 days, or 45 days end of month where the contract says so. */
export const GENERAL_CAP_DAYS = 60;
export const END_OF_MONTH_CAP_DAYS = 45;
/** Periodic invoice (facture récapitulative, CGI 289 I-3): no end of month. */
export const SUMMARY_CAP_DAYS = 45;

/**
 * The last lawful due date of a document: 60 days from its date; for terms that run to the end of
 * the month, 45 days and the end of month in the computation they stipulate; 45 days for a summary
 * invoice. Sectors with shorter terms (L441-11) are not looked at here.
 */
export function legalCapOf(
  documentDate: CalendarDate,
  terms: PaymentTerms,
  isSummaryInvoice = false,
): CalendarDate {
  if (isSummaryInvoice) return addDays(documentDate, SUMMARY_CAP_DAYS);
  const general = addDays(documentDate, GENERAL_CAP_DAYS);
  if (terms.endOfMonth === 'none') return general;
  const stipulated = countFrom(documentDate, {
    ...terms,
    unit: 'days',
    count: END_OF_MONTH_CAP_DAYS,
  });
  return stipulated > general ? stipulated : general;
}

/** Whether these terms make this document due later than the law allows. */
export function isAboveLegalCap(
  documentDate: CalendarDate,
  terms: PaymentTerms,
  isSummaryInvoice = false,
): boolean {
  return dueDateOf(documentDate, terms) > legalCapOf(documentDate, terms, isSummaryInvoice);
}
