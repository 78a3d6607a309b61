/** What the installed application holds, and what it no longer does for anybody else. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rehearse } from '../../scripts/packaging.ts';

const canRehearse = process.platform === 'linux' && process.arch === 'x64';
if (!canRehearse) process.stderr.write('Assemblage essayé sous Linux seulement : essais sautés.\n');

describe.skipIf(!canRehearse)('the assembled application', () => {
  let folder = '';
  let application = '';
  let archived: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'encours-package-'));
    application = (await rehearse(folder)).applicationFolder;
    archived = listPackage(path.join(application, 'resources/app.asar'), { isPack: false });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    '/package.json',
    '/out/main/electron.js',
    '/out/main/core.js',
    '/out/main/job.js',
    '/out/renderer/index.html',
  ])('the archive holds %s', (file) => {
    expect(archived).toContain(file);
  });

  test('the archive holds no source, test, map or tool', () => {
    const strangers = archived.filter(
      (file) => /^\/(src|test|scripts|docs|dist)\b/.test(file) || /\.(map|ts|tsx)$/.test(file),
    );
    expect(strangers).toEqual([]);
  });

  test('only native packages come along', () => {
    const packages = archived.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^@/]+$/.test(file));
    expect(packages.toSorted()).toEqual([
      '/node_modules/@napi-rs/keyring',
      '/node_modules/@napi-rs/keyring-linux-x64-gnu',
      '/node_modules/better-sqlite3',
    ]);
  });

  test.each([
    'better-sqlite3/prebuilds/linux-x64.node',
    '@napi-rs/keyring-linux-x64-gnu/keyring.linux-x64-gnu.node',
  ])('%s lies outside the archive, where it can be loaded', (file) => {
    const unpacked = path.join(application, 'resources/app.asar.unpacked/node_modules', file);
    expect(existsSync(unpacked)).toBe(true);
  });

  test.each([
    ['RunAsNode', FuseV1Options.RunAsNode, FuseState.DISABLE],
    ['NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    ['--inspect', FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    ['file: privileges', FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
    ['cookie encryption', FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    ['archive integrity', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
    ['archive only', FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  ])('the fuse %s is as decided', async (_name, fuse, state) => {
    const wire = await getCurrentFuseWire(path.join(application, 'encours'));
    expect(wire[fuse]).toBe(state);
  });
});
