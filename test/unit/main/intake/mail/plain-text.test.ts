import { describe, expect, test } from 'vitest';
import { textOfHtml, withoutQuote } from '../../../../../src/main/intake/mail/plain-text.ts';

describe('what was written, without what was quoted', () => {
  const WRITTEN = 'Bonjour,\n\nLe règlement part vendredi.\n\nCordialement,\nAlice';
  test.each([
    ['nothing quoted', WRITTEN],
    ['lines with >', `${WRITTEN}\n\n> Bonjour\n> Votre facture`],
    [
      'Gmail',
      `${WRITTEN}\n\nLe lun. 23 nov. 2026 à 09:05, Bob <bob@f.test> a écrit :\n\n> Bonjour`,
    ],
    [
      'Gmail, over three lines',
      `${WRITTEN}\n\nLe lun. 23 nov. 2026 à 09:05,\nBob Martin Durand\n<bob@f.test> a écrit :\nBonjour`,
    ],
    ['Apple Mail', `${WRITTEN}\n\nOn 23 Nov 2026, at 09:05, Bob <bob@f.test> wrote:\n\nBonjour`],
    [
      'Outlook in French',
      `${WRITTEN}\n\nDe : Bob <bob@f.test>\nEnvoyé : lundi 23 novembre 2026 09:05\nÀ : compta\nObjet : Relance\n\nBonjour`,
    ],
    [
      'Outlook, behind a rule',
      `${WRITTEN}\n________________________________\nDe : Bob\nEnvoyé : lundi\nÀ : compta\nBonjour`,
    ],
    [
      'Outlook in English',
      `${WRITTEN}\r\n\r\nFrom: Bob\r\nSent: Monday\r\nTo: accounts\r\nSubject: x\r\n\r\nHi`,
    ],
    ['an old Outlook', `${WRITTEN}\n\n-----Message d'origine-----\nDe : Bob`],
    ['an English one', `${WRITTEN}\n-------- Original Message --------\nBonjour`],
    ['a signature', `${WRITTEN}\n-- \nClient SA\n01 02 03 04 05`],
  ])('%s', (_, text) => {
    expect(withoutQuote(text)).toBe(WRITTEN);
  });

  test('answers between the quoted lines are kept', () => {
    expect(withoutQuote('> F-1 ?\nPayée le 12.\n> F-2 ?\nEn litige.')).toBe(
      'Payée le 12.\nEn litige.',
    );
  });

  test.each([
    'Le règlement est parti.\nLe chèque a écrit : rien',
    'De : rien à voir\nBonjour',
    'On verra\n____________\nBonjour',
  ])('%j is no quote', (text) => {
    expect(withoutQuote(text)).toBe(text);
  });

  test('a long text is cut, its control signs dropped', () => {
    expect(withoutQuote(`a\u0000\u001bb${'c'.repeat(200_000)}`).length).toBe(99_998);
  });
});

describe('HTML', () => {
  test.each([
    [
      '<p>Bonjour,</p><p>C&rsquo;est pay&eacute; &amp; parti&nbsp;!<br>Alice</p>',
      'Bonjour,\nC’est payé & parti !\nAlice',
    ],
    ['<style>p{}</style><script>alert(1)</script>Oui', 'Oui'],
    ['Oui<blockquote>Bonjour</blockquote>', 'Oui'],
    ['Oui<div class="gmail_quote"><div>Bonjour', 'Oui'],
    ['Oui<div id="appendonsend"></div>De : Bob', 'Oui'],
    ['<!--[if mso]>non<![endif]-->Oui', 'Oui'],
    ['1 &lt; 2 &#233; &#x20ac; &#xD800; &inconnu;', '1 < 2 é € &#xD800; &inconnu;'],
    ['Oui<img src="http://x.test/a.png" alt="x"', 'Oui'],
  ])('%j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
