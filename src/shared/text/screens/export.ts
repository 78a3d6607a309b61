/** Words about files made and views saved. */
import { bilingual } from '../bilingual.ts';

export const exportText = bilingual({
  fr: {
    failed: 'Le document n’a pas pu être produit. Réessayer depuis la liste.',
    viewSaved: 'Vue enregistrée.',
    viewRemoved: 'Vue supprimée.',
  },
  en: {
    failed: 'The document could not be made. Try again from the list.',
    viewSaved: 'View saved.',
    viewRemoved: 'View removed.',
  },
});
