/**
 * The directory of a zip, read before anything in it is unpacked.
 *
 * A workbook of a few kilobytes may claim, or turn out, to hold gigabytes. So the sizes of the
 * directory are judged first, and unpacking stops at the byte where an entry outgrows what the
 * directory said of it.
 *
 * Format: PKWARE APPNOTE 6.3.10, §§ 4.3.7, 4.3.12, 4.3.16, 4.5.3.
 */
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { TableRefused } from './table-source.ts';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
  readonly isEncrypted: boolean;
}

export const ZIP_ENTRIES_MAX = 1000;
/** All that may come out of one workbook. */
export const ZIP_UNPACKED_MAX = 1 << 30;
/** Real workbooks shrink 5 to 60 times; only above `ZIP_RATIO_FROM` bytes does it matter. */
export const ZIP_RATIO_MAX = 200;
const ZIP_RATIO_FROM = 50 * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES_MAX = 1 << 20;
const READ_BYTES = 1 << 18;

/** The entries of a zip; refuses what is damaged, too many or too large. */
export async function readZipDirectory(file: FileHandle): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_BYTES - 0xffff), END_BYTES + 0xffff);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw new TableRefused('workbook_damaged');
  const entryCount = tail.readUInt16LE(end + 10);
  const directoryBytes = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  if (entryCount > ZIP_ENTRIES_MAX) throw new TableRefused('zip_bomb', `${entryCount} fichiers`);
  if (directoryBytes > DIRECTORY_BYTES_MAX || directoryOffset + directoryBytes > size) {
    throw new TableRefused('workbook_damaged');
  }
  const entries = entriesOf(await readAt(file, directoryOffset, directoryBytes), entryCount);
  judgeSizes(entries, size);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_SIGNATURE) {
      throw new TableRefused('workbook_damaged');
    }
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const commentBytes = directory.readUInt16LE(at + 32);
    const nameEnd = at + 46 + nameBytes;
    if (nameEnd + extraBytes > directory.length) throw new TableRefused('workbook_damaged');
    const extra = directory.subarray(nameEnd, nameEnd + extraBytes);
    const sizes = wideSizes(directory, at, extra);
    entries.push({
      name: directory
        .toString('utf8', at + 46, nameEnd)
        .replaceAll('\\', '/')
        .replace(/^\//u, ''),
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      ...sizes,
    });
    at = nameEnd + extraBytes + commentBytes;
  }
  return entries;
}

/** Some writers put sizes in the zip64 field even where they are small. */
function wideSizes(
  directory: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'packedBytes' | 'unpackedBytes' | 'headerOffset'> {
  const wide = zip64Field(extra);
  let next = 0;
  const read = (narrow: number) => {
    if (narrow !== 0xffffffff || next + 8 > wide.length) return narrow;
    const value = wide.readBigUInt64LE(next);
    next += 8;
    return value > 0xffffffffffn ? 0xffffffffff : Number(value);
  };
  const unpackedBytes = read(directory.readUInt32LE(at + 24));
  const packedBytes = read(directory.readUInt32LE(at + 20));
  const headerOffset = read(directory.readUInt32LE(at + 42));
  return { unpackedBytes, packedBytes, headerOffset };
}

function zip64Field(extra: Buffer): Buffer {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return Buffer.alloc(0);
}

function judgeSizes(entries: readonly ZipEntry[], fileBytes: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const isBomb = unpacked > ZIP_RATIO_FROM && unpacked / Math.max(1, fileBytes) > ZIP_RATIO_MAX;
  if (isBomb) throw new TableRefused('zip_bomb', `${Math.round(unpacked / 1048576)} Mio`);
  if (unpacked > ZIP_UNPACKED_MAX) {
    throw new TableRefused('workbook_too_large', `${Math.round(unpacked / 1048576)} Mio`);
  }
}

/** The bytes of an entry, unpacked by pieces, never more than the directory said. */
export async function* unpackedChunks(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new TableRefused('workbook_encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new TableRefused('workbook_damaged');
  const local = await readAt(file, entry.headerOffset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    throw new TableRefused('workbook_damaged');
  }
  const start = entry.headerOffset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = packedChunks(file, start, entry.packedBytes);
  let unpacked = 0;
  for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
    unpacked += chunk.length;
    if (unpacked > entry.unpackedBytes) throw new TableRefused('zip_bomb', entry.name);
    yield chunk;
  }
  if (unpacked < entry.unpackedBytes) throw new TableRefused('workbook_damaged', entry.name);
}

async function* packedChunks(
  file: FileHandle,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const chunk = await readAt(file, start + done, Math.min(READ_BYTES, length - done));
    if (chunk.length === 0) throw new TableRefused('workbook_damaged');
    done += chunk.length;
    yield chunk;
  }
}

/**
 * Unpacks as fast as it is read and no faster. Pieces are of `READ_BYTES`, so that a bomb is
 * stopped a piece after it outgrows its directory. An error on either side ends both.
 */
async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: READ_BYTES });
  const source = Readable.from(packed, { objectMode: false });
  // What goes wrong is thrown by the loop below.
  pipeline(source, inflate, () => undefined);
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (error) {
    if (error instanceof TableRefused) throw error;
    throw new TableRefused('workbook_damaged');
  }
}

/** A whole entry as text, for the small parts of a workbook. */
export async function entryText(file: FileHandle, entry: ZipEntry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpackedChunks(file, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
