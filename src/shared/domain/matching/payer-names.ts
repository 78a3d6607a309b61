/**
 * Names of payers as words, so that « Ets. DUPONT & Fils SARL » and `DUPONT ET FILS` are one.
 *
 * Legal forms, civilities and the words that banks put before a name say nothing about who pays.
 */
import { plainWords } from '../statement/label-words.ts';

const SILENT = new Set(
  [
    'sa sas sasu sarl eurl sci scp scop snc selarl earl gaec gie ei eirl ltd gmbh bv nv srl spa',
    'inc ste societe ets etablissements entreprise cie compagnie groupe et fils freres de du des',
    'la le les l d en m mr mme mlle monsieur madame and the co',
    'vir virt virement sepa inst instantane recu ref facture fact fac reglement paiement',
  ].flatMap((line) => line.split(' ')),
);

/** The words of a name that tell whose it is; all of its words where none does. */
export function nameWords(name: string): readonly string[] {
  const all = plainWords(name)
    .split(' ')
    .filter((word) => word !== '');
  const telling = all.filter((word) => !SILENT.has(word) && word.length > 1);
  return telling.length > 0 ? [...new Set(telling)] : [...new Set(all)];
}

/** The same for two names of the same words in any order. */
export function nameKeyOf(name: string): string {
  return nameWords(name).toSorted().join(' ');
}
