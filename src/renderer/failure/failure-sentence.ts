/** A failure in words: what happened, and what to do. Never what a program threw. */
import type { Language } from '../../shared/format/language.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import type { Failure } from './failure.ts';

export function failureTitle(failure: Failure, language: Language): string {
  const words = partsText[language];
  if (failure.kind === 'unreachable') return words.unreachableTitle;
  return failure.kind === 'incident' ? words.incidentTitle : words.refusedTitle;
}

export function failureSentence(failure: Failure, language: Language): string {
  const words = partsText[language];
  if (failure.kind === 'unreachable') return words.unreachable;
  if (failure.kind === 'refused') {
    return refusalSentence(failure.code, language) ?? words.refusedUnknown(failure.code);
  }
  return failure.incident === null ? words.incidentUnknown : words.incident(failure.incident);
}
