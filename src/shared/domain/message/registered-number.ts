/**
 * The number of a registered letter (lettre recommandée), as typed, or scanned from its label.
 *
 * The national numbers of La Poste (`1A 123 456 7890 1`, `2C…`) have no published key and are held
 * to their length only; an international number (`RR 12345678 5 FR`, UPU standard S10) has one.
 */
import { done, type Result, refused } from '../../kernel/result.ts';

export type RegisteredNumberRefusal =
  | 'registered_number_empty'
  | 'registered_number_signs'
  | 'registered_number_length'
  | 'registered_number_key';

const LENGTH_MIN = 11;
const LENGTH_MAX = 15;
const INTERNATIONAL = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/u;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** The number without spaces, points and dashes, in capitals; or why it is none. */
export function registeredNumberOf(text: string): Result<string, RegisteredNumberRefusal> {
  const number = withoutSigns(text);
  if (number === '') return refused('registered_number_empty');
  if (!/^[A-Z0-9]+$/u.test(number)) return refused('registered_number_signs');
  if (number.length < LENGTH_MIN || number.length > LENGTH_MAX) {
    return refused('registered_number_length');
  }
  const international = INTERNATIONAL.exec(number);
  if (international !== null && keyOf(international[1] as string) !== international[2]) {
    return refused('registered_number_key');
  }
  return done(number);
}

function withoutSigns(text: string): string {
  return text.replace(/[\s\u00a0\u202f.\-*]/gu, '').toUpperCase();
}

/** Key of the eight digits of an S10 number: weighted sum, modulo 11. */
function keyOf(serial: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * digitAt(serial, at), 0);
  const key = 11 - (sum % 11);
  return String(key === 10 ? 0 : key === 11 ? 5 : key);
}

function digitAt(serial: string, at: number): number {
  return serial.charCodeAt(at) - 48;
}

/** The number as it is read aloud: `1A 123 456 7890 1`, `RR 12345678 5 FR`, else groups of four. */
export function formatRegisteredNumber(text: string): string {
  const number = withoutSigns(text);
  const international = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/u.exec(number);
  const national = /^(\d[A-Z])(\d{3})(\d{3})(\d{4})(\d)$/u.exec(number);
  const groups = (international ?? national)?.slice(1) ?? number.match(/.{1,4}/gu) ?? [];
  return groups.join('\u00a0');
}
