/** Bank details as people type them: checked, and written in groups of four. */
import { isValidBIC, ValidationErrorsIBAN, validateIBAN } from 'ibantools';

export type IbanProblem = 'iban_empty' | 'iban_country_unknown' | 'iban_length' | 'iban_invalid';

/** Null for a good IBAN (ISO 13616: known country, its length and form, key by modulo 97). */
export function ibanProblemOf(text: string): IbanProblem | null {
  const iban = withoutSigns(text);
  if (iban === '') return 'iban_empty';
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return null;
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'iban_country_unknown';
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'iban_length';
  return 'iban_invalid';
}

/** `FR14 2004 1010 0505 0001 3M02 606`; what is no IBAN comes back upper-case without signs. */
export function formatIban(text: string): string {
  return withoutSigns(text).replace(/.{4}(?=.)/g, '$& ');
}

/** True for a BIC of 8 or 11 signs (ISO 9362), spaces and case aside. */
export function isBic(text: string): boolean {
  return isValidBIC(withoutSigns(text));
}

function withoutSigns(text: string): string {
  return text.replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase();
}
