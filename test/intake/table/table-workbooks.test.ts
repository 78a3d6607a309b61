/** Workbooks: written by exceljs, and those that no reader should open. */
import { stat } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sniffTable } from '../../../src/main/intake/table/sniff-table.ts';
import { ZIP_ENTRIES_MAX } from '../../../src/main/intake/table/zip-archive.ts';
import { newPath, problemsOf, readBack, refusedCode, tableFile } from './table-files.ts';
import { type ZipPart, zipOf } from './zip-files.ts';

const HEADER = ['Code client', 'Nom', 'N° pièce', 'Date', 'Échéance', 'Solde'];

type Fill = (workbook: ExcelJS.Workbook) => void;

async function workbook(fill: Fill): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const filePath = await newPath('.xlsx');
  await book.xlsx.writeFile(filePath);
  return filePath;
}

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

describe('a workbook of open items', () => {
  test('days, numbers, texts and codes come as they are', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('Notes').addRow(['Bonjour']);
      const sheet = book.addWorksheet('Échéancier');
      sheet.addRow(['ACME SA', null, null, null, null, null]);
      sheet.addRow(['Situation au 31/10/2026']);
      sheet.addRow([]);
      sheet.addRow(HEADER);
      sheet.addRow(['C001', 'ALPHA', 'FA1', day('2026-10-01'), day('2026-10-31'), 1234.56]);
      sheet.addRow([2, 'BÊTA & fils <ok>', 451, day('2026-10-02'), '30/11/2026', -0.1]);
      sheet.addRow(['C003', ' GAMMA ', 'FA3', 46_297, day('2026-12-31'), '1 234,50']);
      const coded = sheet.addRow([
        42,
        'DELTA',
        'FA4',
        day('2026-10-02'),
        day('2026-12-31'),
        1e-7 + 5,
      ]);
      coded.getCell(1).numFmt = '00000';
      sheet.addRow([]);
      sheet.addRow(['Total', null, null, null, null, 2473.96]);
      for (const column of [4, 5]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
      sheet.getRow(7).getCell(4).numFmt = 'General';
    });
    const { items, customers, reading, table, problems } = await readBack(file);
    expect(table).toMatchObject({
      sheetNames: ['Notes', 'Échéancier'],
      layout: { format: 'xlsx', sheetName: 'Échéancier', headerLine: 4 },
      statedOnDate: '2026-10-31',
    });
    expect(
      items.map((item) => [
        item.customerCode,
        item.documentNumber,
        item.documentDate,
        item.dueDate,
        item.openCents,
      ]),
    ).toEqual([
      ['C001', 'FA1', '2026-10-01', '2026-10-31', 123456],
      ['2', '451', '2026-10-02', '2026-11-30', -10],
      ['C003', 'FA3', '2026-10-02', '2026-12-31', 123450],
      ['00042', 'FA4', '2026-10-02', '2026-12-31', 500],
    ]);
    expect(customers.map(({ name }) => name)).toEqual([
      'ALPHA',
      'BÊTA & fils <ok>',
      'GAMMA',
      'DELTA',
    ]);
    expect(reading.printedTotal).toMatchObject({ printedCents: 247396, isEqual: true });
    expect(problems).toEqual([]);
  });

  test('days that count from 1904', async () => {
    const file = await workbook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('A');
      sheet.addRow(HEADER);
      sheet.addRow(['C1', 'ALPHA', 'FA1', day('2026-10-01'), day('2026-10-31'), 10]);
      for (const column of [4, 5]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
    });
    const { items } = await readBack(file);
    expect(items).toMatchObject([{ documentDate: '2026-10-01', dueDate: '2026-10-31' }]);
  });

  test('formulas give their kept value and are told once; without a value the line stays out', async () => {
    const file = await workbook((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRow(HEADER);
      for (let row = 2; row < 6; row += 1) {
        const value = { formula: `G${row}*2`, ...(row === 4 ? {} : { result: row * 10 }) };
        sheet.addRow(['C1', 'ALPHA', `FA${row}`, day('2026-10-01'), day('2026-10-31'), value]);
      }
      sheet.addRow([
        'C1',
        'ALPHA',
        'FA9',
        day('2026-10-01'),
        day('2026-10-31'),
        { error: '#REF!' },
      ]);
      for (const column of [4, 5]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
    });
    const read = await readBack(file);
    expect(read.items.map(({ openCents }) => openCents)).toEqual([2000, 3000, 5000]);
    expect(problemsOf(read)).toEqual([
      'formula_without_value@4',
      'cell_error@6',
      'formula_value_kept@2',
    ]);
    expect(read.problems[0]?.value).toBe('=G4*2');
  });

  test('merged and blank columns, and hidden rows, which are read and told', async () => {
    const file = await workbook((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRow(['Code client', null, 'Nom', 'N° pièce', null, 'Échéance', 'Solde']);
      sheet.mergeCells('A1:B1');
      sheet.addRow(['C1', null, 'ALPHA', 'FA1', null, day('2026-10-31'), 10]);
      sheet.addRow([null, null, null, 'FA2', null, day('2026-10-31'), 20]);
      sheet.addRow([null, null, null, 'FA3', null, day('2026-11-30'), 30]);
      sheet.mergeCells('A2:A4');
      sheet.addRow(['C2', null, 'BETA', 'FA4', null, day('2026-11-30'), 40]);
      sheet.getRow(3).hidden = true;
      sheet.getColumn(6).numFmt = 'dd/mm/yyyy';
    });
    const read = await readBack(file);
    expect(read.items.map(({ customerCode, openCents }) => [customerCode, openCents])).toEqual([
      ['C1', 1000],
      ['C1', 2000],
      ['C1', 3000],
      ['C2', 4000],
    ]);
    expect(problemsOf(read)).toEqual(['rows_hidden@0']);
  });

  test('rich and inline texts, and texts that look like tags', async () => {
    const file = await workbook((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRow(HEADER);
      sheet.addRow([
        'C1',
        { richText: [{ text: 'AL' }, { font: { bold: true }, text: 'PHA &amp;' }] },
        'FA1',
        day('2026-10-01'),
        day('2026-10-31'),
        10,
      ]);
      sheet.addRow(['C2', '<row r="9">', 'FA2', day('2026-10-01'), day('2026-10-31'), 20]);
      for (const column of [4, 5]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
    });
    const { customers, items } = await readBack(file);
    expect(customers.map(({ name }) => name)).toEqual(['ALPHA &amp;', '<row r="9">']);
    expect(items).toHaveLength(2);
  });

  test('a sheet may be chosen, and one that is not there is refused', async () => {
    const file = await workbook((book) => {
      for (const name of ['2025', '2026']) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(HEADER);
        sheet.addRow([`C${name}`, 'ALPHA', 'FA1', day('2026-10-01'), day('2026-10-31'), 10]);
      }
    });
    const chosen = await sniffTable(file, { sheetName: '2026' });
    expect(chosen.isDone && chosen.value.layout).toMatchObject({ sheetName: '2026' });
    expect(chosen.isDone && chosen.value.sampleRows[0]?.cells[0]).toBe('C2026');
    const absent = await sniffTable(file, { sheetName: '2027' });
    expect(absent).toEqual({ isDone: false, refusal: { code: 'sheet_missing', value: '2027' } });
  });

  test('an empty workbook says so', async () => {
    expect(await refusedCode(await workbook((book) => book.addWorksheet('A')))).toBe('sheet_empty');
  });
});

