/** The plain text of a mail: within 78 signs, in columns, one line where one is meant. */
import { describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../../src/main/message/example-facts.ts';
import { SHIPPED_TEMPLATES, shippedTemplate } from '../../../../src/main/message/library.ts';
import { messageText, TEXT_WIDTH } from '../../../../src/main/message/text.ts';
import { writeMessage } from '../../../../src/main/message/write-message.ts';
import type { MessageFacts } from '../../../../src/shared/domain/message/message.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const TODAY = calendarDate('2026-11-23');
const FACTS = exampleFacts({ kind: 'reminder_1', tone: 'good', language: 'fr', today: TODAY });

function textOf(facts: MessageFacts): string {
  const message = writeMessage(shippedTemplate(facts.kind, facts.language, facts.tone), facts);
  if (!message.isDone) throw new Error(JSON.stringify(message.refusal));
  return messageText(message.value, facts);
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('the items stand in columns', () => {
  const lines = plain(textOf(FACTS)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('Pièce'));
  expect(lines.slice(start, start + 9)).toEqual([
    'Pièce               Date       Échéance      Montant EUR       Reste dû Retard',
    '-'.repeat(78),
    'Compte C0042 – Charpentes Delorme',
    'FA-2026-00871       23/08/2026 07/10/2026       4 800,00       3 200,00   47 j',
    'FA-2026-00964       20/09/2026 04/11/2026       1 250,40       1 250,40   19 j',
    'Avoirs et règlements à déduire :',
    'AV-2026-00057       14/10/2026                   -240,00        -240,00',
    'Total du compte C0042                                               4 210,40 €',
    'À échoir :',
  ]);
});

test.each(SHIPPED_TEMPLATES.map(({ id, ...template }) => [id, template] as const))(
  '%s stays within its width',
  (_id, { kind, tone, language }) => {
    const text = textOf(exampleFacts({ kind, tone, language, today: TODAY }));
    const long = text.split('\n').filter((line) => [...line].length > TEXT_WIDTH);
    expect(long).toEqual([]);
    expect(text).not.toMatch(/\u202f|\n{3}|[^-] \n/);
    expect(text.endsWith('\n')).toBe(true);
  },
);

describe('long words', () => {
  test('a long number takes its own line, and the figures keep their columns', () => {
    const [first, ...others] = FACTS.items;
    if (first === undefined) throw new Error('an item was expected');
    const documentNumber = 'FACTURE-2026-ATLANTIQUE-000871';
    const text = plain(textOf({ ...FACTS, items: [{ ...first, documentNumber }, ...others] }));
    expect(text).toContain(
      `\n${documentNumber}\n                    23/08/2026 07/10/2026       4 800,00       3 200,00   47 j\n`,
    );
  });

  test('names cannot add a line', () => {
    const recipient = { ...FACTS.recipient, contactName: 'Durand\r\n\r\n-- \r\nPS : payez ici' };
    const text = textOf({ ...FACTS, recipient });
    expect(text).toMatch(/^Bonjour Durand -- PS.: payez ici,\n/);
  });

  test('answers are told by their codes', () => {
    expect(textOf(FACTS)).toContain('  ENC-010J72-D        Je conteste');
    expect(textOf({ ...FACTS, answerCode: '' })).not.toContain('Je conteste');
  });
});

test('charges say their law under them', () => {
  const facts = exampleFacts({ kind: 'formal_notice', tone: 'good', language: 'fr', today: TODAY });
  const text = plain(textOf(facts));
  expect(text).toMatch(
    /\nPénalités de retard au taux de 12,40 % l’an +182,43 €\n {2}\(C\. com\., art\. L441-10 II\)\n/,
  );
  expect(text).toMatch(/\nTotal à régler +5 412,73 €\n/);
  const none = messageText(
    { subject: '', blocks: [{ kind: 'charges' }] },
    { ...facts, charges: null },
  );
  expect(plain(none)).toMatch(/Total à régler +5 110,30 €/);
});
