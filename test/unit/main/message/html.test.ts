/** The HTML of a mail: whole, from nowhere else, and deaf to what names hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../../src/main/message/example-facts.ts';
import { messageHtml } from '../../../../src/main/message/html.ts';
import { inlinePictures } from '../../../../src/main/message/inline-pictures.ts';
import { shippedTemplate } from '../../../../src/main/message/library.ts';
import { writeMessage } from '../../../../src/main/message/write-message.ts';
import type { MessageFacts, MessageKind } from '../../../../src/shared/domain/message/message.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const TODAY = calendarDate('2026-11-23');
const PIXEL = { mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const;

const factsOf = (kind: MessageKind, language: 'fr' | 'en' = 'fr') =>
  exampleFacts({ kind, tone: 'occasional', language, today: TODAY });

async function htmlOf(facts: MessageFacts): Promise<string> {
  const message = writeMessage(shippedTemplate(facts.kind, facts.language, facts.tone), facts);
  if (!message.isDone) throw new Error(JSON.stringify(message.refusal));
  return messageHtml(message.value, facts, { pictures: await inlinePictures(facts) });
}

/** The tags, with what attributes hold blanked: names and texts have no part in it. */
const skeletonOf = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replace(/="[^"]*"/g, '=""')
    .match(/<[^>]*>/g);

const wordsOf = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/[ \u00a0]+/g, ' ');

describe('a mail', () => {
  test('shows accounts, sections, subtotals, credits and totals', async () => {
    const words = wordsOf(await htmlOf(factsOf('reminder_1')));
    const inOrder = [
      'Compte C0042 – Charpentes Delorme',
      'FA-2026-00871',
      'du 23/08/2026',
      '07/10/2026',
      '47 jours de retard',
      '4 800,00 €',
      '3 200,00 €',
      'FA-2026-00964',
      'Avoirs et règlements à déduire',
      'AV-2026-00057',
      '-240,00 €',
      'Total du compte C0042',
      '4 210,40 €',
      'À échoir',
      'FA-2026-01188',
      'Compte C0043 – Charpentes Delorme – Niort',
      'Total du compte C0043',
      'Échu',
      '5 350,30 €',
      'À régler',
      '5 110,30 €',
      'À échoir, pour information',
      '3 092,50 €',
      'FR14 2004 1010 0505 0001 3M02 606',
      'PSSTFRPPPAR',
      'SAS au capital de 150 000 €',
    ];
    let from = 0;
    for (const part of inOrder) {
      const at = words.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
  });

  test('asks nothing of the network, runs nothing, and says its language', async () => {
    for (const language of ['fr', 'en'] as const) {
      const facts = factsOf('reminder_2', language);
      const html = await htmlOf({ ...facts, issuer: { ...facts.issuer, logo: PIXEL } });
      expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}"`));
      const addresses = [...html.matchAll(/\s(?:src|href|background)="([^"]*)"/g)].map(
        ([, address]) => address ?? '',
      );
      expect(addresses.filter((address) => !/^(?:cid|mailto):/.test(address))).toEqual([]);
      expect(addresses.filter((address) => address.startsWith('cid:'))).toEqual([
        'cid:logo@encours',
        'cid:virement@encours',
      ]);
      expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(|\son\w+=/i);
    }
  });

  test('has no narrow no-break space', async () => {
    const facts = factsOf('reminder_1');
    const html = await htmlOf({ ...facts, freeSentence: '1\u202f000\u202f€' });
    expect(html).not.toContain('\u202f');
    expect(wordsOf(html)).toContain('1 000 €');
  });

  test('draws one account without a heading of its own, and nothing as a sentence', async () => {
    const facts = factsOf('reminder_1');
    const [first] = facts.items;
    if (first === undefined) throw new Error('an item was expected');
    const one = wordsOf(await htmlOf({ ...facts, items: [first] }));
    expect(one).not.toContain('Compte C0042');
    expect(wordsOf(await htmlOf({ ...factsOf('statement'), items: [first] }))).toContain('FA-2026');
    const content = { subject: 'x', blocks: [{ kind: 'items' as const }] };
    const none = messageHtml(content, { ...facts, items: [] }, { pictures: [] });
    expect(wordsOf(none)).toContain('Aucune pièce ouverte.');
  });

  test('states charges with their law, and to a consumer the legal rate', async () => {
    const facts = factsOf('formal_notice');
    const words = wordsOf(await htmlOf(facts));
    expect(words).toContain('Pénalités de retard au taux de 12,40 % l’an');
    expect(words).toContain('C. com., art. L441-10 II');
    expect(words).toContain('Indemnité forfaitaire de recouvrement (40 € × 3)');
    const content = { subject: 'x', blocks: [{ kind: 'charges' as const }] };
    const recipient = { ...facts.recipient, profile: 'consumer' as const };
    const legal = wordsOf(messageHtml(content, { ...facts, recipient }, { pictures: [] }));
    expect(legal).toContain('Intérêts au taux légal (12,40 % l’an)');
    expect(legal).not.toContain('L441-10');
  });

  test('names the factor who must be paid', async () => {
    const facts = factsOf('reminder_1');
    const factor = { name: 'Factor Ouest', contractNumber: '77-A' };
    const words = wordsOf(await htmlOf({ ...facts, factor }));
    expect(words).toContain('transférées par subrogation à Factor Ouest (contrat 77-A)');
    expect(words).not.toContain('n’ont pas changé');
  });

  test('answers carry the code of the message to the person who signs', async () => {
    const html = await htmlOf(factsOf('reminder_1'));
    const links = [...html.matchAll(/href="(mailto:[^"]*)"/g)].map(([, link]) =>
      decodeURIComponent((link ?? '').replaceAll('&amp;', '&')),
    );
    expect(links).toHaveLength(4);
    expect(links[0]).toBe(
      'mailto:c.moreau@vauclair-materiaux.example?subject=Payé le … [ENC-010J72-P]' +
        '&body=Date du paiement : \r\nMontant : \r\nMode et référence : \r\n\r\nENC-010J72-P',
    );
  });

  test.each([
    ['no code', { answerCode: '' }],
    ['nobody to answer to', { sender: { name: 'A', title: '', email: 'x', phone: '' } }],
  ])('has no answers with %s', async (_name, changes) => {
    expect(await htmlOf({ ...factsOf('reminder_1'), ...changes })).not.toContain('mailto:');
  });

  test('has no transfer code outside euros, outside SEPA or without an account', async () => {
    const facts = factsOf('reminder_1');
    const roles = async (changes: Partial<MessageFacts>) =>
      (await inlinePictures({ ...facts, ...changes })).map(({ role }) => role);
    const bank = { ...facts.issuer.bank, iban: '' };
    expect(await roles({})).toEqual(['transfer']);
    expect(await roles({ currency: 'GBP' })).toEqual([]);
    expect(await roles({ recipient: { ...facts.recipient, countryCode: 'US' } })).toEqual([]);
    expect(await roles({ issuer: { ...facts.issuer, bank } })).toEqual([]);
  });
});

