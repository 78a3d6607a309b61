/** What a person unticks in a message is not asked for, and nothing of it moves. */
import { expect, test } from 'vitest';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { TODAY } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const KEPT = { subject: null, body: null, freeSentence: null, recipient: null };
const VAL = { code: 'VAL', name: 'Val Matériaux' };

test('an item unticked keeps its level, the others reach their step', async () => {
  const at = await writingCompany();
  at.books.invoice(VAL, '2026-10-01', 'FA106', 60_000);
  await at.company.import(at.books.fec(TODAY));
  const items = await openItems(at.company, at.val);
  const dropped = items.find(({ documentNumber }) => documentNumber === 'FA106')?.receivableId ?? 0;
  await at.company.call.dunning.approve({
    commandId: newCommandId(),
    messages: [{ payerId: at.val, edit: { ...KEPT, withoutReceivableIds: [dropped] } }],
    staleReason: null,
  });
  await at.pulse();
  const why = await at.company.call.dunning.why({ customerId: at.val });
  const levels = Object.fromEntries(
    why.items.map(({ documentNumber, severity }) => [documentNumber, severity]),
  );
  expect(levels).toEqual({ FA102: 'reminder_1', FA106: null });
});

test('a message of which everything is unticked is not approved', async () => {
  const at = await writingCompany();
  const ids = (await openItems(at.company, at.val)).flatMap((item) => item.receivableId ?? []);
  const order = {
    commandId: newCommandId(),
    messages: [{ payerId: at.val, edit: { ...KEPT, withoutReceivableIds: ids } }],
    staleReason: null,
  };
  expect(await refusalOf(at.company.call.dunning.approve(order))).toBe('nothing_approved');
});
