/**
 * Making oneself known to the server: by password, or by a token of Microsoft or Google.
 *
 * A token that the server finds stale is renewed once and shown again, on the same connection.
 */
import type { SMTPConnectionCustomAuthHandler } from 'nodemailer/lib/smtp-connection';
import type { SendFault } from '../../../shared/domain/mail/send-outcome.ts';
import { authMethodsOf } from '../../../shared/domain/mail/server-reply.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { MailLogin } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { AccessTokens } from './access-tokens.ts';
import { ask, type LiveConnection } from './live-connection.ts';
import type { TokenProblem } from './token-endpoint.ts';

/** Why one could not log in: a fault of ours, or the error that carries the server's answer. */
export type SignInProblem =
  | { readonly kind: 'fault'; readonly fault: SendFault; readonly text: string }
  | { readonly kind: 'error'; readonly error: unknown };

/** What is shown to the server; read before anything is connected. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'token';
      readonly user: string;
      readonly token: string;
      readonly renew: () => Promise<Result<string, TokenProblem>>;
    };

/** Fetches the password from the keychain, or a token from the provider. */
export async function readCredentials(
  login: MailLogin,
  { secrets, tokens }: { readonly secrets: Secrets; readonly tokens: AccessTokens },
): Promise<Result<Credentials, SignInProblem>> {
  if (login.kind === 'none') return done({ kind: 'none' });
  if (login.kind === 'password') {
    const password = await secrets.read(login.secretName);
    if (password === null) return refused({ kind: 'fault', fault: 'secret_missing', text: '' });
    return done({ kind: 'password', user: login.user, password });
  }
  const token = await tokens.read(login, { isFresh: false });
  if (!token.isDone) return refused({ kind: 'fault', ...token.refusal });
  const renew = () => tokens.read(login, { isFresh: true });
  return done({ kind: 'token', user: login.user, token: token.value, renew });
}

/** True where the server offers a way for these credentials. */
export function isOffered(credentials: Credentials, ehlo: string): boolean {
  const methods = authMethodsOf(ehlo);
  if (credentials.kind === 'token') return methods.includes('XOAUTH2');
  return ['PLAIN', 'LOGIN', 'CRAM-MD5'].some((method) => methods.includes(method));
}

/** Logs in on a connection. */
export async function signIn(
  live: LiveConnection,
  credentials: Credentials,
): Promise<Result<null, SignInProblem>> {
  if (credentials.kind === 'none') return done(null);
  if (!isOffered(credentials, live.transcript.ehlo)) {
    const text = authMethodsOf(live.transcript.ehlo).join(' ');
    return refused({ kind: 'fault', fault: 'auth_not_offered', text });
  }
  if (credentials.kind === 'password') {
    const { user, password: pass } = credentials;
    const answer = await ask(live, (callback) => live.client.login({ user, pass }, callback));
    return answer.isDone ? done(null) : refused({ kind: 'error', error: answer.refusal });
  }
  return signInByToken(live, credentials);
}

async function signInByToken(
  live: LiveConnection,
  { user, token, renew }: Credentials & { readonly kind: 'token' },
): Promise<Result<null, SignInProblem>> {
  const seen: { problem: TokenProblem | null } = { problem: null };
  const handler: SMTPConnectionCustomAuthHandler = async ({ sendCommand }) => {
    const show = async (shown: string): Promise<boolean> => {
      const { status } = await sendCommand(`AUTH XOAUTH2 ${bearer(user, shown)}`);
      // 334 holds the reason, in JSON; an empty line asks for the refusal itself.
      return status === 334 ? (await sendCommand('')).status === 235 : status === 235;
    };
    if (await show(token)) return;
    const renewed = await renew();
    if (renewed.isDone && (await show(renewed.value))) return;
    if (!renewed.isDone) seen.problem = renewed.refusal;
    throw new Error('Token refused');
  };
  live.client.customAuth.set('XOAUTH2', handler);
  const auth = { method: 'XOAUTH2', user };
  const answer = await ask(live, (callback) => live.client.login(auth, callback));
  if (answer.isDone) return done(null);
  if (seen.problem !== null) return refused({ kind: 'fault', ...seen.problem });
  return refused({ kind: 'error', error: answer.refusal });
}

function bearer(user: string, token: string): string {
  return Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
}
