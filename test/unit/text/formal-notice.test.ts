import { describe, expect, test } from 'vitest';
import { FORMAL_NOTICE_GAPS } from '../../../src/shared/domain/message/formal-notice-checklist.ts';
import { formalNoticeText } from '../../../src/shared/text/formal-notice.ts';
import { interestText } from '../../../src/shared/text/interest.ts';

const languages = ['fr', 'en'] as const;

describe.each(languages)('in %s', (language) => {
  const { gaps, blocked, points } = formalNoticeText[language];

  test('every gap is a sentence of its own, that says neither code nor exclamation', () => {
    const sentences = FORMAL_NOTICE_GAPS.map((gap) => gaps[gap]);
    expect(new Set(sentences).size).toBe(FORMAL_NOTICE_GAPS.length);
    expect(sentences.filter((sentence) => !/^\p{Lu}.*[^!]\.$/u.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.includes('_'))).toEqual([]);
  });

  test('one point or several are counted', () => {
    expect(blocked(2)).toMatch(/^2 points /u);
    expect(blocked(1)).not.toMatch(/\d|points/u);
  });

  test('the fourteen points have their names', () => {
    expect(new Set(Object.values(points)).size).toBe(14);
  });

  test('why nothing is claimed is a sentence', () => {
    const { noInterest, noFee } = interestText[language];
    const sentences = [...Object.values(noInterest), ...Object.values(noFee)];
    expect(sentences.filter((sentence) => !/^\p{Lu}.*\.$/u.test(sentence))).toEqual([]);
  });
});
