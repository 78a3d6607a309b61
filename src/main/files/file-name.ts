/**
 * The name of a file, as a header carries it and as any of the three systems accepts it.
 *
 * `filename*` (RFC 6266, RFC 8187) has the name in full; `filename` repeats it in ASCII for whoever
 * reads only that.
 */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const NAME_LENGTH_MAX = 150;

/** The name without folders, control characters, or anything Windows refuses; never empty. */
export function safeFileName(name: string): string {
  const cleaned = Array.from(name, (letter) =>
    letter < ' ' || '<>:"/\\|?*\u007f'.includes(letter) ? '_' : letter,
  )
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 ? cleaned.slice(dot, dot + 12) : '';
  const stem = (dot > 0 ? cleaned.slice(0, dot) : cleaned).slice(0, NAME_LENGTH_MAX);
  const whole = `${stem}${extension}`;
  if (whole === '') return 'document';
  return RESERVED.test(whole) ? `_${whole}` : whole;
}

/** The `Content-Disposition` of a file to be saved or shown. */
export function contentDisposition(fileName: string, use: 'save' | 'open'): string {
  const name = safeFileName(fileName);
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, (letter) => (/\p{M}/u.test(letter) ? '' : '_'));
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const place = use === 'save' ? 'attachment' : 'inline';
  return `${place}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
