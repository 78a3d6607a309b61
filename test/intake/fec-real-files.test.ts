/** Every real ledger goes in, with the totals that a much simpler reading of the file gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEdi } from '../../src/main/intake/package-file/read-edi.ts';
import { readIsa } from '../../src/main/intake/package-file/read-isa.ts';
import { readLedgerBytes, summaryOf } from '../support/read-ledger-file.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';

interface PlainSum {
  lines: number;
  customerLines: number;
  debitCents: number;
  creditCents: number;
  fileDebitCents: number;
  byAccount: Record<string, number>;
}

const toCents = (text: string) =>
  Math.round(Number(text.trim().replace('+', '').replace(',', '.') || '0') * 100);

/** Sums of a FEC by splitting it: first lower-cased header, then cells. */
function plainSumOfFec(bytes: Buffer): PlainSum {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const [header = '', ...lines] = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const separator = header.includes('|') ? '|' : '\t';
  const columns = header.split(separator).map((name) => name.trim().toLowerCase());
  const sum = emptySum();
  for (const line of lines) {
    const cells = line.split(separator);
    const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').trim();
    addTo(sum, cell('comptenum'), {
      debit: toCents(cell('debit')),
      credit: toCents(cell('credit')),
    });
  }
  return sum;
}

function emptySum(): PlainSum {
  return {
    lines: 0,
    customerLines: 0,
    debitCents: 0,
    creditCents: 0,
    fileDebitCents: 0,
    byAccount: {},
  };
}

function addTo(sum: PlainSum, account: string, sides: { debit: number; credit: number }): void {
  sum.lines += 1;
  sum.fileDebitCents += sides.debit;
  if (!account.startsWith('41')) return;
  sum.customerLines += 1;
  sum.debitCents += sides.debit;
  sum.creditCents += sides.credit;
  sum.byAccount[account] = (sum.byAccount[account] ?? 0) + sides.debit - sides.credit;
}

async function expectSameSums(
  name: string,
  sum: PlainSum,
  read: Awaited<ReturnType<typeof readLedgerBytes>>,
): Promise<void> {
  const summary = summaryOf(read);
  expect(summary.totals, name).toEqual({
    linesRead: sum.lines,
    linesKept: sum.customerLines,
    linesRejected: 0,
    linesOutOfScope: sum.lines - sum.customerLines,
    debitCents: sum.debitCents,
    creditCents: sum.creditCents,
  });
  expect(summary.fileDebitCents).toBe(sum.fileDebitCents);
  expect(summary.fileDebitCents).toBe(summary.fileCreditCents);
  const byAccount: Record<string, number> = {};
  for (const { ledgerAccountCode: code, amountCents } of read.lines) {
    byAccount[code] = (byAccount[code] ?? 0) + amountCents;
  }
  expect(byAccount).toEqual(sum.byAccount);
}

/** What is expected of each file beside its totals. */
const FECS: Readonly<Record<string, object>> = {
  'bom-wholesaler-lettered_0000000001FEC20220831.txt': {
    encoding: 'utf-8',
    lineEnd: 'lf',
    customerCount: 17,
    openingLineCount: 7,
    letteredLineCount: 528,
    lastBankDate: '2022-08-31',
    unbalancedEntryCount: 0,
    problemCounts: {},
  },
  'crcrlf-big_123456789FEC20500930.txt': {
    encoding: 'utf-8',
    lineEnd: 'crcrlf',
    customerCount: 1,
    closingDate: '2050-09-30',
    lastBankDate: '2023-04-28',
    problemCounts: { file_name_period: 1 },
  },
  'padded-signed_123456789FEC20230331.txt': {
    encoding: 'utf-8',
    lineEnd: 'crlf',
    customerCount: 8,
    openingLineCount: 91,
    isLettered: false,
    unbalancedEntryCount: 0,
    problemCounts: {},
  },
  // Two names, BANQUE and TDF, but lettered together: one customer.
  'pipe-21-columns_123456789FEC20201231.txt': {
    separator: '|',
    customerCount: 1,
    lastBankDate: '2020-12-31',
    problemCounts: {},
  },
  'pipe-latin1-no-aux_123456789FEC20200331.txt': {
    encoding: 'iso-8859-15',
    separator: '|',
    customerCount: 10,
    unbalancedEntryCount: 0,
    problemCounts: {},
  },
  'small-lettered_2020.txt': {
    customerCount: 1,
    sundryCustomerCodes: ['411CIDVA'],
    problemCounts: {},
  },
  'tab-constructed_sample.txt': { customerCount: 1, problemCounts: {} },
};

