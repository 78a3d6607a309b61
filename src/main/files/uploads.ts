/**
 * Files on their way in, slice by slice.
 *
 * Each slice says at which byte it belongs. What counts as received is only what was written
 * whole, so a slice that broke off is sent again from where the answer says (409). Slices of one
 * file are taken one at a time; the hash is made as they come.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, lstat, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { done, refused } from '../../shared/kernel/result.ts';
import type { UploadedFile, Uploads } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';

export const UPLOAD_BYTES_MAX = 2 ** 31;
const COPY_BYTES = 1024 * 1024;
/** Left free on the disk whatever comes: the ledger must be able to go on writing. */
const SPARE_BYTES = 256 * 1024 * 1024;
/** A folder of invoices is one drop. */
export const UPLOADS_MAX = 520;

export type SliceAnswer =
  | { readonly status: 200; readonly received: number }
  /** The slice does not follow; `at` is the byte that does. */
  | { readonly status: 409; readonly at: number }
  | { readonly status: 404 }
  /** Longer than what was announced. */
  | { readonly status: 413 }
  | { readonly status: 507 };

export interface UploadStore extends Uploads {
  /** Writes one slice at its place. */
  receive(uploadId: string, at: number, slice: Uint8Array): Promise<SliceAnswer>;
  /** Closes the files still open. */
  close(): Promise<void>;
}

interface Upload {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly hash: Hash;
  file: FileHandle | null;
  received: number;
  isWriting: boolean;
  finished: UploadedFile | null;
}

/** Receives files into `folder`, which exists and is this store's own. */
export function makeUploads(
  folder: string,
  ids: Ids,
  freeBytesOf: (folder: string) => Promise<number> = freeBytes,
): UploadStore {
  const uploads = new Map<string, Upload>();

  async function release(uploadId: string): Promise<void> {
    const upload = uploads.get(uploadId);
    if (upload === undefined) return;
    uploads.delete(uploadId);
    await upload.file?.close();
    await rm(upload.path, { force: true });
  }

  async function write(upload: Upload, slice: Uint8Array): Promise<SliceAnswer> {
    upload.isWriting = true;
    try {
      await writeAll(upload, slice);
    } catch (error) {
      if (isDiskFull(error)) return { status: 507 };
      throw error;
    } finally {
      upload.isWriting = false;
    }
    upload.hash.update(slice);
    upload.received += slice.byteLength;
    return { status: 200, received: upload.received };
  }

  const store: UploadStore = {
    async begin({ name, sizeBytes }) {
      if (sizeBytes > UPLOAD_BYTES_MAX) return refused('file_too_large');
      if ((await freeBytesOf(folder)) < sizeBytes + SPARE_BYTES) return refused('disk_full');
      const [oldest] = uploads.keys();
      if (uploads.size >= UPLOADS_MAX && oldest !== undefined) await release(oldest);
      const uploadId = ids.next();
      const target = path.join(folder, uploadId);
      uploads.set(uploadId, {
        path: target,
        fileName: path.win32.basename(name),
        sizeBytes,
        hash: createHash('sha256'),
        file: await open(target, 'wx', 0o600),
        received: 0,
        isWriting: false,
        finished: null,
      });
      return done({ uploadId });
    },

    async receive(uploadId, at, slice) {
      const upload = uploads.get(uploadId);
      if (upload === undefined || upload.file === null) return { status: 404 };
      if (upload.isWriting || at !== upload.received) return { status: 409, at: upload.received };
      if (at + slice.byteLength > upload.sizeBytes) return { status: 413 };
      return write(upload, slice);
    },

    async finish(uploadId) {
      const upload = uploads.get(uploadId);
      if (upload === undefined) return refused('upload_unknown');
      if (upload.finished !== null) return done(upload.finished);
      if (upload.isWriting || upload.received < upload.sizeBytes) {
        return refused('upload_incomplete');
      }
      const file = upload.file;
      upload.file = null;
      const { path: stored, fileName, sizeBytes, hash } = upload;
      upload.finished = { uploadId, path: stored, fileName, sizeBytes, sha256: hash.digest('hex') };
      await file?.close();
      return done(upload.finished);
    },

    adopt: (file) => adopt(file, store),
    find: (uploadId) => uploads.get(uploadId)?.finished ?? null,
    release,
    async close() {
      for (const upload of uploads.values()) await upload.file?.close();
      uploads.clear();
    },
  };
  return store;
}

/** A copy of a file of this computer; one that changes on the way is refused. */
async function adopt(
  { path: source, fileName }: { readonly path: string; readonly fileName: string },
  store: UploadStore,
): ReturnType<Uploads['adopt']> {
  const facts = await lstat(source).catch(() => null);
  if (facts?.isFile() !== true) return refused('file_missing');
  const begun = await store.begin({ name: fileName, sizeBytes: facts.size });
  if (!begun.isDone) return begun;
  const { uploadId } = begun.value;
  if (await copyInto(source, uploadId, store)) {
    const finished = await store.finish(uploadId);
    if (finished.isDone) return finished;
  }
  await store.release(uploadId);
  return refused('file_missing');
}

/** Slice after slice; false for a file that vanished or changed its size on the way. */
async function copyInto(source: string, uploadId: string, store: UploadStore): Promise<boolean> {
  let at = 0;
  try {
    for await (const slice of createReadStream(source, { highWaterMark: COPY_BYTES })) {
      const answer = await store.receive(uploadId, at, slice as Buffer);
      if (answer.status !== 200) return false;
      at = answer.received;
    }
    return true;
  } catch {
    return false;
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function writeAll(upload: Upload, slice: Uint8Array): Promise<void> {
  let written = 0;
  while (written < slice.byteLength) {
    const rest = slice.subarray(written);
    const result = await upload.file?.write(rest, 0, rest.byteLength, upload.received + written);
    written += result?.bytesWritten ?? rest.byteLength;
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
