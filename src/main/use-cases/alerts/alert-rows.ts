/** Alerts as the screens, the workbook and the reports tell them. */
import type { ALERT_STATES, AlertRow } from '../../../shared/contract/alerts.ts';
import { rulesInForce } from '../../../shared/domain/alert/alert-rules.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { alertRuleName, evidenceSentence } from '../../../shared/text/alerts.ts';
import {
  type AlertRecord,
  loadAlertRules,
  loadClearedAlerts,
  loadStandingAlerts,
} from '../../ledger/stores/alerts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { overdueElsewhere } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { evaluateAlerts } from './evaluate-alerts.ts';

const CLEARED_DAYS = 30;

export type AlertState = (typeof ALERT_STATES)[number];

/** Whether an alert is put aside on a day: until that day, it asks for nothing. */
export function isAside({ asideUntil }: AlertRecord, today: CalendarDate): boolean {
  return asideUntil !== null && asideUntil > today;
}

export interface AlertBook {
  readonly portfolio: Portfolio;
  readonly byState: Readonly<Record<AlertState, readonly AlertRow[]>>;
}

/** Every alert as it stands once the books were looked at. */
export async function alertBook(company: OpenCompany, language: Language): Promise<AlertBook> {
  await evaluateAlerts(company);
  const { ledger } = company;
  const portfolio = await company.portfolio.read();
  const { today } = portfolio;
  const { rules, standing, cleared } = ledger.read((reader) => ({
    rules: rulesInForce(loadAlertRules(reader)),
    standing: loadStandingAlerts(reader),
    cleared: loadClearedAlerts(reader, addDays(today, -CLEARED_DAYS)),
  }));
  const names = new Map(rules.map((rule) => [rule.ruleKey, alertRuleName(rule, language)]));
  const rowOf = (alert: AlertRecord): AlertRow => {
    const { evidence, ...row } = alert;
    const account = portfolio.accounts.get(alert.customerId);
    return {
      ...row,
      ruleName:
        names.get(alert.ruleKey) ?? alertRuleName({ ruleKey: alert.ruleKey, name: null }, language),
      code: account?.record.code ?? '',
      name: account?.record.name ?? '',
      repCode: account?.record.repCode ?? null,
      sentence: evidenceSentence(evidence, language),
      overdueCents: account?.sums.overdueCents ?? 0,
      otherOverdue: account === undefined ? [] : overdueElsewhere(account),
      oldestDaysPastDue: account?.sums.oldestDaysPastDue ?? null,
    };
  };
  const largest = (a: AlertRow, b: AlertRow) =>
    b.overdueCents - a.overdueCents || a.customerId - b.customerId;
  return {
    portfolio,
    byState: {
      open: standing
        .filter((alert) => !isAside(alert, today))
        .map(rowOf)
        .sort(largest),
      aside: standing
        .filter((alert) => isAside(alert, today))
        .map(rowOf)
        .sort(largest),
      cleared: cleared.map(rowOf),
    },
  };
}

/** What stands today and asks to be looked at, the largest overdue first: what reports tell. */
export async function alertsOfToday(
  company: OpenCompany,
  language: Language,
): Promise<readonly AlertRow[]> {
  return (await alertBook(company, language)).byState.open;
}

/** Overdue of the customers of some alerts, each customer once. */
export function overdueOfAlerts(rows: readonly AlertRow[]) {
  const customers = new Map(rows.map((row) => [row.customerId, row]));
  const { otherTotals } = sumApart(
    [...customers.values()].flatMap(({ otherOverdue }) => otherOverdue),
  );
  const totalCents = [...customers.values()].reduce((sum, row) => sum + row.overdueCents, 0);
  return { totalCents, otherTotals };
}

/** How many alerts ask to be looked at, without looking at the books again. */
export function openAlertCount({ ledger }: Pick<OpenCompany, 'ledger'>): number {
  const today = ledger.clock.today();
  return ledger.read(loadStandingAlerts).filter((alert) => !isAside(alert, today)).length;
}
