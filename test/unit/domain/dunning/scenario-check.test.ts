import { describe, expect, test } from 'vitest';
import type { ScenarioStep } from '../../../../src/shared/domain/dunning/scenario.ts';
import {
  checkScenario,
  readScenario,
} from '../../../../src/shared/domain/dunning/scenario-check.ts';
import { libraryDocuments, scenario, scenarioNamed, step } from '../../../support/dunning.ts';

const codesOf = (steps: readonly ScenarioStep[]) =>
  checkScenario(scenario(steps)).map(({ code, path }) => `${code} ${path}`);

describe('the library', () => {
  test.each([...libraryDocuments()])(
    '%s passes the check and is named by its key',
    (file, document) => {
      const read = readScenario(document);
      expect(read).toMatchObject({
        isDone: true,
        value: { scenarioKey: file.replace('.json', '') },
      });
    },
  );

  test.each([
    [
      'courteous',
      'notice -5 email · reminder_1 7 email · reminder_2 15 email · reminder_3 30 email · formal_notice 45 registered_letter',
    ],
    [
      'progressive',
      'reminder_1 1 email · - 7 call · reminder_2 15 email · formal_notice 30 registered_letter · hand_over 45 none',
    ],
    ['multi-channel', 'reminder_1 5 email · reminder_2 15 call · reminder_3 30 letter'],
    ['good-payer', 'reminder_1 10 email · - 20 call · reminder_2 25 email · reminder_3 40 email'],
    [
      'occasional-payer',
      'notice -3 email · reminder_1 5 email · - 12 call · reminder_2 20 email · reminder_3 30 email · formal_notice 45 registered_letter',
    ],
    [
      'chronic-payer',
      'notice -7 email · reminder_1 2 email · - 8 call · reminder_2 14 email · - 20 none · formal_notice 28 registered_letter · hand_over 45 none',
    ],
    ['direct-debit', 'notice -14 email'],
    [
      'public-buyer',
      '- 5 portal · reminder_1 15 email · reminder_2 35 letter · reminder_3 60 letter',
    ],
    [
      'bill',
      'notice 10 email · reminder_1 1 call · reminder_2 5 email · formal_notice 15 registered_letter',
    ],
  ])('%s holds its steps', (key, expected) => {
    const steps = scenarioNamed(key).steps.map(
      ({ severity, delay, channel }) => `${severity ?? '-'} ${delay.days} ${channel}`,
    );
    expect(steps.join(' · ')).toBe(expected);
  });

  test('a formal notice and a hand-over never leave by themselves', () => {
    const grave = [...libraryDocuments().keys()]
      .flatMap((file) => scenarioNamed(file.replace('.json', '')).steps)
      .filter(({ kind }) => kind === 'formal_notice' || kind === 'hand_over');
    expect(grave.length).toBeGreaterThan(5);
    expect(grave.filter(({ mode }) => mode === 'automatic')).toEqual([]);
  });
});

