/** A message is written from a template and facts, and from nothing else. */
import { describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../../src/main/message/example-facts.ts';
import { SHIPPED_TEMPLATES, shippedTemplate } from '../../../../src/main/message/library.ts';
import { valuesOf } from '../../../../src/main/message/placeholder-values.ts';
import { SUBJECT_LENGTH_MAX, writeMessage } from '../../../../src/main/message/write-message.ts';
import {
  MESSAGE_KINDS,
  type MessageContent,
  type MessageFacts,
  type MessageTemplate,
} from '../../../../src/shared/domain/message/message.ts';
import { TEXT_PLACEHOLDERS } from '../../../../src/shared/domain/message/placeholders.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { PLACEHOLDER_ENTRIES } from '../../../../src/shared/text/placeholders.ts';

const TODAY = calendarDate('2026-11-23');
const FACTS = exampleFacts({ kind: 'reminder_1', tone: 'good', language: 'fr', today: TODAY });
const TEMPLATE: MessageTemplate = {
  templateKey: 'mine',
  kind: 'reminder_1',
  language: 'fr',
  tone: 'good',
  name: 'Le mien',
  subject: 'Objet',
  body: 'Texte',
};

function written(template: Partial<MessageTemplate>, facts: MessageFacts = FACTS): MessageContent {
  const message = writeMessage({ ...TEMPLATE, ...template }, facts);
  if (!message.isDone) throw new Error(JSON.stringify(message.refusal));
  return message.value;
}

function problems(template: Partial<MessageTemplate>, facts: MessageFacts = FACTS): string[] {
  const message = writeMessage({ ...TEMPLATE, ...template }, facts);
  return message.isDone ? [] : message.refusal.map(({ code, value }) => `${code} ${value}`.trim());
}

/** Paragraphs as their text, blocks as `<kind>`. */
const bodyOf = (body: string, facts?: MessageFacts) =>
  written({ body }, facts).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : `<${block.kind}>`,
  );

describe('the body', () => {
  test.each([
    ['a\n\nb', ['a', 'b']],
    ['a\nb\n\n\n\nc\n', ['a\nb', 'c']],
    ['a\n{tableau}\nb', ['a', '<items>', 'b']],
    ['{tableau}\n{totaux}', ['<items>', '<totals>']],
    ['  {decompte}  ', ['<charges>']],
    [
      '{coordonnees_bancaires}\n\n{reponses}\n\n{signature}',
      ['<bank>', '<answers>', '<signature>'],
    ],
    ['{% if client %}\na\n{% endif %}\n\n{% if affactureur %}\nb\n{% endif %}', ['a']],
    ['a{% if affactureur %} b{% endif %} , c .', ['a, c.']],
    ['{% if plusieurs_factures %}{nb_factures}{% else %}une{% endif %}', ['3']],
    ['{% if consommateur %}x{% else %}y{% endif %}', ['y']],
    [
      'Prêt ? Oui : « bien » ; non !',
      ['Prêt\u00a0? Oui\u00a0: «\u00a0bien\u00a0»\u00a0; non\u00a0!'],
    ],
    ['1\u202f234 €', ['1\u00a0234\u00a0€']],
    ['{% comment %}note{% endcomment %}a', ['a']],
  ])('%j', (body, expected) => {
    expect(bodyOf(body)).toEqual(expected);
  });

  test('English keeps its plain spaces', () => {
    const facts = exampleFacts({ kind: 'reminder_1', tone: 'good', language: 'en', today: TODAY });
    expect(bodyOf('a : b', { ...facts, language: 'fr' })).toEqual(['a\u00a0: b']);
    expect(written({ body: 'a : b', language: 'en' }, facts).blocks).toEqual([
      { kind: 'paragraph', text: 'a : b' },
    ]);
  });
});

