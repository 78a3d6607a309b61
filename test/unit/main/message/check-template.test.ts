/** A template is checked as it is saved: what it uses, what it must say, how far it may go. */
import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../../src/main/message/check-template.ts';
import { shippedTemplate } from '../../../../src/main/message/library.ts';
import type { MessageTemplate } from '../../../../src/shared/domain/message/message.ts';
import { TEMPLATE_PROBLEM_CODES } from '../../../../src/shared/domain/message/template-problem.ts';
import {
  TEMPLATE_PROBLEM_SENTENCES,
  templateProblemSentence,
} from '../../../../src/shared/text/template-problems.ts';

const TEMPLATE: MessageTemplate = {
  templateKey: 'mine',
  kind: 'reminder_1',
  language: 'fr',
  tone: 'good',
  name: 'Le mien',
  subject: 'Facture {facture}',
  body: 'Bonjour {interlocuteur},\n\n{tableau}\n\n{signature}',
};

/** `code line:column value` of each problem. */
function problemsOf(changes: Partial<MessageTemplate>): string[] {
  return checkTemplate({ ...TEMPLATE, ...changes }).map(
    ({ code, line, column, value }) =>
      `${code}${line === null ? '' : ` ${line}:${column}`}${value === '' ? '' : ` ${value}`}`,
  );
}

test('a template of known names has no problem', () => {
  expect(checkTemplate(TEMPLATE)).toEqual([]);
});

describe('in the body', () => {
  test.each([
    ['Bonjour {prenom}', ['placeholder_unknown 1:9 prenom']],
    ['a\n\n  {échéance}', ['placeholder_unknown 3:3 échéance']],
    ['{client.nom}', ['syntax 1:1 client.nom']],
    ['{client.constructor}', ['syntax 1:1 client.constructor']],
    ['{{facture}}', ['syntax 1:1 {facture']],
    ['a\n{facture', ['syntax 2:1 {facture']],
    ['{}', ['syntax 1:1']],
    ['a\n b {% if client %}', ['syntax 2:4 {% if client %}']],
    ['a {% endif %}', ['syntax 1:3 {% endif %}']],
    ['{% if client', ['syntax 1:1 {% if client']],
    ['{% if client.nom == "x" %}a{% endif %}', ['syntax 1:1 client.nom']],
    ['{% if inconnu %}a{% endif %}', ['placeholder_unknown 1:1 inconnu']],
    ['{% if tableau %}a{% endif %}', ['block_in_condition 1:1 tableau']],
    [
      '{% if facture == (1..3) %}a{% endif %}',
      ['syntax 1:1 (', 'syntax 1:1 .', 'syntax 1:1 .', 'syntax 1:1 )'],
    ],
    ['{professionnel}', ['condition_in_text 1:1 professionnel']],
    ['{facture | date: "%Y"}', ['filter_forbidden 1:1 date']],
    ['{facture | default: "a|b" | upcase}', []],
    ['{% if nb_factures > 1 and client contains "SA" or professionnel %}a{% endif %}', []],
    ['{% unless compte_a_jour %}a{% else %}b{% endunless %}', []],
    ['{% comment %}rien{% endcomment %}a', []],
    ['{% if professionnel %}a{% elsif secteur_public %}b{% endif %}', []],
    ['Voici {tableau}', ['block_inside_text 1:7 tableau']],
    ['{tableau} {totaux}', ['block_inside_text 1:1 tableau', 'block_inside_text 1:11 totaux']],
    ['{% if avoirs %}{tableau}{% endif %}', []],
  ])('%s', (body, expected) => {
    expect(problemsOf({ body })).toEqual(expected);
  });

  test.each([
    'for',
    'assign',
    'capture',
    'include',
    'render',
    'layout',
    'block',
    'raw',
    'liquid',
    'case',
    'cycle',
    'tablerow',
    'increment',
    'decrement',
    'echo',
    'break',
    'inconnue',
    '#',
  ])('the tag %s is refused', (tag) => {
    const [first] = problemsOf({ body: `a\n{% ${tag} client %}` });
    expect(first).toMatch(/^(tag_forbidden|syntax) 2:1/);
  });

  test.each([
    ['too_many_tags', '{% if client %}a{% endif %}'.repeat(101)],
    ['nesting_too_deep', `${'{% if client %}'.repeat(7)}a${'{% endif %}'.repeat(7)}`],
    ['nesting_too_deep', `${'{% if client %}'.repeat(90)}a${'{% endif %}'.repeat(90)}`],
    ['body_too_long', 'a'.repeat(20_001)],
    ['body_too_long', '{% if a %}'.repeat(200_000)],
    ['body_empty', ' \n '],
  ])('%s', (code, body) => {
    expect(problemsOf({ body }).map((problem) => problem.split(' ')[0])).toEqual([code]);
  });
});

