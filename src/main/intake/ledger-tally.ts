/**
 * What a ledger file holds as a whole: totals, accounts, journals, period.
 *
 * Debits and credits are the sums of the file's own columns: a negative debit lowers the debits.
 * Sets of names are cut at `NAMES_MAX`, so that the memory does not grow with the file.
 */
import {
  type AccountRole,
  isCollectiveLabel,
  isSundryLabel,
  proposeRole,
} from '../../shared/domain/statement/account-role.ts';
import type { AccountKind } from '../../shared/domain/statement/counterpart.ts';
import type { StatementTotals } from '../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { partyWordsOf } from './customer-identity.ts';
import type { Entry, LineDraft } from './entry-book.ts';
import { isOpeningJournal, type JournalKind, proposeJournalKind } from './journal-kind.ts';

/** Distinct names counted on one account at most. */
const NAMES_MAX = 200;
const PATTERNS_MAX = 200;

export interface CustomerAccountSummary {
  readonly ledgerAccountCode: string;
  readonly label: string;
  readonly lineCount: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly letteredLineCount: number;
  /** Distinct customers, or distinct parties in the labels where none has a code; at most 200. */
  readonly distinctNames: number;
  readonly proposedRole: AccountRole;
  /** One account for several customers that nothing tells apart: imported, never chased. */
  readonly isSharedAccount: boolean;
  readonly isSundry: boolean;
}

export interface JournalSummary {
  readonly journalCode: string;
  readonly label: string;
  readonly lineCount: number;
  readonly customerLineCount: number;
  readonly proposedKind: JournalKind;
  readonly lastDate: CalendarDate | null;
  readonly lastBankDate: CalendarDate | null;
}

/** Entries whose other side mixes natures, by journal: the nature is asked once for each. */
export interface MixedPattern {
  readonly journalCode: string;
  readonly kinds: readonly AccountKind[];
  readonly entryCount: number;
  readonly lineCount: number;
  readonly amountCents: Cents;
  /** Line of the first such entry. */
  readonly firstLineNumber: number;
}

interface AccountTally {
  label: string;
  lineCount: number;
  debitCents: Cents;
  creditCents: Cents;
  letteredLineCount: number;
  anonymousLineCount: number;
  readonly customers: Set<string>;
  readonly parties: Set<string>;
}

