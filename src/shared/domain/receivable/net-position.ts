/**
 * Gross overdue, usable credits, net due: what one customer owes once his credits are taken off.
 *
 * A credit nets what it is known to be for, and nothing it is not for:
 *  - a credit note that names an open document reduces that document first, due or not;
 *  - a deposit belongs to its order and nets no invoice unless a person says so;
 *  - what stands on another account than an ordinary one (bills, retentions …) stays there;
 *  - every other credit is usable, and is taken from the oldest.
 *
 * One customer's credit never reduces another's debt, nor a debt in another currency: call this
 * with the open items of one customer in one currency.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isCollectedElsewhere } from '../item-state/item-state.ts';
import type { AccountRole } from '../statement/account-role.ts';
import type { OpenItem } from './open-item.ts';

export interface NetPosition {
  /** Ordinary items past due on the day, before any credit. */
  readonly grossOverdueCents: Cents;
  /** Of those, what is covered by credit notes that name them. */
  readonly namedOverdueCents: Cents;
  /** Credits that may reduce any item; positive. */
  readonly usableCreditsCents: Cents;
  /** Gross overdue − named − usable; negative when the customer is owed. */
  readonly netDueCents: Cents;
  /** Credits that reduce nothing: deposits and other accounts; positive. */
  readonly setAsideCreditsCents: Cents;
  /** What credit notes naming it take off an item, by item; items they do not name are absent. */
  readonly namedCents: ReadonlyMap<OpenItem, Cents>;
}

/** Owed, on an ordinary account. */
export function isOrdinaryDebit(item: OpenItem): boolean {
  return item.outstandingCents > 0 && item.role === 'ordinary' && item.kind !== 'payment';
}

/** Ours to give back, and free to reduce what the customer owes. */
export function isUsableCredit(item: OpenItem): boolean {
  return item.outstandingCents < 0 && item.role === 'ordinary' && item.kind !== 'deposit';
}

/** Past due on that day: due before it. An item without a due date is never past due. */
export function isPastDue(item: OpenItem, asOf: CalendarDate): boolean {
  return item.dueDate !== null && item.dueDate < asOf;
}

// Bills, retentions and deposits wait for something else than their date.
const LATE_ROLES: ReadonlySet<AccountRole> = new Set([
  'ordinary',
  'doubtful',
  'group',
  'sundry',
  'other',
]);

/** Whether what stands on an account of that role is late once its date has passed. */
export function canBeLate(role: AccountRole): boolean {
  return LATE_ROLES.has(role);
}

/**
 * Whether it stands apart from what is late or will be: a bill, a retention, a deposit, and what
 * the factor bought wait for something else than their date.
 */
export function isApart({ role, state }: Pick<OpenItem, 'role' | 'state'>): boolean {
  return state === 'factored' || !LATE_ROLES.has(role);
}

/** Whether an item counts among what is late (échu): owed, past due, and not apart. */
export function isOverdue(item: OpenItem, asOf: CalendarDate): boolean {
  return item.outstandingCents > 0 && !isApart(item) && isPastDue(item, asOf);
}

/** Whether nobody knows if it is late: owed, not apart, without a due date. */
export function isUndated(item: OpenItem): boolean {
  return item.outstandingCents > 0 && !isApart(item) && item.dueDate === null;
}

/** Items by due date, those without one first; ties by document date, then number. */
export function byAge(a: OpenItem, b: OpenItem): number {
  return (
    compare(a.dueDate ?? '', b.dueDate ?? '') ||
    compare(a.documentDate, b.documentDate) ||
    compare(a.documentNumber, b.documentNumber)
  );
}

/** The position of one customer in one currency, past due being judged on `asOf`. */
export function netPosition(items: readonly OpenItem[], asOf: CalendarDate): NetPosition {
  const namedCents = new Map<OpenItem, Cents>();
  let usableCreditsCents = 0;
  let setAsideCreditsCents = 0;
  for (const credit of items) {
    if (credit.outstandingCents >= 0) continue;
    const amount = -credit.outstandingCents;
    if (!isUsableCredit(credit)) setAsideCreditsCents += amount;
    else usableCreditsCents += amount - netNamed(credit, items, namedCents);
  }
  let grossOverdueCents = 0;
  let namedOverdueCents = 0;
  for (const item of items) {
    if (!isOrdinaryDebit(item) || !isPastDue(item, asOf) || isCollectedElsewhere(item)) continue;
    grossOverdueCents += item.outstandingCents;
    namedOverdueCents += namedCents.get(item) ?? 0;
  }
  return {
    grossOverdueCents,
    namedOverdueCents,
    usableCreditsCents,
    netDueCents: grossOverdueCents - namedOverdueCents - usableCreditsCents,
    setAsideCreditsCents,
    namedCents,
  };
}

/** Takes a credit note off the document it names, its first instalment first; what it took. */
function netNamed(
  credit: OpenItem,
  items: readonly OpenItem[],
  namedCents: Map<OpenItem, Cents>,
): Cents {
  if (credit.namesDocumentNumber === null) return 0;
  const named = items.filter(
    (item) => isOrdinaryDebit(item) && item.documentNumber === credit.namesDocumentNumber,
  );
  let left = -credit.outstandingCents;
  for (const item of named.sort(byAge)) {
    const before = namedCents.get(item) ?? 0;
    const taken = Math.min(left, item.outstandingCents - before);
    if (taken > 0) namedCents.set(item, before + taken);
    left -= taken;
  }
  return -credit.outstandingCents - left;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
