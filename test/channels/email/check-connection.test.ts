/** Trying an account: which step fails, with what, and that nothing is ever sent. */
import { describe, expect, test } from 'vitest';
import type { MailLogin, SmtpAccount } from '../../../src/main/ports/mailer.ts';
import type { DiagnosisStep } from '../../../src/shared/domain/mail/diagnosis.ts';
import { stepAdvice } from '../../../src/shared/text/mail.ts';
import { mailServer, scripted } from '../../support/mail-sending.ts';
import {
  accountAt,
  certificate,
  politeReply,
  replyError,
  SHORT_TIMEOUTS,
  startScriptedServer,
  testMailer,
  testSecrets,
} from '../../support/mail-servers.ts';

const PASSWORD: MailLogin = { kind: 'password', user: 'alice', secretName: 'mail-password' };
const SECRETS = testSecrets({ 'mail-password': 'right' });
const FROM = 'alice@fournisseur.test';

function check(account: SmtpAccount, from = FROM, mailer = testMailer()) {
  return mailer.check(account, SECRETS, { from });
}

const doneOf = (steps: readonly DiagnosisStep[]) =>
  steps.filter(({ isDone }) => isDone).map(({ step }) => step);
const failedOf = (steps: readonly DiagnosisStep[]) => steps.find(({ isDone }) => !isDone);

describe('an account that works', () => {
  test.each([
    ['starttls', ['settings', 'dns', 'port', 'greeting', 'starttls', 'certificate']],
    ['tls', ['settings', 'dns', 'port', 'certificate', 'greeting']],
  ] as const)('passes every step, with %s, and sends nothing', async (security, opening) => {
    const addresses: string[] = [];
    const server = await mailServer({
      secure: security === 'tls',
      disabledCommands: [],
      onAuth: ({ password }, _session, callback) =>
        callback(null, password === 'right' ? { user: 1 } : {}),
      onMailFrom: ({ address }, _session, callback) => {
        addresses.push(address);
        callback();
      },
      onRcptTo: ({ address }, _session, callback) => {
        addresses.push(address);
        callback();
      },
    });
    const told: DiagnosisStep[] = [];
    const steps = await testMailer().check(accountAt(server.port, security, PASSWORD), SECRETS, {
      from: FROM,
      onStep: (step) => told.push(step),
    });
    expect(doneOf(steps)).toEqual([
      ...opening,
      'secret',
      'auth_methods',
      'auth',
      'sender',
      'recipient',
    ]);
    expect(told).toEqual(steps);
    expect(addresses).toEqual([FROM, FROM]);
    expect(server.messages).toEqual([]);
    const seen = steps.find(({ step }) => step === 'certificate')?.seen ?? '';
    expect(seen).toContain('DNS:localhost');
    expect(seen).toContain('Autorite de test');
    expect(seen).toMatch(/21\d\d-\d\d-\d\d$/);
    expect(steps.find(({ step }) => step === 'auth_methods')?.seen).toContain('PLAIN');
  });

  test('without login on this computer', async () => {
    const server = await mailServer();
    expect(doneOf(await check(accountAt(server.port)))).toEqual([
      'settings',
      'dns',
      'port',
      'greeting',
      'sender',
      'recipient',
    ]);
  });
});