export interface JournalTally {
  readonly head: { code: string; label: string; isOpening: boolean };
  lines: number;
  bankLines: number;
  cashLines: number;
  salesLines: number;
  supplierLines: number;
  expenseLines: number;
  customerLines: number;
  lastDate: CalendarDate | null;
  lastBankDate: CalendarDate | null;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export class LedgerTally {
  readonly totals: Writable<StatementTotals> = {
    linesRead: 0,
    linesKept: 0,
    linesRejected: 0,
    linesOutOfScope: 0,
    debitCents: 0,
    creditCents: 0,
  };
  fileDebitCents: Cents = 0;
  fileCreditCents: Cents = 0;
  entryCount = 0;
  unbalancedEntryCount = 0;
  firstDate: CalendarDate | null = null;
  lastDate: CalendarDate | null = null;
  letteredLineCount = 0;
  openingLineCount = 0;
  provisionalLineCount = 0;
  readonly #accounts = new Map<string, AccountTally>();
  readonly #journals = new Map<string, JournalTally>();
  readonly #patterns = new Map<string, Writable<MixedPattern>>();

  /** The tally of a journal; `isOpening` where the file itself says what the journal is for. */
  journal(code: string, label: string, isOpening = isOpeningJournal(code, label)): JournalTally {
    const known = this.#journals.get(code);
    if (known !== undefined) return known;
    const made: JournalTally = {
      head: { code, label, isOpening },
      lines: 0,
      bankLines: 0,
      cashLines: 0,
      salesLines: 0,
      supplierLines: 0,
      expenseLines: 0,
      customerLines: 0,
      lastDate: null,
      lastBankDate: null,
    };
    this.#journals.set(code, made);
    return made;
  }

  /** Any line whose account and date could be read. */
  moved(journal: JournalTally, kind: AccountKind, accountClass: number, date: CalendarDate): void {
    journal.lines += 1;
    if (kind === 'bank') journal.bankLines += 1;
    else if (kind === 'cash') journal.cashLines += 1;
    else if (kind === 'sales') journal.salesLines += 1;
    else if (kind === 'supplier') journal.supplierLines += 1;
    else if (accountClass === 6) journal.expenseLines += 1;
    if (journal.lastDate === null || date > journal.lastDate) journal.lastDate = date;
    if (kind === 'bank' && (journal.lastBankDate === null || date > journal.lastBankDate)) {
      journal.lastBankDate = date;
    }
    if (this.firstDate === null || date < this.firstDate) this.firstDate = date;
    if (this.lastDate === null || date > this.lastDate) this.lastDate = date;
  }

  /** A customer line that goes in; `sides` are the amounts of its two columns. */
  kept(
    line: LineDraft,
    sides: { debitCents: Cents; creditCents: Cents; isAnonymous: boolean },
    journal: JournalTally,
  ): void {
    this.totals.linesKept += 1;
    this.totals.debitCents += sides.debitCents;
    this.totals.creditCents += sides.creditCents;
    journal.customerLines += 1;
    const account = this.#account(line);
    account.lineCount += 1;
    account.debitCents += sides.debitCents;
    account.creditCents += sides.creditCents;
    if (line.letter !== null) {
      account.letteredLineCount += 1;
      this.letteredLineCount += 1;
    }
    if (sides.isAnonymous) {
      account.anonymousLineCount += 1;
      if (account.parties.size < NAMES_MAX) {
        const party = partyWordsOf(line.label);
        if (party !== '') account.parties.add(party);
      }
    } else if (account.customers.size < NAMES_MAX) account.customers.add(line.customerCode);
  }

  /** An entry that is complete, or never will be. */
  closed(entry: Entry): void {
    this.entryCount += 1;
    if (entry.differenceCents !== 0) this.unbalancedEntryCount += 1;
    const mixed = entry.lines.filter((line) => line.given === 'mixed');
    const [first] = mixed;
    if (first === undefined) return;
    const kinds = kindsBeside(entry);
    const journalCode = first.draft?.journalCode ?? entry.head.journalCode;
    const key = `${journalCode}\n${kinds.join()}`;
    const pattern = this.#patterns.get(key) ?? newPattern(journalCode, kinds, first.lineNumber);
    pattern.entryCount += 1;
    pattern.lineCount += mixed.length;
    for (const line of mixed) pattern.amountCents += Math.abs(line.amountCents);
    if (this.#patterns.size < PATTERNS_MAX) this.#patterns.set(key, pattern);
  }

  accounts(): CustomerAccountSummary[] {
    return [...this.#accounts]
      .map(([code, tally]) => accountSummary(code, tally))
      .sort((a, b) => (a.ledgerAccountCode < b.ledgerAccountCode ? -1 : 1));
  }

  journals(): JournalSummary[] {
    return [...this.#journals.values()].map((tally) => ({
      journalCode: tally.head.code,
      label: tally.head.label,
      lineCount: tally.lines,
      customerLineCount: tally.customerLines,
      proposedKind: tally.head.isOpening
        ? 'opening'
        : proposeJournalKind(tally.head.code, tally.head.label, tally),
      lastDate: tally.lastDate,
      lastBankDate: tally.lastBankDate,
    }));
  }

  mixedPatterns(): MixedPattern[] {
    return [...this.#patterns.values()].sort((a, b) => b.amountCents - a.amountCents);
  }

  /** The last day a bank journal moved a bank account; of any journal where none is a bank's. */
  lastBankDate(): CalendarDate | null {
    const journals = this.journals();
    const banks = journals.filter((journal) => journal.proposedKind === 'bank');
    return latest(banks) ?? latest(journals.filter((one) => one.proposedKind !== 'opening'));
  }

  #account(line: LineDraft): AccountTally {
    const known = this.#accounts.get(line.ledgerAccountCode);
    if (known !== undefined) return known;
    const made: AccountTally = {
      label: line.ledgerAccountLabel,
      lineCount: 0,
      debitCents: 0,
      creditCents: 0,
      letteredLineCount: 0,
      anonymousLineCount: 0,
      customers: new Set(),
      parties: new Set(),
    };
    this.#accounts.set(line.ledgerAccountCode, made);
    return made;
  }
}

function latest(journals: readonly JournalSummary[]): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const { lastBankDate } of journals) {
    if (lastBankDate !== null && (last === null || lastBankDate > last)) last = lastBankDate;
  }
  return last;
}

function newPattern(
  journalCode: string,
  kinds: readonly AccountKind[],
  firstLineNumber: number,
): Writable<MixedPattern> {
  return { journalCode, kinds, entryCount: 0, lineCount: 0, amountCents: 0, firstLineNumber };
}

function kindsBeside(entry: Entry): AccountKind[] {
  const kinds = new Set<AccountKind>();
  for (const line of entry.lines) if (line.kind !== 'vat') kinds.add(line.kind);
  return [...kinds].sort();
}

function accountSummary(code: string, tally: AccountTally): CustomerAccountSummary {
  const { label } = tally;
  const proposedRole = proposeRole({ code, label });
  return {
    ledgerAccountCode: code,
    label,
    lineCount: tally.lineCount,
    debitCents: tally.debitCents,
    creditCents: tally.creditCents,
    letteredLineCount: tally.letteredLineCount,
    distinctNames: Math.max(tally.customers.size, tally.parties.size),
    proposedRole,
    isSharedAccount:
      isCollectiveLabel(label) && tally.anonymousLineCount > 0 && tally.parties.size > 1,
    isSundry: proposedRole === 'sundry' || isSundryLabel(label),
  };
}
