import { expect, test } from 'vitest';
import {
  MATCH_CLASSES,
  MATCH_REASONS,
  type MatchSuggestion,
} from '../../../src/shared/domain/matching/match-suggestion.ts';
import { MATCH_CLASS_NAMES, matchReasonText } from '../../../src/shared/text/match-reason.ts';

const suggestion: MatchSuggestion = {
  customerId: 1,
  allocations: [{ receivableId: 1, amountCents: 100_000 }],
  shortCents: 1250,
  overCents: 0,
  matchClass: 'likely',
  confidence: 0.8,
  reason: 'numbers_fee',
};

test('a reason says what is missing', () => {
  expect(matchReasonText(suggestion, { language: 'fr', currency: 'EUR' })).toBe(
    'Le libellé nomme ces documents ; il manque 12,50\u00a0€, sans doute des frais de banque.',
  );
  const over: MatchSuggestion = { ...suggestion, reason: 'numbers_over', overCents: 500 };
  expect(matchReasonText(over, { language: 'en', currency: 'USD' })).toBe(
    'The text names these documents, but $5.00 of the amount received pays nothing.',
  );
});

test('every reason is a sentence and every class has a name, in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    const sentences = MATCH_REASONS.map((reason) =>
      matchReasonText({ ...suggestion, reason }, { language, currency: 'EUR' }),
    );
    expect(new Set(sentences).size).toBe(MATCH_REASONS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
  }
  expect(Object.keys(MATCH_CLASS_NAMES)).toEqual(Object.keys(MATCH_CLASSES));
});
