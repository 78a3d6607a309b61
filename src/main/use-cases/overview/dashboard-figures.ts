/** The figures at the head of the dashboard: what is owed today, beside a month ago. */

import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/session.ts';
import type { Whose } from '../../ledger/views/by-customer.ts';
import { readOpenItemsAsOf } from '../../ledger/views/open-items.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { readInRuns } from '../portfolio/in-runs.ts';
import { itemsOfAll, type Portfolio } from '../portfolio/portfolio.ts';

const LONG_LATE_DAYS = 60;

/** The open items in the currency of the books. */
export function itemsOfBooks(portfolio: Portfolio): readonly OpenItem[] {
  const items = itemsOfAll(portfolio);
  return items.every(isInBooks) ? items : items.filter(isInBooks);
}

export function isInBooks({ currency }: OpenItem): boolean {
  return currency === LEDGER_CURRENCY;
}

interface Figures {
  readonly outstandingCents: number;
  readonly overdueCents: number;
  readonly notDueCents: number;
  readonly creditsCents: number;
  readonly netDueCents: number;
  readonly lateOver60Cents: number;
}

function figuresOf(items: readonly OpenItem[], asOf: CalendarDate, netDueCents: number): Figures {
  let outstandingCents = 0;
  let overdueCents = 0;
  let creditsCents = 0;
  let lateOver60Cents = 0;
  const longAgo = addDays(asOf, -LONG_LATE_DAYS);
  for (const item of items) {
    outstandingCents += item.outstandingCents;
    if (item.outstandingCents < 0) creditsCents += item.outstandingCents;
    if (!isOverdue(item, asOf) || item.dueDate === null) continue;
    overdueCents += item.outstandingCents;
    if (item.dueDate < longAgo) lateOver60Cents += item.outstandingCents;
  }
  const notDueCents = outstandingCents - overdueCents - creditsCents;
  return {
    outstandingCents,
    overdueCents,
    notDueCents,
    creditsCents,
    netDueCents,
    lateOver60Cents,
  };
}

/** The figures of today, and those of a month ago where the books reach so far. */
export function figuresWithChange(ledger: Ledger, portfolio: Portfolio) {
  const { today } = portfolio;
  let netDue = 0;
  for (const { sums } of portfolio.accounts.values()) netDue += sums.netDueCents;
  const before = addMonths(today, -1);
  return {
    ...figuresOf(itemsOfBooks(portfolio), today, netDue),
    monthAgo: hasHistory(ledger, before) ? figuresBefore(ledger, portfolio, before) : null,
  };
}

function hasHistory(ledger: Ledger, day: CalendarDate): boolean {
  const { firstDay } = ledger.read(readKnownDays);
  return firstDay !== null && firstDay <= day;
}

const knownBefore = new WeakMap<Portfolio['owed'], Figures>();

/** A past day's figures: read once for as long as what is owed does not move. */
function figuresBefore(ledger: Ledger, { owed }: Portfolio, day: CalendarDate): Figures {
  const made = knownBefore.get(owed) ?? ledger.read((reader) => figuresAt(reader, null, day));
  knownBefore.set(owed, made);
  return made;
}

const underWay = new WeakMap<Portfolio['owed'], Promise<void>>();

/** Reads those of a month ago run by run, once for all who ask meanwhile. */
export function prepareFiguresBefore(ledger: Ledger, { owed, today }: Portfolio): Promise<void> {
  const day = addMonths(today, -1);
  if (knownBefore.has(owed) || !hasHistory(ledger, day)) return Promise.resolve();
  const reading =
    underWay.get(owed) ??
    readInRuns(ledger, (reader, whose) => figuresAt(reader, whose, day))
      .then((runs) => void knownBefore.set(owed, runs.reduce(together, figuresOf([], day, 0))))
      .finally(() => underWay.delete(owed));
  underWay.set(owed, reading);
  return reading;
}

function together(a: Figures, b: Figures): Figures {
  return {
    outstandingCents: a.outstandingCents + b.outstandingCents,
    overdueCents: a.overdueCents + b.overdueCents,
    notDueCents: a.notDueCents + b.notDueCents,
    creditsCents: a.creditsCents + b.creditsCents,
    netDueCents: a.netDueCents + b.netDueCents,
    lateOver60Cents: a.lateOver60Cents + b.lateOver60Cents,
  };
}

function figuresAt(reader: Reader, whose: Whose, day: CalendarDate): Figures {
  const items = readOpenItemsAsOf(reader, whose, day).filter(isInBooks);
  const balances = new Map<number, { overdue: number; credits: number }>();
  for (const item of items) {
    const own = balances.get(item.customerId) ?? { overdue: 0, credits: 0 };
    balances.set(item.customerId, own);
    if (isOverdue(item, day) && item.role === 'ordinary') own.overdue += item.outstandingCents;
    const isUsable = item.role === 'ordinary' && item.kind !== 'deposit';
    if (item.outstandingCents < 0 && isUsable) own.credits += item.outstandingCents;
  }
  const netDue = [...balances.values()].reduce(
    (sum, { overdue, credits }) => sum + Math.max(0, overdue + credits),
    0,
  );
  return figuresOf(items, day, netDue);
}
