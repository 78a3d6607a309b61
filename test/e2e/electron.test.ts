/** The desktop host itself, where its binary is: the window opens and is shut in. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, test } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../..');
const electronFolder = path.join(projectFolder, 'node_modules/electron');
const binary = binaryPath();
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY !== undefined;
const canRun = binary !== null && hasDisplay;
if (!canRun) process.stderr.write('Electron ou écran absent : essais d’Electron sautés.\n');

function binaryPath(): string | null {
  const nameFile = path.join(electronFolder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const full = path.join(electronFolder, 'dist', readFileSync(nameFile, 'utf8').trim());
  return existsSync(full) ? full : null;
}

describe.skipIf(!canRun)('the desktop host', () => {
  test('one window opens on our own origin, with nothing of Node in it', async () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'encours-electron-'));
    const application = await _electron.launch({
      executablePath: binary ?? '',
      args: [projectFolder, '--data-dir', dataFolder, '--sample', '--today', '2026-11-23'],
    });
    try {
      const window = await application.firstWindow();
      await window.getByRole('main').waitFor();
      expect(window.url()).toMatch(/^app:\/\/encours\//);
      expect(await window.evaluate('typeof process + typeof require')).toBe('undefinedundefined');
      expect(application.windows()).toHaveLength(1);
    } finally {
      await application.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
