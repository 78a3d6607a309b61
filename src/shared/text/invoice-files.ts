/** What is said of a file of an invoice before it goes in, beside what its match says. */
import { bilingual } from './bilingual.ts';

export const invoiceFilesText = bilingual({
  fr: {
    named: (number: string) =>
      `Ce PDF ne contient pas de facture électronique ; son nom porte le numéro ${number} : il sera joint à cette pièce.`,
    namedKnown: (number: string) => `Le PDF de la pièce ${number} est déjà conservé. Rien à faire.`,
    namedSeveral: (number: string) =>
      `Plusieurs clients ont une pièce ${number}. Joindre ce PDF depuis la fiche du bon client.`,
    otherIban: (iban: string) =>
      `Le compte à payer (${iban}) n’est pas celui de vos coordonnées bancaires.`,
    paidTo: (name: string) => `À payer à ${name} (affacturage).`,
  },
  en: {
    named: (number: string) =>
      `This PDF holds no electronic invoice; its name bears the number ${number}: it will be joined to that item.`,
    namedKnown: (number: string) => `The PDF of item ${number} is kept already. Nothing to do.`,
    namedSeveral: (number: string) =>
      `Several customers have an item ${number}. Join this PDF from the file of the right one.`,
    otherIban: (iban: string) => `The account to pay (${iban}) is not one of your bank details.`,
    paidTo: (name: string) => `To be paid to ${name} (factoring).`,
  },
});
