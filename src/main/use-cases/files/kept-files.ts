/**
 * Files kept for good beside the ledger: messages as they left, PDFs, documents.
 *
 * Each lies once, compressed, under the SHA-256 of its content, and is never rewritten; the ledger
 * holds the hash, so that a file changed by anybody is noticed when it is read.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** No file kept is larger, whatever it says it expands to. */
const BYTES_MAX = 64 * 1024 * 1024;

/** Keeps the bytes on the disk before it answers, and gives their SHA-256 in hexadecimal. */
export async function keepFile(filesPath: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  const file = placeOf(filesPath, sha256);
  if (await isThere(file)) return sha256;
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(part, 'wx');
  try {
    await handle.writeFile(await compress(bytes));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  return sha256;
}

/** The bytes of that hash; null where they are missing or no longer what they were. */
export async function readKeptFile(filesPath: string, sha256: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  try {
    const packed = await readFile(placeOf(filesPath, sha256));
    const bytes = await expand(packed, { maxOutputLength: BYTES_MAX });
    return hashOf(bytes) === sha256 ? bytes : null;
  } catch {
    return null;
  }
}

function placeOf(filesPath: string, sha256: string): string {
  return path.join(filesPath, sha256.slice(0, 2), `${sha256}.gz`);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
