/**
 * The user's consent, as native programs ask for it (RFC 8252): the provider's page in the browser,
 * a code that comes back to a port of this computer, and the proof that it was us who asked (PKCE).
 *
 * The port is open for one return of one browser. A return with another `state` is turned away
 * without an end to the waiting: any page could send one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Language } from '../../../shared/format/language.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { mailText } from '../../../shared/text/mail.ts';
import type {
  ConsentProblem,
  ConsentRequest,
  ConsentUnderWay,
  MailConsents,
} from '../../ports/mail-consent.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { providerEndpoints, requestTokens, type TokenNeeds } from './token-endpoint.ts';

const PATIENCE_MS = 10 * 60_000;
const TOKEN_MS = 20_000;

export interface ConsentNeeds {
  /** Language of the page that the browser ends on. */
  readonly language: () => Language;
  readonly endpointsOf?: TokenNeeds['endpointsOf'];
  readonly patienceMs?: number;
}

type Outcome = Result<null, ConsentProblem>;

/** What the browser brought back. */
type Return = { readonly code: string } | { readonly problem: ConsentProblem };

export function makeConsents(needs: ConsentNeeds): MailConsents {
  return {
    begin: (request, secrets) => begin(request, secrets, needs),
  };
}

async function begin(
  request: ConsentRequest,
  secrets: Secrets,
  needs: ConsentNeeds,
): Promise<ConsentUnderWay> {
  const { client } = request;
  const endpointsOf = needs.endpointsOf ?? providerEndpoints;
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const { server, returned, settle } = listenForReturn(state, needs.language);
  const port = await listen(server);
  // Microsoft lets the port of `localhost` be any, Google that of 127.0.0.1.
  const host = client.provider === 'microsoft' ? 'localhost' : '127.0.0.1';
  const redirect = `http://${host}:${port}`;
  const timer = setTimeout(
    () => settle({ problem: { code: 'consent_timeout', text: '' } }),
    needs.patienceMs ?? PATIENCE_MS,
  );

  const finish = async (): Promise<Outcome> => {
    const back = await returned;
    clearTimeout(timer);
    server.close();
    if ('problem' in back) return refused(back.problem);
    const grant = {
      grant_type: 'authorization_code',
      code: back.code,
      redirect_uri: redirect,
      code_verifier: verifier,
    };
    const tokenNeeds = { fetch, timeoutMs: TOKEN_MS, secrets, endpointsOf };
    const tokens = await requestTokens(client, grant, tokenNeeds);
    if (!tokens.isDone) return refused(problemOf(tokens.refusal));
    const { newRefreshToken } = tokens.value;
    if (newRefreshToken === null) return refused({ code: 'consent_not_lasting', text: '' });
    await secrets.write(request.secretName, newRefreshToken);
    return done(null);
  };

  const { authorisation, scope } = endpointsOf(client);
  const address = new URL(authorisation);
  address.search = new URLSearchParams({
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: request.user,
    // Google gives a refresh token only to who asks for it in so many words.
    ...(client.provider === 'google' ? { access_type: 'offline', prompt: 'consent' } : {}),
  }).toString();
  return {
    address: address.href,
    finished: finish(),
    cancel: () => settle({ problem: { code: 'consent_cancelled', text: '' } }),
  };
}

function problemOf({ fault, text }: { fault: string; text: string }): ConsentProblem {
  return { code: fault === 'consent_needed' ? 'consent_denied' : 'token_unreachable', text };
}

function listenForReturn(state: string, language: () => Language) {
  const { promise: returned, resolve: settle } = Promise.withResolvers<Return>();
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
    const code = query.get('code');
    const error = query.get('error');
    const words = mailText[language()].consent;
    if (query.get('state') !== state || (code === null && error === null)) {
      answer(response, 400, words.notAwaited);
      return;
    }
    answer(response, 200, code === null ? words.denied : words.received);
    if (code !== null) {
      settle({ code });
      return;
    }
    const text = `${error} ${query.get('error_description') ?? ''}`.trim().slice(0, 300);
    settle({ problem: { code: 'consent_denied', text } });
  });
  return { server, returned, settle };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function answer(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(`<!doctype html><meta charset="utf-8"><title>Encours</title><p>${words}</p>`);
}
