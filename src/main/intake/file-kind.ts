/**
 * What a file is when it is no text, from its first bytes, and the refusal that says so.
 *
 * People drop what they have: the PDF of the ledger, the workbook, the zip of the export.
 */
import { looksBinary } from './text-source.ts';

export type BinaryKind =
  | 'pdf'
  | 'zip'
  | 'workbook_old'
  | 'program'
  | 'picture'
  | 'database'
  | 'compressed'
  | 'binary';

const MARKS: readonly (readonly [BinaryKind, string])[] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  // Compound documents of Microsoft: .xls, .doc, .msg.
  ['workbook_old', '\u00d0\u00cf\u0011\u00e0'],
  ['program', 'MZ'],
  ['program', '\u007fELF'],
  ['picture', '\u0089PNG'],
  ['picture', '\u00ff\u00d8\u00ff'],
  ['picture', 'GIF8'],
  ['database', 'SQLite format 3'],
  ['compressed', '\u001f\u008b'],
  ['compressed', '7z\u00bc\u00af'],
  ['compressed', 'Rar!'],
];

/** The kind of a file that is no text; null for text. An XLSX is a `zip`. */
export function binaryKindOf(head: Uint8Array): BinaryKind | null {
  const found = MARKS.find(([, mark]) => {
    if (head.length < mark.length) return false;
    for (let at = 0; at < mark.length; at += 1) if (head[at] !== mark.charCodeAt(at)) return false;
    return true;
  });
  // A text may begin with the letters MZ; a program goes on with bytes that no text holds.
  if (found !== undefined && (found[0] !== 'program' || looksBinary(head))) return found[0];
  return looksBinary(head) ? 'binary' : null;
}

/** The code of the refusal of such a file where a ledger of text was expected. */
export function refusalOfBinary(kind: BinaryKind): string {
  switch (kind) {
    case 'pdf':
      return 'file_pdf';
    case 'zip':
    case 'compressed':
      return 'file_zip';
    case 'workbook_old':
      return 'file_workbook_old';
    default:
      return 'file_binary';
  }
}
