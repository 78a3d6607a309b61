/** Names of what a message with duplicates joins, as the customer reads them. */
import { bilingual } from './bilingual.ts';

export const duplicatesText = bilingual({
  fr: {
    invoice: (documentNumber: string) => `facture ${documentNumber}`,
    statement: 'relevé de compte',
  },
  en: {
    invoice: (documentNumber: string) => `invoice ${documentNumber}`,
    statement: 'statement of account',
  },
});
