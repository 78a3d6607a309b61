/**
 * The profile of a customer (grand compte, PME …), from the words of a file or of a person.
 *
 * Profiles are a closed list, because tone, terms and law differ by them; what a file words in its
 * own way and means none of them stays without a profile.
 */
export const CUSTOMER_PROFILES = [
  'key_account',
  'sme',
  'sole_trader',
  'consumer',
  'public',
  'group',
] as const;
export type CustomerProfile = (typeof CUSTOMER_PROFILES)[number];

const WORDS: readonly (readonly [CustomerProfile, RegExp])[] = [
  ['key_account', /grand compte|key account|\bgc\b|strategique/],
  ['public', /public|collectivite|mairie|administration|etat\b|hopital/],
  ['group', /groupe|intra ?-?groupe|filiale|\bgroup\b/],
  ['consumer', /particulier|consumer|\bb2c\b/],
  ['sole_trader', /independant|artisan|auto ?-?entrepreneur|micro|liberal|sole trader|\btpe\b/],
  ['sme', /\bpme\b|\bpmi\b|\bsme\b|entreprise|societe|professionnel/],
];

/** The profile that these words mean; null where they mean none. */
export function profileOf(text: string): CustomerProfile | null {
  const known = CUSTOMER_PROFILES.find((profile) => profile === text);
  if (known !== undefined) return known;
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return WORDS.find(([, form]) => form.test(words))?.[0] ?? null;
}
