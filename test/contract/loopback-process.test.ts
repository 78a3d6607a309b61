/** The loopback host as it is started: what it prints, what it leaves behind, when it leaves. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { codeOf, openSession } from './support/hosts.ts';
import { buildEntries, type HostProcess, removeEntries, startProcess } from './support/process.ts';
import { newFolder } from './support/renderer.ts';

beforeAll(buildEntries);
afterAll(removeEntries);

const running: HostProcess[] = [];
const folders: string[] = [];

function dataFolder(): string {
  const folder = newFolder('process');
  folders.push(folder);
  return folder;
}

function start(args: string[], env: Record<string, string> = {}): HostProcess {
  const host = startProcess(args, env);
  running.push(host);
  return host;
}

const isWindows = process.platform === 'win32';
const browser = path.join(import.meta.dirname, 'support/fake-browser.mjs');

afterEach(async () => {
  for (const host of running.splice(0)) {
    host.child.kill('SIGKILL');
    await host.ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('--no-open', () => {
  test('prints an address that opens a session, and another one for each Enter', async () => {
    const host = start(['--no-open', '--data-dir', dataFolder()]);
    const address = await host.address();
    const { origin } = new URL(address);
    expect(await openSession(origin, codeOf(address))).not.toBeNull();
    host.child.stdin?.write('\n');
    const second = await host.address(2);
    expect(second).not.toBe(address);
    expect(await openSession(origin, codeOf(second))).not.toBeNull();
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(host.err()).toBe('');
  });

  test('keeps what it writes for others to itself', async () => {
    const folder = dataFolder();
    const host = start(['--no-open', '--data-dir', folder]);
    await host.address();
    const run = path.join(folder, 'run');
    const instance = JSON.parse(readFileSync(path.join(run, 'instance.json'), 'utf8'));
    expect(instance).toEqual({
      pid: host.child.pid,
      origin: new URL(await host.address()).origin,
      knock: expect.stringMatching(/^[\w-]{43}$/),
    });
    if (!isWindows) {
      expect(statSync(run).mode & 0o777).toBe(0o700);
      expect(statSync(path.join(run, 'instance.json')).mode & 0o777).toBe(0o600);
    }
    host.child.kill('SIGTERM');
    await host.ended;
    expect(readdirSync(run)).toEqual(['lock.db']);
  });
});

test('with neither browser nor display it serves, and says where in one sentence', async () => {
  const host = start(['--data-dir', dataFolder()]);
  const address = await host.address();
  await vi.waitFor(() => expect(host.out()).toContain('ouvrir l’adresse dans un navigateur'));
  expect((await fetch(new URL(address).origin)).status).toBeLessThan(600);
});

describe('a second start on the same folder', () => {
  test('gets an address of the first one', async () => {
    const folder = dataFolder();
    const first = start(['--no-open', '--data-dir', folder]);
    const { origin } = new URL(await first.address());
    const second = start(['--no-open', '--data-dir', folder]);
    const address = await second.address();
    expect(await second.ended).toBe(0);
    expect(new URL(address).origin).toBe(origin);
    expect(await openSession(origin, codeOf(address))).not.toBeNull();
  });

  test('that nobody answers is refused, naming who holds the folder', async () => {
    const folder = dataFolder();
    const first = start(['--no-open', '--data-dir', folder]);
    await first.address();
    rmSync(path.join(folder, 'run', 'instance.json'));
    const second = start(['--no-open', '--data-dir', folder]);
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/^Ce dossier .* est déjà ouvert par \S+ sur \S+\. .*\n$/);
  });

  test('after a kill -9 finds the folder free', async () => {
    const folder = dataFolder();
    const first = start(['--no-open', '--data-dir', folder]);
    await first.address();
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start(['--no-open', '--data-dir', folder]);
    const address = await second.address();
    expect(await openSession(new URL(address).origin, codeOf(address))).not.toBeNull();
  });
});

describe.skipIf(isWindows)('with a browser', () => {
  const env = { ENCOURS_BROWSER: browser, DISPLAY: ':99' };
  const opened = (folder: string) =>
    vi.waitFor(
      () => expect(readFileSync(path.join(folder, 'run/browser/open'), 'utf8')).toBe('200'),
      { timeout: 15_000, interval: 50 },
    );

  test('no command line has the code, its page goes once used, it leaves with the window', async () => {
    const folder = dataFolder();
    const host = start(['--data-dir', folder], env);
    await opened(folder);
    const profile = path.join(folder, 'run/browser');
    const args = JSON.parse(readFileSync(path.join(profile, 'arguments.json'), 'utf8'));
    expect(args[0]).toMatch(/^--app=file:\/\/.*\/run\/open-1\.html$/);
    expect(args.slice(1)).toEqual([
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]);
    expect(existsSync(path.join(folder, 'run/open-1.html'))).toBe(false);
    expect(host.out()).toBe('');
    writeFileSync(path.join(profile, 'close'), '');
    expect(await host.ended).toBe(0);
    expect(host.err()).toBe('');
  });

  test('--background stays after the window, and a knock opens another', async () => {
    const folder = dataFolder();
    const host = start(['--background', '--data-dir', folder], env);
    await opened(folder);
    const profile = path.join(folder, 'run/browser');
    writeFileSync(path.join(profile, 'close'), '');
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(host.child.exitCode).toBeNull();
    rmSync(profile, { recursive: true });
    const second = start(['--data-dir', folder], env);
    expect(await second.ended).toBe(0);
    expect(second.out()).toContain('Encours est déjà ouvert');
    await opened(folder);
  });

  test('that ends without a page gives the address instead', async () => {
    const host = start(['--data-dir', dataFolder()], { ...env, ENCOURS_BROWSER: '/bin/false' });
    await host.address();
    expect(host.err()).toContain('La fenêtre ne s’est pas ouverte');
    expect(host.child.exitCode).toBeNull();
  });
});

describe('a start that goes wrong', () => {
  test('is an incident in one sentence; its stack is in the log', async () => {
    const folder = dataFolder();
    mkdirSync(path.join(folder, 'run'));
    writeFileSync(path.join(folder, 'run', 'lock.db'), 'no database, and long enough'.repeat(50));
    const host = start(['--no-open', '--data-dir', folder]);
    expect(await host.ended).toBe(1);
    expect(host.out()).toBe('');
    const sentence = /^Encours s’est arrêté sur une erreur\. Incident ([\w-]+), .*\n$/;
    const [, incident] = sentence.exec(host.err()) ?? [];
    const log = readFileSync(path.join(folder, 'logs', 'encours.log'), 'utf8');
    expect(JSON.parse(log)).toMatchObject({ msg: 'host_crashed', incident });
    expect(log).toContain('at takeFolderLock');
  });
});

describe('an option', () => {
  const cases: [args: string[], sentence: RegExp][] = [
    [['--nonsense'], /^Option inconnue : --nonsense\. .*\n$/],
    [['--today', '2026-02-30', '--sample'], /^« 2026-02-30 » n’est pas un jour\. .*\n$/],
    [['--today', '2026-02-03'], /^L’option --today .*\n$/],
    [['--data-dir'], /^L’option --data-dir demande une valeur\.\n$/],
  ];
  test.each(cases)('%j is refused in one sentence', async (args, sentence) => {
    const host = start(args);
    expect(await host.ended).toBe(2);
    expect(host.err()).toMatch(sentence);
    expect(host.out()).toBe('');
  });

  test('--data-dir where nothing can be written is refused in one sentence', async () => {
    const folder = dataFolder();
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const host = start(['--no-open', '--data-dir', path.join(file, 'below')]);
    expect(await host.ended).toBe(1);
    expect(host.err()).toMatch(/^Impossible d’écrire dans .*\n$/);
  });
});
