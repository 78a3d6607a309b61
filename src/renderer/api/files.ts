/**
 * Files out: a link can't carry the session, so each file is fetched once by a ticket of its own.
 * In Electron both ways are caught by the host (save dialog, program of the desktop).
 */
import type { Api } from './client.ts';

/** Saves a generated file among the downloads. */
export async function saveFile(api: Api, fileId: string): Promise<void> {
  const { url, fileName } = await api.call.files.ticket({ fileId, use: 'save' });
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Shows a generated file in a new tab, or in the program the desktop has for it. */
export async function openFile(api: Api, fileId: string): Promise<void> {
  const { url } = await api.call.files.ticket({ fileId, use: 'open' });
  window.open(url, '_blank', 'noopener');
}
