import { describe, expect, test } from 'vitest';
import {
  type DatedLine,
  itemsOn,
  movingDays,
  settledOn,
} from '../../../../src/shared/domain/dunning/dated-books.ts';
import {
  type DatedSituation,
  situationDays,
  situationOn,
} from '../../../../src/shared/domain/dunning/dated-situation.ts';
import { dayContext } from '../../../../src/shared/domain/dunning/day-context.ts';
import { nextLookOf } from '../../../../src/shared/domain/dunning/next-look.ts';
import {
  type ReplayPayer,
  replayDays,
  replayPayer,
} from '../../../../src/shared/domain/dunning/replay-payer.ts';
import {
  NO_TOTALS,
  sumTotals,
  totalsOfPayer,
  weeksOf,
} from '../../../../src/shared/domain/dunning/replay-totals.ts';
import type { PlannedDay } from '../../../../src/shared/domain/dunning/simulate-payer.ts';
import { FREE_ITEM } from '../../../../src/shared/domain/receivable/situation.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  following,
  library,
  planned,
  plannerPayer,
  scenario,
  scenarioNamed,
  step,
} from '../../../support/dunning.ts';
import { customer, euros, openItem, receipt } from '../../../support/open-items.ts';

const day = calendarDate;
const FROM = day('2026-08-24');

/** An invoice `F<id>` booked a month before it was due, paid on a day or never. */
function line(id: number, dueDate: string, paidOn: string | null, amount = 900): DatedLine {
  const cents = euros(amount);
  return {
    item: openItem({
      receivableId: id,
      documentNumber: `F${id}`,
      dueDate: day(dueDate),
      outstandingCents: cents,
    }),
    bookedOn: addDays(day(dueDate), -30),
    moves: paidOn === null ? [] : [{ on: day(paidOn), amountCents: -cents }],
  };
}

const nothingSaid: DatedSituation = { lasting: customer(), disputes: [], holds: [], virtual: [] };

function payer(lines: readonly DatedLine[], part: Partial<DatedSituation> = {}): ReplayPayer {
  const who = plannerPayer([]);
  const traits = who.accounts[0]?.traits ?? expect.fail('no traits');
  const situation = { ...nothingSaid, ...part };
  return { who, accounts: [{ lines, situation, traits, scenarioKey: null, hasRep: false }] };
}

const period = (settings = courteous, to = '2026-11-22') =>
  replayDays(settings, {
    from: FROM,
    to: day(to),
    bankDate: day('2026-11-20'),
    matchFirstShareBasisPoints: 3000,
  });

const told = (days: readonly PlannedDay[]) =>
  days.map(({ day: on, plan: { message, tasks } }) =>
    [on, ...[message, ...tasks].flatMap((one) => one?.severity ?? [])].join(' '),
  );

describe('the lines of an account on a past day', () => {
  const halves: DatedLine = {
    ...line(1, '2026-09-30', null, 100),
    moves: [
      { on: day('2026-10-05'), amountCents: -4000 },
      { on: day('2026-10-20'), amountCents: -6000 },
    ],
  };

  test.each([
    ['2026-08-30', []],
    ['2026-08-31', [10_000]],
    ['2026-10-04', [10_000]],
    ['2026-10-05', [6000]],
    ['2026-10-20', []],
  ])('at the end of %s', (on, left) => {
    expect(itemsOn([halves], day(on)).map((item) => item.outstandingCents)).toEqual(left);
  });

  test('settled on the day of the last money, or not at all', () => {
    expect(settledOn(halves)).toBe('2026-10-20');
    expect(settledOn({ ...halves, moves: halves.moves.slice(0, 1) })).toBeNull();
    expect(settledOn({ ...halves, item: openItem({ outstandingCents: 0 }), moves: [] })).toBeNull();
  });

  test('move when booked and when allocated', () => {
    expect(movingDays([halves])).toEqual(['2026-08-31', '2026-10-05', '2026-10-20']);
  });
});

