/**
 * What readers of ledger files share on their way out: entries put together, lines given by
 * batches, problems counted, totals kept, and the summary at the end.
 */
import type { LedgerLine } from '../../shared/domain/statement/statement.ts';
import { CustomerRegister } from './customer-register.ts';
import { type Entry, EntryBook } from './entry-book.ts';
import type { LedgerFileForm, LedgerFileSummary } from './ledger-summary.ts';
import { LedgerTally } from './ledger-tally.ts';
import { LetteredNames } from './lettered-names.ts';
import { ProblemLog } from './problem-log.ts';
import type { LedgerSink } from './statement-sink.ts';

/** Lines given to the sink at once; also how often a reader asks whether to stop. */
export const BATCH_LINES = 1000;

/** Entries from which on a share of doubled or repeated ones says something. */
const ENTRIES_TO_JUDGE = 4;

export class LedgerOutput {
  readonly tally = new LedgerTally();
  readonly problems: ProblemLog;
  readonly customers: CustomerRegister;
  readonly book: EntryBook;
  readonly #sink: LedgerSink;
  readonly #names = new LetteredNames();
  #mayHold = true;
  #batch: LedgerLine[] = [];
  #customerEntries = 0;
  #doubledEntries = 0;
  #repeatedEntries = 0;

  constructor(sink: LedgerSink) {
    this.#sink = sink;
    this.problems = new ProblemLog((problem) => sink.problem(problem));
    this.customers = new CustomerRegister((customer) => sink.customer(customer));
    this.book = new EntryBook({
      line: (line) => this.#line(line),
      amend: (lineNumber, counterpart) => {
        if (this.#names.amend(lineNumber, counterpart)) return;
        if (lineNumber >= (this.#batch[0]?.lineNumber ?? Number.POSITIVE_INFINITY)) this.#flush();
        sink.amend(lineNumber, counterpart);
      },
      closed: (entry) => this.#closed(entry),
      repeated: (entry) => this.#repeated(entry),
    });
  }

  /** A problem of the file as a whole. */
  fileProblem(code: string, value: string): void {
    this.problems.add({ lineNumber: 0, columnName: null, code, value, severity: 'warning' });
  }

  /** Ends the file: what is held goes out, then what is wrong with the whole is told. */
  finish(form: LedgerFileForm): LedgerFileSummary {
    this.book.finish();
    for (const line of this.#names.settle()) this.#give(line);
    this.#flush();
    const { tally } = this;
    if (isMost(this.#repeatedEntries * 2, this.#customerEntries)) {
      this.fileProblem('file_repeated', String(this.#repeatedEntries));
    }
    if (isMost(this.#doubledEntries, this.#customerEntries)) {
      this.fileProblem('lines_doubled', String(this.#doubledEntries));
    }
    const difference = tally.fileDebitCents - tally.fileCreditCents;
    if (difference !== 0) this.fileProblem('file_unbalanced', euros(difference));
    this.problems.finish();
    return {
      ...form,
      totals: { ...tally.totals },
      fileDebitCents: tally.fileDebitCents,
      fileCreditCents: tally.fileCreditCents,
      entryCount: tally.entryCount,
      unbalancedEntryCount: tally.unbalancedEntryCount,
      repeatedEntryCount: this.#repeatedEntries,
      customerCount: this.customers.count,
      firstDate: tally.firstDate,
      lastDate: tally.lastDate,
      accounts: tally.accounts(),
      journals: tally.journals(),
      mixedPatterns: tally.mixedPatterns(),
      isLettered: tally.letteredLineCount > 0,
      letteredLineCount: tally.letteredLineCount,
      openingLineCount: tally.openingLineCount,
      provisionalLineCount: tally.provisionalLineCount,
      lastBankDate: tally.lastBankDate(),
      sundryCustomerCodes: [...this.customers.sundryCodes],
      problemCounts: Object.fromEntries(this.problems.counts()),
    };
  }

  #line(line: LedgerLine): void {
    if (line.isOpening) this.tally.openingLineCount += 1;
    if (!this.customers.isByWords(line)) this.#push(line);
    else if (line.letter === null || !this.#mayHold) this.#give(line);
    else this.#hold(line);
  }

  #hold(line: LedgerLine): void {
    this.#names.hold(line);
    if (!this.#names.isFull) return;
    this.#mayHold = false;
    for (const held of this.#names.giveUp()) this.#give(held);
  }

  /** Gives a line whose customer waited for it. */
  #give(line: LedgerLine): void {
    this.customers.meetWaiting(line.customerCode);
    this.#push(line);
  }

  #push(line: LedgerLine): void {
    this.#batch.push(line);
    if (this.#batch.length >= BATCH_LINES) this.#flush();
  }

  #flush(): void {
    if (this.#batch.length === 0) return;
    this.#sink.lines(this.#batch);
    this.#batch = [];
  }

  #closed(entry: Entry): void {
    this.tally.closed(entry);
    if (entry.customerLines > 0) {
      this.#customerEntries += 1;
      if (isDoubled(entry)) this.#doubledEntries += 1;
    }
    if (entry.differenceCents === 0) return;
    this.#entryProblem('entry_unbalanced', entry, euros(entry.differenceCents));
  }

  #repeated(entry: Entry): void {
    this.#repeatedEntries += 1;
    this.#entryProblem('entry_repeated', entry, '');
  }

  #entryProblem(code: string, entry: Entry, amount: string): void {
    const { journalCode, entryNumber, date } = entry.head;
    const value = `${journalCode} ${entryNumber} ${date} ${amount}`.trim();
    const lineNumber = entry.lines[0]?.lineNumber ?? 0;
    this.problems.add({ lineNumber, columnName: null, code, value, severity: 'warning' });
  }
}

function isMost(count: number, all: number): boolean {
  return all >= ENTRIES_TO_JUDGE && count * 2 > all;
}

/** True when every line of the entry stands in it an even number of times. */
function isDoubled(entry: Entry): boolean {
  if (entry.lines.length % 2 !== 0 || entry.lines.length < 4) return false;
  const odd = new Set<number>();
  for (const { print } of entry.lines) {
    if (!odd.delete(print)) odd.add(print);
  }
  return odd.size === 0;
}

/** For the values of problems, in the form of the file: `-1060,40`. */
function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}
