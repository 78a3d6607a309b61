/**
 * Who a party is: its name, and its French numbers from wherever they stand.
 *
 * The SIREN belongs in the legal registration under the scheme 0002 of ISO 6523; packages also
 * put a SIRET there, or nothing but a SIRET (0009), a VAT number or an address on the French
 * network (0225, which begins with the SIREN). A number whose key is wrong is worse than none,
 * because it would name another company: it is told and left out.
 */
import { isSiren, isSiret } from '../../../shared/domain/company/siren.ts';
import type { EinvoiceParty } from '../../../shared/domain/einvoice/einvoice.ts';
import type { XmlElement } from '../xml.ts';
import { type EinvoiceFields, textOf, withoutSpaces, wordsOf } from './field-texts.ts';

/** Where the syntaxes put what identifies a party. */
export interface PartyElements {
  readonly names: readonly (XmlElement | undefined)[];
  readonly tradingName: XmlElement | undefined;
  /** The legal registration. */
  readonly legal: XmlElement | undefined;
  /** Other identifiers, each with its scheme. */
  readonly others: readonly XmlElement[];
  readonly vat: XmlElement | undefined;
  /** The electronic address. */
  readonly endpoint: XmlElement | undefined;
  /** Term of the norm of the legal registration, for problems. */
  readonly term: string;
}

const SCHEME_SIREN = '0002';
const SCHEME_SIRET = '0009';
const SCHEME_NETWORK = '0225';

export function partyOf(elements: PartyElements, fields: EinvoiceFields): EinvoiceParty {
  const name = elements.names.map(wordsOf).find((words) => words !== null) ?? '';
  const trading = wordsOf(elements.tradingName);
  const vatNumber = withoutSpaces(textOf(elements.vat)) || null;
  const siret = siretOf(elements);
  const siren = sirenOf(elements, siret, vatNumber);
  tellWrongNumbers(elements, fields);
  return { name, tradingName: trading === name ? null : trading, siren, siret, vatNumber };
}

function siretOf({ legal, others }: PartyElements): string | null {
  const candidates = [...others.filter((one) => schemeOf(one) === SCHEME_SIRET), legal];
  return candidates.map(digitsOf).find(isSiret) ?? null;
}

function sirenOf(
  { legal, others, endpoint }: PartyElements,
  siret: string | null,
  vatNumber: string | null,
): string | null {
  const ofScheme = others.filter((one) => schemeOf(one) === SCHEME_SIREN);
  const french = /^FR..(\d{9})$/.exec(vatNumber ?? '')?.[1];
  const address = schemeOf(endpoint) === SCHEME_NETWORK ? digitsOf(endpoint).slice(0, 9) : '';
  const ofLegal = isFrenchScheme(legal) ? digitsOf(legal) : '';
  const candidates = [
    ofLegal,
    // A SIRET whose own five digits are wrong still begins with the company's number.
    ofLegal.length === 14 ? ofLegal.slice(0, 9) : '',
    ...ofScheme.map(digitsOf),
    siret?.slice(0, 9),
    french,
    address,
  ];
  return candidates.find((one): one is string => one !== undefined && isSiren(one)) ?? null;
}

/** A registration without a scheme is taken for a French one where its key is right. */
function isFrenchScheme(legal: XmlElement | undefined): boolean {
  return [SCHEME_SIREN, SCHEME_SIRET, ''].includes(schemeOf(legal));
}

function tellWrongNumbers({ legal, others, term }: PartyElements, fields: EinvoiceFields): void {
  for (const element of [legal, ...others]) {
    const scheme = schemeOf(element);
    if (element === undefined || (scheme !== SCHEME_SIREN && scheme !== SCHEME_SIRET)) continue;
    const digits = digitsOf(element);
    if (isSiren(digits) || isSiret(digits)) continue;
    fields.warn('einvoice_siren_unreadable', textOf(element), { term, element });
  }
}

function schemeOf(element: XmlElement | undefined): string {
  return element?.attributes.get('schemeID')?.trim() ?? '';
}

/** « RCS Paris 732 829 320 » is met; what is no digit goes. */
function digitsOf(element: XmlElement | undefined): string {
  return textOf(element).replace(/\D+/g, '');
}
