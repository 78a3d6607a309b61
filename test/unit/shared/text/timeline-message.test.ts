/** What the time line says of messages and of decisions on charges. */
import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../../../src/shared/contract/customers.ts';
import { timelineSentence } from '../../../../src/shared/text/screens/timeline.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

function said(kind: 'message' | 'charges', facts: TimelineEntry['facts'], language: 'fr' | 'en') {
  const entry = { kind, facts, comment: '' } as TimelineEntry;
  return plain(timelineSentence(entry, language));
}

const MAIL = {
  channel: 'email',
  purpose: 'reminder',
  severity: 'reminder_2',
  status: 'sent',
  recipient: 'compta@val.example',
  amountCents: 120_000,
  currency: 'EUR',
  how: 'accepted',
};

test.each([
  [{}, 'Relance 2 · Courriel compta@val.example · 1 200,00 € : Envoyé'],
  [{ status: 'failed' }, 'Relance 2 · Courriel compta@val.example · 1 200,00 € : Échec'],
  [
    { status: 'uncertain', how: 'exported' },
    'Relance 2 · Courriel compta@val.example · 1 200,00 € : Brouillon exporté',
  ],
  [
    { status: 'uncertain', how: 'crash' },
    'Relance 2 · Courriel compta@val.example · 1 200,00 € : Incertain',
  ],
  [
    {
      channel: 'registered_letter',
      severity: 'formal_notice',
      status: 'posted',
      recipient: 'a\nb',
    },
    'Mise en demeure · Lettre recommandée · 1 200,00 € : Posté',
  ],
  [
    { purpose: 'promise_broken', severity: null, status: 'cancelled' },
    'Promesse non tenue · Courriel compta@val.example · 1 200,00 € : Annulé',
  ],
  [
    { purpose: 'other', severity: null, amountCents: 0 },
    'Envoi demandé · Courriel compta@val.example : Envoyé',
  ],
])('a message %j reads %s', (change, expected) => {
  expect(said('message', { ...MAIL, ...change }, 'fr')).toBe(expected);
});

test('a message in English', () => {
  expect(said('message', MAIL, 'en')).toBe(
    'Reminder 2 · E-mail compta@val.example · €1,200.00: Sent',
  );
});

test.each([
  [
    { decision: 'freeze', untilDate: '2026-11-30', itemCount: 2, documents: 'FA102, FA103' },
    'Pénalités gelées au 30/11/2026 · FA102, FA103',
  ],
  [{ decision: 'waive', itemCount: 1, documents: 'FA102' }, 'Pénalités abandonnées · FA102'],
  [
    { decision: 'claim', itemCount: 12, documents: 'FA1, FA2' },
    'Pénalités réclamées · 12 factures',
  ],
  [{ decision: null, itemCount: 2, documents: 'A, B' }, 'Décisions sur les pénalités · A, B'],
])('a decision %j reads %s', (facts, expected) => {
  expect(said('charges', facts, 'fr')).toBe(expected);
});
