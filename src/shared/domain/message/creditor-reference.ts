/**
 * The creditor reference (ISO 11649): what a payer may write on his transfer so that it finds its
 * invoice by itself. `RF`, two check digits, up to 21 letters and digits.
 *
 *     FA202600123  →  RF83 FA20 2600 123
 *
 * The key is that of an IBAN (ISO 7064, MOD 97-10): one wrong sign, or two that changed places,
 * is always seen.
 */
const REFERENCE = /^RF\d{2}[A-Z0-9]{1,21}$/;

/** The creditor reference of a number of ours; null when it has no sign to keep, or over 21. */
export function creditorReferenceOf(text: string): string | null {
  const body = text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');
  if (body === '' || body.length > 21) return null;
  return `RF${checkDigitsOf(body, 'RF')}${body}`;
}

/** True for a creditor reference whose key is right; spaces and case aside. */
export function isCreditorReference(text: string): boolean {
  const reference = withoutSpaces(text);
  if (!REFERENCE.test(reference)) return false;
  return remainderOf(reference.slice(4) + reference.slice(0, 4)) === 1;
}

/** In groups of four, as it is printed: `RF83 FA20 2600 123`. */
export function formatCreditorReference(text: string): string {
  return withoutSpaces(text).replace(/.{4}(?=.)/gu, '$& ');
}

/** Two check digits for `body` behind the letters `prefix`: 98 − (body + prefix + 00) mod 97. */
export function checkDigitsOf(body: string, prefix: string): string {
  return String(98 - remainderOf(`${body}${prefix}00`)).padStart(2, '0');
}

/** The text as a number (A = 10 … Z = 35), modulo 97. */
function remainderOf(text: string): number {
  let remainder = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '').toUpperCase();
}
