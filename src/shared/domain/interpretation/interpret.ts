/**
 * `interpret`: what the stated lines of one customer mean.
 *
 * A pure function of the facts; the ledger keeps its answer in droppable tables and calls it again
 * whenever a fact of the customer changes. The order of its work:
 *
 *     live lines and rows → positions and keys → lettered groups → money returned → openings
 *         → lists of open items → virtual lettering of what is left
 */
import type { AccountRole } from '../statement/account-role.ts';
import { enterReceipts, settleConfirmed } from './bank-receipts.ts';
import { naturalKeysOf, nextKey } from './document-key.ts';
import { type DueContext, enterLine } from './entering.ts';
import type {
  CustomerFacts,
  FactLine,
  Interpretation,
  NatureQuestion,
  SettlementNature,
} from './interpretation.ts';
import { statedDueDatesOf } from './item-due-date.ts';
import { settleLetteredGroups } from './lettered-groups.ts';
import { type LineMeaning, meaningOf, naturePatternOf } from './line-meaning.ts';
import { liveLinesOf } from './live-lines.ts';
import { resolveLooseReturns, returnsIndexOf } from './money-returned.ts';
import { applyOpenItemLists, beforeLists } from './open-item-lists.ts';
import { type Book, byDay, emptyBook, itemAt, type Position } from './settlement-book.ts';
import { enterRows, settleStatedRows } from './stated-rows.ts';
import { settleOpeningsWithLettered, settleVirtually } from './virtual-lettering.ts';

/** Items, payments, allocations and open questions of one customer. */
export function interpret(facts: CustomerFacts): Interpretation {
  const book = emptyBook();
  const due: DueContext = { terms: facts.terms, stated: statedDueDatesOf(facts) };
  const questions = enterLines(book, facts, due);
  giveKeys(book);
  const ofLedger = book.items.length;
  enterRows(book, facts, due.stated);
  giveKeysAfter(book, ofLedger);
  enterReceipts(book, facts.receipts ?? []);
  if (facts.rows.length > 0 || book.confirmed.length > 0) book.positions.sort(byDay);
  const returns = returnsIndexOf(book);
  book.keepsTraces = returns !== null;
  settleLetteredGroups(book, returns);
  settleConfirmed(book, null);
  if (returns !== null) resolveLooseReturns(book, returns);
  settleOpeningsWithLettered(book);
  const isBeforeLists = beforeLists(facts);
  if (isBeforeLists !== null) {
    settleRest(book, facts, isBeforeLists);
    applyOpenItemLists(book, facts, due);
    book.positions.sort(byDay);
  }
  settleConfirmed(book, null);
  settleRest(book, facts, () => true);
  linkCancelled(book);
  putDueDates(book, facts);
  const { items, payments, allocations } = book;
  return { items, payments, allocations, questions };
}

/** What nobody lettered, among some positions: as rows say, then as virtual lettering proposes. */
function settleRest(
  book: Book,
  facts: CustomerFacts,
  isMeant: (position: Position) => boolean,
): void {
  settleStatedRows(book, facts, isMeant);
  settleVirtually(book, isMeant);
}

/** Enters the lines that count; answers the questions of nature that they leave open. */
function enterLines(book: Book, facts: CustomerFacts, due: DueContext): NatureQuestion[] {
  const roleOf = (code: string): AccountRole => facts.roles.get(code) ?? 'ordinary';
  const rules = new Map<string, SettlementNature>();
  for (const { pattern, nature } of facts.natureRules) rules.set(pattern, nature);
  const questions = new Map<string, NatureQuestion>();
  for (const line of liveLinesOf(facts.lines, facts.imports, roleOf)) {
    if (line.amountCents === 0) continue;
    const role = roleOf(line.ledgerAccountCode);
    const meaning = meaningOf(line, role, rules);
    enterLine(book, line, { role, meaning }, due);
    ask(questions, line, meaning);
  }
  return [...questions.values()];
}

function ask(questions: Map<string, NatureQuestion>, line: FactLine, meaning: LineMeaning): void {
  if (meaning.is === 'item' || meaning.nature !== 'unknown' || meaning.kind === 'deposit') return;
  const pattern = naturePatternOf(line);
  const known = questions.get(pattern);
  questions.set(pattern, {
    pattern,
    count: (known?.count ?? 0) + 1,
    amountCents: (known?.amountCents ?? 0) - line.amountCents,
    exampleLabel: known?.exampleLabel ?? line.label,
  });
}

function giveKeys(book: Book): void {
  const keys = naturalKeysOf(book.keyParts);
  for (let index = 0; index < keys.length; index += 1) {
    itemAt(book, index).key = keys[index] as string;
  }
}

/** Keys of what tables added; items of the ledger keep theirs, whatever comes beside them. */
function giveKeysAfter({ items, keyParts }: Book, ofLedger: number): void {
  if (items.length === ofLedger) return;
  const taken = new Set(items.slice(0, ofLedger).map(({ key }) => key));
  const keys = naturalKeysOf(keyParts.slice(ofLedger));
  for (const [index, item] of items.slice(ofLedger).entries()) {
    item.key = keys[index] as string;
    while (taken.has(item.key)) item.key = nextKey(item.key);
    taken.add(item.key);
  }
}

function linkCancelled(book: Book): void {
  for (const [one, other] of book.cancelled) {
    const first = itemAt(book, one);
    const second = itemAt(book, other);
    first.reversedByKey = second.key;
    second.reversedByKey = first.key;
  }
}

/** The invoice that the customer holds says better than the ledger; a person, better than both. */
function putDueDates({ items }: Book, facts: CustomerFacts): void {
  const { invoiceDueDates, dueDateOverrides } = facts;
  if (invoiceDueDates.size === 0 && dueDateOverrides.size === 0) return;
  for (const item of items) {
    const stated = invoiceDueDates.get(item.key);
    const typed = dueDateOverrides.get(item.key);
    const dueDate = typed ?? stated;
    if (dueDate === undefined) continue;
    item.dueDate = dueDate;
    item.dueBasis = typed === undefined ? 'stated' : 'typed';
  }
}
