/** The mail account of a company, as its settings name it. The sample only ever writes files. */
import path from 'node:path';
import type { MailSettings } from '../../../shared/contract/dunning-settings.ts';
import type { MailAccount, MailLogin } from '../../ports/mailer.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';

/** Where messages are written when nothing is sent. */
export function mailFolder({ folder }: OpenCompany): string {
  return path.join(folder.path, 'mails');
}

/** Names of the company's secrets in the keychain. */
export function mailSecretName(
  { key }: OpenCompany,
  what: 'password' | 'token' | 'client' | 'incoming',
): string {
  return `mail-${what}:${key}`;
}

/** The account in use. */
export function mailAccount(company: OpenCompany): MailAccount {
  const { mail } = company.ledger.read(settingsInForce);
  if (company.folder.isSample || mail.transport === 'folder') {
    return { kind: 'folder', folder: mailFolder(company) };
  }
  const { host, port, security } = mail;
  return { kind: 'smtp', host, port, security, login: loginOf(company, mail) };
}

/** How the server is told who writes; secrets by their names. */
export function loginOf(
  company: OpenCompany,
  { login, user, clientId, tenant }: MailSettings,
): MailLogin {
  switch (login) {
    case 'none':
      return { kind: 'none' };
    case 'password':
      return { kind: 'password', user, secretName: mailSecretName(company, 'password') };
    default:
      return {
        kind: 'oauth',
        user,
        client: {
          provider: login,
          clientId,
          tenant,
          clientSecretName: login === 'google' ? mailSecretName(company, 'client') : null,
        },
        secretName: mailSecretName(company, 'token'),
      };
  }
}
