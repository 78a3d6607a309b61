/**
 * What a person wrote in a mail, as text: HTML undressed, the quoted message cut off.
 *
 * Mail programs mark what they quote each in its way; the first mark ends the answer. Lines that
 * begin with `>` are dropped one by one, since some people answer between them.
 */

const LENGTH_MAX = 100_000;

/** Where mail programs begin what they quote, in HTML. */
const QUOTED_HTML = [
  /<blockquote\b/i,
  /<div[^>]*\bclass="?[^">]*(gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote)/i,
  /<[^>]*\bid="?(appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)/i,
  /<div[^>]*style="[^"]*border-top:\s*solid #(E1E1E1|B5C4DF)/i,
];

const DIVIDER =
  /^\s*(-{2,}|_{2,})\s*((message|mail) (d[’']orig|original|transf)|(original|forwarded) m)/i;
const LONG_LINE = /^\s*_{8,}\s*$/;
const ATTRIBUTION = /^\s*(le|on)\b.{4,300}\b(a [ée]crit|wrote)\s*:\s*$/i;
const FROM_LINE = /^\s*\*?(de|from|exp[ée]diteur)\s*:\*?\s*\S/i;
const SENT_LINE = /^\s*\*?(envoy[ée](\s+le)?|sent|date|à|to|objet|subject)\s*:/i;
const SIGNATURE = /^--\s?$/;
/** An attribution is sometimes broken over so many lines. */
const ATTRIBUTION_LINES = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  iuml: 'ï',
  ucirc: 'û',
  ugrave: 'ù',
  euro: '€',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  deg: '°',
};

/** The text of an HTML message; what it quotes is left out, its pictures and styles too. */
export function textOfHtml(html: string): string {
  const starts = QUOTED_HTML.map((mark) => html.search(mark)).filter((at) => at >= 0);
  return html
    .slice(0, Math.min(LENGTH_MAX * 4, ...starts))
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(style|script|head|title)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>|<\/(p|div|tr|li|h[1-6]|table)\s*>/gi, '\n')
    .replace(/<[^>]*(>|$)/g, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}

/** The text without what it quotes and without its signature. */
export function withoutQuote(text: string): string {
  const lines = text.slice(0, LENGTH_MAX).split(/\r\n?|\n/);
  const end = lines.findIndex((_, at) => isQuoteStart(lines, at));
  const written = end < 0 ? lines : lines.slice(0, end);
  return written
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isQuoteStart(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (DIVIDER.test(line) || SIGNATURE.test(line)) return true;
  const following = lines.slice(at + 1, at + 6);
  if (LONG_LINE.test(line)) return following.some((next) => FROM_LINE.test(next));
  if (FROM_LINE.test(line)) return following.filter((next) => SENT_LINE.test(next)).length >= 2;
  if (!/^\s*(le|on)\b/i.test(line)) return false;
  return Array.from({ length: ATTRIBUTION_LINES }, (_, count) =>
    lines.slice(at, at + count + 1).join(' '),
  ).some((joined) => ATTRIBUTION.test(joined));
}
