/**
 * A data folder whose company is about to write to four customers, two by mail and two by letter,
 * to be copied and cut off in.
 */

import { DayClock } from '../simulation/day-clock.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { testSecrets } from '../support/mail-servers.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { customerIdOf } from '../use-cases/reading.ts';
import { TODAY } from '../use-cases/small-company.ts';

const command = () => ({ commandId: newCommandId() });

/** Codes of the customers, by what they are written by. */
export const BY_MAIL = ['M1', 'M2', 'M3'] as const;
export const BY_LETTER = ['L1', 'L2'] as const;

/** Makes the folder; `port` is that of the mail server. Gives the key of the company. */
export async function makeWritingFolder(dataFolder: string, port: number): Promise<string> {
  const clock = new DayClock(TODAY);
  const secrets = testSecrets();
  const application = await RunningApplication.start({ clock, dataFolder, secrets });
  try {
    const company = await application.createCompany();
    const books = new MadeUpBooks();
    const codes = [...BY_MAIL, ...BY_LETTER];
    for (const [at, code] of codes.entries()) {
      const party = { code, name: `Client ${code}` };
      books.invoice(party, '2026-10-01', `FA10${at}`, 80_000 + at * 1_000);
      const paid = books.invoice(party, '2026-10-02', `FA20${at}`, 9_900);
      books.letter(`A${code}`, '2026-11-20', [
        paid,
        books.receipt(party, '2026-11-20', 9_900, `VIR FA20${at}`),
      ]);
    }
    await company.import(books.fec(TODAY));
    await makeReady(company, port);
    return company.key;
  } finally {
    await application.close();
  }
}

async function makeReady(company: TestCompany, port: number): Promise<void> {
  const { call } = company;
  for (const code of BY_MAIL) {
    const customerId = await customerIdOf(company, code);
    const contact = {
      name: 'Service comptable',
      role: 'accounting',
      email: `compta@${code.toLowerCase()}.example`,
      phone: null,
      mobile: null,
      comment: '',
    } as const;
    await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
  }
  await sendLetters(company);
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    await call.imports.confirmTerms({ ...command(), customerIds, terms });
  }
  const { settings } = await call.settings.show();
  await call.settings.change({
    ...command(),
    settings: {
      identity: { ...settings.identity, name: 'Société de test', email: 'compta@test.example' },
      mail: {
        ...settings.mail,
        transport: 'smtp',
        host: 'localhost',
        port,
        security: 'none',
        login: 'none',
        fromAddress: 'compta@test.example',
        withStatement: false,
      },
      dunning: { ...settings.dunning, holdSeconds: 0, sendFromMinute: 0, sendUntilMinute: 1440 },
    },
  });
  for (const key of ['lettering_accepted', 'test_received'] as const) {
    await call.outbox.acceptCondition({ ...command(), key, isAccepted: true });
  }
}

async function sendLetters(company: TestCompany): Promise<void> {
  const { scenarios, customers } = company.call;
  const shown = (await scenarios.show({ scenarioKey: 'courteous' })).document as {
    readonly steps: readonly { readonly stepKey: string }[];
  };
  const steps = shown.steps.map((step) =>
    step.stepKey === 'j7' ? { ...step, channel: 'letter' } : step,
  );
  const document = { ...shown, scenarioKey: 'by-letter', name: 'Par courrier', steps };
  await scenarios.save({ ...command(), document, keepsOverNewer: false });
  for (const code of BY_LETTER) {
    const customerId = await customerIdOf(company, code);
    const changes = { address: '12 rue des Lilas', postalCode: '86000', city: 'Poitiers' };
    await customers.change({ ...command(), customerId, changes });
    await scenarios.assignCustomer({ ...command(), customerId, scenarioKey: 'by-letter' });
  }
}

/** Payers with something to send today. */
export async function plannedPayers(company: TestCompany): Promise<number[]> {
  const filter = { scenarioKey: null, profile: null, channel: null, text: '' };
  const window = { offset: 0, limit: 200, on: null };
  const tabs = ['messages', 'letters'] as const;
  const lists = await Promise.all(
    tabs.map((tab) => company.call.dunning.planned({ ...window, filter: { ...filter, tab } })),
  );
  return [...new Set(lists.flatMap(({ rows }) => rows.map(({ payerId }) => payerId)))];
}
