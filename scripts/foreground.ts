/** A program that takes the terminal over, for as long as it runs. */
import { spawn } from 'node:child_process';
import { projectFolder } from './tools.ts';

/**
 * Runs a program in the foreground and gives its exit code. A request to stop is handed on to it;
 * so is the end of the npm that started us, which takes nobody along by itself: the application
 * would stay without its terminal.
 */
export function runInForeground(
  program: string,
  args: readonly string[],
  added: Readonly<Record<string, string>> = {},
): Promise<number> {
  const env = { ...process.env, ...added };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit', env });
  const stop = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, 1_000);
  return new Promise((resolve) => {
    const end = (exitCode: number): void => {
      clearInterval(watch);
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      resolve(exitCode);
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}
