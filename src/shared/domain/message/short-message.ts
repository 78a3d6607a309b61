/**
 * Short messages (SMS): how long they are, by which address they leave, and what they may say.
 *
 * A telephone lies on a desk and shows what it gets to whoever stands by. An amount is therefore
 * only sent to the number of a named person; to a switchboard, or a number without a name, the
 * message asks to call back and says no more.
 */

/** The signs of GSM 03.38, one place each, and those of its extension, two. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ' +
  'ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';

/** Signs of one message, and of each part of a longer one. */
const GSM = { alone: 160, part: 153 };
const UNICODE = { alone: 70, part: 67 };

export interface ShortMessageSize {
  /** Places taken, in the alphabet that the text needs. */
  readonly signs: number;
  readonly parts: number;
  /** False where a sign outside the telephone's alphabet halves what a message holds. */
  readonly isPlain: boolean;
}

/** How many messages a text makes. */
export function shortMessageSize(text: string): ShortMessageSize {
  let places = 0;
  for (const sign of text) {
    if (BASIC.includes(sign)) places += 1;
    else if (EXTENDED.includes(sign)) places += 2;
    else return sizeIn(text.length, UNICODE, false);
  }
  return sizeIn(places, GSM, true);
}

function sizeIn(signs: number, room: typeof GSM, isPlain: boolean): ShortMessageSize {
  const parts = signs <= room.alone ? 1 : Math.ceil(signs / room.part);
  return { signs, parts, isPlain };
}

const CURRENCIES = 'EUR|USD|GBP|CHF|CAD|JPY|CNY|MAD|TND|DZD|XOF|XAF|PLN|SEK|DKK|NOK|CZK|HUF|RON';
const AMOUNT = new RegExp(
  `\\d[\\s.,]*(?:[€$£]|euros?\\b|(?:${CURRENCIES})\\b)|(?:[€$£]|\\b(?:${CURRENCIES}))\\s?\\d`,
  'u',
);

/** Whether a text names a sum of money. */
export function statesAmount(text: string): boolean {
  return AMOUNT.test(text);
}

/**
 * A telephone number as gateways take it: digits with the code of the country. Null for what is
 * none: 8 to 15 digits (E.164).
 */
export function internationalNumber(number: string, countryDigits = '33'): string | null {
  const kept = number.replace(/\(0\)/g, '').replace(/[\s.\-()/]/g, '');
  const [, plus = '', digits = ''] = /^(\+|00)?(\d+)$/.exec(kept) ?? [];
  const full =
    plus === '' && digits.startsWith('0') ? `${countryDigits}${digits.slice(1)}` : digits;
  return /^\d{8,15}$/.test(full) ? full : null;
}

/** What stands for the number in the address of a gateway. */
export const NUMBER_MARK = '{numero}';

/** The address by which a gateway takes a message to that number; null where one is wrong. */
export function gatewayAddress(pattern: string, number: string): string | null {
  const digits = internationalNumber(number);
  if (digits === null || !pattern.includes(NUMBER_MARK)) return null;
  const address = pattern.trim().replace(NUMBER_MARK, digits);
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(address) ? address : null;
}
