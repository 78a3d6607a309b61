/** Which addresses may leave for the desktop's own programs. */
const SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/** The address as the parser understands it, or null when it may not be opened. */
export function externalLink(text: string): string | null {
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
