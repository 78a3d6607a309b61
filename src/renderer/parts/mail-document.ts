/**
 * The HTML of a mail taken apart: its body, with each inline style waiting under `data-style`, and
 * the rules of its sheet. Nothing of it is applied, fetched or run while it is read.
 */
export interface MailDocument {
  readonly body: HTMLElement;
  /** `fr`, `en`; empty where the mail does not say. */
  readonly language: string;
  readonly rules: string;
}

const SHEET = /<style[^>]*>([\s\S]*?)<\/style>/giu;
const TAG_WITH_STYLE = /(<[a-z][^<>]*?\s)style=/giu;

/** Reads it; what could run, load or lead elsewhere is left out. */
export function mailDocument(html: string): MailDocument {
  const rules = [...html.matchAll(SHEET)].map(([, rule = '']) => rule).join('\n');
  // Even a document that is never shown has its inline styles judged by the policy as it is read.
  const bare = html.replace(SHEET, '').replace(TAG_WITH_STYLE, '$1data-style=');
  const read = new DOMParser().parseFromString(bare, 'text/html');
  for (const element of read.querySelectorAll('script, iframe, object, embed, link, meta, base')) {
    element.remove();
  }
  for (const link of read.querySelectorAll('a[href]')) {
    link.setAttribute('title', link.getAttribute('href') ?? '');
    link.removeAttribute('href');
  }
  for (const picture of read.querySelectorAll('img')) {
    if (picture.getAttribute('src')?.startsWith('data:') !== true) picture.removeAttribute('src');
  }
  return { body: read.body, language: read.documentElement.lang, rules };
}
