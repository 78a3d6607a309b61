/** What screens read, against the same facts summed by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undoImport } from '../../src/main/ledger/imports/undo-import.ts';
import { recordContact } from '../../src/main/ledger/stores/contacts.ts';
import { appendPromise } from '../../src/main/ledger/stores/promises.ts';
import {
  readIdentity,
  readItem,
  readItemLabels,
  readItemOrigin,
  readSettledItems,
  readWithdrawnItems,
} from '../../src/main/ledger/views/customer-items.ts';
import {
  readDimensionValues,
  readStatedContacts,
  readTypedContacts,
} from '../../src/main/ledger/views/customers.ts';
import {
  readAccounts,
  readImportHistory,
  readImportProblems,
  readNatureQuestions,
} from '../../src/main/ledger/views/imports.ts';
import {
  readOpenItems,
  readOpenItemsAsOf,
  readStatedBalance,
} from '../../src/main/ledger/views/open-items.ts';
import type { LedgerLine } from '../../src/shared/domain/statement/statement.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { MadeUpFile } from '../support/ledger.ts';
import { importFile, ledgerLine, record, testFolder, testLedger } from '../support/ledger.ts';
import { smallCompany } from '../support/ledger-company.ts';
import { balancesOf, ledgerLines } from '../support/ledger-facts.ts';

const day = calendarDate;
const RUNS = process.env.ENCOURS_NIGHT === '1' ? 1000 : 15;

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, cents) => sum + cents, 0);

function yearFile(lines: readonly LedgerLine[], sha: string): MadeUpFile {
  return {
    lines,
    header: {
      fileSha256: sha,
      coversFromDate: day('2026-01-01'),
      coversToDate: day('2027-03-01'),
    },
  };
}

describe('the control line of a balance', () => {
  test('is the sum of the stated lines up to the day, restated ones left out', async () => {
    const folder = testFolder();
    const days = fc.integer({ min: 0, max: 325 }).map((n) => addDays(day('2026-01-01'), n));
    await fc.assert(
      fc.asyncProperty(ledgerLines, ledgerLines, days, async (first, second, asOf) => {
        const to = testLedger('2026-11-23', testFolder(folder));
        await importFile(to, yearFile(first, 'one'));
        const stated = () => to.ledger.read((reader) => readStatedBalance(reader, asOf));
        expect(stated()).toBe(sumOf(Object.values(balancesOf(first, asOf))));
        const importId = await importFile(to, yearFile(second, 'two'));
        expect(stated()).toBe(sumOf(Object.values(balancesOf(second, asOf))));
        const open = to.ledger.read((reader) => readOpenItemsAsOf(reader, null, asOf));
        expect(stated()).toBe(sumOf(open.map(({ outstandingCents }) => outstandingCents)));
        await to.ledger.write((writer) =>
          undoImport(writer, { importId, commandId: null, asOf: to.clock.today() }),
        );
        expect(stated()).toBe(sumOf(Object.values(balancesOf(first, asOf))));
        to.ledger.close();
      }),
      { numRuns: RUNS },
    );
  });

  test('lets the openings of a year stand for the year before', async () => {
    const to = testLedger();
    const opening = {
      isOpening: true,
      journalCode: 'AN',
      counterpart: 'opening',
      documentNumber: '',
    } as const;
    await importFile(to, {
      header: { coversFromDate: day('2025-01-01'), coversToDate: day('2025-12-31') },
      lines: [
        ledgerLine({ customerCode: 'VAL', amountCents: 500_00, lineDate: day('2025-11-10') }),
      ],
    });
    await importFile(to, {
      header: { coversFromDate: day('2026-01-01'), coversToDate: day('2026-12-31') },
      lines: [
        ledgerLine({
          customerCode: 'VAL',
          amountCents: 500_00,
          lineDate: day('2026-01-01'),
          ...opening,
        }),
        ledgerLine({ customerCode: 'VAL', amountCents: 90_00, lineDate: day('2026-02-10') }),
      ],
    });
    const at = (asOf: string) => to.ledger.read((reader) => readStatedBalance(reader, day(asOf)));
    expect(['2025-06-30', '2025-12-31', '2026-01-31', '2026-11-23'].map(at)).toEqual([
      0, 500_00, 500_00, 590_00,
    ]);
  });

  test('is the sum of every movement where lists are live too', async () => {
    const to = testLedger();
    const item = {
      documentNumber: 'F1',
      rank: 1,
      documentDate: day('2026-09-01'),
      dueDate: day('2026-10-01'),
      currency: 'EUR',
      label: '',
      kind: 'invoice' as const,
    };
    await importFile(to, {
      header: { statedOnDate: day('2026-11-01') },
      items: [
        { ...item, lineNumber: 2, customerCode: 'VAL', amountCents: 100_00, openCents: 40_00 },
        { ...item, lineNumber: 3, customerCode: 'LEROY', amountCents: 7_00, openCents: 7_00 },
      ],
    });
    expect(to.ledger.read((reader) => readStatedBalance(reader, to.clock.today()))).toBe(47_00);
  });
});

describe('items of a customer', () => {
  test('settled ones come the last settled first, with their total', async () => {
    const to = await smallCompany();
    const { total, totalCents, rows } = to.ledger.read((reader) =>
      readSettledItems(reader, { customerId: 1, offset: 0, limit: 10 }),
    );
    expect({ total, totalCents }).toEqual({ total: 1, totalCents: 100_00 });
    expect(rows[0]).toMatchObject({
      documentNumber: 'FA2026-0099',
      settledDate: '2026-09-15',
      settledNature: 'bank',
    });
  });

  test('tell what they are made of', async () => {
    const to = await smallCompany();
    const settled = to.ledger.read(
      (reader) => readSettledItems(reader, { customerId: 1, offset: 0, limit: 1 }).rows[0],
    );
    const origin = to.ledger.read((reader) => readItemOrigin(reader, settled?.receivableId ?? 0));
    expect(origin.lines).toMatchObject([
      { fileName: 'fec.txt', lineNumber: 3, amountCents: 100_00, letter: 'A' },
    ]);
    expect(origin.allocations).toMatchObject([
      {
        effectiveDate: '2026-09-15',
        amountCents: 100_00,
        basis: 'lettered',
        nature: 'bank',
        paymentLabel: 'VIR VAL',
      },
    ]);
    expect(to.ledger.read((reader) => readItem(reader, settled?.receivableId ?? 0))).toMatchObject({
      outstandingCents: 0,
    });
  });

  test('are known by their identity, and labelled', async () => {
    const to = await smallCompany();
    const [open] = to.ledger.read((reader) => readOpenItems(reader, 1));
    const receivableId = open?.receivableId ?? 0;
    expect(to.ledger.read((reader) => readIdentity(reader, receivableId))).toMatchObject({
      customerId: 1,
    });
    expect(to.ledger.read((reader) => readItem(reader, receivableId))).toMatchObject({
      outstandingCents: 4_812_60,
    });
    expect(to.ledger.read((reader) => readItemLabels(reader, 1)).get(receivableId)).toBe(
      'Chantier',
    );
    expect(to.ledger.read((reader) => [readIdentity(reader, 99), readItem(reader, 99)])).toEqual([
      null,
      null,
    ]);
  });

  test('that an undo withdrew stay visible where something hangs on them', async () => {
    const to = await smallCompany();
    const [open] = to.ledger.read((reader) => readOpenItems(reader, 1));
    const receivableId = open?.receivableId ?? 0;
    await record(to, (writer, entryId) =>
      appendPromise(writer, entryId, {
        customerId: 1,
        kind: 'promise',
        promisedOn: to.clock.today(),
        promisedFor: to.clock.today(),
        amountCents: 1_00,
        method: null,
        comment: '',
        items: [{ receivableId, amountCents: 1_00 }],
      }),
    );
    const withdrawn = () =>
      to.ledger.read((reader) => readWithdrawnItems(reader, 1).map((row) => row.receivableId));
    expect(withdrawn()).toEqual([]);
    await to.ledger.write((writer) =>
      undoImport(writer, { importId: 1, commandId: null, asOf: to.clock.today() }),
    );
    expect(withdrawn()).toEqual([receivableId]);
  });
});

test('dimensions are counted, tags one by one', async () => {
  const to = await smallCompany();
  expect(to.ledger.read((reader) => readDimensionValues(reader, 'rep_code'))).toEqual([
    { value: 'DUPAS', customerCount: 1 },
    { value: 'MOREL', customerCount: 1 },
  ]);
  expect(to.ledger.read((reader) => readDimensionValues(reader, 'tags'))).toEqual([]);
});

test('contacts are those typed, and those of the last live file that names some', async () => {
  const to = await smallCompany();
  await record(to, (writer, entryId) =>
    recordContact(writer, entryId, {
      contactId: null,
      customerId: 2,
      name: 'M. Roy',
      role: 'decision',
      email: null,
      phone: null,
      mobile: null,
      comment: '',
    }),
  );
  const [typed, stated] = to.ledger.read((reader) => [
    readTypedContacts(reader, null),
    readStatedContacts(reader, 2),
  ]);
  expect(typed.map(({ name }) => name)).toEqual(['M. Roy']);
  expect(stated.map(({ name }) => name)).toEqual(['Mme Petit']);
  await to.ledger.write((writer) =>
    undoImport(writer, { importId: 1, commandId: null, asOf: to.clock.today() }),
  );
  expect(to.ledger.read((reader) => readStatedContacts(reader, 2))).toEqual([]);
});

test('an import is told in the history, with its accounts, problems and questions', async () => {
  const to = testLedger();
  const account = {
    ledgerAccountCode: '411000',
    label: 'Clients',
    lineCount: 1,
    debitCents: 5_00,
    creditCents: 2_00,
    nameCount: 3,
    proposedRole: 'ordinary' as const,
    isShared: true,
  };
  await importFile(to, {
    lines: [ledgerLine({ customerCode: 'VAL', amountCents: 3_00 })],
    accounts: [account],
  });
  const told = to.ledger.read((reader) => ({
    history: readImportHistory(reader),
    accounts: readAccounts(reader),
    problems: readImportProblems(reader, { importId: 1, code: null, offset: 0, limit: 10 }),
    questions: readNatureQuestions(reader),
  }));
  expect(told.history).toMatchObject([
    { importId: 1, meaning: 'period', mayUndo: true, undoneAt: null, lineCount: 1 },
  ]);
  expect(told.accounts).toEqual([
    {
      ledgerAccountCode: '411000',
      label: 'Clients',
      lineCount: 1,
      balanceCents: 3_00,
      nameCount: 3,
      proposedRole: 'ordinary',
      confirmedRole: null,
      isShared: true,
    },
  ]);
  expect(told.problems).toEqual({ total: 0, rows: [] });
  expect(told.questions).toEqual([]);
});
