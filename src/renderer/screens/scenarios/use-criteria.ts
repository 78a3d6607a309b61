/** Criteria of a rule in the reader's words: « segment : chronique, profil : grand compte ». */

import type { AssignmentCriterion } from '../../../shared/domain/dunning/assignment.ts';
import { TONE_LABELS } from '../../../shared/text/message-kinds.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { type Criteria, toldCriteria } from './assignment-rules.ts';

export function useCriterionValue(): (criterion: AssignmentCriterion, value: string) => string {
  const words = useText(scenariosText);
  const methods = useText(customersText).methods;
  const tones = useText(TONE_LABELS);
  const language = useLanguage();
  return (criterion, value) => {
    switch (criterion) {
      case 'paymentMethod':
        return methods[value] ?? value;
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
          ? tones[value]
          : value;
      default:
        return value;
    }
  };
}

export function useCriteriaInWords(): (criteria: Criteria) => string {
  const words = useText(scenariosText);
  const inWords = useCriterionValue();
  const language = useLanguage();
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return (criteria) => {
    const told = toldCriteria(criteria);
    if (told.length === 0) return words.everybody;
    const said = told
      .map(([name, value]) => `${words.criteria[name]}${colon}${inWords(name, value)}`)
      .join(', ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  };
}
