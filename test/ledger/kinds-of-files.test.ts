/** What each kind of file does to the ledger: ledger files by year, lists of open items, rows. */
import { describe, expect, test } from 'vitest';
import { commitImport } from '../../src/main/ledger/imports/commit-import.ts';
import { undoImport, undoRefusalOf } from '../../src/main/ledger/imports/undo-import.ts';
import { verifyDerived } from '../../src/main/ledger/interpretation/verify-derived.ts';
import { StagingReader } from '../../src/main/ledger/staging/staging-reader.ts';
import { readCustomers } from '../../src/main/ledger/views/customers.ts';
import { readOpenItems } from '../../src/main/ledger/views/open-items.ts';
import type { StatedCustomer, StatedItem } from '../../src/shared/domain/statement/statement.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { MadeUpFile, TestLedger } from '../support/ledger.ts';
import { importFile, ledgerLine, stage, testLedger } from '../support/ledger.ts';
import { openByCustomer } from '../support/ledger-facts.ts';

const day = calendarDate;

function openOf({ ledger }: TestLedger): Record<string, number> {
  return openByCustomer(
    ledger,
    ledger.read((reader) => readOpenItems(reader, null)),
  );
}

function documentsOf({ ledger }: TestLedger): string[] {
  return ledger.read((reader) => readOpenItems(reader, null).map((item) => item.documentNumber));
}

function customer(customerCode: string, given: Partial<StatedCustomer> = {}): StatedCustomer {
  return {
    customerCode,
    name: null,
    siren: null,
    email: null,
    phone: null,
    addressLines: [],
    postalCode: null,
    city: null,
    countryCode: null,
    terms: null,
    paymentMethod: null,
    repCode: null,
    agencyCode: null,
    sector: null,
    profile: null,
    creditLimitCents: null,
    ...given,
  };
}

describe('ledger files', () => {
  const year2025: MadeUpFile = {
    header: { coversFromDate: day('2025-01-01'), coversToDate: day('2025-12-31') },
    lines: [
      ledgerLine({
        customerCode: 'VAL',
        amountCents: 500_00,
        lineDate: day('2025-11-10'),
        documentNumber: 'F1',
      }),
      ledgerLine({
        customerCode: 'LEROY',
        amountCents: 70_00,
        lineDate: day('2025-12-01'),
        documentNumber: 'F2',
      }),
    ],
  };
  const year2026: MadeUpFile = {
    header: { coversFromDate: day('2026-01-01'), coversToDate: day('2026-12-31') },
    lines: [
      ledgerLine({
        customerCode: 'VAL',
        amountCents: 500_00,
        lineDate: day('2026-01-01'),
        documentNumber: '',
        isOpening: true,
        journalCode: 'AN',
        counterpart: 'opening',
      }),
      ledgerLine({
        customerCode: 'LEROY',
        amountCents: 70_00,
        lineDate: day('2026-01-01'),
        documentNumber: '',
        isOpening: true,
        journalCode: 'AN',
        counterpart: 'opening',
      }),
      ledgerLine({
        customerCode: 'VAL',
        amountCents: 90_00,
        lineDate: day('2026-02-10'),
        documentNumber: 'F3',
      }),
    ],
  };

  test('the openings of a year continue the lines of the year before', async () => {
    const to = testLedger();
    await importFile(to, year2025);
    await importFile(to, year2026);
    expect(openOf(to)).toEqual({ VAL: 590_00, LEROY: 70_00 });
    expect(documentsOf(to).sort()).toEqual(['F1', 'F2', 'F3']);
  });

  test('the year before may come after', async () => {
    const to = testLedger();
    await importFile(to, year2026);
    expect(openOf(to)).toEqual({ VAL: 590_00, LEROY: 70_00 });
    await importFile(to, year2025);
    expect(openOf(to)).toEqual({ VAL: 590_00, LEROY: 70_00 });
    expect(documentsOf(to).sort()).toEqual(['F1', 'F2', 'F3']);
  });

  test('a year may be undone while a later export of it does not stand in the way', async () => {
    const to = testLedger();
    const first = await importFile(to, year2025);
    const second = await importFile(to, year2026);
    const again = await importFile(to, {
      ...year2026,
      header: { ...year2026.header, fileSha256: 'again' },
    });
    const refusal = (importId: number) =>
      to.ledger.read((reader) => undoRefusalOf(reader, importId));
    expect(refusal(first)).toBeNull();
    expect(refusal(second)).toBe('later_import_restates');
    expect(refusal(99)).toBe('import_unknown');
    const undo = (importId: number) =>
      to.ledger.write((writer) =>
        undoImport(writer, { importId, commandId: null, asOf: to.clock.today() }),
      );
    expect((await undo(again)).isDone).toBe(true);
    expect(refusal(again)).toBe('import_already_undone');
    expect(refusal(second)).toBeNull();
    expect(await undo(again)).toMatchObject({ isDone: false, refusal: 'import_already_undone' });
  });

  test('what the file says and what the ledger says are compared customer by customer', async () => {
    const to = testLedger();
    await importFile(to, year2025);
    await importFile(to, {
      ...year2026,
      lines: (year2026.lines ?? []).filter(
        (line) => !(line.isOpening && line.customerCode === 'LEROY'),
      ),
    });
    const differences = to.ledger.read((reader) =>
      readCustomers(reader, null).map(({ code, controlDifferenceCents }) => [
        code,
        controlDifferenceCents,
      ]),
    );
    expect(Object.fromEntries(differences)).toEqual({ VAL: 0, LEROY: 70_00 });
  });

  test('a file without openings says the movement of its period', async () => {
    const to = testLedger();
    await importFile(to, year2025);
    await importFile(to, {
      ...year2026,
      lines: (year2026.lines ?? []).filter((line) => !line.isOpening),
    });
    const differing = to.ledger.read((reader) =>
      readCustomers(reader, null).filter((row) => row.controlDifferenceCents !== 0),
    );
    expect(openOf(to)).toEqual({ VAL: 590_00, LEROY: 70_00 });
    expect(differing).toEqual([]);
  });
});

