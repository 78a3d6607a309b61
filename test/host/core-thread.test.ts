/** The core in its thread: it starts, dies, is started again, is asked to stop. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CoreStopped } from '../../src/main/host/bridge.ts';
import {
  type CoreDown,
  type CoreSupervisor,
  superviseCore,
} from '../../src/main/host/core-supervisor.ts';
import { quietLog } from '../contract/support/hosts.ts';
import { newFolder, writeRenderer } from '../contract/support/renderer.ts';

const bareEntry = new URL('./support/bare-core-entry.ts', import.meta.url);
const realEntry = new URL('../../src/main/core.ts', import.meta.url);
const ORIGIN = 'http://127.0.0.1:1';
const post = (path: string) => new Request(`${ORIGIN}${path}`, { method: 'POST', body: '{}' });

const open: CoreSupervisor[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function begin(coreEntry: URL, dataFolder: string, more: object = {}) {
  return superviseCore({
    coreEntry,
    start: {
      dataFolder,
      pages: { rendererFolder: writeRenderer() },
      hostKind: 'loopback',
      sample: false,
      today: null,
    },
    log: quietLog,
    host: {
      kind: 'loopback',
      notify: () => undefined,
      openExternal: () => undefined,
      showInFolder: () => undefined,
    },
    ...more,
  });
}

async function started(coreEntry: URL, more: object = {}): Promise<CoreSupervisor> {
  const folder = newFolder('core');
  folders.push(folder);
  const core = await begin(coreEntry, folder, more);
  if (!core.isDone) throw new Error(core.refusal.code);
  open.push(core.value);
  return core.value;
}

describe('the core', () => {
  test('answers pages and calls from its thread', async () => {
    const core = await started(realEntry);
    expect((await core.handle(new Request(`${ORIGIN}/`))).status).toBe(200);
    const answer = await core.handle(post('/rpc/-/jobs/list'));
    expect(await answer.json()).toEqual({ json: [] });
    expect(core.isBusy()).toBe(false);
    expect(core.down()).toBeNull();
  });

  test('keeps where the window stood for the next start', async () => {
    const folder = newFolder('core');
    folders.push(folder);
    const window = { x: 5, y: 6, width: 1400, height: 900, isMaximized: false };
    const first = await begin(realEntry, folder);
    if (first.isDone) {
      expect(first.value.settings.window).toBeNull();
      first.value.recordWindow(window);
      await first.value.close();
    }
    const second = await begin(realEntry, folder);
    if (!second.isDone) throw new Error(second.refusal.code);
    open.push(second.value);
    expect(second.value.settings).toEqual({ window, language: 'fr' });
  });

  test('is refused a folder that another core holds, and both live on', async () => {
    const folder = newFolder('core');
    folders.push(folder);
    const first = await begin(realEntry, folder);
    if (!first.isDone) throw new Error(first.refusal.code);
    open.push(first.value);
    const second = await begin(realEntry, folder);
    expect(second).toMatchObject({ isDone: false, refusal: { code: 'folder_in_use' } });
    expect((await first.value.handle(post('/rpc/-/jobs/list'))).status).toBe(200);
  });

  test('leaves a ledger that can’t be opened closed, and the others work', async () => {
    const folder = newFolder('core');
    folders.push(folder);
    const broken = path.join(folder, 'companies', '552100554');
    mkdirSync(broken, { recursive: true });
    writeFileSync(path.join(broken, 'ledger.db'), 'this is no ledger, and long enough to be read');
    const core = await begin(realEntry, folder);
    if (!core.isDone) throw new Error(core.refusal.code);
    open.push(core.value);
    expect((await core.value.handle(post('/rpc/-/jobs/list'))).status).toBe(200);
    expect(readFileSync(path.join(broken, 'ledger.db'), 'utf8')).toContain('this is no ledger');
  });
});

describe('the bridge', () => {
  test('carries headers, bodies and their absence', async () => {
    const core = await started(bareEntry);
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const echo = await core.handle(
      new Request(`${ORIGIN}/echo`, { method: 'POST', body: bytes, headers: { 'X-Said': 'é' } }),
    );
    expect(echo.headers.get('X-Said')).toBe('é');
    expect(new Uint8Array(await echo.arrayBuffer())).toEqual(bytes);
    const empty = await core.handle(new Request(`${ORIGIN}/empty`));
    expect([empty.status, empty.body]).toEqual([204, null]);
  });

  test('carries a break of the stream to its reader', async () => {
    const core = await started(bareEntry);
    const answer = await core.handle(new Request(`${ORIGIN}/broken-stream`));
    await expect(answer.text()).rejects.toThrow('broken on the way');
  });

  test('carries the host’s signal, even one given before', async () => {
    const core = await started(bareEntry);
    const silent = (signal: AbortSignal) =>
      core.handle(new Request(`${ORIGIN}/silent`, { signal }));
    const aborter = new AbortController();
    const answer = silent(aborter.signal);
    aborter.abort();
    expect((await answer).status).toBe(500);
    expect((await silent(AbortSignal.abort())).status).toBe(500);
  });
});

describe('a core', () => {
  test('that stops ends what it was asked, then answers nothing', async () => {
    const core = await started(bareEntry);
    const silent = core.handle(new Request(`${ORIGIN}/silent`));
    await core.handle(new Request(`${ORIGIN}/`));
    await core.close();
    expect((await silent).status).toBe(500);
    await expect(core.handle(new Request(`${ORIGIN}/`))).rejects.toBeInstanceOf(CoreStopped);
  });

  test('that works says so', async () => {
    const core = await started(bareEntry);
    await core.handle(new Request(`${ORIGIN}/busy`));
    expect(core.isBusy()).toBe(true);
  });

  test('that asks for it is stopped and started, and calls wait meanwhile', async () => {
    const deaths: CoreDown[] = [];
    const core = await started(bareEntry, { onDeath: (down: CoreDown) => deaths.push(down) });
    await core.handle(new Request(`${ORIGIN}/busy`));
    await core.handle(new Request(`${ORIGIN}/restart`));
    expect((await core.handle(new Request(`${ORIGIN}/`))).status).toBe(200);
    expect(core.isBusy()).toBe(false);
    expect(deaths).toEqual([]);
  });
});

describe('a core that dies', () => {
  const die = async (core: CoreSupervisor) => {
    await core.handle(new Request(`${ORIGIN}/die`));
    await vi.waitFor(() => expect(core.down()).not.toBeNull(), { timeout: 5000 });
  };

  test('breaks what was under way, gets an incident, and is started again on demand', async () => {
    const deaths: CoreDown[] = [];
    const core = await started(bareEntry, { onDeath: (down: CoreDown) => deaths.push(down) });
    const silent = core.handle(new Request(`${ORIGIN}/silent`));
    const ticking = await core.handle(new Request(`${ORIGIN}/ticking`));
    const failures = Promise.allSettled([silent, ticking.text()]);
    await die(core);
    for (const failure of await failures) {
      expect(failure).toMatchObject({ status: 'rejected', reason: { name: 'CoreStopped' } });
    }
    expect(deaths).toEqual([
      { incident: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/), mayRelaunch: true },
    ]);
    await expect(core.handle(new Request(`${ORIGIN}/`))).rejects.toBeInstanceOf(CoreStopped);
    expect(await core.relaunch()).toBe(true);
    expect(core.down()).toBeNull();
    expect((await core.handle(new Request(`${ORIGIN}/`))).status).toBe(200);
    expect(await core.relaunch()).toBe(true);
  });

  test('three times in ten minutes stays down', async () => {
    let nowMs = 0;
    const core = await started(bareEntry, { elapsedMs: () => nowMs });
    for (const pauseMs of [600_000, 0, 0]) {
      await die(core);
      expect(core.down()?.mayRelaunch).toBe(true);
      expect(await core.relaunch()).toBe(true);
      nowMs += pauseMs;
    }
    await die(core);
    expect(core.down()?.mayRelaunch).toBe(false);
    expect(await core.relaunch()).toBe(false);
  });

  test('before it answers is an error of the start', async () => {
    const folder = newFolder('core');
    folders.push(folder);
    const missing = new URL('./no-such-entry.ts', import.meta.url);
    await expect(begin(missing, folder)).rejects.toThrow();
    expect(existsSync(path.join(folder, 'run'))).toBe(false);
  });
});
