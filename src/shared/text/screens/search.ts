/** Words of the search over everything (Ctrl+K). */
import { bilingual } from '../bilingual.ts';

export const searchText = bilingual({
  fr: {
    label: 'Recherche',
    placeholder: 'Client, facture, contact, montant ou écran…',
    screens: 'Écrans',
    customers: 'Clients',
    documents: 'Factures et pièces',
    contacts: 'Contacts',
    amounts: 'Montants',
    nothing: 'Rien ne répond à cette recherche.',
    hint: 'Taper un nom, un numéro de pièce, un téléphone ou un montant.',
    open: 'ouvrir',
    move: 'choisir',
    close: 'fermer',
  },
  en: {
    label: 'Search',
    placeholder: 'Customer, invoice, contact, amount or screen…',
    screens: 'Screens',
    customers: 'Customers',
    documents: 'Invoices and documents',
    contacts: 'Contacts',
    amounts: 'Amounts',
    nothing: 'Nothing matches this search.',
    hint: 'Type a name, a document number, a telephone number or an amount.',
    open: 'open',
    move: 'choose',
    close: 'close',
  },
});
