/**
 * The sentences of one place of the application, in both languages, with the same keys.
 *
 *     export const headerText = bilingual({
 *       fr: { search: 'Client, facture, écran…', found: (count: number) => `${count} trouvés` },
 *       en: { search: 'Customer, invoice, screen…', found: (count) => `${count} found` },
 *     });
 */
import type { Language } from '../format/language.ts';

export type Bilingual<Words> = Readonly<Record<Language, Words>>;

/** Holds the English to the keys of the French; a missing one is a type error. */
export function bilingual<Words>(both: { fr: Words; en: NoInfer<Words> }): Bilingual<Words> {
  return both;
}
