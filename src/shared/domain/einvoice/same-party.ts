/**
 * Whether the customer of the ledger is the buyer of an invoice.
 *
 * A SIREN on both sides decides. Otherwise names are compared without what packages add, drop or
 * cut: accents, legal forms, « Société », the end of a name longer than its column. A name that
 * differs proves nothing (a ledger writes « Mairie de Lyon » where the invoice has « Commune »):
 * only two SIREN numbers that differ do.
 */
import { plainWords } from '../statement/label-words.ts';
import type { EinvoiceParty } from './einvoice.ts';

export type PartyLikeness = 'siren' | 'name' | 'unknown' | 'other';

export interface LedgerParty {
  readonly customerName: string;
  readonly customerSiren: string | null;
}

/** Shorter beginnings are those of too many names. */
const BEGINNING_MIN = 8;
const FILLERS = new RegExp(
  `\\b(${[
    'sarl|sas|sasu|eurl|sa|sci|snc|scop|scp|sca|selarl|selas|eirl|ei|gie|earl|gaec',
    'gmbh|ag|ltd|llc|inc|bv|nv|spa|srl|sprl|plc',
    'ste|societe|ets|etablissements?|entreprise|cie|compagnie|mme?|monsieur|madame',
    'l|d|la|le|les|de|du|des|et|the|and',
  ].join('|')})\\b`,
  'g',
);

export function likenessOf(ledger: LedgerParty, buyer: EinvoiceParty): PartyLikeness {
  if (ledger.customerSiren !== null && buyer.siren !== null) {
    return ledger.customerSiren === buyer.siren ? 'siren' : 'other';
  }
  const known = nameKeyOf(ledger.customerName);
  const names = [buyer.name, buyer.tradingName ?? ''].map(nameKeyOf);
  return names.some((name) => isSameName(name, known)) ? 'name' : 'unknown';
}

function nameKeyOf(name: string): string {
  return plainWords(name).replace(FILLERS, ' ').replace(/\s+/g, '');
}

function isSameName(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= BEGINNING_MIN && long.startsWith(short);
}
