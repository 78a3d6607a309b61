/** A page of one sentence, for what must be said without the renderer. */
import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy, withCommonHeaders } from './headers.ts';

export interface Message {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly link?: { readonly href: string; readonly label: string };
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem;
  color: #1c2b33; background: #fff }
a { color: #0b5f63 }
@media (prefers-color-scheme: dark) {
  body { color: #e6edf0; background: #12181c }
  a { color: #7fd1d4 }
}`;

/** The page as an answer; everything in it is escaped. */
export function messagePage(status: number, message: Message): Response {
  const nonce = randomBytes(18).toString('base64');
  const body = message.sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
  const link = message.link
    ? `<p><a href="${escaped(message.link.href)}">${escaped(message.link.label)}</a></p>`
    : '';
  const title = escaped(message.title);
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}${link}</main></body></html>`;
  return withCommonHeaders(
    new Response(html, {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
      },
    }),
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
