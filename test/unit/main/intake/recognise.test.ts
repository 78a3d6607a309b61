import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  type FileKind,
  RECOGNISE_BYTES,
  recogniseFile,
  refusalOfUnknown,
} from '../../../../src/main/intake/recognise.ts';
import { isProblemCode } from '../../../../src/shared/text/problems.ts';
import { PLAIN_HEADER } from '../../../support/fec-writer.ts';
import { hasRealFiles, realFile } from '../../../support/real-files.ts';

const zip = (name: string) => `PK\u0003\u0004\u0014\u0000\u0000\u0000${name}`;

const files: readonly (readonly [string, string, string, FileKind])[] = [
  ['a FEC', 'x.txt', PLAIN_HEADER, 'fec'],
  ['a FEC under a title', 'x.txt', `Export de la société\n\n${PLAIN_HEADER}\n`, 'fec'],
  ['a FEC in capitals named CSV', 'x.csv', PLAIN_HEADER.toUpperCase().replaceAll('\t', ';'), 'fec'],
  ['a FEC without header', 'x.txt', `VE\tV\t1\t20260105\t411000\t${'\t'.repeat(13)}`, 'fec'],
  ['a FEC that lacks columns', 'x.txt', 'JournalCode|EcritureDate|CompteNum|CompteLib\n', 'fec'],
  ['a table', 'x.csv', 'Client;Montant\nDupont;12,00\n', 'table_csv'],
  ['a table whose cells hold commas', 'x.csv', '"a","b"\n"1,5","2"\n', 'table_csv'],
  ['a workbook', 'x.xlsx', zip('[Content_Types].xml'), 'table_xlsx'],
  ['a workbook without its name', 'x', zip('xl/workbook.xml'), 'table_xlsx'],
  ['a text document', 'x.docx', zip('[Content_Types].xml'), 'unknown'],
  ['an archive', 'x.zip', zip('export.txt'), 'unknown'],
  ['an old workbook', 'x.xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'unknown'],
  ['a PDF', 'x.pdf', '%PDF-1.7\n', 'pdf'],
  ['a program', 'x.exe', 'MZ\u0090\u0000\u0003\u0000', 'unknown'],
  ['Isacompta', 'x.isa', 'VER   020000087000      DEMO0', 'isa'],
  ['EBP', 'x.edi', 'EBP.EDI\r\nASCII\r\n', 'edi'],
  ['CFONB', 'x.txt', `0130004    00585EUR2 00011467640  ${' '.repeat(80)}`, 'bank'],
  ['OFX', 'x.ofx', 'OFXHEADER:100\nDATA:OFXSGML', 'bank'],
  ['QIF', 'x.qif', '!Type:Bank\nD01/02/26', 'bank'],
  ['MT940', 'x.sta', ':20:A\n:25:1/2\n:60F:C', 'bank'],
  ['MT940 in its envelope', 'x.sta', '\u0001{1:F01X}{4:\n:20:A\n:25:1\n:60F:C\n-}\u0003', 'bank'],
  ['CFONB 240', 'x.txt', `31000001${' '.repeat(232)}`, 'bank'],
  [
    'an electronic invoice',
    'x.xml',
    '<?xml version="1.0"?><rsm:CrossIndustryInvoice >',
    'einvoice',
  ],
  ['another XML', 'x.xml', '<?xml version="1.0"?><html/>', 'unknown'],
  ['prose', 'x.txt', 'Bonjour,\nveuillez trouver ci-joint.\n', 'unknown'],
  ['nothing', 'x.txt', '', 'unknown'],
];

describe('the kind of a file', () => {
  test.each(files)('%s (%s)', (_name, fileName, content, kind) => {
    const bytes = Buffer.from(content, content.startsWith('PK') ? 'latin1' : 'utf8');
    const raw = kind === 'unknown' ? Buffer.from(content, 'latin1') : bytes;
    expect(recogniseFile(raw, fileName)).toBe(kind);
  });

  test('a FEC in UTF-16 is one', () => {
    expect(recogniseFile(iconv.encode(PLAIN_HEADER, 'utf-16', { addBOM: true }), 'x')).toBe('fec');
  });

  test.each([
    ['', 'file_empty'],
    ['  \r\n', 'file_empty'],
    [zip('export.txt'), 'file_zip'],
    ['\u001f\u008b\u0008', 'file_zip'],
    ['\u00d0\u00cf\u0011\u00e0', 'file_workbook_old'],
    ['%PDF-1.4', 'file_pdf'],
    ['\u0089PNG\r\n', 'file_binary'],
    ['Bonjour', 'file_not_recognised'],
  ])('a file that begins by %j is refused as %s, in a sentence', (content, code) => {
    expect(refusalOfUnknown(Buffer.from(content, 'latin1'))).toBe(code);
    expect(isProblemCode(code)).toBe(true);
  });
});

describe.skipIf(!hasRealFiles)('real files', () => {
  const expected: Readonly<Record<string, readonly FileKind[]>> = {
    fec: ['fec'],
    erp: ['table_csv', 'isa', 'edi'],
    bank: ['bank', 'table_csv', 'table_xlsx'],
    einvoice: ['einvoice', 'pdf'],
    ar: ['table_csv'],
  };

  test.each(Object.keys(expected))('every file of %s is of a kind that belongs there', (folder) => {
    const kinds = readdirSync(realFile(folder)).map((name) => {
      const head = readFileSync(realFile(folder, name)).subarray(0, RECOGNISE_BYTES);
      return [name, recogniseFile(head, name)] as const;
    });
    expect(kinds.filter(([, kind]) => !expected[folder]?.includes(kind))).toEqual([]);
  });
});
