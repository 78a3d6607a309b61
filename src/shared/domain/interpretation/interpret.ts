/**
 * `interpret`: what the stated lines of one customer mean.
 *
 * A pure function of the facts; the ledger keeps its answer in droppable tables and calls it again
 * whenever a fact of the customer changes. The order of its work:
 *
 *     live lines → positions → lettered groups → money returned → openings → lists of open items
 *                → virtual lettering → keys
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { dueDateOf } from '../terms/due-date.ts';
import type { DueBasis, PaymentTerms } from '../terms/payment-terms.ts';
import { documentKeyOf, type KeyParts, naturalKeysOf } from './document-key.ts';
import type {
  CustomerFacts,
  FactLine,
  Interpretation,
  NatureQuestion,
  SettlementNature,
} from './interpretation.ts';
import { settleLetteredGroups } from './lettered-groups.ts';
import { isDatedOpening, type LineMeaning, meaningOf, naturePatternOf } from './line-meaning.ts';
import { liveLinesOf } from './live-lines.ts';
import { resolveLooseReturns, returnsIndexOf } from './money-returned.ts';
import { type Book, emptyBook } from './settlement-book.ts';
import { settleOpeningsWithLettered, settleVirtually } from './virtual-lettering.ts';

/** Items, payments, allocations and open questions of one customer. */
export function interpret(facts: CustomerFacts): Interpretation {
  const book = emptyBook();
  const roleOf = (code: string): AccountRole => facts.roles.get(code) ?? 'ordinary';
  const keyParts: KeyParts[] = [];
  const questions = new Map<string, NatureQuestion>();
  const rules = rulesOf(facts);
  for (const line of liveLinesOf(facts.lines, facts.imports, roleOf)) {
    if (line.amountCents === 0) continue;
    const role = roleOf(line.ledgerAccountCode);
    const meaning = meaningOf(line, role, rules);
    enterLine(book, keyParts, { line, role, meaning, facts });
    ask(questions, line, meaning);
  }
  const returns = returnsIndexOf(book);
  book.keepsTraces = returns !== null;
  settleLetteredGroups(book, returns);
  if (returns !== null) resolveLooseReturns(book, returns);
  settleOpeningsWithLettered(book);
  settleVirtually(book);
  return finish(book, keyParts, { facts, questions });
}

const NO_RULES: ReadonlyMap<string, SettlementNature> = new Map();

function rulesOf({ natureRules }: CustomerFacts): ReadonlyMap<string, SettlementNature> {
  if (natureRules.length === 0) return NO_RULES;
  return new Map(natureRules.map(({ pattern, nature }) => [pattern, nature]));
}

interface Entered {
  readonly line: FactLine;
  readonly role: AccountRole;
  readonly meaning: LineMeaning;
  readonly facts: CustomerFacts;
}

function enterLine(book: Book, keyParts: KeyParts[], entered: Entered): void {
  const { line, role, meaning } = entered;
  const isItem = meaning.is === 'item';
  book.positions.push({
    isDebit: line.amountCents > 0,
    item: isItem ? book.items.length : -1,
    payment: isItem ? -1 : book.payments.length,
    amountCents: Math.abs(line.amountCents),
    leftCents: Math.abs(line.amountCents),
    date: line.lineDate,
    openFrom: line.lineDate,
    role,
    currency: line.currency,
    documentKey: documentKeyOf(line.documentNumber),
    label: line.label,
    nature: isItem ? 'credit_note' : meaning.nature,
    isOpening: line.isOpening,
    group: line.letter === null ? null : `${line.ledgerAccountCode}|${line.letter}`,
    letteredOnDate: line.letteredOnDate,
    importId: line.importId,
    isReturn: !isItem && meaning.isReturn,
    isReturned: false,
    traces: null,
  });
  if (isItem) enterItem(book, keyParts, { ...entered, kind: meaning.kind });
  else {
    book.payments.push({
      kind: meaning.kind,
      nature: meaning.nature,
      role,
      receivedDate: line.lineDate,
      amountCents: -line.amountCents,
      currency: line.currency,
      reference: line.documentNumber,
      label: line.label,
      importId: line.importId,
      lineNumber: line.lineNumber,
    });
  }
}

