/** What a credit manager does once before the first reminder, and for each new customer. */
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';
import { giveAddress } from './reminders.ts';

const command = () => ({ commandId: newCommandId() });

/** The account, and the conditions of go-live that a person answers for. */
export async function settleIn({ call }: TestCompany): Promise<void> {
  const { settings } = await call.settings.show();
  await call.settings.change({
    ...command(),
    settings: {
      identity: { ...settings.identity, name: 'Société simulée', email: 'compta@simulee.example' },
      mail: {
        ...settings.mail,
        transport: 'smtp',
        host: 'smtp.simulee.example',
        fromAddress: 'compta@simulee.example',
        // A statement costs more than all the rest of a simulated day.
        withStatement: false,
      },
    },
  });
  for (const key of ['lettering_accepted', 'test_received'] as const) {
    await call.outbox.acceptCondition({ ...command(), key, isAccepted: true });
  }
}

/** Customers who have no address yet get one, and their terms are confirmed. */
export async function settleCustomers(company: TestCompany, ledger: Ledger): Promise<void> {
  const unknown = ledger.read(({ connection }) =>
    connection
      .prepare<[], { customerId: number; code: string }>(`
SELECT c.customer_id AS customerId, c.code FROM derived_customer AS c
WHERE c.customer_id NOT IN (SELECT customer_id FROM contact) ORDER BY c.customer_id`)
      .all(),
  );
  for (const { customerId, code } of unknown) {
    await giveAddress(company, customerId, code.toLowerCase());
  }
  if (unknown.length === 0) return;
  const { imports } = company.call;
  for (const { customerIds, terms } of await imports.termsGroups()) {
    await imports.confirmTerms({ ...command(), customerIds, terms });
  }
}