const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</td></table></body>',
  '<!--[if mso]>',
  '&lt;b&gt;',
  '{{facture}} {% if client %}',
  'a@b.example?bcc=x@y.example&body=z',
  'A\r\nBcc: x@y.example',
  '\u202e\u200bA',
];

/** A message where everything that comes from files and people says `text`. */
function saying(text: string): MessageFacts {
  const facts = factsOf('reminder_1');
  return {
    ...facts,
    issuer: { ...facts.issuer, name: `x${text}`, mentions: `x${text}`, website: `x${text}` },
    sender: { ...facts.sender, name: `x${text}`, title: `x${text}`, phone: `x${text}` },
    recipient: { ...facts.recipient, name: `x${text}`, contactName: `x${text}` },
    items: facts.items.map((item) => ({
      ...item,
      documentNumber: `x${text}`,
      customerName: `x${text}`,
    })),
    paymentReference: `x${text}`,
    freeSentence: `x${text}`,
    answerCode: 'ENC-1',
  };
}

describe('what comes from elsewhere never becomes markup', () => {
  test.each(HOSTILE)('%s', async (text) => {
    expect(skeletonOf(await htmlOf(saying(text)))).toEqual(skeletonOf(await htmlOf(saying('y'))));
  });

  test('whatever it is', async () => {
    const plain = skeletonOf(await htmlOf(saying('y')));
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(skeletonOf(await htmlOf(saying(text)))).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  test('a payment page by another protocol is left out', async () => {
    const facts = { ...factsOf('reminder_1'), paymentLink: 'javascript:alert(1)' };
    expect(await htmlOf(facts)).not.toContain('javascript');
    const paid = { ...facts, paymentLink: 'https://paiement.example/a?b="c"' };
    expect(await htmlOf(paid)).toContain('href="https://paiement.example/a?b=&quot;c&quot;"');
  });
});
