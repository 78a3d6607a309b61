/**
 * Text that goes into a CSV or XLSX cell, made harmless.
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. A customer's name or a comment
 * comes from elsewhere, so such a text gets an apostrophe in front, which spreadsheets show as
 * text (OWASP, « CSV Injection »). A plain figure or telephone number (`-12,50`, `+33 1 23…`)
 * holds no formula and stays as it is.
 */
const STARTS_A_FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const IS_A_FIGURE = /^[+-]?[\d\u00a0\u202f .,]*$/u;

/** The same text, unable to act as a formula. Applying it twice changes nothing more. */
export function neutraliseCell(text: string): string {
  if (!STARTS_A_FORMULA.test(text) || IS_A_FIGURE.test(text)) return text;
  return `'${text}`;
}

/** One CSV field: neutralised, and quoted where its signs would break the line. */
export function csvField(text: string, separator = ';'): string {
  const harmless = neutraliseCell(text);
  const needsQuotes = /["\r\n]/u.test(harmless) || harmless.includes(separator);
  return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
