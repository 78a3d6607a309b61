import { expect, test } from 'vitest';
import { isOffline } from '../../../../src/shared/domain/mail/mailbox-fault.ts';

test.each([
  ['dns', true],
  ['connection_lost', true],
  ['login_refused', false],
  ['mailbox_missing', false],
] as const)('%s: waiting may be enough is %s', (fault, expected) => {
  expect(isOffline({ fault, text: '' })).toBe(expected);
});
