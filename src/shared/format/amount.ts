/**
 * Amounts as people write and read them.
 *
 *     1 234,56 €      on screen (narrow no-break space between thousands, true minus)
 *     1 234,56 €      in a PDF, a mail, a workbook (ordinary no-break spaces)
 *     1234,56         plain, for a field being typed in
 *
 * `Intl` is not used: its spaces differ from one version of the engine to the next, and nothing
 * says which of them the reader's font has.
 *
 * Law: `parseAmount(formatCents(amount, any form)) = amount`.
 */
import { AMOUNT_CENTS_MAX, type Cents } from '../kernel/cents.ts';
import type { Language } from './language.ts';
import {
  type FigureStyle,
  groupDigits,
  groupSignOf,
  minusSignOf,
  NO_BREAK_SPACE,
} from './spaces.ts';

export interface AmountForm {
  /** ISO 4217; `EUR` when absent, `null` writes the figure alone. */
  readonly currency?: string | null;
  /** `screen` when absent. `plain` has neither groups nor currency. */
  readonly style?: FigureStyle;
  readonly language?: Language;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$' };

/** `€`, `£`, `$`; the ISO 4217 code of a currency whose sign others share. */
export function currencySign(currency: string): string {
  return CURRENCY_SIGNS[currency] ?? currency;
}

/** Writes an amount; two decimals always. */
export function formatCents(amount: Cents, form: AmountForm = {}): string {
  const { currency = 'EUR', style = 'screen', language = 'fr' } = form;
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = groupDigits(digits.slice(0, -2), groupSignOf(style, language));
  const minus = amount < 0 ? minusSignOf(style) : '';
  const figure = `${whole}${language === 'en' ? '.' : ','}${digits.slice(-2)}`;
  if (style === 'plain' || currency === null) return minus + figure;
  const sign = currencySign(currency);
  if (language === 'fr') return `${minus}${figure}${NO_BREAK_SPACE}${sign}`;
  return `${minus}${sign}${sign.length > 1 ? NO_BREAK_SPACE : ''}${figure}`;
}

const CURRENCY_WORDS = /^(?:[€£$]|eur|[A-Z]{3})\s*|\s*(?:[€£$]|euros?|eur|[A-Z]{3})$/gu;
const GROUP_SPACES = /[\s\u00a0\u2007\u2009\u202f'’]/gu;
const MINUS_FORMS = /[\u2010-\u2015\u2212\ufe63\uff0d]/gu;

/**
 * Reads an amount as a person types or pastes it: `1 234,56`, `1,234.56`, `1.234,56`, `(12,00)`,
 * `12-`, `12`, `−3,5 €`. A single sign before exactly three digits groups thousands, since money
 * has two decimals. Null for anything else, and beyond `AMOUNT_CENTS_MAX`.
 */
export function parseAmount(text: string): Cents | null {
  let rest = text.replace(MINUS_FORMS, '-').replace(GROUP_SPACES, ' ').trim();
  let isNegative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    isNegative = true;
    rest = rest.slice(1, -1).trim();
  }
  const signed = takeSign(rest.replace(CURRENCY_WORDS, ''));
  if (signed === null || (isNegative && signed.isSigned)) return null;
  const amount = parseFigure(signed.rest.replace(CURRENCY_WORDS, '').trim());
  if (amount === null) return null;
  return isNegative || signed.isNegative ? (amount === 0 ? 0 : -amount) : amount;
}

interface Signed {
  readonly rest: string;
  readonly isNegative: boolean;
  readonly isSigned: boolean;
}

/** One sign at most, before or after. */
function takeSign(text: string): Signed | null {
  const trimmed = text.trim();
  const isBefore = trimmed.startsWith('-') || trimmed.startsWith('+');
  const isAfter = trimmed.length > 1 && (trimmed.endsWith('-') || trimmed.endsWith('+'));
  if (isBefore && isAfter) return null;
  const rest = isBefore ? trimmed.slice(1) : isAfter ? trimmed.slice(0, -1) : trimmed;
  const sign = isBefore ? trimmed.charAt(0) : isAfter ? trimmed.slice(-1) : '+';
  return { rest: rest.trim(), isNegative: sign === '-', isSigned: isBefore || isAfter };
}

/** Digits with at most one decimal sign and well-formed groups, in cents. */
function parseFigure(figure: string): Cents | null {
  if (!/^[\d., ]+$/u.test(figure) || !/\d/u.test(figure)) return null;
  const decimalAt = decimalPositionOf(figure);
  const whole = decimalAt === -1 ? figure : figure.slice(0, decimalAt);
  const decimals = decimalAt === -1 ? '' : figure.slice(decimalAt + 1);
  if (!/^\d{0,2}$/u.test(decimals) || !isGroupedWell(whole)) return null;
  const digits = whole.replace(/[., ]/gu, '').replace(/^0+(?=\d)/u, '');
  if (digits.length > 13) return null;
  const amount = Number.parseInt(`${digits === '' ? '0' : digits}${decimals.padEnd(2, '0')}`, 10);
  return amount <= AMOUNT_CENTS_MAX ? amount : null;
}

/** Where the decimal sign stands, -1 when there is none. */
function decimalPositionOf(figure: string): number {
  const lastComma = figure.lastIndexOf(',');
  const lastPoint = figure.lastIndexOf('.');
  if (lastComma !== -1 && lastPoint !== -1) return Math.max(lastComma, lastPoint);
  const last = Math.max(lastComma, lastPoint);
  if (last === -1) return -1;
  const sign = figure.charAt(last);
  if (figure.indexOf(sign) !== last) return -1;
  const isGroup = figure.length - last === 4 && /^[1-9]\d{0,2}$/u.test(figure.slice(0, last));
  return isGroup ? -1 : last;
}

/** Plain digits, or groups of three by one sign: `1.234.567`. */
function isGroupedWell(whole: string): boolean {
  return /^\d*$/u.test(whole) || /^\d{1,3}([., ])\d{3}(?:\1\d{3})*$/u.test(whole);
}
