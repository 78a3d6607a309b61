/**
 * The lines of a message and their sums.
 *
 * What is asked for is the chaseable part of each item. Where a credit covers some of an item, the
 * item is shown with it and the credit as a line of its own, so that the customer finds both in his
 * books; what is disputed, promised or planned is not shown at all.
 */
import type {
  CoveredItem,
  ListedItem,
  PlannedStep,
} from '../../../shared/domain/dunning/day-plan.ts';
import type { MessageFacts, MessageItem } from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { AssessedItem } from '../../../shared/domain/receivable/verdict.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { type Cents, sumCents } from '../../../shared/kernel/cents.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type Lines = Pick<MessageFacts, 'items' | 'totals'>;

/** The lines of a planned message, overdue ones first, credits last. */
export function messageItems(
  planned: Pick<PlannedStep, 'items' | 'listed' | 'currency' | 'purpose'>,
  portfolio: Portfolio,
): Lines {
  const due: MessageItem[] = [];
  const toFallDue: MessageItem[] = [];
  const covered = new Map<number, Cents>();
  const add = (of: CoveredItem | ListedItem, isDue: boolean) => {
    const byCredit = isDue ? coveredByCredit(of.item) : 0;
    const { customerId } = of;
    covered.set(customerId, (covered.get(customerId) ?? 0) + byCredit);
    const line = lineOf(of.item.item, portfolio, {
      section: isDue ? 'due' : 'to_fall_due',
      outstandingCents: of.amountCents + byCredit,
      severity: of.severity,
    });
    (isDue ? due : toFallDue).push(line);
  };
  for (const of of planned.items) add(of, isPast(of.item, portfolio));
  for (const of of planned.listed) add(of, of.section === 'other');
  const credits = Array.from(covered, ([customerId, amount]) =>
    creditLines(customerId, amount, { portfolio, currency: planned.currency }),
  ).flat();
  return {
    items: [...sorted(due), ...sorted(toFallDue), ...credits],
    totals: totalsOf(due, toFallDue, credits),
  };
}

/** One item of the ledger as a line. */
export function lineOf(
  item: OpenItem,
  { accounts, today }: Portfolio,
  shown: Pick<MessageItem, 'section' | 'outstandingCents' | 'severity'>,
): MessageItem {
  const record = accounts.get(item.customerId)?.record;
  const { dueDate } = item;
  const isLate = shown.section === 'due' && dueDate !== null && dueDate < today;
  return {
    receivableId: item.receivableId,
    customerCode: record?.code ?? '',
    customerName: record?.name ?? '',
    documentNumber: item.documentNumber,
    documentDate: item.documentDate,
    dueDate,
    amountCents: item.amountCents,
    daysLate: isLate ? daysBetween(dueDate, today) : null,
    interestCents: null,
    ...shown,
  };
}

export function totalsOf(
  due: readonly MessageItem[],
  toFallDue: readonly MessageItem[],
  credits: readonly MessageItem[],
): Lines['totals'] {
  const sum = (items: readonly MessageItem[]) =>
    sumCents(items.map(({ outstandingCents }) => outstandingCents));
  const overdueCents = sum(due);
  const creditsCents = -sum(credits);
  return {
    overdueCents,
    notDueCents: sum(toFallDue),
    creditsCents,
    dueCents: overdueCents - creditsCents,
  };
}

function isPast({ item }: AssessedItem, { today }: Portfolio): boolean {
  return item.dueDate !== null && item.dueDate < today;
}

function coveredByCredit({ parts }: AssessedItem): Cents {
  return sumCents(
    parts
      .filter(({ verdict }) => verdict === 'covered_by_credit')
      .map(({ amountCents }) => amountCents),
  );
}

/** Credits of the account, oldest first, as far as they cover what is listed. */
function creditLines(
  customerId: number,
  amount: Cents,
  { portfolio, currency }: { readonly portfolio: Portfolio; readonly currency: string },
): MessageItem[] {
  let left = amount;
  const credits = (portfolio.accounts.get(customerId)?.items ?? [])
    .filter((item) => item.outstandingCents < 0 && item.currency === currency)
    .filter(({ kind }) => kind !== 'deposit')
    .sort((a, b) => a.documentDate.localeCompare(b.documentDate));
  return credits.flatMap((item) => {
    const taken = Math.min(left, -item.outstandingCents);
    left -= taken;
    if (taken <= 0) return [];
    return [
      lineOf(item, portfolio, { section: 'credit', outstandingCents: -taken, severity: null }),
    ];
  });
}

function sorted(items: readonly MessageItem[]): MessageItem[] {
  return items.toSorted(
    (a, b) =>
      a.customerCode.localeCompare(b.customerCode) ||
      (a.dueDate ?? a.documentDate).localeCompare(b.dueDate ?? b.documentDate) ||
      a.documentNumber.localeCompare(b.documentNumber),
  );
}