describe.skipIf(!hasRealFiles)('real FEC files', () => {
  test('are all listed here', () => {
    expect(readdirSync(realFile('fec')).toSorted()).toEqual(Object.keys(FECS).toSorted());
  });

  test.each(Object.keys(FECS))('%s goes in', async (name) => {
    const bytes = readFileSync(realFile('fec', name));
    const read = await readLedgerBytes(bytes, { fileName: name });
    await expectSameSums(name, plainSumOfFec(bytes), read);
    expect(summaryOf(read)).toMatchObject(FECS[name] ?? {});
  });

  test('the balances carried over, refunds and set-offs of the wholesaler are told apart', async () => {
    const name = 'bom-wholesaler-lettered_0000000001FEC20220831.txt';
    const read = await readLedgerBytes(readFileSync(realFile('fec', name)));
    const openings = read.lines.filter((line) => line.isOpening);
    expect(openings.reduce((sum, line) => sum + line.amountCents, 0)).toBe(5_914_690);
    expect(openings.every((line) => line.counterpart === 'opening')).toBe(true);
    const refund = read.lines.find(
      (line) => line.amountCents === 8704 && line.customerCode === 'LVOIRU',
    );
    expect(refund).toMatchObject({ lineDate: '2021-12-18', counterpart: 'bank', letter: 'AABB' });
    const cancelled = read.lines.find(
      (line) => line.customerCode === 'VDINP0' && line.amountCents === -9495,
    );
    expect(cancelled).toMatchObject({ journalCode: 'OD', counterpart: 'sales' });
  });

  test('the set-offs of the ledger without auxiliaries are', async () => {
    const name = 'pipe-latin1-no-aux_123456789FEC20200331.txt';
    const read = await readLedgerBytes(readFileSync(realFile('fec', name)));
    const net = read.lines.filter((line) => line.documentNumber === 'CM04-049');
    expect(net.reduce((sum, line) => sum + line.amountCents, 0)).toBe(-794_530);
    expect(new Set(net.map((line) => line.counterpart))).toEqual(new Set(['mixed']));
    const setOffs = read.lines.filter((line) => /^OD01[67]$/.test(line.documentNumber));
    expect(setOffs.length).toBeGreaterThan(0);
    expect(new Set(setOffs.map((line) => line.counterpart))).toEqual(new Set(['supplier']));
    const roles = Object.fromEntries(
      summaryOf(read).accounts.map((account) => [account.ledgerAccountCode, account.proposedRole]),
    );
    expect(roles).toMatchObject({
      '411600000': 'group',
      '411000320': 'ordinary',
      '411100000': 'ordinary',
      '418100000': 'to_invoice',
      '419100000': 'deposit',
      '411LALI00': 'ordinary',
    });
    const shared = summaryOf(read).accounts.filter((account) => account.isSharedAccount);
    expect(shared.map((account) => account.ledgerAccountCode)).toContain('411100000');
  });

  test('the months of bank lines in one entry stay of unknown nature', async () => {
    const name = 'padded-signed_123456789FEC20230331.txt';
    const read = await readLedgerBytes(readFileSync(realFile('fec', name)));
    const summary = summaryOf(read);
    expect(summary.mixedPatterns[0]).toMatchObject({ journalCode: 'OD', entryCount: 1 });
    const sundry = summary.accounts.find((account) => account.isSundry);
    expect(sundry).toMatchObject({
      ledgerAccountCode: '41115300',
      lineCount: 129,
      proposedRole: 'sundry',
    });
  });
});

describe.skipIf(!hasRealFiles)('exports of packages', () => {
  test('Isacompta goes in, with its due dates', async () => {
    const bytes = readFileSync(realFile('erp', 'ekylibre-export.isa'));
    const sum = emptySum();
    let dueDates = 0;
    let isCustomer = false;
    for (const record of bytes.toString('latin1').split('\r\n')) {
      if (record.startsWith('MVT')) {
        const account = record.slice(6, 16).trim();
        isCustomer = account.startsWith('41');
        addTo(sum, account, {
          debit: toCents(record.slice(46, 59)),
          credit: toCents(record.slice(59, 72)),
        });
      }
      if (record.startsWith('ECHMVT') && isCustomer) dueDates += 1;
    }
    const read = await readLedgerBytes(bytes, { fileName: 'export.isa', reader: readIsa });
    await expectSameSums('isa', sum, read);
    expect(read.lines.filter((line) => line.statedDueDate !== null)).toHaveLength(dueDates);
    expect(read.lines[0]).toMatchObject({ documentNumber: '070001', statedDueDate: '2008-05-02' });
    expect(summaryOf(read)).toMatchObject({
      format: 'isa',
      encoding: 'cp850',
      closingDate: '2008-08-31',
      customerCount: 6,
      sundryCustomerCodes: ['411P'],
      unbalancedEntryCount: 0,
      problemCounts: {},
    });
  });

  test('EBP goes in', async () => {
    const bytes = readFileSync(realFile('erp', 'ekylibre-edi.edi'));
    const sum = emptySum();
    for (const record of bytes.toString('latin1').split('\r\n')) {
      const cells = record.split(';');
      if (cells[0] !== 'E') continue;
      const amount = toCents(cells[8] ?? '');
      addTo(
        sum,
        cells[1] ?? '',
        cells[7] === 'D' ? { debit: amount, credit: 0 } : { debit: 0, credit: amount },
      );
    }
    const read = await readLedgerBytes(bytes, { fileName: 'export.edi', reader: readEdi });
    await expectSameSums('edi', sum, read);
    expect(summaryOf(read)).toMatchObject({
      format: 'edi',
      encoding: 'windows-1252',
      closingDate: '2008-08-31',
      customerCount: 5,
      openingLineCount: 4,
      unbalancedEntryCount: 0,
      problemCounts: {},
    });
  });
});
