/**
 * What a file is, by its first bytes: its name proves nothing. « .xls » files in particular are
 * old workbooks, web pages, XML or plain text.
 */
import type { FileHandle } from 'node:fs/promises';
import { looksBinary } from '../text-source.ts';

export type FileKind = 'text' | 'zip' | { readonly refusedCode: string };

const HEAD_BYTES = 4096;
/** The directory of an old workbook lies anywhere; it is sought this far. */
const COMPOUND_BYTES_MAX = 32 * 1024 * 1024;
const COMPOUND_MARK = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP_MARK = Buffer.from('504b0304', 'hex');
const ENCRYPTED_MARK = Buffer.from('EncryptedPackage', 'utf16le');

/** Tells text from workbook, and what can't be read with the code of its sentence. */
export async function fileKindOf(file: FileHandle): Promise<FileKind> {
  const head = await bytesAt(file, 0, HEAD_BYTES);
  if (head.length === 0) return refusal('file_empty');
  if (head.subarray(0, 4).equals(ZIP_MARK)) return 'zip';
  if (head.subarray(0, 8).equals(COMPOUND_MARK)) return refusal(await compoundCode(file));
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return refusal('file_pdf');
  const code = textCode(head);
  if (code !== null) return refusal(code);
  return looksBinary(head) ? refusal('file_binary') : 'text';
}

function refusal(refusedCode: string): FileKind {
  return { refusedCode };
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** An OLE container is an old workbook, or a new one behind a password. */
async function compoundCode(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const step = 1 << 20;
  for (let at = 0; at < Math.min(size, COMPOUND_BYTES_MAX); at += step) {
    const bytes = await bytesAt(file, at, step + ENCRYPTED_MARK.length);
    if (bytes.includes(ENCRYPTED_MARK)) return 'workbook_encrypted';
  }
  return 'file_workbook_old';
}

/** Texts that are known to be something else than a table. */
function textCode(head: Buffer): string | null {
  const text = head.toString('latin1').replace(/^(?:ï»¿|\s)+/u, '');
  if (text === '') return 'file_empty';
  if (/^<\?xml/u.test(text)) {
    return text.includes('office:spreadsheet') ? 'workbook_xml' : 'file_not_recognised';
  }
  if (/^<(?:!doctype html|html|table|meta|head|body)/iu.test(text)) return 'file_web_page';
  if (/^\{\\rtf/u.test(text)) return 'not_a_table';
  if (/^(?:EBP\.EDI\b|VER {3}\d{6})/u.test(text)) return 'file_not_recognised';
  return null;
}
