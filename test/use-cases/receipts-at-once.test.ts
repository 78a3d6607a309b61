/** A confirmed receipt before the accounting has it: the batch, the thanks and the outbox. */
import { expect, test } from 'vitest';
import { newCommandId } from '../support/running-application.ts';
import { listOf, statement } from './bank-statements.ts';
import { reminded, TUESDAY, thanksRows } from './thanked-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const PAID = statement('releve.txt', [
  { cents: 80_000, label: 'VIR SEPA VAL MATERIAUX FA102', date: '231126' },
]);

async function confirmPaid({ company }: WritingCompany): Promise<number> {
  await company.import(PAID);
  const [row] = (await listOf(company, 'to_match')).rows;
  const [first] = row?.suggestions ?? [];
  if (row === undefined || first === undefined) throw new Error('Nothing proposed.');
  const { decisionId } = await company.call.receipts.confirm({
    commandId: newCommandId(),
    movementId: row.movementId,
    customerId: first.customerId,
    allocations: first.allocations.map(({ receivableId, amountCents }) => ({
      receivableId,
      amountCents,
    })),
  });
  return decisionId;
}

async function plannedPayers({ company }: WritingCompany): Promise<number[]> {
  const filter = { tab: 'messages', scenarioKey: null, profile: null, channel: null } as const;
  const input = { offset: 0, limit: 50, on: null, filter: { ...filter, text: '' } };
  return (await company.call.dunning.planned(input)).rows.map(({ payerId }) => payerId);
}

test('who paid is out of the batch at once, and back in it when it is taken back', async () => {
  const at = await writingCompany();
  expect(await plannedPayers(at)).toContain(at.val);
  const decisionId = await confirmPaid(at);
  expect(await plannedPayers(at)).not.toContain(at.val);
  const decisionIds = [decisionId];
  await at.company.call.receipts.undo({ commandId: newCommandId(), decisionIds });
  expect(await plannedPayers(at)).toContain(at.val);
});

test('a message on its way to who paid does not leave', async () => {
  const at = await writingCompany();
  const { outbox } = at.company.call;
  await outbox.setPaused({ commandId: newCommandId(), isPaused: true });
  await at.approve([at.val]);
  await confirmPaid(at);
  await outbox.setPaused({ commandId: newCommandId(), isPaused: false });
  await at.pulse();
  expect(at.mailer.taken).toHaveLength(0);
});

test('who was reminded and paid is thanked', async () => {
  const at = await reminded();
  await at.application.newDay(TUESDAY);
  await confirmPaid(at);
  expect(await thanksRows(at)).toMatchObject([{ payerId: at.val, purpose: 'thank_you' }]);
});
