/** Amounts and days of ISO 20022: a point before the decimals, the side in a word. */
import { type CalendarDate, parseCalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { readAmount } from '../amount-text.ts';
import type { StatementBook } from './statement-book.ts';
import { elementAt, textAt, type XmlElement } from './xml-element.ts';
import { attributeOf } from './xml-reader.ts';

export function currencyOf(amount: XmlElement | undefined): string | null {
  return amount === undefined ? null : attributeOf(amount.attributes, 'Ccy');
}

/** `Amt` with the sign of `CdtDbtInd`; null, told, where either is not readable. */
export function signedAmount(element: XmlElement, book: StatementBook): Cents | null {
  const amount = elementAt(element, 'Amt');
  const side = textAt(element, 'CdtDbtInd');
  const size = amount === undefined ? null : sizeOf(amount, book);
  if (size === null || (side !== 'CRDT' && side !== 'DBIT')) {
    const value = `${amount?.text ?? ''} ${side ?? ''}`.trim();
    book.error(element.lineNumber, 'bank_amount_unreadable', value);
    return null;
  }
  return side === 'DBIT' && size !== 0 ? -size : size;
}

/** Digits with a point, never a sign; more than two decimals are rounded, which is told. */
export function sizeOf(amount: XmlElement, book: StatementBook): Cents | null {
  if (!/^\d{1,18}(\.\d{0,5})?$/.test(amount.text)) return null;
  const read = readAmount(amount.text, { decimalSign: '.' });
  if (!read.isDone) return null;
  if (read.value.isRounded) book.warn(amount.lineNumber, 'amount_rounded', amount.text);
  return read.value.cents;
}

/** The day of the first of these paths; of an instant, the day that the bank wrote. */
export function dayAt(element: XmlElement, ...paths: readonly string[]): CalendarDate | null {
  for (const path of paths) {
    const day = parseCalendarDate((textAt(element, path) ?? '').slice(0, 10));
    if (day !== null) return day;
  }
  return null;
}
