/**
 * Makes the installed application, or rehearses it where Electron's binary can't be had.
 *
 * The rehearsal is the real electron-builder with the real configuration, on a stand-in for
 * Electron's folder: an executable of a few bytes that carries the fuse wire. All but Electron
 * itself is then true: what the archive holds, what lies beside it, the fuses.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { projectFolder } from './tools.ts';

/** Marks the fuses inside Electron's executable (@electron/fuses, `SENTINEL`). */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_WIRE_VERSION = 1;
/** As Electron ships: 1 on, 0 off. */
const FUSES_AS_SHIPPED = '101101001';

/** The installers of the computer it runs on; resolves to their paths. */
export function makeInstallers(): Promise<string[]> {
  return build({
    projectDir: projectFolder,
    publish: 'never',
    config: { electronDist: path.join(projectFolder, 'node_modules/electron/dist') },
  });
}

/** Assembles the Linux application in `folder` with the stand-in; no installer. */
export async function rehearse(folder: string): Promise<{ readonly applicationFolder: string }> {
  const electronDist = path.join(folder, 'electron');
  await writeStandIn(electronDist);
  await build({
    projectDir: projectFolder,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: { electronDist, directories: { output: path.join(folder, 'dist') } },
  });
  return { applicationFolder: path.join(folder, 'dist/linux-unpacked') };
}

async function writeStandIn(folder: string): Promise<void> {
  for (const name of ['locales', 'resources', 'empty']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  writeFileSync(path.join(folder, 'empty/package.json'), '{}');
  await createPackage(path.join(folder, 'empty'), path.join(folder, 'resources/default_app.asar'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/fr.pak']) {
    writeFileSync(path.join(folder, name), '');
  }
  const wire = Buffer.from([FUSE_WIRE_VERSION, FUSES_AS_SHIPPED.length]);
  const binary = path.join(folder, 'electron');
  writeFileSync(binary, `${FUSE_SENTINEL}${wire.toString('latin1')}${FUSES_AS_SHIPPED}`, 'latin1');
  chmodSync(binary, 0o755);
}
