/**
 * A generated ledger made ready to write to its customers: an address each, their terms confirmed,
 * the account on a server of this computer, the conditions of go-live met.
 */

import { refreshCustomerRows } from '../../src/main/ledger/interpretation/reinterpret.ts';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { recordContact } from '../../src/main/ledger/stores/contacts.ts';
import type { AppContext } from '../../src/main/use-cases/context.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';

const command = () => ({ commandId: newCommandId() });
const CHUNK = 1_000;

/** Readies every customer of the company; `port` is that of the server. */
export async function makeReady(
  context: AppContext,
  company: TestCompany,
  port: number,
): Promise<void> {
  const ledger = context.ledgers.find(company.key);
  if (ledger === null) throw new Error('The ledger is closed.');
  await giveAddresses(ledger);
  const { call } = company;
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    for (let at = 0; at < customerIds.length; at += CHUNK) {
      await call.imports.confirmTerms({
        ...command(),
        customerIds: customerIds.slice(at, at + CHUNK),
        terms,
      });
    }
  }
  const { settings } = await call.settings.show();
  await call.settings.change({
    ...command(),
    settings: {
      identity: { ...settings.identity, name: 'Grand livre', email: 'compta@banc.example' },
      mail: {
        ...settings.mail,
        transport: 'smtp',
        host: 'localhost',
        port,
        security: 'none',
        login: 'none',
        fromAddress: 'compta@banc.example',
        withStatement: false,
      },
      dunning: {
        ...settings.dunning,
        holdSeconds: 0,
        sendFromMinute: 0,
        sendUntilMinute: 1440,
        messagesPerHour: 10_000,
      },
    },
  });
  for (const key of ['lettering_accepted', 'test_received'] as const) {
    await call.outbox.acceptCondition({ ...command(), key, isAccepted: true });
  }
}

async function giveAddresses(ledger: Ledger): Promise<void> {
  const all = ledger.read(({ connection }) =>
    connection
      .prepare<[], { customerId: number; code: string }>(
        'SELECT customer_id AS customerId, code FROM derived_customer ORDER BY customer_id',
      )
      .all(),
  );
  for (let at = 0; at < all.length; at += CHUNK) {
    const some = all.slice(at, at + CHUNK);
    await ledger.write((writer) => {
      const entryId = appendEntry(writer, {
        kind: 'contacts_recorded',
        customerId: null,
        commandId: null,
        payload: null,
      });
      for (const { customerId, code } of some) {
        recordContact(writer, entryId, {
          contactId: null,
          customerId,
          name: 'Service comptable',
          role: 'accounting',
          email: `compta@${code.toLowerCase()}.example`,
          phone: null,
          mobile: null,
          comment: '',
        });
      }
      refreshCustomerRows(
        writer,
        some.map(({ customerId }) => customerId),
      );
    });
  }
}