describe('the form of a document', () => {
  const document = structuredClone(scenarioNamed('courteous'));
  const [first] = document.steps as [ScenarioStep];
  const changed = (part: object) => ({ ...document, ...part });
  const changedStep = (part: object) => changed({ steps: [{ ...first, ...part }] });
  test.each([
    ['text', 'nothing', ''],
    ['a list', [], ''],
    ['nothing', null, ''],
    ['a key with capitals', changed({ scenarioKey: 'Courtois' }), 'scenarioKey'],
    [
      'a key that a message of its own could have',
      changed({ scenarioKey: 'thank_you' }),
      'scenarioKey',
    ],
    ['a key too long', changed({ scenarioKey: 'a'.repeat(41) }), 'scenarioKey'],
    ['a key that is a number', changed({ scenarioKey: 1 }), 'scenarioKey'],
    ['no name', changed({ name: '' }), 'name'],
    ['a name too long', changed({ name: 'a'.repeat(81) }), 'name'],
    ['a description that is no text', changed({ description: 1 }), 'description'],
    ['steps that are no list', changed({ steps: {} }), 'steps'],
    ['too many steps', changed({ steps: Array.from({ length: 21 }, () => first) }), 'steps'],
    ['a step that is none', changed({ steps: [1] }), 'steps.0 steps.0.delay'],
    ['an unknown kind', changedStep({ kind: 'threat' }), 'steps.0.kind'],
    ['an unknown level', changedStep({ severity: 'reminder_9' }), 'steps.0.severity'],
    [
      'a delay too long',
      changedStep({ delay: { ...first.delay, days: 366 } }),
      'steps.0.delay.days',
    ],
    [
      'a delay too early',
      changedStep({ delay: { ...first.delay, days: -61 } }),
      'steps.0.delay.days',
    ],
    ['half a day', changedStep({ delay: { ...first.delay, days: 1.5 } }), 'steps.0.delay.days'],
    ['a day as text', changedStep({ delay: { ...first.delay, days: '1' } }), 'steps.0.delay.days'],
    ['no delay', changedStep({ delay: undefined }), 'steps.0.delay'],
    ['an amount below zero', changedStep({ floorCents: -1 }), 'steps.0.floorCents'],
    ['a flag that is text', changedStep({ isCopiedToRep: 'yes' }), 'steps.0.isCopiedToRep'],
    ['a path for a template', changedStep({ templateKey: '../x' }), 'steps.0.templateKey'],
    [
      'a notice to the rep of no day',
      changedStep({ repNoticeBusinessDays: 0 }),
      'steps.0.repNoticeBusinessDays',
    ],
    ['an interval too long', changed({ intervalBusinessDays: 61 }), 'intervalBusinessDays'],
    ['no message at all', changed({ monthlyCap: 0 }), 'monthlyCap'],
    ['no thanks', changed({ thankYou: null }), 'thankYou'],
  ])('%s is refused where it stands', (_, value, path) => {
    const read = readScenario(value);
    const problems = read.isDone ? [] : read.refusal;
    expect(
      problems
        .map((problem) => problem.path)
        .join(' ')
        .slice(0, path.length),
    ).toBe(path);
    expect(problems.every(({ code }) => code === 'field_wrong')).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('all that is wrong is said at once, and what is unknown is left out', () => {
    const read = readScenario(changed({ name: '', monthlyCap: 99, script: 'alert' }));
    expect(read).toMatchObject({
      isDone: false,
      refusal: [{ path: 'name' }, { path: 'monthlyCap' }],
    });
    const kept = readScenario({ ...document, script: 'alert' });
    expect(kept.isDone && Object.hasOwn(kept.value, 'script')).toBe(false);
  });

  test('a well-formed document of no sense is refused too', () => {
    expect(readScenario(changed({ steps: [] }))).toEqual({
      isDone: false,
      refusal: [{ code: 'no_step', path: 'steps' }],
    });
  });
});

describe('the sense of the steps', () => {
  const one = step();
  const formal = step({
    days: 30,
    kind: 'formal_notice',
    severity: 'formal_notice',
    channel: 'registered_letter',
    mode: 'to_confirm',
  });
  const second = step({ days: 15, severity: 'reminder_2' });
  const call = step({ days: 10, severity: null, channel: 'call', mode: 'task' });
  const notice = step({ days: -5, kind: 'notice', severity: 'notice' });
  const block = step({
    days: 20,
    kind: 'order_block',
    severity: null,
    channel: 'none',
    mode: 'task',
    templateKey: null,
  });
  test.each<readonly [string, readonly ScenarioStep[], readonly string[]]>([
    [
      'notice, reminder, call, reminder, block, formal notice',
      [notice, one, call, second, block, formal],
      [],
    ],
    ['a key used twice', [one, { ...second, stepKey: 'j7' }], ['step_key_repeated steps.1']],
    ['the same day twice', [one, { ...second, delay: one.delay }], ['steps_not_in_order steps.1']],
    [
      'a later step first',
      [second, call],
      ['severity_jumps steps.0', 'steps_not_in_order steps.1'],
    ],
    [
      'five working days are a week',
      [
        { ...one, delay: { from: 'due_date', days: 10, unit: 'business' } },
        { ...second, delay: { from: 'due_date', days: 14, unit: 'calendar' } },
      ],
      ['steps_not_in_order steps.1'],
    ],
    [
      'after the previous step, whatever its day',
      [one, { ...second, delay: { from: 'previous_step', days: 1, unit: 'calendar' } }],
      [],
    ],
    [
      'a first step after none',
      [{ ...one, delay: { from: 'previous_step', days: 1, unit: 'calendar' } }],
      ['first_step_after_previous steps.0'],
    ],
    [
      'a notice on the due date',
      [{ ...notice, delay: { ...notice.delay, days: 0 } }],
      ['notice_not_before_due steps.0'],
    ],
    [
      'a notice after another step',
      [one, { ...notice, delay: { from: 'previous_step', days: 1, unit: 'calendar' } }],
      ['notice_not_before_due steps.1', 'severity_falls steps.1'],
    ],
    [
      'a notice counted from the document',
      [{ ...notice, delay: { from: 'document_date', days: 10, unit: 'calendar' } }],
      [],
    ],
    ['a reminder on the due date', [step({ days: 0 })], ['step_not_after_due steps.0']],
    [
      'a reminder at the level of a notice',
      [{ ...one, severity: 'notice' }],
      ['severity_not_of_kind steps.0'],
    ],
    [
      'a block that moves a level',
      [one, { ...block, severity: 'reminder_1' }],
      ['severity_not_of_kind steps.1'],
    ],
    [
      'a level that falls',
      [one, second, { ...one, stepKey: 'again', delay: { ...one.delay, days: 40 } }],
      ['severity_falls steps.2'],
    ],
    [
      'a level that jumps',
      [one, { ...second, severity: 'reminder_3' }],
      ['severity_jumps steps.1'],
    ],
    ['a first reminder that is not the first', [second], ['severity_jumps steps.0']],
    ['a formal notice without a reminder', [call, formal], ['no_reminder_before steps.1']],
    [
      'an e-mail that blocks orders',
      [one, { ...block, channel: 'email', templateKey: 'x' }],
      ['channel_not_of_kind steps.1'],
    ],
    [
      'an automatic formal notice',
      [one, { ...formal, mode: 'automatic' }],
      ['never_automatic steps.1'],
    ],
    [
      'an automatic registered letter',
      [{ ...one, channel: 'registered_letter' }],
      ['never_automatic steps.0'],
    ],
    ['an automatic call', [{ ...one, channel: 'call' }], ['only_a_task steps.0']],
    ['an e-mail that only asks', [{ ...one, severity: null }], ['only_a_task steps.0']],
    ['an e-mail without a template', [{ ...one, templateKey: null }], ['template_missing steps.0']],
    [
      'a template for nothing',
      [one, { ...block, templateKey: 'x' }],
      ['template_unwanted steps.1'],
    ],
    [
      'a floor above the ceiling',
      [{ ...one, floorCents: 2, ceilingCents: 1 }],
      ['floor_above_ceiling steps.0'],
    ],
    ['a floor below the ceiling', [{ ...one, floorCents: 1, ceilingCents: 2 }], []],
  ])('%s', (_, steps, expected) => {
    expect(codesOf(steps)).toEqual(expected);
  });
});
