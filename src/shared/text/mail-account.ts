/** What is answered about the mail account: a consent asked for, a message sent to oneself. */
import { bilingual } from './bilingual.ts';

type ConsentWord =
  | 'none'
  | 'waiting'
  | 'given'
  | 'consent_denied'
  | 'consent_timeout'
  | 'consent_cancelled'
  | 'consent_not_lasting'
  | 'token_unreachable';

interface MailAccountWords {
  readonly consent: Readonly<Record<ConsentWord, string>>;
  readonly testSubject: (subject: string) => string;
  readonly testAccepted: (to: string) => string;
  readonly testWritten: string;
  readonly testUncertain: string;
  readonly bounce: (address: string) => string;
}

export const mailAccountText = bilingual<MailAccountWords>({
  fr: {
    consent: {
      none: 'Aucun accord demandé.',
      waiting: 'La page du fournisseur est ouverte dans le navigateur : y donner l’accord.',
      given: 'Accord reçu. Vérifier maintenant la connexion.',
      consent_denied:
        'L’accord n’a pas été donné. Si la page demande un administrateur, transmettre la fiche ci-dessous à l’informatique.',
      consent_timeout: 'La page est restée sans réponse dix minutes. Recommencer.',
      consent_cancelled: 'Demande abandonnée. Recommencer quand vous le voulez.',
      consent_not_lasting:
        'L’accord ne vaut qu’une heure. Faire ajouter l’accès hors connexion (offline_access) à l’application inscrite.',
      token_unreachable:
        'Le fournisseur n’a pas confirmé l’accord. Vérifier le réseau et l’identifiant de l’application.',
    },
    testSubject: (subject) => `[Essai] ${subject}`,
    testAccepted: (to) =>
      `Le serveur a accepté le message d’essai pour ${to}. Le chercher dans la boîte de réception, puis confirmer.`,
    testWritten: 'Le message d’essai est écrit dans le dossier des messages.',
    testUncertain:
      'Le serveur n’a pas répondu après avoir reçu le message d’essai. Regarder s’il est arrivé.',
    bounce: (address) => `Message revenu : ${address} refuse.`,
  },
  en: {
    consent: {
      none: 'No consent asked for.',
      waiting: 'The provider’s page is open in the browser: give the consent there.',
      given: 'Consent received. Check the connection now.',
      consent_denied:
        'The consent was not given. If the page asks for an administrator, hand the sheet below to IT.',
      consent_timeout: 'The page had no answer for ten minutes. Start again.',
      consent_cancelled: 'Request given up. Start again whenever you like.',
      consent_not_lasting:
        'The consent holds for an hour only. Have offline access (offline_access) added to the registered application.',
      token_unreachable:
        'The provider did not confirm the consent. Check the network and the application’s identifier.',
    },
    testSubject: (subject) => `[Test] ${subject}`,
    testAccepted: (to) =>
      `The server accepted the test message for ${to}. Look for it in the inbox, then confirm.`,
    testWritten: 'The test message is written in the folder of messages.',
    testUncertain: 'The server gave no answer after the test message. Look whether it has arrived.',
    bounce: (address) => `Message returned: ${address} refuses.`,
  },
});
