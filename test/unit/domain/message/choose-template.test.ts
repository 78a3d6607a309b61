import { expect, test } from 'vitest';
import type { Tone } from '../../../../src/shared/domain/dunning/scenario.ts';
import { chooseTemplate } from '../../../../src/shared/domain/message/choose-template.ts';
import type { MessageTemplate } from '../../../../src/shared/domain/message/message.ts';

const template = (templateKey: string, language: 'fr' | 'en', tone: Tone): MessageTemplate => ({
  templateKey,
  kind: 'reminder_1',
  language,
  tone,
  name: '',
  subject: '',
  body: '',
});
const TEMPLATES = [
  template('a', 'fr', 'good'),
  template('a', 'fr', 'occasional'),
  template('a', 'en', 'chronic'),
  template('b', 'fr', 'occasional'),
];

test.each([
  ['a', 'fr', 'good', 'good'],
  ['a', 'fr', 'chronic', 'occasional'],
  ['a', 'en', 'good', 'chronic'],
  ['b', 'fr', 'good', 'occasional'],
  ['b', 'en', 'good', null],
  ['c', 'fr', 'good', null],
] as const)('%s in %s for %s takes %s', (templateKey, language, tone, expected) => {
  const chosen = chooseTemplate(TEMPLATES, { templateKey, language, tone });
  expect(chosen?.tone ?? null).toBe(expected);
  if (chosen !== null)
    expect([chosen.templateKey, chosen.language]).toEqual([templateKey, language]);
});
