/**
 * The line `:61:` of a movement.
 *
 *     240312 0312 D R 212,39 NMSC NONREF//8327000090031789 ⏎ more
 *     value  booked side     code reference  of the bank
 *
 * `RC` and `RD` take a credit or a debit back. The letter behind the side is the third one of the
 * currency. The booking day has no year: it is the one nearest to the value day.
 */
import { addMonths, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible, parseDateText } from '../date-text.ts';

export interface MovementLine {
  readonly valueOn: CalendarDate;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly code: string;
  readonly reference: string;
  readonly bankReference: string;
  /** The lines behind the first. */
  readonly extra: string;
  readonly isReversal: boolean;
}

const LINE = /^(\d{6})(\d{4}| {4})?(RC|RD|C|D)([A-Z])?(\d[\d.,]*)([A-Z][A-Z0-9]{3})?(.*)$/;

export function movementLine(
  lines: readonly string[],
): Result<MovementLine, 'bank_line_unreadable' | 'bank_date_unreadable'> {
  const [first = '', ...rest] = lines;
  const parts = LINE.exec(first);
  const size = parts === null ? null : mt940Amount(parts[5] ?? '');
  if (parts === null || size === null) return refused('bank_line_unreadable');
  const valueOn = mt940Date(parts[1] ?? '');
  if (valueOn === null) return refused('bank_date_unreadable');
  const side = parts[3] ?? '';
  const [reference = '', bankReference = ''] = (parts[7] ?? '').split('//');
  return done({
    valueOn,
    bookedOn: bookingDay(parts[2] ?? '', valueOn),
    amountCents: (side === 'D' || side === 'RC') && size !== 0 ? -size : size,
    code: parts[6] ?? '',
    reference: reference.trim(),
    bankReference: bankReference.trim(),
    extra: rest.join(' ').trim(),
    isReversal: side.length === 2,
  });
}

/** `1234,5`: a comma before the decimals, always there; a point from banks that know no better. */
export function mt940Amount(text: string): Cents | null {
  if (!/^\d{1,15}[,.]?\d{0,2}$/.test(text)) return null;
  const read = readAmount(text, { decimalSign: text.includes('.') ? '.' : ',' });
  return read.isDone ? read.value.cents : null;
}

/** AAMMJJ. */
export function mt940Date(text: string): CalendarDate | null {
  const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const date = parseDateText(`${parts[3]}/${parts[2]}/${parts[1]}`);
  return date !== null && isPlausible(date) ? date : null;
}

/** The day MMJJ nearest to the value day; the value day itself where there is none. */
function bookingDay(text: string, valueOn: CalendarDate): CalendarDate {
  const parts = /^(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return valueOn;
  const years = [0, 12, -12].map((months) => addMonths(valueOn, months).slice(0, 4));
  const days = years
    .map((year) => parseDateText(`${year}-${parts[1]}-${parts[2]}`))
    .filter((day) => day !== null);
  const near = days.find((day) => Math.abs(daysBetween(day, valueOn)) <= 180);
  return near ?? valueOn;
}
