/**
 * Lists of what is open on a day (échéanciers), after the ledger or without one.
 *
 * A list says what is open, not how the rest was settled: an item that is no longer there has left
 * between the two lists, cause to be confirmed (PRACTICE R5), and one that is smaller was partly
 * settled, nobody says by what. Both are dated in the middle of the interval. An item that comes
 * back, or that the ledger held for settled, is open again.
 *
 * A list older than what a ledger covers has nothing to add; its due dates are still believed.
 */
import { addDays, type CalendarDate, daysBetween, laterOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { settleConfirmed } from './bank-receipts.ts';
import { compareText, naturalKeysOf } from './document-key.ts';
import { type DueContext, enterItem, enterPayment } from './entering.ts';
import type {
  AllocationBasis,
  CustomerFacts,
  FactItem,
  LiveImport,
  SettlementNature,
} from './interpretation.ts';
import { type Book, itemAt, type Position } from './settlement-book.ts';

interface List {
  readonly import: LiveImport;
  readonly items: readonly FactItem[];
}

/** Applies the lists that count, oldest first. Keys of the ledger's items must be given. */
export function applyOpenItemLists(book: Book, facts: CustomerFacts, due: DueContext): void {
  const known = new Map<string, Position>();
  for (const position of book.positions) known.set(keyOf(book, position), position);
  let since = lastPeriodDay(facts.imports);
  for (const list of listsOf(facts, since)) {
    settleConfirmed(book, list.import.statedOnDate);
    applyList(book, { list, known, since, due });
    since = list.import.statedOnDate;
  }
}

function lastPeriodDay(imports: readonly LiveImport[]): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const { meaning, statedOnDate } of imports) {
    if (meaning === 'period' && (last === null || statedOnDate > last)) last = statedOnDate;
  }
  return last;
}

/** Lists stated after the ledger's last day; of several of one day, the last imported. */
function listsOf({ imports, items }: CustomerFacts, since: CalendarDate | null): List[] {
  const byDay = new Map<CalendarDate, LiveImport>();
  const lists = imports.filter(({ meaning }) => meaning === 'open_items');
  for (const one of lists.toSorted((a, b) => a.importId - b.importId)) {
    if (since === null || one.statedOnDate > since) byDay.set(one.statedOnDate, one);
  }
  return [...byDay.values()]
    .sort((a, b) => compareText(a.statedOnDate, b.statedOnDate))
    .map((one) => ({
      import: one,
      items: items.filter(({ importId }) => importId === one.importId),
    }));
}

/**
 * Tells which positions the first list speaks of: these may be settled among themselves before it,
 * the others only after it. Null where no list counts.
 */
export function beforeLists(facts: CustomerFacts): ((position: Position) => boolean) | null {
  const [first] = listsOf(facts, lastPeriodDay(facts.imports));
  if (first === undefined) return null;
  return (position) => isToldBefore(first.import, position);
}

interface Step {
  readonly list: List;
  readonly known: Map<string, Position>;
  readonly since: CalendarDate | null;
  readonly due: DueContext;
}

function applyList(book: Book, step: Step): void {
  const { list, known, since } = step;
  const day = list.import.statedOnDate;
  const listed = new Set<Position>();
  const keys = keysOfList(list.items, day);
  const own = new Set(keys);
  for (const [index, item] of list.items.entries()) {
    const key = keys[index] as string;
    let openCents = Math.abs(item.openCents);
    for (const position of heldFor(known, { key, own, listed })) {
      const held = Math.min(openCents, position.amountCents);
      // A list as open as if no receipt had come in does not know of it: the receipt stands.
      const isUnaware = position.bankCents > 0 && held === position.leftCents + position.bankCents;
      const stated = { openCents: held, basis: 'stated', nature: 'unknown' } as const;
      if (!isUnaware) stateOpen(book, position, { day, since, ...stated });
      restateDueDate(book, position, item);
      listed.add(position);
      openCents -= held;
      if (openCents === 0) break;
    }
    if (openCents === 0 && known.has(key)) continue;
    if (item.kind === 'payment' && isOfBank(book, openCents)) continue;
    const rest = { ...item, openCents: isNegative(item) ? -openCents : openCents };
    const position = enterListed(book, rest, { ...step, key });
    if (position !== null) listed.add(position);
  }
  for (const position of known.values()) {
    // Lists are of ordinary accounts: a bill or a doubtful item is not expected in them.
    const isExpected = position.role === 'ordinary' && isToldBefore(list.import, position);
    if (listed.has(position) || !isExpected || position.isBankOnly) continue;
    stateOpen(book, position, { day, since, openCents: 0, basis: 'left', nature: 'left' });
  }
}

/** A credit that the list shows and that is what was left of a receipt of the bank. */
function isOfBank(book: Book, openCents: Cents): boolean {
  return book.positions.some((one) => one.isBankOnly && one.leftCents === openCents);
}

/**
 * The positions that hold what a line of the list says is open: its own, then, where that is too
 * small, the others of the document (a ledger may split by VAT what a list says in one line).
 */
