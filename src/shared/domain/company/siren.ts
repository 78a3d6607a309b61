/**
 * SIREN, SIRET and the French VAT number (LEGAL § 13).
 *
 * The key is Luhn's. La Poste (SIREN 356000000) numbers its sites otherwise: the plain sum of the
 * digits is a multiple of five.
 */
const LA_POSTE = '356000000';

/** True for nine digits with Luhn's key; spaces are let through. */
export function isSiren(text: string): boolean {
  const siren = withoutSpaces(text);
  return /^\d{9}$/.test(siren) && luhnSumOf(siren) % 10 === 0;
}

/** True for a SIREN followed by five digits, with the key of the whole. */
export function isSiret(text: string): boolean {
  const siret = withoutSpaces(text);
  if (!/^\d{14}$/.test(siret) || !isSiren(siret.slice(0, 9))) return false;
  if (luhnSumOf(siret) % 10 === 0) return true;
  return siret.startsWith(LA_POSTE) && plainSumOf(siret) % 5 === 0;
}

/** The VAT number that follows from a SIREN: `FR` + (12 + 3 × (SIREN mod 97)) mod 97 + SIREN. */
export function vatNumberOf(siren: string): string {
  const digits = withoutSpaces(siren);
  const key = (12 + 3 * (Number.parseInt(digits, 10) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${digits}`;
}

/**
 * True for a well-formed French VAT number. A key of digits must be the SIREN's own; newer keys
 * with letters (never I nor O) can't be checked and are let through.
 */
export function isVatNumber(text: string): boolean {
  const vat = withoutSpaces(text).toUpperCase();
  if (!/^FR[0-9A-HJ-NP-Z]{2}\d{9}$/.test(vat)) return false;
  return /^FR\d{2}/.test(vat) ? vat === vatNumberOf(vat.slice(4)) : true;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '');
}

function luhnSumOf(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const value = index % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

function plainSumOf(digits: string): number {
  let sum = 0;
  for (const digit of digits) sum += digit.charCodeAt(0) - 48;
  return sum;
}
