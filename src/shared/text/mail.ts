/**
 * What is said about mail accounts and messages: why a server refused and what to do, what stopped
 * a sending, the steps of a connection check.
 *
 * A technical detail (the server's own words) goes under the sentence, never in its place.
 */
import type { DiagnosisStep, DiagnosisStepKind } from '../domain/mail/diagnosis.ts';
import type { MailProblem } from '../domain/mail/mail-problem.ts';
import { type RefusalKind, type RefusalReply, refusalKindOf } from '../domain/mail/refusal-kind.ts';
import type { SendFault } from '../domain/mail/send-outcome.ts';
import type { Language } from '../format/language.ts';
import { formatDecimal } from '../format/number.ts';
import { NO_BREAK_SPACE } from '../format/spaces.ts';
import type { Bilingual } from './bilingual.ts';
import { bilingual } from './bilingual.ts';

/** What happened, and what to do about it. */
export interface Advice {
  readonly said: string;
  readonly toDo: string;
}

interface MailWords {
  readonly refusal: Readonly<Record<RefusalKind, Advice>>;
  readonly fault: Readonly<Record<SendFault, Advice>>;
  readonly uncertain: Advice;
  /** Microsoft's refusal of every password, whatever the password. */
  readonly smtpAuthDisabled: Advice;
  readonly step: Readonly<Record<DiagnosisStepKind, string>>;
  readonly consent: {
    readonly received: string;
    readonly denied: string;
    readonly notAwaited: string;
  };
  readonly problem: {
    readonly noAddressee: string;
    readonly addressInvalid: (address: string) => string;
    readonly tooLarge: (size: string, max: string, fileName: string) => string;
  };
  readonly reader: {
    readonly notAMessage: string;
    readonly tooLarge: string;
  };
}