describe('lists of open items', () => {
  let lineNumber = 1;
  function item(customerCode: string, documentNumber: string, openCents: number): StatedItem {
    lineNumber += 1;
    return {
      lineNumber,
      customerCode,
      documentNumber,
      rank: 1,
      documentDate: day('2026-09-01'),
      dueDate: day('2026-10-01'),
      amountCents: openCents,
      openCents,
      currency: 'EUR',
      label: '',
      kind: openCents < 0 ? 'credit_note' : 'invoice',
    };
  }
  const customers = [
    customer('VAL', { repCode: 'DUPAS' }),
    customer('LEROY', { repCode: 'MOREL' }),
  ];

  function list(on: string, scope: string, items: readonly StatedItem[]): MadeUpFile {
    return { header: { statedOnDate: day(on), scope }, customers, items };
  }

  test('what is no longer in the list has left, and is no payment', async () => {
    const to = testLedger();
    await importFile(
      to,
      list('2026-11-01', 'all', [item('VAL', 'F1', 100_00), item('VAL', 'F2', 50_00)]),
    );
    await importFile(to, list('2026-11-15', 'all', [item('VAL', 'F2', 50_00)]));
    expect(openOf(to)).toEqual({ VAL: 50_00 });
    const left = to.ledger.read(({ connection }) =>
      connection
        .prepare(
          'SELECT document_number AS number, settled_nature AS nature FROM derived_item WHERE settled_date IS NOT NULL',
        )
        .all(),
    );
    expect(left).toEqual([{ number: 'F1', nature: 'left' }]);
    const payments = to.ledger.read(({ connection }) =>
      connection.prepare('SELECT count(*) AS n FROM derived_payment').get(),
    );
    expect(payments).toEqual({ n: 0 });
  });

  // scope of the second list, what stays open when it names nothing of LEROY
  test.each([
    ['all', { VAL: 50_00 }],
    ['rep:DUPAS', { VAL: 50_00, LEROY: 70_00 }],
    ['rep:MOREL', { VAL: 50_00 }],
    ['file', { VAL: 50_00, LEROY: 70_00 }],
    ['rep:NOBODY', { VAL: 50_00, LEROY: 70_00 }],
    ['warehouse:1', { VAL: 50_00, LEROY: 70_00 }],
  ])('a list of %s speaks for nobody else', async (scope, expected) => {
    const to = testLedger();
    await importFile(
      to,
      list('2026-11-01', 'all', [item('VAL', 'F2', 50_00), item('LEROY', 'F3', 70_00)]),
    );
    await importFile(to, list('2026-11-15', scope, [item('VAL', 'F2', 50_00)]));
    expect(openOf(to)).toEqual(expected);
    expect(to.ledger.read((reader) => verifyDerived(reader))).toEqual([]);
  });

  test('undoing the later list brings back what had left, with its identity', async () => {
    const to = testLedger();
    await importFile(to, list('2026-11-01', 'all', [item('VAL', 'F1', 100_00)]));
    const [before] = to.ledger.read((reader) => readOpenItems(reader, null));
    const second = await importFile(to, list('2026-11-15', 'all', [item('LEROY', 'F9', 5_00)]));
    expect(openOf(to)).toEqual({ LEROY: 5_00 });
    await to.ledger.write((writer) =>
      undoImport(writer, { importId: second, commandId: null, asOf: to.clock.today() }),
    );
    const after = to.ledger.read((reader) => readOpenItems(reader, null));
    expect(after).toEqual([before]);
  });
});

