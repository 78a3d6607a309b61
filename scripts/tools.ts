/** Runs the tools of node_modules as programs of their own, with this same Node. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '..');

/** Colours are for a terminal, not for the log of a continuous integration. */
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };

/** What a tool ended with; `timedOut` when it was stopped at its limit. */
export interface ToolEnd {
  readonly exitCode: number;
  readonly output: string;
  readonly timedOut: boolean;
}

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Copies what the tool says to the terminal as it comes, instead of keeping it. */
  readonly isShown?: boolean;
  readonly timeoutMs?: number;
}

/** The script behind a command of a package: `binOf('vitest', 'vitest')`. */
export function binOf(packageName: string, command: string): string {
  const folder = path.join(projectFolder, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (bin === undefined) throw new Error(`No command ${command} in ${packageName}`);
  return path.join(folder, bin);
}

/** Runs a Node script of ours or of a tool to its end. */
export function runNode(
  script: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...colours, ...options.env },
      stdio: ['ignore', options.isShown ? 'inherit' : 'pipe', options.isShown ? 'inherit' : 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const keep = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const limit =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGTERM');
          }, options.timeoutMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ exitCode: code ?? 1, output, timedOut });
    });
  });
}

/** `12,3 s`, for the tables that the scripts print. */
export function secondsOf(milliseconds: number): string {
  const form = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${(milliseconds / 1000).toLocaleString('fr-FR', form)} s`;
}
