/** How one customer is written to, set from his file, is how the next message is written. */
import { expect, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

function change(at: WritingCompany, changes: object) {
  const commandId = newCommandId();
  return at.company.call.customers.change({ commandId, customerId: at.val, changes });
}

const preview = (at: WritingCompany) =>
  at.company.call.dunning.preview({ payerId: at.val, edit: null });

test('in his language, with his own sentence', async () => {
  const at = await writingCompany();
  expect((await preview(at)).text).toContain('Bonjour');
  await change(at, { language: 'en', freeSentence: 'Please quote your order number.' });
  const { text } = await preview(at);
  expect(text).toContain('Please quote your order number.');
  expect(text).not.toContain('Bonjour');
  const file = await at.company.call.customers.file({ customerId: at.val });
  expect(file.writing).toMatchObject({ language: 'en', isPerInvoice: false, closures: [] });
});

test('one invoice a message, the others in turn', async () => {
  const at = await writingCompany();
  at.books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-10-02', 'FA199', 60_000);
  await at.company.import(at.books.fec(calendarDate('2026-11-23')));
  const both = await preview(at);
  expect(both.text).toContain('FA102');
  expect(both.text).toContain('FA199');
  await change(at, { isPerInvoice: true });
  const { text } = await preview(at);
  expect(text.includes('FA102')).not.toBe(text.includes('FA199'));
  const why = await at.company.call.dunning.why({ customerId: at.val });
  expect(why.items.flatMap(({ parts }) => parts.map(({ verdict }) => verdict)).sort()).toEqual([
    'in_turn',
    'planned',
  ]);
});

test('not at all while he is closed', async () => {
  const at = await writingCompany();
  const closed = { from: calendarDate('2026-11-20'), to: calendarDate('2026-11-30') };
  await change(at, { closures: [closed] });
  expect(await at.plannedPayers()).not.toContain(at.val);
  const reversed = { from: closed.to, to: closed.from };
  expect(await refusalOf(change(at, { closures: [reversed] }))).toBe('closure_reversed');
});