/** The parts of a workbook of one sheet. */
function parts(sheetXml: string): Zippable {
  const rels = (links: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    );
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': rels(
      `<Relationship Id="r1" Type="${type}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="m" xmlns:r="${type}"><x:sheets><x:sheet name="A" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="r1" Type="${type}/worksheet" Target="/xl/worksheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml),
  };
}

const SHEET = `<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="m"><x:sheetData>
  <x:row r="1">${HEADER.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('')}</x:row>
  <x:row><x:c r="A2" t="str"><x:v><![CDATA[C<1>]]></x:v></x:c><x:c r="B2" t='inlineStr'><x:is><x:t>A&#233;&amp;</x:t></x:is></x:c>
  <x:c r="C2"><x:v>12</x:v></x:c><x:c r="E2" t="d"><x:v>2026-10-31T00:00:00</x:v></x:c><x:c r="F2"><x:v>10.5</x:v></x:c></x:row>
  </x:sheetData></x:worksheet>`;

describe('a workbook by other writers', () => {
  test('prefixed tags, cells without places, CDATA, comments and ISO days', async () => {
    const { items, customers } = await readBack(await tableFile(zipSync(parts(SHEET)), '.xlsx'));
    expect(items).toMatchObject([
      { customerCode: 'C<1>', documentNumber: '12', dueDate: '2026-10-31', openCents: 1050 },
    ]);
    expect(customers[0]?.name).toBe('Aé&');
  });

  test('a document type is refused: nothing is expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${SHEET.slice(21)}`;
    expect(await refusedCode(await tableFile(zipSync(parts(bomb)), '.xlsx'))).toBe(
      'workbook_damaged',
    );
  });
});

