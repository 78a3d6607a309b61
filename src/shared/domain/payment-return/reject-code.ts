/**
 * Why a payment came back: the reason codes of ISO 20022 that the SEPA rule books use for direct
 * debits and transfers, and what each asks of the person who collects.
 *
 * A code that banks use to say nothing (MS02, MS03, RR04) is its own kind: in France it often
 * hides a lack of funds, and may hide a quarrel. Whatever the code, the item is owed again.
 */

/** What the code is about. */
export type RejectCause =
  | 'funds'
  | 'unexplained'
  | 'mandate'
  | 'refund_asked'
  | 'deceased'
  | 'account_wrong'
  | 'account_closed'
  | 'debit_forbidden'
  | 'duplicate'
  | 'our_data'
  | 'debtor_bank'
  | 'fraud'
  | 'cancelled';

export const REJECT_CODES = {
  AC01: 'account_wrong',
  AC04: 'account_closed',
  AC06: 'account_closed',
  AC13: 'debit_forbidden',
  AG01: 'debit_forbidden',
  AG02: 'our_data',
  AM04: 'funds',
  AM05: 'duplicate',
  BE05: 'our_data',
  CNOR: 'our_data',
  CUST: 'cancelled',
  DNOR: 'debit_forbidden',
  DT01: 'our_data',
  DUPL: 'duplicate',
  FF01: 'our_data',
  FF05: 'our_data',
  FOCR: 'cancelled',
  FRAD: 'fraud',
  MD01: 'mandate',
  MD02: 'mandate',
  MD06: 'refund_asked',
  MD07: 'deceased',
  MS02: 'unexplained',
  MS03: 'unexplained',
  RC01: 'our_data',
  RR01: 'our_data',
  RR02: 'our_data',
  RR03: 'our_data',
  RR04: 'unexplained',
  SL01: 'debtor_bank',
  TECH: 'our_data',
} as const satisfies Readonly<Record<string, RejectCause>>;

export type RejectCode = keyof typeof REJECT_CODES;

export function isRejectCode(text: string): text is RejectCode {
  return Object.hasOwn(REJECT_CODES, text);
}

/** What the payer of a returned payment is owed as an answer. */
export interface RejectRule {
  readonly cause: RejectCause;
  /** May the same debit be presented once more, on a day agreed with the customer? */
  readonly mayRepresent: boolean;
  /** Every message to this customer waits for a person. */
  readonly stopsMessages: boolean;
  /** The customer may have asked for it: look for a quarrel before chasing. */
  readonly maybeDisputed: boolean;
}

/** What to do about a code; a code that nobody knows is one that says nothing. */
export function rejectRuleOf(code: string | null): RejectRule {
  const cause = code !== null && isRejectCode(code) ? REJECT_CODES[code] : 'unexplained';
  return {
    cause,
    mayRepresent: cause === 'funds' || cause === 'unexplained',
    stopsMessages: cause === 'deceased' || cause === 'fraud',
    maybeDisputed: cause === 'refund_asked' || code === 'MS02',
  };
}

const TOKENS = /[A-Z]{2}\d{2}|[A-Z]{4}/g;
const RETURN_WORDS =
  /\b(REJE[TC]\w*|IMPAYE\w*|RETOURN?\w*|RETURN\w*|UNPAID|R-?TRANSACTION|RTRN|CONTREPASS\w*)\b/;

/** True where the words of a movement say that a payment came back. */
export function saysReturned(text: string): boolean {
  return RETURN_WORDS.test(plainCapitals(text));
}

/**
 * The code that the words of a returned payment name; null for any other movement: four letters
 * (TECH, CUST) are also the beginning of many names.
 */
export function rejectCodeIn(text: string): RejectCode | null {
  const capitals = plainCapitals(text);
  if (!RETURN_WORDS.test(capitals)) return null;
  for (const [word] of capitals.matchAll(/[A-Z0-9]+/g)) {
    const whole = word.match(TOKENS)?.[0] === word ? word : null;
    if (whole !== null && isRejectCode(whole)) return whole;
  }
  return null;
}

function plainCapitals(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase();
}
