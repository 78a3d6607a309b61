/** What ships: every kind in both languages, good as it is, and known by its hash. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { libraryFile, libraryText } from '../../../../scripts/templates.ts';
import { checkTemplate } from '../../../../src/main/message/check-template.ts';
import {
  SHIPPED_TEMPLATES,
  shippedTemplate,
  templateVersion,
} from '../../../../src/main/message/library.ts';
import { MESSAGE_KINDS } from '../../../../src/shared/domain/message/message.ts';

test('the library is that of its files: node scripts/templates.ts', () => {
  expect(readFileSync(libraryFile, 'utf8')).toBe(libraryText());
});

test.each(SHIPPED_TEMPLATES.map((template) => [template.id, template] as const))(
  '%s has no problem',
  (_id, template) => {
    expect(checkTemplate(template)).toEqual([]);
    expect(template.subject.length).toBeGreaterThan(0);
  },
);

describe('every kind', () => {
  const tones = ['good', 'occasional', 'chronic'] as const;

  test.each(MESSAGE_KINDS)('%s is in both languages, for every tone', (kind) => {
    for (const tone of tones) {
      const [french, english] = [
        shippedTemplate(kind, 'fr', tone),
        shippedTemplate(kind, 'en', tone),
      ];
      expect([french.kind, english.kind]).toEqual([kind, kind]);
      expect(french.tone).toBe(english.tone);
      // A block forgotten in one language would be a message without its table.
      const blocks = (body: string) => body.match(/^\{[a-z_]+\}$/gm);
      expect(blocks(english.body)).toEqual(blocks(french.body));
    }
  });

  test('reminders have three texts', () => {
    for (const kind of ['notice', 'reminder_1', 'reminder_2', 'reminder_3', 'sms'] as const) {
      expect(new Set(tones.map((tone) => shippedTemplate(kind, 'fr', tone).body)).size).toBe(3);
    }
  });
});

test('a version follows the text, and only the text', () => {
  const template = shippedTemplate('reminder_1', 'fr', 'good');
  expect(template.version).toMatch(/^[0-9a-f]{64}$/);
  expect(templateVersion({ ...template })).toBe(template.version);
  expect(templateVersion({ ...template, body: `${template.body} ` })).not.toBe(template.version);
});

test('no message to a payer threatens, shouts or says « tu »', () => {
  for (const { id, kind, subject, body } of SHIPPED_TEMPLATES) {
    if (kind === 'call_script') continue;
    expect(`${subject}\n${body}`, id).not.toMatch(/!|\b(?:tu|ton|ta|tes)\b|huissier|menac/u);
  }
});
