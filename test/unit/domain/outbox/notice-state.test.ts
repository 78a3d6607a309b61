/** Where a message may go from where it is. */
import { describe, expect, test } from 'vitest';
import {
  hasReached,
  isUnderWay,
  mayBeCancelled,
  mayBecome,
  NOTICE_STATUSES,
  type NoticeStatus,
} from '../../../../src/shared/domain/outbox/notice-state.ts';

describe('the road of a message', () => {
  test.each<[NoticeStatus, NoticeStatus, boolean]>([
    ['approved', 'built', true],
    ['built', 'sending', true],
    ['sending', 'sent', true],
    ['sending', 'uncertain', true],
    ['uncertain', 'sent', true],
    ['uncertain', 'failed', true],
    ['uncertain', 'sending', false],
    ['failed', 'built', true],
    ['failed', 'sending', false],
    ['built', 'printed', true],
    ['printed', 'posted', true],
    ['sent', 'sending', false],
    ['sent', 'bounced', true],
  ])('%s → %s: %s', (from, to, isAllowed) => {
    expect(mayBecome(from, to)).toBe(isAllowed);
  });

  test('what was cancelled or came back goes nowhere', () => {
    for (const to of NOTICE_STATUSES) {
      expect(mayBecome('cancelled', to)).toBe(false);
      expect(mayBecome('bounced', to)).toBe(false);
    }
  });

  test('nothing that may have left can be cancelled', () => {
    expect(NOTICE_STATUSES.filter(mayBeCancelled)).toEqual([
      'approved',
      'built',
      'failed',
      'deferred',
      'printed',
    ]);
  });

  test('a message has reached its payer, is under way, or is over', () => {
    expect(NOTICE_STATUSES.filter(hasReached)).toEqual(['sent', 'posted']);
    expect(NOTICE_STATUSES.filter((status) => hasReached(status) && isUnderWay(status))).toEqual(
      [],
    );
    expect(NOTICE_STATUSES.filter((status) => !hasReached(status) && !isUnderWay(status))).toEqual([
      'cancelled',
      'bounced',
    ]);
  });
});
