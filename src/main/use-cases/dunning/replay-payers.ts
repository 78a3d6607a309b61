/** The payers of a replay: their books over the months, and what is said of them. */
import type { DatedLine, DatedMove } from '../../../shared/domain/dunning/dated-books.ts';
import type { DatedSituation } from '../../../shared/domain/dunning/dated-situation.ts';
import type { ReplayAccount, ReplayPayer } from '../../../shared/domain/dunning/replay-payer.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { HoldPeriod, ReplayBooks } from '../../ledger/views/replay-books.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';
import { type DunningFacts, NO_CHOICE, plannerPayer, traitsOf } from './dunning-facts.ts';

/** What the ledger knows of the months, by customer. */
export interface ReplayFacts {
  readonly portfolio: Portfolio;
  readonly dunning: DunningFacts;
  readonly lines: ReadonlyMap<number, readonly DatedLine[]>;
  readonly virtual: ReadonlyMap<number, DatedSituation['virtual']>;
  readonly holds: ReadonlyMap<number, readonly HoldPeriod[]>;
}

/** The lines of customers with their moves, from the rows of the ledger. */
export function datedLines(books: ReplayBooks): Map<number, DatedLine[]> {
  const ofItems = new Map<number, DatedMove[]>();
  const ofPayments = new Map<number, DatedMove[]>();
  for (const { receivableId, paymentId, amountCents, on } of books.allocated) {
    if (receivableId !== null) append(ofItems, receivableId, { on, amountCents: -amountCents });
    if (paymentId !== null) append(ofPayments, paymentId, { on, amountCents });
  }
  const lines = new Map<number, DatedLine[]>();
  for (const { bookedOn, ...item } of [...books.opening, ...books.booked]) {
    const { receivableId, paymentId, customerId } = item;
    const moves =
      receivableId === null ? ofPayments.get(paymentId as number) : ofItems.get(receivableId);
    append(lines, customerId, { item, bookedOn, moves: moves ?? [] });
  }
  return lines;
}

/** A payer over the months; null where none of his customers has a line. */
export function replayPayerOf(payerId: number, facts: ReplayFacts): ReplayPayer | null {
  const { portfolio, dunning } = facts;
  const accounts = accountsOfPayer(portfolio, payerId).flatMap((account) =>
    replayAccounts(account, facts),
  );
  if (accounts.length === 0) return null;
  const who = plannerPayer(payerId, portfolio, dunning);
  // What happened to him answered what was sent then; a replay sends anew.
  const untouched = {
    lastExchange: null,
    hasUnreadReply: false,
    awayUntil: null,
    causes: new Map(),
    brokenPromises: [],
    overrides: [],
  };
  return { who: { ...who, ...untouched }, accounts };
}

/** The day on which each item of a payer was settled for good. */
export function settledDays(
  { accounts }: ReplayPayer,
  settledOn: (line: DatedLine) => CalendarDate | null,
): Map<number, CalendarDate> {
  const days = new Map<number, CalendarDate>();
  for (const line of accounts.flatMap(({ lines }) => lines)) {
    const { receivableId } = line.item;
    const day = receivableId === null ? null : settledOn(line);
    if (receivableId !== null && day !== null) days.set(receivableId, day);
  }
  return days;
}

function replayAccounts(
  account: CustomerAccount,
  { portfolio, dunning, lines, virtual, holds }: ReplayFacts,
): ReplayAccount[] {
  const { customerId, repCode } = account.record;
  const choice = dunning.choices.get(customerId) ?? NO_CHOICE;
  const { scenarioKey } = choice;
  const traits = traitsOf(account, portfolio);
  const disputes = account.disputes.map(({ openedOn, closedOn, items }) => ({
    from: openedOn,
    until: closedOn,
    items,
  }));
  const groups = Map.groupBy(lines.get(customerId) ?? [], ({ item }) => item.currency);
  return [...groups].map(([currency, own]) => ({
    lines: own,
    situation: {
      lasting: account.situation,
      disputes,
      holds: holds.get(customerId) ?? [],
      // What only virtual lettering settles is in the currency of the books.
      virtual: currency === LEDGER_CURRENCY ? (virtual.get(customerId) ?? []) : [],
    },
    traits,
    scenarioKey,
    hasRep: repCode !== null,
  }));
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
