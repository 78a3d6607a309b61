/**
 * Puts the lines of a ledger together into entries, to learn what answers each customer line.
 *
 * An entry is known by its journal, number and date. Most stand in one block. Where they do not
 * (exports sorted by account, entries shared between two journals), a block that does not balance
 * is kept aside until the rest of it comes; the lines already given are then amended. A block that
 * balances is complete whatever comes later: that keeps the memory small on a million lines.
 *
 * Where the number is missing or nought, the document takes its place.
 */
import {
  type AccountKind,
  counterpartOfWeights,
  MINOR_SHARE_PERCENT,
} from '../../shared/domain/statement/counterpart.ts';
import type { Counterpart, LedgerLine } from '../../shared/domain/statement/statement.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { PrintSet } from './print-set.ts';

/** A line being put together: everything but what only its whole entry tells. */
export type LineDraft = Omit<LedgerLine, 'counterpart' | 'isOpening'>;

export interface EntryLine {
  readonly lineNumber: number;
  readonly kind: AccountKind;
  /** First digit of the account, 0 to 9. */
  readonly accountClass: number;
  readonly amountCents: Cents;
  /** Anything equal for equal document numbers. */
  readonly document: number;
  /** Equal for lines that say the same. */
  readonly print: number;
  /** Null for a line that is not of a customer account. */
  readonly draft: LineDraft | null;
  /** The counterpart it was given, once it was. */
  given: Counterpart | null;
}

/** What is told of an entry beside its lines. */
export interface EntryHead {
  readonly key: string;
  readonly journalCode: string;
  readonly entryNumber: string;
  readonly date: string;
  readonly isOpeningJournal: boolean;
  /** Equal for equal journal, number and day. */
  readonly print: number;
}

export interface EntryBookEvents {
  line(line: LedgerLine): void;
  amend(lineNumber: number, counterpart: Counterpart): void;
  /** An entry that is complete, or that never will be (`differenceCents` is not 0). */
  closed(entry: Entry): void;
  repeated(entry: Entry): void;
}

/** Lines kept aside at most; beyond, they are settled without waiting for more. */
const ASIDE_LINES_MAX = 300_000;
/** A block longer than this is given as it stands. */
const BLOCK_LINES_MAX = 50_000;

export class Entry {
  readonly head: EntryHead;
  readonly lines: EntryLine[] = [];
  differenceCents: Cents = 0;
  customerLines = 0;
  constructor(head: EntryHead) {
    this.head = head;
  }

  add(line: EntryLine): void {
    this.lines.push(line);
    this.differenceCents += line.amountCents;
    if (line.draft !== null) this.customerLines += 1;
  }

  /** Takes over the lines of a further part of the same entry. */
  join(part: Entry): void {
    for (const line of part.lines) this.lines.push(line);
    this.differenceCents += part.differenceCents;
    this.customerLines += part.customerLines;
  }
}

export class EntryBook {
  readonly #events: EntryBookEvents;
  readonly #aside = new Map<string, Entry>();
  readonly #seen = new PrintSet();
  #asideLines = 0;
  #current: Entry | null = null;

  constructor(events: EntryBookEvents) {
    this.#events = events;
  }

  /** Begins a block of lines that share a head. */
  begin(head: EntryHead): void {
    this.#closeBlock();
    this.#current = new Entry(head);
  }

  add(line: EntryLine): void {
    const current = this.#current;
    if (current === null) throw new Error('A line came before the head of its entry.');
    if (current.lines.length < BLOCK_LINES_MAX) {
      current.add(line);
      return;
    }
    this.begin(current.head);
    this.add(line);
  }

  /** Ends the file: what lies aside is joined across journals, then told as unbalanced. */
  finish(): void {
    this.#closeBlock();
    this.#current = null;
    this.#settle();
  }

  /** Puts together what lies aside as well as can be done, and is done with it. */
  #settle(): void {
    for (const entry of runsJoined(joinedAcross(this.#aside.values()))) {
      this.#amend(entry);
      this.#events.closed(entry);
    }
    this.#aside.clear();
    this.#asideLines = 0;
  }

  #closeBlock(): void {
    const block = this.#current;
    if (block === null || block.lines.length === 0) return;
    // Given now by what stands in the block; amended once, when the whole entry is known. To work
    // the entry out again at each of its parts would take for ever on entries of many parts.
    this.#give(block);
    if (block.differenceCents === 0) {
      this.#complete(block);
      return;
    }
    const earlier = this.#aside.get(block.head.key);
    if (earlier === undefined) {
      this.#putAside(block);
      return;
    }
    this.#takeBack(earlier);
    earlier.join(block);
    if (earlier.differenceCents !== 0) {
      this.#putAside(earlier);
      return;
    }
    this.#amend(earlier);
    this.#complete(earlier);
  }

