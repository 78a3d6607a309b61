/**
 * What the payer's telephone reads to prepare his transfer: the « SEPA Credit Transfer » code of
 * the European Payments Council (EPC069-12, version 002, UTF-8).
 *
 *     BCD / 002 / 1 / SCT / BIC / holder / IBAN / EUR1250.40 / purpose / RF… or empty / text
 *
 * A bank reads either the structured reference or the text, never both: a creditor reference with
 * a right key goes to the first, anything else to the second. The whole holds 331 bytes; what is
 * too long loses the end of its text first, then of the holder's name, never half a letter.
 * Not every banking application reads it, so the IBAN always stands beside it in clear.
 */
import type { Cents } from '../../kernel/cents.ts';
import { done, type Result, refused } from '../../kernel/result.ts';
import { ibanProblemOf, isBic } from '../bank-account/iban.ts';
import { isCreditorReference } from './creditor-reference.ts';

export const EPC_BYTES_MAX = 331;
const NAME_LENGTH_MAX = 70;
const TEXT_LENGTH_MAX = 140;
const AMOUNT_CENTS_MAX = 99_999_999_999;

/**
 * Countries and territories whose banks send SEPA credit transfers (EPC409-09), which are those
 * where the code can be paid.
 */
const SEPA_COUNTRIES: ReadonlySet<string> = new Set(
  [
    'AD AL AT BE BG BL CH CY CZ DE DK EE ES FI FR GB GF GG GI GP GR HR HU IE IM IS IT JE',
    'LI LT LU LV MC MD ME MF MK MQ MT NL NO PL PM PT RE RO RS SE SI SK SM VA YT',
  ].flatMap((countries) => countries.split(' ')),
);

export interface Transfer {
  /** Exact name of the account's holder. */
  readonly holder: string;
  readonly iban: string;
  /** Empty for none: optional within the European Economic Area. */
  readonly bic: string;
  readonly amountCents: Cents;
  readonly currency: string;
  /** What the payer should write; a creditor reference is recognised by its key. */
  readonly reference: string;
}

/** In order of precedence. */
export type TransferRefusal =
  | 'currency_not_euro'
  | 'amount_out_of_range'
  | 'iban_invalid'
  | 'holder_missing';

/** The text of the code, its lines separated by LF, at most 331 bytes; or why there can be none. */
export function epcPayloadOf(transfer: Transfer): Result<string, TransferRefusal> {
  const { amountCents } = transfer;
  if (transfer.currency !== 'EUR') return refused('currency_not_euro');
  if (amountCents < 1 || amountCents > AMOUNT_CENTS_MAX) return refused('amount_out_of_range');
  if (ibanProblemOf(transfer.iban) !== null) return refused('iban_invalid');
  const name = cut(oneLine(transfer.holder), NAME_LENGTH_MAX);
  if (name === '') return refused('holder_missing');
  const isStructured = isCreditorReference(transfer.reference);
  const structured = isStructured ? compact(transfer.reference) : '';
  const text = isStructured ? '' : cut(oneLine(transfer.reference), TEXT_LENGTH_MAX);
  const head = ['BCD', '002', '1', 'SCT', isBic(transfer.bic) ? compact(transfer.bic) : ''];
  const middle = [compact(transfer.iban), `EUR${plainAmount(amountCents)}`, '', structured];
  const room = EPC_BYTES_MAX - bytesOf([...head, '', ...middle, ''].join('\n'));
  const fittingName = cutToBytes(name, room);
  const fittingText = cutToBytes(text, room - bytesOf(fittingName));
  return done([...head, fittingName, ...middle, fittingText].join('\n').replace(/\n+$/u, ''));
}

/** True where a payer of this country can use the code; empty reads as France. */
export function isSepaCountry(countryCode: string): boolean {
  return countryCode === '' || SEPA_COUNTRIES.has(countryCode.toUpperCase());
}

function compact(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, '').toUpperCase();
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}

function plainAmount(amount: Cents): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The first signs of a text; an emoji counts for one and is never halved. */
function cut(text: string, count: number): string {
  return [...text].slice(0, count).join('').trimEnd();
}

function cutToBytes(text: string, bytesMax: number): string {
  let kept = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += bytesOf(sign);
    if (bytes > bytesMax) break;
    kept += sign;
  }
  return kept.trimEnd();
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    bytes += sign < '\u0080' ? 1 : sign < '\u0800' ? 2 : sign.length === 1 ? 3 : 4;
  }
  return bytes;
}
