/** A criterion of an assignment rule and its value, in words: « segment : chronique ». */
import type { AssignmentCriterion } from '../domain/dunning/assignment.ts';
import type { Language } from '../format/language.ts';
import { NO_BREAK_SPACE } from '../format/spaces.ts';
import { TONE_LABELS } from './message-kinds.ts';
import { customersText } from './screens/customers.ts';
import { profileName } from './screens/profiles.ts';
import { scenariosText } from './screens/scenarios.ts';

/** The value alone: `chronic` is « chronique », a tag stays as it is. */
export function criterionValue(
  criterion: AssignmentCriterion,
  value: string,
  language: Language,
): string {
  const words = scenariosText[language];
  switch (criterion) {
    case 'paymentMethod':
      return customersText[language].methods[value] ?? value;
    case 'profile':
      return profileName(value, language);
    case 'risk':
      return value === 'low' || value === 'moderate' || value === 'high'
        ? words.risks[value]
        : value;
    case 'isNew':
      return value === 'true' ? words.isNewValues.true : words.isNewValues.false;
    case 'segment':
      return value === 'good' || value === 'occasional' || value === 'chronic'
        ? TONE_LABELS[language][value]
        : value;
    default:
      return value;
  }
}

/** Criterion and value, several of them separated by commas. */
export function criteriaInWords(
  criteria: readonly (readonly [AssignmentCriterion, string])[],
  language: Language,
): string {
  const colon = language === 'fr' ? `${NO_BREAK_SPACE}: ` : ': ';
  return criteria
    .map(
      ([name, value]) =>
        `${scenariosText[language].criteria[name]}${colon}${criterionValue(name, value, language)}`,
    )
    .join(', ');
}
