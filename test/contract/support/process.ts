/**
 * The loopback host as a process of its own.
 *
 * It is bundled first, by what bundles the product: a start is then a fifth of one from source,
 * and what runs is what is shipped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { vi } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
/** Inside the project, so that the native packages are found from there. */
const builtFolder = path.join(projectFolder, 'node_modules/.cache/contract', String(process.pid));

/** Bundles the entries of the loopback host; to do once, before the first start. */
export async function buildEntries(): Promise<void> {
  const input = Object.fromEntries(
    ['loopback', 'core', 'job'].map((name) => [
      name,
      path.join(projectFolder, `src/main/${name}.ts`),
    ]),
  );
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@napi-rs/keyring'] },
    build: {
      ssr: true,
      outDir: path.join(builtFolder, 'main'),
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
}

/** Throws the bundle away. */
export function removeEntries(): void {
  rmSync(builtFolder, { recursive: true, force: true });
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/g;

export interface HostProcess {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Every address printed so far. */
  addresses(): string[];
  /** Waits for the n-th address. */
  address(count?: number): Promise<string>;
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | string>;
}

/** Starts the host with these options; no display unless `env` gives one. */
export function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): HostProcess {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const entry = path.join(builtFolder, 'main', 'loopback.js');
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...rest, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const addresses = () => out.match(ADDRESS) ?? [];
  return {
    child,
    out: () => out,
    err: () => err,
    addresses,
    ended,
    address: (count = 1) =>
      vi.waitFor(
        () => {
          const address = addresses()[count - 1];
          if (address === undefined) throw new Error(`No address yet: ${out}${err}`);
          return address;
        },
        { timeout: 15_000, interval: 20 },
      ),
  };
}
