/** Logging in by password and by token, and what happens to a token that has grown old. */
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { OAuthEndpoints } from '../../../src/main/channels/email/token-endpoint.ts';
import type { MailLogin, OAuthClient } from '../../../src/main/ports/mailer.ts';
import { counted, mailServer, scripted, sessionOn } from '../../support/mail-sending.ts';
import {
  accountAt,
  politeReply,
  SHORT_TIMEOUTS,
  testMailer,
  testSecrets,
} from '../../support/mail-servers.ts';
import { TestClock } from '../../support/test-clock.ts';

const PASSWORD: MailLogin = { kind: 'password', user: 'alice', secretName: 'mail-password' };
const CLIENT: OAuthClient = {
  provider: 'microsoft',
  clientId: 'encours-client',
  tenant: 'organizations',
  clientSecretName: null,
};
const OAUTH: MailLogin = {
  kind: 'oauth',
  user: 'alice@fournisseur.test',
  client: CLIENT,
  secretName: 'mail-refresh',
};

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Answer = { readonly status?: number; readonly body: unknown } | null;

/** A provider on this computer; it answers in order, the last answer for ever, null never. */
async function provider(answers: readonly Answer[]) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push(new URLSearchParams(body));
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? null;
      if (answer === null) return;
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpointsOf = (): OAuthEndpoints => ({
    authorisation: `http://127.0.0.1:${port}/authorize`,
    token: `http://127.0.0.1:${port}/token`,
    scope: 'send offline_access',
  });
  return { asked, endpointsOf };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

/** A server with login that knows one password and one token. */
function lockedServer(known: { readonly password?: string; readonly token?: string }) {
  const used: string[] = [];
  const server = mailServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: known.token === undefined ? ['PLAIN', 'LOGIN'] : ['XOAUTH2'],
    onAuth({ method, username, password, accessToken }, _session, callback) {
      used.push(method === 'XOAUTH2' ? `${username} ${accessToken}` : `${method} ${password}`);
      const isRight =
        method === 'XOAUTH2' ? accessToken === known.token : password === known.password;
      if (isRight) callback(null, { user: username });
      else if (method === 'XOAUTH2') callback(null, { data: { status: '401', schemes: 'bearer' } });
      else callback(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 }));
    },
  });
  return server.then((started) => ({ ...started, used }));
}

describe('by password', () => {
  test.each(['PLAIN', 'LOGIN'])('%s', async (method) => {
    const used: string[] = [];
    const server = await mailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      authMethods: [method],
      onAuth(auth, _session, callback) {
        used.push(`${auth.method} ${auth.username} ${auth.password}`);
        callback(null, { user: 1 });
      },
    });
    const secrets = testSecrets({ 'mail-password': 'été & €' });
    const session = sessionOn(accountAt(server.port, 'none', PASSWORD), secrets);
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(used).toEqual([`${method} alice été & €`]);
  });

  test('over STARTTLS, once the connection is encrypted', async () => {
    const used: boolean[] = [];
    const server = await mailServer({
      disabledCommands: [],
      onAuth(_auth, { secure }, callback) {
        used.push(secure);
        callback(null, { user: 1 });
      },
    });
    const secrets = testSecrets({ 'mail-password': 'x' });
    const session = sessionOn(accountAt(server.port, 'starttls', PASSWORD), secrets);
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(used).toEqual([true]);
  });

  test('a wrong one is the account’s refusal, not the message’s', async () => {
    const server = await lockedServer({ password: 'right' });
    const secrets = testSecrets({ 'mail-password': 'wrong' });
    const { counter, request } = counted();
    const session = sessionOn(accountAt(server.port, 'none', PASSWORD), secrets);
    expect(await session.send(request)).toMatchObject({
      kind: 'refused',
      phase: 'authentication',
      smtpCode: 535,
      isPermanent: true,
      isMailboxUnknown: false,
    });
    expect(counter.begun).toBe(0);
    secrets.held.set('mail-password', 'right');
    expect((await session.send(counted().request)).kind).toBe('accepted');
  });

  test('none in the keychain: the server is not even called', async () => {
    const server = await lockedServer({ password: 'right' });
    const session = sessionOn(accountAt(server.port, 'none', PASSWORD));
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'not_sent',
      fault: 'secret_missing',
    });
    expect(server.seen.connections).toBe(0);
  });

  test('a server without a way we know is given none', async () => {
    const server = await scripted((line) =>
      /^EHLO/.test(line) ? '250-loopback\r\n250 AUTH GSSAPI NTLM' : politeReply(line),
    );
    const secrets = testSecrets({ 'mail-password': 'x' });
    const session = sessionOn(accountAt(server.port, 'none', PASSWORD), secrets);
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'not_sent',
      fault: 'auth_not_offered',
      text: 'GSSAPI NTLM',
    });
    expect(server.heard.some((line) => line.startsWith('AUTH'))).toBe(false);
  });

  test('a connection that ends while logging in', async () => {
    const server = await scripted((line, socket) => {
      if (/^EHLO/.test(line)) return '250-loopback\r\n250 AUTH PLAIN';
      if (line.startsWith('AUTH')) socket.destroy();
      return politeReply(line);
    });
    const secrets = testSecrets({ 'mail-password': 'x' });
    const session = sessionOn(accountAt(server.port, 'none', PASSWORD), secrets);
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'not_sent',
      fault: 'connection_lost',
    });
  });
});

