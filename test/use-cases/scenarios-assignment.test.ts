/** Who follows which scenario: rules tried before they are kept, choices for one customer. */
import { expect, test } from 'vitest';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const NOBODY = 999_999;

const everybody = { ruleKey: 'everybody', scenarioKey: 'courteous', criteria: {} };
const newcomers = { ruleKey: 'new', scenarioKey: 'progressive', criteria: { isNew: true } };

test('rules are listed as they are tried, each with whom it reaches', async () => {
  const { company } = await smallCompany();
  const { rules, withoutScenarioCount, overrideCount } = await company.call.scenarios.assignment({
    rules: null,
  });
  expect(rules.at(-1)).toMatchObject({ ruleKey: 'everybody', scenarioKey: 'courteous' });
  expect(rules.reduce((sum, { customerCount }) => sum + customerCount, 0)).toBe(2);
  expect(rules.reduce((sum, { overdueCents }) => sum + overdueCents, 0)).toBe(110_000);
  expect([withoutScenarioCount, overrideCount]).toEqual([0, 0]);
});

test('rules are tried before they are kept; the most specific wins whatever its place', async () => {
  const { company } = await smallCompany();
  const { scenarios } = company.call;
  const tried = await scenarios.assignment({ rules: [everybody, newcomers] });
  expect(tried.rules.map(({ ruleKey, customerCount }) => `${ruleKey} ${customerCount}`)).toEqual([
    'new 2',
    'everybody 0',
  ]);
  expect((await scenarios.assignment({ rules: null })).rules).toHaveLength(7);
  await scenarios.saveAssignment({ ...command(), rules: [everybody, newcomers] });
  const { rows } = await scenarios.list();
  expect(rows.find(({ scenarioKey }) => scenarioKey === 'progressive')).toMatchObject({
    customerCount: 2,
    overdueCents: 110_000,
  });
});

test('who no rule fits has no scenario, and is named with what he owes', async () => {
  const { company, val, leroy } = await smallCompany();
  const { scenarios } = company.call;
  const known = { ...newcomers, criteria: { isNew: false } };
  const tried = await scenarios.assignment({ rules: [known] });
  expect(tried.withoutScenarioCount).toBe(2);
  expect(tried.withoutScenario).toEqual([
    { customerId: val, code: 'VAL', name: 'Val Matériaux', overdueCents: 80_000 },
    { customerId: leroy, code: 'LEROY', name: 'Leroy Frères', overdueCents: 30_000 },
  ]);
});

test('a choice for one customer goes before the rules, until he follows them again', async () => {
  const { company, val } = await smallCompany();
  const { scenarios } = company.call;
  await scenarios.assignCustomer({ ...command(), customerId: val, scenarioKey: 'progressive' });
  const chosen = await scenarios.assignment({ rules: [everybody] });
  expect(chosen.overrides).toEqual([
    { customerId: val, code: 'VAL', name: 'Val Matériaux', scenarioKey: 'progressive' },
  ]);
  expect(chosen.rules).toMatchObject([{ ruleKey: 'everybody', customerCount: 1 }]);
  expect(await company.call.dunning.why({ customerId: val })).toMatchObject({
    scenario: { scenarioKey: 'progressive' },
  });
  await scenarios.assignCustomer({ ...command(), customerId: val, scenarioKey: null });
  expect(await scenarios.assignment({ rules: [everybody] })).toMatchObject({
    overrideCount: 0,
    rules: [{ customerCount: 2 }],
  });
});

test('what cannot be kept is refused', async () => {
  const { company, val } = await smallCompany();
  const { scenarios } = company.call;
  const keep = (rules: Parameters<typeof scenarios.saveAssignment>[0]['rules']) =>
    refusalOf(scenarios.saveAssignment({ ...command(), rules }));
  expect(await keep([{ ...everybody, scenarioKey: 'nobody' }])).toBe('scenario_unknown');
  expect(await keep([everybody, { ...newcomers, ruleKey: 'everybody' }])).toBe('rules_invalid');
  expect(await keep([everybody, { ...everybody, ruleKey: 'again' }])).toBe('rules_invalid');
  const assign = (customerId: number, scenarioKey: string) =>
    refusalOf(scenarios.assignCustomer({ ...command(), customerId, scenarioKey }));
  expect(await assign(NOBODY, 'courteous')).toBe('customer_unknown');
  expect(await assign(val, 'nobody')).toBe('scenario_unknown');
});
