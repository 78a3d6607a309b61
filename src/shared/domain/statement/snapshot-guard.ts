/**
 * Whether a new list of open items may stand for the old one.
 *
 * An export filtered on one salesman looks like any other; taken for the whole, it would make the
 * other customers' items leave at once. So before a list is accepted it is compared with what was
 * open within its declared scope, and two signs stop it until a person confirms:
 *  - more than `leavingShareMax` of the lines, or of their amount, are no longer in it;
 *  - its total is not the one the person read in the accounts.
 *
 * What has left is not « paid »: it is gone between two days, cause to be confirmed. Amounts are
 * compared without sign, so that a credit note leaving does not hide an invoice leaving.
 */
import { type Cents, cents } from '../../kernel/cents.ts';

/** One open line: its natural key (customer, document, rank) and what is open of it. */
export interface OpenLine {
  readonly key: string;
  readonly openCents: Cents;
}

export interface LineTotals {
  readonly lineCount: number;
  /** With signs: credits lessen it. */
  readonly amountCents: Cents;
}

export type GuardReason = 'lines_leaving' | 'amount_leaving' | 'total_differs';

export interface SnapshotVerdict {
  /** In the new list only. */
  readonly added: LineTotals;
  /** In both, for another amount; `amountCents` is the change. */
  readonly changed: LineTotals;
  readonly unchanged: LineTotals;
  /** In the old list only; `amountCents` is what was open. */
  readonly left: LineTotals;
  /** Total of the new list. */
  readonly totalCents: Cents;
  /** Share of the old lines, and of their unsigned amount, that are gone; 0 to 1. */
  readonly linesLeavingShare: number;
  readonly amountLeavingShare: number;
  readonly isPartialFileSuspected: boolean;
  readonly reasons: readonly GuardReason[];
}

export interface SnapshotGuardInput {
  /** What was open within the scope. Keys are unique. */
  readonly previous: Iterable<OpenLine>;
  /** What the new list says. Keys are unique. */
  readonly next: Iterable<OpenLine>;
  /** The balance a person typed from the accounts; null when none was. */
  readonly typedTotalCents: Cents | null;
  /** 0.2 when absent. */
  readonly leavingShareMax?: number;
}

/** Share of lines or of amount that may leave without a question. */
export const LEAVING_SHARE_MAX = 0.2;

/** Compares a new list of open items with the one it would replace. */
export function compareSnapshots(input: SnapshotGuardInput): SnapshotVerdict {
  const { previous, next, typedTotalCents, leavingShareMax = LEAVING_SHARE_MAX } = input;
  const before = new Map<string, Cents>();
  for (const line of previous) before.set(line.key, line.openCents);
  const was = tallyOf(before.values());
  const added = tallyOf([]);
  const changed = tallyOf([]);
  const unchanged = tallyOf([]);
  for (const { key, openCents } of next) {
    const openBefore = before.get(key);
    if (openBefore === undefined) add(added, openCents);
    else if (openBefore === openCents) add(unchanged, openCents);
    else add(changed, openCents - openBefore, openCents);
    before.delete(key);
  }
  const left = tallyOf(before.values());
  const totalCents = cents(added.restCents + changed.restCents + unchanged.restCents);
  const linesLeavingShare = shareOf(left.lineCount, was.lineCount);
  const amountLeavingShare = shareOf(left.grossCents, was.grossCents);
  const reasons: GuardReason[] = [];
  if (linesLeavingShare > leavingShareMax) reasons.push('lines_leaving');
  if (amountLeavingShare > leavingShareMax) reasons.push('amount_leaving');
  if (typedTotalCents !== null && typedTotalCents !== totalCents) reasons.push('total_differs');
  return {
    added: totalsOf(added),
    changed: totalsOf(changed),
    unchanged: totalsOf(unchanged),
    left: totalsOf(left),
    totalCents,
    linesLeavingShare,
    amountLeavingShare,
    isPartialFileSuspected: reasons.length > 0,
    reasons,
  };
}

interface Tally {
  lineCount: number;
  amountCents: Cents;
  /** Without sign. */
  grossCents: Cents;
  /** What is open afterwards; differs from `amountCents` for changed lines only. */
  restCents: Cents;
}

function tallyOf(amounts: Iterable<Cents>): Tally {
  const tally: Tally = { lineCount: 0, amountCents: 0, grossCents: 0, restCents: 0 };
  for (const amount of amounts) add(tally, amount);
  return tally;
}

function add(tally: Tally, amount: Cents, rest: Cents = amount): void {
  tally.lineCount += 1;
  tally.amountCents += amount;
  tally.grossCents += Math.abs(amount);
  tally.restCents += rest;
}

function totalsOf(tally: Tally): LineTotals {
  return { lineCount: tally.lineCount, amountCents: cents(tally.amountCents) };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
