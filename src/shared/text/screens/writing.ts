/** How one customer is written to: the dialog of his file. */
import { bilingual } from '../bilingual.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

export const writingText = bilingual({
  fr: {
    open: 'Façon d’écrire',
    title: 'Façon d’écrire à ce client',
    language: 'Langue',
    languageOwn: 'celle des réglages',
    languages: { fr: 'Français', en: 'Anglais' } as Words<'fr' | 'en'>,
    vipOwner: 'Suivi par (VIP)',
    residue: 'Petit écart jusqu’à',
    residueOwn: 'celui des réglages',
    perInvoice: 'Une facture par message',
    perInvoiceHint: 'Un message par jour au plus ; les autres factures attendent leur tour.',
    freeSentence: 'Phrase libre',
    freeSentenceHint: 'Ajoutée à chacun de ses messages.',
    closures: {
      none: 'Aucune fermeture connue.',
      from: 'Fermé du',
      to: 'au',
      wrong: 'La fermeture se termine avant de commencer.',
      remove: 'Retirer cette fermeture',
      add: 'Ajouter une fermeture',
    },
    save: 'Enregistrer',
    cancel: 'Annuler',
    saved: 'Façon d’écrire enregistrée.',
  },
  en: {
    open: 'How to write',
    title: 'How to write to this customer',
    language: 'Language',
    languageOwn: 'that of the settings',
    languages: { fr: 'French', en: 'English' },
    vipOwner: 'Followed by (VIP)',
    residue: 'Small residue up to',
    residueOwn: 'that of the settings',
    perInvoice: 'One invoice a message',
    perInvoiceHint: 'One message a day at most; other invoices wait for their turn.',
    freeSentence: 'Free sentence',
    freeSentenceHint: 'Added to each of his messages.',
    closures: {
      none: 'No closure known.',
      from: 'Closed from',
      to: 'to',
      wrong: 'The closure ends before it begins.',
      remove: 'Remove this closure',
      add: 'Add a closure',
    },
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Way of writing saved.',
  },
});
