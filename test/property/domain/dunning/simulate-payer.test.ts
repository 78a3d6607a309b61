/** Looking at a payer only on the days that may change him gives what looking every day gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessCalendar } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import { dayContext } from '../../../../src/shared/domain/dunning/day-context.ts';
import type { PayerPlan } from '../../../../src/shared/domain/dunning/day-plan.ts';
import {
  joinMemory,
  NO_MEMORY,
  payersAhead,
  resultsOf,
  withMemory,
} from '../../../../src/shared/domain/dunning/plan-ahead.ts';
import { planDay } from '../../../../src/shared/domain/dunning/plan-day.ts';
import type {
  PlannerPayer,
  PlannerSettings,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import {
  payerOn,
  type ReplayPayer,
  replayDays,
  replayPayer,
  startingEvents,
} from '../../../../src/shared/domain/dunning/replay-payer.ts';
import {
  type PayerCourse,
  type PlannedDay,
  simulatePayer,
} from '../../../../src/shared/domain/dunning/simulate-payer.ts';
import { plainCustomer } from '../../../../src/shared/domain/receivable/situation.ts';
import type { CalendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { following, library, plannerPayer, plannerSettings } from '../../../support/dunning.ts';
import { MONDAY, openItem } from '../../../support/open-items.ts';
import { plannerPayers } from '../../../support/planner-payers.ts';

const settings = fc.oneof(
  fc.constant(plannerSettings()),
  fc.constantFrom(...library.values()).map((scenario) => following(scenario)),
  fc.constantFrom(...library.values()).map((scenario) =>
    following({
      ...scenario,
      steps: scenario.steps.map((step, at) => ({
        ...step,
        repNoticeBusinessDays: at % 2 === 0 ? 4 : step.repNoticeBusinessDays,
      })),
    }),
  ),
);

/** Every day in turn, whatever may have changed. */
function dayByDay(
  course: Pick<PayerCourse, 'before' | 'on'>,
  days: readonly CalendarDate[],
  known: PlannerSettings,
): PlannedDay[] {
  let memory = course.before;
  return days.flatMap((day) => {
    const [plan] = planDay([course.on(day, memory)], known, day).payers as [PayerPlan];
    const results = resultsOf(plan, day);
    if (results.events.size === 0) return [];
    memory = joinMemory(memory, results);
    return [{ day, plan }];
  });
}

const said = (days: readonly PlannedDay[]) =>
  days.map(({ day, plan: { message, tasks, orderBlocks, repNotices, skipped } }) => ({
    day,
    message,
    tasks,
    orderBlocks,
    repNotices,
    skipped,
  }));

test('in the days to come, nobody paying', () => {
  const days = Array.from({ length: 120 }, (_, at) => addDays(MONDAY, at));
  fc.assert(
    fc.property(plannerPayers, settings, (payer, known) => {
      const books = { today: MONDAY, bankDate: addDays(MONDAY, -3), purpose: 'call' as const };
      const course: PayerCourse = {
        before: NO_MEMORY,
        on: (day, memory) =>
          withMemory(payersAhead([payer], known, day, books)[0] as PlannerPayer, memory),
        moves: [],
      };
      const contexts = new Map(days.map((day) => [day, dayContext([payer], known, day)]));
      const quick = simulatePayer(course, days, (day) => contexts.get(day) as never);
      expect(said(quick)).toEqual(said(dayByDay(course, days, known)));
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);

const FROM = calendarDate('2026-08-24');
const TO = calendarDate('2026-11-22');

const lines = fc.array(
  fc.record({
    amountCents: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1000, max: 900_000 }) },
      fc.integer({ min: -90_000, max: -1000 }),
    ),
    booked: fc.integer({ min: -120, max: 90 }),
    terms: fc.integer({ min: 0, max: 60 }),
    paid: fc.option(fc.record({ after: fc.integer({ min: 1, max: 120 }), isHalf: fc.boolean() })),
    isEstimated: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

const replayed = fc
  .record({
    lines,
    paymentMethod: fc.constantFrom(null, 'transfer', 'cheque', 'direct_debit' as const),
    hold: fc.option(fc.record({ from: fc.nat(90), days: fc.option(fc.nat(40)) })),
    dispute: fc.option(fc.record({ from: fc.nat(90), days: fc.option(fc.nat(40)) })),
    virtual: fc.array(fc.record({ after: fc.nat(80), amountCents: fc.nat(400_000) })),
    hasRep: fc.boolean(),
    isVip: fc.boolean(),
    hasEmail: fc.boolean(),
  })
  .map((made): ReplayPayer => {
    const period = (one: { readonly from: number; readonly days: number | null }) => ({
      from: addDays(FROM, one.from),
      until: one.days === null ? null : addDays(FROM, one.from + one.days),
    });
    return {
      who: {
        ...plannerPayer([]),
        isVip: made.isVip,
        reachable: made.hasEmail ? ['email', 'letter', 'call'] : ['letter'],
      },
      accounts: [
        {
          lines: made.lines.map(({ amountCents, booked, terms, paid, isEstimated }, at) => {
            const bookedOn = addDays(FROM, booked);
            return {
              item: openItem({
                receivableId: at + 1,
                documentNumber: `F${at + 1}`,
                kind: amountCents < 0 ? 'credit_note' : 'invoice',
                amountCents,
                outstandingCents: amountCents,
                documentDate: bookedOn,
                dueDate: addDays(bookedOn, terms),
                dueBasis: isEstimated ? 'estimated' : 'stated',
              }),
              bookedOn,
              moves:
                paid === null
                  ? []
                  : [
                      {
                        on: addDays(bookedOn, paid.after),
                        amountCents: paid.isHalf ? -Math.trunc(amountCents / 2) : -amountCents,
                      },
                    ],
            };
          }),
          situation: {
            lasting: { ...plainCustomer(1), paymentMethod: made.paymentMethod },
            disputes:
              made.dispute === null
                ? []
                : [{ ...period(made.dispute), items: [{ receivableId: 1, amountCents: 50_000 }] }],
            holds:
              made.hold === null
                ? []
                : [{ ...period(made.hold), receivableId: null, reason: 'commercial' }],
            virtual: made.virtual.map(({ after, amountCents }) => ({
              after: addDays(FROM, after),
              amountCents,
            })),
          },
          traits: plannerPayer([]).accounts[0]?.traits as never,
          scenarioKey: null,
          hasRep: made.hasRep,
        },
      ],
    };
  });

test('over past months, everybody paying when he did', () => {
  fc.assert(
    fc.property(replayed, settings, (payer, known) => {
      const period = replayDays(known, {
        from: FROM,
        to: TO,
        bankDate: calendarDate('2026-11-20'),
        matchFirstShareBasisPoints: 3000,
      });
      const { days, planOn, chaseOn } = period;
      const [first] = days as [CalendarDate];
      const events = startingEvents(payer, first, planOn(first), chaseOn(first));
      const course = {
        before: { events, messages: [] },
        on: (day: CalendarDate, memory: PayerCourse['before']) =>
          payerOn(payer, day, memory, chaseOn(day)),
      };
      const naive = dayByDay(course, days, { ...known, calendar: businessCalendar() });
      expect(said(replayPayer(payer, period))).toEqual(said(naive));
    }),
    { numRuns: 120, endOnFailure: true },
  );
}, 60_000);
