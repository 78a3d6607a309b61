/** A company with a good payer, a late one and a new one, for tests of how payers behave. */
import { onTestFinished } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type BookParty, MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { customerIdOf } from './reading.ts';

/** A Monday. */
export const TODAY = calendarDate('2026-11-23');
export const NEXT_MONTH = addDays(TODAY, 30);
export const command = () => ({ commandId: newCommandId() });

export const BON: BookParty = { code: 'BON', name: 'Bonnard' };
const LENT: BookParty = { code: 'LENT', name: 'Lentille SA' };
const NEUF: BookParty = { code: 'NEUF', name: 'Neufville' };

/** An invoice paid so many days after its date; its letter in the books. */
export function paid(books: MadeUpBooks, party: BookParty, due: string, delayDays: number) {
  const number = `F${party.code}${due.replaceAll('-', '')}`;
  const dueDate = calendarDate(due);
  const issued = addDays(dueDate, -30);
  const invoice = books.invoice(party, issued, number, 100_000, { dueDate });
  const on = addDays(dueDate, delayDays);
  const receipt = books.receipt(party, on, 100_000, `VIR ${number}`);
  books.letter('A', on, [invoice, receipt]);
}

export interface PayerCompany {
  readonly application: RunningApplication;
  readonly company: TestCompany;
  readonly bon: number;
  readonly lent: number;
  readonly neuf: number;
}

/** BON pays 2 days late; LENT 40 days late, and has one open for 80; NEUF has one open for 45. */
export async function payerCompany(): Promise<PayerCompany> {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  for (const due of ['2026-02-10', '2026-04-10', '2026-06-10', '2026-09-10', '2026-10-01']) {
    paid(books, BON, due, 2);
    paid(books, LENT, due, 40);
  }
  books.invoice(LENT, '2026-08-05', 'FLENT80', 150_000, { dueDate: '2026-09-04' });
  books.invoice(NEUF, '2026-09-09', 'FNEUF45', 80_000, { dueDate: '2026-10-09' });
  await company.import(books.fec(TODAY));
  return {
    application,
    company,
    bon: await customerIdOf(company, 'BON'),
    lent: await customerIdOf(company, 'LENT'),
    neuf: await customerIdOf(company, 'NEUF'),
  };
}

/** How a payer behaves, with every term. */
export const behaviourOf = ({ company }: PayerCompany, customerId: number) =>
  company.call.payers.behaviour({ customerId });