describe('what was said of a customer on a past day', () => {
  const dated: DatedSituation = {
    lasting: customer({ isDoNotChase: true }),
    disputes: [
      {
        from: day('2026-09-01'),
        until: day('2026-09-10'),
        items: [
          { receivableId: 1, amountCents: 500 },
          { receivableId: 1, amountCents: 200 },
        ],
      },
    ],
    holds: [
      { from: day('2026-09-05'), until: null, receivableId: 1, reason: 'commercial' },
      { from: day('2026-09-20'), until: day('2026-09-22'), receivableId: null, reason: 'other' },
      { from: day('2026-10-01'), until: null, receivableId: null, reason: 'insolvency' },
    ],
    virtual: [{ after: day('2026-09-08'), amountCents: 300 }],
  };
  const on = (text: string) => {
    const { isHeld, isInsolvent, virtuallySettledCents, items } = situationOn(dated, day(text));
    return { isHeld, isInsolvent, virtuallySettledCents, item: items.get(1) ?? null };
  };
  const free = { isHeld: false, isInsolvent: false, virtuallySettledCents: 0, item: null };

  test.each([
    ['2026-08-31', {}],
    ['2026-09-01', { item: { ...FREE_ITEM, disputedCents: 700 } }],
    ['2026-09-05', { item: { ...FREE_ITEM, disputedCents: 700, isHeld: true } }],
    [
      '2026-09-09',
      { item: { ...FREE_ITEM, disputedCents: 700, isHeld: true }, virtuallySettledCents: 300 },
    ],
    ['2026-09-10', { item: { ...FREE_ITEM, isHeld: true }, virtuallySettledCents: 300 }],
    [
      '2026-09-21',
      { item: { ...FREE_ITEM, isHeld: true }, virtuallySettledCents: 300, isHeld: true },
    ],
    [
      '2026-10-01',
      {
        item: { ...FREE_ITEM, isHeld: true },
        virtuallySettledCents: 300,
        isHeld: true,
        isInsolvent: true,
      },
    ],
  ])('%s', (text, said) => {
    expect(on(text)).toEqual({ ...free, ...said });
  });

  test('what lasts stays, and the days of change are known', () => {
    expect(situationOn(dated, FROM).isDoNotChase).toBe(true);
    expect(situationDays(dated).sort()).toEqual([
      '2026-09-01',
      '2026-09-05',
      '2026-09-09',
      '2026-09-10',
      '2026-09-20',
      '2026-09-22',
      '2026-10-01',
    ]);
  });
});

describe('a replay', () => {
  test('stops on the morning after the money came', () => {
    expect(told(replayPayer(payer([line(1, '2026-09-01', '2026-09-18')]), period()))).toEqual([
      '2026-08-27 notice',
      '2026-09-10 reminder_1',
      '2026-09-18 reminder_2',
    ]);
  });

  test('what was late at the beginning takes its starting level', () => {
    const lines = [line(1, '2026-07-20', null), line(2, '2026-06-01', null)];
    const [first] = replayPayer(payer([lines[0] as DatedLine]), period());
    expect(first?.plan.message?.severity).toBe('reminder_2');
    const [older] = replayPayer(payer([lines[1] as DatedLine]), period());
    expect(older?.plan.message?.severity).toBe('reminder_3');
  });

  test('money that nothing explains has no level and no due date', () => {
    const money = { item: receipt(500, {}), bookedOn: FROM, moves: [] };
    const refund = {
      item: receipt(-500, { paymentId: 2 }),
      bookedOn: addDays(FROM, -9),
      moves: [],
    };
    expect(replayPayer(payer([money, refund]), period())).toEqual([]);
  });

  test('a dispute holds its item until it is closed', () => {
    const disputes = [
      {
        from: day('2026-09-01'),
        until: day('2026-10-05'),
        items: [{ receivableId: 1, amountCents: euros(900) }],
      },
    ];
    const days = told(replayPayer(payer([line(1, '2026-09-01', null)], { disputes }), period()));
    expect(days.slice(0, 2)).toEqual(['2026-08-27 notice', '2026-10-05 reminder_1']);
  });

  test('no bank, no certainty; no day, nothing', () => {
    const one = payer([line(1, '2026-09-01', null)]);
    const asked = { from: FROM, to: day('2026-11-22'), matchFirstShareBasisPoints: 3000 };
    const unknown = replayDays(courteous, { ...asked, bankDate: null });
    expect(told(replayPayer(one, unknown))).toEqual(['2026-08-27 notice']);
    const none = replayDays(courteous, { ...asked, bankDate: null, to: addDays(FROM, -1) });
    expect(replayPayer(one, none)).toEqual([]);
  });

  test('what days worked out may be forgotten between two payers', () => {
    const days = period();
    const one = payer([line(1, '2026-09-01', null)]);
    const before = told(replayPayer(one, days));
    days.forget();
    expect(told(replayPayer(one, days))).toEqual(before);
  });

  test('small amounts are taken at the start of a quarter only', () => {
    const small = payer([line(1, '2026-06-01', null, 60)]);
    const [first] = replayPayer(small, period());
    expect(first?.day).toBe('2026-10-01');
    const told2 = { ...small, accounts: small.accounts.map((one) => ({ ...one, hasRep: true })) };
    const reps = following({
      ...scenarioNamed('courteous'),
      steps: scenarioNamed('courteous').steps.map((one) => ({ ...one, repNoticeBusinessDays: 5 })),
    });
    const [noticed] = replayPayer(told2, period(reps));
    expect(noticed?.plan.repNotices).toHaveLength(1);
    expect(noticed?.day).toBe('2026-08-24');
  });

  test('nobody follows a scenario that is not there, or one that has ended', () => {
    const one = payer([line(1, '2026-09-01', null)]);
    expect(replayPayer(one, period({ ...courteous, scenarios: new Map() }))).toEqual([]);
    const own = following(scenario([step({ days: 7 })]));
    expect(told(replayPayer(one, period(own)))).toEqual(['2026-09-10 reminder_1']);
  });

  test('a small item that grows old while they are taken is taken on that very day', () => {
    const [first] = replayPayer(payer([line(1, '2026-07-08', null, 60)]), period());
    // 91 days past due, within the first ten working days of the quarter.
    expect(first?.day).toBe('2026-10-07');
  });

  test('a second invoice waits for the end of the interval, to the day', () => {
    const two = payer([line(1, '2026-09-01', null), line(2, '2026-09-03', null)]);
    const days = replayPayer(two, period(following(scenario([step({ days: 7 })]))));
    // F2 is due on Monday 14/09, four working days after the reminder of F1.
    expect(told(days)).toEqual(['2026-09-10 reminder_1', '2026-09-17 reminder_1']);
  });

  test('what was late for a few days only begins with the first step', () => {
    const days = replayPayer(payer([line(1, '2026-08-10', null)]), period());
    expect(told(days)[0]).toBe('2026-08-24 reminder_1');
  });

  test('a broken promise is looked at every day', () => {
    const brokenPromises = [
      {
        promiseId: 1,
        currency: 'EUR',
        brokenOn: FROM,
        promisedFor: addDays(FROM, -2),
        receivableIds: [],
      },
    ];
    const one = plannerPayer([], { brokenPromises });
    const context = dayContext([one], courteous, FROM);
    expect(nextLookOf(one, planned(one, courteous, FROM), context)).toBe('2026-08-25');
    expect(nextLookOf(plannerPayer([]), planned(plannerPayer([])), context)).toBeNull();
  });

  test('a channel that reaches nobody is not asked every day, and the payer is none the worse', () => {
    const one = payer([line(1, '2026-09-01', null)]);
    const mute = { ...one, who: { ...one.who, reachable: [] } };
    expect(replayPayer(mute, period())).toEqual([]);
  });
});