describe('rows that add', () => {
  test('invoices and receipts add to what was there', async () => {
    const to = testLedger();
    const row = { customerCode: 'VAL', currency: 'EUR', label: '', dueDate: day('2026-10-01') };
    await importFile(to, {
      rows: [
        {
          ...row,
          lineNumber: 2,
          kind: 'invoice',
          documentNumber: 'F1',
          documentDate: day('2026-09-01'),
          amountCents: 100_00,
          settlesDocumentNumber: null,
        },
      ],
    });
    await importFile(to, {
      rows: [
        {
          ...row,
          lineNumber: 2,
          kind: 'payment',
          documentNumber: 'R1',
          documentDate: day('2026-10-05'),
          amountCents: 40_00,
          settlesDocumentNumber: 'F1',
        },
      ],
    });
    expect(openOf(to)).toEqual({ VAL: 60_00 });
  });
});

describe('roles of accounts', () => {
  const account = {
    ledgerAccountCode: '411000',
    label: 'Clients',
    lineCount: 1,
    debitCents: 100_00,
    creditCents: 0,
    nameCount: 1,
    proposedRole: 'ordinary' as const,
    isShared: false,
  };
  const file: MadeUpFile = {
    accounts: [account, { ...account, ledgerAccountCode: '416000', proposedRole: 'doubtful' }],
    lines: [
      ledgerLine({ customerCode: 'VAL', amountCents: 100_00 }),
      ledgerLine({ customerCode: 'LEROY', amountCents: 30_00, ledgerAccountCode: '416000' }),
    ],
  };

  function rolesOf({ ledger }: TestLedger): string[] {
    return ledger.read((reader) => readOpenItems(reader, null).map(({ role }) => role));
  }

  test('are those the file proposes, until a person gives another', async () => {
    const to = testLedger();
    await importFile(to, file);
    expect(rolesOf(to)).toEqual(['ordinary', 'doubtful']);
  });

  test('given while looking at the preview hold from the first interpretation', async () => {
    const to = testLedger();
    const staging = new StagingReader(stage(to.folder, file));
    await to.ledger.write((writer) =>
      commitImport(writer, {
        staging,
        commandId: null,
        roles: [{ ledgerAccountCode: '416000', role: 'group' }],
        asOf: to.clock.today(),
      }),
    );
    staging.close();
    expect(rolesOf(to)).toEqual(['ordinary', 'group']);
    await importFile(to, { ...file, header: { fileSha256: 'exported again' } });
    expect(rolesOf(to)).toEqual(['ordinary', 'group']);
  });
});
