/**
 * Entering a statement in the book: one item or one payment, and its position.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { documentKeyOf } from './document-key.ts';
import type {
  CustomerFacts,
  FactLine,
  InterpretedPayment,
  ItemKind,
  SettlementNature,
} from './interpretation.ts';
import { dueOf, type StatedDueDates } from './item-due-date.ts';
import { isDatedOpening, type LineMeaning } from './line-meaning.ts';
import type { Book, Position } from './settlement-book.ts';

interface Statement {
  readonly role: AccountRole;
  readonly documentNumber: string;
  /** Signed as the account has it for an item; positive for money received. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly label: string;
  readonly importId: number;
  readonly lineNumber: number;
  readonly isOpening: boolean;
  readonly group: string | null;
  readonly letteredOnDate: CalendarDate | null;
  readonly isRow: boolean;
  /** False where the document number is that of an opening entry, and so no document's. */
  readonly isReferenced?: boolean;
}

export interface ItemStatement extends Statement {
  readonly kind: ItemKind;
  readonly documentDate: CalendarDate;
  readonly bookedDate: CalendarDate;
  readonly statedDueDate: CalendarDate | null;
}

export interface PaymentStatement extends Statement {
  readonly kind: InterpretedPayment['kind'];
  readonly nature: SettlementNature;
  readonly lineDate: CalendarDate;
  readonly isReturn: boolean;
}

export interface DueContext {
  readonly terms: CustomerFacts['terms'];
  readonly stated: StatedDueDates;
}

/** Enters an item; its key is given later, when all items are known. */
export function enterItem(book: Book, statement: ItemStatement, due: DueContext): Position {
  const { kind, role, documentNumber, documentDate, bookedDate, amountCents } = statement;
  const { currency, label, importId, lineNumber, statedDueDate } = statement;
  const position = enterPosition(book, statement, {
    isDebit: amountCents > 0,
    item: book.items.length,
    payment: -1,
    date: bookedDate,
    nature: 'credit_note',
    isReturn: false,
  });
  const { dueDate, dueBasis } = dueOf(statement, due.terms, due.stated);
  book.items.push({
    key: '',
    kind,
    role,
    documentNumber,
    documentDate,
    bookedDate,
    dueDate,
    dueBasis,
    amountCents,
    currency,
    label,
    importId,
    lineNumber,
    reversedByKey: null,
    namesDocumentNumber: null,
  });
  book.keyParts.push({ documentNumber, documentDate, statedDueDate, amountCents, label });
  return position;
}

/** Enters a payment; positive when money came in. */
export function enterPayment(book: Book, statement: PaymentStatement): Position {
  const { kind, nature, role, lineDate, amountCents, currency, label } = statement;
  const { importId, lineNumber, documentNumber, isReturn } = statement;
  const position = enterPosition(book, statement, {
    isDebit: amountCents < 0,
    item: -1,
    payment: book.payments.length,
    date: lineDate,
    nature,
    isReturn,
  });
  book.payments.push({
    kind,
    nature,
    role,
    receivedDate: lineDate,
    amountCents,
    currency,
    reference: documentNumber,
    label,
    importId,
    lineNumber,
  });
  return position;
}

interface Place {
  readonly isDebit: boolean;
  readonly item: number;
  readonly payment: number;
  readonly date: CalendarDate;
  readonly nature: SettlementNature;
  readonly isReturn: boolean;
}

function enterPosition(book: Book, statement: Statement, place: Place): Position {
  const amountCents = Math.abs(statement.amountCents);
  const position: Position = {
    isDebit: place.isDebit,
    item: place.item,
    payment: place.payment,
    amountCents,
    leftCents: amountCents,
    date: place.date,
    openFrom: place.date,
    settledUpTo: place.date,
    role: statement.role,
    currency: statement.currency,
    documentKey: statement.isReferenced === false ? '' : documentKeyOf(statement.documentNumber),
    label: statement.label,
    nature: place.nature,
    isOpening: statement.isOpening,
    group: statement.group,
    letteredOnDate: statement.letteredOnDate,
    importId: statement.importId,
    isRow: statement.isRow,
    isReturn: place.isReturn,
    isBankOnly: false,
    bankCents: 0,
    isReturned: false,
    traces: null,
  };
  book.positions.push(position);
  return position;
}

/** Enters a line of the ledger by what it means. */
export function enterLine(
  book: Book,
  line: FactLine,
  { role, meaning }: { readonly role: AccountRole; readonly meaning: LineMeaning },
  due: DueContext,
): void {
  const { documentNumber, currency, label, importId, lineNumber } = line;
  const isDummy = line.isOpening && !isDatedOpening(line);
  const common = {
    role,
    documentNumber,
    currency,
    label,
    importId,
    lineNumber,
    isOpening: line.isOpening,
    group: line.letter === null ? null : `${line.letter}|${currency}|${line.ledgerAccountCode}`,
    letteredOnDate: line.letteredOnDate,
    isRow: false,
    isReferenced: !isDummy,
    amountCents: line.amountCents,
  };
  if (meaning.is === 'payment') {
    const { kind, nature, isReturn } = meaning;
    const amountCents = -line.amountCents;
    const { lineDate } = line;
    enterPayment(book, { ...common, amountCents, kind, nature, lineDate, isReturn });
    return;
  }
  const documentDate = isDummy ? line.lineDate : (line.documentDate ?? line.lineDate);
  const { kind } = meaning;
  const { statedDueDate, lineDate: bookedDate } = line;
  enterItem(book, { ...common, kind, documentDate, bookedDate, statedDueDate }, due);
}
