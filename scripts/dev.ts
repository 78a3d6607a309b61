/**
 * `npm run dev`: Vite for the window, the application beside it, restarted when its code changes.
 *
 * With `--loopback` (`npm run dev:loopback`) the main process runs from source under Node, which
 * reads TypeScript, and shows in a browser; the window's code is replaced without a reload.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { electronBinary } from './electron-binary.ts';
import { binOf, projectFolder } from './tools.ts';

const args = process.argv.slice(2).filter((argument) => argument !== '--loopback');

if (process.argv.includes('--loopback')) await developInBrowser();
else await developInElectron();

async function developInElectron(): Promise<void> {
  if ((await electronBinary()) === null) {
    process.stderr.write('Electron est absent ici. Essayez « npm run dev:loopback ».\n');
    process.exitCode = 1;
    return;
  }
  const options = args.length > 0 ? ['--', ...args] : [];
  spawn(process.execPath, [binOf('electron-vite', 'electron-vite'), 'dev', ...options], {
    cwd: projectFolder,
    stdio: 'inherit',
  }).on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function developInBrowser(): Promise<void> {
  const { createServer } = await import('vite');
  const { default: configuration } = await import('../electron.vite.config.ts');
  const server = await createServer({
    ...configuration.renderer,
    configFile: false,
    root: path.join(projectFolder, 'src/renderer'),
  });
  await server.listen();
  const origin = new URL(server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173').origin;
  spawn(process.execPath, ['--watch', 'src/main/loopback.ts', ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
    // The name that electron-vite gives it.
    env: { ...process.env, ELECTRON_RENDERER_URL: origin },
  }).on('close', (code) => {
    void server.close();
    process.exitCode = code ?? 1;
  });
}
