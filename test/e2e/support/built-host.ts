/** The built application as a process of its own, on a data folder that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
const entry = path.join(projectFolder, 'out/main/loopback.js');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#launch=\S+/;
const START_MAX_MS = 30_000;
const STOP_MAX_MS = 15_000;

export interface HostOptions {
  /** Opens on the sample company. */
  readonly sample?: boolean;
  /** The day it is: `2026-11-23`. The real day where it is not said. */
  readonly today?: string;
  /** A folder that outlives the host; a new one, removed at the end, where it is not said. */
  readonly dataFolder?: string;
}

export interface BuiltHost {
  /** The address printed by `--no-open`, with its launch code. */
  readonly address: string;
  readonly origin: string;
  readonly dataFolder: string;
  /** All that it printed so far. */
  readonly printed: () => string;
  /** Asks it to end and waits until it has; throws when it does not end well. */
  readonly stop: () => Promise<void>;
}

/** Starts `out/main/loopback.js` and waits for its address. */
export async function startBuiltHost(options: HostOptions = {}): Promise<BuiltHost> {
  if (!existsSync(entry)) throw new Error('Nothing is built: run `npm run build` first.');
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'encours-e2e-'));
  const args = ['--no-open', '--data-dir', dataFolder];
  if (options.sample) args.push('--sample');
  if (options.today !== undefined) args.push('--today', options.today);

  const child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let printed = '';
  const keep = (text: Buffer): void => {
    printed += text.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const stop = async (): Promise<void> => {
    const code = await endOf(child);
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The application ended with ${code}:\n${printed}`);
  };
  try {
    const address = await addressIn(child, () => printed);
    const origin = new URL(address).origin;
    return { address, origin, dataFolder, printed: () => printed, stop };
  } catch (error) {
    child.kill('SIGKILL');
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    throw error;
  }
}

function addressIn(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}:\n${printed()}`));
    const limit = setTimeout(() => fail('No address within 30 s'), START_MAX_MS);
    const look = (): void => {
      const address = ADDRESS.exec(printed())?.[0];
      if (address === undefined) return;
      clearTimeout(limit);
      child.stdout?.off('data', look);
      resolve(address);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The application ended with ${code} before it gave its address`);
    });
  });
}

/** Its exit code, or the signal that was needed to end it. */
function endOf(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MAX_MS);
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      resolve(code ?? signal ?? 1);
    });
    child.kill('SIGTERM');
  });
}
