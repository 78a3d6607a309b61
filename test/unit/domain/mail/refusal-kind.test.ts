import { describe, expect, test } from 'vitest';
import {
  marksAddress,
  REFUSAL_KINDS,
  type RefusalKind,
  refusalKindOf,
  stopsAccount,
} from '../../../../src/shared/domain/mail/refusal-kind.ts';
import type { MailPhase } from '../../../../src/shared/domain/mail/send-outcome.ts';
import {
  authMethodsOf,
  isPermanentReply,
  parseServerReply,
} from '../../../../src/shared/domain/mail/server-reply.ts';

// phase, the server's words, what they are about
const CASES: readonly (readonly [MailPhase, string, RefusalKind])[] = [
  [
    'recipient',
    '550 5.1.1 <x@y.test>: Recipient address rejected: User unknown',
    'mailbox_unknown',
  ],
  [
    'recipient',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP lookup',
    'mailbox_unknown',
  ],
  ['message', '550 5.1.1 No such user here', 'mailbox_unknown'],
  ['recipient', '550 No such user - psmtp', 'mailbox_unknown'],
  ['recipient', '550 Adresse inconnue', 'mailbox_unknown'],
  ['recipient', '554 The account does not exist', 'mailbox_unknown'],
  ['recipient', '550 non', 'mailbox_unknown'],
  ['recipient', '551 elsewhere', 'mailbox_unknown'],
  ['recipient', '550 5.1.2 Bad destination system', 'domain_unknown'],
  ['recipient', '550 5.4.4 NXDOMAIN', 'domain_unknown'],
  ['recipient', '550 Domain not found', 'domain_unknown'],
  ['recipient', '553 5.1.3 Bad syntax', 'address_malformed'],
  ['recipient', '501 what?', 'address_malformed'],
  ['recipient', '550 5.2.1 Mailbox off', 'mailbox_disabled'],
  ['recipient', '550 This account has been disabled', 'mailbox_disabled'],
  ['recipient', '452 4.2.2 Over quota', 'mailbox_full'],
  ['recipient', '552 5.2.2 Mailbox full', 'mailbox_full'],
  ['recipient', '552 no', 'mailbox_full'],
  ['message', '554 La boîte du destinataire est pleine', 'mailbox_full'],
  ['message', '552 5.3.4 Message size exceeds fixed limit', 'message_too_big'],
  ['message', '552 5.2.3 Too long', 'message_too_big'],
  ['message', '554 Message too large', 'message_too_big'],
  ['message', '552 no', 'message_too_big'],
  ['sender', '552 no', 'message_too_big'],
  ['recipient', '450 4.2.0 <x>: Greylisted, see postgrey.schweikert.ch', 'greylisted'],
  ['recipient', '451 4.7.1 Graylisting in action', 'greylisted'],
  ['recipient', '450 4.7.1 Come back', 'greylisted'],
  ['recipient', '451 later', 'greylisted'],
  ['recipient', '421 4.7.0 Too many messages', 'rate_limited'],
  ['message', '450 4.2.1 The user is receiving mail at a rate that', 'busy'],
  ['sender', '550 5.4.5 Daily sending limit exceeded', 'rate_limited'],
  ['authentication', '535 5.7.8 Bad credentials', 'authentication'],
  ['authentication', '454 4.7.0 Temporary authentication failure', 'busy'],
  ['sender', '530 5.7.0 Authentication required', 'authentication'],
  ['sender', '530 Authenticate first', 'authentication'],
  [
    'sender',
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'sender_refused',
  ],
  ['sender', '553 5.1.8 Domain of sender does not exist', 'sender_refused'],
  ['sender', '550 5.1.1 User unknown', 'sender_refused'],
  ['sender', '550 no', 'sender_refused'],
  ['recipient', '554 5.7.1 <x>: Relay access denied', 'relay_denied'],
  ['recipient', '550 5.7.54 Unable to relay recipient in non-accepted domain', 'relay_denied'],
  ['message', '554 5.7.1 Message rejected as spam', 'spam'],
  ['connection', '554 Your address is listed at zen.example', 'spam'],
  ['message', '550 5.7.1 Rejected by rule', 'policy'],
  ['recipient', '550 5.7.1 Rejected by rule', 'policy'],
  ['recipient', '432 4.0.0 hm', 'busy'],
  ['connection', '421 4.3.2 Shutting down', 'busy'],
  ['message', '451 4.3.0 Queue file write error', 'busy'],
  ['message', '554 Transaction failed', 'rejected'],
  ['recipient', '571 no', 'rejected'],
];

describe('what a refusal is about', () => {
  test.each(CASES)('%s: %s', (phase, words, kind) => {
    expect(refusalKindOf({ phase, ...parseServerReply(words) })).toBe(kind);
  });

  test('a refusal of ours, for the announced size', () => {
    const reply = { smtpCode: 0, enhancedCode: '', text: '' };
    expect(refusalKindOf({ phase: 'message', ...reply })).toBe('message_too_big');
  });

  test('every kind has its case, and each concerns one thing at most', () => {
    expect(new Set(CASES.map(([, , kind]) => kind))).toEqual(new Set(REFUSAL_KINDS));
    const marked = REFUSAL_KINDS.filter(marksAddress);
    const stopping = REFUSAL_KINDS.filter(stopsAccount);
    expect(marked).toEqual([
      'mailbox_unknown',
      'domain_unknown',
      'address_malformed',
      'mailbox_disabled',
    ]);
    expect(stopping).toEqual(['authentication', 'sender_refused', 'relay_denied']);
  });
});

describe('a reply', () => {
  test.each([
    ['250 OK', 250, '', 'OK'],
    ['550-5.1.1 first\r\n550 5.1.1 second', 550, '5.1.1', 'first second'],
    ['550-no code\n550 5.7.1 here', 550, '5.7.1', 'no code here'],
    ['421 4.7.0', 421, '4.7.0', ''],
    ['550 5.1.1user', 550, '', '5.1.1user'],
    ['550', 550, '', ''],
    ['hello\u0007 there', 0, '', 'hello there'],
  ])('%j is read', (text, smtpCode, enhancedCode, words) => {
    expect(parseServerReply(text)).toEqual({ smtpCode, enhancedCode, text: words });
  });

  test('of a chatterbox is cut', () => {
    expect(parseServerReply(`550 ${'x'.repeat(9000)}`).text).toHaveLength(500);
  });

  test.each([
    [450, false],
    [503, false],
    [550, true],
    [250, false],
  ])('%d is for good: %s', (smtpCode, isPermanent) => {
    expect(isPermanentReply({ smtpCode, enhancedCode: '', text: '' })).toBe(isPermanent);
  });

  test.each([
    ['250-x\r\n250-AUTH PLAIN login XOAUTH2\r\n250 SIZE', ['PLAIN', 'LOGIN', 'XOAUTH2']],
    ['250-x\r\n250 AUTH=LOGIN', ['LOGIN']],
    ['250-x\r\n250 SIZE', []],
    ['', []],
  ])('%j offers', (ehlo, methods) => {
    expect(authMethodsOf(ehlo)).toEqual(methods);
  });
});
