/**
 * The texts of an electronic invoice as amounts, days and identifiers; what does not read is told
 * by the term of the norm it stands for (BT-112), and the invoice is read without it.
 *
 * The norm leaves no room for interpretation: a decimal point, no grouping, the year first.
 * « 104,90 » is a fault of the package that wrote it, and guessing would be worse than saying so.
 */
import { ibanProblemOf, isBic } from '../../../shared/domain/bank-account/iban.ts';
import type { FileProblem } from '../../../shared/domain/statement/statement.ts';
import { type CalendarDate, parseCalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible } from '../date-text.ts';
import { ProblemLog } from '../problem-log.ts';
import type { XmlElement } from '../xml.ts';

/** A due date and a bank account are short; a mention of the law may be a page of general terms. */
export const TEXT_LENGTH_MAX = 2000;
const NAME_LENGTH_MAX = 300;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(Z|[+-]\d{2}:?\d{2}|[T ]?\d{2}:?\d{2}.*)?$/;

export class EinvoiceFields {
  readonly #problems: FileProblem[] = [];
  readonly #log = new ProblemLog((problem) => this.#problems.push(problem));

  get problems(): readonly FileProblem[] {
    return this.#problems;
  }

  /** An amount in cents; null where the element is absent, empty or no decimal number. */
  amount(element: XmlElement | undefined, term: string): Cents | null {
    const text = textOf(element);
    if (text === '') return null;
    const read = DECIMAL.test(text) ? readAmount(text, { decimalSign: '.' }) : null;
    if (read?.isDone !== true) {
      this.warn('einvoice_amount_unreadable', text, { term, element });
      return null;
    }
    if (read.value.isRounded) this.warn('amount_rounded', text, { term, element });
    return read.value.cents;
  }

  /** A day, `20260131` or `2026-01-31`; null where there is none that reads. */
  day(element: XmlElement | undefined, term: string): CalendarDate | null {
    const text = textOf(element);
    if (text === '') return null;
    const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
    const date = parseCalendarDate(`${year}-${month}-${day}`);
    if (date !== null && isPlausible(date)) return date;
    this.warn('einvoice_date_unreadable', text, { term, element });
    return null;
  }

  /** An account as an IBAN, without spaces; null for any other account. */
  iban(element: XmlElement | undefined): string | null {
    const iban = withoutSpaces(textOf(element));
    if (iban === '') return null;
    if (ibanProblemOf(iban) === null) return iban;
    this.warn('einvoice_bank_unreadable', textOf(element), { term: 'BT-84', element });
    return null;
  }

  bic(element: XmlElement | undefined): string | null {
    const bic = withoutSpaces(textOf(element));
    if (bic === '') return null;
    if (isBic(bic)) return bic;
    this.warn('einvoice_bank_unreadable', textOf(element), { term: 'BT-86', element });
    return null;
  }

  warn(
    code: string,
    value: string,
    at: { readonly term: string | null; readonly element?: XmlElement | undefined },
  ): void {
    const lineNumber = at.element?.lineNumber ?? 0;
    this.#log.add({ lineNumber, columnName: at.term, code, value, severity: 'warning' });
  }
}

/** On one line, or null where nothing stands. */
export function wordsOf(element: XmlElement | undefined): string | null {
  return cut(textOf(element).replace(/\s+/gu, ' '), NAME_LENGTH_MAX);
}

/** Several texts as one; null where nothing stands. */
export function longText(elements: readonly (XmlElement | undefined)[]): string | null {
  const texts = elements.map((element) => textOf(element).replace(/\s+/gu, ' '));
  const all = texts.filter((text) => text !== '');
  return cut([...new Set(all)].join(' / '), TEXT_LENGTH_MAX);
}

export function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}

export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, '').toUpperCase();
}

function cut(text: string, length: number): string | null {
  return text === '' ? null : text.slice(0, length).trimEnd();
}
