import { expect, test } from 'vitest';
import {
  commandOfError,
  replyOfError,
  sendFaultOf,
  wordsOfError,
} from '../../../../../src/main/channels/email/send-fault.ts';

test.each([
  [{ code: 'EDNS' }, 'dns'],
  [{ code: 'EDNS', originalCode: 'ENOTFOUND' }, 'dns'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'connection_refused'],
  [{ code: 'ESOCKET', originalCode: 'ENETUNREACH' }, 'unreachable'],
  [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, 'connection_lost'],
  [{ code: 'ESOCKET', originalCode: 'ETIMEDOUT', command: 'CONN' }, 'connect_timeout'],
  [{ code: 'ETIMEDOUT' }, 'connect_timeout'],
  [{ code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT', command: 'CONN' }, 'connect_timeout'],
  [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' }, 'greeting_timeout'],
  [{ code: 'ETIMEDOUT', timeoutType: 'UPGRADE_TIMEOUT', command: 'CONN' }, 'greeting_timeout'],
  [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' }, 'timeout'],
  [{ code: 'ETIMEDOUT', command: 'CONN' }, 'timeout'],
  [{ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }, 'certificate_expired'],
  [{ code: 'CERT_NOT_YET_VALID' }, 'certificate_not_yet_valid'],
  [{ code: 'ESOCKET', originalCode: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, 'certificate_untrusted'],
  [{ code: 'ESOCKET', originalCode: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'tls'],
  [{ code: 'ETLS', command: 'CONN' }, 'tls'],
  [{ code: 'ETLS', command: 'STARTTLS', response: '502 No' }, 'starttls_missing'],
  [{ code: 'ETLS', command: 'STARTTLS' }, 'tls'],
  [{ code: 'EPROTOCOL' }, 'protocol'],
  [{ code: 'EENVELOPE' }, 'address_invalid'],
  [{ code: 'ECONNECTION' }, 'connection_lost'],
  [null, 'connection_lost'],
  ['text', 'connection_lost'],
] as const)('%j is %s', (error, fault) => {
  expect(sendFaultOf(error)).toBe(fault);
});

test('what an error carries, or nothing', () => {
  expect(replyOfError({ response: '550 5.1.1 No' })).toBe('550 5.1.1 No');
  for (const error of [null, undefined, {}, { response: 'No' }, { response: 550 }]) {
    expect(replyOfError(error)).toBeNull();
  }
  expect([commandOfError({ command: 'DATA' }), commandOfError({ command: 1 })]).toEqual([
    'DATA',
    '',
  ]);
  expect([wordsOfError(new Error('x'.repeat(400))).length, wordsOfError('x')]).toEqual([300, '']);
});
