/**
 * Text as it is searched: lower case, without accents, words apart by one space.
 *
 * « Bâtiments du Val (S.A.) » is found by `batiments val sa`. The same function prepares what is
 * stored and what is asked, so that both sides always agree.
 */

/** The searched form of some texts together; nulls are left out. */
export function searchTextOf(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
