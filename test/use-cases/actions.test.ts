/**
 * What a credit manager records on a customer: what it changes, what is refused, what is undone.
 */
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { type SmallCompany, smallCompany, TODAY } from './small-company.ts';

const NEXT_WEEK = addDays(TODAY, 7);
const YESTERDAY = addDays(TODAY, -1);
const NOBODY = 999_999;
const command = () => ({ commandId: newCommandId() });

const fileOf = (company: TestCompany, customerId: number) =>
  company.call.customers.file({ customerId });

async function kindsOf(company: TestCompany, customerId: number): Promise<string[]> {
  const { rows } = await company.call.customers.timeline({
    customerId,
    kinds: null,
    offset: 0,
    limit: 100,
  });
  return rows.map(({ kind }) => kind);
}

async function callOn(at: SmallCompany, more: object = {}) {
  const receivableIds = [await at.receivable(at.val, 'FA102')];
  return at.company.call.actions.recordCall({
    ...command(),
    customerId: at.val,
    direction: 'out',
    contactId: null,
    outcome: 'promise',
    outcomeDate: null,
    receivableIds,
    comment: 'Paiera lundi',
    promise: { promisedFor: NEXT_WEEK, amountCents: 80_000, method: 'transfer' },
    nextAction: { kind: 'check_payment', dueOn: NEXT_WEEK, comment: '' },
    ...more,
  });
}

describe('a call', () => {
  test('is kept with its promise and its next action, and taken back as one block', async () => {
    const at = await smallCompany();
    const logged = await callOn(at);
    expect(logged).toMatchObject({ promiseId: expect.any(Number), taskId: expect.any(Number) });
    expect(await fileOf(at.company, at.val)).toMatchObject({ promisedCents: 80_000 });
    expect(await kindsOf(at.company, at.val)).toEqual(
      expect.arrayContaining(['call', 'promise', 'task']),
    );
    const calls = await at.company.call.overview.calls({ fromDay: TODAY, offset: 0, limit: 10 });
    expect(calls.rows).toMatchObject([{ outcome: 'promise', amountCents: 80_000, day: TODAY }]);
    const forecast = await at.company.call.overview.forecast({
      weekCount: 13,
      by: 'none',
      key: null,
    });
    const week = forecast.weeks.find(({ weekStart }) => weekStart === NEXT_WEEK);
    expect(week?.promisedCents).toBe(80_000);
    const undo = { ...command(), contactLogId: logged.contactLogId };
    await at.company.call.actions.undoCall(undo);
    expect(await at.company.call.actions.undoCall(undo)).toEqual({ version: expect.any(Number) });
    expect(await fileOf(at.company, at.val)).toMatchObject({ promisedCents: 0 });
    const tasks = await at.company.call.overview.tasks({ isLateOnly: false, offset: 0, limit: 9 });
    expect(tasks.total).toBe(0);
    const { undoCall } = at.company.call.actions;
    expect(await refusalOf(undoCall({ ...undo, ...command() }))).toBe('call_unknown');
  });

  test('can no longer be taken back the next day', async () => {
    const at = await smallCompany();
    const { contactLogId } = await callOn(at);
    at.application.clock.day = addDays(TODAY, 1);
    const { undoCall } = at.company.call.actions;
    expect(await refusalOf(undoCall({ ...command(), contactLogId }))).toBe('too_late_to_undo');
  });

  test('greys the customer among the ten, who keeps his place', async () => {
    const at = await smallCompany();
    const before = await at.company.call.overview.priorities();
    expect(before.ten.map(({ code }) => code)).toEqual(['VAL', 'LEROY']);
    await callOn(at);
    const after = await at.company.call.overview.priorities();
    expect(after.ten.map(({ code, doneBy }) => [code, doneBy])).toEqual([
      ['VAL', 'promise'],
      ['LEROY', null],
    ]);
    expect(after.doneCount).toBe(1);
  });

  test.each([
    ['an unknown customer', { customerId: NOBODY, receivableIds: [] }, 'customer_unknown'],
    ['an item of somebody else', { receivableIds: [NOBODY] }, 'receivable_unknown'],
    [
      'a promise for yesterday',
      { promise: { promisedFor: YESTERDAY, amountCents: 100, method: null } },
      'promise_in_the_past',
    ],
    [
      'more than is owed',
      { promise: { promisedFor: NEXT_WEEK, amountCents: 80_001, method: null } },
      'exceeds_outstanding',
    ],
  ])('is refused on %s, and nothing is written', async (_what, more, code) => {
    const at = await smallCompany();
    const { entryCount } = await at.company.call.backups.verifyJournal();
    expect(await refusalOf(callOn(at, more))).toBe(code);
    expect(await at.company.call.backups.verifyJournal()).toMatchObject({ entryCount });
    expect(await kindsOf(at.company, at.val)).not.toContain('call');
  });
});

