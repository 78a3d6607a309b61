/**
 * Why a receipt seems to pay these items: one sentence, with what stays owed or unused.
 *
 *     Le libellé nomme les factures et leur total est le montant reçu.
 *     Le client n’a qu’une facture ouverte ; il manque 12,50 €, sans doute des frais de banque.
 */
import type {
  MatchClass,
  MatchReason,
  MatchSuggestion,
} from '../domain/matching/match-suggestion.ts';
import { formatCents } from '../format/amount.ts';
import type { Language } from '../format/language.ts';
import type { Bilingual } from './bilingual.ts';

/** `{short}` stays owed, `{over}` stays of the receipt. */
const REASONS: Readonly<Record<MatchReason, Bilingual<string>>> = {
  numbers: {
    fr: 'Le libellé nomme ces documents et leur total est le montant reçu.',
    en: 'The text names these documents and their total is the amount received.',
  },
  numbers_discount: {
    fr: 'Le libellé nomme ces documents, payés moins l’escompte ({short}).',
    en: 'The text names these documents, paid less the discount ({short}).',
  },
  numbers_some: {
    fr: 'Une partie des documents nommés fait exactement le montant reçu.',
    en: 'Some of the documents named make exactly the amount received.',
  },
  numbers_more: {
    fr: 'Les documents nommés et d’autres du même client font exactement le montant reçu.',
    en: 'The documents named and others of that customer make exactly the amount received.',
  },
  number_near: {
    fr: 'Le libellé a presque ce numéro (coupé ou mal recopié) et le montant est exact.',
    en: 'The text nearly has this number (cut or miscopied) and the amount is exact.',
  },
  payer_amount: {
    fr: 'Le payeur est reconnu et ce document a exactement le montant reçu.',
    en: 'The payer is recognised and this document has exactly the amount received.',
  },
  payer_all: {
    fr: 'Le payeur est reconnu et tout ce qu’il doit fait le montant reçu.',
    en: 'The payer is recognised and all he owes makes the amount received.',
  },
  payer_oldest: {
    fr: 'Le payeur est reconnu et ses plus anciens documents font le montant reçu.',
    en: 'The payer is recognised and his oldest documents make the amount received.',
  },
  payer_sum: {
    fr: 'Le payeur est reconnu et ces documents ensemble font le montant reçu.',
    en: 'The payer is recognised and these documents together make the amount received.',
  },
  payer_discount: {
    fr: 'Le payeur est reconnu et ce document est payé moins l’escompte ({short}).',
    en: 'The payer is recognised and this document is paid less the discount ({short}).',
  },
  numbers_fee: {
    fr: 'Le libellé nomme ces documents ; il manque {short}, sans doute des frais de banque.',
    en: 'The text names these documents; {short} is missing, probably a bank fee.',
  },
  payer_fee: {
    fr: 'Le client n’a que ce document ouvert ; il manque {short}, sans doute des frais de banque.',
    en: 'The customer has only this document open; {short} is missing, probably a bank fee.',
  },
  number_part: {
    fr: 'Le libellé nomme ce document, payé en partie : il resterait {short}.',
    en: 'The text names this document, paid in part: {short} would stay owed.',
  },
  numbers_over: {
    fr: 'Le libellé nomme ces documents, mais {over} du montant reçu ne paie rien.',
    en: 'The text names these documents, but {over} of the amount received pays nothing.',
  },
  payer_part: {
    fr: 'Le client n’a que ce document ouvert, payé en partie : il resterait {short}.',
    en: 'The customer has only this document open, paid in part: {short} would stay owed.',
  },
  amount: {
    fr: 'Ce document a exactement le montant reçu ; rien d’autre ne le désigne.',
    en: 'This document has exactly the amount received; nothing else points to it.',
  },
};

export const MATCH_CLASS_NAMES: Readonly<Record<MatchClass, Bilingual<string>>> = {
  certain: { fr: 'Certain', en: 'Certain' },
  strong: { fr: 'Très probable', en: 'Very likely' },
  likely: { fr: 'Probable', en: 'Likely' },
  possible: { fr: 'Possible', en: 'Possible' },
  weak: { fr: 'À vérifier', en: 'To check' },
};

export interface MatchReading {
  readonly language: Language;
  readonly currency: string;
}

export function matchReasonText(
  { reason, shortCents, overCents }: MatchSuggestion,
  { language, currency }: MatchReading,
): string {
  return REASONS[reason][language]
    .replace('{short}', () => formatCents(shortCents, { language, currency }))
    .replace('{over}', () => formatCents(overCents, { language, currency }));
}
