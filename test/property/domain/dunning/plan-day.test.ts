import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessDay } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import type { DayPlan, PayerPlan } from '../../../../src/shared/domain/dunning/day-plan.ts';
import { isChasing, SOFT_VERDICTS } from '../../../../src/shared/domain/dunning/dunning-verdict.ts';
import { itemLevelOf } from '../../../../src/shared/domain/dunning/item-level.ts';
import {
  payersAhead,
  resultsOf,
  withMemory,
} from '../../../../src/shared/domain/dunning/plan-ahead.ts';
import { planDay } from '../../../../src/shared/domain/dunning/plan-day.ts';
import type {
  PlannerPayer,
  PlannerSettings,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import { severityRank } from '../../../../src/shared/domain/dunning/severity.ts';
import type { CalendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { plannerSettings } from '../../../support/dunning.ts';
import { france, MONDAY } from '../../../support/open-items.ts';
import { plannerPayers } from '../../../support/planner-payers.ts';

const settings = plannerSettings({ dunning: { floorCents: 5000 } });

const planOf = (
  payer: PlannerPayer,
  own: PlannerSettings = settings,
  day: CalendarDate = MONDAY,
): PayerPlan => {
  const [plan] = planDay([payer], own, day).payers;
  if (plan === undefined) throw new Error('No plan');
  return plan;
};

/** Everything that is claimed, by messages, tasks and proposals. */
const covered = ({ message, tasks, orderBlocks }: PayerPlan) => [
  ...(message?.items ?? []),
  ...tasks.flatMap((task) => task.items),
  ...orderBlocks.flatMap((block) => block.items),
];

test('chased and not chased are all that is open and all that is overdue, to the cent', () => {
  fc.assert(
    fc.property(fc.array(plannerPayers, { maxLength: 4 }), (all) => {
      const plan: DayPlan = planDay(all, settings, MONDAY);
      const accounts = all.flatMap((payer) => payer.accounts.map(({ assessed }) => assessed));
      for (const { item, parts } of plan.payers.flatMap((payer) => payer.items)) {
        expect(parts.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(
          item.item.outstandingCents,
        );
      }
      for (const currency of ['EUR', 'USD']) {
        const overdue = accounts
          .filter((account) => account.currency === currency)
          .reduce((sum, { overdueCents }) => sum + overdueCents, 0);
        const totals = plan.totals.find((one) => one.currency === currency);
        expect(totals?.overdueCents ?? 0).toBe(overdue);
        const byVerdict = [...(totals?.byVerdict.values() ?? [])];
        expect(byVerdict.reduce((sum, { cents }) => sum + cents, 0)).toBe(overdue);
      }
    }),
    { numRuns: 100 },
  );
});

test('planning again once the messages are known adds no message, no task and no claim', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      const first = planOf(payer);
      const again = planOf(withMemory(payer, resultsOf(first, MONDAY)));
      expect(again.message === null || first.message === null).toBe(true);
      const claims = new Set(
        covered(first).map(
          ({ receivableId, claimKey, cycle }) => `${receivableId} ${claimKey} ${cycle}`,
        ),
      );
      for (const { receivableId, claimKey, cycle } of covered(again)) {
        expect(claims).not.toContain(`${receivableId} ${claimKey} ${cycle}`);
      }
      if (first.message !== null) expect(again.message).toBeNull();
      // A plan asked twice is the same plan.
      expect(planOf(payer)).toEqual(first);
    }),
    { numRuns: 100 },
  );
});

test('an item is in one message or task, in one currency, under one verdict that says so', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      const plan = planOf(payer);
      const claimed = covered(plan).map(({ receivableId }) => receivableId);
      expect(new Set(claimed).size).toBe(claimed.length);
      for (const step of [...(plan.message === null ? [] : [plan.message]), ...plan.tasks]) {
        const shown = [...step.items, ...step.listed];
        expect(new Set(shown.map(({ receivableId }) => receivableId)).size).toBe(shown.length);
        expect(shown.every(({ item }) => item.item.currency === step.currency)).toBe(true);
        const total = shown.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(step.dueCents + step.toFallDueCents).toBe(total);
      }
      for (const { item, parts } of plan.items) {
        const chasing = parts.filter(({ verdict }) => isChasing(verdict) && verdict !== 'listed');
        expect(chasing.length).toBe(claimed.includes(item.item.receivableId ?? 0) ? 1 : 0);
      }
    }),
    { numRuns: 100 },
  );
});

test('what is settled, disputed, promised, stopped, insolvent or not due net is never chased', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      for (const { parts, item } of planOf(payer).items) {
        const refused = item.parts.filter(
          ({ verdict }) => verdict !== 'chaseable' && verdict !== 'not_due',
        );
        for (const part of refused) expect(parts).toContainEqual(part);
        const chased = parts.filter(({ verdict }) => isChasing(verdict));
        const open = item.parts.filter(
          ({ verdict }) => verdict === 'chaseable' || verdict === 'not_due',
        );
        const sum = (all: readonly { amountCents: number }[]) =>
          all.reduce((total, one) => total + one.amountCents, 0);
        expect(sum(chased)).toBeLessThanOrEqual(sum(open));
      }
    }),
    { numRuns: 100 },
  );
});

