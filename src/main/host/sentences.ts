/** The sentences of the refusals that end a start, in the language of the terminal. */
import type { Language } from '../../shared/format/language.ts';
import { hostText } from '../../shared/text/host.ts';
import type { StartRefusal } from '../ports/start.ts';
import type { ArgumentsRefusal } from './arguments.ts';

/** French is the language of the product; `ENCOURS_LANG=en` asks for the other one. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  return /^en/i.test(env.ENCOURS_LANG ?? '') ? 'en' : 'fr';
}

export function argumentsSentence(refusal: ArgumentsRefusal, language: Language): string {
  const words = hostText[language];
  switch (refusal.code) {
    case 'option_unknown':
      return words.optionUnknown(refusal.option);
    case 'option_without_value':
      return words.optionWithoutValue(refusal.option);
    case 'option_with_value':
      return words.optionWithValue(refusal.option);
    case 'day_invalid':
      return words.dayInvalid(refusal.text);
    case 'today_needs_test':
      return words.todayNeedsTest;
  }
}

export function startSentence(
  refusal: StartRefusal,
  dataFolder: string,
  language: Language,
): string {
  const words = hostText[language];
  switch (refusal.code) {
    case 'folder_in_use':
      return words.folderInUse(refusal.user, refusal.machine);
    case 'network_folder':
      return words.networkFolder(dataFolder);
    case 'folder_not_writable':
      return words.folderNotWritable(dataFolder);
  }
}
