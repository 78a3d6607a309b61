/** The user's consent: what the provider is asked, what the browser brings back, what is kept. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { makeConsents } from '../../../src/main/channels/email/consent.ts';
import { providerEndpoints } from '../../../src/main/channels/email/token-endpoint.ts';
import type { OAuthClient } from '../../../src/main/ports/mailer.ts';
import { testSecrets } from '../../support/mail-servers.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const MICROSOFT: OAuthClient = {
  provider: 'microsoft',
  clientId: 'client-1',
  tenant: 'organizations',
  clientSecretName: null,
};
const GOOGLE: OAuthClient = {
  ...MICROSOFT,
  provider: 'google',
  clientSecretName: 'google-client-secret',
};

/** A token endpoint that grants once it saw the right proof. */
async function tokenEndpoint(grant: object = { access_token: 'a', refresh_token: 'refresh-1' }) {
  const asked: Record<string, string>[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      asked.push(Object.fromEntries(new URLSearchParams(body)));
      response.end(JSON.stringify(grant));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const base = `http://127.0.0.1:${port}`;
  return {
    asked,
    endpointsOf: () => ({ authorisation: `${base}/authorize?v=2`, token: base, scope: 'send' }),
  };
}

async function begun(client: OAuthClient, grant?: object, patienceMs = 60_000) {
  const endpoint = await tokenEndpoint(grant);
  const secrets = testSecrets({ 'google-client-secret': 'not so secret' });
  const consents = makeConsents({
    language: () => 'fr',
    endpointsOf: endpoint.endpointsOf,
    patienceMs,
  });
  const request = { client, user: 'alice@fournisseur.test', secretName: 'mail-refresh' };
  const underWay = await consents.begin(request, secrets);
  closers.push(underWay.cancel);
  const query = new URL(underWay.address).searchParams;
  const comeBack = (parameters: Record<string, string>) => {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.hostname = '127.0.0.1';
    back.search = new URLSearchParams(parameters).toString();
    return fetch(back);
  };
  return { ...underWay, asked: endpoint.asked, secrets, query, comeBack };
}

describe('consent', () => {
  test.each([
    [MICROSOFT, /^http:\/\/localhost:\d+$/],
    [GOOGLE, /^http:\/\/127\.0\.0\.1:\d+$/],
  ])('is asked with a proof of our own, and kept: $provider', async (client, redirect) => {
    const { query, comeBack, finished, asked, secrets } = await begun(client);
    expect(query.get('redirect_uri')).toMatch(redirect);
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('login_hint')).toBe('alice@fournisseur.test');
    expect(query.get('access_type')).toBe(client.provider === 'google' ? 'offline' : null);
    const page = await comeBack({ code: 'code-1', state: query.get('state') ?? '' });
    expect(await page.text()).toContain('Encours a reçu l’autorisation');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await finished).toEqual({ isDone: true, value: null });
    expect(secrets.held.get('mail-refresh')).toBe('refresh-1');
    const [request] = asked;
    expect(request).toMatchObject({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: query.get('redirect_uri'),
    });
    expect(request?.client_secret).toBe(client.provider === 'google' ? 'not so secret' : undefined);
    const proof = createHash('sha256')
      .update(request?.code_verifier ?? '')
      .digest('base64url');
    expect(query.get('code_challenge')).toBe(proof);
  });

  test('is never the same question twice', async () => {
    const [first, second] = [await begun(MICROSOFT), await begun(MICROSOFT)];
    for (const key of ['state', 'code_challenge', 'redirect_uri']) {
      expect(first.query.get(key)).not.toBe(second.query.get(key));
    }
  });

  test('another page’s return is turned away, and the right one still awaited', async () => {
    const { comeBack, finished, query, asked } = await begun(MICROSOFT);
    for (const wrong of [{}, { code: 'stolen' }, { code: 'stolen', state: 'guess' }]) {
      expect((await comeBack(wrong)).status).toBe(400);
    }
    await comeBack({ code: 'right', state: query.get('state') ?? '' });
    expect((await finished).isDone).toBe(true);
    expect(asked.map(({ code }) => code)).toEqual(['right']);
  });

  test('is over once: the port is closed after it', async () => {
    const { comeBack, finished, query } = await begun(MICROSOFT);
    const back = { code: 'right', state: query.get('state') ?? '' };
    await comeBack(back);
    await finished;
    await expect(comeBack(back)).rejects.toThrow();
  });

  test('refused by the user', async () => {
    const { comeBack, finished, query, secrets } = await begun(MICROSOFT);
    const page = await comeBack({
      error: 'access_denied',
      error_description: 'No <script>',
      state: query.get('state') ?? '',
    });
    expect(await page.text()).not.toContain('<script>');
    expect(await finished).toEqual({
      isDone: false,
      refusal: { code: 'consent_denied', text: 'access_denied No <script>' },
    });
    expect(secrets.held.has('mail-refresh')).toBe(false);
  });

  test('cancelled, or forgotten', async () => {
    const { finished, cancel } = await begun(MICROSOFT);
    cancel();
    expect(await finished).toMatchObject({ refusal: { code: 'consent_cancelled' } });
    const forgotten = await begun(MICROSOFT, undefined, 20);
    expect(await forgotten.finished).toMatchObject({ refusal: { code: 'consent_timeout' } });
  });

  test.each([
    [{ access_token: 'a' }, 'consent_not_lasting'],
    [{ error: 'invalid_grant' }, 'consent_denied'],
    [{ what: 1 }, 'token_unreachable'],
  ])('the provider answers %j', async (grant, code) => {
    const { comeBack, finished, query } = await begun(MICROSOFT, grant);
    await comeBack({ code: 'c', state: query.get('state') ?? '' });
    expect(await finished).toMatchObject({ isDone: false, refusal: { code } });
  });
});

test('the providers’ own addresses; a tenant can’t lead elsewhere', () => {
  expect(providerEndpoints(GOOGLE).token).toBe('https://oauth2.googleapis.com/token');
  const { token } = providerEndpoints({ ...MICROSOFT, tenant: '../evil.test/' });
  expect(new URL(token).host).toBe('login.microsoftonline.com');
  expect(token).toContain('%2F');
});
