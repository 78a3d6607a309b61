/**
 * Builds if needed, then opens Encours in Electron; where Electron can't be had, says so in one
 * line and opens it in an installed browser (mode navigateur).
 *
 * `--loopback` asks for the browser at once. Every other option goes to the application:
 * `--sample`, `--no-open`, `--data-dir DIR`, `--today YYYY-MM-DD`, `--background`.
 */
import path from 'node:path';
import { buildIfNeeded } from './build-if-needed.ts';
import { electronBinary } from './electron-binary.ts';
import { runInForeground } from './foreground.ts';
import { projectFolder } from './tools.ts';

/** An Electron that ends badly this soon could not open here at all (libraries, sandbox). */
const STILLBORN_MS = 5_000;

const args = process.argv.slice(2).filter((argument) => argument !== '--loopback');
// Electron has no address to print.
const wantsLoopback = process.argv.includes('--loopback') || args.includes('--no-open');

process.exitCode = await start();

async function start(): Promise<number> {
  if (!(await buildIfNeeded())) return 1;
  if (wantsLoopback) return runInForeground(process.execPath, loopbackArgs());
  const reason = await startElectron();
  if (typeof reason === 'number') return reason;
  process.stdout.write(`${reason} : Encours s’ouvre dans le navigateur.\n`);
  return runInForeground(process.execPath, loopbackArgs());
}

/** Electron's exit code, or why it did not run. */
async function startElectron(): Promise<number | string> {
  if (hasNoDisplay()) return 'Pas d’écran pour Electron';
  const binary = await electronBinary();
  if (binary === null) return 'Electron n’a pas pu être téléchargé';
  const startedAt = performance.now();
  const exitCode = await runInForeground(binary, [projectFolder, ...args]);
  const isStillborn = exitCode !== 0 && performance.now() - startedAt < STILLBORN_MS;
  return isStillborn ? 'Electron ne démarre pas sur cet ordinateur' : exitCode;
}

function hasNoDisplay(): boolean {
  if (process.platform !== 'linux') return false;
  return !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

function loopbackArgs(): string[] {
  return [path.join(projectFolder, 'out/main/loopback.js'), ...args];
}
