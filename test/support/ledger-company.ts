/** A small company whose names, numbers and amounts tests look for. */
import type { StatedCustomer } from '../../src/shared/domain/statement/statement.ts';
import { calendarDate as day } from '../../src/shared/kernel/calendar-date.ts';
import type { TestLedger } from './ledger.ts';
import { importFile, ledgerLine, testLedger } from './ledger.ts';

const VAL: StatedCustomer = {
  customerCode: '411VAL',
  name: 'Bâtiments du Val',
  siren: '552100554',
  email: 'compta@val.fr',
  phone: '01 44 55 66 77',
  addressLines: [],
  postalCode: null,
  city: 'Rouen',
  countryCode: null,
  terms: null,
  paymentMethod: null,
  repCode: 'DUPAS',
  agencyCode: null,
  sector: null,
  profile: null,
  creditLimitCents: null,
};

/** Two customers, of whom one owes a large invoice, with an invoice that was paid. */
export async function smallCompany(): Promise<TestLedger> {
  const to = testLedger();
  await importFile(to, {
    header: { fileName: 'fec.txt' },
    customers: [
      VAL,
      {
        ...VAL,
        customerCode: '411LEROY',
        name: 'LEROY',
        siren: null,
        email: null,
        phone: null,
        repCode: 'MOREL',
        city: 'Caen',
      },
    ],
    contacts: [
      {
        lineNumber: 9,
        customerCode: '411LEROY',
        name: 'Mme Petit',
        role: 'accounting',
        email: 'petit@leroy.fr',
        phone: '+33 2 31 00 00 01',
      },
    ],
    lines: [
      ledgerLine({
        lineNumber: 2,
        customerCode: '411VAL',
        amountCents: 4_812_60,
        documentNumber: 'FA2026-0142',
        label: 'Chantier',
        lineDate: day('2026-09-01'),
        letter: null,
      }),
      ledgerLine({
        lineNumber: 3,
        customerCode: '411VAL',
        amountCents: 100_00,
        documentNumber: 'FA2026-0099',
        lineDate: day('2026-08-01'),
        letter: 'A',
      }),
      ledgerLine({
        lineNumber: 4,
        customerCode: '411VAL',
        amountCents: -100_00,
        lineDate: day('2026-09-15'),
        letter: 'A',
        label: 'VIR VAL',
      }),
      ledgerLine({
        lineNumber: 5,
        customerCode: '411LEROY',
        amountCents: 75_00,
        documentNumber: 'FA2026-0150',
        lineDate: day('2026-10-01'),
      }),
    ],
  });
  return to;
}
