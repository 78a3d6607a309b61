/** Thanks approved and not gone yet: what holds them, and what does not. */
import { describe, expect, test } from 'vitest';
import { command, paid, reminded, TUESDAY, VAL, WEDNESDAY } from './thanked-company.ts';
import type { WritingCompany } from './writing-company.ts';

describe('thanks that wait to leave', () => {
  async function waiting(): Promise<{ readonly at: WritingCompany; readonly importId: number }> {
    const at = await reminded();
    const importId = await paid(at);
    await at.company.call.outbox.setPaused({ ...command(), isPaused: true });
    await at.approve([at.val]);
    return { at, importId };
  }

  async function resumed(at: WritingCompany) {
    await at.company.call.outbox.setPaused({ ...command(), isPaused: false });
    await at.pulse();
    const [notice] = await at.notices();
    return notice;
  }

  test('go although their invoice is settled', async () => {
    const { at } = await waiting();
    expect(await resumed(at)).toMatchObject({ status: 'sent' });
    expect(at.mailer.taken).toHaveLength(2);
  });

  test('stay when the import of the money is undone', async () => {
    const { at, importId } = await waiting();
    await at.company.undo(importId);
    expect(await resumed(at)).toMatchObject({
      status: 'cancelled',
      sentence: expect.stringContaining('Le règlement remercié n’est plus dans les comptes'),
    });
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('stay when the payment came back unpaid', async () => {
    const { at } = await waiting();
    at.books.bankDebit(VAL, WEDNESDAY, 80_000, 'REJET VIR VAL impayé');
    await at.application.newDay(WEDNESDAY);
    await at.company.import(at.books.fec(WEDNESDAY));
    expect(await resumed(at)).toMatchObject({ status: 'cancelled' });
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('stay when something has become overdue', async () => {
    const { at } = await waiting();
    at.books.invoice(VAL, '2026-10-12', 'FA112', 20_000);
    await at.company.import(at.books.fec(TUESDAY));
    expect(await resumed(at)).toMatchObject({
      status: 'cancelled',
      sentence: expect.stringContaining('échue depuis'),
    });
  });

  test('stay when the customer was called meanwhile', async () => {
    const { at } = await waiting();
    await at.company.call.actions.recordCall({
      ...command(),
      customerId: at.val,
      direction: 'out',
      contactId: null,
      outcome: 'paid',
      outcomeDate: null,
      receivableIds: [],
      comment: '',
      promise: null,
      nextAction: null,
    });
    expect(await resumed(at)).toMatchObject({ status: 'cancelled' });
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('stay when the customer was stopped', async () => {
    const { at } = await waiting();
    await at.company.call.customers.change({
      ...command(),
      customerId: at.val,
      changes: { isDoNotChase: true },
    });
    expect(await resumed(at)).toMatchObject({
      status: 'cancelled',
      sentence: expect.stringContaining('arrêté depuis'),
    });
  });
});
