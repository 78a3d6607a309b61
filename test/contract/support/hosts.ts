/**
 * The two hosts, started for a test on the same application: what a window can do with each.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { superviseCore } from '../../../src/main/host/core-supervisor.ts';
import { makeHostHandle } from '../../../src/main/host/host-handle.ts';
import { startServer } from '../../../src/main/host/loopback/server.ts';
import type { Log } from '../../../src/main/ports/log.ts';
import { seen, windowFetch } from '../electron-stand-in.ts';
import { newFolder, writeRenderer } from './renderer.ts';

export const coreEntry = new URL('./core-entry.ts', import.meta.url);

/** A window of the host: it fetches with the rights it has. */
export interface HostWindow {
  readonly origin: string;
  readonly dataFolder: string;
  fetch(pathname: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface LoopbackWindow extends HostWindow {
  readonly token: string;
  readonly knock: string;
  newAddress(): string;
  readonly replays: () => number;
  readonly streams: () => number;
}

/** The loopback server over real HTTP, with one session open. */
export async function openLoopback(elapsedMs?: () => number): Promise<LoopbackWindow> {
  const dataFolder = newFolder('loopback');
  const pages = { rendererFolder: writeRenderer() };
  const core = await superviseCore({
    coreEntry,
    start: { dataFolder, pages, hostKind: 'loopback', sample: false, today: null },
    log: quietLog,
    host: { kind: 'loopback', notify: nothing, openExternal: nothing, showInFolder: nothing },
  });
  if (!core.isDone) throw new Error(core.refusal.code);
  let replays = 0;
  let streams = 0;
  const server = await startServer({
    handle: makeHostHandle(core.value),
    log: quietLog,
    onKnock: (wantsAddress) => (wantsAddress ? server.newAddress(1000) : null),
    onSession: nothing,
    onReplay: () => {
      replays += 1;
    },
    onStreams: (count) => {
      streams = count;
    },
    ...(elapsedMs && { elapsedMs }),
  });
  const { origin } = server;
  const newAddress = () => server.newAddress(60_000);
  const token = await openSession(origin, codeOf(newAddress()));
  return {
    origin,
    dataFolder,
    token: token ?? '',
    knock: server.knock,
    newAddress,
    replays: () => replays,
    streams: () => streams,
    fetch: (pathname, init = {}) =>
      fetch(`${origin}${pathname}`, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${token}` },
      }),
    async close() {
      await server.close();
      await core.value.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export const codeOf = (address: string) => address.replace(/^.*#launch=/, '');

/** The token that a launch code gives, or null. */
export async function openSession(origin: string, code: string): Promise<string | null> {
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    body: JSON.stringify({ code }),
  });
  const { token } = (await answer.json()) as { token?: string };
  return token ?? null;
}

/** The Electron host on the stand-in; `electron` must be mocked by it in the test file. */
export async function openElectron(): Promise<HostWindow> {
  const dataFolder = newFolder('electron');
  const { startElectron } = await import('../../../src/main/host/electron/start.ts');
  process.argv = ['electron', '--inspect=0', path.resolve('.'), '--data-dir', dataFolder];
  await startElectron(coreEntry, { rendererFolder: writeRenderer() });
  const origin = 'app://encours';
  return {
    origin,
    dataFolder,
    fetch: (pathname, init) => windowFetch(`${origin}${pathname}`, init),
    async close() {
      const { app } = await import('../electron-stand-in.ts');
      app.quit();
      while (seen.exits.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function nothing(): void {
  // The desktop does nothing here.
}
