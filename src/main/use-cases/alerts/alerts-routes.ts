/** The procedures of `alerts`. */
import {
  type AlertRule,
  isShipped,
  rulesInForce,
} from '../../../shared/domain/alert/alert-rules.ts';
import { type Criterion, evidenceOf, isRule } from '../../../shared/domain/alert/criterion.ts';
import type { Language } from '../../../shared/format/language.ts';
import { alertRuleName, criteriaSentence, evidenceSentence } from '../../../shared/text/alerts.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import {
  loadAlert,
  loadAlertRules,
  loadStandingAlerts,
  recordAlertRule,
  recordPutAside,
} from '../../ledger/stores/alerts.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { windowOf } from '../overview/lists.ts';
import { alertFigures, looksBack, prepareGrowth } from './alert-figures.ts';
import { alertBook, alertRow, overdueOfAlerts } from './alert-rows.ts';
import { evaluateAlerts } from './evaluate-alerts.ts';
import { isAside } from './standing-alerts.ts';

/** Customers shown of a preview. */
const PREVIEWED = 5;

/** Binds the area. */
export function alertsRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  return {
    list: api.alerts.list.handler(async ({ input, context: call }) => {
      const book = await alertBook(companyOf(context, call), language());
      const { open, aside, cleared } = book.byState;
      const wanted = book.byState[input.state].filter(
        ({ ruleKey }) => input.ruleKey === null || ruleKey === input.ruleKey,
      );
      const counts = { open: open.length, aside: aside.length, cleared: cleared.length };
      const { total, rows } = windowOf(wanted, input);
      return {
        total,
        ...overdueOfAlerts(book, wanted),
        counts,
        rows: rows.map((alert) => alertRow(book, alert)),
      };
    }),
    ofCustomer: api.alerts.ofCustomer.handler(async ({ input, context: call }) => {
      const book = await alertBook(companyOf(context, call), language());
      const own = book.byState.open.filter(({ customerId }) => customerId === input.customerId);
      return { rows: own.map((alert) => alertRow(book, alert)) };
    }),
    rules: api.alerts.rules.handler(({ context: call }) =>
      companyOf(context, call).ledger.read((reader) =>
        ruleRows(reader, language(), context.clock.today()),
      ),
    ),
    preview: api.alerts.preview.handler(({ input, context: call }) =>
      previewOf(companyOf(context, call), input.criteria, language()),
    ),
    saveRule: api.alerts.saveRule.handler(async ({ input, context: call, errors }) => {
      const { commandId, ...made } = input;
      const company = companyOf(context, call);
      const entry = { commandId, kind: 'alert_rule_saved', customerId: null, payload: made };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => {
        if (!isRule(made.criteria)) throw new CommandRefused('alert_rule_empty');
        const ruleKey = made.ruleKey ?? `own-${entryId}`;
        const known = made.ruleKey === null ? null : ruleNamed(writer, ruleKey);
        if (made.ruleKey !== null && known === null) throw new CommandRefused('alert_rule_unknown');
        // The name that ships follows the language of the reader for as long as nobody changes it.
        const isSame = known?.name === null && made.name === alertRuleName(known, language());
        const name = isSame ? null : made.name;
        recordAlertRule(writer, entryId, { ...made, ruleKey, name, isRemoved: false });
        return { ruleKey };
      });
      await evaluateAlerts(company);
      return answer;
    }),
    removeRule: api.alerts.removeRule.handler(async ({ input, context: call, errors }) => {
      const { commandId, ruleKey } = input;
      const company = companyOf(context, call);
      const payload = { ruleKey };
      const entry = { commandId, kind: 'alert_rule_removed', customerId: null, payload };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => {
        const known = ruleNamed(writer, ruleKey);
        if (known === null) throw new CommandRefused('alert_rule_unknown');
        recordAlertRule(writer, entryId, { ...known, isRemoved: true });
        return {};
      });
      await evaluateAlerts(company);
      return answer;
    }),
    putAside: api.alerts.putAside.handler(({ input, context: call, errors }) => {
      const { commandId, alertId, untilDate, reason } = input;
      const company = companyOf(context, call);
      const payload = { alertId, untilDate, reason };
      const entry = { commandId, kind: 'alert_put_aside', customerId: null, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        standingAlert(writer, alertId);
        if (untilDate <= writer.clock.today()) throw new CommandRefused('review_in_the_past');
        recordPutAside(writer, entryId, payload);
        return { alertId };
      });
    }),
    takeUp: api.alerts.takeUp.handler(({ input, context: call, errors }) => {
      const { commandId, alertId } = input;
      const payload = { alertId };
      const entry = { commandId, kind: 'alert_taken_up', customerId: null, payload };
      return recordCommand(companyOf(context, call), entry, errors, (writer, entryId) => {
        standingAlert(writer, alertId);
        recordPutAside(writer, entryId, { alertId, untilDate: null, reason: '' });
        return { alertId };
      });
    }),
  };
}

function ruleNamed(reader: Reader, ruleKey: string): AlertRule | null {
  return rulesInForce(loadAlertRules(reader)).find((rule) => rule.ruleKey === ruleKey) ?? null;
}

function standingAlert(writer: Writer, alertId: number): void {
  const alert = loadAlert(writer, alertId);
  if (alert === null || alert.clearedOn !== null) throw new CommandRefused('alert_unknown');
}

function ruleRows(reader: Reader, language: Language, today: Parameters<typeof isAside>[1]) {
  const recorded = loadAlertRules(reader);
  const open = loadStandingAlerts(reader).filter((alert) => !isAside(alert, today));
  return rulesInForce(recorded).map((rule) => ({
    ...rule,
    criteria: [...rule.criteria].map(plainCriterion),
    name: alertRuleName(rule, language),
    sentence: criteriaSentence(rule.criteria, language),
    isShipped: isShipped(rule.ruleKey),
    isChanged:
      isShipped(rule.ruleKey) &&
      recorded.some(({ ruleKey, isRemoved }) => ruleKey === rule.ruleKey && !isRemoved),
    openCount: open.filter(({ ruleKey }) => ruleKey === rule.ruleKey).length,
  }));
}

/** As the contract has it: lists that may be changed by who gets them. */
function plainCriterion(criterion: Criterion) {
  return criterion.kind === 'among' ? { ...criterion, values: [...criterion.values] } : criterion;
}

async function previewOf(company: OpenCompany, criteria: readonly Criterion[], language: Language) {
  const { ledger } = company;
  const now = await company.portfolio.read();
  if (looksBack(criteria)) await prepareGrowth(ledger, now);
  const met = [...alertFigures(ledger, now)].flatMap(([customerId, figures]) => {
    const evidence = evidenceOf(criteria, figures);
    return evidence === null ? [] : { customerId, figures, evidence };
  });
  met.sort((a, b) => b.figures.overdueCents - a.figures.overdueCents);
  return {
    customerCount: met.length,
    overdueCents: met.reduce((sum, { figures }) => sum + figures.overdueCents, 0),
    rows: met.slice(0, PREVIEWED).map(({ customerId, evidence }) => ({
      customerId,
      name: now.accounts.get(customerId)?.record.name ?? '',
      sentence: evidenceSentence(evidence, language),
    })),
  };
}
