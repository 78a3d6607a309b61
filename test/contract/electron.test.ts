/** What the Electron host allows its window, seen by a stand-in as strict as the real module. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { app, seen, session, windowFetch } from './electron-stand-in.ts';
import { type HostWindow, openElectron } from './support/hosts.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const ORIGIN = 'app://encours';
let host: HostWindow;
beforeAll(async () => {
  host = await openElectron();
});
afterAll(() => host.close());

function theWindow() {
  const [window] = seen.windows;
  if (window === undefined) throw new Error('No window is open.');
  return window;
}

async function ticketFor(fileName: string, use: 'save' | 'open'): Promise<string> {
  const body = JSON.stringify({ fileName, content: 'un relevé', use });
  const answer = await host.fetch('/rpc/test/offer', { method: 'POST', body });
  const { url } = (await answer.json()) as { url: string };
  return `${ORIGIN}${url}`;
}

test('the scheme is told once, before Electron is ready, with the rights it needs', () => {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  };
  expect(seen.schemes).toEqual([{ scheme: 'app', privileges }]);
});

test('one window opens, shut in, on our own page', () => {
  expect(seen.windows).toHaveLength(1);
  expect(theWindow().options.webPreferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: true,
  });
  expect(seen.isSandboxed).toBe(true);
  expect(seen.loaded).toEqual([`${ORIGIN}/`]);
  expect(seen.paths.userData).toBe(path.join(host.dataFolder, 'run', 'electron'));
});

test('a second start brings the window forward instead of opening another', () => {
  app.emit('second-instance');
  expect(seen.windows).toHaveLength(1);
});

describe('the scheme', () => {
  test('serves one host', async () => {
    expect((await windowFetch('app://other/')).status).toBe(421);
  });

  test('serves nobody but our own pages', async () => {
    const { handler } = session.defaultSession;
    const from = (initiatorOrigin: string) =>
      handler?.(Object.assign(new Request(`${ORIGIN}/`), { initiatorOrigin }));
    expect((await from('https://evil.example'))?.status).toBe(403);
    expect((await from('null'))?.status).toBe(403);
    expect((await from(ORIGIN))?.status).toBe(200);
    expect((await handler?.(new Request(`${ORIGIN}/`)))?.status).toBe(200);
  });
});

describe('a permission', () => {
  const cases: [permission: string, address: string, isGranted: boolean][] = [
    ['clipboard-sanitized-write', `${ORIGIN}/`, true],
    ['clipboard-sanitized-write', 'https://evil.example/', false],
    ['clipboard-read', `${ORIGIN}/`, false],
    ['notifications', `${ORIGIN}/`, false],
    ['media', `${ORIGIN}/`, false],
    ['openExternal', `${ORIGIN}/`, false],
    ['fileSystem', `${ORIGIN}/`, false],
    ['unknown', '', false],
  ];
  test.each(cases)('%s for %j: %s', (permission, address, isGranted) => {
    const own = session.defaultSession;
    expect(own.permissionCheck(null, permission, address)).toBe(isGranted);
    let granted: boolean | null = null;
    own.permissionRequest(
      null,
      permission,
      (isAllowed) => {
        granted = isAllowed;
      },
      { requestingUrl: address },
    );
    expect(granted).toBe(isGranted);
    expect(own.devicePermission()).toBe(false);
  });
});

describe('a link', () => {
  test.each([
    'https://evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    `${ORIGIN}/clients/12`,
    `${ORIGIN}/rpc/-/jobs/list`,
    'app://other/files/x',
  ])('leads the window nowhere: %s', (url) => {
    const before = [...seen.loaded];
    theWindow().webContents.followLink(url);
    expect(seen.loaded).toEqual(before);
    expect(seen.downloads).toEqual([]);
  });

  test('to a file is a download, with the dialog of the desktop', async () => {
    const url = await ticketFor('balance.xlsx', 'save');
    theWindow().webContents.followLink(url);
    expect(seen.downloads).toEqual([url]);
    seen.downloads.length = 0;
    theWindow().webContents.downloadURL('https://evil.example/setup.exe');
    expect(seen.downloads).toEqual([]);
  });

  test('to the page it is on is a reload', () => {
    const { webContents } = theWindow();
    webContents.followLink(webContents.getURL());
    expect(seen.loaded.at(-1)).toBe(`${ORIGIN}/`);
  });

  test('that says to start the core again does so, and comes back to the page', async () => {
    const before = seen.loaded.length;
    theWindow().webContents.followLink(`${ORIGIN}/relaunch`);
    await vi.waitFor(() => expect(seen.loaded).toHaveLength(before + 1));
    expect(seen.loaded.at(-1)).toBe(`${ORIGIN}/`);
  });

  test('in a frame leads nowhere but to what is shown in it', () => {
    const isPrevented = (url: string) => {
      let prevented = false;
      const preventDefault = () => (prevented = true);
      theWindow().webContents.emit('will-frame-navigate', {
        url,
        isMainFrame: false,
        preventDefault,
      });
      return prevented;
    };
    expect(isPrevented('https://evil.example/')).toBe(true);
    expect(isPrevented(`${ORIGIN}/`)).toBe(true);
    expect(isPrevented('about:srcdoc')).toBe(false);
    expect(isPrevented(`blob:${ORIGIN}/1`)).toBe(false);
  });
});

describe('a new tab', () => {
  const click = () => theWindow().webContents.emit('input-event', {}, { type: 'mouseDown' });

  /** As if the last click was long ago. */
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockReturnValueOnce(-10_000);
    click();
    vi.restoreAllMocks();
    seen.external.length = 0;
  });

  test.each([
    ['https://www.impots.gouv.fr/', true],
    ['mailto:compta@example.fr', true],
    ['tel:+33123456789', true],
    ['http://example.fr/', false],
    ['file:///etc/passwd', false],
    ['https://user:word@example.fr/', false],
    ['smb://server/share', false],
    ['vbscript:x', false],
  ])('%s leaves for the desktop after a click: %s', (url, isOpened) => {
    const { webContents } = theWindow();
    expect(webContents.openTab(url)).toBe(false);
    webContents.emit('input-event', {}, { type: 'mouseMove' });
    expect(webContents.openTab(url)).toBe(false);
    expect(seen.external).toEqual([]);
    click();
    expect(webContents.openTab(url)).toBe(false);
    expect(seen.external).toEqual(isOpened ? [new URL(url).href] : []);
  });

  test('on a document opens it in the program of the desktop, under its name', async () => {
    const url = await ticketFor('relevé de compte.pdf', 'open');
    expect(theWindow().webContents.openTab(url)).toBe(false);
    await vi.waitFor(() => expect(seen.opened).toHaveLength(1));
    const [file = ''] = seen.opened;
    expect(path.basename(file)).toBe('relevé de compte.pdf');
    expect(readFileSync(file, 'utf8')).toBe('un relevé');
    expect(file.startsWith(path.join(host.dataFolder, 'tmp', 'open'))).toBe(true);
  });

  test('on a program never runs it: its place is asked', async () => {
    const url = await ticketFor('facture.pdf.exe', 'open');
    const before = seen.opened.length;
    theWindow().webContents.openTab(url);
    await vi.waitFor(async () => expect((await windowFetch(url)).status).toBe(404));
    expect(seen.opened).toHaveLength(before);
  });
});

test("a page's process that ends is started again once, then says so", async () => {
  const { webContents } = theWindow();
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  expect(webContents.reloads).toBe(1);
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  expect(webContents.reloads).toBe(1);
  const shown = seen.loaded.at(-1) ?? '';
  expect(shown).toMatch(/^app:\/\/encours\/window-failed\?incident=[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(await (await windowFetch(shown)).text()).toContain('La fenêtre s’est arrêtée');
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(webContents.reloads).toBe(1);
});

test('the window closes, the core ends, and the application leaves', async () => {
  expect(seen.trays).toBe(1);
  theWindow().close();
  await vi.waitFor(() => expect(seen.exits).toEqual([0]), { timeout: 8000 });
  expect(seen.trays).toBe(0);
  expect(seen.errors).toEqual([]);
  expect(existsSync(path.join(host.dataFolder, 'run', 'lock.db'))).toBe(true);
});
