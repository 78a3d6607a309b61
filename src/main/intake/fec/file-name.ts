/**
 * What the name of a FEC says: `SIRENFECAAAAMMJJ`, the day being that of the closing
 * (LPF art. A47 A-1, X). Names lie: the caller compares them with what the file holds.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { parseDateText } from '../date-text.ts';

export interface FecFileName {
  /** Nine digits that pass the check of SIREN numbers, else null. */
  readonly siren: string | null;
  readonly closingDate: CalendarDate | null;
}

export function readFecFileName(fileName: string): FecFileName {
  const match = /(?:^|\D)(\d{9})?_?FEC_?(\d{8})(?!\d)/i.exec(fileName);
  const siren = match?.[1] ?? null;
  return {
    siren: siren !== null && isSiren(siren) ? siren : null,
    closingDate: parseDateText(match?.[2] ?? ''),
  };
}

/** Luhn's check, as INSEE numbers carry it. */
function isSiren(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(index) - 48;
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum > 0 && sum % 10 === 0;
}
