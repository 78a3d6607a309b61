/**
 * Who reads the screen: the language, and the day the application is on.
 *
 *     const words = useText(agedBalanceText);      sentences of a `bilingual(…)`
 *     const language = useLanguage();              for formatCents(…, { language })
 *     const today = useToday();                    never `new Date`
 */
import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../shared/format/language.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Bilingual } from '../../shared/text/bilingual.ts';

interface Reader {
  readonly language: Language;
  readonly today: CalendarDate | null;
}

const ReaderContext = createContext<Reader>({ language: 'fr', today: null });

export function ReaderProvider(props: Reader & { children: ReactNode }) {
  const { language, today, children } = props;
  return <ReaderContext.Provider value={{ language, today }}>{children}</ReaderContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(ReaderContext).language;
}

export function useText<Words>(both: Bilingual<Words>): Words {
  return both[useLanguage()];
}

/** The day of the application; screens are only drawn once it is known. */
export function useToday(): CalendarDate {
  const { today } = useContext(ReaderContext);
  if (today === null) throw new Error('No day known yet.');
  return today;
}
