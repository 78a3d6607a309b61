/** Alerts: raised by figures, cleared by figures, put aside by people, and never raised twice. */
import { expect, test } from 'vitest';
import { alertsOfToday } from '../../src/main/use-cases/alerts/alert-rows.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';

const FIRST = { offset: 0, limit: 200 };
const LATE = { kind: 'late_at_least' as const, days: 40 };
type Criteria = Parameters<TestCompany['call']['alerts']['saveRule']>[0]['criteria'];

async function saved(company: TestCompany, part: { criteria: Criteria; name?: string }) {
  return company.call.alerts.saveRule({
    commandId: newCommandId(),
    ruleKey: null,
    name: 'En retard de 40 jours',
    isOn: true,
    ...part,
  });
}

async function listed(company: TestCompany, state: 'open' | 'aside' | 'cleared' = 'open') {
  const told = await company.call.alerts.list({ state, ruleKey: null, ...FIRST });
  return {
    ...told,
    said: told.rows.map(({ code, ruleName, sentence }) => [code, ruleName, sentence]),
  };
}

test('what ships raises nothing of two small debts; a rule of one’s own tells at once', async () => {
  const { company, val } = await smallCompany();
  expect((await listed(company)).said).toEqual([]);
  expect(await company.call.alerts.preview({ criteria: [LATE] })).toMatchObject({
    customerCount: 1,
    overdueCents: 80_000,
    rows: [{ customerId: val, name: 'Val Matériaux', sentence: '44\u00a0j de retard' }],
  });
  await saved(company, { criteria: [LATE] });
  const { said, totalCents, counts, rows } = await listed(company);
  expect(said).toEqual([['VAL', 'En retard de 40 jours', '44\u00a0j de retard']]);
  expect(totalCents).toBe(80_000);
  expect(counts).toEqual({ open: 1, aside: 0, cleared: 0 });
  expect(rows[0]?.raisedOn).toBe('2026-11-23');
  const { alertCount } = await company.call.overview.waiting();
  expect(alertCount).toBe(1);
  const own = await company.call.alerts.ofCustomer({ customerId: val });
  expect(own.rows.map(({ ruleName }) => ruleName)).toEqual(['En retard de 40 jours']);
});

test('an alert is cleared by what the figures say, and raised anew when they say it again', async () => {
  const { company, val } = await smallCompany();
  await saved(company, { name: 'Silence', criteria: [{ kind: 'not_contacted_for', days: 5 }] });
  expect((await listed(company)).said).toEqual([
    ['VAL', 'Silence', 'jamais contacté'],
    ['LEROY', 'Silence', 'jamais contacté'],
  ]);
  const call = await company.call.actions.recordCall({
    commandId: newCommandId(),
    customerId: val,
    direction: 'out',
    contactId: null,
    outcome: 'voicemail',
    outcomeDate: null,
    receivableIds: [],
    comment: '',
    promise: null,
    nextAction: null,
  });
  expect((await listed(company)).said.map(([code]) => code)).toEqual(['LEROY']);
  const { rows } = await listed(company, 'cleared');
  expect(rows.map(({ code, clearedOn }) => [code, clearedOn])).toEqual([['VAL', '2026-11-23']]);
  await company.call.actions.undoCall({
    commandId: newCommandId(),
    contactLogId: call.contactLogId,
  });
  expect((await listed(company)).said.map(([code]) => code)).toEqual(['VAL', 'LEROY']);
});

