/** Criteria of a rule in the reader's words: « Segment : chronique, profil : grand compte ». */

import type { AssignmentCriterion } from '../../../shared/domain/dunning/assignment.ts';
import { criteriaInWords, criterionValue } from '../../../shared/text/criteria.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { type Criteria, toldCriteria } from './assignment-rules.ts';

export function useCriterionValue(): (criterion: AssignmentCriterion, value: string) => string {
  const language = useLanguage();
  return (criterion, value) => criterionValue(criterion, value, language);
}

export function useCriteriaInWords(): (criteria: Criteria) => string {
  const words = useText(scenariosText);
  const language = useLanguage();
  return (criteria) => {
    const told = toldCriteria(criteria);
    if (told.length === 0) return words.everybody;
    const said = criteriaInWords(told, language);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  };
}
