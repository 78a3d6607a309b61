/**
 * HTML made from text: `html` escapes every value it is given, so that nothing of a customer's or
 * of a template's words can become a tag or leave its attribute. Only another `Markup` goes in as
 * it is.
 */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Markup | readonly Markup[];

/** Markup from a template literal; strings are escaped, lists of markup are joined. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    texts
      .map((text, index) => text + (index < parts.length ? sourceOf(parts[index]) : ''))
      .join(''),
  );
}

export const NOTHING = new Markup('');

function sourceOf(part: Part | undefined): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map((one) => one.source).join('');
  return escapeHtml(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
}
