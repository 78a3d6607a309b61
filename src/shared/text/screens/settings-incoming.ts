/** Words of the settings of the mailbox that customers answer to. */
import { bilingual } from '../bilingual.ts';

export const settingsIncomingText = bilingual({
  fr: {
    reading: 'Lecture de la boîte',
    readingLead:
      'Les en-têtes d’abord ; seuls les courriels qui répondent aux nôtres, ou viennent d’un contact connu, sont lus en entier. Rien n’est supprimé, déplacé ni marqué comme lu.',
    isOn: 'Lire cette boîte',
    sample: 'Société d’exemple : aucune boîte n’est lue, quel que soit ce réglage.',
    neverRead: 'Pas encore lue depuis l’ouverture.',
    lastRead: (moment: string) => `Dernière lecture : ${moment}.`,
    server: 'Serveur de réception (IMAP)',
    logins: { password: 'Mot de passe', consent: 'Accord du compte qui envoie' },
    consent: 'L’accord donné pour l’envoi sert aussi à lire, s’il le couvre.',
    noConsent: 'Aucun accord gardé : le demander dans Réglages › E-mail.',
    folder: 'Dossier lu',
    folderHint: 'INBOX est la boîte de réception. « Tester » montre les autres.',
    every: 'Toutes les',
    minutes: ' min',
    trial: 'Essai',
    trialLead: 'Se connecte et ouvre le dossier, sans lire de courriel.',
    tryIt: 'Tester',
    saveFirst: 'Enregistrer d’abord les changements.',
  },
  en: {
    reading: 'Reading the mailbox',
    readingLead:
      'Headers first; only e-mails that answer ours, or come from a known contact, are read whole. Nothing is deleted, moved or marked as read.',
    isOn: 'Read this mailbox',
    sample: 'Sample company: no mailbox is read, whatever is set here.',
    neverRead: 'Not read yet since the start.',
    lastRead: (moment: string) => `Last read: ${moment}.`,
    server: 'Receiving server (IMAP)',
    logins: { password: 'Password', consent: 'Consent of the sending account' },
    consent: 'The consent given for sending serves for reading too, if it covers it.',
    noConsent: 'No consent kept: ask for it in Settings › E-mail.',
    folder: 'Folder read',
    folderHint: 'INBOX is where mails arrive. “Test” shows the others.',
    every: 'Every',
    minutes: ' min',
    trial: 'Trial',
    trialLead: 'Logs in and opens the folder, without reading any e-mail.',
    tryIt: 'Test',
    saveFirst: 'Save the changes first.',
  },
});
