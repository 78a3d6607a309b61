/**
 * Damaged files: whatever is done to the bytes, the reading ends, throws nothing, counts every
 * line once and says each fault in a sentence.
 *
 * 50 mutations of each file; 10 000 with ENCOURS_NIGHT=1. A failure prints the seed to replay.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEdi } from '../../src/main/intake/package-file/read-edi.ts';
import { readIsa } from '../../src/main/intake/package-file/read-isa.ts';
import { recogniseFile } from '../../src/main/intake/recognise.ts';
import { parseCalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { isProblemCode } from '../../src/shared/text/problems.ts';
import { generateFec, seededNumbers } from '../support/fec-generator.ts';
import { writeFec } from '../support/fec-writer.ts';
import {
  type LedgerReader,
  type ReadLedgerFile,
  readLedgerBytes,
} from '../support/read-ledger-file.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';
import { SMALL_LINES } from '../support/small-fec.ts';

const COUNT = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 50;
/** Enough of a file to hold each of its quirks. */
const BYTES_MAX = 30_000;

type Random = () => number;

const below = (random: Random, limit: number) => Math.floor(random() * Math.max(1, limit));

/** One kind of damage each. */
const DAMAGES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  function changeBytes(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let times = 1 + below(random, 8); times > 0; times -= 1) {
      copy[below(random, copy.length)] = below(random, 256);
    }
    return copy;
  },
  function cutEnd(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length));
  },
  function removeSlice(bytes, random) {
    const from = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(random, 300))]);
  },
  function repeatSlice(bytes, random) {
    const from = below(random, bytes.length);
    const to = from + below(random, 2000);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  function insertSpecial(bytes, random) {
    const specials = [
      '\t',
      '|',
      ';',
      '"',
      '\r',
      '\n',
      '\r\r\n',
      '\0',
      '=1+1',
      '9'.repeat(30),
      '\u00e9',
      '-',
      ',',
      '  ',
    ];
    const at = below(random, bytes.length);
    const special = Buffer.from(specials[below(random, specials.length)] ?? '\t', 'latin1');
    return Buffer.concat([bytes.subarray(0, at), special, bytes.subarray(at)]);
  },
  function swapLines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n');
    const [from, to] = [below(random, lines.length), below(random, lines.length)];
    [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function shuffleCells(bytes, random) {
    const text = bytes.toString('latin1');
    const lines = text.split('\n');
    const at = below(random, lines.length);
    const separator = text.includes('\t') ? '\t' : text.includes('|') ? '|' : ';';
    const cells = (lines[at] ?? '').split(separator);
    const from = below(random, cells.length);
    cells.splice(below(random, cells.length), 0, ...cells.splice(from, 1));
    lines[at] = cells.join(separator);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
];

function damaged(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    if (result.length === 0) break;
    result = DAMAGES[below(random, DAMAGES.length)]?.(result, random) ?? result;
  }
  return result;
}

function expectSound(read: ReadLedgerFile, seed: string): void {
  for (const { code, severity } of read.problems) {
    expect(isProblemCode(code), `${seed} ${code}`).toBe(true);
    expect(['error', 'warning'], seed).toContain(severity);
  }
  for (const line of read.lines) {
    expect(Number.isSafeInteger(line.amountCents), seed).toBe(true);
    expect(parseCalendarDate(line.lineDate), seed).toBe(line.lineDate);
    expect(line.customerCode, seed).not.toBe('');
  }
  if (!read.result.isDone) {
    expect(isProblemCode(read.result.refusal.code), `${seed} ${read.result.refusal.code}`).toBe(
      true,
    );
    return;
  }
  const { totals } = read.result.value;
  const { linesKept, linesRejected, linesOutOfScope } = totals;
  expect(totals.linesRead, seed).toBe(linesKept + linesRejected + linesOutOfScope);
  expect(linesKept, seed).toBe(read.lines.length);
  const balance = read.lines.reduce((sum, line) => sum + line.amountCents, 0);
  expect(totals.debitCents - totals.creditCents, seed).toBe(balance);
}

interface Subject {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly reader?: LedgerReader;
}

const FECS = [
  'bom-wholesaler-lettered_0000000001FEC20220831.txt',
  'crcrlf-big_123456789FEC20500930.txt',
  'padded-signed_123456789FEC20230331.txt',
  'pipe-21-columns_123456789FEC20201231.txt',
  'pipe-latin1-no-aux_123456789FEC20200331.txt',
  'small-lettered_2020.txt',
];

const subjects: readonly Subject[] = [
  { name: 'small', bytes: () => writeFec(SMALL_LINES) },
  { name: 'quoted', bytes: () => writeFec(SMALL_LINES, { separator: ',', encoding: 'cp850' }) },
  { name: 'wide', bytes: () => writeFec(SMALL_LINES, { encoding: 'utf-16le', hasMark: true }) },
  {
    name: 'generated',
    bytes: () => Buffer.concat([...generateFec({ customers: 20, lines: 300, seed: 5 })]),
  },
  ...(hasRealFiles
    ? [
        ...FECS.map((name) => ({ name, bytes: () => readFileSync(realFile('fec', name)) })),
        {
          name: 'isa',
          bytes: () => readFileSync(realFile('erp', 'ekylibre-export.isa')),
          reader: readIsa,
        },
        {
          name: 'edi',
          bytes: () => readFileSync(realFile('erp', 'ekylibre-edi.edi')),
          reader: readEdi,
        },
      ]
    : []),
];

describe(`${COUNT} damages`, () => {
  test.each(subjects)('of $name', async ({ name, bytes, reader }) => {
    const sound = bytes().subarray(0, BYTES_MAX);
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const random = seededNumbers(seed);
      const broken = damaged(sound, random);
      expect(() => recogniseFile(broken, name)).not.toThrow();
      const chunkBytes = 1 + below(random, 70_000);
      const read = await readLedgerBytes(broken, { chunkBytes, ...(reader && { reader }) });
      expectSound(read, `${name}, seed ${seed}`);
    }
  });
});
