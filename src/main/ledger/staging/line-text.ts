/**
 * Ledger lines as a staging keeps them: the lines of one customer together, as one JSON text.
 *
 * Written row by row they would cost as much as in the ledger itself, only to be read back in
 * another order; a text a customer is forty times fewer rows. The counterpart stands last, apart
 * from what is hashed: the last part of an entry may correct it.
 */
import type { FactLine } from '../../../shared/domain/interpretation/interpretation.ts';
import type { Counterpart, LedgerLine } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { LineLabels } from '../interpretation/facts.ts';

/** One line as it is kept. */
export type LineRecord = [
  lineNumber: number,
  account: string,
  journal: string,
  entry: string,
  lineDate: CalendarDate,
  document: string,
  documentDate: CalendarDate | null,
  label: string,
  amountCents: number,
  currency: string,
  letter: string | null,
  letteredOn: CalendarDate | null,
  isOpening: 0 | 1,
  statedDueDate: CalendarDate | null,
  paymentMethod: string | null,
  counterpart: Counterpart,
];

/** What of a line is hashed: all the file says of it. */
export function hashedTextOf(line: Omit<LedgerLine, 'counterpart'>): string {
  return JSON.stringify([
    line.lineNumber,
    line.ledgerAccountCode,
    line.journalCode,
    line.entryNumber,
    line.lineDate,
    line.documentNumber,
    line.documentDate,
    line.label,
    line.amountCents,
    line.currency,
    line.letter,
    line.letteredOnDate,
    line.isOpening ? 1 : 0,
    line.statedDueDate,
    line.paymentMethod,
  ]);
}

/** The text of a line, made of its hashed text. */
export function keptTextOf(hashedText: string, counterpart: Counterpart): string {
  return `${hashedText.slice(0, -1)},"${counterpart}"]`;
}

/** The records of a customer's text, corrected where a later part of an entry said so. */
export function recordsOf(text: string, amended: ReadonlyMap<number, Counterpart>): LineRecord[] {
  const records = JSON.parse(text) as LineRecord[];
  if (amended.size > 0) {
    for (const record of records) record[15] = amended.get(record[0]) ?? record[15];
  }
  return records;
}

/** A record as the interpretation reads it. */
export function factLineOf(
  record: LineRecord,
  of: { readonly importId: number; readonly customerCode: string; readonly labels: LineLabels },
): FactLine {
  return {
    importId: of.importId,
    lineNumber: record[0],
    customerCode: of.customerCode,
    ledgerAccountCode: record[1],
    ledgerAccountLabel: of.labels.accountLabels.get(record[1]) ?? '',
    journalCode: record[2],
    journalLabel: of.labels.journalLabels.get(record[2]) ?? '',
    entryNumber: record[3],
    lineDate: record[4],
    documentNumber: record[5],
    documentDate: record[6],
    label: record[7],
    amountCents: record[8],
    currency: record[9],
    letter: record[10],
    letteredOnDate: record[11],
    counterpart: record[15],
    isOpening: record[12] === 1,
    statedDueDate: record[13],
    paymentMethod: record[14],
  };
}
