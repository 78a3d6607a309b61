/**
 * The providers' token endpoints, and asking them. Besides the mail server, these are the only
 * machines that this program ever speaks to, and only where the user chose such an account.
 */
import { z } from 'zod';
import type { SendFault } from '../../../shared/domain/mail/send-outcome.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { OAuthClient } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { wordsOfError } from './send-fault.ts';

/** `consent_needed`: the user has to allow Encours again; `token_unreachable`: later may do. */
export interface TokenProblem {
  readonly fault: SendFault;
  readonly text: string;
}

export interface OAuthEndpoints {
  readonly authorisation: string;
  readonly token: string;
  /** What is asked for: to send mail, and a refresh token. */
  readonly scope: string;
}

export interface TokenNeeds {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly secrets: Secrets;
  /** Where each provider answers; tests give their own. */
  readonly endpointsOf: (client: OAuthClient) => OAuthEndpoints;
}

export interface Tokens {
  readonly accessToken: string;
  readonly lifeSeconds: number;
  readonly newRefreshToken: string | null;
}

/** The endpoints of Microsoft Entra ID and of Google, as they publish them. */
export function providerEndpoints(client: OAuthClient): OAuthEndpoints {
  const { provider, tenant } = client;
  if (provider === 'google') {
    return {
      authorisation: 'https://accounts.google.com/o/oauth2/v2/auth',
      token: 'https://oauth2.googleapis.com/token',
      scope: 'https://mail.google.com/',
    };
  }
  const base = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0`;
  return {
    authorisation: `${base}/authorize`,
    token: `${base}/token`,
    scope: `https://outlook.office.com/SMTP.Send ${client.alsoReads === true ? `${READING} ` : ''}offline_access`,
  };
}

const READING = 'https://outlook.office.com/IMAP.AccessAsUser.All';

/** What reading asks for. Google's one scope covers it; Microsoft's token is of its own. */
export function readingScope({ provider }: OAuthClient): string {
  return provider === 'google' ? 'https://mail.google.com/' : `${READING} offline_access`;
}

const GRANTED = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
  refresh_token: z.string().min(1).optional(),
});
const DENIED = z.object({ error: z.string(), error_description: z.string().default('') });

/** Refusals that only a new consent of the user undoes. */
const CONSENT_ERRORS = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'invalid_scope',
]);

/** Asks for tokens, by a code or by a refresh token. */
export async function requestTokens(
  client: OAuthClient,
  grant: Readonly<Record<string, string>>,
  needs: TokenNeeds,
): Promise<Result<Tokens, TokenProblem>> {
  const { token, scope } = needs.endpointsOf(client);
  const secret =
    client.clientSecretName === null ? null : await needs.secrets.read(client.clientSecretName);
  const body = new URLSearchParams({ ...grant, client_id: client.clientId, scope });
  if (secret !== null) body.set('client_secret', secret);
  let answer: unknown;
  try {
    const response = await needs.fetch(token, {
      method: 'POST',
      body,
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(needs.timeoutMs),
    });
    answer = await response.json();
  } catch (error) {
    return refused({ fault: 'token_unreachable', text: wordsOfError(error) });
  }
  const granted = GRANTED.safeParse(answer);
  if (granted.success) {
    const { access_token: accessToken, expires_in: lifeSeconds, refresh_token } = granted.data;
    return done({ accessToken, lifeSeconds, newRefreshToken: refresh_token ?? null });
  }
  return refused(problemOf(answer));
}

function problemOf(answer: unknown): TokenProblem {
  const denied = DENIED.safeParse(answer);
  if (!denied.success) return { fault: 'token_unreachable', text: '' };
  const { error, error_description: description } = denied.data;
  const text = `${error} ${description}`.replace(/\s+/g, ' ').trim().slice(0, 300);
  return { fault: CONSENT_ERRORS.has(error) ? 'consent_needed' : 'token_unreachable', text };
}
