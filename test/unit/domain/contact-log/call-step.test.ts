import { expect, test } from 'vitest';
import { CALL_OUTCOMES } from '../../../../src/shared/domain/contact-log/call-outcome.ts';
import {
  makesStep,
  movesLevelByDefault,
} from '../../../../src/shared/domain/contact-log/call-step.ts';

test('a call that reached nobody leaves the step to be made', () => {
  const left = CALL_OUTCOMES.filter((outcome) => !makesStep(outcome));
  expect(left).toEqual(['voicemail', 'unreachable', 'wrong_contact', 'absent']);
});

test('the level is not raised by default where the next move is ours', () => {
  const kept = CALL_OUTCOMES.filter(
    (outcome) => makesStep(outcome) && !movesLevelByDefault(outcome),
  );
  expect(kept).toEqual([
    'duplicate_requested',
    'dispute',
    'order_number_missing',
    'waiting_credit_note',
  ]);
});
