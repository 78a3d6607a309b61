/**
 * Tables that add: invoices, credit notes and receipts told row by row.
 *
 * A row that a later ledger restates no longer counts, a row told twice by two files counts once,
 * and an invoice that the ledger already holds (same number, same amount) only gives its due date.
 * A receipt that names its document settles it; the others are proposed like the ledger's own.
 */
import { documentKeyOf } from './document-key.ts';
import { enterItem, enterPayment } from './entering.ts';
import type { CustomerFacts, FactRow } from './interpretation.ts';
import type { StatedDueDates } from './item-due-date.ts';
import { isRestated } from './live-lines.ts';
import { type Book, itemAt, type Position, paymentAt, settle } from './settlement-book.ts';

/** Enters the rows that count, oldest first. */
export function enterRows(book: Book, facts: CustomerFacts, stated: StatedDueDates): void {
  const rows = liveRowsOf(facts);
  if (rows.length === 0) return;
  const inLedger = new Set<string>();
  for (const { item, documentKey, isDebit, amountCents } of book.positions) {
    if (item >= 0) inLedger.add(`${documentKey}|${isDebit ? amountCents : -amountCents}`);
  }
  for (const row of rows) {
    const documentKey = documentKeyOf(row.documentNumber);
    if (row.kind === 'payment') {
      if (row.amountCents !== 0) enterReceipt(book, row);
      continue;
    }
    const size = Math.abs(row.amountCents);
    const amountCents = row.kind === 'credit_note' ? -size : row.amountCents;
    const isKnown = documentKey !== '' && inLedger.has(`${documentKey}|${amountCents}`);
    if (isKnown || amountCents === 0) continue;
    enterItem(
      book,
      {
        ...row,
        kind: amountCents < 0 ? 'credit_note' : 'invoice',
        role: 'ordinary',
        amountCents,
        bookedDate: row.documentDate,
        statedDueDate: row.dueDate,
        isOpening: false,
        group: null,
        letteredOnDate: null,
        isRow: true,
      },
      { terms: facts.terms, stated },
    );
  }
}

function enterReceipt(book: Book, row: FactRow): void {
  enterPayment(book, {
    ...row,
    kind: row.amountCents < 0 ? 'refund' : 'receipt',
    nature: 'bank',
    role: 'ordinary',
    lineDate: row.documentDate,
    isOpening: false,
    group: null,
    letteredOnDate: null,
    isReturn: row.amountCents < 0,
    isRow: true,
  });
}

/** Receipts and credit notes of rows against the documents they name, among some positions. */
export function settleStatedRows(
  book: Book,
  facts: CustomerFacts,
  isMeant: (position: Position) => boolean,
): void {
  const naming = liveRowsOf(facts).flatMap(({ importId, lineNumber, settlesDocumentNumber }) => {
    const documentKey = documentKeyOf(settlesDocumentNumber ?? '');
    return documentKey === '' ? [] : [{ line: `${importId}|${lineNumber}`, documentKey }];
  });
  if (naming.length === 0) return;
  const byDocument = Map.groupBy(
    book.positions.filter((one) => one.isDebit && one.item >= 0 && isMeant(one)),
    ({ documentKey }) => documentKey,
  );
  const credits = new Map<string, Position>();
  for (const position of book.positions) {
    if (!position.isDebit && position.isRow) credits.set(lineNameOf(book, position), position);
  }
  for (const { line, documentKey } of naming) {
    const credit = credits.get(line);
    if (credit === undefined || !isMeant(credit)) continue;
    for (const debit of byDocument.get(documentKey) ?? []) settle(book, debit, credit, 'stated');
  }
}

function lineNameOf(book: Book, { item, payment }: Position): string {
  const { importId, lineNumber } = item < 0 ? paymentAt(book, payment) : itemAt(book, item);
  return `${importId}|${lineNumber}`;
}

/** Rows of live imports that no later ledger restates, each statement once, oldest first. */
function liveRowsOf({ rows, imports }: CustomerFacts): FactRow[] {
  if (rows.length === 0) return [];
  const periods = imports.filter(({ meaning }) => meaning === 'period');
  const live = new Set(
    imports.filter(({ meaning }) => meaning === 'rows').map(({ importId }) => importId),
  );
  const byStatement = new Map<string, FactRow>();
  const twins = new Map<string, number>();
  for (const row of rows.toSorted(orderOfRows)) {
    if (!live.has(row.importId)) continue;
    if (isRestated(periods, { importId: row.importId, day: row.documentDate })) continue;
    const { kind, documentNumber, documentDate, amountCents, currency, label } = row;
    const document = documentKeyOf(documentNumber);
    const says = [kind, document, documentDate, amountCents, currency, label].join('|');
    const twin = (twins.get(`${row.importId}|${says}`) ?? 0) + 1;
    twins.set(`${row.importId}|${says}`, twin);
    byStatement.set(`${says}|${twin}`, row);
  }
  return [...byStatement.values()];
}

function orderOfRows(a: FactRow, b: FactRow): number {
  if (a.documentDate !== b.documentDate) return a.documentDate < b.documentDate ? -1 : 1;
  return a.importId - b.importId || a.lineNumber - b.lineNumber;
}
