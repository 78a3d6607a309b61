/**
 * Which document a PDF of the invoice folder is: the number in its name, whatever stands around it.
 *
 * Packages name their files « FA-2026-00123.pdf », « Facture FA2026-00123 DUPONT.pdf »,
 * « 20261105_FA202600123.pdf ». Numbers are compared by letters and digits alone.
 */

/** Letters and digits of a document number, in capitals. */
export function documentKeyOf(documentNumber: string): string {
  return documentNumber
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Shorter keys would be found in dates and amounts. */
const KEY_LENGTH_MIN = 4;

/**
 * The key among `known` that a file is named by; null for none, or for several of one length. The
 * longest wins, so that « FA1001 » is not taken for « FA100 ».
 */
export function documentOfFile(fileName: string, known: ReadonlySet<string>): string | null {
  const stem = fileName.replace(/\.[^.]+$/, '');
  const words = stem.split(/[\s_]+/).map(documentKeyOf);
  const exact = [documentKeyOf(stem), ...words].find(
    (word) => word.length >= KEY_LENGTH_MIN && known.has(word),
  );
  if (exact !== undefined) return exact;
  return longestOf(joinedRuns(words).filter((run) => known.has(run)));
}

/** Neighbouring words put together: « FA 2026 00123 » is one number. */
function joinedRuns(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(words.length, from + 4); to += 1) {
      runs.push(words.slice(from, to).join(''));
    }
  }
  return runs.filter((run) => run.length >= KEY_LENGTH_MIN);
}

function longestOf(keys: readonly string[]): string | null {
  const [longest, next] = [...new Set(keys)].sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  return next !== undefined && next.length === longest.length ? null : longest;
}
