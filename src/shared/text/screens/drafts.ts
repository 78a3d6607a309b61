/** Words of the mails handed over as drafts. */
import { bilingual } from '../bilingual.ts';

export const draftsText = bilingual({
  fr: {
    exportMails: (count: string) => `Exporter en brouillons (${count})`,
    exportNote:
      'Un fichier .eml par message, que votre messagerie ouvre prêt à envoyer. Exporter n’est pas envoyer : les messages exportés attendent dans « À traiter » que vous les marquiez comme envoyés, et ne partiront plus d’ici.',
    exported: (count: string, isOne: boolean) =>
      isOne ? 'Un brouillon exporté.' : `${count} brouillons exportés.`,
    heldBack: (count: string, isOne: boolean) =>
      isOne
        ? 'Un message retenu : voir « Annulés ».'
        : `${count} messages retenus : voir « Annulés ».`,
    markSent: (count: string) => `Marquer comme envoyés (${count})`,
    markNote:
      'Cochez ceux que vous avez vraiment envoyés : leur niveau avance. Pour un brouillon abandonné, « Dire s’il est parti… ».',
    marked: (count: string, isOne: boolean) =>
      isOne ? 'Un message envoyé : son niveau avance.' : `${count} messages envoyés.`,
    again: (count: string) => `Exporter à nouveau (${count})`,
  },
  en: {
    exportMails: (count) => `Export as drafts (${count})`,
    exportNote:
      'One .eml file a message, which your mail program opens ready to send. Exporting is not sending: exported messages wait under “To deal with” until you mark them as sent, and no longer leave from here.',
    exported: (count, isOne) => (isOne ? 'One draft exported.' : `${count} drafts exported.`),
    heldBack: (count, isOne) =>
      isOne ? 'One message held back: see “Cancelled”.' : `${count} held back: see “Cancelled”.`,
    markSent: (count) => `Mark as sent (${count})`,
    markNote:
      'Tick those you really sent: their level moves. For a draft given up, “Say whether it left…”.',
    marked: (count, isOne) =>
      isOne ? 'One message sent: its level moves.' : `${count} messages sent.`,
    again: (count) => `Export again (${count})`,
  },
});
