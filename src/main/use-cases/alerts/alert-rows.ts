/**
 * Alerts as the screens, the workbook and the reports tell them. A large ledger may have thousands
 * that stand: they are read once a version of the books, and only those shown are put into words.
 */
import type { ALERT_STATES, AlertRow } from '../../../shared/contract/alerts.ts';
import { rulesInForce } from '../../../shared/domain/alert/alert-rules.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { alertRuleName, evidenceSentence } from '../../../shared/text/alerts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  type AlertRecord,
  evidenceOfAlert,
  loadAlertRules,
  loadClearedAlerts,
} from '../../ledger/stores/alerts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import { overdueElsewhere } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { evaluateAlerts } from './evaluate-alerts.ts';
import { isAside, standingAlerts } from './standing-alerts.ts';

const CLEARED_DAYS = 30;

export type AlertState = (typeof ALERT_STATES)[number];

export interface AlertBook {
  readonly portfolio: Portfolio;
  /** Those that stand with the largest overdue first, those cleared with the latest. */
  readonly byState: Readonly<Record<AlertState, readonly AlertRecord[]>>;
  readonly ruleNames: ReadonlyMap<string, string>;
  readonly language: Language;
}

const books = lastAnswer<AlertBook>();

/** Every alert as it stands once the books were looked at. */
export async function alertBook(company: OpenCompany, language: Language): Promise<AlertBook> {
  await evaluateAlerts(company);
  const portfolio = await company.portfolio.read();
  const asked = [company.ledger.version(), language];
  return books(portfolio, asked, () => makeBook(company.ledger, portfolio, language));
}

function makeBook(ledger: Ledger, portfolio: Portfolio, language: Language): AlertBook {
  const { today, accounts } = portfolio;
  const all = standingAlerts(ledger);
  const { rules, cleared } = ledger.read((reader) => ({
    rules: rulesInForce(loadAlertRules(reader)),
    cleared: loadClearedAlerts(reader, addDays(today, -CLEARED_DAYS)),
  }));
  const overdue = ({ customerId }: AlertRecord) => accounts.get(customerId)?.sums.overdueCents ?? 0;
  const largest = (a: AlertRecord, b: AlertRecord) =>
    overdue(b) - overdue(a) || a.customerId - b.customerId || b.alertId - a.alertId;
  return {
    portfolio,
    byState: {
      open: all.filter((alert) => !isAside(alert, today)).sort(largest),
      aside: all.filter((alert) => isAside(alert, today)).sort(largest),
      cleared,
    },
    ruleNames: new Map(rules.map((rule) => [rule.ruleKey, alertRuleName(rule, language)])),
    language,
  };
}

/** An alert in words, with what its customer owes now. */
export function alertRow(book: AlertBook, alert: AlertRecord): AlertRow {
  const { portfolio, ruleNames, language } = book;
  const account = portfolio.accounts.get(alert.customerId);
  const { evidence: _evidence, ...kept } = alert;
  const { ruleKey } = kept;
  return {
    ...kept,
    ruleName: ruleNames.get(ruleKey) ?? alertRuleName({ ruleKey, name: null }, language),
    code: account?.record.code ?? '',
    name: account?.record.name ?? '',
    repCode: account?.record.repCode ?? null,
    sentence: evidenceSentence(evidenceOfAlert(alert), language),
    overdueCents: account?.sums.overdueCents ?? 0,
    otherOverdue: account === undefined ? [] : overdueElsewhere(account),
    oldestDaysPastDue: account?.sums.oldestDaysPastDue ?? null,
  };
}

/** What stands today and asks to be looked at, the largest overdue first: what reports tell. */
export async function alertsOfToday(
  company: OpenCompany,
  language: Language,
): Promise<readonly AlertRow[]> {
  const book = await alertBook(company, language);
  return book.byState.open.map((alert) => alertRow(book, alert));
}

/** Overdue of the customers of some alerts, each customer once. */
export function overdueOfAlerts({ portfolio }: AlertBook, alerts: readonly AlertRecord[]) {
  const ids = new Set(alerts.map(({ customerId }) => customerId));
  const accounts = [...ids].flatMap((id) => portfolio.accounts.get(id) ?? []);
  const { otherTotals } = sumApart(accounts.flatMap(overdueElsewhere));
  const totalCents = accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0);
  return { totalCents, otherTotals };
}
