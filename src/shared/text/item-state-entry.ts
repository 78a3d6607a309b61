/** The entry of the time line that says what was said of items. */
import type { TimelineEntry } from '../contract/customers.ts';
import { ITEM_STATE_CAUSES } from '../domain/item-state/item-state.ts';
import { ITEM_STATE_KINDS } from '../domain/item-state/item-state-kind.ts';
import type { Language } from '../format/language.ts';
import { parseCalendarDate } from '../kernel/calendar-date.ts';
import { itemStateSentence, itemStateText } from './item-state.ts';

const ENDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { ended: 'Fin de l’état', resumed: 'État repris', undone: 'État annulé' },
  en: { ended: 'State ended', resumed: 'State resumed', undone: 'State taken back' },
};

/** « FA101, FA102 : Cédée à … », or how a state ended; null for another entry. */
export function itemStateEntry({ kind, facts }: TimelineEntry, language: Language): string | null {
  const text = (name: string) => String(facts[name] ?? '');
  const state = ITEM_STATE_KINDS.find((one) => one === text('stateKind'));
  if (state === undefined) return null;
  const colon = language === 'fr' ? ' : ' : ': ';
  const documents = text('documents') === '' ? '' : `${text('documents')}${colon}`;
  if (kind === 'item_state_closed') {
    const what = ENDS[language][text('what')] ?? text('what');
    return `${documents}${what} « ${itemStateText[language].kinds[state]} »`;
  }
  const since = parseCalendarDate(text('since'));
  if (since === null) return documents;
  const told = {
    kind: state,
    since,
    dueDate: parseCalendarDate(text('dueDate')),
    cause: ITEM_STATE_CAUSES.find((one) => one === text('cause')) ?? null,
    party: text('party'),
    reference: text('reference'),
    iban: '',
    hasSurety: facts.hasSurety === 1,
    reason: '',
  };
  return `${documents}${itemStateSentence(told, language)}`;
}
