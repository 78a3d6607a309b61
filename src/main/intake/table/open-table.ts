/**
 * Opens a file as a table, when its layout is known (to read it) or not (to look at it).
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { TableLayout } from '../../../shared/domain/statement/table-mapping.ts';
import { type ByteSource, fileSource } from '../text-source.ts';
import { fileKindOf } from './container-kind.ts';
import { csvSource } from './csv-rows.ts';
import { TableRefused, type TableSource } from './table-source.ts';
import { xlsxSource } from './xlsx-rows.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';
import { readZipDirectory, type ZipEntry } from './zip-archive.ts';

export type OpenedFile =
  | { readonly format: 'csv'; readonly bytes: ByteSource; readonly file: FileHandle }
  | { readonly format: 'xlsx'; readonly workbook: Workbook; readonly file: FileHandle };

/** Opens a file whatever it is; the caller closes `file`. Throws `TableRefused`. */
export async function openFile(filePath: string): Promise<OpenedFile> {
  const file = await open(filePath, 'r');
  try {
    const kind = await fileKindOf(file);
    if (typeof kind === 'object') throw new TableRefused(kind.refusedCode);
    if (kind === 'text') return { format: 'csv', bytes: await fileSource(filePath), file };
    const entries = await readZipDirectory(file);
    const code = notWorkbookCode(entries);
    if (code !== null) throw new TableRefused(code);
    return { format: 'xlsx', workbook: await readWorkbook(file, entries), file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Zips that are something else than a workbook. */
function notWorkbookCode(entries: ReadonlyMap<string, ZipEntry>): string | null {
  const names = [...entries.keys()].map((name) => name.toLowerCase());
  if (names.includes('xl/workbook.bin')) return 'workbook_binary';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'workbook_open_document';
  if (names.includes('word/document.xml')) return 'not_a_table';
  return names.includes('[content_types].xml') ? null : 'file_zip';
}

/** The rows of an opened file under a layout. Throws `TableRefused` where it does not fit. */
export function sourceOf(opened: OpenedFile, layout: TableLayout): TableSource {
  if (opened.format !== layout.format) throw new TableRefused('layout_differs');
  if (opened.format === 'csv' && layout.format === 'csv') {
    return csvSource(opened.bytes, layout);
  }
  if (opened.format === 'xlsx' && layout.format === 'xlsx') {
    const sheet = opened.workbook.sheets.find(({ name }) => name === layout.sheetName);
    if (sheet === undefined) throw new TableRefused('sheet_missing', layout.sheetName);
    return xlsxSource(opened.file, opened.workbook, sheet);
  }
  throw new TableRefused('layout_differs');
}
