/**
 * The names that a template may use between braces: figures and words, blocks, conditions.
 *
 * They are French in every language, because one person writes both and because a name is a key:
 * `{reste_du}` is the same amount in the English message. What each stands for is said in
 * `shared/text/placeholders.ts`.
 */

/** Replaced by words or a figure, in the subject, in a sentence or in a condition. */
export const TEXT_PLACEHOLDERS = [
  'interlocuteur',
  'client',
  'n_client',
  'siren_client',
  'societe',
  'signataire',
  'fonction',
  'tel',
  'email',
  'ville',
  'date_jour',
  'facture',
  'date_facture',
  'echeance',
  'montant',
  'reste_du',
  'jours_retard',
  'nb_factures',
  'total_echu',
  'total_non_echu',
  'avoirs',
  'acomptes_non_affectes',
  'total_du',
  'solde',
  'date_arrete',
  'date_banque',
  'taux',
  'penalites',
  'ifr',
  'total_general',
  'iban',
  'bic',
  'titulaire',
  'ref_paiement',
  'lien_paiement',
  'affactureur',
  'date_limite',
  'delai_jours',
  'date_mail_precedent',
  'dates_relances',
  'etape_suivante',
  'date_etape_suivante',
  'montant_promis',
  'date_promesse',
  'mode',
  'montant_recu',
  'date_reglement',
  'factures_soldees',
  'n_litige',
  'motif',
  'responsable',
  'delai_reponse',
  'montant_litige',
  'montant_non_conteste',
  'origine',
  'n_recommande',
  'pieces_jointes',
  'mandataire',
  'mandataire_qualite',
  'mandataire_adresse',
  'ref_dossier',
  'date_mise_en_demeure',
  'mediateur',
  'phrase_libre',
] as const;
export type TextPlaceholder = (typeof TEXT_PLACEHOLDERS)[number];

/** Alone on their line; laid out by each channel in its own way. */
export const BLOCK_PLACEHOLDERS = {
  tableau: 'items',
  totaux: 'totals',
  decompte: 'charges',
  coordonnees_bancaires: 'bank',
  reponses: 'answers',
  signature: 'signature',
} as const;
export type BlockPlaceholder = keyof typeof BLOCK_PLACEHOLDERS;

/** True or not; in `{% if … %}` only. */
export const CONDITION_PLACEHOLDERS = [
  'professionnel',
  'consommateur',
  'secteur_public',
  'plusieurs_factures',
  'compte_a_jour',
] as const;
export type ConditionPlaceholder = (typeof CONDITION_PLACEHOLDERS)[number];

export type Placeholder = TextPlaceholder | BlockPlaceholder | ConditionPlaceholder;

const TEXTS: ReadonlySet<string> = new Set(TEXT_PLACEHOLDERS);
const CONDITIONS: ReadonlySet<string> = new Set(CONDITION_PLACEHOLDERS);

export function isTextPlaceholder(name: string): name is TextPlaceholder {
  return TEXTS.has(name);
}

export function isBlockPlaceholder(name: string): name is BlockPlaceholder {
  return Object.hasOwn(BLOCK_PLACEHOLDERS, name);
}

export function isConditionPlaceholder(name: string): name is ConditionPlaceholder {
  return CONDITIONS.has(name);
}
