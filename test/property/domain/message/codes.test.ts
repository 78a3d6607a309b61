import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answerCodeOf,
  PAYER_ANSWERS,
  parseAnswerCode,
} from '../../../../src/shared/domain/message/answer-code.ts';
import {
  creditorReferenceOf,
  isCreditorReference,
} from '../../../../src/shared/domain/message/creditor-reference.ts';
import { epcPayloadOf } from '../../../../src/shared/domain/message/epc-qr.ts';

const noticeIds = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const answers = fc.constantFrom(...PAYER_ANSWERS);

test('the code of a message comes back as that message and answer', () => {
  fc.assert(
    fc.property(noticeIds, answers, fc.string(), (noticeId, answer, noise) => {
      const subject = `Re: ${noise.replaceAll(/enc/giu, '')} [${answerCodeOf(noticeId, answer)}]`;
      expect(parseAnswerCode(subject, '')).toEqual({ noticeId, answer });
    }),
    { numRuns: 100 },
  );
});

test('one wrong sign in a code is always seen', () => {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(noticeIds, fc.nat(), fc.nat(31), (noticeId, at, wrong) => {
      const code = answerCodeOf(noticeId);
      const index = 4 + (at % (code.length - 4));
      const isCheck = index >= code.length - 2;
      const sign = signs.charAt(isCheck ? wrong % 10 : wrong);
      fc.pre(sign !== code.charAt(index));
      expect(parseAnswerCode(code.slice(0, index) + sign + code.slice(index + 1), '')).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test('a creditor reference made is one, and one wrong sign is seen', () => {
  const bodies = fc.stringMatching(/^[A-Z0-9]{1,21}$/);
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(9), (body, at, wrong) => {
      const reference = creditorReferenceOf(body) ?? '';
      expect(isCreditorReference(reference)).toBe(true);
      const index = 2 + (at % (reference.length - 2));
      fc.pre(/\d/.test(reference.charAt(index)) && String(wrong) !== reference.charAt(index));
      const changed = reference.slice(0, index) + wrong + reference.slice(index + 1);
      expect(isCreditorReference(changed)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('whatever the names, a transfer code has at most eleven lines and 331 bytes', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(
      words,
      words,
      fc.integer({ min: 1, max: 99_999_999_999 }),
      (holder, text, amount) => {
        const payload = epcPayloadOf({
          holder: `A${holder}`,
          iban: 'FR1420041010050500013M02606',
          bic: '',
          amountCents: amount,
          currency: 'EUR',
          reference: text,
        });
        const written = payload.isDone ? payload.value : payload.refusal;
        expect(new TextEncoder().encode(written).length).toBeLessThanOrEqual(331);
        expect(written.split('\n').length).toBeLessThanOrEqual(11);
        expect(written.split(/\r|\n|\u2028|\u2029/)[7]).toMatch(/^EUR\d+\.\d{2}$/);
      },
    ),
    { numRuns: 100 },
  );
});
