/** The sentence of each problem of a scenario, those of its sense and those of what it names. */
import type { ScenarioProblemCode } from '../domain/dunning/scenario-check.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';
import { scenarioText } from './dunning-verdict.ts';

/** What a scenario names and this company does not have, or not for this. */
export const REFERENCE_PROBLEMS = [
  'template_unknown',
  'template_not_of_step',
  'sender_unknown',
  'sender_below_level',
] as const;
export type ReferenceProblemCode = (typeof REFERENCE_PROBLEMS)[number];

const sentences = bilingual<Readonly<Record<ReferenceProblemCode, string>>>({
  fr: {
    template_unknown: 'Ce modèle n’existe pas ici. En choisir un autre.',
    template_not_of_step: 'Ce modèle n’est pas fait pour cette étape. En choisir un autre.',
    sender_unknown: 'Cet expéditeur n’est pas dans l’équipe. En choisir un autre.',
    sender_below_level: 'Cet expéditeur ne peut pas signer ce niveau. En choisir un autre.',
  },
  en: {
    template_unknown: 'This template does not exist here. Choose another one.',
    template_not_of_step: 'This template is not made for this step. Choose another one.',
    sender_unknown: 'This sender is not in the team. Choose another one.',
    sender_below_level: 'This sender may not sign this level. Choose another one.',
  },
});

/** What is wrong, in a sentence. */
export function scenarioProblemSentence(
  code: ScenarioProblemCode | ReferenceProblemCode,
  language: Language,
): string {
  const own = REFERENCE_PROBLEMS.find((one) => one === code);
  if (own !== undefined) return sentences[language][own];
  return scenarioText[language].problems[code as ScenarioProblemCode];
}
