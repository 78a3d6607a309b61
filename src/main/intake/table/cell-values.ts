/**
 * The value of a cell under its column's form. What is wrong comes back as the code of a problem.
 */
import type {
  TableDayOrder,
  TableDecimalSign,
} from '../../../shared/domain/statement/table-mapping.ts';
import { type CalendarDate, parseCalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { AMOUNT_CENTS_MAX, type Cents } from '../../../shared/kernel/cents.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import { type Cell, cellText } from './table-source.ts';
import { dayOfSerial } from './xlsx-rows.ts';

export type AmountProblem =
  | 'amount_unreadable'
  | 'amount_too_large'
  | 'formula_cell'
  | 'formula_without_value'
  | 'cell_error';

/** Reads the amounts of one column. */
export class AmountReader {
  readonly #sign: TableDecimalSign | null;
  /** Whether the last amount had decimals beyond the cent that were rounded away. */
  wasRounded = false;

  constructor(sign: TableDecimalSign | null) {
    this.#sign = sign;
  }

  /** Null for a blank cell, a number of cents, or what is wrong. */
  read(cell: Cell | undefined): Cents | AmountProblem | null {
    this.wasRounded = false;
    if (cell === undefined || cell === '') return null;
    if (typeof cell === 'number') return this.#ofNumber(cell);
    if (typeof cell === 'object') return cell.fault;
    return this.#plain(cell) ?? this.#written(cell);
  }

  #ofNumber(value: number): Cents | AmountProblem {
    const exact = Math.abs(value) * 100;
    const rounded = Math.floor(exact + 0.5 + exact * Number.EPSILON);
    if (!(rounded <= AMOUNT_CENTS_MAX)) return 'amount_too_large';
    this.wasRounded = Math.abs(exact - rounded) > 0.001;
    return value < 0 && rounded !== 0 ? -rounded : rounded;
  }

  /** Digits with at most two decimals, nearly all cells: read sign by sign. Null for the rest. */
  #plain(text: string): Cents | null {
    const length = text.length;
    if (length > 13) return null;
    let at = text.charCodeAt(0) === 0x2d ? 1 : 0;
    const isNegative = at === 1;
    let cents = 0;
    const start = at;
    for (; at < length; at += 1) {
      const digit = text.charCodeAt(at) - 0x30;
      if (digit < 0 || digit > 9) break;
      cents = cents * 10 + digit;
    }
    if (at === start) return null;
    const decimals = length - at - 1;
    if (at === length) cents *= 100;
    else {
      if (decimals < 1 || decimals > 2 || text.charAt(at) !== this.#sign) return null;
      for (at += 1; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 0x30;
        if (digit < 0 || digit > 9) return null;
        cents = cents * 10 + digit;
      }
      if (decimals === 1) cents *= 10;
    }
    if (cents > AMOUNT_CENTS_MAX) return null;
    return isNegative && cents !== 0 ? -cents : cents;
  }

  #written(cell: string): Cents | AmountProblem | null {
    const text = unwrapped(cell);
    if (text === '' || /^[-–—−]$/u.test(text)) return null;
    const science = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d{1,2}$/iu.test(text);
    if (science) return this.#ofNumber(Number(text.replace(',', '.')));
    const { figure, isCredit } = withoutSide(text.replace(/[$£]/gu, ''));
    const sign = this.#sign;
    const read = readAmount(
      figure,
      sign === null ? { loneSign: 'thousands' } : { decimalSign: sign },
    );
    if (!read.isDone) return read.refusal;
    this.wasRounded = read.value.isRounded && !isFloatNoise(figure);
    const { cents } = read.value;
    return isCredit && cents !== 0 ? -cents : cents;
  }
}

/** « 1 234,56 C », « 12,00 Cr » are credits; D, Db, Dr say what is said already. */
function withoutSide(text: string): { figure: string; isCredit: boolean } {
  const side = /^(.*\d)\s*(cr?|d[br]?)\.?$/iu.exec(text);
  if (side === null) return { figure: text, isCredit: false };
  return { figure: side[1] ?? '', isCredit: /^c/iu.test(side[2] ?? '') };
}

/** 2309.7899999999995 is what computers write for 2309.79: nothing was lost. */
function isFloatNoise(figure: string): boolean {
  return /[.,]\d{1,2}(?:0{6,}|9{6,})\d*$/u.test(figure);
}

