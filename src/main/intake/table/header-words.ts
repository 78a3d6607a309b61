/**
 * Headers as words that can be compared: « N° pièce », `NUM_PIECE`, « No. Pi?ce » and
 * `numeroPiece` are all `numero piece`.
 *
 * Accents lost to `?` on the way (one or two signs for a letter) stay as wild cards, because the
 * word is still readable: « Pi?ce », « Intitul? », « ?ch??ance ».
 */

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  adr: 'adresse',
  amt: 'amount',
  cde: 'commande',
  cli: 'client',
  clt: 'client',
  cpt: 'compte',
  cpte: 'compte',
  cred: 'credit',
  cust: 'customer',
  deb: 'debit',
  dt: 'date',
  dte: 'date',
  ech: 'echeance',
  eche: 'echeance',
  echce: 'echeance',
  fac: 'facture',
  fact: 'facture',
  inv: 'invoice',
  jal: 'journal',
  jnl: 'journal',
  lib: 'libelle',
  mnt: 'montant',
  mt: 'montant',
  mtt: 'montant',
  nb: 'nombre',
  nbr: 'nombre',
  num: 'numero',
  n: 'numero',
  no: 'numero',
  nr: 'numero',
  pce: 'piece',
  ref: 'reference',
  regl: 'reglement',
  reglt: 'reglement',
  rglt: 'reglement',
  rgt: 'reglement',
  rlt: 'reglement',
  tel: 'telephone',
  tot: 'total',
};

/** Words that tell nothing: articles, the currency, « TTC » where no « HT » stands beside. */
const IDLE: ReadonlySet<string> = new Set([
  ...'de du des la le les l d a au aux en et ce cette par sur dans'.split(' '),
  ...'the of for to in eur euro euros'.split(' '),
]);

const cache = new Map<string, string>();

/** The words of a header, normalised, separated by one space. Lost accents stay as `?`. */
export function headerWords(header: string): string {
  const known = cache.get(header);
  if (known !== undefined) return known;
  if (cache.size > 5000) cache.clear();
  const words = normalised(header);
  cache.set(header, words);
  return words;
}

function normalised(header: string): string {
  const spaced = repaired(header)
    .replace(/\bd\s*\/\s*c\b/giu, 'dc')
    // « dû » is no article.
    .replace(/(?<!\p{L})dûe?s?(?!\p{L})/giu, 'owed')
    .replace(/[\u00b0\u00ba]/gu, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\ufffd/gu, '?')
    .replace(/œ/gu, 'oe')
    .replace(/[^\p{L}\d?%]+/gu, ' ')
    .trim();
  const words = spaced
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .filter((word) => word !== '' && !IDLE.has(word));
  return words.join(' ');
}

/** « PiÃ¨ce » is « Pièce » whose UTF-8 was once taken for Windows-1252. */
function repaired(header: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]/u.test(header)) return header;
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? header : text;
}

/** Whether a word of a header is this word; a `?` stands for any letter, two of them too. */
export function isWord(written: string, word: string): boolean {
  if (written === word) return true;
  if (!written.includes('?')) return isPlural(written, word);
  return wildForm(written).test(word);
}

function isPlural(written: string, word: string): boolean {
  return written.length === word.length + 1 && written.endsWith('s') && written.startsWith(word);
}

const forms = new Map<string, RegExp>();

function wildForm(written: string): RegExp {
  let form = forms.get(written);
  if (form === undefined) {
    const letters = written
      .split(/\?{1,2}/u)
      .map((part) => part.replace(/[^\p{L}\d]/gu, ''))
      .join('.');
    form = new RegExp(`^${letters.replace(/s$/u, '')}s?$`, 'u');
    forms.set(written, form);
  }
  return form;
}

/**
 * How well a header says a phrase, 0 to 1: all the words of the phrase in order give 1, less a
 * part for each other word of the header.
 */
export function likeness(header: string, phrase: string): number {
  const written = header.split(' ');
  const sought = phrase.split(' ');
  let at = 0;
  for (const word of sought) {
    while (at < written.length && !isWord(written[at] ?? '', word)) at += 1;
    if (at === written.length) return 0;
    at += 1;
  }
  const extra = written.length - sought.length;
  return 1 - Math.min(0.6, extra * 0.18);
}

/** Normalised headers of a table as one text that recognises the layout. */
export function signatureOf(headers: readonly string[]): string {
  return headers
    .map((header) => headerWords(header).replaceAll('?', '_'))
    .filter((words) => words !== '')
    .toSorted()
    .join('|');
}
