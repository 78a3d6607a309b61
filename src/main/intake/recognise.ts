/**
 * What kind of file was dropped, from its first bytes and its name.
 *
 * The content decides; the name only helps where the content could be several things.
 */
import { recogniseBank } from './bank/recognise-bank.ts';
import { readFecHeader } from './fec/fec-columns.ts';
import { binaryKindOf, refusalOfBinary } from './file-kind.ts';
import { looksLikeEdi } from './package-file/read-edi.ts';
import { looksLikeIsa } from './package-file/read-isa.ts';
import { decodeText, detectEncoding, splitLines } from './text-source.ts';

export type FileKind =
  | 'fec'
  | 'table_csv'
  | 'table_xlsx'
  | 'isa'
  | 'edi'
  | 'bank'
  | 'einvoice'
  | 'pdf'
  | 'unknown';

/** Enough of a file to recognise it. */
export const RECOGNISE_BYTES = 65_536;

const EINVOICE_FORMS: readonly RegExp[] = [
  /<(\w+:)?CrossIndustryInvoice[\s>]/,
  /<(\w+:)?(Invoice|CreditNote)[^>]*urn:oasis:names:specification:ubl/,
];

/** The kind of a file; `firstBytes` up to `RECOGNISE_BYTES`. */
export function recogniseFile(firstBytes: Uint8Array, fileName: string): FileKind {
  const binary = binaryKindOf(firstBytes);
  if (binary === 'pdf') return 'pdf';
  if (binary === 'zip') return isWorkbook(firstBytes, fileName) ? 'table_xlsx' : 'unknown';
  const text = headText(firstBytes);
  if (binary !== null) {
    // SWIFT frames its messages with control characters: few lines of text make few of them many.
    return binary === 'binary' && recogniseBank(text) === 'mt940' ? 'bank' : 'unknown';
  }
  if (looksLikeIsa(text)) return 'isa';
  if (looksLikeEdi(text)) return 'edi';
  if (EINVOICE_FORMS.some((form) => form.test(text))) return 'einvoice';
  if (recogniseBank(text) !== null) return 'bank';
  if (/^\s*<(\?xml|!DOCTYPE|html)/i.test(text)) return 'unknown';
  const lines = splitLines(text).slice(0, 30);
  if (lines.slice(0, 10).some(isFecLine)) return 'fec';
  return isTable(lines) ? 'table_csv' : 'unknown';
}

/** Why a file of unknown kind is refused. */
export function refusalOfUnknown(firstBytes: Uint8Array): string {
  if (firstBytes.length === 0) return 'file_empty';
  const binary = binaryKindOf(firstBytes);
  if (binary !== null) return refusalOfBinary(binary);
  return headText(firstBytes).trim() === '' ? 'file_empty' : 'file_not_recognised';
}

function headText(firstBytes: Uint8Array): string {
  const head = firstBytes.subarray(0, RECOGNISE_BYTES);
  return decodeText(head, detectEncoding(head).encoding);
}

/** A FEC without its header is a FEC for this purpose: its reader says what is missing. */
function isFecLine(line: string): boolean {
  const header = readFecHeader(line);
  return header.isDone || header.refusal.code !== 'fec_not_recognised';
}

/** An XLSX is a zip whose first entries are known; a zip of anything else is not read. */
function isWorkbook(firstBytes: Uint8Array, fileName: string): boolean {
  const names = Buffer.from(firstBytes.subarray(0, RECOGNISE_BYTES)).toString('latin1');
  if (/\[Content_Types\]\.xml|xl\/(workbook|worksheets|_rels|theme|styles)/.test(names)) {
    return !/\.(docx|pptx)$/i.test(fileName) && !names.includes('word/document.xml');
  }
  return /\.(xlsx|xlsm)$/i.test(fileName);
}

/** Two lines or more that one separator cuts into as many cells, two at least. */
function isTable(lines: readonly string[]): boolean {
  const filled = lines
    .filter((line) => line.trim() !== '')
    // What stands between quotes separates nothing.
    .map((line) => line.replace(/"[^"]*"/g, '""'));
  return ['\t', ';', ',', '|'].some((separator) => {
    const counts = filled.map((line) => line.split(separator).length);
    const most = Math.max(0, ...counts);
    const alike = counts.filter((count) => count === most).length;
    return most >= 2 && alike >= 2 && alike * 2 >= filled.length;
  });
}
