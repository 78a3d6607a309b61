/** The mailer of the application: accounts of both kinds behind one port. */
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { MailAccount, Mailer } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { type AccessTokens, makeAccessTokens } from './access-tokens.ts';
import { checkConnection } from './check-connection.ts';
import { checkFolder, folderSession } from './folder-session.ts';
import { MAIL_TIMEOUTS, type MailTimeouts } from './mail-timeouts.ts';
import { smtpSession } from './smtp-session.ts';
import { providerEndpoints, type TokenNeeds } from './token-endpoint.ts';
import { systemAuthorities, type TrustedAuthorities } from './trusted-authorities.ts';
import { writeMail } from './write-mail.ts';

/** The clock and the ids; tests put the rest in the place of what the system gives. */
export interface MailerNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeouts?: MailTimeouts;
  readonly authorities?: TrustedAuthorities;
  readonly endpointsOf?: TokenNeeds['endpointsOf'];
}

export function makeMailer(given: MailerNeeds): Mailer {
  const timeouts = given.timeouts ?? MAIL_TIMEOUTS;
  const authorities = given.authorities ?? systemAuthorities();
  const endpointsOf = given.endpointsOf ?? providerEndpoints;
  const known = new WeakMap<Secrets, AccessTokens>();
  const tokensOf = (secrets: Secrets): AccessTokens => {
    const { clock } = given;
    const needs = { fetch, timeoutMs: timeouts.tokenMs, secrets, endpointsOf, clock };
    const tokens = known.get(secrets) ?? makeAccessTokens(needs);
    known.set(secrets, tokens);
    return tokens;
  };
  const needsOf = (secrets: Secrets) => ({
    timeouts,
    authorities,
    secrets,
    tokens: tokensOf(secrets),
  });
  return {
    write: (mail, form) => writeMail(mail, form, given.ids),
    open: (account: MailAccount, secrets) =>
      account.kind === 'folder' ? folderSession(account) : smtpSession(account, needsOf(secrets)),
    check: (account, secrets, check) =>
      account.kind === 'folder'
        ? checkFolder(account, check)
        : checkConnection(account, needsOf(secrets), check),
  };
}
