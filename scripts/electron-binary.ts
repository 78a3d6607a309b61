/**
 * Where Electron's binary is, after one attempt to get it if it is missing.
 *
 * `npm ci` does not download it; its own installer does, at the first start. Behind a proxy that
 * swallows connections that installer waits for ever, so it is stopped after twenty seconds
 * without a byte. A failure is remembered for a day: the next starts are immediate.
 */
import { spawn } from 'node:child_process';
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
import { projectFolder } from './tools.ts';

const SILENCE_MAX_MS = 20_000;
const FAILURE_KEPT_MS = 24 * 3_600_000;

const electronFolder = path.join(projectFolder, 'node_modules/electron');
const cacheFolder = path.join(projectFolder, 'node_modules/.cache/electron-download');
const failureFile = path.join(projectFolder, 'node_modules/.cache/electron-failed.txt');

/** The path of the executable, or null where it can't be had. */
export async function electronBinary(): Promise<string | null> {
  const present = installedBinary();
  if (present !== null) return present;
  if (failedLately()) return null;
  process.stdout.write('Premier lancement : téléchargement d’Electron…\n');
  const isInstalled = await install();
  if (!isInstalled) writeFileSync(failureFile, '');
  return isInstalled ? installedBinary() : null;
}

/** The executable that its installer named in `path.txt`, if it is there. */
function installedBinary(): string | null {
  const nameFile = path.join(electronFolder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronFolder, 'dist');
  const binary = path.join(folder, readFileSync(nameFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function failedLately(): boolean {
  if (!existsSync(failureFile)) return false;
  return Date.now() - statSync(failureFile).mtimeMs < FAILURE_KEPT_MS;
}

/** Runs Electron's installer until it ends or falls silent; true when it succeeded. */
function install(): Promise<boolean> {
  mkdirSync(cacheFolder, { recursive: true });
  const child = spawn(process.execPath, [path.join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      // The download lands here, where its growth can be watched.
      TMPDIR: cacheFolder,
      TEMP: cacheFolder,
      TMP: cacheFolder,
      NODE_USE_ENV_PROXY: '1',
      NODE_USE_SYSTEM_CA: '1',
    },
  });
  return new Promise((resolve) => {
    let size = 0;
    let grewAt = performance.now();
    const watch = setInterval(() => {
      const now = sizeOf(cacheFolder) + sizeOf(path.join(electronFolder, 'dist'));
      if (now !== size) {
        size = now;
        grewAt = performance.now();
      } else if (performance.now() - grewAt > SILENCE_MAX_MS) child.kill();
    }, 1_000);
    const end = (isDone: boolean): void => {
      clearInterval(watch);
      rmSync(cacheFolder, { recursive: true, force: true });
      resolve(isDone);
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

/** Bytes of all files under a folder; a file that vanishes meanwhile counts for nothing. */
function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes +=
      statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