test('a level never falls nor jumps, and a formal notice follows a reminder that went', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      for (const { receivableId, severity } of covered(planOf(payer))) {
        const level = itemLevelOf(payer.events.get(receivableId));
        if (severity === null) continue;
        expect(severityRank(severity)).toBeGreaterThanOrEqual(severityRank(level.severity));
        if (severityRank(severity) >= severityRank('formal_notice'))
          expect(level.isReminded).toBe(true);
        else
          expect(severityRank(severity)).toBeLessThanOrEqual(
            Math.max(severityRank(level.severity), 0) + 1,
          );
      }
    }),
    { numRuns: 100 },
  );
});

test('a level given at go-live leads to no formal notice, however far it is', () => {
  const levels = fc.constantFrom('reminder_1', 'reminder_2', 'reminder_3' as const);
  fc.assert(
    fc.property(plannerPayers, levels, (payer, severity) => {
      const given = [{ kind: 'level', source: 'start', severity, day: MONDAY }] as const;
      const events = new Map([...payer.events.keys()].map((id) => [id, given]));
      const own = { ...settings, dunning: { ...settings.dunning, isAllToConfirm: true } };
      for (const { severity: next } of covered(planOf({ ...payer, events }, own))) {
        expect(severityRank(next)).toBeLessThanOrEqual(severityRank('reminder_3'));
      }
    }),
    { numRuns: 100 },
  );
});

test('a message is no graver than the step of each item it claims allows', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      const { message } = planOf(payer);
      for (const { severity } of message?.items ?? []) {
        expect(severityRank(severity)).toBeLessThanOrEqual(
          severityRank(message?.severity ?? severity),
        );
      }
      if (message?.kind === 'formal_notice') {
        expect(message.items.every(({ severity }) => severity === 'formal_notice')).toBe(true);
        expect(message.mode).toBe('to_confirm');
      }
    }),
    { numRuns: 100 },
  );
});

test('day after day: one message a day at most, closed days silent, each claim once, levels rise', () => {
  const books = { today: MONDAY, bankDate: addDays(MONDAY, -3), purpose: 'automatic' as const };
  fc.assert(
    fc.property(plannerPayers, fc.integer({ min: 1, max: 40 }), (start, dayCount) => {
      let payer = start;
      const claims = new Set<string>();
      for (let at = 0; at < dayCount; at += 1) {
        const day = addDays(MONDAY, at);
        const [today] = payersAhead([payer], settings, day, books);
        if (today === undefined) throw new Error('No payer');
        const plan = planOf(today, settings, day);
        if (!isBusinessDay(day, france)) {
          expect([plan.message, plan.tasks, plan.orderBlocks]).toEqual([null, [], []]);
        }
        for (const { receivableId, claimKey, cycle } of covered(plan)) {
          const claim = `${receivableId} ${claimKey} ${cycle}`;
          expect(claims).not.toContain(claim);
          claims.add(claim);
        }
        const next = withMemory(payer, resultsOf(plan, day));
        const onDay = next.messages.filter((message) => message.day === day);
        expect(onDay.length).toBeLessThanOrEqual(
          Math.max(1, start.messages.filter((one) => one.day === day).length),
        );
        for (const receivableId of next.events.keys()) {
          const before = severityRank(itemLevelOf(payer.events.get(receivableId)).severity);
          const after = severityRank(itemLevelOf(next.events.get(receivableId)).severity);
          expect(after).toBeGreaterThanOrEqual(before);
        }
        payer = next;
      }
    }),
    { numRuns: 60 },
  );
});

test('a person lifts only what is soft', () => {
  const soft: readonly string[] = SOFT_VERDICTS;
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      const before = planOf({ ...payer, overrides: [] });
      const after = planOf({
        ...payer,
        overrides: [{ receivableId: null, day: MONDAY, channel: null }],
      });
      before.items.forEach(({ parts, isOverdue }, index) => {
        parts.forEach(({ verdict }, at) => {
          const now = after.items[index]?.parts[at]?.verdict;
          // What other items did before or do now may move an item from one list to another.
          const isSoft = soft.includes(verdict) || isChasing(verdict) || verdict === 'not_due';
          if (isOverdue && !isSoft && now !== undefined && now !== 'listed' && isChasing(now)) {
            expect(['already_sent_today', 'other_currency', 'no_address']).toContain(verdict);
          }
        });
      });
    }),
    { numRuns: 100 },
  );
});

test('a closed day is silent, whatever is due', () => {
  const books = { today: MONDAY, bankDate: addDays(MONDAY, -3), purpose: 'automatic' as const };
  const closedDays = [5, 6, 12, 13, 32, 39].map((count) => addDays(MONDAY, count));
  fc.assert(
    fc.property(plannerPayers, fc.constantFrom(...closedDays), (payer, day) => {
      expect(isBusinessDay(day, france)).toBe(false);
      const [today] = payersAhead([payer], settings, day, books);
      if (today === undefined) throw new Error('No payer');
      const plan = planOf(today, settings, day);
      expect([plan.message, plan.tasks, plan.orderBlocks]).toEqual([null, [], []]);
    }),
    { numRuns: 100 },
  );
});

test('while a step of an item waits, may have left or failed, nothing else of it is claimed', () => {
  fc.assert(
    fc.property(plannerPayers, (payer) => {
      for (const { receivableId } of covered(planOf(payer))) {
        expect(itemLevelOf(payer.events.get(receivableId)).waiting).toBeNull();
      }
    }),
    { numRuns: 100 },
  );
});
