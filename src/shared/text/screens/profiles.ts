/** Names of the customer profiles. */
import type { Language } from '../../format/language.ts';
import { bilingual } from '../bilingual.ts';

export const profileText = bilingual<Readonly<Record<string, string>>>({
  fr: {
    key_account: 'grand compte',
    sme: 'PME',
    sole_trader: 'indépendant',
    consumer: 'particulier',
    public: 'public',
    group: 'groupe',
    none: 'sans profil',
  },
  en: {
    key_account: 'key account',
    sme: 'SME',
    sole_trader: 'sole trader',
    consumer: 'consumer',
    public: 'public',
    group: 'group',
    none: 'no profile',
  },
});

/** The name of a profile; a word of the file's own stays as it is. */
export function profileName(profile: string | null, language: Language): string {
  const names = profileText[language];
  return profile === null ? (names.none ?? '') : (names[profile] ?? profile);
}
