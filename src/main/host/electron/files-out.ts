/**
 * Files that leave the window. A link to `/files/…` is saved through Electron's own download and
 * its dialog; a new tab on one is shown by the desktop's program. No PDF is shown in the window.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { app, dialog, session, shell } from 'electron';
import type { Handle } from '../host-handle.ts';
import { fileNameOf, mayBeShown } from '../shown-file.ts';
import { ownPathOf } from './scheme.ts';

export const isFilePath = (pathname: string | null) => pathname?.startsWith('/files/') === true;

/** Lets only our files be downloaded, where the user says. */
export function allowOwnDownloads(): void {
  session.defaultSession.on('will-download', (event, item) => {
    if (!isFilePath(ownPathOf(item.getURL()))) {
      event.preventDefault();
      return;
    }
    const defaultPath = path.join(app.getPath('downloads'), item.getFilename());
    item.setSaveDialogOptions({ defaultPath });
  });
}

/** Opens a file by its ticket in the desktop's program. */
export async function openFile(address: string, handle: Handle, folder: string): Promise<void> {
  const response = await handle(new Request(address));
  if (!response.ok || response.body === null) return;
  const name = fileNameOf(response.headers.get('Content-Disposition') ?? '');
  const isShown = mayBeShown(name);
  const target = isShown ? temporaryPath(folder, name) : await chosenPath(name);
  if (target === null) {
    await response.body.cancel();
    return;
  }
  await pipeline(Readable.fromWeb(response.body), createWriteStream(target));
  const failure = isShown ? await shell.openPath(target) : '';
  if (failure !== '') shell.showItemInFolder(target);
}

/** Each file in a folder of its own, so that it keeps its name. */
function temporaryPath(folder: string, name: string): string {
  const own = path.join(folder, randomBytes(8).toString('hex'));
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return path.join(own, name);
}

async function chosenPath(name: string): Promise<string | null> {
  const chosen = await dialog.showSaveDialog({
    defaultPath: path.join(app.getPath('downloads'), name),
  });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}