  #complete(entry: Entry): void {
    if (entry.customerLines > 0) this.#watchRepeats(entry);
    this.#events.closed(entry);
  }

  /** Gives the customer lines of a block. */
  #give(entry: Entry): void {
    if (entry.customerLines === 0) return;
    const isOpening = isOpeningEntry(entry);
    const answers = answersOf(entry, isOpening);
    for (const line of entry.lines) {
      if (line.draft === null) continue;
      line.given = answers(line);
      this.#events.line({ ...line.draft, isOpening, counterpart: line.given });
    }
  }

  /** Corrects the lines of an entry that were given before all of it was known. */
  #amend(entry: Entry): void {
    const answers = answersOf(entry, isOpeningEntry(entry));
    for (const line of entry.lines) {
      if (line.given === null) continue;
      const counterpart = answers(line);
      if (counterpart === line.given) continue;
      line.given = counterpart;
      this.#events.amend(line.lineNumber, counterpart);
    }
  }

  #putAside(entry: Entry): void {
    this.#aside.set(entry.head.key, entry);
    this.#asideLines += entry.lines.length;
    if (this.#asideLines > ASIDE_LINES_MAX) this.#settle();
  }

  #takeBack(entry: Entry): void {
    this.#aside.delete(entry.head.key);
    this.#asideLines -= entry.lines.length;
  }

  /** Tells an entry whose lines are those of an earlier one, in the same order. */
  #watchRepeats(entry: Entry): void {
    let low = entry.head.print;
    let high = 0x9e3779b9 | 0;
    for (const line of entry.lines) {
      low = Math.imul(low ^ line.print, 0x01000193);
      high = Math.imul(high ^ (high >>> 15) ^ line.print, 0x85ebca6b);
    }
    if (this.#seen.add(low, high)) this.#events.repeated(entry);
  }
}

/** Unbalanced entries of one number and day, whatever their journals, as one. */
function joinedAcross(entries: Iterable<Entry>): Iterable<Entry> {
  const joined = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.head.entryNumber}\n${entry.head.date}`;
    const before = joined.get(key);
    if (before === undefined) joined.set(key, entry);
    else before.join(entry);
  }
  return joined.values();
}

/** Lines of one entry that each have their own number, at most. */
const RUN_LINES_MAX = 500;

/**
 * Some packages number lines, not entries: lines alone in their entry, of one journal and day, are
 * one entry as soon as they balance.
 */
function runsJoined(entries: Iterable<Entry>): Entry[] {
  const settled: Entry[] = [];
  let run: Entry[] = [];
  let sum = 0;
  const giveUp = () => {
    settled.push(...run);
    run = [];
    sum = 0;
  };
  for (const entry of entries) {
    if (entry.lines.length !== 1) {
      settled.push(entry);
      continue;
    }
    const isOther = run[0] !== undefined && !isSameDayAndJournal(run[0], entry);
    if (isOther || run.length >= RUN_LINES_MAX) giveUp();
    run.push(entry);
    sum += entry.differenceCents;
    if (sum !== 0) continue;
    const [first, ...others] = run;
    for (const other of others) first?.join(other);
    run.length = 1;
    giveUp();
  }
  giveUp();
  return settled;
}

function isSameDayAndJournal({ head: a }: Entry, { head: b }: Entry): boolean {
  return a.journalCode === b.journalCode && a.date === b.date;
}

/**
 * An entry of the opening journal, or one that has its shape: many balance-sheet lines, capital or
 * loans among them, and no income or expense.
 */
function isOpeningEntry(entry: Entry): boolean {
  if (entry.head.isOpeningJournal) return true;
  if (entry.lines.length < 8) return false;
  const classes = new Set(entry.lines.map((line) => line.accountClass));
  return classes.has(1) && classes.has(4) && classes.has(5) && isBalanceSheetOnly(entry);
}

function isBalanceSheetOnly(entry: Entry): boolean {
  return entry.lines.every(({ accountClass }) => accountClass < 6 || accountClass > 7);
}

/** Packages put small corrections of income and expense into the opening journal. */
function isMostlyBalanceSheet(entry: Entry): boolean {
  let all = 0;
  let result = 0;
  for (const { accountClass, amountCents } of entry.lines) {
    all += Math.abs(amountCents);
    if (accountClass === 6 || accountClass === 7) result += Math.abs(amountCents);
  }
  return result * 100 <= all * MINOR_SHARE_PERCENT;
}

function answersOf(entry: Entry, isOpening: boolean): (line: EntryLine) => Counterpart {
  if (isOpening && isMostlyBalanceSheet(entry)) return () => 'opening';
  const whole = bothSides(entry.lines);
  const hasMix = whole.debit === 'mixed' || whole.credit === 'mixed';
  const byDocument = hasMix ? balancedDocuments(entry.lines) : null;
  return (line) => {
    const answer = line.amountCents < 0 ? whole.credit : whole.debit;
    if (answer !== 'mixed') return answer;
    const own = byDocument?.get(line.document);
    if (own === undefined) return answer;
    return line.amountCents < 0 ? own.credit : own.debit;
  };
}

/** What answers the debits and the credits of some lines. */
interface Sides {
  readonly debit: Counterpart;
  readonly credit: Counterpart;
}

function bothSides(lines: readonly EntryLine[]): Sides {
  const debits = new Map<AccountKind, number>();
  const credits = new Map<AccountKind, number>();
  for (const { kind, amountCents } of lines) {
    if (amountCents === 0) continue;
    const side = amountCents > 0 ? debits : credits;
    side.set(kind, (side.get(kind) ?? 0) + Math.abs(amountCents));
  }
  return {
    debit: counterpartOfWeights(credits.size > 0 ? credits : others(debits)),
    credit: counterpartOfWeights(debits.size > 0 ? debits : others(credits)),
  };
}

/** In an entry that has one side only, what stands beside the customer. */
function others(side: ReadonlyMap<AccountKind, number>): ReadonlyMap<AccountKind, number> {
  return new Map([...side].filter(([kind]) => kind !== 'customer'));
}

/** Within a mixed entry, the documents that balance by themselves are entries of their own. */
function balancedDocuments(lines: readonly EntryLine[]): Map<number, Sides> {
  const groups = Map.groupBy(lines, (line) => line.document);
  const balanced = new Map<number, Sides>();
  if (groups.size < 2) return balanced;
  for (const [document, group] of groups) {
    let sum = 0;
    for (const line of group) sum += line.amountCents;
    if (sum === 0 && group.length > 1) balanced.set(document, bothSides(group));
  }
  return balanced;
}