function* heldFor(
  known: ReadonlyMap<string, Position>,
  { key, own, listed }: { key: string; own: ReadonlySet<string>; listed: ReadonlySet<Position> },
): Generator<Position> {
  const position = known.get(key);
  if (position === undefined) return;
  yield position;
  const { documentKey, isDebit } = position;
  for (const [otherKey, other] of [...known]) {
    const isOfDocument = documentKey !== '' && other.documentKey === documentKey && other.item >= 0;
    const isMore = otherKey.startsWith(`${key}${MORE}`) || (isOfDocument && position.item >= 0);
    if (!isMore || other.isDebit !== isDebit || other === position) continue;
    if (!own.has(otherKey) && !listed.has(other)) yield other;
  }
}

/** Marks the key of what a list adds to an item that was too small for it. */
const MORE = '+';

/** Lists say nothing of later days or of rows told after them. */
function isToldBefore({ statedOnDate, importId }: LiveImport, position: Position): boolean {
  return position.date <= statedOnDate && !(position.isRow && position.importId > importId);
}

/** Keys of a list, none twice: a line that repeats another is told apart by its ordinal. */
function keysOfList(items: readonly FactItem[], day: CalendarDate): string[] {
  const keys = naturalKeysOf(
    items.map((item) => ({
      documentNumber: item.documentNumber,
      documentDate: item.documentDate ?? day,
      statedDueDate: item.dueDate,
      amountCents: isNegative(item) ? -Math.abs(item.amountCents) : Math.abs(item.amountCents),
      label: item.label,
      rank: item.rank,
    })),
  );
  const times = new Map<string, number>();
  return keys.map((plain, index) => {
    const key = items[index]?.kind === 'payment' ? `payment ${plain}` : plain;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}~${time}`;
  });
}

/** A position for what the list is the first to say; null where that is nothing. */
function enterListed(book: Book, item: FactItem, step: Step & { key: string }): Position | null {
  const { known, list, due } = step;
  const day = list.import.statedOnDate;
  const isMore = known.has(step.key);
  const openCents = Math.abs(item.openCents);
  const size = isMore ? openCents : Math.max(Math.abs(item.amountCents), openCents);
  if (size === 0) return null;
  const key = freeKey(known, step.key);
  const isCredit = isNegative(item);
  const bookedDate =
    item.documentDate !== null && item.documentDate < day ? item.documentDate : day;
  const common = { ...item, ...OF_A_LIST };
  let position: Position;
  if (item.kind === 'payment') {
    const receipt = { kind: 'entry', nature: 'unknown', isReturn: false } as const;
    position = enterPayment(book, {
      ...common,
      ...receipt,
      amountCents: size,
      lineDate: bookedDate,
    });
  } else {
    const kind = isCredit ? 'credit_note' : 'invoice';
    const amountCents = isCredit ? -size : size;
    const documentDate = item.documentDate ?? day;
    const statement = { ...common, kind, amountCents, documentDate, bookedDate } as const;
    position = enterItem(book, { ...statement, statedDueDate: item.dueDate }, due);
    itemAt(book, position.item).key = key;
  }
  known.set(key, position);
  stateOpen(book, position, { day, since: day, openCents, basis: 'stated', nature: 'unknown' });
  return position;
}

const OF_A_LIST = {
  role: 'ordinary',
  isOpening: false,
  group: null,
  letteredOnDate: null,
  isRow: false,
} as const;

/** An invoice overpaid is listed with a negative residue: a credit like others. */
function isNegative({ kind, amountCents, openCents }: FactItem): boolean {
  return kind !== 'invoice' || (openCents === 0 ? amountCents < 0 : openCents < 0);
}

function freeKey(known: ReadonlyMap<string, Position>, key: string): string {
  let free = key;
  while (known.has(free)) free += MORE;
  return free;
}

interface Restatement {
  readonly day: CalendarDate;
  readonly since: CalendarDate | null;
  readonly openCents: Cents;
  readonly basis: AllocationBasis;
  readonly nature: SettlementNature;
}

/** Brings what is left of a position to what the list says. */
function stateOpen(book: Book, position: Position, stated: Restatement): void {
  const change = position.leftCents - stated.openCents;
  const from = laterOf(position.date, stated.since ?? position.date);
  const middle =
    from < stated.day ? addDays(from, Math.floor(daysBetween(from, stated.day) / 2)) : stated.day;
  const effectiveDate = laterOf(change > 0 ? middle : stated.day, position.settledUpTo);
  if (change !== 0) {
    const isItem = position.item >= 0;
    const sign = isItem === position.isDebit ? 1 : -1;
    book.allocations.push({
      item: isItem ? position.item : null,
      payment: isItem ? null : position.payment,
      amountCents: sign * change,
      effectiveDate,
      basis: change > 0 ? stated.basis : 'reversal',
      nature: stated.nature,
    });
    position.leftCents = stated.openCents;
  }
  position.openFrom = laterOf(stated.day, position.openFrom);
  position.settledUpTo = laterOf(effectiveDate, position.openFrom);
}

function restateDueDate(book: Book, position: Position, stated: FactItem): void {
  if (position.item < 0 || stated.dueDate === null) return;
  const item = itemAt(book, position.item);
  item.dueDate = stated.dueDate;
  item.dueBasis = 'stated';
}

function keyOf(book: Book, position: Position): string {
  return position.item < 0 ? `payment #${position.payment}` : itemAt(book, position.item).key;
}