describe('a promise', () => {
  const promise = async (at: SmallCompany, more: object = {}) =>
    at.company.call.actions.recordPromise({
      ...command(),
      customerId: at.val,
      receivableIds: [await at.receivable(at.val, 'FA102')],
      promisedFor: calendarDate('2026-11-25'),
      amountCents: 80_000,
      method: null,
      comment: '',
      ...more,
    });
  const outcomeOf = async (at: SmallCompany) => {
    const { rows } = await at.company.call.overview.promises({
      outcomes: [],
      offset: 0,
      limit: 10,
    });
    return rows.map(({ outcome }) => outcome);
  };

  test('sent twice with one id is one promise and one answer', async () => {
    const at = await smallCompany();
    const once = { commandId: newCommandId() };
    expect(await promise(at, once)).toEqual(await promise(at, once));
    expect(await outcomeOf(at)).toEqual(['pending']);
  });

  test('is judged when the bank is known far enough, not before', async () => {
    const at = await smallCompany();
    await promise(at);
    at.application.clock.day = calendarDate('2026-11-30');
    expect(await outcomeOf(at)).toEqual(['to_verify']);
    at.books.receipt({ code: 'MARTIN', name: 'Martin et fils' }, '2026-11-30', 1_00, 'VIR');
    await at.company.import(at.books.fec(calendarDate('2026-11-30')));
    expect(await outcomeOf(at)).toEqual(['broken']);
    const { obligations } = await at.company.call.overview.priorities();
    expect(obligations.map(({ kind }) => kind)).toContain('broken_promise');
  });

  test('is kept by money that came, lettered or not', async () => {
    const at = await smallCompany();
    await promise(at);
    at.application.clock.day = calendarDate('2026-11-30');
    at.books.receipt({ code: 'VAL', name: 'Val' }, '2026-11-25', 80_000, 'VIR VAL FA102');
    at.books.receipt({ code: 'MARTIN', name: 'Martin' }, '2026-11-30', 1_00, 'VIR');
    await at.company.import(at.books.fec(calendarDate('2026-11-30')));
    expect(await outcomeOf(at)).toEqual(['kept']);
  });

  test('is ended by a person, once', async () => {
    const at = await smallCompany();
    const { promiseId } = await promise(at);
    const { cancelPromise } = at.company.call.actions;
    await cancelPromise({ ...command(), promiseId, reason: 'cancelled' });
    expect(await outcomeOf(at)).toEqual(['cancelled']);
    const again = cancelPromise({ ...command(), promiseId, reason: 'cancelled' });
    expect(await refusalOf(again)).toBe('promise_unknown');
  });

  test('is restored as it was on the day it was cancelled, and can be cancelled again', async () => {
    const at = await smallCompany();
    const { promiseId } = await promise(at);
    const { cancelPromise, restorePromise } = at.company.call.actions;
    const list = () => at.company.call.overview.promises({ outcomes: [], offset: 0, limit: 10 });
    const before = await list();
    const restore = () => restorePromise({ ...command(), promiseId });
    expect(await refusalOf(restore())).toBe('promise_unknown');
    for (const _ of ['once', 'twice']) {
      await cancelPromise({ ...command(), promiseId, reason: 'cancelled' });
      expect(await outcomeOf(at)).toEqual(['cancelled']);
      expect(await kindsOf(at.company, at.val)).toContain('promise_cancelled');
      await restore();
      expect(await list()).toEqual(before);
      expect(await kindsOf(at.company, at.val)).not.toContain('promise_cancelled');
      expect(await fileOf(at.company, at.val)).toMatchObject({ promisedCents: 80_000 });
    }
    await cancelPromise({ ...command(), promiseId, reason: 'cancelled' });
    await at.application.newDay(addDays(TODAY, 1));
    expect(await refusalOf(restore())).toBe('too_late_to_undo');
    expect(await at.company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
  });

  test.each([
    [{ customerId: NOBODY }, 'customer_unknown'],
    [{ receivableIds: [NOBODY] }, 'receivable_unknown'],
    [{ promisedFor: YESTERDAY }, 'promise_in_the_past'],
    [{ amountCents: 80_001 }, 'exceeds_outstanding'],
  ])('is refused with %j: %s', async (more, code) => {
    expect(await refusalOf(promise(await smallCompany(), more))).toBe(code);
  });

  test('on an item that was settled is refused', async () => {
    const at = await smallCompany();
    const { rows } = await at.company.call.customers.items({
      customerId: at.martin,
      state: 'settled',
      offset: 0,
      limit: 5,
    });
    const receivableIds = rows.flatMap(({ receivableId }) => receivableId ?? []);
    expect(await refusalOf(promise(at, { customerId: at.martin, receivableIds }))).toBe(
      'receivable_settled',
    );
  });
});

describe('a stop', () => {
  const hold = (at: SmallCompany, more: object = {}) =>
    at.company.call.actions.recordHold({
      ...command(),
      customerId: at.val,
      receivableIds: null,
      reason: 'commercial',
      reviewOn: NEXT_WEEK,
      comment: '',
      ...more,
    });

  test('takes the customer out of the ranking until it is ended', async () => {
    const at = await smallCompany();
    const { holdIds } = await hold(at);
    const ranked = () => at.company.call.overview.ranked({ offset: 0, limit: 10 });
    expect((await ranked()).rows.map(({ code }) => code)).toEqual(['LEROY']);
    const list = await at.company.call.overview.holds({
      isExpiringOnly: false,
      offset: 0,
      limit: 5,
    });
    expect(list.rows).toMatchObject([{ code: 'VAL', reviewOn: NEXT_WEEK, isExpired: false }]);
    const end = { ...command(), holdId: holdIds[0] ?? 0 };
    await at.company.call.actions.endHold(end);
    expect((await ranked()).rows.map(({ code }) => code)).toEqual(['VAL', 'LEROY']);
    const { endHold } = at.company.call.actions;
    expect(await refusalOf(endHold({ ...end, ...command() }))).toBe('hold_unknown');
  });

  test('on one item leaves the others to be chased', async () => {
    const at = await smallCompany();
    const { holdIds } = await hold(at, { receivableIds: [await at.receivable(at.val, 'FA103')] });
    expect(holdIds).toHaveLength(1);
    const items = await openItems(at.company, at.val);
    expect(items.map((item) => [item.documentNumber, item.isOnHold])).toEqual([
      ['FA102', false],
      ['FA103', true],
    ]);
  });

  test.each([
    [{ customerId: NOBODY }, 'customer_unknown'],
    [{ receivableIds: [NOBODY] }, 'receivable_unknown'],
    [{ reviewOn: TODAY }, 'review_in_the_past'],
  ])('is refused with %j: %s', async (more, code) => {
    expect(await refusalOf(hold(await smallCompany(), more))).toBe(code);
  });
});

describe('a dispute', () => {
  const dispute = async (at: SmallCompany, more: object = {}) =>
    at.company.call.actions.recordDispute({
      ...command(),
      customerId: at.val,
      items: [{ receivableId: await at.receivable(at.val, 'FA102'), amountCents: 30_000 }],
      reason: 'quality',
      owner: 'Dupas',
      answerBy: NEXT_WEEK,
      comment: '',
      ...more,
    });

  test('takes its part off what is chased, and gives it back when closed', async () => {
    const at = await smallCompany();
    const stake = async () =>
      (await at.company.call.overview.ranked({ offset: 0, limit: 10 })).rows.find(
        ({ code }) => code === 'VAL',
      )?.stakeCents;
    const { disputeId } = await dispute(at);
    expect(await stake()).toBe(50_000);
    expect(await fileOf(at.company, at.val)).toMatchObject({ disputedCents: 30_000 });
    const { closeDispute } = at.company.call.actions;
    await closeDispute({ ...command(), disputeId, outcome: 'maintained' });
    expect(await stake()).toBe(80_000);
    const closed = await at.company.call.overview.disputes({
      show: 'closed',
      offset: 0,
      limit: 5,
    });
    expect(closed.rows).toMatchObject([{ outcome: 'maintained' }]);
    const again = closeDispute({ ...command(), disputeId, outcome: 'partly' });
    expect(await refusalOf(again)).toBe('dispute_unknown');
  });

  test.each([
    [{ customerId: NOBODY }, 'customer_unknown'],
    [{ items: [{ receivableId: NOBODY, amountCents: 1 }] }, 'receivable_unknown'],
  ])('is refused with %j: %s', async (more, code) => {
    expect(await refusalOf(dispute(await smallCompany(), more))).toBe(code);
  });

  test('of more than is owed is refused', async () => {
    const at = await smallCompany();
    const items = [{ receivableId: await at.receivable(at.val, 'FA102'), amountCents: 80_001 }];
    expect(await refusalOf(dispute(at, { items }))).toBe('exceeds_outstanding');
  });
});
