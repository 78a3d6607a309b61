/** Builds when `out/` is absent or older than what it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { binOf, projectFolder, runNode } from './tools.ts';

const MADE_OF = ['src', 'package-lock.json', 'electron.vite.config.ts'];
const MADE = ['out/main/loopback.js', 'out/renderer/index.html'];

/** True when `out/` is there and up to date at the end. */
export async function buildIfNeeded(): Promise<boolean> {
  if (!isStale()) return true;
  process.stdout.write('Construction de l’application…\n');
  const end = await runNode(binOf('electron-vite', 'electron-vite'), ['build']);
  if (end.exitCode !== 0) process.stderr.write(end.output);
  return end.exitCode === 0;
}

function isStale(): boolean {
  const made = MADE.map((file) => path.join(projectFolder, file));
  if (!made.every((file) => existsSync(file))) return true;
  const madeAt = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return MADE_OF.some((name) => newestUnder(path.join(projectFolder, name)) > madeAt);
}

/** The latest change of a file, or of anything in a folder, a removal included. */
function newestUnder(full: string): number {
  const own = statSync(full);
  if (!own.isDirectory()) return own.mtimeMs;
  let newest = own.mtimeMs;
  for (const name of readdirSync(full, { recursive: true, encoding: 'utf8' })) {
    newest = Math.max(newest, statSync(path.join(full, name)).mtimeMs);
  }
  return newest;
}
