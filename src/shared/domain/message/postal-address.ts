/**
 * The lines of an address as La Poste's machines read them (NF Z10-011): six at most, seven abroad,
 * of 38 signs at most; street and town in capitals without accents or punctuation; the town last,
 * or the country in capitals below it.
 *
 * Nothing is invented: what cannot be put right is printed as it was given and named as a problem,
 * which a person may overrule.
 */

/** In order of precedence: the first one is what the screen shows beside the payer. */
export const ADDRESS_PROBLEMS = [
  'address_missing',
  'address_without_name',
  'address_without_postcode',
  'address_postcode_short',
  'address_without_town',
  'address_without_street',
  'address_too_many_lines',
  'address_line_too_long',
] as const;
export type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];

export const ADDRESS_LINE_LENGTH_MAX = 38;
const STREET_LENGTH_MAX = 32;

export interface PostalParts {
  readonly name: string;
  /** Person or service; empty for none. */
  readonly contactName: string;
  /** Lines below the name, the town last. */
  readonly addressLines: readonly string[];
  /** ISO 3166-1, two letters; empty for unknown, which reads as France. */
  readonly countryCode: string;
}

export interface PostalAddress {
  /** As printed, the name first. */
  readonly lines: readonly string[];
  /** Empty where none was found. */
  readonly postcode: string;
  readonly town: string;
  /** In capitals and in French, as French sorting offices want it; empty in France. */
  readonly country: string;
  readonly problems: readonly AddressProblem[];
}

/** Written without a country: they share the postcodes of France. */
const POSTCODES_OF_FRANCE = new Set(
  'FR GP MQ GF RE YT PM BL MF WF PF NC TF'.split(' ').concat(['']),
);

/** Puts the address in postal form. */
export function postalAddressOf(parts: PostalParts): PostalAddress {
  const country = countryOf(parts.countryCode);
  const given = parts.addressLines.map(postalText).filter((line) => line !== '');
  const below = withoutCountry(given, country);
  const { street, town } = country === '' ? frenchTown(below) : foreignTown(below);
  const head = namesOf(parts, 6 - street.length - (town.line === '' ? 0 : 1));
  const body = street.map(shortened);
  const lines = [...head, ...body, town.line, country].filter((line) => line !== '');
  const problems = new Set<AddressProblem>();
  if (given.length === 0) problems.add('address_missing');
  else {
    if (town.problem !== null) problems.add(town.problem);
    if (street.length === 0) problems.add('address_without_street');
  }
  if (head.length === 0) problems.add('address_without_name');
  const linesMax = country === '' ? 6 : 7;
  if (lines.length > linesMax) problems.add('address_too_many_lines');
  if (lines.some((line) => line.length > ADDRESS_LINE_LENGTH_MAX)) {
    problems.add('address_line_too_long');
  }
  return {
    lines: withinSheet(lines, linesMax),
    postcode: town.postcode,
    town: town.name,
    country,
    problems: ADDRESS_PROBLEMS.filter((problem) => problems.has(problem)),
  };
}

/** The first lines and the last ones; what stands between them is given up. */
function withinSheet(lines: readonly string[], linesMax: number): string[] {
  if (lines.length <= linesMax) return [...lines];
  return [...lines.slice(0, 2), ...lines.slice(lines.length - (linesMax - 2))];
}

function countryOf(code: string): string {
  const upper = code.trim().toUpperCase();
  if (POSTCODES_OF_FRANCE.has(upper) || !/^[A-Z]{2}$/u.test(upper)) return '';
  return postalText(String(new Intl.DisplayNames(['fr'], { type: 'region' }).of(upper)));
}

