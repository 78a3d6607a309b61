/**
 * `npm run package`: the installer of the computer it runs on, in `dist/`.
 *
 * Ends with 0 when the installer is there, 1 when something is wrong with the application or its
 * configuration, 3 when all is right but Electron's binary can't be had here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './build-if-needed.ts';
import { electronBinary } from './electron-binary.ts';
import { makeInstallers, rehearse } from './packaging.ts';

const NO_ELECTRON = 3;

// Said outright: electron-builder's own hook would end the process with 0.
process.exit(await makePackage());

async function makePackage(): Promise<number> {
  if (!(await buildIfNeeded())) return 1;
  if ((await electronBinary()) !== null) {
    const installers = await makeInstallers();
    process.stdout.write(`\nInstallateurs :\n${installers.join('\n')}\n`);
    return 0;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'encours-package-'));
  try {
    await rehearse(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    '\nLa configuration est bonne et l’application s’assemble, mais Electron n’a pas pu être ' +
      'téléchargé : l’installateur n’est pas fait. Recommencez avec un accès à github.com, ou ' +
      'indiquez un miroir par ELECTRON_MIRROR.\n',
  );
  return NO_ELECTRON;
}