describe('what a replay comes to', () => {
  const settings = following(scenarioNamed('courteous'));
  const days = replayPayer(payer([line(1, '2026-09-01', '2026-11-10')]), period(settings));
  const settled = new Map([[1, day('2026-11-10')]]);

  test('steps by week, gravest and last, crossed and in formal notice', () => {
    const totals = totalsOfPayer(7, days, settled);
    expect(totals.messageCount).toBe(5);
    expect(totals.taskCount).toBe(0);
    expect(totals.rows.map(({ week, severity }) => [week, severity])).toEqual([
      ['2026-08-24', 'notice'],
      ['2026-09-07', 'reminder_1'],
      ['2026-09-14', 'reminder_2'],
      ['2026-10-05', 'reminder_3'],
      ['2026-10-19', 'formal_notice'],
    ]);
    expect(totals.contacts).toEqual([
      {
        payerId: 7,
        messageCount: 5,
        taskCount: 0,
        lastOn: days.at(-1)?.day,
        severity: 'formal_notice',
      },
    ]);
    expect([totals.crossedCount, totals.formalCount, totals.formalPaidCount]).toEqual([0, 1, 1]);
  });

  test.each([
    ['2026-09-09', 0],
    ['2026-09-10', 1],
    ['2026-09-15', 1],
    ['2026-09-16', 0],
  ])('settled on %s, a reminder of 10/09 is crossed %i times', (on, count) => {
    const reminded = days.filter((one) => one.day === '2026-09-10');
    expect(totalsOfPayer(1, reminded, new Map([[1, day(on)]])).crossedCount).toBe(count);
  });

  test('a notice before the due date crosses nothing', () => {
    const noticed = days.slice(0, 1);
    expect(totalsOfPayer(1, noticed, new Map([[1, day('2026-08-28')]])).crossedCount).toBe(0);
  });

  test('an item nobody paid stays in formal notice; calls are counted apart', () => {
    expect(totalsOfPayer(1, days, new Map()).formalPaidCount).toBe(0);
    const chronic = replayPayer(
      payer([line(1, '2026-09-01', null)]),
      period(following(library.get('chronic-payer') ?? expect.fail('no scenario'))),
    );
    expect(totalsOfPayer(1, chronic, new Map()).taskCount).toBeGreaterThan(0);
  });

  test('payers are added up; nobody is nothing', () => {
    const one = totalsOfPayer(1, days, settled);
    const both = sumTotals([one, totalsOfPayer(2, days, settled), NO_TOTALS]);
    expect(both.rows.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    expect(both.contacts.map(({ payerId }) => payerId)).toEqual([1, 2]);
    expect([both.messageCount, both.formalCount, both.formalPaidCount]).toEqual([10, 2, 2]);
    expect(totalsOfPayer(1, [], settled)).toBe(NO_TOTALS);
  });

  test('every week of the period has its Monday', () => {
    expect(weeksOf(day('2026-08-26'), day('2026-09-07'))).toEqual([
      '2026-08-24',
      '2026-08-31',
      '2026-09-07',
    ]);
  });
});
