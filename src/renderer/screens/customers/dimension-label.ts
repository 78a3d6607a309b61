/** A value of a dimension in words: profiles and means of payment have names of their own. */
import type { Dimension } from '../../../shared/contract/customers.ts';
import type { Language } from '../../../shared/format/language.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';

export function dimensionLabel(
  dimension: Dimension | null,
  value: string | null,
  language: Language,
): string {
  const words = customersText[language];
  if (dimension === 'profile') return profileName(value, language);
  if (value === null || value === '') return words.noValue;
  return dimension === 'payment_method' ? (words.methods[value] ?? value) : value;
}
