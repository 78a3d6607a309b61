/**
 * The pages: the built renderer from its folder, or forwarded from Vite while developing.
 *
 * Every address without an extension is the one page (its router reads the path). Each answer of
 * the page carries a nonce, in the policy and in a `<meta>` that the components' library and Vite
 * both look for, so that the strict policy stands without `unsafe-inline`. Two more say how the
 * window looked when it was left, so that its first paint is right.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hostText } from '../../shared/text/host.ts';
import { mediaTypeOf } from '../files/media-type.ts';
import { contentSecurityPolicy, type PolicyExtras, refusalResponse } from '../host/headers.ts';
import { messagePage } from '../host/message-page.ts';
import type { UserSettings } from '../ports/companies.ts';
import type { PageSource } from '../ports/start.ts';

/** Vite puts a hash in the names of what it builds there. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Answers the GET of a page or of one of its files. */
export type Pages = (request: Request) => Promise<Response>;

/** What the user chose: the language to say in that there is no page, and the window's looks. */
type Chosen = Pick<UserSettings, 'language' | 'colorScheme' | 'isSideBarNarrow'>;

/** `chosen` is asked at each page. */
export function makePages(source: PageSource, chosen: () => Chosen): Pages {
  if ('devServerOrigin' in source) return forwardedPages(source.devServerOrigin, chosen);
  return builtPages(source.rendererFolder, chosen);
}

function builtPages(folder: string, chosen: () => Chosen): Pages {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const name = fileNameOf(pathname);
    if (name === null) return refusalResponse(404, 'not_found');
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    if (bytes === null) {
      if (name !== 'index.html') return refusalResponse(404, 'not_found');
      const words = hostText[chosen().language];
      return messagePage(503, { title: words.notBuiltTitle, sentences: [words.notBuiltBody] });
    }
    if (name === 'index.html') return page(bytes.toString('utf8'), chosen(), {});
    return new Response(bytes, {
      headers: {
        'Content-Type': mediaTypeOf(path.extname(name)),
        'Content-Length': String(bytes.byteLength),
        ...(HASHED.test(pathname) && {
          'Cache-Control': 'public, max-age=31536000, immutable',
        }),
      },
    });
  };
}

/** The file of a path inside the folder, never above it; null for what can't be one. */
function fileNameOf(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part === '..' || part === '.' || part.includes(':'))) return null;
  return path.extname(decoded) === '' ? 'index.html' : parts.join('/');
}

function forwardedPages(origin: string, chosen: () => Chosen): Pages {
  const port = new URL(origin).port;
  const sockets = [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`];
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = { Accept: request.headers.get('Accept') ?? '*/*' };
    const answer = await fetch(`${origin}${pathname}${search}`, { headers }).catch(() => null);
    if (answer === null) {
      const words = hostText[chosen().language];
      return messagePage(503, { title: words.viteTitle, sentences: [words.viteBody] });
    }
    const type = answer.headers.get('Content-Type') ?? 'application/octet-stream';
    if (!type.startsWith('text/html')) {
      return new Response(answer.body, {
        status: answer.status,
        headers: { 'Content-Type': type },
      });
    }
    const html = await answer.text();
    return page(html, chosen(), { connect: sockets, scriptHashes: inlineHashesOf(html) });
  };
}

const CANVAS = { auto: 'light dark', light: 'light', dark: 'dark' } as const;

/** The page with its nonce and its looks. */
function page(html: string, chosen: Chosen, extras: PolicyExtras): Response {
  const nonce = randomBytes(18).toString('base64');
  const metas = [
    `<meta name="style-nonce" property="csp-nonce" content="${nonce}" nonce="${nonce}">`,
    `<meta name="color-scheme" content="${CANVAS[chosen.colorScheme]}">`,
    `<meta name="side-bar" content="${chosen.isSideBarNarrow ? 'narrow' : 'wide'}">`,
  ];
  const body = Buffer.from(html.replace('<head>', `<head>${metas.join('')}`));
  return new Response(body, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(body.byteLength),
      'Content-Security-Policy': contentSecurityPolicy(nonce, extras),
    },
  });
}

/** The inline scripts that Vite puts in (the preamble of React refresh), by their hash. */
function inlineHashesOf(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  );
}
