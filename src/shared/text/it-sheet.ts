/**
 * The page for the IT department: what must be opened for messages to leave, provider by provider.
 * Plain lines, so that it reads the same on screen, on paper and pasted into a ticket.
 */
import type { MailSettings } from '../contract/dunning-settings.ts';
import type { Language } from '../format/language.ts';

export interface SheetPart {
  readonly title: string;
  readonly lines: readonly string[];
}

type Account = Pick<MailSettings, 'host' | 'port' | 'security' | 'login' | 'user' | 'fromAddress'>;

const SECURITY = { tls: 'TLS', starttls: 'STARTTLS', none: '–' } as const;

/** What to open for this account. */
export function itSheet(account: Account, language: Language): readonly SheetPart[] {
  const parts = language === 'fr' ? french(account) : english(account);
  return parts.map(({ title, lines }) => ({ title, lines: lines.filter((line) => line !== '') }));
}

/** The same as one text, to be copied. */
export function itSheetText(parts: readonly SheetPart[]): string {
  return parts
    .map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n');
}

function shown(text: string): string {
  return text === '' ? '…' : text;
}

function french(account: Account): SheetPart[] {
  const { host, port, security, user, fromAddress } = account;
  return [
    {
      title: 'Ce que fait le programme',
      lines: [
        'Encours est un programme de bureau, sans serveur : il envoie des relances de factures depuis ce poste, au nom de la boîte ci-dessous.',
        `Boîte : ${shown(user)} ; adresse d’expéditeur : ${shown(fromAddress)}.`,
        'Il n’ouvre aucun port vers l’extérieur et ne lit aucune boîte aux lettres.',
      ],
    },
    {
      title: 'Réseau',
      lines: [
        `Sortie TCP de ce poste vers ${shown(host)}, port ${port} (${SECURITY[security]}), certificat vérifié.`,
        account.login === 'microsoft' ? 'Sortie HTTPS vers login.microsoftonline.com.' : '',
        account.login === 'google'
          ? 'Sortie HTTPS vers accounts.google.com et oauth2.googleapis.com.'
          : '',
        'Pas d’interception TLS par le pare-feu, ou son autorité installée dans le magasin du système.',
      ],
    },
    ...frenchLogin(account),
    {
      title: 'Pour que les messages arrivent',
      lines: [
        `SPF et DKIM du domaine ${domainOf(fromAddress)} couvrent ce serveur.`,
        'Si l’expéditeur n’est pas la boîte elle-même : droit « Envoyer en tant que ».',
        'Limite d’envoi de la boîte connue (Microsoft 365 : 30 messages par minute, 10 000 destinataires par jour).',
      ],
    },
  ];
}

function frenchLogin({ login, user }: Account): SheetPart[] {
  switch (login) {
    case 'microsoft':
      return [
        {
          title: 'Microsoft Entra : inscription d’application',
          lines: [
            'Type : client public / natif (bureau) ; aucun secret.',
            'URI de redirection : http://localhost (plateforme « Applications mobiles et de bureau »).',
            'Autorisations déléguées : Office 365 Exchange Online › SMTP.Send, et offline_access ; consentement d’administrateur si l’annuaire l’exige.',
            `Exchange : « SMTP authentifié » activé pour ${shown(user)} (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).`,
            'À rendre à l’utilisateur : l’ID d’application (client) et l’ID d’annuaire (tenant).',
          ],
        },
        {
          title: 'Si l’inscription est refusée',
          lines: [
            'Un relais SMTP interne, ou celui d’un fournisseur d’envoi, avec un identifiant et un mot de passe.',
            'À défaut : les brouillons .eml d’Encours, ouverts dans Outlook classique (le nouvel Outlook ne les ouvre pas en brouillon).',
          ],
        },
      ];
    case 'google':
      return [
        {
          title: 'Google Cloud : identifiant OAuth',
          lines: [
            'Type : application de bureau ; API Gmail activée.',
            'Champ d’application : https://mail.google.com/ ; application « interne » à l’organisation.',
            'À rendre à l’utilisateur : l’ID client et le secret client.',
          ],
        },
      ];
    case 'password':
      return [
        {
          title: 'Connexion',
          lines: [
            'Identification SMTP par LOGIN ou PLAIN, sous chiffrement.',
            'Si la boîte a une double authentification : un mot de passe d’application.',
            'Microsoft 365 ferme peu à peu la connexion par mot de passe : préférer « Compte Microsoft ».',
          ],
        },
      ];
    default:
      return [
        {
          title: 'Connexion',
          lines: [
            'Relais sans identification : adresse IP de ce poste à autoriser sur le serveur.',
          ],
        },
      ];
  }
}

