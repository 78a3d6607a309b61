/** Real ledger files go in, and the ledger says to the cent what their lines say. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyDerived } from '../../src/main/ledger/interpretation/verify-derived.ts';
import { readCustomers } from '../../src/main/ledger/views/customers.ts';
import { readOpenItems } from '../../src/main/ledger/views/open-items.ts';
import { testFolder } from '../support/ledger.ts';
import { dumpDerived, openByCustomer } from '../support/ledger-facts.ts';
import type { TestCompany } from '../support/ledger-jobs.ts';
import { commitPreview, previewFile, testCompany, undoImportOf } from '../support/ledger-jobs.ts';
import { hasRealFiles, realFile, realFilesFolder } from '../support/real-files.ts';

const files = hasRealFiles ? readdirSync(realFile('fec')).toSorted() : [];

function company(): TestCompany {
  const made = testCompany(testFolder(), '2026-11-23');
  onTestFinished(() => made.ledger.close());
  return made;
}

function openOf(of: TestCompany): Record<string, number> {
  return openByCustomer(
    of.ledger,
    of.ledger.read((reader) => readOpenItems(reader, null)),
  );
}

describe.skipIf(!hasRealFiles)(`files of ${realFilesFolder}`, () => {
  test.each(files)('%s', async (name) => {
    const of = company();
    const told = await previewFile(of, realFile('fec', name));
    expect(told.linesRead).toBe(told.linesKept + told.linesRejected + told.linesOutOfScope);
    expect(told.fileBalanceCents).toBe(told.debitCents - told.creditCents);
    expect(told.ledgerBalanceCents).toBe(told.fileBalanceCents);
    expect(told.customersDiffering).toEqual([]);

    const importId = await commitPreview(of, told);
    const open = Object.values(openOf(of)).reduce((sum, cents) => sum + cents, 0);
    expect(open).toBe(told.fileBalanceCents);
    expect(of.ledger.read((reader) => verifyDerived(reader))).toEqual([]);

    await undoImportOf(of, importId);
    expect(dumpDerived(of.ledger)).toMatchObject({ items: [], openItems: [], customers: [] });
  });
});

const wholesaler = realFile('fec', 'bom-wholesaler-lettered_0000000001FEC20220831.txt');

test.skipIf(!existsSync(wholesaler))(
  'openings by balance and unbalanced letters: 52 517,24 € and whose they are',
  async () => {
    const of = company();
    const told = await previewFile(of, wholesaler);
    expect(told.ledgerBalanceCents).toBe(52_517_24);
    await commitPreview(of, told);
    const open = openOf(of);
    const named = (code: string) =>
      Object.entries(open).find(([customer]) => customer.includes(code))?.[1] ?? 0;
    expect(
      [
        'FGTIVI',
        'TMIMOS',
        'TTOIM0',
        'VDINP0',
        'LDNE00',
        'GSDLL0',
        'LVOIRU',
        'DFIENB',
        'TRUSOA',
        'PCUECG',
      ].map(named),
    ).toEqual([0, 0, 0, 0, 27_123_29, 18_070_04, 6_661_27, 438_88, 302_89, -79_13]);
  },
);

const unlettered = realFile('fec', 'padded-signed_123456789FEC20230331.txt');

test.skipIf(!existsSync(unlettered))(
  'a ledger that nobody lettered shows its balance, not the sum of its invoices',
  async () => {
    const of = company();
    const told = await previewFile(of, unlettered);
    expect(told).toMatchObject({
      letteredShare: 0,
      debitCents: 122_705_61,
      ledgerBalanceCents: 29_900_14,
    });
    await commitPreview(of, told);
    const open = of.ledger.read((reader) => readOpenItems(reader, null));
    const owed = open.filter(({ outstandingCents }) => outstandingCents > 0);
    expect(owed.reduce((sum, item) => sum + item.outstandingCents, 0)).toBeLessThan(40_000_00);
    const sundry = of.ledger
      .read((reader) => readCustomers(reader, null))
      .filter((row) => row.isSundry || row.isShared);
    expect(sundry.length).toBeGreaterThan(0);
  },
);
