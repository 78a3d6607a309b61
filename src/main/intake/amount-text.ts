/**
 * Amounts as files write them, read into whole cents.
 *
 *     1 234,56 · 1.234,56 · 1,234.56 · 1'234.56 · 0000000074,70 · +000000069,40 · -1060,40
 *     (12,00) · 12,00- · 12,00 € · EUR 12,00 · 303 · 0 · ,50 · 12,5
 *
 * The decimal sign is the last comma or point, unless the caller knows it. A single sign followed
 * by three digits is read as the caller says (`loneSign`): a FEC never groups thousands, a
 * spreadsheet does.
 */
import { AMOUNT_CENTS_MAX, type Cents } from '../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../shared/kernel/result.ts';

export type DecimalSign = ',' | '.';
export type AmountRefusal = 'amount_unreadable' | 'amount_too_large' | 'formula_cell';

export interface AmountForm {
  /** The decimal sign where it is known; otherwise the last comma or point. */
  readonly decimalSign?: DecimalSign;
  /** What `1,234` means where the decimal sign is not known; `decimal` unless told. */
  readonly loneSign?: 'decimal' | 'thousands';
}

export interface ReadAmount {
  readonly cents: Cents;
  /** True when more than two decimals were rounded to the nearest cent. */
  readonly isRounded: boolean;
}

const BLANKS = /[\s\u00a0\u202f\u2009']+/g;
const CURRENCY = /€|eur(os?)?$|^eur/gi;
const TEXT_MAX = 60;

/** Reads an amount; an empty text is nought. */
export function readAmount(text: string, form: AmountForm = {}): Result<ReadAmount, AmountRefusal> {
  const bare = text.replace(BLANKS, '');
  if (bare === '') return done({ cents: 0, isRounded: false });
  if (bare.startsWith('=')) return refused('formula_cell');
  if (text.length > TEXT_MAX) return refused('amount_unreadable');
  const { digits, isNegative } = withoutSign(bare.replace(CURRENCY, ''));
  const parts = splitDecimals(digits, form);
  if (parts === null) return refused('amount_unreadable');
  return centsOf(parts, isNegative);
}

/** As `readAmount`, for callers that only want the cents; null when the text is no amount. */
export function parseAmount(text: string, form: AmountForm = {}): Cents | null {
  const read = readAmount(text, form);
  return read.isDone ? read.value.cents : null;
}

function withoutSign(text: string): { digits: string; isNegative: boolean } {
  if (text.startsWith('(') && text.endsWith(')')) {
    return { digits: text.slice(1, -1), isNegative: true };
  }
  const before = /^[+\-−]/.exec(text)?.[0];
  if (before !== undefined) return { digits: text.slice(1), isNegative: before !== '+' };
  const after = /[+\-−]$/.exec(text)?.[0];
  if (after !== undefined) return { digits: text.slice(0, -1), isNegative: after !== '+' };
  return { digits: text, isNegative: false };
}

interface AmountParts {
  readonly whole: string;
  readonly decimals: string;
}

function splitDecimals(text: string, form: AmountForm): AmountParts | null {
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return null;
  const sign = form.decimalSign ?? decimalSignIn(text, form.loneSign ?? 'decimal');
  if (sign === null) return grouped(text, '');
  const at = text.lastIndexOf(sign);
  if (at < 0) return grouped(text, '');
  if (text.indexOf(sign) !== at) return null;
  return grouped(text.slice(0, at), text.slice(at + 1));
}

function decimalSignIn(text: string, lone: 'decimal' | 'thousands'): DecimalSign | null {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0 && point < 0) return null;
  const sign = comma > point ? ',' : '.';
  if (comma >= 0 && point >= 0) return sign;
  // 1.234.567 can only group thousands.
  if (text.indexOf(sign) !== text.lastIndexOf(sign)) return null;
  return lone === 'thousands' && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? null : sign;
}

/** Checks the grouping of the whole part: none, or groups of three after the first. */
function grouped(whole: string, decimals: string): AmountParts | null {
  if (!/^\d*$/.test(decimals)) return null;
  if (!/^\d*$|^\d{1,3}(,\d{3})+$|^\d{1,3}(\.\d{3})+$/.test(whole)) return null;
  return { whole: whole.replace(/[.,]/g, ''), decimals };
}

function centsOf(
  { whole, decimals }: AmountParts,
  isNegative: boolean,
): Result<ReadAmount, AmountRefusal> {
  const significant = whole.replace(/^0+/, '');
  if (significant.length > 13) return refused('amount_too_large');
  const hundredths = Number.parseInt(decimals.slice(0, 2).padEnd(2, '0'), 10);
  const beyond = decimals.slice(2);
  const roundsUp = beyond !== '' && beyond.charCodeAt(0) >= 0x35;
  const size = Number.parseInt(significant || '0', 10) * 100 + hundredths + (roundsUp ? 1 : 0);
  if (size > AMOUNT_CENTS_MAX) return refused('amount_too_large');
  const cents = isNegative && size !== 0 ? -size : size;
  return done({ cents, isRounded: /[1-9]/.test(beyond) });
}

/**
 * The decimal sign of a column, from some of its cells; null where no cell tells. A sign followed
 * by one or two digits at the end of a cell is decimal; one that stands twice in a cell is not.
 */
export function decimalSignOf(cells: Iterable<string>): DecimalSign | null {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    const bare = cell
      .replace(BLANKS, '')
      .replace(CURRENCY, '')
      .replace(/[()+\-−]/g, '');
    if (/,\d{1,2}$/.test(bare) || /^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(\.\d{3})+,/.test(bare))
      comma += 1;
    if (/\.\d{1,2}$/.test(bare) || /^\d{1,3}(,\d{3}){2,}$|^\d{1,3}(,\d{3})+\./.test(bare))
      point += 1;
  }
  if (comma === point) return null;
  return comma > point ? ',' : '.';
}
