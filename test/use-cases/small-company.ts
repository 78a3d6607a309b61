/** A company with three customers and a few invoices, for tests of what people do. */
import { onTestFinished } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type BookParty, MadeUpBooks } from '../support/made-up-books.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';
import { customerIdOf, openItems } from './reading.ts';

/** A Monday; the bank is known up to the Friday before. */
export const TODAY = calendarDate('2026-11-23');
const VAL: BookParty = { code: 'VAL', name: 'Val Matériaux' };
const LEROY: BookParty = { code: 'LEROY', name: 'Leroy Frères' };
const MARTIN: BookParty = { code: 'MARTIN', name: 'Martin et fils' };

export interface SmallCompany {
  readonly application: RunningApplication;
  readonly company: TestCompany;
  readonly books: MadeUpBooks;
  /**
   * VAL: FA102 80 000 late 44 days, FA103 45 050 not due; LEROY: FA104 30 000 late; MARTIN nothing.
   */
  readonly val: number;
  readonly leroy: number;
  readonly martin: number;
  /** The receivable of a document of a customer. */
  receivable(customerId: number, documentNumber: string): Promise<number>;
}

export async function smallCompany(): Promise<SmallCompany> {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  const paid = books.invoice(VAL, '2026-08-03', 'FA101', 120_000, { dueDate: '2026-09-02' });
  const money = books.receipt(VAL, '2026-09-01', 120_000, 'VIR VAL FA101');
  books.letter('A', '2026-09-05', [paid, money]);
  books.invoice(VAL, '2026-09-10', 'FA102', 80_000, { dueDate: '2026-10-10' });
  books.invoice(VAL, '2026-11-10', 'FA103', 45_050, { dueDate: '2026-12-10' });
  books.invoice(LEROY, '2026-09-15', 'FA104', 30_000, { dueDate: '2026-10-15' });
  const settled = books.invoice(MARTIN, '2026-10-02', 'FA105', 9_900, { dueDate: '2026-11-01' });
  const receipt = books.receipt(MARTIN, '2026-11-20', 9_900, 'VIR MARTIN FA105');
  books.letter('A', '2026-11-20', [settled, receipt]);
  await company.import(books.fec(TODAY));
  return {
    application,
    company,
    books,
    val: await customerIdOf(company, 'VAL'),
    leroy: await customerIdOf(company, 'LEROY'),
    martin: await customerIdOf(company, 'MARTIN'),
    async receivable(customerId, documentNumber) {
      const items = await openItems(company, customerId);
      const id = items.find((item) => item.documentNumber === documentNumber)?.receivableId;
      if (id === null || id === undefined) throw new Error(`No open ${documentNumber}.`);
      return id;
    },
  };
}
