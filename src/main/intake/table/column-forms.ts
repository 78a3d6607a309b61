/**
 * How the cells of a column are written, by a vote of samples.
 *
 * One cell proves little: `03/04/2026` and `1,234` are read two ways. A column is decided by the
 * cells that can only be read one way; where none can, by the other columns of the file; where
 * none of those can either, a person is asked.
 */
import type {
  TableDayOrder,
  TableDecimalSign,
} from '../../../shared/domain/statement/table-mapping.ts';
import { type Cell, cellText, isBlank } from './table-source.ts';

/** What the cells of a column look like, as shares (0 to 1) of those that are filled. */
export interface ColumnShape {
  /** Filled cells seen. */
  readonly filled: number;
  /** Share of the rows seen where the cell is filled. */
  readonly filledShare: number;
  readonly amountShare: number;
  readonly dateShare: number;
  /** Numbers that may be meant as days: those of spreadsheets (46387), JJMMAA (311226). */
  readonly serialShare: number;
  readonly emailShare: number;
  readonly phoneShare: number;
  readonly sirenShare: number;
  readonly siretShare: number;
  readonly postalShare: number;
  readonly currencyShare: number;
  readonly directionShare: number;
  readonly customerAccountShare: number;
  /** Texts with a blank inside: names and sentences rather than codes. */
  readonly spacedShare: number;
  readonly letterShare: number;
  /** Different texts among the filled ones, 0 to 1. */
  readonly distinctShare: number;
  readonly hasNegative: boolean;
  /** Null where no cell tells. */
  readonly decimalSign: TableDecimalSign | null;
  /** Some cell could be read with either decimal sign: `1,234`. */
  readonly hasAmbiguousAmount: boolean;
  readonly dayOrder: TableDayOrder | null;
  /** Some cell could be read in either order: `03/04/2026`. */
  readonly hasAmbiguousDate: boolean;
  /** The first few filled cells, as shown. */
  readonly samples: readonly string[];
}

const SAMPLES_SHOWN = 5;
const CELLS_MAX = 3000;

/** Counts what the cells of one column are. */
export class ColumnVote {
  #rows = 0;
  #filled = 0;
  #amounts = 0;
  #dates = 0;
  #serials = 0;
  #emails = 0;
  #phones = 0;
  #sirens = 0;
  #sirets = 0;
  #postals = 0;
  #currencies = 0;
  #directions = 0;
  #accounts = 0;
  #letters = 0;
  #spaced = 0;
  #negative = false;
  #commas = 0;
  #points = 0;
  #ambiguousAmount = false;
  #dayFirst = 0;
  #monthFirst = 0;
  #ambiguousDate = false;
  readonly #texts = new Set<string>();
  readonly #samples: string[] = [];

  add(cell: Cell | undefined): void {
    this.#rows += 1;
    if (isBlank(cell) || typeof cell === 'object' || this.#filled >= CELLS_MAX) return;
    this.#filled += 1;
    const text = cellText(cell);
    if (this.#samples.length < SAMPLES_SHOWN) this.#samples.push(text.slice(0, 60));
    this.#texts.add(text);
    if (typeof cell === 'number') this.#addNumber(cell);
    else this.#addText(text);
    this.#addCodes(text);
  }

  #addNumber(value: number): void {
    this.#amounts += 1;
    if (value < 0) this.#negative = true;
    if (isSerialDay(value)) this.#serials += 1;
    if (isSolidDate(String(value))) this.#dates += 1;
  }

  #addText(text: string): void {
    if (looksLikeDate(text)) {
      this.#dates += 1;
      this.#voteOrder(text);
    }
    if (!looksLikeAmount(text)) return;
    if (isBareDay(text)) this.#serials += 1;
    this.#amounts += 1;
    if (/^[(-]|[-)]$|^[−–]/u.test(text)) this.#negative = true;
    this.#voteDecimal(text);
  }

