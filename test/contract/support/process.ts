/** The loopback host as a process of its own, from source, on a folder that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { vi } from 'vitest';

const entry = path.resolve(import.meta.dirname, '../../../src/main/loopback.ts');
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
