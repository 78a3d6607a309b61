/** Disputes as their lists show them, and the days that those solved took. */
import type { DISPUTE_VIEWS } from '../../../shared/contract/lists.ts';
import { isAnswerDue, isAsleep } from '../../../shared/domain/dispute/dispute.ts';
import { solvedTimes } from '../../../shared/domain/dispute/solved-times.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { DisputeRecord } from '../../ledger/views/people.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export type DisputeView = (typeof DISPUTE_VIEWS)[number];

/** One list: open ones by the day of the answer, closed ones latest first. */
export function disputeRows(portfolio: Portfolio, show: DisputeView) {
  return [...portfolio.accounts.values()]
    .flatMap((account) =>
      account.disputes
        .filter((one) => showsOf(account, one, portfolio).includes(show))
        .map((one) => disputeRow(account, one)),
    )
    .sort((a, b) =>
      show === 'closed'
        ? compare(b.closedOn ?? '', a.closedOn ?? '')
        : compare(a.answerBy ?? '9999', b.answerBy ?? '9999') || b.amountCents - a.amountCents,
    );
}

function disputeRow({ record, disputeStandings }: CustomerAccount, one: DisputeRecord) {
  return {
    customerId: record.customerId,
    code: record.code,
    name: record.name,
    disputeId: one.disputeId,
    openedOn: one.openedOn,
    reason: one.reason,
    owner: one.owner,
    answerBy: one.answerBy,
    amountCents: one.items.reduce((sum, item) => sum + item.amountCents, 0),
    currency: one.currency,
    documentNumbers: one.items.map(({ documentNumber }) => documentNumber ?? ''),
    comment: one.comment,
    outcome: one.outcome,
    closedOn: one.closedOn,
    answer: one.answer,
    awaitedCents: disputeStandings.get(one.disputeId)?.awaitedCents ?? 0,
  };
}

/** The lists a dispute stands in; none where its recording was taken back. */
function showsOf(
  { disputeStandings, contact }: CustomerAccount,
  one: DisputeRecord,
  { today }: Portfolio,
): readonly DisputeView[] {
  if (one.outcome === 'undone') return [];
  const state = disputeStandings.get(one.disputeId)?.state ?? 'closed';
  if (state !== 'open') return [state];
  return [
    'open',
    ...(isAnswerDue(one, today) ? (['to_answer'] as const) : []),
    ...(isAsleep(one, contact.lastActionDate, today) ? (['asleep'] as const) : []),
  ];
}

const VIEWS: readonly DisputeView[] = ['open', 'to_answer', 'asleep', 'credit_awaited', 'closed'];

/** How many stand in each list. */
export function disputeCounts(portfolio: Portfolio) {
  const shown = [...portfolio.accounts.values()].flatMap((account) =>
    account.disputes.flatMap((one) => showsOf(account, one, portfolio)),
  );
  return VIEWS.map((show) => ({ show, count: shown.filter((one) => one === show).length }));
}

/** Days that disputes of each reason took to be solved. */
export function disputeTimesShown(portfolio: Portfolio) {
  const solved = [...portfolio.accounts.values()].flatMap(({ disputes }) =>
    disputes.flatMap(({ reason, openedOn, closedOn, outcome }) =>
      closedOn === null || outcome === 'undone'
        ? []
        : [{ reason, days: daysBetween(openedOn, closedOn) }],
    ),
  );
  return solvedTimes(solved);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