  #voteOrder(text: string): void {
    const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/u.exec(text);
    if (match === null) return;
    const first = Number.parseInt(match[1] ?? '', 10);
    const second = Number.parseInt(match[2] ?? '', 10);
    if (first > 12 && second <= 12) this.#dayFirst += 1;
    else if (second > 12 && first <= 12) this.#monthFirst += 1;
    else if (first !== second) this.#ambiguousDate = true;
  }

  #voteDecimal(text: string): void {
    const sign = decimalSignIn(text);
    if (sign === ',') this.#commas += 1;
    else if (sign === '.') this.#points += 1;
    else if (sign === 'ambiguous') this.#ambiguousAmount = true;
  }

  #addCodes(text: string): void {
    if (/\S\s+\S/u.test(text)) this.#spaced += 1;
    if (text.length > 80) return;
    const digits = text.replace(/[ .\u00a0-]/gu, '');
    if (/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/iu.test(text)) this.#emails += 1;
    if (/^(?:\+\d{2,3}|0)\d{8,10}$/u.test(digits)) this.#phones += 1;
    if (/^\d{9}$/u.test(digits)) this.#sirens += 1;
    if (/^\d{14}$/u.test(digits)) this.#sirets += 1;
    if (/^\d{4,5}$/u.test(text)) this.#postals += 1;
    if (/^(?:€|\$|£|[A-Z]{3})$/u.test(text)) this.#currencies += 1;
    if (isDirection(text)) this.#directions += 1;
    if (/^41\d*\w{0,15}$/u.test(text)) this.#accounts += 1;
    if (/^[A-Za-z]{1,4}\d{0,4}$/u.test(text)) this.#letters += 1;
  }

  shape(): ColumnShape {
    const share = (count: number) => (this.#filled === 0 ? 0 : count / this.#filled);
    return {
      filled: this.#filled,
      filledShare: this.#rows === 0 ? 0 : this.#filled / Math.min(this.#rows, CELLS_MAX),
      amountShare: share(this.#amounts),
      dateShare: share(this.#dates),
      serialShare: share(this.#serials),
      emailShare: share(this.#emails),
      phoneShare: share(this.#phones),
      sirenShare: share(this.#sirens),
      siretShare: share(this.#sirets),
      postalShare: share(this.#postals),
      currencyShare: share(this.#currencies),
      directionShare: share(this.#directions),
      customerAccountShare: share(this.#accounts),
      letterShare: share(this.#letters),
      spacedShare: share(this.#spaced),
      distinctShare: share(this.#texts.size),
      hasNegative: this.#negative,
      decimalSign: signVoted(this.#commas, this.#points),
      hasAmbiguousAmount: this.#ambiguousAmount,
      dayOrder: orderVoted(this.#dayFirst, this.#monthFirst),
      hasAmbiguousDate: this.#ambiguousDate,
      samples: this.#samples,
    };
  }
}

/** A day as a bare number of a spreadsheet, from 1995 to 2079. */
function isSerialDay(value: number): boolean {
  return value > 34_700 && value < 65_746;
}

function isBareDay(text: string): boolean {
  if (/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d$/u.test(text)) return true;
  return /^\d{5}(?:[.,]\d+)?$/u.test(text) && isSerialDay(Number.parseInt(text, 10));
}

function signVoted(commas: number, points: number): TableDecimalSign | null {
  if (commas === points) return null;
  return commas > points ? ',' : '.';
}

function orderVoted(dayFirst: number, monthFirst: number): TableDayOrder | null {
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? 'day_first' : 'month_first';
}

const SIGN_BEFORE = /^[(+\-−–]?\s*(?:[€$£]|[A-Z]{3}\s)?\s*[+-]?/u;
const SIGN_AFTER = /\s*(?:[€$£]|euros?|EUR|USD|GBP|CHF|\s[A-Z]{3}|c|d|cr|dr|db)?\s*[)+-]?$/iu;
const FIGURE = /^\d[\d\s.,'\u00a0\u202f]*(?:e[+-]?\d{1,2})?$/iu;

/** Whether a text is written like a figure; an identifier of digits is one too. */
export function looksLikeAmount(text: string): boolean {
  if (text.length > 60) return false;
  if (/^[.,]\d{1,2}$/u.test(text)) return true;
  return FIGURE.test(text.replace(SIGN_BEFORE, '').replace(SIGN_AFTER, ''));
}

const HOUR = /[T ]\d{1,2}[:h]\d{2}.*$/u;
const DATES: readonly RegExp[] = [
  /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})$/u,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u,
  /^\d{1,2}(?:er)?[-/. ]+\p{L}{3,9}\.?[-/. ]+(?:\d{4}|\d{2})$/u,
  /^[a-z]{3,9}\.? \d{1,2},? \d{4}$/iu,
];

/** Whether a text is written like a day. Six or eight digits are one where they can be. */
export function looksLikeDate(text: string): boolean {
  if (text.length > 40 || !/^[\da-z]/iu.test(text)) return false;
  const day = text.replace(HOUR, '');
  return DATES.some((form) => form.test(day)) || isSolidDate(text);
}

function isSolidDate(text: string): boolean {
  const match = /^(\d{8})(?:\.0+)?$/u.exec(text);
  if (match === null) return false;
  const digits = match[1] ?? '';
  return (
    /^(?:19[89]|20[0-7])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(digits) ||
    /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[89]|20[0-7])\d$/u.test(digits)
  );
}

/** The decimal sign that an amount can only have, or that both are possible, or null. */
export function decimalSignIn(text: string): TableDecimalSign | 'ambiguous' | null {
  const figure = text.replace(/[^\d.,]/gu, '');
  const comma = figure.lastIndexOf(',');
  const point = figure.lastIndexOf('.');
  if (comma === -1 && point === -1) return null;
  const sign = comma > point ? ',' : '.';
  const at = Math.max(comma, point);
  if (comma !== -1 && point !== -1) return sign;
  // 1.234.567 groups thousands, so the other sign is the decimal one.
  if (figure.indexOf(sign) !== at) return sign === ',' ? '.' : ',';
  const isGroupLike = figure.length - at === 4 && /^[1-9]\d{0,2}$/u.test(figure.slice(0, at));
  return isGroupLike ? 'ambiguous' : sign;
}

/** « D », « Crédit », « C », « Cr », « + » … beside an unsigned amount. */
export function isDirection(text: string): boolean {
  return directionOf(text) !== null;
}

/** 1 for a debit (owed by the customer), -1 for a credit, null for anything else. */
export function directionOf(text: string): 1 | -1 | null {
  const word = text.trim().toLowerCase().replace(/é/gu, 'e').replace(/\.$/u, '');
  // S and H are the Soll and Haben of German packages.
  if (/^(?:d|db|dr|deb|debit|debiteur|\+|s)$/u.test(word)) return 1;
  if (/^(?:c|cr|cred|credit|crediteur|-|h)$/u.test(word)) return -1;
  return null;
}