function enterItem(
  book: Book,
  keyParts: KeyParts[],
  { line, role, facts, kind }: Entered & { kind: Interpretation['items'][number]['kind'] },
): void {
  const isDummy = line.isOpening && !isDatedOpening(line);
  const documentDate = isDummy ? line.lineDate : (line.documentDate ?? line.lineDate);
  const { dueDate, dueBasis } = dueOf(line, documentDate, { kind, facts });
  const { documentNumber, amountCents, label, statedDueDate } = line;
  book.items.push({
    key: '',
    kind,
    role,
    documentNumber,
    documentDate,
    bookedDate: line.lineDate,
    dueDate,
    dueBasis,
    amountCents,
    currency: line.currency,
    label,
    importId: line.importId,
    lineNumber: line.lineNumber,
    reversedByKey: null,
    namesDocumentNumber: null,
  });
  keyParts.push({ documentNumber, documentDate, statedDueDate, amountCents, label, rank: null });
}

interface Due {
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
}

function dueOf(
  line: FactLine,
  documentDate: CalendarDate,
  { kind, facts }: { kind: string; facts: CustomerFacts },
): Due {
  if (kind === 'opening') return { dueDate: null, dueBasis: 'none' };
  if (line.statedDueDate !== null) return { dueDate: line.statedDueDate, dueBasis: 'stated' };
  const { terms, isConfirmed } = facts.terms;
  const dueBasis = isConfirmed ? 'confirmed_terms' : 'estimated';
  // A credit note and a fee are worth their amount from their own day.
  if (kind === 'credit_note' || kind === 'fee') return { dueDate: documentDate, dueBasis };
  return { dueDate: dueDateByTerms(documentDate, terms), dueBasis };
}

/** Invoices share few dates: each is worked out once per terms. */
const dueDates = new WeakMap<PaymentTerms, Map<CalendarDate, CalendarDate>>();

function dueDateByTerms(documentDate: CalendarDate, terms: PaymentTerms): CalendarDate {
  let known = dueDates.get(terms);
  if (known === undefined) {
    known = new Map();
    dueDates.set(terms, known);
  }
  let dueDate = known.get(documentDate);
  if (dueDate === undefined) {
    dueDate = dueDateOf(documentDate, terms);
    known.set(documentDate, dueDate);
  }
  return dueDate;
}

function ask(questions: Map<string, NatureQuestion>, line: FactLine, meaning: LineMeaning): void {
  if (meaning.is === 'item' || meaning.nature !== 'unknown' || meaning.kind === 'deposit') return;
  const pattern = naturePatternOf(line);
  const known = questions.get(pattern);
  const amountCents: Cents = -line.amountCents;
  questions.set(pattern, {
    pattern,
    count: (known?.count ?? 0) + 1,
    amountCents: (known?.amountCents ?? 0) + amountCents,
    exampleLabel: known?.exampleLabel ?? line.label,
  });
}

function finish(
  book: Book,
  keyParts: readonly KeyParts[],
  { facts, questions }: { facts: CustomerFacts; questions: Map<string, NatureQuestion> },
): Interpretation {
  const { items, payments, allocations } = book;
  const keys = naturalKeysOf(keyParts);
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    const key = keys[index];
    if (item === undefined || key === undefined) continue;
    item.key = key;
    const typed = facts.dueDateOverrides.get(key);
    if (typed === undefined) continue;
    item.dueDate = typed;
    item.dueBasis = 'typed';
  }
  for (const [one, other] of book.cancelled) {
    const first = items[one];
    const second = items[other];
    if (first === undefined || second === undefined) continue;
    first.reversedByKey = second.key;
    second.reversedByKey = first.key;
  }
  return { items, payments, allocations, questions: [...questions.values()] };
}
