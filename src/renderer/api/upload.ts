/**
 * Sends a file to the application in slices of 4 MiB. Each slice is a Blob: the browser reads it
 * from the disk as it goes, so that a file of 300 MB never stands in memory.
 */
import type { Api } from './client.ts';
import { authorizationOf, type Session } from './session.ts';

const SLICE_BYTES = 4 * 1024 * 1024;
const TRIES_MAX = 5;

export interface UploadWatch {
  /** Told after each slice. */
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
}

/** A slice the application could not take; `failureOf` says « unreachable ». */
class UploadBroken extends Error {}

/** Sends the file whole; throws what `failureOf` reads. */
export async function uploadFile(
  host: Api,
  session: Session,
  file: File,
  watch: UploadWatch = {},
): Promise<{ uploadId: string }> {
  const { uploadId } = await host.call.uploads.begin({ name: file.name, sizeBytes: file.size });
  let sent = 0;
  let tries = 0;
  while (sent < file.size) {
    const answer = await fetch(`/upload/${uploadId}?at=${sent}`, {
      method: 'POST',
      headers: { ...authorizationOf(session), 'Content-Type': 'application/octet-stream' },
      body: file.slice(sent, sent + SLICE_BYTES),
      signal: watch.signal ?? null,
    });
    if (answer.ok) {
      sent = Math.min(sent + SLICE_BYTES, file.size);
      tries = 0;
      watch.onProgress?.(sent, file.size);
      continue;
    }
    tries += 1;
    if (answer.status !== 409 || tries > TRIES_MAX) throw new UploadBroken(`${answer.status}`);
    sent = await offsetOf(answer, sent);
  }
  await host.call.uploads.finish({ uploadId });
  return { uploadId };
}

/** A 409 tells where the application is. */
async function offsetOf(answer: Response, otherwise: number): Promise<number> {
  const body: unknown = await answer.json().catch(() => null);
  const told: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'offset') : undefined;
  return typeof told === 'number' ? told : otherwise;
}
