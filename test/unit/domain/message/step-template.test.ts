/** Which kinds of templates each step may choose. */
import { expect, test } from 'vitest';
import type { StepChannel, StepKind } from '../../../../src/shared/domain/dunning/scenario.ts';
import { templateKindsOf } from '../../../../src/shared/domain/message/step-template.ts';

const REMINDERS = 'reminder_1 reminder_2 reminder_3 statement duplicates';
const cases: readonly (readonly [StepKind, StepChannel, string])[] = [
  ['notice', 'email', 'notice'],
  ['reminder', 'email', REMINDERS],
  ['reminder', 'registered_letter', REMINDERS],
  ['reminder', 'call', 'call_script'],
  ['notice', 'call', 'call_script'],
  ['reminder', 'sms', 'sms'],
  ['reminder', 'portal', REMINDERS],
  ['formal_notice', 'registered_letter', 'formal_notice'],
  ['hand_over', 'letter', 'hand_over'],
  ['hand_over', 'none', ''],
  ['order_block', 'none', ''],
  ['order_block', 'email', ''],
];

test.each(cases)('%s by %s', (kind, channel, kinds) => {
  expect(templateKindsOf({ kind, channel }).join(' ')).toBe(kinds);
});
