/**
 * Access tokens of Microsoft 365 and Google, made from the refresh token in the keychain.
 *
 * An access token lives an hour, in memory only. A provider that hands out a new refresh token with
 * it has the old one replaced in the keychain at once: the old one may stop working.
 */
import { addSeconds, type Instant } from '../../../shared/kernel/instant.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MailLogin } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { requestTokens, type TokenNeeds, type TokenProblem } from './token-endpoint.ts';

export type OAuthLogin = MailLogin & { readonly kind: 'oauth' };

export interface AccessTokens {
  /** A token for the account; `isFresh` does not take one that the server refused. */
  read(
    login: OAuthLogin,
    wanted: { readonly isFresh: boolean },
  ): Promise<Result<string, TokenProblem>>;
}

/** A token is renewed when it has less than this to live: a sending takes its time. */
const MARGIN_SECONDS = 120;

interface KnownToken {
  readonly token: string;
  readonly validUntil: Instant;
}

/** Tokens of all accounts, made when asked for. */
export function makeAccessTokens(
  needs: TokenNeeds & { readonly clock: Clock; readonly secrets: Secrets },
): AccessTokens {
  const known = new Map<string, KnownToken>();
  const underWay = new Map<string, Promise<Result<string, TokenProblem>>>();

  const renew = async (login: OAuthLogin): Promise<Result<string, TokenProblem>> => {
    const { client, secretName } = login;
    const refreshToken = await needs.secrets.read(secretName);
    if (refreshToken === null) return refused({ fault: 'consent_needed', text: '' });
    const asked = needs.clock.now();
    const answer = await requestTokens(
      client,
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      needs,
    );
    if (!answer.isDone) return answer;
    const { accessToken, lifeSeconds, newRefreshToken } = answer.value;
    known.set(secretName, { token: accessToken, validUntil: addSeconds(asked, lifeSeconds) });
    if (newRefreshToken !== null && newRefreshToken !== refreshToken) {
      await needs.secrets.write(secretName, newRefreshToken);
    }
    return done(accessToken);
  };

  return {
    async read(login, { isFresh }) {
      const held = known.get(login.secretName);
      const isLive =
        held !== undefined && addSeconds(needs.clock.now(), MARGIN_SECONDS) < held.validUntil;
      if (isLive && !isFresh) return done(held.token);
      const key = login.secretName;
      const running = underWay.get(key) ?? renew(login).finally(() => underWay.delete(key));
      underWay.set(key, running);
      return running;
    },
  };
}
