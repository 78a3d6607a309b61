/** Templates: checked as one types, read for a real customer, kept, compared with what ships. */
import { describe, expect, test } from 'vitest';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { smallCompany } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const NOBODY = 999_999;
const REMINDER = { templateKey: 'reminder_1', language: 'fr', tone: 'good' } as const;

const show = (company: TestCompany, name: { templateKey: string } = REMINDER) =>
  company.call.scenarios.showTemplate({ ...REMINDER, ...name });

async function changed(company: TestCompany, patch: object) {
  const { template } = await show(company);
  return { ...template, ...patch };
}

describe('what ships', () => {
  test('is in both languages, in order, and reads for the made-up customer', async () => {
    const { company } = await smallCompany();
    const { rows } = await company.call.scenarios.listTemplates();
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ problemCount }) => problemCount > 0)).toEqual([]);
    expect(rows.filter(({ subject }) => subject.includes('{'))).toEqual([]);
    for (const { templateKey, language, tone } of rows) {
      const { template } = await company.call.scenarios.showTemplate({
        templateKey,
        language,
        tone,
      });
      const preview = await company.call.scenarios.previewTemplate({ template, customerId: null });
      expect(preview.problems).toEqual([]);
      expect(preview.html).toMatch(/^<!doctype html>/iu);
      expect(preview.text.length).toBeGreaterThan(20);
    }
  });
});

describe('a preview', () => {
  test('says what is wrong with its line and column, and writes nothing', async () => {
    const { company } = await smallCompany();
    const template = await changed(company, { body: 'Bonjour,\n\nVotre {clien} {tableau}' });
    const preview = await company.call.scenarios.previewTemplate({ template, customerId: null });
    expect(preview).toMatchObject({ html: '', text: '', subject: '' });
    expect(preview.problems).toEqual([
      expect.objectContaining({
        code: 'placeholder_unknown',
        field: 'body',
        line: 3,
        column: 7,
        isOfTemplate: true,
        sentence: 'Le champ {clien} n’existe pas. Le choisir dans la liste des champs.',
      }),
      expect.objectContaining({ code: 'block_inside_text', line: 3 }),
    ]);
  });

  test('states what a real customer owes, planned for today or not', async () => {
    const { company, val } = await writingCompany();
    const template = await changed(company, { body: 'Reste {total_du}.\n\n{tableau}' });
    const planned = await company.call.scenarios.previewTemplate({ template, customerId: val });
    expect(planned).toMatchObject({ problems: [], recipient: expect.stringMatching(/^Val/) });
    expect(planned.text).toMatch(/Reste 800,00\s€\./u);
    expect(planned.text).toContain('FA102');
    const small = await smallCompany();
    const idle = await small.company.call.scenarios.previewTemplate({
      template,
      customerId: small.leroy,
    });
    expect(idle.problems).toEqual([]);
    expect(idle.text).toContain('FA104');
  });

  test('makes up what has not happened to a customer', async () => {
    const { company, val } = await writingCompany();
    const { template } = await company.call.scenarios.showTemplate({
      templateKey: 'promise_broken',
      language: 'en',
      tone: 'occasional',
    });
    const preview = await company.call.scenarios.previewTemplate({ template, customerId: val });
    expect(preview.problems).toEqual([]);
    expect(preview.text).toContain('€5,110.30');
  });

  test('of a field without a value for this customer does not keep from saving', async () => {
    const { company, val } = await writingCompany();
    const template = await changed(company, { body: 'Numéro {siren_client}' });
    const preview = await company.call.scenarios.previewTemplate({ template, customerId: val });
    expect(preview.problems).toMatchObject([{ code: 'value_missing', isOfTemplate: false }]);
    await company.call.scenarios.saveTemplate({ ...command(), template });
    expect((await show(company)).row).toMatchObject({ origin: 'changed', problemCount: 0 });
  });

  test('is refused for who owes nothing, or does not exist', async () => {
    const { company, martin } = await smallCompany();
    const { template } = await show(company);
    const { previewTemplate } = company.call.scenarios;
    const refused = (customerId: number) => refusalOf(previewTemplate({ template, customerId }));
    expect(await refused(martin)).toBe('nothing_open');
    expect(await refused(NOBODY)).toBe('customer_unknown');
  });
});

describe('what is kept', () => {
  test('is what leaves from then on; what ships comes back', async () => {
    const { company, val } = await writingCompany();
    const { rows } = await company.call.scenarios.listTemplates();
    const words = 'Une phrase de la maison.\n\n{tableau}\n\n{coordonnees_bancaires}\n\n{signature}';
    for (const { templateKey, language, tone, kind } of rows) {
      if (language !== 'fr' || !kind.startsWith('reminder_')) continue;
      const { template } = await company.call.scenarios.showTemplate({
        templateKey,
        language,
        tone,
      });
      await company.call.scenarios.saveTemplate({
        ...command(),
        template: { ...template, body: words },
      });
    }
    const preview = await company.call.dunning.preview({ payerId: val, edit: null });
    expect(preview.text).toContain('Une phrase de la maison.');
    const shown = await show(company);
    expect(shown.row).toMatchObject({ origin: 'changed', hasNewerShipped: false });
    expect(shown.template.body).toBe(words);
    expect(shown.shipped?.body).not.toBe(words);
    await company.call.scenarios.removeTemplate({ ...command(), ...REMINDER });
    expect((await show(company)).template).toEqual(shown.shipped);
    const again = company.call.scenarios.removeTemplate({ ...command(), ...REMINDER });
    expect(await refusalOf(again)).toBe('template_unknown');
  });

  test('that says what ships again is no copy', async () => {
    const { company } = await smallCompany();
    const { template } = await show(company);
    await company.call.scenarios.saveTemplate({
      ...command(),
      template: { ...template, subject: 'Autre' },
    });
    await company.call.scenarios.saveTemplate({ ...command(), template });
    expect((await show(company)).row.origin).toBe('shipped');
  });

  test('is never wrong', async () => {
    const { company } = await smallCompany();
    const template = await changed(company, { body: '{% for a in b %}{% endfor %}' });
    const save = company.call.scenarios.saveTemplate({ ...command(), template });
    expect(await refusalOf(save)).toBe('template_invalid');
    expect((await show(company)).row.origin).toBe('shipped');
  });

  test('under a key of its own serves a scenario, keeps its kind, and goes once unused', async () => {
    const { company } = await smallCompany();
    const { scenarios } = company.call;
    const own = await changed(company, { templateKey: 'ma_relance', name: 'Ma relance' });
    await scenarios.saveTemplate({ ...command(), template: own });
    await scenarios.saveTemplate({
      ...command(),
      template: { ...own, kind: 'sms', subject: 'Un rappel' },
    });
    expect((await show(company, { templateKey: 'ma_relance' })).template).toMatchObject({
      kind: 'reminder_1',
      subject: 'Un rappel',
    });
    const { document } = await scenarios.show({ scenarioKey: 'courteous' });
    const shipped = document as { steps: { stepKey: string }[] };
    const steps = shipped.steps.map((step) =>
      step.stepKey === 'j7' ? { ...step, templateKey: 'ma_relance' } : step,
    );
    await scenarios.save({ ...command(), document: { ...shipped, steps } });
    const { templateKey, language, tone } = own;
    const remove = () => scenarios.removeTemplate({ ...command(), templateKey, language, tone });
    expect(await refusalOf(remove())).toBe('template_in_use');
    await scenarios.remove({ ...command(), scenarioKey: 'courteous' });
    await remove();
    expect(await refusalOf(show(company, { templateKey: 'ma_relance' }))).toBe('template_unknown');
  });
});
