/**
 * The files of a drop one after the other, with archives opened: portals and accountants hand over
 * a zip of invoices. One file stands in memory at a time; the same bytes twice are one file.
 */
import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { PDF_BYTES_MAX } from '../../intake/einvoice/pdf-attachments.ts';
import { binaryKindOf } from '../../intake/file-kind.ts';
import { TableRefused } from '../../intake/table/table-source.ts';
import { readZipDirectory, unpackedChunks, type ZipEntry } from '../../intake/table/zip-archive.ts';

/** One file as it was found; `refusal` is a problem's code for one that could not be read. */
export type DroppedFile =
  | { readonly fileName: string; readonly sha256: string; readonly bytes: Buffer }
  | { readonly fileName: string; readonly sha256: string; readonly refusal: string };

/** What may be an invoice inside an archive; the rest of it is passed over. */
const INVOICE_NAME = /\.(pdf|xml)$/i;
const HEAD_BYTES = 64;

/** Every file, archives opened in place. */
export async function* droppedFiles(
  files: readonly { readonly path: string; readonly fileName: string }[],
): AsyncGenerator<DroppedFile> {
  const seen = new Set<string>();
  for (const file of files) {
    for await (const found of (await isArchive(file.path)) ? unpacked(file) : [await whole(file)]) {
      if (seen.has(found.sha256)) continue;
      seen.add(found.sha256);
      yield found;
    }
  }
}

async function isArchive(place: string): Promise<boolean> {
  const file = await open(place, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return binaryKindOf(buffer.subarray(0, bytesRead)) === 'zip';
  } finally {
    await file.close();
  }
}

async function whole(file: {
  readonly path: string;
  readonly fileName: string;
}): Promise<DroppedFile> {
  const { fileName } = file;
  const { size } = await stat(file.path);
  if (size > PDF_BYTES_MAX) return tooLarge(fileName, size);
  const bytes = await readFile(file.path);
  return { fileName, sha256: hashOf(bytes), bytes };
}

async function* unpacked(archive: {
  readonly path: string;
  readonly fileName: string;
}): AsyncGenerator<DroppedFile> {
  const file = await open(archive.path, 'r');
  try {
    const entries = [...(await readZipDirectory(file)).values()].filter(({ name }) =>
      INVOICE_NAME.test(name),
    );
    if (entries.length === 0) yield refusedFile(archive.fileName, 'einvoice_archive_empty');
    for (const entry of entries) {
      const fileName = path.posix.basename(entry.name);
      if (entry.unpackedBytes > PDF_BYTES_MAX) yield tooLarge(fileName, entry.unpackedBytes);
      else yield await unpackedFile(file, { entry, fileName });
    }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    yield refusedFile(archive.fileName, 'einvoice_archive_damaged');
  } finally {
    await file.close();
  }
}

async function unpackedFile(
  archive: Parameters<typeof unpackedChunks>[0],
  { entry, fileName }: { readonly entry: ZipEntry; readonly fileName: string },
): Promise<DroppedFile> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of unpackedChunks(archive, entry)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return { fileName, sha256: hashOf(bytes), bytes };
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    return refusedFile(fileName, 'einvoice_archive_damaged');
  }
}

function tooLarge(fileName: string, size: number): DroppedFile {
  return { ...refusedFile(fileName, 'pdf_too_large'), sha256: hashOf(`${fileName}|${size}`) };
}

function refusedFile(fileName: string, refusal: string) {
  return { fileName, sha256: hashOf(`${refusal}|${fileName}`), refusal };
}

function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
