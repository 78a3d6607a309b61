/** Amounts and days of a CFONB record, which writes them like nobody else. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { AMOUNT_CENTS_MAX, type Cents } from '../../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { isPlausible, parseDateText } from '../date-text.ts';

/** Signs of the last digit; é and è are { and } in the French character sets of mainframes. */
const POSITIVE = '{ABCDEFGHI';
const NEGATIVE = '}JKLMNOPQR';

export type CfonbAmountRefusal = 'bank_amount_unreadable' | 'amount_too_large';

/** Fourteen signs and the number of decimals (blank: two); null for a blank amount. */
export function cfonbAmount(
  text: string,
  decimals: string,
): Result<Cents | null, CfonbAmountRefusal> {
  // Blanks stand for zeros on the left; elsewhere they would hide a digit that was lost.
  const bare = text.trimStart();
  if (bare === '') return done(null);
  const last = lastDigitOf(
    bare
      .charAt(bare.length - 1)
      .replace('é', '{')
      .replace('è', '}'),
  );
  const body = bare.slice(0, -1);
  if (last === null || !/^\d*$/.test(body)) return refused('bank_amount_unreadable');
  if (decimals !== ' ' && !/^\d$/.test(decimals)) return refused('bank_amount_unreadable');
  const { digit, isNegative } = last;
  const size = inCents(`${body}${digit}`, decimals === ' ' ? 2 : Number.parseInt(decimals, 10));
  if (size > AMOUNT_CENTS_MAX) return refused('amount_too_large');
  return done(isNegative && size !== 0 ? -size : size);
}

/** A plain digit is positive; null for a sign that is none. */
function lastDigitOf(sign: string): { digit: string; isNegative: boolean } | null {
  if (/^\d$/.test(sign)) return { digit: sign, isNegative: false };
  const positive = POSITIVE.indexOf(sign);
  if (positive !== -1) return { digit: String(positive), isNegative: false };
  const negative = NEGATIVE.indexOf(sign);
  return negative === -1 ? null : { digit: String(negative), isNegative: true };
}

/** Digits with so many decimals as cents; beyond two they are rounded, halves up. */
function inCents(digits: string, decimals: number): number {
  const missing = Math.max(0, 2 - decimals);
  const padded = (digits + '0'.repeat(missing)).padStart(decimals + 1, '0');
  const cut = padded.length - Math.max(0, decimals - 2);
  const roundsUp = cut < padded.length && padded.charCodeAt(cut) >= 0x35;
  return Number.parseInt(padded.slice(0, cut), 10) + (roundsUp ? 1 : 0);
}

/** JJMMAA; null for a blank, for zeros and for a day that does not exist. */
export function cfonbDate(text: string): CalendarDate | null {
  const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const date = parseDateText(`${parts[1]}/${parts[2]}/${parts[3]}`);
  return date !== null && isPlausible(date) ? date : null;
}
