/** The IBAN and the RIB of a French account from the parts that a statement gives. */
import { ibanProblemOf } from '../../../shared/domain/bank-account/iban.ts';
import type { BankAccountIdentity } from '../../../shared/domain/statement/bank-statement.ts';

export interface RibParts {
  /** Five digits. */
  readonly bank: string;
  /** Five digits: the branch. */
  readonly branch: string;
  /** Eleven letters and digits. */
  readonly number: string;
}

/** The identity of a French account; parts of another form are joined as they stand. */
export function frenchAccount({ bank, branch, number }: RibParts): BankAccountIdentity {
  const parts = `${bank}${branch}${number}`.toUpperCase();
  if (!/^\d{10}[A-Z0-9]{11}$/.test(parts)) {
    return { iban: null, stated: [bank, branch, number].filter((part) => part !== '').join(' ') };
  }
  const rib = `${parts}${ribKeyOf(parts)}`;
  return { iban: `FR${ibanKeyOf(rib)}${rib}`, stated: rib };
}

/** An account that names itself: an IBAN, with or without spaces or currency, or a number. */
export function statedAccount(text: string): BankAccountIdentity {
  const stated = text.trim();
  return { iban: ibanIn(stated), stated };
}

/** The valid IBAN that a text is, or begins with; null where there is none. */
export function ibanIn(text: string): string | null {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,33}/.test(bare)) return null;
  if (ibanProblemOf(bare) === null) return bare;
  const withoutCurrency = bare.replace(/[A-Z]{3}$/, '');
  return ibanProblemOf(withoutCurrency) === null ? withoutCurrency : null;
}

/** 97 − (89 × bank + 15 × branch + 3 × number) mod 97, letters as digits. */
function ribKeyOf(parts: string): string {
  const digits = parts.replace(/[A-Z]/g, (letter) => ribDigitOf(letter));
  const [bank, branch, number] = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10)];
  const sum = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(number);
  return String(97n - (sum % 97n)).padStart(2, '0');
}

/** A–I, J–R: 1 to 9; S–Z: 2 to 9. */
function ribDigitOf(letter: string): string {
  const place = letter.charCodeAt(0) - 65;
  return String(place < 18 ? (place % 9) + 1 : place - 16);
}

function ibanKeyOf(rib: string): string {
  const digits = `${rib}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}