/** Capitals, letters without accents, digits and single spaces. */
function postalText(text: string): string {
  return text
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .replace(/ß/gu, 'ss')
    .replace(/ø/giu, 'o')
    .replace(/ł/giu, 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

function withoutCountry(lines: readonly string[], country: string): readonly string[] {
  const last = lines.at(-1);
  return last === 'FRANCE' || (country !== '' && last === country) ? lines.slice(0, -1) : lines;
}

interface Town {
  readonly line: string;
  readonly postcode: string;
  readonly name: string;
  readonly problem: AddressProblem | null;
}

interface Placed {
  readonly street: readonly string[];
  readonly town: Town;
}

function townOf(postcode: string, name: string): Town {
  const problem = name === '' ? 'address_without_town' : null;
  return { line: `${postcode} ${name}`.trim(), postcode, name, problem };
}

/** `86000 POITIERS`, also from `F-86000`, `86 000`, the town first, or on a line of its own. */
function frenchTown(lines: readonly string[]): Placed {
  const last = lines.at(-1) ?? '';
  const street = lines.slice(0, -1);
  const before = street.at(-1) ?? '';
  if (/^\d{5}$/u.test(before) && !/\d{5}/u.test(last)) {
    return { street: street.slice(0, -1), town: townOf(before, last) };
  }
  const first = /^(?:FR? )?(\d{2}) ?(\d{3})(?: (.*))?$/u.exec(last);
  if (first !== null) {
    const name = first[3] ?? '';
    // A postcode alone below its town.
    const isBelow = name === '' && street.length > 1 && !/\d/u.test(before);
    const postcode = `${first[1]}${first[2]}`;
    if (isBelow) return { street: street.slice(0, -1), town: townOf(postcode, before) };
    return { street, town: townOf(postcode, name) };
  }
  const reversed = /^(\D+) (\d{5})( CEDEX.*)?$/u.exec(last);
  if (reversed !== null) {
    const name = `${reversed[1]}${reversed[3] ?? ''}`;
    return { street, town: townOf(reversed[2] as string, name) };
  }
  const problem = /^\d{4} \D/u.test(last) ? 'address_postcode_short' : 'address_without_postcode';
  return { street, town: { line: last, postcode: '', name: last, problem } };
}

/** The town's line stays as its country writes it. */
function foreignTown(lines: readonly string[]): Placed {
  const street = lines.slice(0, -1);
  const line = lines.slice(-1).join();
  const before = /^((?:[A-Z]{1,2} )?\d[\dA-Z]*(?: \d+)?) (\D+)$/u.exec(line);
  const postcode = before?.[1] ?? '';
  return { street, town: { line, postcode, name: before?.[2] ?? line, problem: null } };
}

/** The name, on two lines where it is long and there is room, then the person or service. */
function namesOf({ name, contactName }: PostalParts, room: number): string[] {
  const [full, contact] = [oneLine(name), oneLine(contactName)];
  const names = full === '' ? [] : room > (contact === '' ? 1 : 2) ? splitName(full) : [full];
  return contact === '' || contact.toUpperCase() === full.toUpperCase()
    ? names
    : [...names, contact];
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u00a0\u202f]+/gu, ' ').trim();
}

function splitName(name: string): string[] {
  if (name.length <= ADDRESS_LINE_LENGTH_MAX) return [name];
  const at = name.lastIndexOf(' ', ADDRESS_LINE_LENGTH_MAX);
  return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** Abbreviations of NF Z10-011, used only where the street is over 32 signs. */
const SHORT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bAVENUE\b/gu, 'AV'],
  [/\bBOULEVARD\b/gu, 'BD'],
  [/\bFAUBOURG\b/gu, 'FG'],
  [/\bROUTE\b/gu, 'RTE'],
  [/\bPLACE\b/gu, 'PL'],
  [/\bCHEMIN\b/gu, 'CHE'],
  [/\bIMPASSE\b/gu, 'IMP'],
  [/\bALLEES?\b/gu, 'ALL'],
  [/\bRESIDENCE\b/gu, 'RES'],
  [/\bBATIMENT\b/gu, 'BAT'],
  [/\bZONE INDUSTRIELLE\b/gu, 'ZI'],
  [/\bZONE ARTISANALE\b/gu, 'ZA'],
  [/\bZONE D ACTIVITES?\b/gu, 'ZA'],
  [/\bCENTRE COMMERCIAL\b/gu, 'CCAL'],
  [/\bSAINTE\b/gu, 'STE'],
  [/\bSAINT\b/gu, 'ST'],
  [/\bGENERAL\b/gu, 'GAL'],
  [/\bMARECHAL\b/gu, 'MAL'],
  [/\bCOMMANDANT\b/gu, 'CDT'],
  [/\bPRESIDENT\b/gu, 'PDT'],
  [/\bPROFESSEUR\b/gu, 'PR'],
  [/\bDOCTEUR\b/gu, 'DR'],
];

function shortened(line: string): string {
  let short = line;
  for (const [word, abbreviation] of SHORT_WORDS) {
    if (short.length <= STREET_LENGTH_MAX) return short;
    short = short.replace(word, abbreviation);
  }
  return short;
}
