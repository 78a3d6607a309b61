/** What stands of a customer: what files state, and what people typed, which wins. */

import { describe, expect, test } from 'vitest';
import { undoImport } from '../../src/main/ledger/imports/undo-import.ts';
import {
  refreshCustomerRows,
  reinterpretCustomers,
} from '../../src/main/ledger/interpretation/reinterpret.ts';
import {
  loadContact,
  recordContact,
  removeContact,
} from '../../src/main/ledger/stores/contacts.ts';
import type { CustomerField } from '../../src/main/ledger/stores/customer-overrides.ts';
import {
  recordCustomerOverride,
  recordPayer,
} from '../../src/main/ledger/stores/customer-overrides.ts';
import { recordDueDate } from '../../src/main/ledger/stores/due-dates.ts';
import { appendNote } from '../../src/main/ledger/stores/notes.ts';
import { readCustomers } from '../../src/main/ledger/views/customers.ts';
import { readOpenItems } from '../../src/main/ledger/views/open-items.ts';
import type { StatedCustomer } from '../../src/shared/domain/statement/statement.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { MadeUpFile, TestLedger } from '../support/ledger.ts';
import { importFile, ledgerLine, record, testLedger } from '../support/ledger.ts';

const day = calendarDate;
const VAL: StatedCustomer = {
  customerCode: 'VAL',
  name: 'Bâtiments du Val',
  siren: '552100554',
  email: null,
  phone: '01 44 55 66 77',
  addressLines: ['1 rue du Val'],
  postalCode: '76000',
  city: 'Rouen',
  countryCode: 'FR',
  terms: '60 jours net',
  paymentMethod: 'transfer',
  repCode: 'DUPAS',
  agencyCode: null,
  sector: null,
  profile: null,
  creditLimitCents: 50_000_00,
};
const file: MadeUpFile = {
  customers: [VAL],
  lines: [
    ledgerLine({
      customerCode: 'VAL',
      amountCents: 120_00,
      documentNumber: 'F1',
      lineDate: day('2026-09-01'),
    }),
    ledgerLine({
      customerCode: 'VAL',
      amountCents: 80_00,
      documentNumber: 'F2',
      lineDate: day('2026-10-01'),
    }),
  ],
};

function rowOf({ ledger }: TestLedger) {
  const [row] = ledger.read((reader) => readCustomers(reader, 1));
  if (row === undefined) throw new Error('no row');
  return row;
}

async function typed(to: TestLedger, field: CustomerField, value: unknown): Promise<void> {
  await record(to, (writer, entryId) => {
    recordCustomerOverride(writer, entryId, { customerId: 1, field, value });
    reinterpretCustomers(writer, [1], { asOf: to.clock.today() });
  });
}

describe('a customer', () => {
  test('stands as the last file that says something of a field states him', async () => {
    const to = testLedger();
    await importFile(to, file);
    expect(rowOf(to)).toMatchObject({
      name: 'Bâtiments du Val',
      search: 'val batiments du val 552100554 rouen',
      repCode: 'DUPAS',
      creditLimitCents: 50_000_00,
      hasEmail: false,
      hasPhone: true,
      hasAddress: true,
      terms: '{"unit":"days","count":60,"endOfMonth":"none","dayOfMonth":null}',
      termsOrigin: 'stated',
      isTermsConfirmed: false,
      payerCustomerId: 1,
      isSundry: false,
    });
    await importFile(to, {
      ...file,
      customers: [
        { ...VAL, name: 'Val & Cie', siren: null, email: 'compta@val.fr', repCode: null },
      ],
    });
    expect(rowOf(to)).toMatchObject({
      name: 'Val & Cie',
      siren: '552100554',
      repCode: 'DUPAS',
      hasEmail: true,
    });
  });

  // field, what is typed, the column of his row, what it then holds
  test.each([
    ['name', 'Le Val', 'name', 'Le Val'],
    ['repCode', 'MOREL', 'repCode', 'MOREL'],
    ['profile', 'key_account', 'profile', 'key_account'],
    ['size', 'large', 'size', 'large'],
    ['tags', ['export', 'vip'], 'tags', '["export","vip"]'],
    ['creditLimitCents', 10_00, 'creditLimitCents', 10_00],
    ['isVip', true, 'isVip', true],
    ['isDoNotChase', true, 'isDoNotChase', true],
  ] as const)(
    'whose %s was typed keeps it whatever is imported, until it is given back',
    async (field, value, column, expected) => {
      const to = testLedger();
      await importFile(to, file);
      const before = rowOf(to)[column];
      await typed(to, field, value);
      expect(rowOf(to)[column]).toEqual(expected);
      await importFile(to, { ...file, header: { fileSha256: 'again' } });
      expect(rowOf(to)[column]).toEqual(expected);
      await typed(to, field, null);
      expect(rowOf(to)[column]).toEqual(before);
    },
  );

  test('has due dates by his own terms once they are confirmed', async () => {
    const to = testLedger();
    await importFile(to, file);
    const due = () =>
      to.ledger.read((reader) =>
        readOpenItems(reader, 1).map(({ dueDate, dueBasis }) => [dueDate, dueBasis]),
      );
    expect(due()).toEqual([
      ['2026-10-31', 'estimated'],
      ['2026-11-30', 'estimated'],
    ]);
    await typed(to, 'isTermsConfirmed', true);
    expect(due()).toEqual([
      ['2026-10-31', 'confirmed_terms'],
      ['2026-11-30', 'confirmed_terms'],
    ]);
    await typed(to, 'terms', { unit: 'days', count: 10, endOfMonth: 'none', dayOfMonth: null });
    expect(due()).toEqual([
      ['2026-09-11', 'confirmed_terms'],
      ['2026-10-11', 'confirmed_terms'],
    ]);
  });

  test('whose name is that of a crowd is told so', async () => {
    const to = testLedger();
    await importFile(to, { ...file, customers: [{ ...VAL, name: 'CLIENTS DIVERS' }] });
    expect(rowOf(to).isSundry).toBe(true);
  });

  test('may be paid for by another account, and by itself again', async () => {
    const to = testLedger();
    await importFile(to, {
      lines: [...(file.lines ?? []), ledgerLine({ customerCode: 'GROUPE', amountCents: 1_00 })],
    });
    for (const [payerCustomerId, expected] of [
      [2, 2],
      [null, 1],
    ] as const) {
      await record(to, (writer, entryId) => {
        recordPayer(writer, entryId, { customerId: 1, payerCustomerId });
        refreshCustomerRows(writer, [1]);
      });
      expect(rowOf(to).payerCustomerId).toBe(expected);
    }
  });

  test('whom no file names any more stays while something was done of his', async () => {
    const to = testLedger();
    const importId = await importFile(to, {
      ...file,
      lines: [...(file.lines ?? []), ledgerLine({ customerCode: 'LEROY', amountCents: 5_00 })],
    });
    await record(to, (writer, entryId) =>
      appendNote(writer, entryId, { customerId: 1, day: to.clock.today(), text: 'rappeler' }),
    );
    await to.ledger.write((writer) =>
      undoImport(writer, { importId, commandId: null, asOf: to.clock.today() }),
    );
    const left = to.ledger.read((reader) => readCustomers(reader, null).map(({ code }) => code));
    expect(left).toEqual(['VAL']);
  });
});

