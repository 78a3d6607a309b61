/**
 * What the accountant lettered: groups of lines of one account that carry the same code.
 *
 * Codes are unique only within a customer, or only within one of his accounts: groups of one code
 * on several accounts are one where each alone is open and all together balance. Codes come back
 * in time, so a group is cut wherever its lines balance. A group that does not balance keeps its
 * residue on the lines themselves (R25): too much debit stays on the latest items, too much credit
 * stays a credit.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from './document-key.ts';
import { type ReturnsIndex, resolveReturns } from './money-returned.ts';
import {
  type Book,
  byDay,
  type Position,
  settleOldestFirst,
  signedAmountOf,
} from './settlement-book.ts';

/** Settles every lettered group; positions come in order of date. */
export function settleLetteredGroups(book: Book, returns: ReturnsIndex | null): void {
  const groups = new Map<string, Position[]>();
  for (const position of book.positions) {
    if (position.group === null) continue;
    const known = groups.get(position.group);
    if (known === undefined) groups.set(position.group, [position]);
    else known.push(position);
  }
  const withReturns: Position[][] = [];
  for (const group of joinedAcrossAccounts(groups)) {
    for (const run of runsOf(group)) {
      if (returns !== null && run.some(({ isReturn }) => isReturn)) withReturns.push(run);
      else settleRun(book, run);
    }
  }
  // What was paid must be known before it is sent back.
  if (returns === null) return;
  withReturns.sort((a, b) => compareText(lastDayOf(a), lastDayOf(b)));
  for (const run of withReturns) {
    const reopened = resolveReturns(book, returns, run);
    settleRun(book, [...reopened, ...run]);
  }
}

/** Groups of one code on several accounts, joined where only together they balance. */
function joinedAcrossAccounts(groups: ReadonlyMap<string, Position[]>): Position[][] {
  const joined: Position[][] = [];
  const open = new Map<string, Position[][]>();
  for (const [name, group] of groups) {
    const code = name.slice(0, name.lastIndexOf('|'));
    const known = open.get(code);
    if (sumOf(group) === 0) joined.push(group);
    else if (known === undefined) open.set(code, [group]);
    else known.push(group);
  }
  for (const ofCode of open.values()) {
    const all = ofCode.flat();
    if (ofCode.length > 1 && sumOf(all) === 0) joined.push(all.sort(byDay));
    else joined.push(...ofCode);
  }
  return joined;
}

/** The balanced runs of a group, in order, then what is left of it. */
function runsOf(group: Position[]): Position[][] {
  if (group.length <= 2) return [group];
  const parts = sumOf(group) === 0 ? null : partsThatBalance(group);
  return (parts ?? [group]).flatMap(cutWhereBalanced);
}

function cutWhereBalanced(group: readonly Position[]): Position[][] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  let sum: Cents = 0;
  for (const position of group) {
    run.push(position);
    sum += signedAmountOf(position);
    if (sum === 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/**
 * A code used again on another lettering day, where all but the last use balance; null where the
 * days of lettering do not explain the difference.
 */
function partsThatBalance(group: readonly Position[]): Position[][] | null {
  const byDay = Map.groupBy(group, ({ letteredOnDate, importId }) => letteredOnDate ?? importId);
  if (byDay.size < 2) return null;
  const parts = [...byDay.values()];
  const open = parts.filter((part) => sumOf(part) !== 0);
  return open.length < parts.length && open.length === 1 ? parts : null;
}

function lastDayOf(run: readonly Position[]): CalendarDate {
  return (run.at(-1) as Position).date;
}

function sumOf(positions: readonly Position[]): Cents {
  let sum: Cents = 0;
  for (const position of positions) sum += signedAmountOf(position);
  return sum;
}

function settleRun(book: Book, run: readonly Position[]): void {
  const debits: Position[] = [];
  const credits: Position[] = [];
  for (const position of run) (position.isDebit ? debits : credits).push(position);
  settleOldestFirst(book, debits, credits, 'lettered');
}
