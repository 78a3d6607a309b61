/**
 * What a customer's credits take off his own items, before any of them is expected as cash.
 *
 * A credit note takes from the document it names, the other usable credits from the oldest item;
 * the disputed part of an item is not expected anyway and leaves its credit to the rest. Deposits,
 * credits on other accounts and what exceeds the debt take nothing and stand apart.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isCollectedElsewhere } from '../item-state/item-state.ts';
import { byAge, isOrdinaryDebit, isUsableCredit, netPosition } from '../receivable/net-position.ts';
import type { OpenItem } from '../receivable/open-item.ts';

/** By item, above zero: what credits take off a debit, and what a credit gives. */
export function takenByCredits(
  items: readonly OpenItem[],
  disputed: ReadonlyMap<number, Cents>,
  today: CalendarDate,
): ReadonlyMap<OpenItem, Cents> {
  const taken = new Map<OpenItem, Cents>();
  const accounts = Map.groupBy(items, ({ customerId, currency }) => `${customerId} ${currency}`);
  for (const account of accounts.values()) {
    if (account.some(isUsableCredit)) takeInAccount(account, { disputed, today, taken });
  }
  return taken;
}

function takeInAccount(
  items: readonly OpenItem[],
  view: {
    readonly disputed: ReadonlyMap<number, Cents>;
    readonly today: CalendarDate;
    readonly taken: Map<OpenItem, Cents>;
  },
): void {
  const { namedCents, usableCreditsCents } = netPosition(items, view.today);
  let pool = usableCreditsCents;
  let given = 0;
  const debits = items.filter((item) => isOrdinaryDebit(item) && !isCollectedElsewhere(item));
  for (const item of debits.sort(byAge)) {
    const disputed = item.receivableId === null ? 0 : (view.disputed.get(item.receivableId) ?? 0);
    const expected = Math.max(0, item.outstandingCents - disputed);
    const named = Math.min(namedCents.get(item) ?? 0, expected);
    const free = Math.min(pool, expected - named);
    pool -= free;
    given += named + free;
    if (named + free > 0) view.taken.set(item, named + free);
  }
  for (const credit of items.filter(isUsableCredit).sort(byAge)) {
    const share = Math.min(given, -credit.outstandingCents);
    given -= share;
    if (share > 0) view.taken.set(credit, share);
  }
}
