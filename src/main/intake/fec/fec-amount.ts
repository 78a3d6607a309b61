/**
 * Amounts and days of a FEC straight from its bytes, for the forms that nearly every file has.
 *
 * Anything else goes through `readAmount` and `parseDateText`, which know all forms; both ways
 * give the same answer where both read (a property of the tests).
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { parseDateText } from '../date-text.ts';

const BLANK = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * `1234,56`, `+000000069,40`, `303`, blank: sign, digits, comma or point, at most two decimals.
 * Null for any other form; the caller then reads the text.
 */
export function plainCentsAt(bytes: Uint8Array, from: number, to: number): Cents | null {
  let at = from;
  let end = to;
  while (at < end && (bytes[at] as number) <= BLANK) at += 1;
  while (end > at && (bytes[end - 1] as number) <= BLANK) end -= 1;
  if (at === end) return 0;
  const sign = bytes[at] as number;
  if (sign === 0x2b || sign === 0x2d) at += 1;
  if (end - at > 15) return null;
  let value = 0;
  let decimals = -1;
  let digits = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if ((byte === COMMA || byte === POINT) && decimals < 0) decimals = 0;
    else return null;
  }
  if (digits === 0 || decimals > 2 || digits > 12) return null;
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return sign === 0x2d && cents !== 0 ? -cents : cents;
}

/** Days kept at most: more than a file of a century has. */
const DATES_MAX = 40_000;

/** Days already read, by their eight digits: a file has a few hundred different ones. */
export class DateCache {
  readonly #solid = new Map<number, CalendarDate | null>();
  #lastKey = -1;
  #lastDate: CalendarDate | null = null;

  /** AAAAMMJJ from bytes; undefined where the field has another form. */
  solidAt(bytes: Uint8Array, from: number, to: number): CalendarDate | null | undefined {
    let end = to;
    while (end > from && (bytes[end - 1] as number) <= BLANK) end -= 1;
    if (end - from !== 8) return undefined;
    let key = 0;
    for (let at = from; at < end; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      key = key * 10 + digit;
    }
    if (key !== this.#lastKey) {
      this.#lastDate = this.#dateOf(key);
      this.#lastKey = key;
    }
    return this.#lastDate;
  }

  #dateOf(key: number): CalendarDate | null {
    const known = this.#solid.get(key);
    if (known !== undefined) return known;
    const date = parseDateText(String(key).padStart(8, '0'));
    if (this.#solid.size < DATES_MAX) this.#solid.set(key, date);
    return date;
  }
}
