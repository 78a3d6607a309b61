/**
 * Labels of accounts and journals as plain words, so that « Créances  cédées » and
 * `CREANCES CEDEES` are read alike.
 */

/** Lower case, without accents; anything that is neither letter nor digit becomes one space. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
