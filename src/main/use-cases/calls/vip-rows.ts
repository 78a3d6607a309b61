/** The VIP customers: what is to be done with each, by whom, and for how long it has waited. */
import type { VipRow } from '../../../shared/contract/calls.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { NO_CHOICE } from '../dunning/dunning-facts.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { stepLabelOf } from '../dunning/planned-rows.ts';
import { overdueElsewhere } from '../portfolio/customer-account.ts';
import { accountsOfPayer } from '../portfolio/portfolio.ts';

/** Untreated ones first, then those with something to do, then by what is overdue. */
export function vipRows(known: CompanyPlan, language: Language): readonly VipRow[] {
  const { portfolio } = known;
  const rows: VipRow[] = [];
  for (const payerId of portfolio.payers.keys()) {
    const isVip = accountsOfPayer(portfolio, payerId).some(({ record }) => record.isVip);
    if (isVip) rows.push(vipRow(known, payerId, language));
  }
  return rows.sort(
    (a, b) =>
      rankOf(b.isUntreated) - rankOf(a.isUntreated) ||
      rankOf(a.dueOn === null) - rankOf(b.dueOn === null) ||
      b.overdueCents - a.overdueCents ||
      a.customerId - b.customerId,
  );
}

function vipRow(known: CompanyPlan, payerId: number, language: Language): VipRow {
  const { portfolio, facts, byPayer } = known;
  const accounts = accountsOfPayer(portfolio, payerId);
  const own = portfolio.accounts.get(payerId) ?? accounts[0];
  const tasks = (byPayer.get(payerId)?.tasks ?? []).filter(({ reason }) => reason === 'vip');
  const task = tasks.find(({ isUntreated }) => isUntreated) ?? tasks[0];
  const late = accounts.flatMap(({ sums }) => sums.oldestDaysPastDue ?? []);
  return {
    customerId: payerId,
    code: own?.record.code ?? '',
    name: own?.record.name ?? '',
    repCode: own?.record.repCode ?? null,
    person: (facts.choices.get(payerId) ?? NO_CHOICE).vipOwner,
    overdueCents: accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0),
    otherOverdue: sumApart(accounts.flatMap(overdueElsewhere)).otherTotals,
    oldestDaysPastDue: late.length === 0 ? null : Math.max(...late),
    stepLabel: task === undefined ? null : stepLabelOf(task, language),
    channel: task?.channel ?? null,
    dueOn: task?.dueOn ?? null,
    isUntreated: task?.isUntreated ?? false,
  };
}

function rankOf(isTrue: boolean): number {
  return isTrue ? 1 : 0;
}
