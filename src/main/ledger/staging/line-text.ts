/**
 * Ledger lines as a staging keeps them: the lines of one customer together, as one JSON text.
 *
 * Written row by row they would cost as much as in the ledger itself, only to be read back in
 * another order; a text a customer is forty times fewer rows. What recurs on many lines (accounts,
 * journals, days, currencies) stands as the number of a word, once for the whole file: a text is
 * then mostly numbers, read back in a third of the time, and its words are shared in memory.
 */
import type { FactLine } from '../../../shared/domain/interpretation/interpretation.ts';
import type { Counterpart, LedgerLine } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { LineLabels } from '../interpretation/facts.ts';

/** Words by their number; 0 stands for null. */
export type Words = readonly (string | null)[];

/** One line as it is kept; `…Word` is the number of a word. */
type LineRecord = [
  lineNumber: number,
  accountWord: number,
  journalWord: number,
  entry: string,
  lineDateWord: number,
  document: string,
  documentDateWord: number,
  label: string,
  amountCents: number,
  currencyWord: number,
  letter: string | null,
  letteredOnWord: number,
  isOpening: 0 | 1,
  statedDueDateWord: number,
  paymentMethodWord: number,
  counterpartWord: number,
];

/** Gives words their numbers while a file is read. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();

  of(word: string | null): number {
    if (word === null) return 0;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(word, number);
    return number;
  }

  /** Every word with its number. */
  all(): Iterable<[word: string, number: number]> {
    return this.#numbers;
  }
}

/** Values of a line. The lines of a customer follow one another in one array without bounds. */
const RECORD_LENGTH = 16;

/** The text of a line; those of a customer are joined by commas into one array. */
export function textOfLine(line: LedgerLine, words: WordNumbers): string {
  const record: LineRecord = [
    line.lineNumber,
    words.of(line.ledgerAccountCode),
    words.of(line.journalCode),
    line.entryNumber,
    words.of(line.lineDate),
    line.documentNumber,
    words.of(line.documentDate),
    line.label,
    line.amountCents,
    words.of(line.currency),
    line.letter,
    words.of(line.letteredOnDate),
    line.isOpening ? 1 : 0,
    words.of(line.statedDueDate),
    words.of(line.paymentMethod),
    words.of(line.counterpart),
  ];
  return JSON.stringify(record).slice(1, -1);
}

/** What the lines of a staging are read with. */
export interface LineReading {
  readonly words: Words;
  /** Counterparts that a later part of an entry corrected, by line. */
  readonly amended: ReadonlyMap<number, Counterpart>;
  readonly labels: LineLabels;
  readonly importId: number;
}

/** The lines of a customer's text, as the interpretation reads them. */
export function linesOfText(text: string, reading: LineReading): FactLine[] {
  const values = JSON.parse(text) as unknown[];
  const lines: FactLine[] = [];
  for (let at = 0; at < values.length; at += RECORD_LENGTH) lines.push(lineAt(values, at, reading));
  return lines;
}

function lineAt(values: readonly unknown[], at: number, reading: LineReading): FactLine {
  const { words, amended, labels, importId } = reading;
  const word = (offset: number) => words[values[at + offset] as number] ?? null;
  const account = word(1) ?? '';
  const journal = word(2) ?? '';
  const lineNumber = values[at] as number;
  return {
    importId,
    lineNumber,
    customerCode: '',
    ledgerAccountCode: account,
    ledgerAccountLabel: labels.accountLabels.get(account) ?? '',
    journalCode: journal,
    journalLabel: labels.journalLabels.get(journal) ?? '',
    entryNumber: values[at + 3] as string,
    lineDate: word(4) as CalendarDate,
    documentNumber: values[at + 5] as string,
    documentDate: word(6) as CalendarDate | null,
    label: values[at + 7] as string,
    amountCents: values[at + 8] as number,
    currency: word(9) ?? '',
    letter: values[at + 10] as string | null,
    letteredOnDate: word(11) as CalendarDate | null,
    counterpart: amended.get(lineNumber) ?? (word(15) as Counterpart),
    isOpening: values[at + 12] === 1,
    statedDueDate: word(13) as CalendarDate | null,
    paymentMethod: word(14),
  };
}
