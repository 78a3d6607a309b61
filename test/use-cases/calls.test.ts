/** The calls of the day: who, why, in which order, and what logging one does to its step. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId } from '../support/running-application.ts';
import { type CallingCompany, callingCompany } from './calling-company.ts';
import { TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const NEXT_WEEK = addDays(TODAY, 7);

function log(at: CallingCompany, customerId: number, more: object = {}) {
  return at.company.call.actions.recordCall({
    ...command(),
    customerId,
    direction: 'out',
    contactId: null,
    outcome: 'spoke',
    outcomeDate: null,
    receivableIds: [],
    comment: '',
    promise: null,
    nextAction: null,
    ...more,
  });
}

describe('the calls of the day', () => {
  test('come from the step of the scenario, the largest first', async () => {
    const at = await callingCompany();
    expect(await at.today()).toEqual([
      [at.leroy, ['step']],
      [at.val, ['step']],
    ]);
    const { rows, hours, sequence, totalCents } = await at.company.call.calls.today({
      offset: 0,
      limit: 1,
    });
    expect(sequence).toEqual([at.leroy, at.val]);
    expect(totalCents).toBe(210_000);
    expect(hours).toBeNull();
    expect(rows).toMatchObject([
      { overdueCents: 130_000, phone: '01 44 55 66 77', contactName: 'Luc Petit', warnings: [] },
    ]);
    expect(rows[0]?.reasons[0]?.sentence).toContain('Relance 1 par téléphone pour 1 facture');
  });

  test('begin with what was agreed, and one payer stands once', async () => {
    const at = await callingCompany();
    await at.company.call.actions.recordTask({
      ...command(),
      customerId: at.val,
      kind: 'call',
      dueOn: TODAY,
      comment: 'après 14 h',
    });
    expect(await at.today()).toEqual([
      [at.val, ['task', 'step']],
      [at.leroy, ['step']],
    ]);
  });

  test('include a call agreed with the customer, from its day on', async () => {
    const at = await callingCompany();
    const outcomeDate = addDays(TODAY, 1);
    await log(at, at.val, { outcome: 'call_back', outcomeDate });
    await at.application.newDay(outcomeDate);
    expect((await at.today())[0]).toEqual([at.val, ['call_back']]);
  });

  test('include a promise broken once the bank is known past it', async () => {
    const at = await callingCompany();
    const receivableIds = await at.ids(at.val);
    const promise = { promisedFor: TODAY, amountCents: 80_000, method: null };
    await log(at, at.val, { outcome: 'promise', receivableIds, promise });
    const later = addDays(TODAY, 8);
    at.books.receipt({ code: 'LEROY', name: 'Leroy Frères' }, later, 1_000, 'VIR LEROY');
    await at.application.newDay(later);
    await at.company.import(at.books.fec(later));
    expect((await at.today())[0]).toEqual([at.val, expect.arrayContaining(['broken_promise'])]);
  });
});

describe('the sheet of a call', () => {
  test('says who, why, what to say with his own figures, and nothing on a machine', async () => {
    const at = await callingCompany();
    const sheet = await at.company.call.calls.sheet({ payerId: at.val });
    expect(sheet.script?.title).toContain('Val Matériaux');
    const script = sheet.script?.paragraphs.join('\n') ?? '';
    expect(script).toContain('800,00');
    expect(script).toMatch(/^S’assurer d’abord de parler à la bonne personne/u);
    expect(sheet.voicemail).not.toMatch(/\d{3},\d{2}|facture/iu);
    expect(sheet.voicemail).toContain('Société de test');
    expect(sheet.step).toMatchObject({
      label: 'Relance 1',
      scenarioName: 'À la main',
      severityLabel: 'Relance 1',
      receivableIds: await at.ids(at.val),
    });
  });

  test('is there for a payer whom nothing calls, and for nobody else', async () => {
    const at = await callingCompany();
    await log(at, at.val, { outcome: 'spoke', stepsDone: { movesLevel: true } });
    const sheet = await at.company.call.calls.sheet({ payerId: at.val });
    expect(sheet).toMatchObject({ step: null, row: { reasons: [], attemptsToday: 1 } });
    expect(sheet.script?.paragraphs.length).toBeGreaterThan(2);
    await expect(at.company.call.calls.sheet({ payerId: 999_999 })).rejects.toMatchObject({
      code: 'customer_unknown',
    });
  });

  test('has the words of a segment in the language of the customer', async () => {
    const at = await callingCompany();
    const before = await at.company.call.calls.sheet({ payerId: at.val });
    const { settings } = await at.company.call.settings.show();
    await at.company.call.settings.change({
      ...command(),
      settings: { identity: { ...settings.identity, name: 'Autre nom' } },
    });
    const after = await at.company.call.calls.sheet({ payerId: at.val });
    expect(before.script?.paragraphs.join('')).toContain('Société de test');
    expect(after.script?.paragraphs.join('')).toContain('Autre nom');
  });
});

describe('a call that is logged', () => {
  test('moves the level of its items when asked to, and its step is made', async () => {
    const at = await callingCompany();
    await log(at, at.val, {
      receivableIds: await at.ids(at.val),
      stepsDone: { movesLevel: true },
    });
    expect(await at.severities(at.val)).toEqual(['reminder_1']);
    expect(await at.today()).toEqual([[at.leroy, ['step']]]);
  });

  test('makes the step without the level', async () => {
    const at = await callingCompany();
    await log(at, at.val, { stepsDone: { movesLevel: false } });
    expect(await at.severities(at.val)).toEqual([null]);
    expect(await at.today()).toEqual([[at.leroy, ['step']]]);
  });

  test('that reached nobody leaves the step, after those not tried today', async () => {
    const at = await callingCompany();
    await log(at, at.leroy, { outcome: 'voicemail' });
    expect(await at.severities(at.leroy)).toEqual([null]);
    const [first] = await at.today();
    expect(first).toEqual([at.val, ['step']]);
  });

  test('does not make the step of an item that was not talked of', async () => {
    const at = await callingCompany();
    at.books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-10-02', 'FA110', 60_000);
    await at.company.import(at.books.fec(TODAY));
    const ids = await at.ids(at.val);
    expect(ids).toHaveLength(2);
    await log(at, at.val, { receivableIds: ids.slice(0, 1), stepsDone: { movesLevel: true } });
    expect((await at.severities(at.val)).toSorted()).toEqual(['reminder_1', null].toSorted());
  });

  test('closes the task that asked for it, and taken back gives all of it back', async () => {
    const at = await callingCompany();
    const { taskId } = await at.company.call.actions.recordTask({
      ...command(),
      customerId: at.val,
      kind: 'call',
      dueOn: TODAY,
      comment: '',
    });
    const { taskIds } = await at.company.call.calls.sheet({ payerId: at.val });
    expect(taskIds).toEqual([taskId]);
    const logged = await log(at, at.val, {
      stepsDone: { movesLevel: true },
      closesTaskIds: taskIds,
    });
    expect((await at.today()).map(([id]) => id)).toEqual([at.leroy]);
    const { contactLogId } = logged;
    await at.company.call.actions.undoCall({ ...command(), contactLogId });
    expect(await at.severities(at.val)).toEqual([null]);
    expect(await at.today()).toEqual([
      [at.val, ['task', 'step']],
      [at.leroy, ['step']],
    ]);
  });

  test('takes a promise on the accounts of one payer, each by its own', async () => {
    const at = await callingCompany();
    await at.company.call.customers.change({
      ...command(),
      customerId: at.val,
      changes: { payerCustomerId: at.leroy },
    });
    const receivableIds = [...(await at.ids(at.leroy)), ...(await at.ids(at.val))];
    const promise = { promisedFor: NEXT_WEEK, amountCents: 210_000, method: null };
    await log(at, at.leroy, { outcome: 'promise', receivableIds, promise });
    const { rows } = await at.company.call.overview.promises({
      outcomes: [],
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ customerId, amountCents }) => [customerId, amountCents])).toEqual(
      expect.arrayContaining([
        [at.leroy, 130_000],
        [at.val, 80_000],
      ]),
    );
    const weeks = await at.company.call.overview.forecast({
      weekCount: 13,
      by: 'none',
      key: null,
    });
    expect(JSON.stringify(weeks)).toContain('210000');
  });
});

describe('attempts and hours', () => {
  test('over the day’s number are warned of, and not refused', async () => {
    const at = await callingCompany();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await log(at, at.val, { outcome: 'voicemail' });
    }
    const { row } = await at.company.call.calls.sheet({ payerId: at.val });
    expect(row).toMatchObject({ attemptsToday: 3 });
    expect(row.warnings).toEqual(['Déjà 3 tentatives aujourd’hui : essayer un autre canal.']);
    expect(await log(at, at.val)).toMatchObject({ contactLogId: expect.any(Number) });
  });

  test('outside the hours of the settings are said of the whole list', async () => {
    const at = await callingCompany();
    const { settings } = await at.company.call.settings.show();
    const calls = { ...settings.calls, fromMinute: 600, untilMinute: 1080 };
    await at.company.call.settings.change({ ...command(), settings: { calls } });
    const { hours } = await at.company.call.calls.today({ offset: 0, limit: 10 });
    expect(hours).toBe('Hors des heures d’appel (10 h à 18 h) : attendre, sauf demande du client.');
    const reversed = { ...calls, fromMinute: 1100 };
    await expect(
      at.company.call.settings.change({ ...command(), settings: { calls: reversed } }),
    ).rejects.toMatchObject({ code: 'hours_reversed' });
  });
});
