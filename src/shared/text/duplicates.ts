/** Names of what a message with duplicates joins, as the customer reads them. */
import { bilingual } from './bilingual.ts';

export const duplicatesText = bilingual({
  fr: {
    invoice: (documentNumber: string) => `facture ${documentNumber}`,
    statement: 'relevé de compte',
    /** What is asked for and has no PDF: the message must not claim to join it. */
    separately: (documents: readonly string[]) =>
      documents.length === 1
        ? `La copie de la facture ${documents.join()} vous parviendra séparément.`
        : `Les copies des factures ${documents.join(', ')} vous parviendront séparément.`,
  },
  en: {
    invoice: (documentNumber: string) => `invoice ${documentNumber}`,
    statement: 'statement of account',
    separately: (documents: readonly string[]) =>
      documents.length === 1
        ? `The copy of invoice ${documents.join()} will reach you separately.`
        : `The copies of invoices ${documents.join(', ')} will reach you separately.`,
  },
});