function english(account: Account): SheetPart[] {
  const { host, port, security, user, fromAddress } = account;
  return [
    {
      title: 'What the program does',
      lines: [
        'Encours is a desktop program without a server: it sends invoice reminders from this computer, in the name of the mailbox below.',
        `Mailbox: ${shown(user)}; sender’s address: ${shown(fromAddress)}.`,
        'It opens no port to the outside and reads no mailbox.',
      ],
    },
    {
      title: 'Network',
      lines: [
        `Outgoing TCP from this computer to ${shown(host)}, port ${port} (${SECURITY[security]}), certificate checked.`,
        account.login === 'microsoft' ? 'Outgoing HTTPS to login.microsoftonline.com.' : '',
        account.login === 'google'
          ? 'Outgoing HTTPS to accounts.google.com and oauth2.googleapis.com.'
          : '',
        'No TLS interception by the firewall, or its authority installed in the system’s store.',
      ],
    },
    ...englishLogin(account),
    {
      title: 'For messages to arrive',
      lines: [
        `SPF and DKIM of the domain ${domainOf(fromAddress)} cover this server.`,
        'Where the sender is not the mailbox itself: the right “Send as”.',
        'The sending limit of the mailbox is known (Microsoft 365: 30 messages a minute, 10,000 recipients a day).',
      ],
    },
  ];
}

function englishLogin({ login, user }: Account): SheetPart[] {
  switch (login) {
    case 'microsoft':
      return [
        {
          title: 'Microsoft Entra: application registration',
          lines: [
            'Type: public / native client (desktop); no secret.',
            'Redirect URI: http://localhost (platform “Mobile and desktop applications”).',
            'Delegated permissions: Office 365 Exchange Online › SMTP.Send, and offline_access; administrator’s consent where the directory asks for it.',
            `Exchange: “Authenticated SMTP” enabled for ${shown(user)} (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).`,
            'To hand to the user: the application (client) ID and the directory (tenant) ID.',
          ],
        },
        {
          title: 'If the registration is refused',
          lines: [
            'An internal SMTP relay, or that of a sending provider, with a user name and a password.',
            'Failing that: the .eml drafts of Encours, opened in classic Outlook (the new Outlook does not open them as drafts).',
          ],
        },
      ];
    case 'google':
      return [
        {
          title: 'Google Cloud: OAuth identifier',
          lines: [
            'Type: desktop application; Gmail API enabled.',
            'Scope: https://mail.google.com/; application “internal” to the organisation.',
            'To hand to the user: the client ID and the client secret.',
          ],
        },
      ];
    case 'password':
      return [
        {
          title: 'Login',
          lines: [
            'SMTP login by LOGIN or PLAIN, encrypted.',
            'If the mailbox has two-factor authentication: an application password.',
            'Microsoft 365 is closing password login step by step: prefer “Microsoft account”.',
          ],
        },
      ];
    default:
      return [
        {
          title: 'Login',
          lines: [
            'Relay without login: the IP address of this computer to be allowed on the server.',
          ],
        },
      ];
  }
}

function domainOf(address: string): string {
  return shown(address.split('@')[1] ?? '');
}