describe('what is refused before it is opened', () => {
  /** Time of this process alone: other work on the machine does not count. */
  function cpuMsSince(start: NodeJS.CpuUsage): number {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }

  /** The parts of a workbook, and one more. */
  function bombOf(part: ZipPart): Buffer {
    const sound = Object.entries(parts(SHEET)).filter(([name]) => name !== part.name);
    return zipOf([...sound.map(([name, bytes]) => ({ name, bytes: bytes as Uint8Array })), part]);
  }

  test('a zip bomb, in less than 200 ms and little memory', async () => {
    const bytes = new Uint8Array(300 * 1024 * 1024);
    const bomb = bombOf({ name: 'xl/worksheets/sheet2.xml', bytes });
    const file = await tableFile(bomb, '.xlsx');
    expect((await stat(file)).size).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    expect(await refusedCode(file)).toBe('zip_bomb');
    expect(cpuMsSince(start)).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test('a directory that lies about sizes stops where it is outgrown', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024).fill(0x20);
    const file = await tableFile(
      bombOf({ name: 'xl/worksheets/sheet1.xml', bytes, declaredBytes: 100 }),
      '.xlsx',
    );
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    expect(await refusedCode(file)).toBe('zip_bomb');
    expect(cpuMsSince(start)).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test('a part that is shorter or longer than it was said to be refuses the workbook', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(SHEET) };
    const whole = bombOf(sheet);
    expect(await refusedCode(await tableFile(whole, '.xlsx'))).toBeNull();
    for (const damage of [
      { declaredPackedBytes: 20 },
      { isUnfinished: true },
      { isUnfinished: true, declaredPackedBytes: 100_000_000 },
      { declaredBytes: SHEET.length + 9 },
    ]) {
      const file = await tableFile(bombOf({ ...sheet, ...damage }), '.xlsx');
      expect(await refusedCode(file)).toBe('workbook_damaged');
    }
  });

  test('too many entries', async () => {
    const many: Zippable = {};
    for (let index = 0; index <= ZIP_ENTRIES_MAX; index += 1) many[`f${index}`] = strToU8('');
    expect(await refusedCode(await tableFile(zipSync(many), '.xlsx'))).toBe('zip_bomb');
  });

  test('other formats, each with its own sentence', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    const cases: readonly (readonly [Uint8Array | string, string])[] = [
      [compound, 'file_workbook_old'],
      [encrypted, 'workbook_encrypted'],
      [zipSync({ 'xl/workbook.bin': strToU8('x') }), 'workbook_binary'],
      [zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') }), 'workbook_open_document'],
      [zipSync({ 'word/document.xml': strToU8('x') }), 'not_a_table'],
      [zipSync({ 'factures.csv': strToU8('a;b') }), 'file_zip'],
      [
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        'workbook_xml',
      ],
      ['\ufeff <!DOCTYPE html><html></html>', 'file_web_page'],
      [zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'workbook_damaged'],
    ];
    for (const [content, code] of cases) {
      expect(await refusedCode(await tableFile(content, '.xls'))).toBe(code);
    }
  });

  test('a workbook cut anywhere is refused or whole, never a part', async () => {
    const whole = zipSync(parts(SHEET));
    for (let length = 4; length < whole.length; length += 37) {
      const code = await refusedCode(await tableFile(whole.slice(0, length), '.xlsx'));
      expect(code).toBe('workbook_damaged');
    }
  });
});