describe('an account that does not', () => {
  test('settings', async () => {
    const open = { ...accountAt(25), host: 'smtp.client.test' };
    expect(failedOf(await check(open))).toMatchObject({
      step: 'settings',
      fault: 'plaintext_forbidden',
    });
    expect(failedOf(await check(accountAt(25), 'alice'))).toMatchObject({
      step: 'settings',
      fault: 'address_invalid',
      seen: 'alice',
    });
  });

  test('dns', async () => {
    const account = { ...accountAt(587, 'starttls'), host: 'nulle-part.invalid' };
    expect(failedOf(await check(account))).toMatchObject({ step: 'dns', fault: 'dns' });
  });

  test('port', async () => {
    const server = await startScriptedServer(politeReply);
    await server.close();
    expect(failedOf(await check(accountAt(server.port, 'tls')))).toMatchObject({
      step: 'port',
      fault: 'connection_refused',
    });
  });

  test.each([
    ['expired', 'certificate_expired', '2021-01-01'],
    ['other-name', 'certificate_name', 'mail.autre.test'],
  ] as const)('certificate %s: shown, and no password said', async (name, fault, shown) => {
    for (const security of ['tls', 'starttls'] as const) {
      const passwords: unknown[] = [];
      const server = await mailServer({
        ...certificate(name),
        secure: security === 'tls',
        disabledCommands: [],
        onAuth: (auth, _session, callback) => {
          passwords.push(auth);
          callback(null, { user: 1 });
        },
      });
      const failed = failedOf(await check(accountAt(server.port, security, PASSWORD)));
      expect(failed).toMatchObject({ step: 'certificate', fault });
      expect(failed?.seen).toContain(shown);
      expect(passwords).toEqual([]);
    }
  });

  test('certificate of an unknown authority', async () => {
    const server = await mailServer({ secure: true });
    const mailer = testMailer({
      authorities: { certificates: () => [], connectionOptions: () => ({ ca: [] }) },
    });
    expect(failedOf(await check(accountAt(server.port, 'tls'), FROM, mailer))).toMatchObject({
      step: 'certificate',
      fault: 'certificate_untrusted',
    });
  });

  test('TLS asked of a port without: the certificate’s step', async () => {
    const server = await mailServer();
    expect(failedOf(await check(accountAt(server.port, 'tls')))).toMatchObject({
      step: 'certificate',
      fault: 'tls',
    });
  });

  test('greeting', async () => {
    const silent = await scripted(politeReply, { greeting: null });
    const impatient = testMailer({ timeouts: SHORT_TIMEOUTS });
    expect(failedOf(await check(accountAt(silent.port), FROM, impatient))).toMatchObject({
      step: 'greeting',
      fault: 'greeting_timeout',
    });
    const hostile = await scripted(politeReply, { greeting: '554 5.7.1 Blocked using RBL' });
    expect(failedOf(await check(accountAt(hostile.port, 'starttls')))).toMatchObject({
      step: 'greeting',
      fault: 'refused',
      reply: { smtpCode: 554 },
    });
  });

  test('STARTTLS not offered', async () => {
    const server = await scripted((line) =>
      line === 'STARTTLS' ? '502 Unknown' : politeReply(line),
    );
    expect(failedOf(await check(accountAt(server.port, 'starttls')))).toMatchObject({
      step: 'starttls',
      fault: 'starttls_missing',
    });
  });

  test('no way to log in, no password kept, a wrong password', async () => {
    const server = await scripted(politeReply);
    expect(failedOf(await check(accountAt(server.port, 'none', PASSWORD)))).toMatchObject({
      step: 'auth_methods',
      fault: 'auth_not_offered',
    });
    const nothing = { ...PASSWORD, secretName: 'other' };
    expect(failedOf(await check(accountAt(server.port, 'none', nothing)))).toMatchObject({
      step: 'secret',
      fault: 'secret_missing',
    });
    const strict = await scripted((line) => {
      if (line.startsWith('EHLO')) return '250-loopback\r\n250 AUTH LOGIN PLAIN';
      return line.startsWith('AUTH')
        ? '535 5.7.139 SmtpClientAuthentication is disabled'
        : politeReply(line);
    });
    const failed = failedOf(await check(accountAt(strict.port, 'none', PASSWORD)));
    expect(failed).toMatchObject({ step: 'auth', fault: 'refused', reply: { smtpCode: 535 } });
    expect(failed && stepAdvice(failed, 'fr')?.said).toContain('Microsoft 365 refuse');
  });

  test('sender or addressee refused', async () => {
    const noSender = await mailServer({
      onMailFrom: (_address, _session, callback) => callback(replyError(550, '5.7.60 Not you')),
    });
    expect(failedOf(await check(accountAt(noSender.port)))).toMatchObject({
      step: 'sender',
      fault: 'refused',
      reply: { enhancedCode: '5.7.60' },
    });
    const noRelay = await mailServer({
      onRcptTo: (_address, _session, callback) =>
        callback(replyError(554, '5.7.1 Relay access denied')),
    });
    const failed = failedOf(await check(accountAt(noRelay.port)));
    expect(failed).toMatchObject({ step: 'recipient', fault: 'refused' });
    expect(failed && stepAdvice(failed, 'fr')?.said).toContain('hors de son domaine');
  });

  test('a connection lost at the end', async () => {
    const server = await scripted((line, socket) => {
      if (line.startsWith('RCPT')) socket.destroy();
      return politeReply(line);
    });
    expect(failedOf(await check(accountAt(server.port)))).toMatchObject({
      step: 'recipient',
      fault: 'connection_lost',
    });
  });
});
