/**
 * `npm run dev`: Vite for the window, the application beside it, restarted when its code changes.
 *
 * With `--loopback` (`npm run dev:loopback`) the main process runs from source under Node, which
 * reads TypeScript, and shows in a browser; the window's code is replaced without a reload.
 */
import path from 'node:path';
import { electronBinary } from './electron-binary.ts';
import { runInForeground } from './foreground.ts';
import { binOf, projectFolder } from './tools.ts';

const args = process.argv.slice(2).filter((argument) => argument !== '--loopback');

process.exitCode = process.argv.includes('--loopback')
  ? await developInBrowser()
  : await developInElectron();

async function developInElectron(): Promise<number> {
  if ((await electronBinary()) === null) {
    process.stderr.write('Electron est absent ici. Essayez « npm run dev:loopback ».\n');
    return 1;
  }
  const options = args.length > 0 ? ['--', ...args] : [];
  const electronVite = binOf('electron-vite', 'electron-vite');
  return runInForeground(process.execPath, [electronVite, 'dev', ...options]);
}

async function developInBrowser(): Promise<number> {
  const { createServer } = await import('vite');
  const { default: configuration } = await import('../electron.vite.config.ts');
  const server = await createServer({
    ...configuration.renderer,
    configFile: false,
    root: path.join(projectFolder, 'src/renderer'),
  });
  await server.listen();
  const origin = new URL(server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173').origin;
  const watched = ['--watch', 'src/main/loopback.ts', ...args];
  // The name that electron-vite gives it.
  const exitCode = await runInForeground(process.execPath, watched, {
    ELECTRON_RENDERER_URL: origin,
  });
  await server.close();
  return exitCode;
}
