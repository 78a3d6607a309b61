/** The small company, ready to write to its customers: addresses, terms, account, go-live. */
import { onTestFinished } from 'vitest';
import type { MailboxReader } from '../../src/main/ports/mailbox.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import type { NoticeRow } from '../../src/shared/contract/outbox.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { ScriptedMailer } from '../support/scripted-mailer.ts';
import { customerIdOf } from './reading.ts';
import { TODAY } from './small-company.ts';

export interface WritingCompany {
  readonly application: RunningApplication;
  readonly company: TestCompany;
  readonly books: MadeUpBooks;
  readonly mailer: ScriptedMailer;
  readonly val: number;
  readonly leroy: number;
  /** Builds and sends whatever may leave now. */
  pulse(): Promise<void>;
  /** Payers with an e-mail planned today. */
  plannedPayers(): Promise<number[]>;
  /** Approves the messages of these payers, of all by default. */
  approve(payerIds?: readonly number[]): Promise<{ approvedCount: number }>;
  /** Every message, latest first. */
  notices(): Promise<NoticeRow[]>;
}

const command = () => ({ commandId: newCommandId() });

/** VAL and LEROY each owe one invoice long late; each has an address. */
export async function writingCompany(
  mailer = new ScriptedMailer(),
  more: { readonly mailbox?: MailboxReader } = {},
): Promise<WritingCompany> {
  const application = await RunningApplication.start({ today: TODAY, mailer, ...more });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  const VAL = { code: 'VAL', name: 'Val Matériaux' };
  const LEROY = { code: 'LEROY', name: 'Leroy Frères' };
  const MARTIN = { code: 'MARTIN', name: 'Martin et fils' };
  books.invoice(VAL, '2026-10-01', 'FA102', 80_000);
  books.invoice(LEROY, '2026-10-05', 'FA104', 130_000);
  const settled = books.invoice(MARTIN, '2026-10-02', 'FA105', 9_900);
  const receipt = books.receipt(MARTIN, '2026-11-20', 9_900, 'VIR MARTIN FA105');
  books.letter('A', '2026-11-20', [settled, receipt]);
  await company.import(books.fec(TODAY));
  const val = await customerIdOf(company, 'VAL');
  const leroy = await customerIdOf(company, 'LEROY');
  await makeReady(company, { val, leroy });
  return {
    application,
    company,
    books,
    mailer,
    val,
    leroy,
    pulse: async () => {
      const { context } = application.app;
      const open = findCompany(context, company.key);
      if (open === null) throw new Error('The company is closed.');
      await pulseOutbox(context, open);
    },
    plannedPayers: () => plannedPayers(company),
    approve: async (payerIds) => {
      const wanted = payerIds ?? (await plannedPayers(company));
      return company.call.dunning.approve({
        ...command(),
        messages: wanted.map((payerId) => ({ payerId, edit: null })),
        staleReason: null,
      });
    },
    notices: () => notices(company),
  };
}

/** Addresses, terms, account, go-live: what must be before anything leaves. */
export async function makeReady(
  company: TestCompany,
  { val, leroy }: { readonly val: number; readonly leroy: number },
): Promise<void> {
  const { call } = company;
  for (const [customerId, email] of [
    [val, 'compta@val.example'],
    [leroy, 'compta@leroy.example'],
  ] as const) {
    const contact = {
      name: 'Service comptable',
      role: 'accounting',
      email,
      phone: null,
      mobile: null,
      comment: '',
    } as const;
    await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
  }
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
        host: 'smtp.test.example',
        fromAddress: 'compta@test.example',
      },
      dunning: { ...settings.dunning, holdSeconds: 0, sendFromMinute: 0, sendUntilMinute: 1440 },
    },
  });
  for (const key of ['lettering_accepted', 'test_received'] as const) {
    await call.outbox.acceptCondition({ ...command(), key, isAccepted: true });
  }
}

async function plannedPayers(company: TestCompany): Promise<number[]> {
  const filter = { tab: 'messages', scenarioKey: null, profile: null, channel: null, text: '' };
  const { rows } = await company.call.dunning.planned({
    offset: 0,
    limit: 200,
    filter: { ...filter, tab: 'messages' },
    on: null,
  });
  return rows.map(({ payerId }) => payerId);
}

async function notices(company: TestCompany): Promise<NoticeRow[]> {
  const boxes = ['waiting', 'letters', 'attention', 'sent', 'cancelled'] as const;
  const lists = await Promise.all(
    boxes.map((box) => company.call.outbox.list({ offset: 0, limit: 200, box, text: '' })),
  );
  return lists.flatMap(({ rows }) => rows).sort((a, b) => b.noticeId - a.noticeId);
}
