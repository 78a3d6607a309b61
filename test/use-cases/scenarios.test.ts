/** Scenarios: who follows them, what a change of one does to the day, how they are kept. */
import { describe, expect, test } from 'vitest';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import { recordScenario } from '../../src/main/ledger/stores/dunning-documents.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import type { Scenario } from '../../src/shared/domain/dunning/scenario.ts';
import {
  newCommandId,
  type RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

async function documentOf(company: TestCompany, scenarioKey: string): Promise<Scenario> {
  const { document } = await company.call.scenarios.show({ scenarioKey });
  return document as Scenario;
}

async function rowOf(company: TestCompany, scenarioKey: string) {
  const { rows } = await company.call.scenarios.list();
  return rows.find((row) => row.scenarioKey === scenarioKey);
}

/** The scenario with its reminders put off beyond any item of the company. */
function putOff(scenario: Scenario): Scenario {
  const steps = scenario.steps.map((step, at) =>
    step.delay.days > 0 ? { ...step, delay: { ...step.delay, days: 200 + at } } : step,
  );
  return { ...scenario, steps };
}

const save = (company: TestCompany, document: unknown, keepsOverNewer = false) =>
  company.call.scenarios.save({ ...command(), document, keepsOverNewer });

describe('the list', () => {
  test('shows what ships, and who follows it with what they owe', async () => {
    const { company } = await smallCompany();
    const { rows } = await company.call.scenarios.list();
    expect(rows).toHaveLength(9);
    expect(rows.every(({ origin }) => origin === 'shipped')).toBe(true);
    const sum = rows.reduce((all, { customerCount }) => all + customerCount, 0);
    expect(sum).toBe(2);
    expect(rows.reduce((all, { overdueCents }) => all + overdueCents, 0)).toBe(110_000);
    const { scenarios } = company.call;
    expect(await refusalOf(scenarios.show({ scenarioKey: 'nobody' }))).toBe('scenario_unknown');
  });
});

describe('a change', () => {
  test('is tried on the batch of the day before it is kept, and kept as it was tried', async () => {
    const { company, plannedPayers } = await writingCompany();
    const planned = await plannedPayers();
    expect(planned.length).toBeGreaterThan(0);
    const { rows } = await company.call.scenarios.list();
    const followed = rows.filter(({ customerCount }) => customerCount > 0);
    for (const { scenarioKey } of followed) {
      const changed = putOff(await documentOf(company, scenarioKey));
      const effect = await company.call.scenarios.effect({ document: changed });
      expect(effect.before.messageCount - effect.after.messageCount).toBe(effect.changedCount);
      expect(effect.rows.every(({ before, after }) => before !== null && after === null)).toBe(
        true,
      );
      expect(effect.guards).toEqual([]);
      await save(company, changed);
      expect(await rowOf(company, scenarioKey)).toMatchObject({
        origin: 'changed',
        hasNewerShipped: false,
      });
    }
    expect(await plannedPayers()).toEqual([]);
  });

  test('that says what ships again is no copy', async () => {
    const { company } = await smallCompany();
    const shipped = await documentOf(company, 'courteous');
    await save(company, { ...shipped, name: 'Le mien' });
    expect(await rowOf(company, 'courteous')).toMatchObject({ name: 'Le mien', origin: 'changed' });
    await save(company, shipped);
    expect(await rowOf(company, 'courteous')).toMatchObject({ origin: 'shipped' });
  });

  test('is refused with what is wrong, said at its place', async () => {
    const { company } = await smallCompany();
    const shipped = await documentOf(company, 'courteous');
    const [first, second, ...rest] = shipped.steps;
    const wrong = {
      ...shipped,
      steps: [
        { ...first, templateKey: 'nothing' },
        { ...second, templateKey: 'thank_you', senderKey: 'nobody' },
        ...rest.toReversed(),
      ],
    };
    const { scenarios } = company.call;
    const { problems } = await scenarios.check({ document: wrong });
    expect(problems.map(({ code, place }) => `${place} ${code}`)).toEqual([
      'steps.3 steps_not_in_order',
      'steps.3 severity_falls',
      'steps.4 steps_not_in_order',
      'steps.4 severity_falls',
    ]);
    const sorted = { ...wrong, steps: [...wrong.steps.slice(0, 2), ...rest] };
    const named = await scenarios.check({ document: sorted });
    expect(named.problems).toEqual([
      {
        code: 'template_unknown',
        place: 'steps.0.templateKey',
        sentence: 'Ce modèle n’existe pas ici. En choisir un autre.',
      },
      {
        code: 'template_not_of_step',
        place: 'steps.1.templateKey',
        sentence: 'Ce modèle n’est pas fait pour cette étape. En choisir un autre.',
      },
      {
        code: 'sender_unknown',
        place: 'steps.1.senderKey',
        sentence: 'Cet expéditeur n’est pas dans l’équipe. En choisir un autre.',
      },
    ]);
    expect(await refusalOf(scenarios.effect({ document: sorted }))).toBe('scenario_invalid');
    expect(await refusalOf(save(company, sorted))).toBe('scenario_invalid');
    expect((await scenarios.check({ document: null })).problems).toContainEqual(
      expect.objectContaining({ code: 'field_wrong', place: '' }),
    );
  });

  test('is signed only by who may sign its level', async () => {
    const { company } = await smallCompany();
    const { settings } = await company.call.settings.show();
    const person = { title: '', phone: '', repCode: '', email: 'paul@test.example' };
    await company.call.settings.change({
      ...command(),
      settings: {
        team: {
          ...settings.team,
          collaborators: [
            { ...person, senderKey: 'paul', name: 'Paul', highestSeverity: 'reminder_1' },
          ],
        },
      },
    });
    const shipped = await documentOf(company, 'courteous');
    const signed = {
      ...shipped,
      steps: shipped.steps.map((one) => ({ ...one, senderKey: 'paul' })),
    };
    const { problems } = await company.call.scenarios.check({ document: signed });
    expect(problems.map(({ code, place }) => `${place} ${code}`)).toEqual([
      'steps.2.senderKey sender_below_level',
      'steps.3.senderKey sender_below_level',
      'steps.4.senderKey sender_below_level',
    ]);
  });
});

describe('a newer version that ships', () => {
  function keepOld(application: RunningApplication, company: TestCompany, scenario: Scenario) {
    const open = findCompany(application.app.context, company.key);
    if (open === null) throw new Error('The company is closed.');
    const { scenarioKey } = scenario;
    const document = JSON.stringify(scenario);
    return open.ledger.write((writer) => {
      const entry = { ...command(), kind: 'scenario_saved', customerId: null, payload: scenario };
      recordScenario(writer, appendEntry(writer, entry), {
        scenarioKey,
        document,
        shippedSha256: 'of an older version',
        isRemoved: false,
      });
    });
  }

  test('is offered beside a changed one until it was taken or declined', async () => {
    const { application, company } = await smallCompany();
    const shipped = await documentOf(company, 'courteous');
    const mine = { ...shipped, name: 'Le mien' };
    await keepOld(application, company, mine);
    expect(await rowOf(company, 'courteous')).toMatchObject({ hasNewerShipped: true });
    await save(company, { ...mine, monthlyCap: 3 });
    expect(await rowOf(company, 'courteous')).toMatchObject({ hasNewerShipped: true });
    const shown = await company.call.scenarios.show({ scenarioKey: 'courteous' });
    expect(shown.shipped).toEqual(shipped);
    await save(company, mine, true);
    expect(await rowOf(company, 'courteous')).toMatchObject({
      name: 'Le mien',
      hasNewerShipped: false,
    });
  });
});

describe('copies and removals', () => {
  test('a copy is the user’s own; it is removed only once nobody follows it', async () => {
    const { company, val } = await smallCompany();
    const { scenarios } = company.call;
    const copy = {
      ...(await documentOf(company, 'courteous')),
      scenarioKey: 'mine',
      name: 'À moi',
    };
    await save(company, copy);
    expect(await rowOf(company, 'mine')).toMatchObject({ origin: 'own', customerCount: 0 });
    const assigned = { ...command(), customerId: val, scenarioKey: 'mine' };
    await scenarios.assignCustomer(assigned);
    expect(await scenarios.assignCustomer(assigned)).toEqual({ version: expect.any(Number) });
    expect(await rowOf(company, 'mine')).toMatchObject({ customerCount: 1, overdueCents: 80_000 });
    const remove = () => scenarios.remove({ ...command(), scenarioKey: 'mine' });
    expect(await refusalOf(remove())).toBe('scenario_in_use');
    await scenarios.assignCustomer({ ...command(), customerId: val, scenarioKey: null });
    await remove();
    expect(await rowOf(company, 'mine')).toBeUndefined();
    expect(await refusalOf(remove())).toBe('scenario_unknown');
  });

  test('what was changed comes back as it ships, and what ships is not removed', async () => {
    const { company } = await smallCompany();
    const { scenarios } = company.call;
    const shipped = await documentOf(company, 'courteous');
    const remove = () => scenarios.remove({ ...command(), scenarioKey: 'courteous' });
    expect(await refusalOf(remove())).toBe('scenario_unknown');
    await save(company, { ...shipped, monthlyCap: 1 });
    await remove();
    expect(await documentOf(company, 'courteous')).toEqual(shipped);
  });
});

describe('files', () => {
  test('what is exported is imported as it was', async () => {
    const { company } = await smallCompany();
    const { scenarios } = company.call;
    const { fileId, fileName } = await scenarios.exportFile({ scenarioKey: 'progressive' });
    expect(fileName).toBe('scenario-progressive.json');
    const uploadId = await company.upload(await company.file(fileId));
    const read = await scenarios.importFile({ uploadId });
    expect(read).toEqual({ document: await documentOf(company, 'progressive'), problems: [] });
    expect(await refusalOf(scenarios.importFile({ uploadId }))).toBe('upload_unknown');
    const unknown = scenarios.exportFile({ scenarioKey: 'nobody' });
    expect(await refusalOf(unknown)).toBe('scenario_unknown');
  });

  test.each([
    ['', 'scenario_unreadable'],
    ['ceci n’est pas un scénario', 'scenario_unreadable'],
    ['[1, 2]', 'scenario_unreadable'],
    ['null', 'scenario_unreadable'],
    [`{"name": "${'x'.repeat(300_000)}"}`, 'file_too_large'],
  ])('a file that holds « %.30s » is refused', async (text, code) => {
    const { company } = await smallCompany();
    const bytes = new TextEncoder().encode(text);
    const uploadId = await company.upload({ name: 'scenario.json', bytes });
    expect(await refusalOf(company.call.scenarios.importFile({ uploadId }))).toBe(code);
  });

  test('an object that is no scenario is shown with all that it lacks', async () => {
    const { company } = await smallCompany();
    const bytes = new TextEncoder().encode('\ufeff{"scenarioKey": "mine", "steps": []}');
    const uploadId = await company.upload({ name: 'scenario.json', bytes });
    const { problems } = await company.call.scenarios.importFile({ uploadId });
    expect(problems.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['name', 'monthlyCap', 'thankYou']),
    );
  });
});
