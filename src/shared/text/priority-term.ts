/** The words of « Pourquoi ce rang ? » and of the action proposed on a row of the morning. */
import type { SuggestedAction } from '../domain/priority/rank-payers.ts';
import { bilingual } from './bilingual.ts';

export const priorityTermText = bilingual({
  fr: {
    nothingLate: 'Rien d’échu à ce jour.',
    base: (stake: string, weighted: string, chance: string | null) =>
      `Enjeu de ${stake}, pesé par la chance qu’il vienne seul et par l’ancienneté : ${weighted}${
        chance === null
          ? ''
          : ` (prévision : ${chance} % de chances de règlement spontané sous 7 jours)`
      }`,
    risk: (factor: string) =>
      `Risque (promesses non tenues, plafond, bon payeur en dérive) × ${factor}`,
    contact: (factor: string) => `Moyen de joindre le client × ${factor}`,
    time: (factor: string) => `Temps depuis le dernier échange × ${factor}`,
  },
  en: {
    nothingLate: 'Nothing overdue today.',
    base: (stake: string, weighted: string, chance: string | null) =>
      `${stake} at stake, weighed by the chance it comes by itself and by its age: ${weighted}${
        chance === null ? '' : ` (forecast: ${chance}% chance to be paid unasked within 7 days)`
      }`,
    risk: (factor: string) => `Risk (broken promises, limit, good payer drifting) × ${factor}`,
    contact: (factor: string) => `How the customer can be reached × ${factor}`,
    time: (factor: string) => `Time since the last exchange × ${factor}`,
  },
});

export const suggestedActionText = bilingual<Readonly<Record<SuggestedAction, string>>>({
  fr: {
    call: 'Appeler',
    write: 'Écrire : le téléphone ne répond pas',
    check_payment: 'Vérifier la banque : règlement attendu',
    find_contact: 'Trouver un contact',
    match: 'Faire lettrer d’abord',
    decide: 'Décider de la suite',
  },
  en: {
    call: 'Call',
    write: 'Write: the telephone is not answered',
    check_payment: 'Check the bank: payment expected',
    find_contact: 'Find a contact',
    match: 'Have it matched first',
    decide: 'Decide what next',
  },
});
