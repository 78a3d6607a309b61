/** Messages over a connection that breaks, that is slow, that can’t be trusted, or that is stopped. */
import { describe, expect, test } from 'vitest';
import {
  counted,
  LARGE,
  mailServer,
  scripted,
  sendOn,
  sessionOn,
} from '../../support/mail-sending.ts';
import {
  accountAt,
  certificate,
  politeReply,
  SHORT_TIMEOUTS,
  startScriptedServer,
  testMailer,
  testSecrets,
} from '../../support/mail-servers.ts';

const impatient = () => testMailer({ timeouts: SHORT_TIMEOUTS });

describe('a connection that breaks', () => {
  test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('at %s: nothing left', async (command) => {
    const server = await scripted((line, socket) => {
      if (!line.startsWith(command)) return politeReply(line);
      socket.destroy();
      return null;
    });
    const { outcome, begun } = await sendOn(accountAt(server.port));
    expect(outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'connection_lost',
      hasDataBegun: false,
    });
    expect(begun).toBe(0);
  });

  test('in the middle of the message: the server drops what it has', async () => {
    const server = await scripted(politeReply, {
      onMessageBytes: (count, socket) => void (count > 200_000 && socket.destroy()),
    });
    const { outcome, begun } = await sendOn(accountAt(server.port), { bytes: LARGE });
    expect(outcome).toMatchObject({ kind: 'not_sent', hasDataBegun: true });
    expect(begun).toBe(1);
  });

  test('after the message, before the answer: nobody can tell', async () => {
    const server = await scripted((line, socket) => {
      if (line !== '.') return politeReply(line);
      socket.destroy();
      return null;
    });
    const { outcome, begun } = await sendOn(accountAt(server.port));
    expect(outcome).toMatchObject({ kind: 'uncertain', fault: 'connection_lost' });
    expect(begun).toBe(1);
  });

  test('an answer in the middle of the message is an answer', async () => {
    let isAnswered = false;
    const server = await scripted(politeReply, {
      onMessageBytes: (count, socket) => {
        if (count < 200_000 || isAnswered) return;
        isAnswered = true;
        socket.write('552 5.3.4 Too big\r\n');
      },
    });
    const { outcome } = await sendOn(accountAt(server.port), { bytes: LARGE });
    expect(outcome).toMatchObject({ kind: 'refused', phase: 'message', smtpCode: 552 });
  });
});

describe('a server that is slow', () => {
  test('to greet', async () => {
    const server = await scripted(politeReply, { greeting: null });
    expect((await sendOn(accountAt(server.port), {}, impatient())).outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'greeting_timeout',
    });
  });

  test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('to answer %s', async (command) => {
    const server = await scripted((line) => (line.startsWith(command) ? null : politeReply(line)));
    expect((await sendOn(accountAt(server.port), {}, impatient())).outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'timeout',
      hasDataBegun: false,
    });
  });

  test('to answer the message: nobody can tell', async () => {
    const server = await scripted((line) => (line === '.' ? null : politeReply(line)));
    expect((await sendOn(accountAt(server.port), {}, impatient())).outcome).toMatchObject({
      kind: 'uncertain',
      fault: 'timeout',
    });
  });
});

describe('a server that can’t be reached or trusted', () => {
  test('nobody listens', async () => {
    const server = await startScriptedServer(politeReply);
    await server.close();
    expect((await sendOn(accountAt(server.port))).outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'connection_refused',
    });
  });

  test('its name is unknown', async () => {
    const account = { ...accountAt(25, 'starttls'), host: 'nulle-part.invalid' };
    expect((await sendOn(account)).outcome).toMatchObject({ kind: 'not_sent', fault: 'dns' });
  });

  test.each([
    ['expired', 'certificate_expired'],
    ['other-name', 'certificate_name'],
  ] as const)('its certificate is %s', async (name, fault) => {
    for (const security of ['tls', 'starttls'] as const) {
      const server = await mailServer({
        ...certificate(name),
        secure: security === 'tls',
        disabledCommands: ['AUTH'],
      });
      const { outcome, begun } = await sendOn(accountAt(server.port, security));
      expect(outcome).toMatchObject({ kind: 'not_sent', fault });
      expect(begun).toBe(0);
    }
  });

  test('its authority is unknown to this computer', async () => {
    const server = await mailServer({ secure: true });
    const mailer = testMailer({
      authorities: { certificates: () => [], connectionOptions: () => ({ ca: [] }) },
    });
    const session = sessionOn(accountAt(server.port, 'tls'), testSecrets(), mailer);
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'not_sent',
      fault: 'certificate_untrusted',
    });
  });

  test('STARTTLS is asked for and not offered: nothing is said in the clear', async () => {
    const server = await scripted((line) =>
      line === 'STARTTLS' ? '502 5.5.1 Unknown' : politeReply(line),
    );
    expect((await sendOn(accountAt(server.port, 'starttls'))).outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'starttls_missing',
    });
    expect(server.heard).toEqual([expect.stringMatching(/^EHLO/), 'STARTTLS']);
  });

  test('TLS is asked of a port that has none', async () => {
    const server = await mailServer();
    expect((await sendOn(accountAt(server.port, 'tls'))).outcome).toMatchObject({
      kind: 'not_sent',
      fault: 'tls',
    });
  });

  test.each(['smtp.client.test', '192.0.2.1', '127.0.0.1.client.test', '0.0.0.0'])(
    'without encryption, %s is not even called',
    async (host) => {
      const account = { ...accountAt(25), host };
      expect((await sendOn(account)).outcome).toMatchObject({
        kind: 'not_sent',
        fault: 'plaintext_forbidden',
      });
    },
  );
});

describe('the caller stops it', () => {
  test('what it throws when the message begins is thrown, and nothing is sent', async () => {
    const server = await mailServer();
    const session = sessionOn(accountAt(server.port));
    const { request } = counted({
      onDataBegins: () => {
        throw new Error('the ledger is full');
      },
    });
    await expect(session.send(request)).rejects.toThrow('the ledger is full');
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(server.messages).toHaveLength(1);
  });

  test('before the message: nothing left; the next one is not concerned', async () => {
    const controller = new AbortController();
    const server = await scripted((line) => {
      if (line.startsWith('RCPT')) controller.abort();
      return politeReply(line);
    });
    const session = sessionOn(accountAt(server.port));
    const { counter, request } = counted({ signal: controller.signal });
    const next = session.send(counted().request);
    const outcomes = [await next, await session.send(request)];
    expect(outcomes).toMatchObject([
      { kind: 'accepted' },
      { kind: 'not_sent', fault: 'aborted', hasDataBegun: false },
    ]);
    expect(counter.begun).toBe(0);
  });

  test.each(['connecting', 'EHLO', 'MAIL'])('while %s', async (moment) => {
    const controller = new AbortController();
    const server = await scripted((line) => {
      if (!line.startsWith(moment)) return politeReply(line);
      controller.abort();
      return null;
    });
    const { request } = counted({ signal: controller.signal });
    const outcome = sessionOn(accountAt(server.port)).send(request);
    if (moment === 'connecting') controller.abort();
    expect(await outcome).toMatchObject({ kind: 'not_sent', fault: 'aborted' });
  });

  test('during the message it is too late: the answer is waited for', async () => {
    const controller = new AbortController();
    const server = await mailServer();
    const { outcome } = await sendOn(accountAt(server.port), {
      signal: controller.signal,
      onDataBegins: () => controller.abort(),
    });
    expect(outcome.kind).toBe('accepted');
  });
});
