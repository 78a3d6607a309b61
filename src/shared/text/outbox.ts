/** Sentences of the outbox: where a message stands, why it waits, what to do. */
import type { NoticeStatus } from '../domain/outbox/notice-state.ts';
import { bilingual } from './bilingual.ts';

interface OutboxWords {
  readonly status: Readonly<Record<NoticeStatus, string>>;
  readonly waitingFor: Readonly<
    Record<'hold' | 'hours' | 'throttle' | 'network' | 'account' | 'guard', string>
  >;
  readonly approvedHeld: string;
  readonly builtHeld: string;
  readonly sentVia: (response: string) => string;
  readonly writtenTo: (file: string) => string;
  readonly uncertain: string;
  /** Handed over as a draft. */
  readonly exported: string;
  /** The state of such a message, in a word. */
  readonly handedOver: string;
  readonly sentByHand: string;
  readonly uncertainAfterCrash: string;
  readonly cancelledBy: (reason: string) => string;
  readonly heldBack: (sentence: string) => string;
  readonly notBuilt: Readonly<Record<string, string>>;
  readonly tryAgainAt: (sentence: string, time: string) => string;
  /** Not yet left when the ledger was put back to a copy. */
  readonly cancelledOnCopy: string;
  readonly foundInLog: string;
  readonly foundUncertain: string;
  readonly toPrint: string;
  readonly toPost: string;
  readonly posted: (day: string) => string;
}

export const outboxText = bilingual<OutboxWords>({
  fr: {
    status: {
      approved: 'En préparation',
      built: 'Prêt',
      sending: 'Envoi en cours',
      sent: 'Envoyé',
      failed: 'Échec',
      deferred: 'Nouvel essai prévu',
      uncertain: 'Incertain',
      cancelled: 'Annulé',
      printed: 'Imprimé, à poster',
      posted: 'Posté',
      bounced: 'Revenu',
    },
    waitingFor: {
      hold: 'Rappel encore possible.',
      hours: 'En dehors des jours et heures d’envoi.',
      throttle: 'Nombre de messages par heure atteint.',
      network: 'Pas de réseau : les messages partiront à son retour.',
      account: 'Le compte de messagerie refuse les envois : vérifiez Réglages › E-mail.',
      guard: 'Envois retenus.',
    },
    approvedHeld: 'Approuvé, le message se prépare.',
    builtHeld: 'Prêt à partir ; vous pouvez encore le rappeler.',
    sentVia: (response) => `Accepté par le serveur : ${response}`,
    writtenTo: (file) => `Écrit dans le dossier des messages : ${file}`,
    exported:
      'Exporté en brouillon : envoyez-le depuis votre messagerie, puis marquez-le comme envoyé. Il ne partira pas d’ici.',
    handedOver: 'Brouillon exporté',
    sentByHand: 'Envoyé à la main, depuis un brouillon exporté.',
    uncertain:
      'Le serveur n’a pas répondu après avoir reçu le message. Cherchez-le dans vos éléments envoyés ou demandez au client, puis dites s’il est parti.',
    uncertainAfterCrash:
      'L’application s’est arrêtée pendant l’envoi. Cherchez le message dans vos éléments envoyés ou demandez au client, puis dites s’il est parti.',
    cancelledBy: (reason) => (reason === '' ? 'Rappelé avant de partir.' : `Rappelé : ${reason}`),
    heldBack: (sentence) => `Retenu au moment de partir : ${sentence}`,
    notBuilt: {
      mail_too_large:
        'Les pièces jointes dépassent la taille permise : retirez-en ou relevez la limite.',
      no_addressee: 'Aucune adresse valable : complétez le contact.',
      mail_address_invalid: 'L’adresse n’est pas une adresse de messagerie.',
      address_incomplete: 'L’adresse postale est incomplète : code postal et ville sont à saisir.',
      file_missing: 'Le message préparé a disparu du disque : réessayez pour le refaire.',
    },
    tryAgainAt: (sentence, time) => `${sentence} Nouvel essai à ${time}.`,
    cancelledOnCopy:
      'Annulé : décidé avant la restauration de ce dossier. Les relances du jour le proposent à nouveau s’il y a lieu.',
    foundInLog: 'Parti avant la restauration de ce dossier.',
    foundUncertain:
      'Peut-être parti avant la restauration de ce dossier : vérifiez, puis dites s’il est parti.',
    toPrint: 'À imprimer.',
    toPost: 'Imprimé ; le niveau avance quand vous confirmez le dépôt.',
    posted: (day) => `Posté le ${day}.`,
  },
  en: {
    status: {
      approved: 'In preparation',
      built: 'Ready',
      sending: 'Being sent',
      sent: 'Sent',
      failed: 'Failed',
      deferred: 'To be tried again',
      uncertain: 'Uncertain',
      cancelled: 'Cancelled',
      printed: 'Printed, to be posted',
      posted: 'Posted',
      bounced: 'Returned',
    },
    waitingFor: {
      hold: 'May still be called back.',
      hours: 'Outside the sending days and hours.',
      throttle: 'Number of messages per hour reached.',
      network: 'No network: messages will leave when it is back.',
      account: 'The mail account refuses to send: check Settings › E-mail.',
      guard: 'Sending is held.',
    },
    approvedHeld: 'Approved, the message is being prepared.',
    builtHeld: 'Ready to leave; you may still call it back.',
    sentVia: (response) => `Accepted by the server: ${response}`,
    writtenTo: (file) => `Written to the messages folder: ${file}`,
    exported:
      'Exported as a draft: send it from your mail program, then mark it as sent. It will not leave from here.',
    handedOver: 'Draft exported',
    sentByHand: 'Sent by hand, from an exported draft.',
    uncertain:
      'The server gave no answer after the message. Look in your sent items or ask the customer, then say whether it left.',
    uncertainAfterCrash:
      'The application stopped while sending. Look in your sent items or ask the customer, then say whether it left.',
    cancelledBy: (reason) =>
      reason === '' ? 'Called back before leaving.' : `Called back: ${reason}`,
    heldBack: (sentence) => `Held at the moment of leaving: ${sentence}`,
    notBuilt: {
      mail_too_large: 'The attachments are above the allowed size: remove some or raise the limit.',
      no_addressee: 'No valid address: complete the contact.',
      mail_address_invalid: 'The address is not a mail address.',
      address_incomplete: 'The postal address is incomplete: postcode and town are needed.',
      file_missing: 'The prepared message is gone from the disk: try again to make it anew.',
    },
    tryAgainAt: (sentence, time) => `${sentence} Next try at ${time}.`,
    cancelledOnCopy:
      'Cancelled: decided before this file was restored. The day’s reminders propose it again where due.',
    foundInLog: 'Left before this file was restored.',
    foundUncertain: 'May have left before this file was restored: check, then say whether it left.',
    toPrint: 'To be printed.',
    toPost: 'Printed; the level moves when you confirm the posting.',
    posted: (day) => `Posted on ${day}.`,
  },
});
