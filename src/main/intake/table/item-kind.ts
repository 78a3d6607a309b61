/**
 * What a line of a list is: invoice, credit note or money received.
 *
 * A type column says it in words or in the codes of packages; without one, a credit is a payment
 * where its label, its journal or its number say so, and a credit note otherwise.
 */

import { plainWords } from '../../../shared/domain/statement/label-words.ts';
import type { StatedItem } from '../../../shared/domain/statement/statement.ts';

export type ItemKind = StatedItem['kind'];

const DRAFT =
  /\b(?:brouillons?|draft|proforma|devis|commandes?|simulation|cancelled|annulee?s?)\b/u;
const CREDIT_NOTE = oneOf(
  ['av', 'avr', 'a', 'ac', 'nc', 'cn', 'fav'],
  ['avoirs?', 'credit notes?', 'notes? de credit', 'refund', 'rabais', 'remise'],
);
const PAYMENT = oneOf(
  ['rg', 'reg', 'rgt', 'rglt', 'oc', 'pa', 'p', 'bq', 'bnq', 'vir', 'chq'],
  [
    'reglements?|rglts?|paiements?|encaissements?|payments?|receipts?|virements?|vir|vrt',
    'cheques?|chq|prelevements?|prlv|lcr|traites?|effets?|acomptes?|versements?|especes',
    'carte|cb|sepa|remise cheque',
  ],
);

/** A code of packages as the whole text, or a word anywhere in it. */
function oneOf(codes: readonly string[], words: readonly string[]): RegExp {
  return new RegExp(String.raw`^(?:${codes.join('|')})$|\b(?:${words.join('|')})\b`, 'u');
}

const INVOICE =
  /^(?:f|fa|fc|fac|fact|ve|vt|v|i|inv)$|\b(?:factures?|invoices?|ventes?|sales?|doit)\b/u;

/** The kind a type cell names; `draft` for what never reached the customer; null for none. */
export function kindNamed(text: string): ItemKind | 'draft' | null {
  const words = plainWords(text);
  if (words === '') return null;
  if (DRAFT.test(words)) return 'draft';
  if (CREDIT_NOTE.test(words)) return 'credit_note';
  if (PAYMENT.test(words)) return 'payment';
  return INVOICE.test(words) ? 'invoice' : null;
}

/** The kind of a credit that no column names, from what stands on its line. */
export function kindOfCredit(documentNumber: string, label: string, journal: string): ItemKind {
  if (/^(?:av|cn|rinv)/iu.test(documentNumber) || /\bavoirs?\b/iu.test(label)) return 'credit_note';
  if (PAYMENT.test(plainWords(label))) return 'payment';
  if (/^(?:bq|bnq|bk|ban|cai|ca\b|tr[eé]s)/iu.test(journal)) return 'payment';
  return 'credit_note';
}
