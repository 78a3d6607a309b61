/**
 * Counts, percentages and rates as people read them: `12 431`, `12,5 %`, `7,86 %`, `47 j`.
 */
import type { Language } from './language.ts';
import {
  type FigureStyle,
  groupDigits,
  groupSignOf,
  minusSignOf,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
} from './spaces.ts';

export interface NumberForm {
  /** `screen` when absent. */
  readonly style?: FigureStyle;
  readonly language?: Language;
  /** Digits after the decimal sign, 0 to 6. */
  readonly decimals?: number;
}

/** Writes a whole number: `12 431`. A fraction is rounded to the nearest. */
export function formatCount(count: number, form: NumberForm = {}): string {
  return formatDecimal(count, { ...form, decimals: 0 });
}

/**
 * Writes a number with a fixed count of decimals (1 when absent), halves away from zero. What
 * rounds to zero has no sign. Throws on NaN and infinity: they are never a result.
 */
export function formatDecimal(value: number, form: NumberForm = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to write: ${value}`);
  const { style = 'screen', language = 'fr', decimals = 1 } = form;
  const scaled = roundHalfAway(Math.abs(value) * 10 ** decimals);
  const digits = scaled.toFixed(0).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = groupDigits(whole, groupSignOf(style, language));
  const tail = decimals === 0 ? '' : `${language === 'en' ? '.' : ','}${digits.slice(-decimals)}`;
  return `${value < 0 && scaled > 0 ? minusSignOf(style) : ''}${grouped}${tail}`;
}

/** `1.005 × 100` is 100.49999…: a hair under a half is the half that was meant. */
function roundHalfAway(value: number): number {
  return Math.floor(value + 0.5 + value * Number.EPSILON);
}

/** Writes a ratio (0.125) as a percentage: `12,5 %`, in English `12.5%`. */
export function formatPercent(ratio: number, form: NumberForm = {}): string {
  return formatDecimal(ratio * 100, form) + percentSignOf(form);
}

/** Writes a rate in basis points (786) as a percentage with two decimals: `7,86 %`. */
export function formatRate(basisPoints: number, form: NumberForm = {}): string {
  return formatDecimal(basisPoints / 100, { decimals: 2, ...form }) + percentSignOf(form);
}

/** Writes a number of days: `47 j`, in English `47 d`. */
export function formatDays(days: number, form: NumberForm = {}): string {
  return `${formatCount(days, form)}${NO_BREAK_SPACE}${form.language === 'en' ? 'd' : 'j'}`;
}

function percentSignOf({ style = 'screen', language = 'fr' }: NumberForm): string {
  if (language === 'en') return '%';
  return `${style === 'screen' ? NARROW_NO_BREAK_SPACE : NO_BREAK_SPACE}%`;
}
