/**
 * Damaged files: whatever the damage, the reader answers with records that add up or with a
 * refusal that has its sentence. It never throws, never hangs, never counts a line twice.
 */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { proposeMapping } from '../../../src/main/intake/table/propose-mapping.ts';
import { sniffTable } from '../../../src/main/intake/table/sniff-table.ts';
import { isProblemCode } from '../../../src/shared/text/problems.ts';
import { hasRealFiles, realFile } from '../../support/real-files.ts';
import { readUnder, tableFile } from './table-files.ts';

const MUTATIONS = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 50;
/** Large files are cut to this size: what is damaged matters, not how much stands around it. */
const BYTES_MAX = 12_000;

/** A small seeded generator (mulberry32): the seed in the name of a failure replays it. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const INSERTS = [
  '"',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\0',
  '\u001a',
  '<',
  '&',
  '(',
  '-',
  '=',
  '9999999999999999999',
  '31/02/2026',
  'é',
  '\ud800',
  '""',
  '";"',
];

function mutated(source: Buffer, seed: number): Buffer {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = Buffer.from(source);
  for (let count = 1 + below(4); count > 0; count -= 1) {
    const at = below(bytes.length);
    const end = Math.min(bytes.length, at + below(200));
    switch (below(7)) {
      case 0:
        bytes[at] = below(256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
        break;
      case 3:
        bytes = bytes.subarray(0, Math.max(1, at));
        break;
      case 4: {
        const text = Buffer.from(INSERTS[below(INSERTS.length)] ?? '"');
        bytes = Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at)]);
        break;
      }
      case 5: {
        const from = below(bytes.length);
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          bytes.subarray(from, from + 100),
          bytes.subarray(at),
        ]);
        break;
      }
      default:
        bytes.fill(below(256), at, end);
    }
  }
  return bytes;
}

async function outcomeOf(content: Buffer, ending: string): Promise<string> {
  const file = await tableFile(content, ending);
  const sniffed = await sniffTable(file);
  if (!sniffed.isDone) return expectSentence(sniffed.refusal.code);
  const { profile } = proposeMapping(sniffed.value);
  const got = await readUnder(file, profile);
  if ('refusedCode' in got) return expectSentence(got.refusedCode);
  const { totals } = got.reading;
  expect(totals.linesKept + totals.linesRejected + totals.linesOutOfScope).toBe(totals.linesRead);
  const sums = [
    ...got.items.map(({ openCents }) => openCents),
    ...got.rows.map(({ kind, amountCents }) => (kind === 'payment' ? -amountCents : amountCents)),
    ...got.lines.map(({ amountCents }) => amountCents),
  ];
  const total = sums.reduce((sum, cents) => sum + cents, 0);
  expect(total).toBe(totals.debitCents - totals.creditCents);
  expect(sums.every(Number.isSafeInteger)).toBe(true);
  for (const { code } of got.problems) expectSentence(code);
  const lineNumbers = [...got.items, ...got.rows, ...got.lines].map(({ lineNumber }) => lineNumber);
  expect(new Set(lineNumbers).size).toBe(lineNumbers.length);
  const known = new Set(got.customers.map(({ customerCode }) => customerCode));
  for (const { customerCode } of [...got.items, ...got.rows, ...got.lines]) {
    expect(known.has(customerCode)).toBe(true);
  }
  return 'read';
}

function expectSentence(code: string): string {
  expect([code, isProblemCode(code)]).toEqual([code, true]);
  return code;
}

const FILES = [
  ['erp', 'ekylibre-ekylibre_sales.csv'],
  ['erp', 'ekylibre-entities.csv'],
  ['erp', 'ekylibre-financial_year_exchange_import_isacompta.csv'],
  ['erp', 'ekylibre-incoming_payments.csv'],
  ['erp', 'ekylibre-socleo_incoming_payments.csv'],
  ['erp', 'ekylibre-socleo_sales.csv'],
  ['erp', 'vingtcent123-customers.csv'],
  ['ar', 'dashashutosh-Dataset.csv'],
  ['ar', 'iamjenetzler-WA_Fn-UseC_-Accounts-Receivable.csv'],
  ['ar', 'nooobcoder-nulldata.csv'],
  ['bank', 'OCA-meta_data_separated_credit_debit.xlsx'],
] as const;

describe.skipIf(!hasRealFiles)(`${MUTATIONS} damages of each real file`, () => {
  test.each(FILES)('%s/%s', async (folder, name) => {
    const source = readFileSync(realFile(folder, name));
    const part = name.endsWith('.csv') ? source.subarray(0, BYTES_MAX) : source;
    for (let seed = 1; seed <= MUTATIONS; seed += 1) {
      try {
        await outcomeOf(mutated(part, seed), name.slice(-5));
      } catch (error) {
        throw new Error(`seed ${seed} of ${name}`, { cause: error });
      }
    }
  });
});

test(`${MUTATIONS} damages of the parts of a workbook, packed again`, async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = Array.from(
    { length: 40 },
    (_, index) =>
      `<row r="${index + 2}">${cell(`C${index}`)}${cell('ALPHA')}${cell(`FA${index}`)}<c s="1"><v>${46000 + index}</v></c><c><f>1+1</f><v>${index}.5</v></c></row>`,
  );
  const header = ['Code client', 'Nom', 'N° pièce', 'Échéance', 'Solde'].map(cell).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${header}</row>${rows.join('')}</sheetData></worksheet>`,
  };
  const pack = (changed: Record<string, Uint8Array>) =>
    Buffer.from(
      zipSync(
        {
          ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
          ...changed,
        },
        { level: 1 },
      ),
    );
  expect(await outcomeOf(pack({}), '.xlsx')).toBe('read');
  const names = Object.keys(parts);
  for (let seed = 1; seed <= MUTATIONS; seed += 1) {
    const name = names[seed % names.length] ?? '';
    try {
      await outcomeOf(pack({ [name]: mutated(Buffer.from(parts[name] ?? ''), seed) }), '.xlsx');
      await outcomeOf(mutated(pack({}), seed), '.xlsx');
    } catch (error) {
      throw new Error(`seed ${seed} of ${name}`, { cause: error });
    }
  }
});
