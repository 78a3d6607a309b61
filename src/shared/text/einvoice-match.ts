/**
 * What an electronic invoice did to the ledger, or why it did nothing, in one sentence; and what
 * became of each due date.
 */

import type { EnrichedReceivable } from '../domain/einvoice/enriched-due-date.ts';
import type { EinvoiceMatch } from '../domain/einvoice/match-receivable.ts';
import { formatCents } from '../format/amount.ts';
import { formatDate } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';

const words = bilingual({
  fr: {
    enriches: {
      certain: 'Numéro, montant et client concordent.',
      probable: 'Le montant concorde ; vérifier le numéro et le client.',
      possible: 'Une pièce ressemble à cette facture ; la confirmer avant de la rattacher.',
    },
    same_file: 'Ce fichier a déjà été rattaché à cette pièce. Rien à faire.',
    other_file: 'Un autre fichier est déjà rattaché à cette pièce. Garder le bon, retirer l’autre.',
    amount_differs: (ledger: string, invoice: string) =>
      `La pièce de ce numéro est de ${ledger} en comptabilité, la facture de ${invoice}. Vérifier la saisie.`,
    currency_differs: 'La pièce de ce numéro est dans une autre devise. Vérifier la saisie.',
    party_differs: 'La pièce de ce numéro est d’un client d’un autre SIREN. Vérifier le compte.',
    several_candidates: (count: number) =>
      `${count} pièces peuvent être cette facture. Choisir la bonne.`,
    received: 'Cette facture vient d’un fournisseur : ce n’est pas une créance.',
    other_seller: 'Cette facture a été émise par une autre société. Vérifier la société ouverte.',
    not_found:
      'Aucune pièce de ce numéro en comptabilité. Importer d’abord l’export le plus récent.',
  },
  en: {
    enriches: {
      certain: 'Number, amount and customer agree.',
      probable: 'The amount agrees; check the number and the customer.',
      possible: 'One item looks like this invoice; confirm it before they are joined.',
    },
    same_file: 'This file is attached to this item already. Nothing to do.',
    other_file:
      'Another file is attached to this item already. Keep the right one, remove the other.',
    amount_differs: (ledger: string, invoice: string) =>
      `The item of this number is of ${ledger} in the books, the invoice of ${invoice}. Check the entry.`,
    currency_differs: 'The item of this number is in another currency. Check the entry.',
    party_differs:
      'The item of this number is of a customer with another SIREN. Check the account.',
    several_candidates: (count: number) =>
      `${count} items may be this invoice. Choose the right one.`,
    received: 'This invoice comes from a supplier: it is not a receivable.',
    other_seller: 'This invoice was issued by another company. Check which company is open.',
    not_found: 'No item of this number in the books. Import the latest export first.',
  },
});

const staysFr = (day: string | null) => (day === null ? '' : ` ; celle du ${day} reste`);
const staysEn = (day: string | null) => (day === null ? '' : `; that of ${day} stays`);

const dueDateWords = bilingual({
  fr: {
    taken: (day: string | null) => `Échéance du ${day}, lue sur la facture.`,
    corrected: (day: string | null) => `Échéance corrigée au ${day}, lue sur la facture.`,
    confirmed: (day: string | null) => `Échéance du ${day}, confirmée par la facture.`,
    typed_kept: (day: string | null) => `Échéance du ${day} gardée : elle a été saisie.`,
    not_stated: (day: string | null) => `La facture ne dit pas son échéance${staysFr(day)}.`,
    not_believed: (day: string | null) =>
      `La facture dit une échéance antérieure à sa date${staysFr(day)}.`,
    own_day: () => 'Un avoir vaut dès sa date.',
    merged: ' La facture a plusieurs échéances : la dernière est prise.',
  },
  en: {
    taken: (day: string | null) => `Due on ${day}, read from the invoice.`,
    corrected: (day: string | null) => `Due date corrected to ${day}, read from the invoice.`,
    confirmed: (day: string | null) => `Due on ${day}, confirmed by the invoice.`,
    typed_kept: (day: string | null) => `Due on ${day}, kept: it was typed.`,
    not_stated: (day: string | null) => `The invoice states no due date${staysEn(day)}.`,
    not_believed: (day: string | null) =>
      `The invoice states a due date before its own${staysEn(day)}.`,
    own_day: () => 'A credit note counts from its own date.',
    merged: ' The invoice has several due dates: the last one is taken.',
  },
});

/** What the match means and what is left to do; amounts in the currency of the invoice. */
export function einvoiceMatchSentence(
  match: EinvoiceMatch,
  { currency, language }: { readonly currency: string; readonly language: Language },
): string {
  const said = words[language];
  const amount = (value: number) => formatCents(value, { language, currency });
  switch (match.outcome) {
    case 'enriches':
      return said.enriches[match.confidence];
    case 'already_enriched':
      return match.isSameFile ? said.same_file : said.other_file;
    case 'amount_differs':
      return said.amount_differs(amount(match.ledgerCents), amount(match.invoiceCents));
    case 'several_candidates':
      return said.several_candidates(match.receivableIds.length);
    default:
      return said[match.outcome];
  }
}

/** What became of the due date of one receivable. */
export function dueDateChangeSentence(
  { change, dueDate, isMerged }: EnrichedReceivable,
  language: Language,
): string {
  const said = dueDateWords[language];
  const day = dueDate === null ? null : formatDate(dueDate);
  const isTaken = change === 'taken' || change === 'corrected' || change === 'confirmed';
  return said[change](day) + (isMerged && isTaken ? said.merged : '');
}
