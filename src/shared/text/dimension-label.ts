/** A value of a dimension in words: profiles and means of payment have names of their own. */
import type { Dimension } from '../contract/customers.ts';
import type { Language } from '../format/language.ts';
import { payerBehaviourText } from './payer-behaviour.ts';
import { customersText } from './screens/customers.ts';
import { profileName } from './screens/profiles.ts';

export function dimensionLabel(
  dimension: Dimension | null,
  value: string | null,
  language: Language,
): string {
  const words = customersText[language];
  const known = value === '' ? null : value;
  if (dimension === 'profile') return profileName(known, language);
  if (known === null) return words.noValue;
  return dimension === 'payment_method' ? (words.methods[known] ?? known) : known;
}

/** A segment in words; payers without one have none. */
export function segmentLabel(key: string, language: Language): string {
  const names: Readonly<Record<string, string>> = payerBehaviourText[language].segments;
  return names[key] ?? customersText[language].noValue;
}
