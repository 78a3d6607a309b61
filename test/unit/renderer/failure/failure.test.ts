/** Whatever goes wrong is told in a sentence, never by what a program threw. */
import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../../src/renderer/failure/failure.ts';
import { failureSentence } from '../../../../src/renderer/failure/failure-sentence.ts';

const told = (error: unknown) => failureSentence(failureOf(error), 'fr');

describe('a failure', () => {
  test('of the connection is « unreachable »', () => {
    expect(failureOf(new TypeError('Failed to fetch'))).toEqual({ kind: 'unreachable' });
    expect(told(new TypeError('Failed to fetch'))).not.toMatch(/fetch/);
  });

  test.each([
    ['busy', { detail: null }, 'busy', null],
    ['exceeds_outstanding', { detail: '12,00' }, 'exceeds_outstanding', '12,00'],
    ['company_unknown', undefined, 'company_unknown', null],
    ['BAD_REQUEST', undefined, 'input_invalid', null],
    ['UNAUTHORIZED', undefined, 'session_lost', null],
  ])('with the code %s is a refusal', (...row) => {
    const [thrown, data, code, detail] = row;
    const error = new ORPCError(thrown, { data });
    expect(failureOf(error)).toEqual({ kind: 'refused', code, detail });
    expect(told(error)).toMatch(/\.$/);
  });

  test('of the program is an incident, with its number when it has one', () => {
    const numbered = new ORPCError('INTERNAL_SERVER_ERROR', { data: { incident: 'A1B2-C3D4' } });
    expect(told(numbered)).toContain('A1B2-C3D4');
    expect(told(new ORPCError('INTERNAL_SERVER_ERROR'))).toMatch(/Diagnostic/);
  });

  test('with a code that has no sentence still says what to quote', () => {
    expect(told(new ORPCError('made_up_code'))).toContain('made_up_code');
  });
});