export const mailText: Bilingual<MailWords> = bilingual<MailWords>({
  fr: {
    refusal: {
      mailbox_unknown: {
        said: 'Cette adresse n’existe pas chez le destinataire.',
        toDo: 'L’adresse est marquée. Appeler pour en obtenir une autre, ou envoyer un courrier.',
      },
      domain_unknown: {
        said: 'Le domaine de cette adresse n’existe pas.',
        toDo: 'L’adresse est marquée. Vérifier ce qui suit le @, ou appeler le client.',
      },
      address_malformed: {
        said: 'Le serveur ne reconnaît pas la forme de cette adresse.',
        toDo: 'L’adresse est marquée. La corriger dans la fiche du client.',
      },
      mailbox_disabled: {
        said: 'Cette boîte aux lettres est désactivée.',
        toDo: 'L’adresse est marquée. Appeler pour connaître le nouvel interlocuteur.',
      },
      mailbox_full: {
        said: 'La boîte aux lettres du destinataire est pleine.',
        toDo: 'Appeler le client, ou écrire à un autre de ses contacts.',
      },
      message_too_big: {
        said: 'Le message est trop lourd pour ce serveur.',
        toDo: 'Envoyer moins de pièces jointes, ou le relevé seul.',
      },
      greylisted: {
        said: 'Le serveur demande de revenir dans quelques minutes.',
        toDo: 'Rien à faire : le message repart de lui-même.',
      },
      rate_limited: {
        said: 'Le serveur trouve les envois trop nombreux pour le moment.',
        toDo: 'Le message repart plus tard. Si cela dure, baisser le nombre d’envois par heure.',
      },
      authentication: {
        said: 'Le serveur refuse l’identifiant ou le mot de passe.',
        toDo: 'Saisir à nouveau le mot de passe du compte, puis vérifier la connexion.',
      },
      sender_refused: {
        said: 'Le serveur ne laisse pas ce compte écrire avec cette adresse d’expéditeur.',
        toDo: 'Prendre l’adresse du compte, ou faire ajouter le droit « Envoyer en tant que ».',
      },
      relay_denied: {
        said: 'Le serveur n’accepte pas d’écrire hors de son domaine pour ce compte.',
        toDo: 'S’identifier auprès du serveur, ou demander à l’informatique d’autoriser ce poste.',
      },
      spam: {
        said: 'Le message ou le serveur d’envoi est tenu pour indésirable.',
        toDo: 'Prévenir l’informatique en lui donnant la réponse du serveur ; appeler le client.',
      },
      policy: {
        said: 'Une règle du destinataire interdit ce message.',
        toDo: 'Appeler le client. Si plusieurs refusent, donner la réponse à l’informatique.',
      },
      busy: {
        said: 'Le serveur n’est pas disponible pour le moment.',
        toDo: 'Rien à faire : le message repart de lui-même.',
      },
      rejected: {
        said: 'Le serveur a refusé le message.',
        toDo: 'Lire sa réponse ci-dessous, puis appeler le client ou envoyer un courrier.',
      },
    },
    fault: {
      dns: {
        said: 'Le nom du serveur n’est pas trouvé.',
        toDo: 'Vérifier la connexion au réseau, puis le nom du serveur dans les réglages.',
      },
      connection_refused: {
        said: 'Le serveur existe mais rien ne répond à ce port.',
        toDo: 'Vérifier le port : 587 avec STARTTLS, 465 avec TLS.',
      },
      unreachable: {
        said: 'Le réseau ne mène pas jusqu’au serveur.',
        toDo: 'Vérifier la connexion, ou le VPN de l’entreprise. L’envoi attend.',
      },
      connect_timeout: {
        said: 'Le serveur ne répond pas.',
        toDo: 'Vérifier le port ; un pare-feu le bloque peut-être : demander à l’informatique.',
      },
      greeting_timeout: {
        said: 'Le serveur est joint mais ne se présente pas.',
        toDo: 'Vérifier le port et la sécurité : 465 demande TLS, 587 demande STARTTLS.',
      },
      timeout: {
        said: 'Le serveur a cessé de répondre.',
        toDo: 'Rien à faire : l’envoi est tenté de nouveau.',
      },
      connection_lost: {
        said: 'La connexion a été coupée.',
        toDo: 'Rien à faire : l’envoi est tenté de nouveau. Si cela dure, prévenir l’informatique.',
      },
      protocol: {
        said: 'Ce qui répond à cette adresse n’est pas un serveur de messagerie.',
        toDo: 'Vérifier le nom du serveur et le port.',
      },
      starttls_missing: {
        said: 'Le serveur ne propose pas de chiffrement (STARTTLS). Rien n’a été envoyé.',
        toDo: 'Essayer le port 465 avec TLS, ou demander à l’informatique.',
      },
      plaintext_forbidden: {
        said: 'Sans chiffrement, Encours n’écrit qu’à un serveur de cet ordinateur.',
        toDo: 'Choisir STARTTLS ou TLS.',
      },
      certificate_expired: {
        said: 'Le certificat du serveur est périmé.',
        toDo: 'Le faire renouveler. Vérifier aussi la date de cet ordinateur.',
      },
      certificate_not_yet_valid: {
        said: 'Le certificat du serveur n’est pas encore valable.',
        toDo: 'Vérifier la date de cet ordinateur.',
      },
      certificate_name: {
        said: 'Le certificat est celui d’un autre nom que ce serveur.',
        toDo: 'Écrire dans les réglages le nom qui figure au certificat.',
      },
      certificate_untrusted: {
        said: 'Cet ordinateur ne connaît pas l’autorité qui a signé le certificat.',
        toDo: 'Faire installer le certificat racine de l’entreprise dans le système.',
      },
      tls: {
        said: 'Le chiffrement n’a pas pu s’établir.',
        toDo: 'Vérifier le port et la sécurité : 465 avec TLS, 587 avec STARTTLS.',
      },
      auth_not_offered: {
        said: 'Le serveur ne propose aucune façon de s’identifier qu’Encours connaisse.',
        toDo: 'Choisir l’autre façon (mot de passe, Microsoft ou Google), ou un autre port.',
      },
      secret_missing: {
        said: 'Le mot de passe de ce compte n’est pas dans le trousseau de cet ordinateur.',
        toDo: 'Le saisir dans les réglages du compte.',
      },
      consent_needed: {
        said: 'Microsoft ou Google demande une nouvelle autorisation.',
        toDo: 'Autoriser Encours depuis les réglages du compte.',
      },
      token_unreachable: {
        said: 'Microsoft ou Google n’a pas répondu à la demande d’accès.',
        toDo: 'Vérifier la connexion. L’envoi est tenté de nouveau.',
      },
      address_invalid: {
        said: 'Cette adresse n’en est pas une.',
        toDo: 'La corriger dans la fiche du client.',
      },
      folder_unwritable: {
        said: 'Impossible d’écrire dans le dossier des messages.',
        toDo: 'Vérifier la place sur le disque et les droits sur le dossier.',
      },
      aborted: {
        said: 'L’envoi a été arrêté avant le départ.',
        toDo: 'Rien n’est parti.',
      },
    },
    uncertain: {
      said: 'Le message est parti en entier, mais le serveur n’a pas confirmé.',
      toDo: 'Chercher dans les éléments envoyés, ou appeler ; dire ensuite s’il est parti ou non.',
    },
    smtpAuthDisabled: {
      said: 'Microsoft 365 refuse l’envoi par mot de passe pour cette boîte.',
      toDo: 'Faire activer « SMTP authentifié » par l’informatique, ou choisir la connexion Microsoft.',
    },
    step: {
      settings: 'Réglages du compte',
      dns: 'Nom du serveur',
      port: 'Port',
      certificate: 'Certificat',
      greeting: 'Accueil du serveur',
      starttls: 'Chiffrement',
      secret: 'Mot de passe ou autorisation',
      auth_methods: 'Façons de s’identifier',
      auth: 'Identification',
      sender: 'Expéditeur',
      recipient: 'Destinataire',
      folder: 'Dossier',
    },
    consent: {
      received: 'Encours a reçu l’autorisation. Cet onglet peut être fermé.',
      denied: 'L’autorisation n’a pas été donnée. Cet onglet peut être fermé.',
      notAwaited: 'Encours n’attend pas cette réponse. Recommencer depuis les réglages du compte.',
    },
    problem: {
      noAddressee: 'Aucun destinataire : choisir un contact qui a une adresse.',
      addressInvalid: (address) => `« ${address} » n’est pas une adresse. La corriger.`,
      tooLarge: (size, max, fileName) =>
        `Pièces trop lourdes : ${size} pour ${max} au plus.${fileName === '' ? '' : ` La plus lourde est « ${fileName} ».`} En retirer.`,
    },
    reader: {
      notAMessage: 'Ce fichier n’est pas un message. Déposer un fichier .eml ou .msg.',
      tooLarge: 'Ce message est trop volumineux. L’enregistrer sans ses pièces jointes.',
    },
  },
  en: {
    refusal: {
      mailbox_unknown: {
        said: 'This address does not exist at the recipient’s.',
        toDo: 'The address is marked. Call for another one, or send a letter.',
      },
      domain_unknown: {
        said: 'The domain of this address does not exist.',
        toDo: 'The address is marked. Check what follows the @, or call the customer.',
      },
      address_malformed: {
        said: 'The server does not take this address for one.',
        toDo: 'The address is marked. Correct it in the customer’s file.',
      },
      mailbox_disabled: {
        said: 'This mailbox is disabled.',
        toDo: 'The address is marked. Call to learn who to write to now.',
      },
      mailbox_full: {
        said: 'The recipient’s mailbox is full.',
        toDo: 'Call the customer, or write to another contact.',
      },
      message_too_big: {
        said: 'The message is too big for this server.',
        toDo: 'Send fewer attachments, or the statement alone.',
      },
      greylisted: {
        said: 'The server asks to come back in a few minutes.',
        toDo: 'Nothing to do: the message leaves again by itself.',
      },
      rate_limited: {
        said: 'The server finds there are too many messages for now.',
        toDo: 'The message leaves later. If it lasts, lower the number of messages per hour.',
      },
      authentication: {
        said: 'The server refuses the user name or the password.',
        toDo: 'Type the account’s password again, then check the connection.',
      },
      sender_refused: {
        said: 'The server does not let this account write with this sender address.',
        toDo: 'Take the account’s own address, or have the “Send as” right added.',
      },
      relay_denied: {
        said: 'The server does not write outside its domain for this account.',
        toDo: 'Log in to the server, or ask IT to allow this computer.',
      },
      spam: {
        said: 'The message or the sending server is taken for spam.',
        toDo: 'Give the server’s answer to IT; call the customer.',
      },
      policy: {
        said: 'A rule of the recipient forbids this message.',
        toDo: 'Call the customer. If several refuse, give the answer to IT.',
      },
      busy: {
        said: 'The server is not available for now.',
        toDo: 'Nothing to do: the message leaves again by itself.',
      },
      rejected: {
        said: 'The server refused the message.',
        toDo: 'Read its answer below, then call the customer or send a letter.',
      },
    },
    fault: {
      dns: {
        said: 'The server’s name is not found.',
        toDo: 'Check the network, then the server’s name in the settings.',
      },
      connection_refused: {
        said: 'The server exists but nothing answers on this port.',
        toDo: 'Check the port: 587 with STARTTLS, 465 with TLS.',
      },
      unreachable: {
        said: 'The network does not lead to the server.',
        toDo: 'Check the network, or the company’s VPN. The message waits.',
      },
      connect_timeout: {
        said: 'The server does not answer.',
        toDo: 'Check the port; a firewall may block it: ask IT.',
      },
      greeting_timeout: {
        said: 'The server is reached but does not introduce itself.',
        toDo: 'Check port and security: 465 wants TLS, 587 wants STARTTLS.',
      },
      timeout: {
        said: 'The server stopped answering.',
        toDo: 'Nothing to do: sending is tried again.',
      },
      connection_lost: {
        said: 'The connection was cut.',
        toDo: 'Nothing to do: sending is tried again. If it lasts, tell IT.',
      },
      protocol: {
        said: 'What answers at this address is no mail server.',
        toDo: 'Check the server’s name and the port.',
      },
      starttls_missing: {
        said: 'The server offers no encryption (STARTTLS). Nothing was sent.',
        toDo: 'Try port 465 with TLS, or ask IT.',
      },
      plaintext_forbidden: {
        said: 'Without encryption, Encours writes to a server of this computer only.',
        toDo: 'Choose STARTTLS or TLS.',
      },
      certificate_expired: {
        said: 'The server’s certificate has expired.',
        toDo: 'Have it renewed. Check this computer’s date as well.',
      },
      certificate_not_yet_valid: {
        said: 'The server’s certificate is not valid yet.',
        toDo: 'Check this computer’s date.',
      },
      certificate_name: {
        said: 'The certificate belongs to another name than this server’s.',
        toDo: 'Write in the settings the name that the certificate shows.',
      },
      certificate_untrusted: {
        said: 'This computer does not know the authority that signed the certificate.',
        toDo: 'Have the company’s root certificate installed in the system.',
      },
      tls: {
        said: 'Encryption could not be established.',
        toDo: 'Check port and security: 465 with TLS, 587 with STARTTLS.',
      },
      auth_not_offered: {
        said: 'The server offers no way to log in that Encours knows.',
        toDo: 'Choose the other way (password, Microsoft or Google), or another port.',
      },
      secret_missing: {
        said: 'The password of this account is not in this computer’s keychain.',
        toDo: 'Type it in the account’s settings.',
      },
      consent_needed: {
        said: 'Microsoft or Google asks for a new consent.',
        toDo: 'Allow Encours from the account’s settings.',
      },
      token_unreachable: {
        said: 'Microsoft or Google did not answer the request for access.',
        toDo: 'Check the network. Sending is tried again.',
      },
      address_invalid: {
        said: 'This address is not one.',
        toDo: 'Correct it in the customer’s file.',
      },
      folder_unwritable: {
        said: 'The folder of messages cannot be written to.',
        toDo: 'Check the room on the disk and the rights on the folder.',
      },
      aborted: { said: 'Sending was stopped before leaving.', toDo: 'Nothing left.' },
    },
    uncertain: {
      said: 'The whole message left, but the server did not confirm.',
      toDo: 'Look in the sent items, or call; then say whether it left or not.',
    },
    smtpAuthDisabled: {
      said: 'Microsoft 365 refuses to send by password for this mailbox.',
      toDo: 'Have IT enable “Authenticated SMTP”, or choose the Microsoft login.',
    },
    step: {
      settings: 'Account settings',
      dns: 'Server name',
      port: 'Port',
      certificate: 'Certificate',
      greeting: 'Server’s greeting',
      starttls: 'Encryption',
      secret: 'Password or consent',
      auth_methods: 'Ways to log in',
      auth: 'Login',
      sender: 'Sender',
      recipient: 'Recipient',
      folder: 'Folder',
    },
    consent: {
      received: 'Encours has received the consent. This tab can be closed.',
      denied: 'The consent was not given. This tab can be closed.',
      notAwaited: 'Encours does not expect this answer. Start again from the account’s settings.',
    },
    problem: {
      noAddressee: 'No recipient: choose a contact that has an address.',
      addressInvalid: (address) => `“${address}” is not an address. Correct it.`,
      tooLarge: (size, max, fileName) =>
        `Attachments too heavy: ${size} for ${max} at most.${fileName === '' ? '' : ` The heaviest is “${fileName}”.`} Take some off.`,
    },
    reader: {
      notAMessage: 'This file is not a message. Drop an .eml or .msg file.',
      tooLarge: 'This message is too large. Save it without its attachments.',
    },
  },
});

