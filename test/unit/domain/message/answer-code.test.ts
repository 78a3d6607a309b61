import { describe, expect, test } from 'vitest';
import {
  answerCodeOf,
  parseAnswerCode,
  withAnswer,
} from '../../../../src/shared/domain/message/answer-code.ts';

const CODE = answerCodeOf(1042);

test('a code is short and names its message', () => {
  expect(CODE).toBe('ENC-010J72');
  expect(answerCodeOf(1042, 'paid')).toBe('ENC-010J72-P');
  expect(withAnswer(CODE, 'disputed')).toBe('ENC-010J72-D');
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 60])('%d is not the number of a message', (number) => {
  expect(() => answerCodeOf(number)).toThrow(RangeError);
});

describe('a reply', () => {
  const quoted = ['paid', 'will_pay', 'not_received', 'disputed'] as const;
  const quote = quoted.map((answer) => `> ${withAnswer(CODE, answer)}`).join('\n');

  test.each([
    ['the link as it is', `Payé le … [${CODE}-P]`, '', 'paid'],
    [
      'behind « Re: », in lower case',
      `RE: re : je conteste [${CODE}-d]`.toLowerCase(),
      '',
      'disputed',
    ],
    ['its dashes changed', `${CODE}-V`.replaceAll('-', '–'), '', 'will_pay'],
    ['its first dash lost', `${CODE}-V`.replace('-', ' '), '', 'will_pay'],
    ['letters O and I for figures', 'ENC-OIOJ72-N', '', 'not_received'],
    ['in the body only', 'Votre relance', `Bonjour\r\n${CODE}-N\r\n`, 'not_received'],
    ['the body quotes all four', 'Re: relance', `Bonjour\n${quote}`, null],
    ['own line before the quote', 'Re: relance', `${CODE}-P\n${quote}`, 'paid'],
    ['the subject before the body', `[${CODE}-D]`, `${CODE}-P`, 'disputed'],
    ['no answer named', `Re: relance ${CODE}`, '', null],
    ['two answers in one subject', `${CODE}-P ${CODE}-D`, '', null],
  ])('%s', (_name, subject, body, answer) => {
    expect(parseAnswerCode(subject, body)).toEqual({ noticeId: 1042, answer });
  });

  test('the code of another message leaves the first one its answer', () => {
    const parsed = parseAnswerCode(`${CODE}-P ${answerCodeOf(7, 'disputed')}`, '');
    expect(parsed).toEqual({ noticeId: 1042, answer: 'paid' });
  });

  test.each([
    ['nothing', '', ''],
    ['a key that is wrong', 'ENC-010J73-P', ''],
    ['two signs that changed places', 'ENC-01J072-P', ''],
    ['a letter of no code', 'ENC-01U072', ''],
    ['number nought', 'ENC-000000', ''],
    ['more than a number holds', 'ENC-ZZZZZZZZZZZ00', ''],
    ['another word', 'ENCORE-010J72', 'SCIENCE 2026'],
    ['a longer word', `${CODE}9`, ''],
  ])('%s gives none', (_name, subject, body) => {
    expect(parseAnswerCode(subject, body)).toBeNull();
  });
});
