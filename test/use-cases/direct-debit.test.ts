/** What the bank collects is not chased, until its collection comes back unpaid. */
import { expect, onTestFinished, test } from 'vitest';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { newCommandId, RunningApplication } from '../support/running-application.ts';
import { customerIdOf } from './reading.ts';
import { TODAY } from './small-company.ts';

const DEBITED = { code: 'DEBITE', name: 'Débité SARL' };
const WITNESS = { code: 'TEMOIN', name: 'Témoin SARL' };

test('an item whose direct debit came back is chased at once, and the others are not', async () => {
  const application = await RunningApplication.start({ today: TODAY });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  const rejected = books.invoice(DEBITED, '2026-09-01', 'FA201', 120_000);
  books.invoice(DEBITED, '2026-09-02', 'FA202', 45_000);
  const collected = books.receipt(DEBITED, '2026-11-10', 120_000, 'PRLV FA201');
  books.letter('A', '2026-11-10', [rejected, collected]);
  const paid = books.invoice(WITNESS, '2026-09-01', 'FA203', 9_900);
  books.letter('B', '2026-11-20', [paid, books.receipt(WITNESS, '2026-11-20', 9_900, 'VIR FA203')]);
  await company.import(books.fec(TODAY));
  const customerId = await customerIdOf(company, 'DEBITE');
  await company.call.customers.change({
    commandId: newCommandId(),
    customerId,
    changes: { paymentMethod: 'direct_debit' },
  });
  const verdicts = async () => {
    const { items } = await company.call.dunning.why({ customerId });
    return Object.fromEntries(
      items.map(({ documentNumber, parts }) => [documentNumber, parts.map((one) => one.verdict)]),
    );
  };
  expect(await verdicts()).toEqual({ FA202: ['direct_debit'] });

  books.bankDebit(DEBITED, '2026-11-18', 120_000, 'REJET PRLV FA201 PROVISION INSUFFISANTE');
  await company.import(books.fec(TODAY));
  const after = await verdicts();
  expect(after.FA202).toEqual(['direct_debit']);
  expect(after.FA201).toHaveLength(1);
  expect(after.FA201).not.toContain('direct_debit');
});