test('a due date typed for an item wins, survives a new import, and can be given back', async () => {
  const to = testLedger();
  await importFile(to, file);
  const first = () => to.ledger.read((reader) => readOpenItems(reader, 1)[0]);
  const receivableId = first()?.receivableId ?? 0;
  const type = (dueDate: ReturnType<typeof day> | null) =>
    record(to, (writer, entryId) => {
      recordDueDate(writer, entryId, { receivableId, dueDate });
      reinterpretCustomers(writer, [1], { asOf: to.clock.today() });
    });
  await type(day('2026-12-24'));
  expect(first()).toMatchObject({ receivableId, dueDate: '2026-12-24', dueBasis: 'typed' });
  await importFile(to, { ...file, header: { fileSha256: 'again' } });
  expect(first()).toMatchObject({ receivableId, dueDate: '2026-12-24', dueBasis: 'typed' });
  await type(null);
  expect(first()).toMatchObject({ receivableId, dueDate: '2026-10-31' });
});

describe('contacts', () => {
  const compta = {
    customerId: 1,
    name: 'Mme Petit',
    role: 'accounting',
    email: 'petit@val.fr',
    phone: null,
    mobile: null,
    comment: '',
  };

  test('have states, of which the last stands, until they are removed', async () => {
    const to = testLedger();
    await importFile(to, { lines: file.lines ?? [] });
    const contactId = await record(to, (writer, entryId) => {
      const id = recordContact(writer, entryId, { ...compta, contactId: null });
      refreshCustomerRows(writer, [1]);
      return id;
    });
    expect(rowOf(to)).toMatchObject({ hasEmail: true, hasPhone: false });
    await record(to, (writer, entryId) => {
      recordContact(writer, entryId, {
        ...compta,
        contactId,
        email: null,
        mobile: '06 01 02 03 04',
      });
      refreshCustomerRows(writer, [1]);
    });
    expect(rowOf(to)).toMatchObject({ hasEmail: false, hasPhone: true });
    expect(to.ledger.read((reader) => loadContact(reader, contactId))).toMatchObject({
      email: null,
      mobile: '06 01 02 03 04',
    });
    await record(to, (writer, entryId) => {
      removeContact(writer, entryId, contactId);
      refreshCustomerRows(writer, [1]);
    });
    expect(to.ledger.read((reader) => loadContact(reader, contactId))).toBeNull();
    expect(rowOf(to)).toMatchObject({ hasEmail: false, hasPhone: false });
  });

  test('stated by a file count too', async () => {
    const to = testLedger();
    await importFile(to, {
      lines: file.lines ?? [],
      contacts: [
        {
          lineNumber: 9,
          customerCode: 'VAL',
          name: 'Compta',
          role: null,
          email: 'c@val.fr',
          phone: '0144556677',
        },
      ],
    });
    expect(rowOf(to)).toMatchObject({ hasEmail: true, hasPhone: true });
  });
});
