import { describe, expect, test } from 'vitest';
import type {
  DueDateChange,
  EnrichedReceivable,
} from '../../../src/shared/domain/einvoice/enriched-due-date.ts';
import type { EinvoiceMatch } from '../../../src/shared/domain/einvoice/match-receivable.ts';
import { calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import {
  dueDateChangeSentence,
  einvoiceMatchSentence,
} from '../../../src/shared/text/einvoice-match.ts';

/** The French sentence with plain spaces, to be read. */
const said = (match: EinvoiceMatch, language: 'fr' | 'en' = 'fr') =>
  einvoiceMatchSentence(match, { currency: 'EUR', language }).replace(/[\u00a0\u202f]/g, ' ');

const receivableIds = [1, 2];
const enriching = (confidence: 'certain' | 'probable' | 'possible'): EinvoiceMatch => ({
  outcome: 'enriches',
  customerId: 1,
  confidence,
  grounds: { number: 'same', amount: 'total', party: 'siren', day: 'same' },
  receivables: [],
});
const matches: readonly EinvoiceMatch[] = [
  enriching('certain'),
  enriching('probable'),
  enriching('possible'),
  { outcome: 'already_enriched', receivableIds, isSameFile: true },
  { outcome: 'already_enriched', receivableIds, isSameFile: false },
  { outcome: 'amount_differs', receivableIds, ledgerCents: 119_999, invoiceCents: 120_000 },
  { outcome: 'currency_differs', receivableIds },
  { outcome: 'party_differs', receivableIds },
  { outcome: 'several_candidates', receivableIds },
  { outcome: 'received' },
  { outcome: 'other_seller' },
  { outcome: 'not_found' },
];

describe('the sentence of a match', () => {
  test('is one of its own for each outcome, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const sentences = matches.map((match) => said(match, language));
      expect(new Set(sentences).size).toBe(matches.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  test('holds its figures', () => {
    expect(said(matches[5] as EinvoiceMatch)).toBe(
      'La pièce de ce numéro est de 1 199,99 € en comptabilité, la facture de 1 200,00 €. Vérifier la saisie.',
    );
    expect(said(matches[8] as EinvoiceMatch)).toBe(
      '2 pièces peuvent être cette facture. Choisir la bonne.',
    );
  });
});

describe('the sentence of a due date', () => {
  const row = (change: DueDateChange, over: Partial<EnrichedReceivable> = {}) =>
    dueDateChangeSentence(
      {
        receivableId: 1,
        dueDate: calendarDate('2026-03-02'),
        dueBasis: 'stated',
        change,
        isMerged: false,
        ...over,
      },
      'fr',
    );
  test.each<[DueDateChange, Partial<EnrichedReceivable>, string]>([
    ['taken', {}, 'Échéance du 02/03/2026, lue sur la facture.'],
    ['corrected', {}, 'Échéance corrigée au 02/03/2026, lue sur la facture.'],
    ['confirmed', {}, 'Échéance du 02/03/2026, confirmée par la facture.'],
    ['typed_kept', {}, 'Échéance du 02/03/2026 gardée : elle a été saisie.'],
    ['typed_kept', { isMerged: true }, 'Échéance du 02/03/2026 gardée : elle a été saisie.'],
    ['not_stated', {}, 'La facture ne dit pas son échéance ; celle du 02/03/2026 reste.'],
    ['not_stated', { dueDate: null }, 'La facture ne dit pas son échéance.'],
    [
      'not_believed',
      {},
      'La facture dit une échéance antérieure à sa date ; celle du 02/03/2026 reste.',
    ],
    ['not_believed', { dueDate: null }, 'La facture dit une échéance antérieure à sa date.'],
    ['own_day', {}, 'Un avoir vaut dès sa date.'],
    [
      'taken',
      { isMerged: true },
      'Échéance du 02/03/2026, lue sur la facture. La facture a plusieurs échéances : la dernière est prise.',
    ],
  ])('%s %j', (change, over, expected) => {
    expect(row(change, over)).toBe(expected);
  });
});
