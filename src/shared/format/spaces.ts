/**
 * The spaces that French figures are written with.
 *
 * A screen groups digits with a narrow no-break space. The fonts of PDFs and of many mail readers
 * have no such sign and show an empty box instead, so documents get the ordinary no-break space.
 */
import type { Language } from './language.ts';

export const NO_BREAK_SPACE = '\u00a0';
export const NARROW_NO_BREAK_SPACE = '\u202f';
export const MINUS_SIGN = '\u2212';

/** Where a figure is read: on screen, in a document (PDF, mail, workbook) or by a machine. */
export type FigureStyle = 'screen' | 'document' | 'plain';

/** The sign between groups of three digits. */
export function groupSignOf(style: FigureStyle, language: Language): string {
  if (style === 'plain') return '';
  if (language === 'en') return ',';
  return style === 'screen' ? NARROW_NO_BREAK_SPACE : NO_BREAK_SPACE;
}

/** The sign before a negative figure: a true minus on screen, the hyphen of keyboards elsewhere. */
export function minusSignOf(style: FigureStyle): string {
  return style === 'screen' ? MINUS_SIGN : '-';
}

/** Puts a sign between groups of three digits: `1234567` gives `1 234 567`. */
export function groupDigits(digits: string, sign: string): string {
  if (sign === '' || digits.length <= 3) return digits;
  const head = digits.length % 3;
  const groups = head === 0 ? [] : [digits.slice(0, head)];
  for (let at = head; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(sign);
}
