import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BatchList,
  makeBatchList,
  makeDepositSlip,
} from '../../../src/main/reports/letter/batch-lists.ts';
import type {
  BatchLetter,
  LetterBatch,
  PrintedLetter,
} from '../../../src/main/reports/letter/letter.ts';
import {
  inPrintOrder,
  letterPath,
  writeLetterBatch,
} from '../../../src/main/reports/letter/letter-batch.ts';
import { writeMailingPackage } from '../../../src/main/reports/letter/mailing-package.ts';
import { LETTER_DAY, letterOf } from '../../support/letters.ts';
import { readPdf, wholeText } from '../../support/read-pdf.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'encours-letters-'));
  await mkdir(path.join(folder, 'letters'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Payer {
  readonly code: string;
  readonly name: string;
  readonly postcode: string;
  readonly isRegistered?: boolean;
  readonly itemCount?: number;
  readonly isDuplex?: boolean;
}

function batchLetter(payer: Payer): BatchLetter {
  const { isRegistered = false, itemCount = 1, isDuplex = false } = payer;
  const letter = letterOf({ itemCount, isRegistered, layout: { isDuplex, hasPaymentSlip: false } });
  const { code, name, postcode } = payer;
  const recipient = { ...letter.facts.recipient, code, name };
  const addressLines = [name, '1 RUE DU PUITS', `${postcode} POITIERS`];
  const facts = { ...letter.facts, recipient };
  return { ...letter, facts, addressLines, postcode, letterKey: `notice-${code}` };
}

const PAYERS: readonly Payer[] = [
  { code: 'C3', name: 'Étuves du Clain', postcode: '86000', isRegistered: true },
  { code: 'C1', name: 'Zingueurs Réunis', postcode: '17000', itemCount: 60 },
  { code: 'C2', name: 'Éts Babin', postcode: '79000' },
  { code: 'C4', name: 'Abattoirs du Marais', postcode: '86000' },
];

function batchOf(part: Partial<LetterBatch> = {}): LetterBatch {
  return {
    reference: 'Courriers n° 12',
    groupBy: 'name',
    letters: PAYERS.map(batchLetter),
    letterFolder: path.join(folder, 'letters'),
    printPath: path.join(folder, 'courriers.pdf'),
    ...part,
  };
}

const QUIET = { progress: () => {}, stopIfCancelled: () => {} };

describe('the order of the sheets', () => {
  test.each([
    ['name', ['C4', 'C2', 'C1', 'C3']],
    ['postcode', ['C1', 'C2', 'C4', 'C3']],
  ] as const)('is by %s, registered letters after the plain ones', (groupBy, order) => {
    const letters = inPrintOrder(batchOf({ groupBy }));
    expect(letters.map((letter) => letter.facts.recipient.code)).toEqual(order);
  });
});

describe('a batch', () => {
  async function write(batch: LetterBatch): Promise<readonly PrintedLetter[]> {
    return writeLetterBatch(batch, QUIET);
  }

  test('keeps each letter as its own file, whose very pages are printed', async () => {
    const batch = batchOf();
    const printed = await write(batch);
    const print = await readPdf(await readFile(batch.printPath));
    let page = 0;
    for (const { letterKey, sha256, pageCount, firstPage, lastPage } of printed) {
      const bytes = await readFile(letterPath(batch.letterFolder, letterKey));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      const own = await readPdf(bytes);
      expect(own).toHaveLength(pageCount);
      expect(firstPage).toBe(page + 1);
      expect(lastPage).toBe(page + pageCount);
      expect(wholeText(print.slice(firstPage - 1, lastPage))).toBe(wholeText(own));
      page = lastPage;
    }
    expect(print).toHaveLength(page);
    expect(printed.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  test('printed on both sides begins each letter on a sheet of its own', async () => {
    const letters = PAYERS.map((payer) => batchLetter({ ...payer, isDuplex: true }));
    const batch = batchOf({ letters, groupBy: 'postcode' });
    const printed = await write(batch);
    const print = await readPdf(await readFile(batch.printPath));
    for (const { firstPage } of printed) expect(firstPage % 2).toBe(1);
    expect(printed.some(({ pageCount }) => pageCount % 2 === 1)).toBe(true);
    const printedPages = new Set(
      printed.flatMap(({ firstPage, pageCount }) =>
        Array.from({ length: pageCount }, (_, index) => firstPage + index),
      ),
    );
    for (const [index, page] of print.entries()) {
      expect(page.texts.length > 0).toBe(printedPages.has(index + 1));
    }
  });

  test('says how far it is, and stopped leaves no print file', async () => {
    const batch = batchOf();
    const heard: number[] = [];
    const stopAfterTwo = {
      progress: (done: number) => heard.push(done),
      stopIfCancelled: () => {
        if (heard.length === 2) throw new Error('stopped');
      },
    };
    await expect(writeLetterBatch(batch, stopAfterTwo)).rejects.toThrow('stopped');
    expect(heard).toEqual([0, 1]);
    expect(await readdir(folder)).toEqual(['letters']);
  });
});

function listOf(): BatchList {
  return {
    reference: 'Courriers n° 12',
    day: LETTER_DAY,
    language: 'fr',
    issuer: { name: 'Vauclair Matériaux', addressLines: ['14 rue des Carriers'] },
    letters: inPrintOrder(batchOf()).map((letter, index) => ({
      position: index + 1,
      kind: letter.kind,
      payerCode: letter.facts.recipient.code,
      payerName: letter.facts.recipient.name,
      addressLines: letter.addressLines,
      town: 'POITIERS',
      pageCount: index + 1,
      amountCents: 100_00 * (index + 1),
      currency: index === 1 ? 'GBP' : 'EUR',
      registeredNumber: letter.kind === 'registered' ? '1A12345678901' : '',
    })),
  };
}

describe('the list of a batch', () => {
  test('names each letter once, its number, and one total a currency', async () => {
    const { bytes } = await makeBatchList(listOf());
    const text = wholeText(await readPdf(bytes));
    for (const { name } of PAYERS) expect(text.split(name)).toHaveLength(2);
    expect(text).toContain('Simples : 3 · Recommandés : 1 · Pages : 10');
    expect(text).toContain('1A 123 456 7890 1');
    expect(text).toContain('Total 800,00 €');
    expect(text).toContain('Total 200,00 £');
  });

  test('the deposit slip names the registered letters only, with room for a number', async () => {
    const list = listOf();
    const text = wholeText(await readPdf((await makeDepositSlip(list)).bytes));
    expect(text).toContain('1 lettre recommandée avec avis de réception');
    expect(text).toContain('1A 123 456 7890 1');
    expect(text).toContain('Étuves du Clain');
    expect(text).not.toContain('Babin');
    const bare = list.letters.map((letter) => ({ ...letter, registeredNumber: '' }));
    const without = await makeDepositSlip({ ...list, letters: bare });
    expect(wholeText(await readPdf(without.bytes))).toContain('à coller ou à écrire');
  });
});

describe('the package for an online-mail service', () => {
  test('holds the letters byte for byte and a list that no spreadsheet runs', async () => {
    const letters = PAYERS.map(batchLetter);
    const formula = batchLetter({ code: 'C/5', name: '=HYPERLINK("x";"y")', postcode: '86000' });
    const batch = batchOf({ letters: [...letters, { ...formula, letterKey: 'notice-C5' }] });
    const printed = await writeLetterBatch(batch, QUIET);
    const zipPath = path.join(folder, 'courriers.zip');
    const inOrder = inPrintOrder(batch);
    const packed = printed.map((own, index) => {
      const letter = inOrder[index];
      if (letter === undefined) throw new Error('no letter');
      return {
        ...own,
        payerCode: letter.facts.recipient.code,
        path: letterPath(batch.letterFolder, own.letterKey),
        addressLines: letter.addressLines,
        postcode: letter.postcode,
        town: 'POITIERS',
      };
    });
    const order = { path: zipPath, day: LETTER_DAY, language: 'fr', letters: packed } as const;
    await writeMailingPackage(order, QUIET);
    const entries = unzipSync(await readFile(zipPath));
    const names = Object.keys(entries);
    expect(names).toEqual([
      'adresses.csv',
      '0001_C-5.pdf',
      '0002_C4.pdf',
      '0003_C2.pdf',
      '0004_C1.pdf',
      '0005_C3.pdf',
    ]);
    for (const [index, { letterKey }] of printed.entries()) {
      const kept = await readFile(letterPath(batch.letterFolder, letterKey));
      expect(kept.equals(entries[names[index + 1] ?? ''] ?? Buffer.alloc(0))).toBe(true);
    }
    const list = entries['adresses.csv'] ?? new Uint8Array();
    expect([...list.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = strFromU8(list).slice(1).split('\r\n');
    expect(rows).toHaveLength(7);
    expect(rows[1]).toBe(
      '0001_C-5.pdf;1;lettre;C/5;"\'=HYPERLINK(""x"";""y"")";1 RUE DU PUITS;86000 POITIERS;' +
        ';;;;86000;POITIERS;1',
    );
    expect(rows[5]).toContain(';recommande_ar;C3;Étuves du Clain;');
  });

  test('stopped, or short of a letter, fails instead of packing the rest', async () => {
    const gone = { path: path.join(folder, 'none.pdf'), addressLines: [], postcode: '', town: '' };
    const letter = { ...gone, position: 1, kind: 'plain', payerCode: 'C1', pageCount: 1 } as const;
    const order = { day: LETTER_DAY, language: 'en', letters: [letter] } as const;
    const packageAt = (name: string) => ({ ...order, path: path.join(folder, name) });
    await expect(writeMailingPackage(packageAt('a.zip'), QUIET)).rejects.toThrow('ENOENT');
    const stop = {
      ...QUIET,
      stopIfCancelled: () => {
        throw new Error('stopped');
      },
    };
    await expect(writeMailingPackage(packageAt('b.zip'), stop)).rejects.toThrow('stopped');
  });
});
