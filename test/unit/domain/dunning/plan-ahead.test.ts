import { describe, expect, test } from 'vitest';
import {
  payersAhead,
  planAhead,
  resultsOf,
  simulatePlan,
  withMemory,
} from '../../../../src/shared/domain/dunning/plan-ahead.ts';
import type { PlannerPayer } from '../../../../src/shared/domain/dunning/planner-input.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  following,
  lateAs,
  planned,
  plannerPayer,
  scenario,
  scenarioNamed,
  step,
  toCome,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { customer, euros, FRIDAY, MONDAY } from '../../../support/open-items.ts';

const books = { today: MONDAY, bankDate: FRIDAY, purpose: 'automatic' as const };
const told1 = (days: ReturnType<typeof simulatePlan>['days']) =>
  days.map(
    ({ day, steps }) => `${day} ${steps.map(({ severity, kind }) => severity ?? kind).join(' ')}`,
  );

describe('the coming days, if nobody pays', () => {
  test('an invoice of today goes through its whole scenario, each step once', () => {
    const payer = plannerPayer([toCome(1, 900, '2026-11-27')]);
    const ahead = planAhead([payer], courteous, { from: MONDAY, dayCount: 70 }, books);
    // Due on Friday, the grace ends on Tuesday 01/12.
    expect(told1(ahead.days)).toEqual([
      '2026-11-23 notice',
      '2026-12-08 reminder_1',
      '2026-12-16 reminder_2',
      '2026-12-31 reminder_3',
      '2027-01-15 formal_notice',
    ]);
    expect(ahead.payers).toEqual(new Map([[1, 5]]));
    expect(ahead.rows).toHaveLength(5);
    expect(ahead.rows[1]).toEqual({
      week: '2026-12-07',
      scenarioKey: 'courteous',
      stepKey: 'j7',
      kind: 'reminder',
      severity: 'reminder_1',
      channel: 'email',
      isTask: false,
      currency: 'EUR',
      count: 1,
      dueCents: euros(900),
    });
  });

  test('payers of one week and step are added up, tasks apart', () => {
    const payers = [1, 2, 3].map((payerId) => ({
      ...plannerPayer([lateAs(payerId, 900, 20)], { isVip: payerId === 3 }),
      payerId,
    }));
    const { rows } = planAhead(payers, courteous, { from: MONDAY, dayCount: 5 }, books);
    expect(rows.map(({ isTask, count, dueCents }) => [isTask, count, dueCents])).toEqual([
      [false, 2, euros(1800)],
      [true, 1, euros(900)],
    ]);
  });

  test('promises hold and disputes stay open', () => {
    const items = { 1: { disputedCents: euros(900) }, 2: { promisedCents: euros(900) } };
    const payer = plannerPayer([lateAs(1, 900, 20), lateAs(2, 900, 20)], {
      on: { situation: customer({ items }) },
    });
    expect(planAhead([payer], courteous, { from: MONDAY, dayCount: 30 }, books).days).toEqual([]);
  });

  test('the bank stays as far as it is known; unknown, nothing is certain', () => {
    const payer = plannerPayer([lateAs(1, 900, 1)]);
    const verdictOn = (day: string, known: Parameters<typeof payersAhead>[3]) =>
      payersAhead([payer], courteous, calendarDate(day), known)[0]?.accounts[0]?.assessed.items[0]
        ?.parts[0]?.verdict;
    expect(verdictOn('2026-11-24', books)).toBe('not_certain');
    expect(verdictOn('2026-11-26', books)).toBe('chaseable');
    expect(verdictOn('2026-11-26', { ...books, bankDate: calendarDate('2026-11-16') })).toBe(
      'not_certain',
    );
    expect(verdictOn('2027-03-26', { ...books, bankDate: null })).toBe('not_certain');
  });

  test('calls are made, blocks accepted, reps told', () => {
    const chronic = following(scenarioNamed('chronic-payer'));
    const payer = plannerPayer([lateAs(1, 900, 20)], { on: { account: { hasRep: true } } });
    const ahead = planAhead([payer], chronic, { from: MONDAY, dayCount: 70 }, books);
    expect(told1(ahead.days)).toEqual([
      '2026-11-23 reminder_1',
      '2026-11-27 reminder',
      '2026-12-03 reminder_2',
      '2026-12-17 formal_notice',
      '2027-01-04 hand_over',
    ]);
  });
});

describe('a replay of past days', () => {
  test('uses the facts of each day and remembers only what it sent itself', () => {
    const from = calendarDate('2026-10-01');
    const asked: string[] = [];
    const payersOn = (day: string): readonly PlannerPayer[] => {
      asked.push(day);
      // The customer paid on the 20th.
      const items = day < '2026-10-20' ? [lateAs(1, 900, 30, { today: from })] : [];
      return [plannerPayer(items, { on: { today: calendarDate(day) } })];
    };
    const replay = simulatePlan(payersOn, courteous, { from, dayCount: 40 });
    expect(asked).toHaveLength(40);
    expect(told1(replay.days)).toEqual(['2026-10-01 reminder_1', '2026-10-09 reminder_2']);
  });
});

describe('what a plan leaves behind', () => {
  test('messages are sent, tasks done, steps passed over recorded', () => {
    const plan = planned(plannerPayer([lateAs(1, 900, 20)]), courteous);
    const memory = resultsOf(plan, MONDAY);
    expect(memory.messages).toEqual([
      {
        day: MONDAY,
        channel: 'email',
        purpose: 'reminder',
        isAutomatic: true,
        isWaiting: false,
        currency: 'EUR',
      },
    ]);
    expect(memory.events.get(1)).toMatchObject([
      { claimKey: 'courteous/j-5', state: 'skipped' },
      { claimKey: 'courteous/j7', state: 'sent', severity: 'reminder_1', cycle: 1 },
    ]);
  });

  test('nothing planned leaves nothing', () => {
    const payer = plannerPayer([]);
    expect(resultsOf(planned(payer, courteous), MONDAY)).toEqual({
      events: new Map(),
      messages: [],
    });
    expect(withMemory(payer, undefined)).toBe(payer);
  });

  test('a month closed: catch-up takes one step, and the next keeps its spacing', () => {
    const own = scenario([
      step({ days: 7 }),
      step({ days: 15, severity: 'reminder_2' }),
      step({ days: 30, severity: 'reminder_3' }),
    ]);
    const payer = plannerPayer([lateAs(1, 900, 60)]);
    const first = planned(payer, following(own));
    expect(written(first)).toBe('reminder_1 email automatic: F1@j7');
    const known = withMemory(payer, resultsOf(first, MONDAY));
    expect(told(planned(known, following(own)))).toBe('F1 step_not_reached 900');
    const ahead = planAhead(
      [known],
      following(own),
      { from: addDays(MONDAY, 1), dayCount: 40 },
      books,
    );
    expect(told1(ahead.days)).toEqual(['2026-12-01 reminder_2', '2026-12-16 reminder_3']);
  });

  test('an event known before is kept with those of the simulation', () => {
    const payer = plannerPayer([lateAs(1, 900, 60)], {
      events: new Map([[1, [went('courteous/j7', 'reminder_1', '2026-10-20')]]]),
    });
    const known = withMemory(payer, resultsOf(planned(payer, courteous), MONDAY));
    expect(
      known.events.get(1)?.map((event) => (event.kind === 'step' ? event.claimKey : '')),
    ).toEqual(['courteous/j7', 'courteous/j15']);
  });
});
