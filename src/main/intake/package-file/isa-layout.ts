/**
 * Records of an Isacompta export (`.isa`): fixed columns, each record with a key of six letters.
 *
 *     VER  version and encoding      DOS  folder          EXO  financial year
 *     CPT  account                   TIERS third party    JOU  journal
 *     ECR  entry                     MVT  line of it      ECHMVT  due date of that line
 *
 * Amounts have a decimal comma and are aligned to the right; days are JJMMAAAA. The layout is that
 * of version 8550 and later (published by free readers of the format); others are refused.
 */

/** First column (0 for the first of the line) and length of each cell read. */
export const ISA_CELLS = {
  textVersion: [13, 4],
  /** 0 for ASCII (the code page of DOS), 1 for ANSI. */
  encoding: [48, 1],
  yearStart: [6, 8],
  yearEnd: [14, 8],
  accountCode: [6, 10],
  accountLabel: [16, 30],
  partyName: [6, 30],
  partyName2: [36, 30],
  partyAddress1: [66, 30],
  partyAddress2: [96, 30],
  partyCountry: [126, 5],
  partyPostalCode: [131, 8],
  partyCity: [139, 30],
  partyPhone: [169, 17],
  journalCode: [6, 2],
  journalLabel: [8, 30],
  journalKind: [38, 2],
  entryJournal: [6, 2],
  entryDate: [8, 8],
  entryDocument: [16, 8],
  entryLabel: [24, 30],
  entryDocumentDate: [54, 8],
  /** Rank of the entry in the year; tells entries apart. */
  entryNumber: [108, 11],
  entryCurrency: [120, 3],
  lineAccount: [6, 10],
  lineLabel: [16, 30],
  lineDebit: [46, 13],
  lineCredit: [59, 13],
  /** 0: not lettered; 1: lettered; 2: lettered with a line of an earlier year. */
  lineLettering: [106, 1],
  lineLetter: [107, 3],
  lineLetteredOn: [151, 8],
  partAmount: [6, 13],
  partDueDate: [29, 8],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type IsaCell = keyof typeof ISA_CELLS;

/** A cell of a record, without its padding. */
export function isaCell(record: string, cell: IsaCell): string {
  const [start, length] = ISA_CELLS[cell];
  return record.slice(start, start + length).trim();
}

/** The key of a record. */
export function isaKey(record: string): string {
  return record.slice(0, 6).trim();
}

/** The oldest text version whose columns are these. */
export const ISA_TEXT_VERSION_MIN = 8550;
