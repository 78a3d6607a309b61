/** Pages while developing: forwarded from Vite, under a policy that allows what Vite adds. */
import { createHash } from 'node:crypto';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePages } from '../../src/main/core/pages.ts';
import { newFolder } from '../contract/support/renderer.ts';

const PREAMBLE = 'import { injectIntoGlobalHook } from "/@react-refresh";';
const HTML = `<!doctype html><html><head><script type="module">${PREAMBLE}</script>
<script type="module" src="/@vite/client"></script></head><body></body></html>`;

const FRENCH = { language: 'fr', colorScheme: 'auto', isSideBarNarrow: false } as const;

let vite: http.Server;
let origin = '';
beforeAll(async () => {
  vite = http.createServer((request, answer) => {
    const isPage = request.headers.accept?.includes('text/html');
    answer.setHeader('Content-Type', isPage ? 'text/html' : 'text/javascript');
    answer.end(isPage ? HTML : `// ${request.url}`);
  });
  await new Promise<void>((resolve) => vite.listen(0, '127.0.0.1', resolve));
  const address = vite.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => vite.close());

const ask = (pages: ReturnType<typeof makePages>, path: string, accept = 'text/html') =>
  pages(new Request(`app://encours${path}`, { headers: { Accept: accept } }));

describe('while developing', () => {
  test('the page gets a nonce, Vite’s inline script by its hash, and its socket', async () => {
    const answer = await ask(
      makePages({ devServerOrigin: origin }, () => FRENCH),
      '/clients/1',
    );
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    const hash = createHash('sha256').update(PREAMBLE).digest('base64');
    const { port } = new URL(origin);
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port};`);
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(await answer.text()).toContain(`property="csp-nonce" content="${nonce}"`);
  });

  test('modules are Vite’s own, with their query', async () => {
    const pages = makePages({ devServerOrigin: origin }, () => FRENCH);
    const answer = await ask(pages, '/main.tsx?t=1', '*/*');
    expect(answer.headers.get('Content-Type')).toBe('text/javascript');
    expect(await answer.text()).toBe('// /main.tsx?t=1');
  });

  test('a Vite that is gone is said in a sentence', async () => {
    const pages = makePages({ devServerOrigin: 'http://127.0.0.1:9' }, () => FRENCH);
    const answer = await ask(pages, '/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Vite ne répond pas');
  });
});

test('a renderer that is not built is said in a sentence, in the user’s language', async () => {
  const pages = makePages({ rendererFolder: newFolder('empty') }, () => ({
    ...FRENCH,
    language: 'en',
  }));
  const answer = await ask(pages, '/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('The interface is not built');
});

test.each(['/%00.js', '/..%5c..%5cpackage.json', '/a:b.js', '/%E0%A4%A.js', '/%2e%2e/x.js'])(
  '%s is no file of the page',
  async (path) => {
    const pages = makePages({ rendererFolder: process.cwd() }, () => FRENCH);
    expect((await ask(pages, path)).status).toBe(404);
  },
);
