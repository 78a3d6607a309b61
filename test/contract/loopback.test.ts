/** The protocol of the loopback host: who is let in, in the order the questions are asked. */
import http from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, type LoopbackWindow, openLoopback, openSession } from './support/hosts.ts';
import { PAGE } from './support/renderer.ts';

let nowMs = 0;
let host: LoopbackWindow;
beforeAll(async () => {
  host = await openLoopback(() => nowMs);
});
afterAll(() => host.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request exactly as written: `fetch` would not let a test lie about Host or Sec-Fetch-Site. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<number> {
  const { port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const CALL = { method: 'POST', path: '/rpc/-/jobs/list', body: '{}' };
const NAVIGATION = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

describe('a request', () => {
  test('is answered on 127.0.0.1 alone', async () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  // The token is added to each call, so that what is refused is refused for the reason named.
  const cases: [reason: string, asked: Asked, status: number][] = [
    ['a page', {}, 200],
    ['a call with its token', CALL, 200],
    ['another method', { method: 'PUT' }, 405],
    ['DELETE', { method: 'DELETE', path: '/rpc/-/jobs/list' }, 405],
    ['HEAD', { method: 'HEAD' }, 405],
    ['a foreign host', { headers: { Host: 'evil.example' } }, 421],
    ['our address by another name', { headers: { Host: 'localhost' } }, 421],
    ['a foreign host, whatever else', { ...CALL, headers: { Host: 'evil.example' } }, 421],
    ['a foreign origin', { ...CALL, headers: { Origin: 'https://evil.example' } }, 403],
    ['a foreign origin on a page', { headers: { Origin: 'https://evil.example' } }, 403],
    ['the origin null', { ...CALL, headers: { Origin: 'null' } }, 403],
    ['a call from another site', { ...CALL, headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a call from the same site', { ...CALL, headers: { 'Sec-Fetch-Site': 'same-site' } }, 403],
    ['a call typed by hand', { ...CALL, headers: { 'Sec-Fetch-Site': 'none' } }, 403],
    ['a call from our page', { ...CALL, headers: { 'Sec-Fetch-Site': 'same-origin' } }, 200],
    ['a page typed by hand', { headers: { 'Sec-Fetch-Site': 'none' } }, 200],
    ['a file typed by hand', { path: '/files/x', headers: { 'Sec-Fetch-Site': 'none' } }, 404],
    [
      'a file from elsewhere',
      { path: '/files/x', headers: { 'Sec-Fetch-Site': 'cross-site' } },
      403,
    ],
    ['a script of ours from elsewhere', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    [
      'a navigation from elsewhere, no window being expected',
      { headers: { 'Sec-Fetch-Site': 'cross-site', ...NAVIGATION } },
      403,
    ],
    ['an answer to OPTIONS', { method: 'OPTIONS', path: '/rpc/-/jobs/list' }, 405],
  ];
  test.each(cases)('%s', async (_reason, asked, status) => {
    const headers = { Authorization: `Bearer ${host.token}`, ...asked.headers };
    expect(await ask({ ...asked, headers })).toBe(status);
  });

  test('with our own origin is ours', async () => {
    const headers = { Authorization: `Bearer ${host.token}`, Origin: host.origin };
    expect(await ask({ ...CALL, headers })).toBe(200);
  });

  const rights: [reason: string, headers: Record<string, string>][] = [
    ['no token', {}],
    ['another token', { Authorization: `Bearer ${'A'.repeat(43)}` }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['another scheme', { Authorization: 'Basic QWxhZGRpbjpvcGVu' }],
  ];
  test.each(rights)('with %s calls and sends nothing', async (_reason, headers) => {
    expect(await ask({ ...CALL, headers })).toBe(401);
    expect(await ask({ ...CALL, path: '/upload/x?at=0', headers })).toBe(401);
    expect(await ask({ ...CALL, path: '/relaunch', headers })).toBe(401);
    expect(await ask({ ...CALL, path: '/', headers })).toBe(401);
  });

  test('has at most 16 KiB of headers', async () => {
    expect(await ask({ headers: { 'X-Long': 'a'.repeat(17 * 1024) } })).toBe(431);
  });

  test('is refused for its length before it is read', async () => {
    const Authorization = `Bearer ${host.token}`;
    const declared = { Authorization, 'Content-Length': String(5 * 1024 * 1024) };
    const { port } = new URL(host.origin);
    const socket = net.connect(Number.parseInt(port, 10), '127.0.0.1');
    const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...declared });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`POST /upload/x?at=0 HTTP/1.1\r\n${head}\r\n`);
    const first = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(data.toString())),
    );
    socket.destroy();
    expect(first).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a launch code', () => {
  test('opens one session, and the page it leads to may come from a file', async () => {
    const code = codeOf(host.newAddress());
    const headers = { 'Sec-Fetch-Site': 'cross-site', ...NAVIGATION };
    expect(await ask({ headers })).toBe(200);
    expect(await ask({ path: '/clients', headers })).toBe(403);
    const token = await openSession(host.origin, code);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await ask({ ...CALL, headers: { Authorization: `Bearer ${token}` } })).toBe(200);
    expect(await ask({ headers })).toBe(403);
  });

  test('is good for a minute', async () => {
    const inTime = codeOf(host.newAddress());
    const late = codeOf(host.newAddress());
    nowMs += 60_000;
    expect(await openSession(host.origin, inTime)).not.toBeNull();
    nowMs += 1;
    expect(await openSession(host.origin, late)).toBeNull();
    expect(host.replays()).toBe(0);
  });

  test.each(['', 'x', 'A'.repeat(43)])('that was never given opens nothing: %j', async (code) => {
    expect(await openSession(host.origin, code)).toBeNull();
    expect(host.replays()).toBe(0);
  });

  test('is read from a small body only', async () => {
    const answer = await fetch(`${host.origin}/session`, {
      method: 'POST',
      body: JSON.stringify({ code: codeOf(host.newAddress()), more: 'x'.repeat(5000) }),
    });
    expect(answer.status).toBe(400);
  });

  test('presented again closes every session, cuts their streams and says so', async () => {
    const code = codeOf(host.newAddress());
    const other = await openSession(host.origin, codeOf(host.newAddress()));
    const token = await openSession(host.origin, code);
    const stream = await fetch(`${host.origin}/rpc/test/ticking`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${other}` },
    });
    const reader = stream.body?.getReader();
    await reader?.read();
    expect(host.streams()).toBe(1);

    const replayed = await fetch(`${host.origin}/session`, {
      method: 'POST',
      body: JSON.stringify({ code }),
    });
    expect(replayed.status).toBe(401);
    expect(await replayed.json()).toEqual({ code: 'code_replayed' });
    expect(host.replays()).toBe(1);
    await expect(
      (async () => {
        while ((await reader?.read())?.done === false);
      })(),
    ).rejects.toThrow();
    for (const lost of [token, other, host.token]) {
      expect(await ask({ ...CALL, headers: { Authorization: `Bearer ${lost}` } })).toBe(401);
    }
  });
});

describe('a knock', () => {
  const knock = (secret: unknown, wantsAddress: boolean) =>
    fetch(`${host.origin}/knock`, {
      method: 'POST',
      body: JSON.stringify({ knock: secret, wantsAddress }),
    });

  test('with the secret of the folder opens a window, or gives an address', async () => {
    expect(await (await knock(host.knock, false)).json()).toEqual({ address: null });
    const { address } = (await (await knock(host.knock, true)).json()) as { address: string };
    expect(address.startsWith(`${host.origin}/#launch=`)).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['a guess', 'A'.repeat(43)],
    ['a number', 1],
  ])('with %s opens nothing', async (_name, secret) => {
    expect((await knock(secret, true)).status).toBe(401);
  });
});

test('a page holds no data: without a token a browser reads what was built', async () => {
  const page = await (await fetch(`${host.origin}/clients/12`)).text();
  expect(page.replace(/<meta [^>]*>/g, '')).toBe(PAGE);
});

test('64 connections are open at most', async () => {
  const { port } = new URL(host.origin);
  const sockets = Array.from({ length: 80 }, () => {
    const socket = net.connect(Number.parseInt(port, 10), '127.0.0.1');
    return {
      socket,
      closed: new Promise<true>((resolve) => socket.on('close', () => resolve(true))),
    };
  });
  const wait = new Promise<false>((resolve) => setTimeout(() => resolve(false), 500));
  const closed = await Promise.all(sockets.map((one) => Promise.race([one.closed, wait])));
  for (const { socket } of sockets) socket.destroy();
  expect(closed.filter((isClosed) => !isClosed).length).toBeLessThanOrEqual(64);
  expect(closed.filter((isClosed) => isClosed).length).toBeGreaterThanOrEqual(16);
});
