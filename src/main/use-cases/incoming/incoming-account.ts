/** The mailbox of a company, as its settings name it. That of the sample is never read. */
import type { ImapAccount } from '../../ports/mailbox.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { loginOf, mailSecretName } from '../outbox/mail-account.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';

/** The account to read, on or off; null where it is not set, or the company is the sample. */
export function incomingAccount(company: OpenCompany): ImapAccount | null {
  const { incoming, mail } = company.ledger.read(settingsInForce);
  const { host, port, security, user } = incoming;
  if (company.folder.isSample || host === '') return null;
  const folder = incoming.folder === '' ? 'INBOX' : incoming.folder;
  if (incoming.login === 'password') {
    if (user === '') return null;
    const secretName = mailSecretName(company, 'incoming');
    return { host, port, security, folder, login: { kind: 'password', user, secretName } };
  }
  const login = loginOf(company, mail);
  if (login.kind !== 'oauth') return null;
  return { host, port, security, folder, login: { ...login, user: user || login.user } };
}

/** One mailbox among all that this company ever read. */
export function mailboxKey({ host, login, folder }: ImapAccount): string {
  return `${login.kind === 'none' ? '' : login.user}@${host}/${folder}`;
}

/** Addresses that are our own: what comes from them is a copy of what left. */
export function ownAddresses(company: OpenCompany): ReadonlySet<string> {
  const { mail, identity } = company.ledger.read(settingsInForce);
  const own = [mail.fromAddress, mail.replyTo, mail.bcc, identity.email];
  return new Set(own.map((address) => address.toLowerCase()).filter((address) => address !== ''));
}