describe('in the subject', () => {
  test.each([
    ['', ['subject_empty']],
    ['a\r\nBcc: x', ['subject_many_lines']],
    ['a'.repeat(401), ['subject_too_long']],
    ['{signature}', ['block_in_subject 1:1 signature']],
    ['Facture {numero}', ['placeholder_unknown 1:9 numero']],
  ])('%s', (subject, expected) => {
    expect(problemsOf({ subject })).toEqual(expected);
  });
});

describe('a formal notice', () => {
  const formal = shippedTemplate('formal_notice', 'fr', 'good');
  const without = (part: string | RegExp, by = ''): string[] =>
    checkTemplate({
      ...formal,
      subject: formal.subject.replaceAll(part, by),
      body: formal.body.replaceAll(part, by),
    }).map(({ code }) => code);

  test.each([
    ['formal_notice_title', 'MISE EN DEMEURE'],
    ['formal_notice_origin', '{origine}'],
    ['formal_notice_items', '{tableau}'],
    ['formal_notice_charges', '{decompte}'],
    ['formal_notice_total', '{total_general}'],
    ['formal_notice_deadline', 'première présentation'],
    ['formal_notice_deadline', '{delai_jours}'],
    ['formal_notice_means_of_payment', '{coordonnees_bancaires}'],
    ['formal_notice_consequence', /toute procédure.*juridiction compétente/g],
    ['formal_notice_article', 'article 1344'],
    ['formal_notice_dispute_channel', /\{(tel|email)\}/g],
    ['formal_notice_dispute_channel', /contestez|amiable/g],
    ['formal_notice_signature', '{signature}'],
    ['formal_notice_enclosures', /\{% if pieces_jointes %\}[^%]*\{% endif %\}/g],
  ])('lacks its point: %s', (code, part) => {
    expect(without(part)).toEqual([code]);
  });

  test('article 1344-1 alone does not do', () => {
    expect(without('article 1344', 'article 1344-1')).toEqual(['formal_notice_article']);
  });

  test('charges may be worded instead of drawn', () => {
    const words = '{% if penalites %}{penalites} à {taux} (L441-10), {ifr}{% endif %}';
    expect(without('{decompte}', words)).toEqual([]);
  });

  test.each([
    '{penalites}',
    '{ifr}',
    'une pénalité',
    'indemnité forfaitaire',
    '40 €',
    'L. 441-10',
    'D441-5',
  ])('to a consumer never names %s', (words) => {
    const consumer = shippedTemplate('formal_notice_consumer', 'fr', 'good');
    expect(checkTemplate(consumer)).toEqual([]);
    const changed = { ...consumer, body: `${consumer.body}\n\n${words}` };
    expect(checkTemplate(changed).map(({ code }) => code)).toEqual(['consumer_penalties']);
  });
});

describe('the sentence of a problem', () => {
  test('says the name between braces', () => {
    const [problem] = checkTemplate({ ...TEMPLATE, body: '{prenom}' });
    if (problem === undefined) throw new Error('a problem was expected');
    expect(templateProblemSentence(problem, 'fr')).toBe(
      'Le champ {prenom} n’existe pas. Le choisir dans la liste des champs.',
    );
  });

  test('exists for each code and ends as a sentence', () => {
    for (const code of TEMPLATE_PROBLEM_CODES) {
      for (const sentence of Object.values(TEMPLATE_PROBLEM_SENTENCES[code])) {
        expect(sentence).toMatch(/\S.*\.”?$/);
      }
    }
  });
});
