/**
 * The likely forecast through the application: its sums are the outstanding, what is typed moves
 * it, and a frozen week is judged by the money that came in after it.
 */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import {
  newCommandId,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { payTheWeek, steadyBooks } from '../support/steady-books.ts';
import { customerRows } from './reading.ts';

const TODAY = '2026-11-23';
type Question = Parameters<TestCompany['call']['forecast']['outlook']>[0];

const EVERYBODY: Question = { weekCount: 13, by: 'none', key: null, whatIf: [] };
const APART = ['later', 'never', 'undated', 'credits', 'apart'] as const;

type Outlook = Awaited<ReturnType<TestCompany['call']['forecast']['outlook']>>;

/** The outlook once the model is made. */
async function outlookOf(company: TestCompany, question: object = {}): Promise<Outlook> {
  for (;;) {
    const answer = await company.call.forecast.outlook({ ...EVERYBODY, ...question });
    if (answer.model.state !== 'computing') return answer;
    const { jobId } = answer.model;
    if (jobId === null) throw new Error('The model could not be made.');
    await company.done(jobId);
  }
}

const sumOf = (answer: Outlook) =>
  answer.weeks.reduce((sum, { expectedCents }) => sum + expectedCents, 0);

describe('on the sample company', () => {
  let company: TestCompany;
  let answer: Outlook;

  beforeAll(async () => {
    const application = await RunningApplication.start({ today: calendarDate(TODAY) });
    company = await application.openSample();
    answer = await outlookOf(company);
    return () => application.close();
  }, 180_000);

  const items = (slot: string, question: object = {}) =>
    company.whole((window) =>
      company.call.forecast.outlookItems({
        ...EVERYBODY,
        ...question,
        slot: slot as 'later',
        ...window,
      }),
    );

  test('the model is learnt and believed', () => {
    expect(answer.model).toMatchObject({ state: 'ready', jobId: null });
    expect(answer.model.paymentCount).toBeGreaterThan(1000);
    expect(answer.chosen).toEqual({ method: 'likely', reason: 'has_model' });
  });

  test('weeks, later, never and what stands apart are the outstanding, to the cent', async () => {
    const outstanding = (await customerRows(company)).reduce(
      (sum, row) => sum + row.outstandingCents,
      0,
    );
    const apart = APART.reduce((sum, slot) => sum + answer[`${slot}Cents`], 0);
    expect(sumOf(answer) + apart).toBe(outstanding);
    expect(answer.totalCents).toBe(outstanding);
    expect(answer.neverCents).toBeGreaterThan(0);
  });

  test('a week opens the items it is made of, each with its chance, its day and why', async () => {
    const week = answer.weeks[1];
    const rows = await items(week?.weekStart ?? '');
    expect(rows.reduce((sum, row) => sum + row.amountCents, 0)).toBe(week?.expectedCents);
    for (const row of rows) {
      expect(row.chanceBasisPoints).toBeGreaterThanOrEqual(0);
      expect(row.chanceBasisPoints).toBeLessThanOrEqual(10_000);
      expect(row.why).not.toBe('');
      if (row.likelyDate !== null) expect(row.likelyDate >= TODAY).toBe(true);
    }
    for (const slot of APART) {
      const sum = (await items(slot)).reduce((total, row) => total + row.amountCents, 0);
      expect(sum).toBe(answer[`${slot}Cents`]);
    }
  });

  test('twice as many weeks take from later, and nothing else moves', async () => {
    const longer = await outlookOf(company, { weekCount: 26 });
    expect(longer.weeks).toHaveLength(26);
    expect(longer.weeks.slice(0, 13)).toEqual(answer.weeks);
    expect(sumOf(longer) + longer.laterCents).toBe(sumOf(answer) + answer.laterCents);
  });

  test('every week lies in its band', () => {
    for (const { lowCents, expectedCents, highCents } of answer.weeks) {
      expect(lowCents).toBeLessThanOrEqual(expectedCents);
      expect(highCents).toBeGreaterThanOrEqual(expectedCents);
    }
  });

  test('groups are the whole cut up', async () => {
    const grouped = await outlookOf(company, { by: 'rep_code' });
    const total = grouped.groups.reduce((sum, group) => sum + group.totalCents, 0);
    expect(total).toBe(answer.totalCents);
    const one = await outlookOf(company, { by: 'rep_code', key: grouped.groups[0]?.key });
    expect(one.totalCents).toBe(grouped.groups[0]?.totalCents);
  });

  test('what is supposed moves money between weeks and makes none', async () => {
    const paid = await outlookOf(company, { whatIf: ['overdue_pays'] });
    expect(paid.weeks[1]?.expectedCents).toBeGreaterThan(answer.weeks[1]?.expectedCents ?? 0);
    expect(paid.weeks.map(({ plainCents }) => plainCents)).toEqual(
      answer.weeks.map(({ expectedCents }) => expectedCents),
    );
    expect(paid.totalCents).toBe(answer.totalCents);
    const slipped = await outlookOf(company, { whatIf: ['promises_slip'] });
    expect(slipped.weeks[2]?.promisedCents).toBe(answer.weeks[1]?.promisedCents);
    const called = await outlookOf(company, { whatIf: ['top_called', 'promises_slip'] });
    expect(sumOf(called)).toBeGreaterThan(sumOf(slipped));
    expect(called.totalCents).toBe(answer.totalCents);
  });

  test('a date typed for an item wins, and is given back', async () => {
    const { typePaymentDay } = company.call.forecast;
    const week = answer.weeks[1]?.weekStart ?? '';
    const [first] = await items(week);
    const receivableId = first?.receivableId ?? 0;
    const openCents = first?.openCents ?? 0;
    const expectedDate = calendarDate('2026-12-18');
    const reason = 'Vu avec le comptable';
    const typed = { receivableId, expectedDate, reason };
    await typePaymentDay({ commandId: newCommandId(), ...typed });
    const after = await outlookOf(company);
    expect(after.weeks[3]?.typedCents).toBe(openCents);
    const row = (await items('2026-12-14')).find((one) => one.receivableId === receivableId);
    expect(row).toMatchObject({
      chanceBasisPoints: 10_000,
      amountCents: openCents,
      likelyDate: expectedDate,
      why: `Date saisie : ${reason}`,
      typedDate: expectedDate,
    });
    await typePaymentDay({ commandId: newCommandId(), ...typed, expectedDate: null });
    expect((await outlookOf(company)).weeks).toEqual(answer.weeks);
    const refused = (part: object) =>
      refusalOf(typePaymentDay({ commandId: newCommandId(), ...typed, ...part }));
    expect(await refused({ expectedDate: '2026-11-22' })).toBe('expected_in_the_past');
    expect(await refused({ reason: ' ' })).toBe('reason_missing');
    expect(await refused({ receivableId: 999_999 })).toBe('receivable_unknown');
    expect(await refused({ receivableId: 1 })).toBe('receivable_settled');
  });

  test('an event delays the usual cash of its weeks, and is taken away', async () => {
    const { recordEvent, removeEvent } = company.call.forecast;
    const event = {
      firstDate: calendarDate('2026-12-21'),
      lastDate: calendarDate('2026-12-27'),
      label: 'Fermeture de Noël',
      delayedBasisPoints: 5000,
    };
    const { cashEventId } = await recordEvent({ commandId: newCommandId(), ...event });
    const after = await outlookOf(company);
    const usual = (answer.weeks[4]?.habitCents ?? 0) + (answer.weeks[4]?.lateCents ?? 0);
    expect(after.weeks[4]?.eventCents).toBe(-Math.round(usual / 2));
    expect(after.weeks[5]?.eventCents).toBe(Math.round(usual / 2));
    expect(after.events).toEqual([{ cashEventId, ...event }]);
    expect(sumOf(after)).toBe(sumOf(answer));
    await removeEvent({ commandId: newCommandId(), cashEventId });
    expect((await outlookOf(company)).weeks).toEqual(answer.weeks);
    const reversed = { ...event, lastDate: calendarDate('2026-12-01') };
    expect(await refusalOf(recordEvent({ commandId: newCommandId(), ...reversed }))).toBe(
      'period_reversed',
    );
    expect(await refusalOf(recordEvent({ commandId: newCommandId(), ...event, label: '' }))).toBe(
      'reason_missing',
    );
    expect(await refusalOf(removeEvent({ commandId: newCommandId(), cashEventId }))).toBe(
      'event_unknown',
    );
  });

  test('an objective stands against what came in and what is still expected', async () => {
    const { setObjective } = company.call.forecast;
    const aim = { month: calendarDate('2026-12-15'), amountCents: 31_000_000 };
    await setObjective({ commandId: newCommandId(), ...aim });
    const after = await outlookOf(company);
    expect(after.objectives).toHaveLength(1);
    expect(after.objectives[0]).toMatchObject({ monthDate: '2026-12-01', receivedCents: 0 });
    expect(after.objectives[0]?.expectedCents).toBeGreaterThan(0);
    // A whole week of December is 7 of its 31 days.
    expect(after.weeks[2]?.objectiveCents).toBe(7_000_000);
    expect(after.weeks[0]?.objectiveCents).toBeNull();
    await setObjective({ commandId: newCommandId(), ...aim, amountCents: null });
    expect((await outlookOf(company)).objectives).toEqual([]);
  });

  test('the rank says the chance that the forecast gives', async () => {
    const { ten } = await company.call.overview.priorities();
    const explained = ten.map(({ terms }) => terms.find(({ name }) => name === 'base'));
    expect(explained.length).toBeGreaterThan(0);
    for (const term of explained) {
      expect(term?.explanation).toMatch(
        /prévision : \d+ % de chances de règlement spontané sous 7 jours/,
      );
    }
  });
});

describe('a frozen week', () => {
  test('is judged once the bank is known to its end', async () => {
    const application = await RunningApplication.start({ today: calendarDate('2026-11-30') });
    onTestFinished(() => application.close());
    const company = await application.createCompany();
    const { forecast } = company.call;
    expect(await refusalOf(forecast.freezeNow({ commandId: newCommandId() }))).toBe(
      'nothing_to_freeze',
    );
    const books = steadyBooks();
    await company.import(books.fec(calendarDate('2026-11-30')));
    const before = await outlookOf(company);
    expect(before.model.state).toBe('ready');
    const frozen = await forecast.freezeNow({ commandId: newCommandId() });
    expect(frozen.weekDate).toBe('2026-11-30');
    expect(await refusalOf(forecast.freezeNow({ commandId: newCommandId() }))).toBe(
      'forecast_frozen',
    );
    const waiting = await forecast.judgement();
    expect(waiting.frozenOn).toBe('2026-11-30');
    expect(waiting.thisWeek).toMatchObject({ method: 'likely', receivedCents: 0 });
    expect(waiting.weeks).toMatchObject([
      {
        weekStart: '2026-11-30',
        isJudged: false,
        likelyCents: before.weeks[0]?.expectedCents,
        dueDateCents: before.weeks[0]?.dueCents,
      },
    ]);

    payTheWeek(books);
    await application.newDay(calendarDate('2026-12-07'));
    await company.import(books.fec(calendarDate('2026-12-07')));
    const { weeks, methods, chosen } = await forecast.judgement();
    const [week] = weeks;
    expect(week).toMatchObject({
      isJudged: true,
      receivedCents: 300_000,
      laterInvoicesCents: 7000,
      likelyCents: before.weeks[0]?.expectedCents,
    });
    const off = Math.abs((week?.likelyCents ?? 0) - 300_000);
    expect(methods.find(({ method }) => method === 'likely')).toMatchObject({
      weekCount: 1,
      errorBasisPoints: Math.round((off * 10_000) / 300_000),
    });
    expect(chosen.reason).toBe('has_model');
  }, 90_000);
});

test('with too little history the likely forecast says so and is not believed', async () => {
  const application = await RunningApplication.start({ today: calendarDate(TODAY) });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  const books = new MadeUpBooks();
  books.invoice({ code: 'VAL', name: 'Val' }, '2026-11-02', 'F1', 5000, { dueDate: '2026-12-02' });
  await company.import(books.fec(calendarDate(TODAY)));
  const answer = await outlookOf(company);
  expect(answer.model.state).toBe('little_history');
  expect(answer.chosen).toEqual({ method: 'due_date', reason: 'due_dates_only' });
  expect(answer.weeks[1]).toMatchObject({ weekStart: '2026-11-30', dueCents: 5000 });
});

test('the week is frozen by itself once the analysis is made, and once only', async () => {
  const application = await RunningApplication.start({
    today: calendarDate('2026-12-02'),
    isScheduled: true,
  });
  onTestFinished(() => application.close());
  const company = await application.createCompany();
  await company.import(steadyBooks().fec(calendarDate('2026-12-02')));
  await outlookOf(company);
  // The first tick brings the company to the day, the next one freezes.
  await application.newDay(calendarDate('2026-12-02'));
  await application.newDay(calendarDate('2026-12-02'));
  await expect
    .poll(async () => (await company.call.forecast.judgement()).frozenOn, { timeout: 20_000 })
    .toBe('2026-12-02');
  // It was a Wednesday: the week had begun, and the forecast says on which day it was made.
  await application.newDay(calendarDate('2026-12-03'));
  const { weeks } = await company.call.forecast.judgement();
  expect(weeks).toMatchObject([{ weekStart: '2026-11-30', frozenOn: '2026-12-02' }]);
}, 60_000);