/** Takes off what spreadsheets put around texts: `="00123"`, `'00123`. */
export function unwrapped(cell: string): string {
  const text = cell.trim();
  const formula = /^="(.*)"$/u.exec(text);
  if (formula !== null) return (formula[1] ?? '').trim();
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

export type DateProblem =
  | 'date_unreadable'
  | 'date_implausible'
  | 'formula_without_value'
  | 'cell_error';

/** Tells a day from a problem: both are texts. */
export function isDay(read: CalendarDate | DateProblem | null): read is CalendarDate {
  return read !== null && read.charCodeAt(0) < 0x3a;
}

const MEMO_MAX = 5000;
/** What packages write for no date. */
const NO_DATE =
  /^(?:[-/. ]*|0+|00[/.-]00[/.-]0000|0000-00-00.*|30\/12\/1899|1899-12-30|nat|null)$/iu;
const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads the days of one column. Days repeat, so each text is read once. */
export class DateReader {
  readonly #order: TableDayOrder;
  readonly #is1904: boolean;
  readonly #memo = new Map<string | number, CalendarDate | DateProblem | null>();
  /** Different texts that only the other order can read, and that only this one can. */
  againstOrder = 0;
  forOrder = 0;

  constructor(order: TableDayOrder | null, is1904: boolean) {
    this.#order = order ?? 'day_first';
    this.#is1904 = is1904;
  }

  /** Null for a blank cell, a day of the years 1980–2079, or what is wrong. */
  read(cell: Cell | undefined): CalendarDate | DateProblem | null {
    if (cell === undefined || cell === '') return null;
    if (typeof cell === 'object') return cell.fault;
    const known = this.#memo.get(cell);
    if (known !== undefined) return known;
    if (this.#memo.size >= MEMO_MAX) this.#memo.clear();
    const read = this.#read(cell);
    this.#memo.set(cell, read);
    return read;
  }

  #read(cell: string | number): CalendarDate | DateProblem | null {
    const text = typeof cell === 'number' ? String(cell) : unwrapped(cell);
    if (NO_DATE.test(text)) return null;
    const day = this.#day(text);
    this.#weigh(text, day);
    if (day === null) return 'date_unreadable';
    return isPlausible(day) ? day : 'date_implausible';
  }

  #weigh(text: string, day: CalendarDate | null): void {
    if (!/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d/u.test(text)) return;
    const other = parseDateText(text, this.#order === 'day_first' ? 'month_first' : 'day_first');
    if (day === null && other !== null) this.againstOrder += 1;
    if (day !== null && other === null) this.forOrder += 1;
  }

  #day(text: string): CalendarDate | null {
    if (/^\d{5}(?:\.\d+)?$/u.test(text)) {
      const serial = dayOfSerial(Number.parseInt(text, 10), this.#is1904);
      return serial === null ? null : parseCalendarDate(serial);
    }
    // JJMMAA, as Sage writes it.
    const short = /^(\d{2})(\d{2})(\d{2})$/u.exec(text);
    const spaced = short === null ? text : `${short[1]}/${short[2]}/${short[3]}`;
    return parseDateText(spaced, this.#order) ?? englishDay(text);
  }
}

/** « 31-Dec-2026 », « Dec 31, 2026 », « 31 July 2026 ». */
function englishDay(text: string): CalendarDate | null {
  const dayFirst = /^(\d{1,2})[-/ .]([a-z]{3,9})\.?[-/ .,]+(\d{2}|\d{4})$/iu.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/iu.exec(text);
  const parts = dayFirst ?? monthFirst;
  if (parts === null) return null;
  const [day, word] = dayFirst === null ? [parts[2], parts[1]] : [parts[1], parts[2]];
  const month = ENGLISH_MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : parseDateText(`${day}/${month}/${parts[3]}`, 'day_first');
}

const TEXT_MAX = 500;
const CODE_MAX = 100;

/** A name or label: blanks joined, at most 500 characters. */
export function textOf(cell: Cell | undefined): string {
  const text = cellText(cell);
  if (text === '') return '';
  const bare = text.charCodeAt(0) === 0x3d || text.charCodeAt(0) === 0x27 ? unwrapped(text) : text;
  return joined(bare).slice(0, TEXT_MAX);
}

/** A code or number: `="0012"` is 0012, and 2960623488.0 is what a program wrote for an integer. */
export function codeOf(cell: Cell | undefined): string {
  const text = textOf(cell);
  if (text === '') return '';
  return text.endsWith('0') && /^\d+\.0+$/u.test(text)
    ? text.slice(0, text.indexOf('.'))
    : text.slice(0, CODE_MAX);
}

/** Excel shows long numbers as 2,96062E+09: the digits are lost. */
export function isDamagedCode(code: string): boolean {
  return /^\d[.,]\d+e\+\d{1,2}$/iu.test(code);
}

function joined(text: string): string {
  for (let at = 0, before = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isOdd =
      code < 0x20 || code === 0xa0 || code === 0x202f || (code === 0x20 && before === 0x20);
    if (isOdd) return text.replace(/\s+/gu, ' ').trim();
    before = code;
  }
  return text;
}
