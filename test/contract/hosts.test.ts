/** What the window may count on, the same in both hosts: one suite, two hosts. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type HostWindow, openElectron, openLoopback } from './support/hosts.ts';
import { PAGE } from './support/renderer.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const SLICE_BYTES = 4 * 1024 * 1024;
/** `tells`: whether the core hears that a call without an answer yet was given up. */
const hosts = [
  { name: 'loopback', open: openLoopback as () => Promise<HostWindow>, tells: true },
  // Electron has no signal: such a call is aborted when the core stops.
  { name: 'electron', open: openElectron, tells: false },
];

/** A call of the API, as oRPC writes it. */
function call(host: HostWindow, name: string, input: unknown = {}): Promise<Response> {
  return host.fetch(`/rpc/-/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ json: input, meta: [] }),
  });
}

async function answerOf(response: Response): Promise<unknown> {
  const { json } = (await response.json()) as { json: unknown };
  return json;
}

async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  await vi.waitFor(async () => expect(await isTrue()).toBe(true), { timeout: 5000, interval: 10 });
}

/** Calls that wait in the core for ever, and those that were aborted there. */
async function openCalls(host: HostWindow): Promise<{ waiting: string[]; aborted: string[] }> {
  const answer = await host.fetch('/rpc/test/aborted', { method: 'POST' });
  return (await answer.json()) as { waiting: string[]; aborted: string[] };
}

function ticketFor(host: HostWindow, fileName: string, content: string, use: 'save' | 'open') {
  const body = JSON.stringify({ fileName, content, use });
  return host
    .fetch('/rpc/test/offer', { method: 'POST', body })
    .then((answer) => answer.json() as Promise<{ url: string; fileName: string }>);
}

describe.each(hosts)('$name: a window', ({ open, tells }) => {
  let host: HostWindow;
  beforeAll(async () => {
    host = await open();
  });
  afterAll(() => host.close());

  test('gets the page at every path, with a nonce of its own in policy and page', async () => {
    const nonces = new Set<string>();
    for (const pathname of ['/', '/clients/12', '/?company=exemple']) {
      const answer = await host.fetch(pathname);
      const html = await answer.text();
      const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
      nonces.add(nonce);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Security-Policy')).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
          "img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src blob:; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(html.replaceAll(/<meta [^>]*>/g, '')).toBe(PAGE);
    }
    expect(nonces.size).toBe(3);
  });

  test('begins each page with the looks it was left with', async () => {
    const looks = async () => {
      const html = await (await host.fetch('/clients/12')).text();
      const metaOf = (name: string) => new RegExp(`"${name}" content="([^"]*)"`).exec(html)?.[1];
      return [metaOf('color-scheme'), metaOf('side-bar')];
    };
    expect(await looks()).toEqual(['light dark', 'wide']);
    for (const [colorScheme, isSideBarNarrow, ...expected] of [
      ['dark', true, 'dark', 'narrow'],
      ['light', true, 'light', 'narrow'],
      ['auto', false, 'light dark', 'wide'],
    ]) {
      const kept = await call(host, 'application/setDisplay', { colorScheme, isSideBarNarrow });
      expect(kept.status).toBe(200);
      expect(await looks()).toEqual(expected);
    }
    const wrong = { colorScheme: '"><script>', isSideBarNarrow: false };
    expect((await call(host, 'application/setDisplay', wrong)).status).toBe(400);
    expect(await looks()).toEqual(['light dark', 'wide']);
  });

  test('gets the files of the page, kept by the browser when their name has a hash', async () => {
    const answer = await host.fetch('/assets/index-AbCd1234.js');
    expect(answer.headers.get('Content-Type')).toContain('text/javascript');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(await answer.text()).toContain('made = true');
    expect((await host.fetch('/assets/none.js')).status).toBe(404);
    expect((await host.fetch('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  test('finds the same headers on every answer', async () => {
    for (const answer of [await host.fetch('/'), await call(host, 'jobs/list')]) {
      const { headers } = answer;
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('Set-Cookie')).toBeNull();
      await answer.text();
    }
  });

  test('calls the API, and is told by a code what the API refuses', async () => {
    const listed = await call(host, 'jobs/list');
    expect(listed.status).toBe(200);
    expect(await answerOf(listed)).toEqual([]);
    const refused = await call(host, 'jobs/show', { jobId: 'none' });
    expect(await answerOf(refused)).toMatchObject({ defined: true, code: 'job_unknown' });
    const nowhere = await host.fetch('/rpc/552100554/jobs/list', { method: 'POST', body: '{}' });
    expect(await answerOf(nowhere)).toMatchObject({ defined: true, code: 'company_unknown' });
  });

  test('may not read or send in other ways', async () => {
    expect((await host.fetch('/rpc/-/jobs/list')).status).toBe(405);
    expect((await host.fetch('/upload/none?at=0')).status).toBe(405);
    expect((await host.fetch('/clients', { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  test('sends no call over 1 MiB and no slice over 4 MiB', async () => {
    const call = await host.fetch('/rpc/-/jobs/list', {
      method: 'POST',
      body: new Blob([new Uint8Array(1024 * 1024 + 1)]),
    });
    expect(call.status).toBe(413);
    const slice = await host.fetch('/upload/none?at=0', {
      method: 'POST',
      body: new Blob([new Uint8Array(SLICE_BYTES + 1)]),
    });
    expect(slice.status).toBe(413);
  });

  test('uploads 32 MiB in slices, is told the place of a wrong one, and gets the hash', async () => {
    const bytes = new Uint8Array(32 * 1024 * 1024).map((_, index) => (index >> 12) % 251);
    const begun = await call(host, 'uploads/begin', { name: 'fec.txt', sizeBytes: bytes.length });
    const { uploadId } = (await answerOf(begun)) as { uploadId: string };
    const send = (at: number) =>
      host.fetch(`/upload/${uploadId}?at=${at}`, {
        method: 'POST',
        body: new Blob([bytes.subarray(at, at + SLICE_BYTES)]),
      });
    expect(await (await send(0)).json()).toEqual({ received: SLICE_BYTES });
    const wrong = await send(2 * SLICE_BYTES);
    expect(wrong.status).toBe(409);
    expect(await wrong.json()).toMatchObject({ offset: SLICE_BYTES });
    const early = await call(host, 'uploads/finish', { uploadId });
    expect(await answerOf(early)).toMatchObject({ code: 'upload_incomplete' });
    for (let at = SLICE_BYTES; at < bytes.length; at += SLICE_BYTES) {
      expect((await send(at)).status).toBe(200);
    }
    const finished = await answerOf(await call(host, 'uploads/finish', { uploadId }));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(finished).toEqual({ uploadId, sizeBytes: bytes.length, sha256 });
    expect((await host.fetch('/upload/none?at=0', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  test('reads 32 MiB as a stream, every byte at its place', async () => {
    const bytes = 32 * 1024 * 1024;
    const answer = await host.fetch(`/rpc/test/large?bytes=${bytes}`, { method: 'POST' });
    expect(answer.headers.get('Content-Length')).toBe(String(bytes));
    const read = new Uint8Array(await answer.arrayBuffer());
    expect(read.byteLength).toBe(bytes);
    const chunk = 64 * 1024;
    const misplaced = read.findIndex((byte, index) => byte !== Math.floor(index / chunk) % 251);
    expect(misplaced).toBe(-1);
  });

  test('fetches a file by its ticket, once, to be saved under its name', async () => {
    const { url } = await ticketFor(host, 'relevé de compte.pdf', 'un relevé', 'save');
    expect(url).toMatch(/^\/files\/[\w-]{32}$/);
    const answer = await host.fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Length')).toBe('10');
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Content-Security-Policy')).toBe('sandbox');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="releve de compte.pdf"; ' +
        "filename*=UTF-8''relev%C3%A9%20de%20compte.pdf",
    );
    expect(await answer.text()).toBe('un relevé');
    expect((await host.fetch(url)).status).toBe(404);
  });

  test('hears the event stream as it happens', async () => {
    const aborter = new AbortController();
    const { signal } = aborter;
    const answer = await host.fetch('/rpc/-/events/watch', { method: 'POST', body: '{}', signal });
    expect(answer.headers.get('Content-Type')).toContain('text/event-stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (word: string) => {
      while (!heard.includes(word)) heard += (await reader?.read())?.value ?? '';
    };
    await hear('"hello"');
    await host.fetch('/rpc/test/notice', { method: 'POST' });
    await hear('"companies_changed"');
    await reader?.cancel();
    aborter.abort();
  });

  test('gives up a stream, and the call is aborted in the core', async () => {
    const aborter = new AbortController();
    const answer = await host.fetch('/rpc/test/ticking?name=given-up', {
      method: 'POST',
      signal: aborter.signal,
    });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect((await openCalls(host)).aborted).not.toContain('given-up');
    reader?.releaseLock();
    await answer.body?.cancel();
    aborter.abort();
    await until(async () => (await openCalls(host)).aborted.includes('given-up'));
  });

  test('has many calls under way without one waiting for another', async () => {
    const aborter = new AbortController();
    const { signal } = aborter;
    const silent = host
      .fetch('/rpc/test/silent?name=silent', { method: 'POST', signal })
      .catch(() => null);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(host, 'jobs/list')));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await until(async () => (await openCalls(host)).waiting.includes('silent'));
    aborter.abort();
    if (tells) await silent;
    await until(async () => (await openCalls(host)).aborted.includes('silent') === tells);
  });

  test('is told the incident of a core that dies, and starts it again', async () => {
    const stream = await host.fetch('/rpc/test/ticking?name=cut', { method: 'POST' });
    const reader = stream.body?.getReader();
    await reader?.read();
    await host.fetch('/rpc/test/die', { method: 'POST' });
    await expect(
      (async () => {
        while ((await reader?.read())?.done === false);
      })(),
    ).rejects.toThrow();
    const down = await call(host, 'jobs/list');
    expect(down.status).toBe(503);
    expect(await answerOf(down)).toMatchObject({
      code: 'core_stopped',
      data: { incident: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/) },
    });
    const page = await host.fetch('/');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('href="/relaunch"');
    expect((await host.fetch('/relaunch', { method: 'POST' })).status).toBe(200);
    expect((await call(host, 'jobs/list')).status).toBe(200);
  });
});
