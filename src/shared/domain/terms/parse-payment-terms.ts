/**
 * Reads payment terms as French files word them: « 45 jours fin de mois le 10 », « 30J FDM »,
 * « 60 jours net », « à réception », « fin de mois 45 jours », `30NET`, `45FM`, `60N`.
 *
 * The order of the words matters: days before « fin de mois » run first (the usual computation),
 * days after it, or counted « après la fin du mois », run from the end of the month. Terms of
 * several instalments (« 30/60/90 jours », « 50 % à la commande ») are none of these: null, so
 * that a person looks at them.
 */
import { plainWords } from '../statement/label-words.ts';
import type { PaymentTerms } from './payment-terms.ts';

const DAYS_MAX = 365;
const MONTHS_MAX = 12;
const DAYS_A_WEEK = 7;

/** Words written in one piece with others, or in several, as one token each. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/(\d)([a-z])/g, '$1 $2'],
  [/([a-z])(\d)/g, '$1 $2'],
  [/\bj(fdm|fm|net|nets|n|df)\b/g, 'j $1'],
  [/\b(fins?) (de |du |des )?mois (suivants?|prochains?|qui suit)\b/g, 'nexteom'],
  [/\b(fins?) (de |du |des )?mois\b|\bend of (the )?month\b/g, 'eom'],
  [/\bf d m\b|\bf m\b|\bfdm\b|\bfm\b/g, 'eom'],
  [/\b(du|of the) (mois|month) (suivant|prochain|following)\b|\bdu mois\b/g, 'ofmonth'],
];

const WEEK_WORDS = new Set(['semaine', 'semaines', 'sem', 'week', 'weeks']);
const MONTH_WORDS = new Set(['mois', 'month', 'months']);
const AT_ONCE_WORDS = new Set([
  ...['comptant', 'reception', 'immediat', 'commande', 'avance', 'livraison', 'remboursement'],
  ...['cash', 'receipt', 'immediate'],
]);
const ON_DAY_WORDS = new Set(['le', 'les', 'au', 'on', 'the']);
const AFTER_WORDS = new Set(['apres', 'compter', 'partir', 'after', 'from', 'following']);

interface Reading {
  count: number | null;
  unit: PaymentTerms['unit'];
  endOfMonth: PaymentTerms['endOfMonth'];
  dayOfMonth: number | null;
  isAtOnce: boolean;
  isAfter: boolean;
  isClear: boolean;
}

/** The terms a text words, or null where it words none, or several. */
export function parsePaymentTerms(text: string): PaymentTerms | null {
  if (text.includes('%')) return withoutDiscount(text);
  let words = ` ${plainWords(text)} `;
  for (const [form, token] of TOKENS) words = words.replace(form, token);
  const tokens = words.trim().split(' ');
  const reading: Reading = {
    count: null,
    unit: 'days',
    endOfMonth: 'none',
    dayOfMonth: null,
    isAtOnce: false,
    isAfter: false,
    isClear: true,
  };
  for (const [at, token] of tokens.entries()) {
    readToken(reading, { token, before: tokens[at - 1] ?? '', after: tokens[at + 1] ?? '' });
  }
  return termsOf(reading);
}

/** « 30 jours net, escompte 2 % » is 30 days net; a percentage elsewhere is a split. */
function withoutDiscount(text: string): PaymentTerms | null {
  const [kept = '', discount] = text.split(/,?\s*(?=\bescompte\b)/i);
  return discount === undefined || kept.includes('%') ? null : parsePaymentTerms(kept);
}

interface Place {
  readonly token: string;
  readonly before: string;
  readonly after: string;
}

function readToken(reading: Reading, place: Place): void {
  const { token } = place;
  if (/^\d+$/.test(token)) readNumber(reading, place);
  else if (token === 'eom') readEndOfMonth(reading);
  else if (token === 'nexteom') readNextEndOfMonth(reading);
  else if (token === 'ofmonth' && reading.endOfMonth === 'none') reading.endOfMonth = 'after';
  else if (AT_ONCE_WORDS.has(token)) reading.isAtOnce = true;
  else if (AFTER_WORDS.has(token)) reading.isAfter = true;
}

function readNumber(reading: Reading, { token, before, after }: Place): void {
  const value = Number.parseInt(token, 10);
  const isDay =
    ON_DAY_WORDS.has(before) || (reading.count !== null && reading.endOfMonth !== 'none');
  if (isDay) {
    reading.isClear &&= reading.dayOfMonth === null && value >= 1 && value <= 31;
    reading.dayOfMonth = value;
    return;
  }
  reading.isClear &&= reading.count === null;
  if (reading.endOfMonth === 'after') reading.endOfMonth = 'before';
  reading.count = WEEK_WORDS.has(after) ? value * DAYS_A_WEEK : value;
  if (MONTH_WORDS.has(after)) reading.unit = 'months';
  reading.isClear &&= reading.count <= (reading.unit === 'days' ? DAYS_MAX : MONTHS_MAX);
}

function readEndOfMonth(reading: Reading): void {
  reading.endOfMonth = reading.count !== null && reading.isAfter ? 'before' : 'after';
}

/** « fin de mois suivant »: the end of the month after. */
function readNextEndOfMonth(reading: Reading): void {
  reading.endOfMonth = 'after';
  if (reading.count !== null) return;
  reading.count = 1;
  reading.unit = 'months';
}

function termsOf(reading: Reading): PaymentTerms | null {
  const { count, unit, endOfMonth, dayOfMonth, isAtOnce, isClear } = reading;
  if (!isClear) return null;
  if (count === null && endOfMonth === 'none' && !isAtOnce) return null;
  return { unit, count: count ?? 0, endOfMonth, dayOfMonth };
}
