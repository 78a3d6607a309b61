/** The rules of the alerts as people left them, and the alerts with what became of each. */
import type { NewAlert, RecordedRule } from '../../../shared/domain/alert/alert-rules.ts';
import type { Criterion, Evidence } from '../../../shared/domain/alert/criterion.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../session.ts';
import { command, day, flag, int, nullable, query, text } from '../statement.ts';

/** Told to the windows when alerts or their rules moved. */
export const ALERT_TOPIC = 'alerts';

const RULES = query({
  name: 'alerts.rules',
  row: { ruleKey: text, name: nullable(text), criteria: text, isOn: flag, isRemoved: flag },
  sql: `
SELECT rule_key AS ruleKey, name, criteria, is_on AS isOn, is_removed AS isRemoved
FROM alert_rule AS r
WHERE entry_id = (SELECT max(entry_id) FROM alert_rule WHERE rule_key = r.rule_key)
ORDER BY (SELECT min(entry_id) FROM alert_rule WHERE rule_key = r.rule_key), rule_key`,
});

const RECORD_RULE = command({
  name: 'alerts.record_rule',
  params: {
    ruleKey: text,
    entryId: int,
    name: nullable(text),
    criteria: text,
    isOn: flag,
    isRemoved: flag,
  },
  sql: `
INSERT INTO alert_rule (rule_key, entry_id, name, criteria, is_on, is_removed)
VALUES (@ruleKey, @entryId, @name, @criteria, @isOn, @isRemoved)`,
});

const ALERT = {
  alertId: int,
  ruleKey: text,
  customerId: int,
  raisedOn: day,
  evidence: text,
  clearedOn: nullable(day),
  asideUntil: nullable(day),
  asideReason: nullable(text),
};

const COLUMNS = `
SELECT a.alert_id AS alertId, a.rule_key AS ruleKey, a.customer_id AS customerId,
  a.raised_on AS raisedOn, a.evidence, c.cleared_on AS clearedOn, p.until_date AS asideUntil,
  p.reason AS asideReason
FROM alert AS a
LEFT JOIN alert_cleared AS c ON c.alert_id = a.alert_id
LEFT JOIN alert_put_aside AS p ON p.alert_id = a.alert_id
  AND p.entry_id = (SELECT max(entry_id) FROM alert_put_aside WHERE alert_id = a.alert_id)`;

const STANDING = query({
  name: 'alerts.standing',
  row: ALERT,
  sql: `${COLUMNS} WHERE c.alert_id IS NULL ORDER BY a.raised_on DESC, a.alert_id DESC`,
});

const CLEARED = query({
  name: 'alerts.cleared',
  params: { since: day },
  row: ALERT,
  sql: `${COLUMNS} WHERE c.cleared_on >= @since ORDER BY c.cleared_on DESC, a.alert_id DESC`,
});

const ONE = query({
  name: 'alerts.one',
  params: { alertId: int },
  row: ALERT,
  sql: `${COLUMNS} WHERE a.alert_id = @alertId`,
});

const RAISE = command({
  name: 'alerts.raise',
  params: { entryId: int, ruleKey: text, customerId: int, raisedOn: day, evidence: text },
  sql: `
INSERT INTO alert (entry_id, rule_key, customer_id, raised_on, evidence)
VALUES (@entryId, @ruleKey, @customerId, @raisedOn, @evidence)`,
});

const CLEAR = command({
  name: 'alerts.clear',
  params: { alertId: int, entryId: int, clearedOn: day },
  sql: `
INSERT INTO alert_cleared (alert_id, entry_id, cleared_on)
VALUES (@alertId, @entryId, @clearedOn)`,
});

const PUT_ASIDE = command({
  name: 'alerts.put_aside',
  params: { alertId: int, entryId: int, untilDate: nullable(day), reason: text },
  sql: `
INSERT INTO alert_put_aside (alert_id, entry_id, until_date, reason)
VALUES (@alertId, @entryId, @untilDate, @reason)`,
});

/** What people recorded of the rules, the last word of each, the oldest rule first. */
export function loadAlertRules(reader: Reader): RecordedRule[] {
  return reader.all(RULES).map(({ criteria, ...rule }) => ({
    ...rule,
    criteria: JSON.parse(criteria) as Criterion[],
  }));
}

/** Records a rule as a person leaves it. */
export function recordAlertRule(writer: Writer, entryId: number, rule: RecordedRule): void {
  const criteria = JSON.stringify(rule.criteria);
  const { ruleKey, name, isOn, isRemoved } = rule;
  writer.run(RECORD_RULE, { ruleKey, entryId, name, criteria, isOn, isRemoved });
  writer.touch([ALERT_TOPIC]);
}

/** Alerts that stand, put aside or not, the latest first. */
export function loadStandingAlerts(reader: Reader) {
  return reader.all(STANDING);
}

/** Alerts cleared since a day, the latest first. */
export function loadClearedAlerts(reader: Reader, since: CalendarDate) {
  return reader.all(CLEARED, { since });
}

/** One alert; null when unknown. */
export function loadAlert(reader: Reader, alertId: number) {
  return reader.one(ONE, { alertId });
}

export type AlertRecord = ReturnType<typeof loadStandingAlerts>[number];

/** The figures that raised an alert; read where it is told, as thousands may stand. */
export function evidenceOfAlert({ evidence }: AlertRecord): readonly Evidence[] {
  return JSON.parse(evidence) as readonly Evidence[];
}

/** Raises and clears, as of the day of the clock. */
export function recordAlertChanges(
  writer: Writer,
  entryId: number,
  changes: {
    readonly raised: readonly NewAlert[];
    readonly cleared: readonly { readonly alertId: number }[];
  },
): void {
  const today = writer.clock.today();
  for (const { ruleKey, customerId, evidence } of changes.raised) {
    writer.run(RAISE, {
      entryId,
      ruleKey,
      customerId,
      raisedOn: today,
      evidence: JSON.stringify(evidence),
    });
  }
  for (const { alertId } of changes.cleared) {
    writer.run(CLEAR, { alertId, entryId, clearedOn: today });
  }
  writer.touch([ALERT_TOPIC]);
}

/** Puts an alert aside until a day, or (null) takes it up again. */
export function recordPutAside(
  writer: Writer,
  entryId: number,
  made: {
    readonly alertId: number;
    readonly untilDate: CalendarDate | null;
    readonly reason: string;
  },
): void {
  writer.run(PUT_ASIDE, { ...made, entryId });
  writer.touch([ALERT_TOPIC]);
}
