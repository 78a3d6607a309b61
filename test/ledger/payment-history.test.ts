/** What the payment model reads of a ledger. */
import { expect, test } from 'vitest';
import { readPaymentHistory } from '../../src/main/ledger/views/payment-history.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { importFile, ledgerLine, testLedger } from '../support/ledger.ts';
import { smallCompany } from '../support/ledger-company.ts';

const day = calendarDate;

test('every ordinary invoice comes with the days of its life, its due date estimated or not', async () => {
  const to = await smallCompany();
  const rows = to.ledger.read((reader) => readPaymentHistory(reader, null));
  expect(rows.find(({ amountCents }) => amountCents === 100_00)).toMatchObject({
    customerId: 1,
    issuedOn: '2026-08-01',
    dueOn: '2026-08-31',
    dueBasis: 'estimated',
    paidOn: '2026-09-15',
    leftOn: null,
    nature: 'bank',
  });
  expect(rows.find(({ amountCents }) => amountCents === 4_812_60)).toMatchObject({
    paidOn: null,
    leftOn: null,
    nature: null,
  });
});

test('what a credit note settled left the books, and was not paid', async () => {
  const to = testLedger();
  await importFile(to, {
    lines: [
      ledgerLine({ customerCode: 'C1', amountCents: 50_00, letter: 'A' }),
      ledgerLine({
        customerCode: 'C1',
        amountCents: -50_00,
        journalCode: 'VE',
        counterpart: 'sales',
        documentNumber: 'AV1',
        lineDate: day('2026-09-20'),
        letter: 'A',
      }),
    ],
  });
  const rows = to.ledger.read((reader) => readPaymentHistory(reader, null));
  expect(rows).toMatchObject([
    { amountCents: 50_00, paidOn: null, leftOn: '2026-09-20', nature: 'credit_note' },
  ]);
});

test('one customer and a run of customers are parts of everybody', async () => {
  const to = await smallCompany();
  const read = (whose: Parameters<typeof readPaymentHistory>[1]) =>
    to.ledger.read((reader) => readPaymentHistory(reader, whose));
  const all = read(null);
  expect(all.length).toBeGreaterThan(2);
  expect(read(1)).toEqual(all.filter(({ customerId }) => customerId === 1));
  expect(read({ fromCustomerId: 1, toCustomerId: 2 })).toEqual(all);
});