describe('what comes from elsewhere stays words', () => {
  const named = (name: string, contactName = name): MessageFacts => ({
    ...FACTS,
    recipient: { ...FACTS.recipient, name, contactName },
  });

  test.each([
    ['a header', 'Durand\r\nBcc: x@y.example', 'Durand Bcc: x@y.example'],
    ['Liquid', '{facture} {% if client -%}', '{facture} {% if client -%}'],
    ['a block', '{tableau}', '{tableau}'],
    ['the mark of a block', '\ue000tableau\ue001', 'tableau'],
    ['HTML', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['marks of direction', '\u202eDurand\u200b', 'Durand'],
  ])('%s in a name', (_name, name, expected) => {
    const content = written({ subject: '{client}', body: '{client}\n\nfin' }, named(name));
    expect(content.subject).toBe(expected);
    expect(content.blocks).toEqual([
      { kind: 'paragraph', text: expected },
      { kind: 'paragraph', text: 'fin' },
    ]);
  });

  test('a subject is one line of at most 200 signs', () => {
    const { subject } = written({ subject: '{client} {client}' }, named('a\n'.repeat(300)));
    expect([...subject].length).toBe(SUBJECT_LENGTH_MAX);
    expect(subject).not.toContain('\n');
  });

  test('a contact without a name is greeted all the same', () => {
    expect(bodyOf('Bonjour {interlocuteur},', named('x', ' \u200b'))).toEqual([
      'Bonjour Madame, Monsieur,',
    ]);
  });
});

describe('refused at send', () => {
  test.each([
    [
      'a name without a value',
      { body: '{montant_promis} {client}' },
      ['value_missing montant_promis'],
    ],
    [
      'several, even inside a condition',
      { subject: '{n_litige}', body: '{% if client %}{mode}{% endif %} {date_promesse}' },
      ['value_missing n_litige', 'value_missing mode', 'value_missing date_promesse'],
    ],
    ['an unknown name', { body: '{prenom}' }, ['placeholder_unknown prenom']],
    ['another language', { language: 'en' as const }, ['language_differs']],
    ['a text that is empty once written', { body: '{% if mode %}a{% endif %}' }, ['body_empty']],
    ['a subject that is', { subject: '{% if mode %}a{% endif %}' }, ['subject_empty']],
  ])('%s', (_name, template, expected) => {
    expect(problems(template)).toEqual(expected);
  });

  test('a text that grows beyond all letters', () => {
    const facts = { ...FACTS, freeSentence: 'a'.repeat(500) };
    expect(problems({ body: '{phrase_libre}'.repeat(100) }, facts)).toEqual(['output_too_long']);
  });

  test('a condition on what has no value is only false', () => {
    expect(bodyOf('{% if mode %}a{% else %}b{% endif %}{mode | default: "c"}')).toEqual(['bc']);
  });

  test('a reminder in the place of a formal notice', () => {
    const facts = exampleFacts({
      kind: 'formal_notice',
      tone: 'good',
      language: 'fr',
      today: TODAY,
    });
    expect(problems({ body: '{tableau}' }, facts)).toContain('formal_notice_title');
  });

  test('penalties to a consumer, by words, by name or by amount', () => {
    const consumer: MessageFacts = {
      ...FACTS,
      recipient: { ...FACTS.recipient, profile: 'consumer' },
    };
    const words = '{% if professionnel %}pénalités{% endif %} a';
    expect(problems({ body: words }, consumer)).toEqual([]);
    expect(problems({ body: 'Des pénalités courent.' }, consumer)).toEqual(['consumer_penalties']);
    const charges = {
      interestCents: 0,
      rateLabel: '',
      indemnityCents: 4_000,
      indemnityCount: 1,
      computedTo: TODAY,
      totalCents: 515_030,
    };
    expect(problems({ body: 'a' }, { ...consumer, charges })).toEqual(['consumer_penalties']);
  });
});

describe('the values', () => {
  test('of the example are those of the palette, in both languages', () => {
    const shown = (text: string) => text.replaceAll('\u00a0', ' ');
    const notOfTheExample = ['lien_paiement', 'affactureur', 'phrase_libre'];
    for (const language of ['fr', 'en'] as const) {
      const scopes = MESSAGE_KINDS.map((kind) =>
        valuesOf(exampleFacts({ kind, tone: 'good', language, today: TODAY })),
      );
      for (const name of TEXT_PLACEHOLDERS) {
        if (notOfTheExample.includes(name)) continue;
        const values = scopes.map((scope) => shown(String(scope[name] ?? '')));
        expect(values, `${language} ${name}`).toContain(
          shown(PLACEHOLDER_ENTRIES[language][name].example),
        );
      }
    }
  });

  test('speak of the oldest item due', () => {
    const [first, second] = FACTS.items;
    if (first === undefined || second === undefined) throw new Error('two items were expected');
    const undated = { ...second, documentNumber: 'SANS-DATE', dueDate: null };
    const scope = valuesOf({ ...FACTS, items: [undated, second, first] });
    expect(scope.facture).toBe(first.documentNumber);
    expect(valuesOf({ ...FACTS, items: [] }).facture).toBeUndefined();
  });

  test('a long list ends with how many others', () => {
    const documents = Array.from({ length: 30 }, (_, index) => `F${index + 1}`);
    const payment = { amountCents: 1, receivedOn: TODAY, documents, balanceCents: 0 };
    expect(valuesOf({ ...FACTS, payment }).factures_soldees).toBe(
      'F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11 et 19 autres',
    );
  });

  test('a payment page is an address of the web by https', () => {
    const link = (paymentLink: string) => valuesOf({ ...FACTS, paymentLink }).lien_paiement;
    expect(link('https://paiement.example/a?b=c')).toBe('https://paiement.example/a?b=c');
    expect(link('javascript:alert(1)')).toBeUndefined();
    expect(link('http://paiement.example')).toBeUndefined();
  });

  test('the undisputed part is told only where some is left', () => {
    const facts = exampleFacts({
      kind: 'dispute_received',
      tone: 'good',
      language: 'fr',
      today: TODAY,
    });
    if (facts.dispute === null) throw new Error('a dispute was expected');
    const all = {
      ...facts,
      dispute: { ...facts.dispute, amountCents: 99_999_999, answerBy: null },
    };
    expect(valuesOf(all).montant_non_conteste).toBeUndefined();
    expect(valuesOf(all).delai_reponse).toBeUndefined();
  });
});

test('every shipped template is written for its example, and shows no hole', () => {
  for (const template of SHIPPED_TEMPLATES) {
    const { kind, tone, language } = template;
    const content = written(template, exampleFacts({ kind, tone, language, today: TODAY }));
    const text = JSON.stringify(content);
    expect(text, template.id).not.toMatch(/[{]%|%[}]|\{[a-z_]+\}|undefined|null| ,|\u202f/);
  }
});

test('a short message keeps to the alphabet of telephones, and to one or two parts', () => {
  for (const tone of ['good', 'occasional', 'chronic'] as const) {
    const facts = exampleFacts({ kind: 'sms', tone, language: 'fr', today: TODAY });
    const [block] = written(shippedTemplate('sms', 'fr', tone), facts).blocks;
    const text = block?.kind === 'paragraph' ? block.text : '';
    expect(text).toMatch(/^[A-Za-z0-9 éèàù€.,:?'\n-]+$/);
    expect(text.length).toBeLessThanOrEqual(160);
  }
});

test('a chased payer reads the amount and the date in the first two lines', () => {
  for (const kind of ['reminder_1', 'reminder_2', 'reminder_3', 'formal_notice'] as const) {
    for (const tone of ['good', 'occasional', 'chronic'] as const) {
      for (const language of ['fr', 'en'] as const) {
        const facts = exampleFacts({ kind, tone, language, today: TODAY });
        const content = written(shippedTemplate(kind, language, tone), facts);
        const first = content.blocks[1];
        const text = first?.kind === 'paragraph' ? first.text : '';
        expect(text, `${kind} ${tone} ${language}`).toMatch(/5[\u00a0,][14]1[02][.,][37][03]/);
        expect(text).toMatch(/7\u00a0(?:octobre|October)\u00a02026/);
      }
    }
  }
});
