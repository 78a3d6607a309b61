/** Words of the aged balance's columns, made from their keys so that any brackets have theirs. */
import type { Language } from '../format/language.ts';

const FIXED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    not_due: 'Non échu',
    no_due_date: 'Sans échéance',
    apart: 'À part',
    credits: 'Avoirs et règlements',
  },
  en: { not_due: 'Not due', no_due_date: 'No due date', apart: 'Apart', credits: 'Credits' },
};

/** `late_1_30` → « 1–30 j », `late_over_90` → « Plus de 90 j ». */
export function bucketLabel(key: string, language: Language): string {
  const fixed = FIXED[language][key];
  if (fixed !== undefined) return fixed;
  const unit = language === 'fr' ? 'j' : 'd';
  const [, over] = /^late_over_(\d+)$/.exec(key) ?? [];
  if (over !== undefined) {
    return language === 'fr' ? `Plus de ${over}\u00a0${unit}` : `Over ${over}\u00a0${unit}`;
  }
  const [, from = '', to = ''] = /^late_(\d+)_(\d+)$/.exec(key) ?? [];
  return `${from}–${to}\u00a0${unit}`;
}