describe('by token', () => {
  const granted = (token: string, more: object = {}): Answer => ({
    body: { access_token: token, expires_in: 3600, token_type: 'Bearer', ...more },
  });

  async function oauth(answers: readonly Answer[], token = 'fresh') {
    const server = await lockedServer({ token });
    const asked = await provider(answers);
    const secrets = testSecrets({ 'mail-refresh': 'refresh-1' });
    const clock = new TestClock();
    const mailer = testMailer({
      clock,
      endpointsOf: asked.endpointsOf,
      timeouts: { ...SHORT_TIMEOUTS, replyMs: 5000, greetingMs: 5000 },
    });
    const session = sessionOn(accountAt(server.port, 'none', OAUTH), secrets, mailer);
    return { server, asked: asked.asked, secrets, session, clock, mailer };
  }

  test('made from the refresh token, used while it lives', async () => {
    const { server, asked, session } = await oauth([granted('fresh')]);
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(server.used).toEqual(['alice@fournisseur.test fresh']);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'encours-client',
      scope: 'send offline_access',
    });
  });

  test('a session opened again takes the token it had; an hour later, a new one', async () => {
    const { server, asked, session, secrets, clock, mailer } = await oauth([granted('fresh')]);
    await session.send(counted().request);
    await session.close();
    const later = () => mailer.open(accountAt(server.port, 'none', OAUTH), secrets);
    const second = later();
    await second.send(counted().request);
    await second.close();
    expect(asked).toHaveLength(1);
    clock.day = clock.day.replace('23', '24') as typeof clock.day;
    const third = later();
    await third.send(counted().request);
    await third.close();
    expect(asked).toHaveLength(2);
  });

  test('one that the server finds stale is renewed once, and shown on the same connection', async () => {
    const { server, asked, session } = await oauth([granted('stale'), granted('fresh')]);
    expect((await session.send(counted().request)).kind).toBe('accepted');
    expect(server.used.map((used) => used.split(' ')[1])).toEqual(['stale', 'fresh']);
    expect(server.seen.connections).toBe(1);
    expect(asked).toHaveLength(2);
  });

  test('one refused twice is a refusal of the account', async () => {
    const { server, session } = await oauth([granted('stale')]);
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'refused',
      phase: 'authentication',
      isPermanent: true,
    });
    expect(server.used).toHaveLength(2);
  });

  test('a new refresh token takes the place of the old one in the keychain', async () => {
    const { session, secrets } = await oauth([granted('fresh', { refresh_token: 'refresh-2' })]);
    await session.send(counted().request);
    expect(secrets.held.get('mail-refresh')).toBe('refresh-2');
  });

  test.each([
    [
      { status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS70008' } },
      'consent_needed',
    ],
    [{ status: 503, body: { error: 'temporarily_unavailable' } }, 'token_unreachable'],
    [{ body: '<html>proxy</html>' }, 'token_unreachable'],
    [{ body: { token_type: 'Bearer' } }, 'token_unreachable'],
    [null, 'token_unreachable'],
  ] as const)('the provider answers %j', async (answer, fault) => {
    const { server, session } = await oauth([answer]);
    expect(await session.send(counted().request)).toMatchObject({ kind: 'not_sent', fault });
    expect(server.seen.connections).toBe(0);
  });

  test('without a refresh token, the user has to allow it', async () => {
    const { session, secrets } = await oauth([granted('fresh')]);
    secrets.held.clear();
    expect(await session.send(counted().request)).toMatchObject({ fault: 'consent_needed' });
  });

  test('the provider takes it back while the server waits', async () => {
    const { session } = await oauth([
      granted('stale'),
      { status: 400, body: { error: 'invalid_grant' } },
    ]);
    expect(await session.send(counted().request)).toMatchObject({
      kind: 'not_sent',
      fault: 'consent_needed',
    });
  });
});
