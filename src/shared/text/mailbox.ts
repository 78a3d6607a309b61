/** What is said of the reading of a mailbox: how it went, and what stops it. */
import type { MailboxFault, MailboxProblem } from '../domain/mail/mailbox-fault.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';
import { type Advice, mailText } from './mail.ts';

interface MailboxWords {
  /** Faults that are said otherwise than where a message is sent. */
  readonly fault: Partial<Readonly<Record<MailboxFault, Advice>>>;
  readonly other: Advice;
  readonly notSet: Advice;
  readonly opened: (folder: string, count: number) => string;
  readonly folders: (names: readonly string[]) => string;
  readonly read: (replies: number, waiting: number) => string;
}

const SHOWN_FOLDERS = 20;

export const mailboxText = bilingual<MailboxWords>({
  fr: {
    fault: {
      connection_refused: {
        said: 'Le serveur existe mais rien ne répond à ce port.',
        toDo: 'Vérifier le port : 993 avec TLS, 143 avec STARTTLS.',
      },
      plaintext_forbidden: {
        said: 'Sans chiffrement, le mot de passe se lirait en chemin.',
        toDo: 'Choisir TLS ou STARTTLS ; « Aucun » ne vaut que pour cet ordinateur.',
      },
      starttls_missing: {
        said: 'Ce serveur ne propose pas STARTTLS.',
        toDo: 'Choisir TLS, port 993.',
      },
      tls: {
        said: 'La connexion chiffrée n’a pas pu s’établir.',
        toDo: 'Vérifier le chiffrement et le port : 993 avec TLS, 143 avec STARTTLS.',
      },
      login_refused: {
        said: 'Le serveur refuse l’identifiant ou le mot de passe.',
        toDo: 'Saisir à nouveau le mot de passe ; certains fournisseurs exigent un mot de passe d’application, ou que l’accès IMAP soit ouvert.',
      },
      consent_needed: {
        said: 'L’accord du fournisseur ne couvre pas la lecture.',
        toDo: 'Redemander l’accord dans « Accord du fournisseur », la lecture étant en marche.',
      },
      mailbox_missing: {
        said: 'Ce dossier n’existe pas dans la boîte.',
        toDo: 'Reprendre un des noms ci-dessous, tel quel ; INBOX est la boîte de réception.',
      },
      server_refused: {
        said: 'Le serveur a refusé la lecture.',
        toDo: 'Donner sa réponse à l’informatique.',
      },
    },
    other: {
      said: 'La boîte n’a pas pu être lue.',
      toDo: 'Elle sera essayée à nouveau.',
    },
    notSet: {
      said: 'La boîte n’est pas réglée.',
      toDo: 'Compléter le serveur et l’identifiant, puis enregistrer.',
    },
    opened: (folder, count) =>
      count === 0
        ? `Connexion réussie : le dossier ${folder} est vide.`
        : `Connexion réussie : ${count} message${count > 1 ? 's' : ''} dans ${folder}.`,
    folders: (names) => `Dossiers de la boîte : ${shown(names)}`,
    read: (replies, waiting) => {
      if (replies + waiting === 0) return 'Boîte lue : rien de nouveau.';
      const said = `${replies} réponse${replies > 1 ? 's' : ''} notée${replies > 1 ? 's' : ''}`;
      return `Boîte lue : ${said}, ${waiting} à attribuer.`;
    },
  },
  en: {
    fault: {
      connection_refused: {
        said: 'The server exists but nothing answers at this port.',
        toDo: 'Check the port: 993 with TLS, 143 with STARTTLS.',
      },
      plaintext_forbidden: {
        said: 'Without encryption, the password could be read on its way.',
        toDo: 'Choose TLS or STARTTLS; “None” is for this computer only.',
      },
      starttls_missing: {
        said: 'This server does not offer STARTTLS.',
        toDo: 'Choose TLS, port 993.',
      },
      tls: {
        said: 'The encrypted connection could not be made.',
        toDo: 'Check the encryption and the port: 993 with TLS, 143 with STARTTLS.',
      },
      login_refused: {
        said: 'The server refuses the user name or the password.',
        toDo: 'Type the password again; some providers ask for an application password, or for IMAP access to be opened.',
      },
      consent_needed: {
        said: 'The provider’s consent does not cover reading.',
        toDo: 'Ask for it again in “Consent of the provider”, with reading switched on.',
      },
      mailbox_missing: {
        said: 'This folder does not exist in the mailbox.',
        toDo: 'Take one of the names below, as it is; INBOX is where mails arrive.',
      },
      server_refused: {
        said: 'The server refused the reading.',
        toDo: 'Give its answer to IT.',
      },
    },
    other: {
      said: 'The mailbox could not be read.',
      toDo: 'It will be tried again.',
    },
    notSet: {
      said: 'The mailbox is not set.',
      toDo: 'Complete the server and the user name, then save.',
    },
    opened: (folder, count) =>
      count === 0
        ? `Connected: the folder ${folder} is empty.`
        : `Connected: ${count} message${count > 1 ? 's' : ''} in ${folder}.`,
    folders: (names) => `Folders of the mailbox: ${shown(names)}`,
    read: (replies, waiting) => {
      if (replies + waiting === 0) return 'Mailbox read: nothing new.';
      return `Mailbox read: ${replies} repl${replies > 1 ? 'ies' : 'y'} recorded, ${waiting} to attribute.`;
    },
  },
});

function shown(names: readonly string[]): string {
  return names.slice(0, SHOWN_FOLDERS).join(', ') + (names.length > SHOWN_FOLDERS ? '…' : '');
}

/** What happened and what to do. */
export function mailboxAdvice({ fault }: MailboxProblem, language: Language): Advice {
  const words = mailboxText[language];
  const sending: Partial<Readonly<Record<MailboxFault, Advice>>> = mailText[language].fault;
  return words.fault[fault] ?? sending[fault] ?? words.other;
}
