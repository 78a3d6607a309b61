import { describe, expect, test } from 'vitest';
import {
  decideDelivery,
  offlineWaitSeconds,
  refusedWaitSeconds,
} from '../../../../src/shared/domain/mail/delivery.ts';
import {
  type MailPhase,
  type Refused,
  SEND_FAULTS,
  type SendFault,
  type SendOutcome,
} from '../../../../src/shared/domain/mail/send-outcome.ts';
import {
  isPermanentReply,
  parseServerReply,
} from '../../../../src/shared/domain/mail/server-reply.ts';

const FIRST = { refused: 1, offline: 1 };

function refusal(phase: MailPhase, words: string): Refused {
  const reply = parseServerReply(words);
  return {
    kind: 'refused',
    phase,
    ...reply,
    isPermanent: isPermanentReply(reply),
    isMailboxUnknown: false,
    refusedRecipients: [],
  };
}

const fault = (code: SendFault): SendOutcome => ({
  kind: 'not_sent',
  fault: code,
  hasDataBegun: false,
  text: '',
});

describe('after an attempt', () => {
  test('accepted is sent; uncertain is a person’s turn', () => {
    expect(
      decideDelivery(
        {
          kind: 'accepted',
          via: 'smtp',
          response: '',
          serverMessageId: null,
          refusedRecipients: [],
        },
        FIRST,
      ),
    ).toEqual({ next: 'sent' });
    expect(decideDelivery({ kind: 'uncertain', fault: 'timeout', text: '' }, FIRST)).toEqual({
      next: 'uncertain',
    });
  });

  test.each([
    [
      'recipient',
      '550 5.1.1 No',
      { next: 'failed', reason: 'mailbox_unknown', isAddressWrong: true },
    ],
    [
      'recipient',
      '552 5.2.2 No',
      { next: 'failed', reason: 'mailbox_full', isAddressWrong: false },
    ],
    ['message', '554 5.7.1 spam', { next: 'failed', reason: 'spam', isAddressWrong: false }],
    ['authentication', '535 No', { next: 'stop_account', reason: 'authentication' }],
    ['sender', '550 5.7.60 No', { next: 'stop_account', reason: 'sender_refused' }],
    ['recipient', '554 Relay access denied', { next: 'stop_account', reason: 'relay_denied' }],
    ['recipient', '450 Greylisted', { next: 'retry', afterSeconds: 300, isCounted: true }],
    ['authentication', '454 Later', { next: 'retry', afterSeconds: 300, isCounted: true }],
    ['recipient', '503 Sequence', { next: 'retry', afterSeconds: 300, isCounted: true }],
  ] as const)('%s %s', (phase, words, decision) => {
    expect(decideDelivery(refusal(phase, words), FIRST)).toEqual(decision);
  });

  test('what is refused for a day is given up, its address not blamed', () => {
    const greylisted = refusal('recipient', '450 4.2.1 Later');
    expect(decideDelivery(greylisted, { refused: 9, offline: 0 })).toMatchObject({ next: 'retry' });
    expect(decideDelivery(greylisted, { refused: 10, offline: 0 })).toEqual({
      next: 'failed',
      reason: 'busy',
      isAddressWrong: false,
    });
  });

  test('every fault: tried again, stopped, or the address’s own', () => {
    const nexts = Object.fromEntries(
      SEND_FAULTS.map((code) => [code, decideDelivery(fault(code), FIRST).next]),
    );
    expect(nexts).toEqual({
      dns: 'retry',
      connection_refused: 'retry',
      unreachable: 'retry',
      connect_timeout: 'retry',
      greeting_timeout: 'retry',
      timeout: 'retry',
      connection_lost: 'retry',
      protocol: 'stop_account',
      starttls_missing: 'stop_account',
      plaintext_forbidden: 'stop_account',
      certificate_expired: 'stop_account',
      certificate_not_yet_valid: 'stop_account',
      certificate_name: 'stop_account',
      certificate_untrusted: 'stop_account',
      tls: 'stop_account',
      auth_not_offered: 'stop_account',
      secret_missing: 'stop_account',
      consent_needed: 'stop_account',
      token_unreachable: 'retry',
      address_invalid: 'failed',
      folder_unwritable: 'stop_account',
      aborted: 'retry',
    });
    expect(decideDelivery(fault('address_invalid'), FIRST)).toMatchObject({ isAddressWrong: true });
    expect(decideDelivery(fault('aborted'), FIRST)).toEqual({
      next: 'retry',
      afterSeconds: 0,
      isCounted: false,
    });
  });

  test('without a network it is tried as long as it takes', () => {
    expect(decideDelivery(fault('dns'), { refused: 0, offline: 5000 })).toEqual({
      next: 'retry',
      afterSeconds: 900,
      isCounted: false,
    });
  });
});

test('waits grow: minutes at first, a day and a half in all', () => {
  const refusedWaits = Array.from({ length: 10 }, (_, at) => refusedWaitSeconds(at + 1));
  expect(refusedWaits.slice(0, 3)).toEqual([300, 600, 900]);
  expect(refusedWaits[9]).toBeNull();
  const total = refusedWaits.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
  expect(total).toBe(1440 * 60);
  expect([0, 1, 2, 5, 99].map(offlineWaitSeconds)).toEqual([60, 60, 120, 900, 900]);
});