test('put aside until a day with a reason, an alert waits; taken up, it stands again', async () => {
  const { company } = await smallCompany();
  await saved(company, { criteria: [LATE] });
  const [{ alertId } = { alertId: 0 }] = (await listed(company)).rows;
  const aside = { alertId, reason: 'Plan en cours', untilDate: calendarDate('2026-11-30') };
  const early = { ...aside, untilDate: calendarDate('2026-11-23') };
  const refused = company.call.alerts.putAside({ commandId: newCommandId(), ...early });
  expect(await refusalOf(refused)).toBe('review_in_the_past');
  await company.call.alerts.putAside({ commandId: newCommandId(), ...aside });
  expect((await listed(company)).total).toBe(0);
  const { rows } = await listed(company, 'aside');
  expect(rows).toMatchObject([{ alertId, asideUntil: '2026-11-30', asideReason: 'Plan en cours' }]);
  await company.call.alerts.takeUp({ commandId: newCommandId(), alertId });
  expect((await listed(company)).total).toBe(1);
  const unknown = company.call.alerts.takeUp({ commandId: newCommandId(), alertId: 99 });
  expect(await refusalOf(unknown)).toBe('alert_unknown');
});

test('rules: those that ship are changed and given back, one’s own are removed', async () => {
  const { company } = await smallCompany();
  const rules = async () => {
    const all = await company.call.alerts.rules();
    return all.map(({ ruleKey, isOn, isChanged, openCount }) => [
      ruleKey,
      isOn,
      isChanged,
      openCount,
    ]);
  };
  const shipped = [
    ['large_and_silent', true, false, 0],
    ['never_chased', true, false, 0],
    ['good_turning_late', true, false, 0],
    ['limit_exceeded', true, false, 0],
    ['dispute_asleep', true, false, 0],
  ];
  expect(await rules()).toEqual(shipped);
  const [, never] = await company.call.alerts.rules();
  expect(never?.sentence).toBe('plus de 60\u00a0j de retard et jamais aucune action');
  await company.call.alerts.saveRule({
    commandId: newCommandId(),
    ruleKey: 'never_chased',
    name: never?.name ?? '',
    criteria: [{ kind: 'no_action_while_late', days: 30 }],
    isOn: true,
  });
  expect((await listed(company)).said).toEqual([
    ['VAL', 'Jamais relancé', '44\u00a0j de retard, jamais aucune action'],
    ['LEROY', 'Jamais relancé', '39\u00a0j de retard, jamais aucune action'],
  ]);
  expect((await rules())[1]).toEqual(['never_chased', true, true, 2]);
  await company.call.alerts.removeRule({ commandId: newCommandId(), ruleKey: 'never_chased' });
  expect(await rules()).toEqual(shipped);
  expect((await listed(company)).total).toBe(0);
  const { ruleKey } = await saved(company, { criteria: [LATE] });
  expect(await rules()).toEqual([...shipped, [ruleKey, true, false, 1]]);
  await company.call.alerts.removeRule({ commandId: newCommandId(), ruleKey });
  expect(await rules()).toEqual(shipped);
  const gone = company.call.alerts.removeRule({ commandId: newCommandId(), ruleKey });
  expect(await refusalOf(gone)).toBe('alert_rule_unknown');
  const empty = saved(company, {
    criteria: [{ kind: 'among', dimension: 'profile', values: ['sme'] }],
  });
  expect(await refusalOf(empty)).toBe('alert_rule_empty');
});

test('thirty days ago is read from the books', async () => {
  const { company } = await smallCompany();
  const grown = async (cents: number) => {
    const criteria = [{ kind: 'grown_by' as const, cents }];
    return (await company.call.alerts.preview({ criteria })).rows.map(({ sentence }) => sentence);
  };
  // VAL owed 800 € a month ago and 1 250,50 € today.
  expect(await grown(45_050)).toHaveLength(1);
  expect(await grown(45_051)).toEqual([]);
});

test('what reports tell is what stands today', async () => {
  const { company, application } = await smallCompany();
  await saved(company, { criteria: [LATE] });
  const { context } = application.app;
  const open = findCompany(context, company.key);
  if (open === null) throw new Error('The company is not open.');
  const told = await alertsOfToday(open, 'fr');
  expect(told.map(({ code }) => code)).toEqual(['VAL']);
  const version = open.ledger.version().entryId;
  await alertsOfToday(open, 'fr');
  expect(open.ledger.version().entryId).toBe(version);
});
