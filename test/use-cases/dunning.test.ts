/** The day's batch: what is planned, what is left out and why, levels, dry run, letters. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const EVERYTHING = {
  offset: 0,
  limit: 200,
  filter: { tab: 'messages', scenarioKey: null, profile: null, channel: null, text: '' },
  on: null,
} as const;

async function receivableOf(at: WritingCompany, customerId: number): Promise<number> {
  const why = await at.company.call.dunning.why({ customerId });
  return why.items[0]?.receivableId ?? 0;
}

describe('the batch', () => {
  test('and what is left out are all that is overdue, to the cent', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    const planned = await call.dunning.planned(EVERYTHING);
    const left = await call.dunning.excluded({ offset: 0, limit: 200, verdict: null, text: '' });
    const notChased = left.groups.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect(planned.control).toMatchObject({ overdueCents: 210_000, chasedCents: 210_000 });
    expect(planned.control.notChasedCents).toBe(notChased);
    expect(planned.totalCents).toBe(210_000);
    expect(planned.guards).toEqual([]);
  });

  test('says of each row which step, how late and where it goes', async () => {
    const at = await writingCompany();
    const { rows } = await at.company.call.dunning.planned(EVERYTHING);
    expect(rows.find(({ payerId }) => payerId === at.val)).toMatchObject({
      severity: 'reminder_1',
      channel: 'email',
      recipient: 'compta@val.example',
      dueCents: 80_000,
      itemCount: 1,
    });
  });

  test('leaves out what a person stopped, and says so', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    await call.actions.recordHold({
      ...command(),
      customerId: at.val,
      receivableIds: null,
      reason: 'commercial',
      reviewOn: addDays(TODAY, 10),
      comment: '',
    });
    expect(await at.plannedPayers()).toEqual([at.leroy]);
    const why = await call.dunning.why({ customerId: at.val });
    expect(why.items[0]?.parts).toMatchObject([{ verdict: 'stop', amountCents: 80_000 }]);
    expect(why.sentence).toMatch(/Pas de relance aujourd’hui/);
    expect(await refusalOf(at.approve([at.val]))).toBe('nothing_approved');
  });

  test('a promise keeps its customer out of it', async () => {
    const at = await writingCompany();
    await at.company.call.actions.recordPromise({
      ...command(),
      customerId: at.val,
      receivableIds: [await receivableOf(at, at.val)],
      promisedFor: addDays(TODAY, 7),
      amountCents: 80_000,
      method: null,
      comment: '',
    });
    const why = await at.company.call.dunning.why({ customerId: at.val });
    expect(why.items[0]?.parts).toMatchObject([{ verdict: 'promised' }]);
  });
});

describe('what a soft rule holds', () => {
  test('a person lets through for the day, with a reason', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    await call.actions.recordCall({
      ...command(),
      customerId: at.val,
      direction: 'out',
      contactId: null,
      outcome: 'spoke',
      outcomeDate: null,
      receivableIds: [],
      comment: '',
      promise: null,
      nextAction: null,
    });
    expect(await at.plannedPayers()).toEqual([at.leroy]);
    const reason = 'Il demande un écrit';
    const wanted = { ...command(), payerId: at.val, receivableId: null, channel: null, reason };
    await call.dunning.override(wanted);
    expect(await at.plannedPayers()).toContain(at.val);
  });

  test('a hard one is let through by nobody', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    await call.actions.recordHold({
      ...command(),
      customerId: at.val,
      receivableIds: null,
      reason: 'insolvency',
      reviewOn: addDays(TODAY, 10),
      comment: '',
    });
    const wanted = {
      ...command(),
      payerId: at.val,
      receivableId: null,
      channel: null,
      reason: 'x y z',
    };
    expect(await refusalOf(call.dunning.override(wanted))).toBe('verdict_not_soft');
  });
});

describe('levels', () => {
  test('set by a person, the next step is the one after', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    await call.dunning.setLevel({
      ...command(),
      receivableIds: [await receivableOf(at, at.val)],
      severity: 'reminder_2',
      reason: 'Relancé dans l’ancien logiciel',
      beginsCycle: false,
    });
    const why = await call.dunning.why({ customerId: at.val });
    expect(why.items[0]?.severity).toBe('reminder_2');
    const { rows } = await call.dunning.planned(EVERYTHING);
    expect(rows.find(({ payerId }) => payerId === at.val)?.severity).not.toBe('reminder_1');
  });

  test('at go-live, what is long late does not begin with an oversight', async () => {
    const at = await writingCompany();
    const { call } = at.company;
    const preview = await call.dunning.previewStart();
    const count = preview.groups.reduce((sum, { itemCount }) => sum + itemCount, 0);
    expect(count + preview.untouchedCount).toBe(2);
    expect(await call.dunning.applyStart(command())).toMatchObject({ itemCount: count });
    expect(await call.dunning.previewStart()).toMatchObject({ isDone: count > 0 });
  });
});

test('the dry run of the days to come writes nothing', async () => {
  const at = await writingCompany();
  const { call } = at.company;
  const run = await call.dunning.dryRun({ days: 60, scenarioKey: 'courteous' });
  expect(run.messageCount).toBeGreaterThan(2);
  expect(run.contacted.map(({ payerId }) => payerId).sort()).toEqual([at.val, at.leroy].sort());
  expect(await at.notices()).toEqual([]);
  expect(await refusalOf(call.dunning.dryRun({ days: 5, scenarioKey: 'nothing' }))).toBe(
    'scenario_unknown',
  );
});

test('a task is done only where one is planned', async () => {
  const at = await writingCompany();
  const done = { ...command(), payerId: at.val, movesLevel: true, comment: '' };
  expect(await refusalOf(at.company.call.dunning.completeTask(done))).toBe('not_planned');
});