/** What a server's refusal means. */
export function refusalAdvice(reply: RefusalReply, language: Language): Advice {
  const words = mailText[language];
  const isDisabled = ['5.7.139', '5.7.57'].includes(reply.enhancedCode);
  if (reply.phase === 'authentication' && isDisabled) return words.smtpAuthDisabled;
  return words.refusal[refusalKindOf(reply)];
}

/** What a failed step of a check means; null for one that passed. */
export function stepAdvice(tried: DiagnosisStep, language: Language): Advice | null {
  const { step, fault, reply } = tried;
  if (fault === null) return null;
  if (fault !== 'refused') return mailText[language].fault[fault];
  const phase = PHASE_OF_STEP[step] ?? 'connection';
  return refusalAdvice({ phase, ...(reply ?? NO_REPLY) }, language);
}

const NO_REPLY = { smtpCode: 421, enhancedCode: '', text: '' };
const PHASE_OF_STEP: Partial<Record<DiagnosisStepKind, RefusalReply['phase']>> = {
  auth: 'authentication',
  sender: 'sender',
  recipient: 'recipient',
};

/** Why a message could not be written. */
export function mailProblemSentence(problem: MailProblem, language: Language): string {
  const words = mailText[language].problem;
  if (problem.code === 'no_addressee') return words.noAddressee;
  if (problem.code === 'mail_address_invalid') return words.addressInvalid(problem.address);
  const { sizeBytes, bytesMax, fileName } = problem;
  return words.tooLarge(megabytes(sizeBytes, language), megabytes(bytesMax, language), fileName);
}

function megabytes(bytes: number, language: Language): string {
  return `${formatDecimal(bytes / 1_000_000, { language })}${NO_BREAK_SPACE}${language === 'fr' ? 'Mo' : 'MB'}`;
}
