/**
 * The replay of the sample company gives what reading its books and planning everybody gives, each
 * working day in turn.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOpenItemsAsOf } from '../../src/main/ledger/views/open-items.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import {
  replayFacts,
  replayMonths,
  withoutChoice,
} from '../../src/main/use-cases/dunning/replay.ts';
import { replayPayerOf } from '../../src/main/use-cases/dunning/replay-payers.ts';
import { replaySettings } from '../../src/main/use-cases/dunning/replay-settings.ts';
import { situationOn } from '../../src/shared/domain/dunning/dated-situation.ts';
import {
  joinMemory,
  type PayerMemory,
  resultsOf,
} from '../../src/shared/domain/dunning/plan-ahead.ts';
import { planDay } from '../../src/shared/domain/dunning/plan-day.ts';
import type { PlannerPayer } from '../../src/shared/domain/dunning/planner-input.ts';
import { replayDays, startingEvents } from '../../src/shared/domain/dunning/replay-payer.ts';
import { assessAccount } from '../../src/shared/domain/receivable/verdict.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';

const TODAY = calendarDate('2026-11-23');
let application: RunningApplication;
let company: TestCompany;
beforeAll(async () => {
  application = await RunningApplication.start({ today: TODAY });
  company = await application.openSample();
}, 60_000);
afterAll(() => application.close());

test.each(['chronic-payer', null])(
  'under %s',
  async (scenarioKey) => {
    const { ledger } = findCompany(application.app.context, company.key) ?? expect.fail('closed');
    const replayed = await replayMonths(ledger, { months: 3, scenarioKey }, () => undefined);
    if (!replayed.isDone) throw new Error(replayed.refusal);
    const { from, to, totals } = replayed.value;

    const facts = await replayFacts(ledger, from);
    const { portfolio } = facts;
    const settings = ledger.read((reader) => replaySettings(reader, portfolio, scenarioKey));
    if (settings === null) throw new Error('No scenario');
    const { bankDate } = portfolio;
    const { matchFirstShareBasisPoints } = portfolio.settings.thresholds;
    const period = replayDays(settings, { from, to, bankDate, matchFirstShareBasisPoints });
    const payers = [...portfolio.payers.keys()].flatMap((payerId) => {
      const payer = replayPayerOf(payerId, facts) ?? [];
      return [payer].flat().map((one) => (scenarioKey === null ? one : withoutChoice(one)));
    });
    const [first] = period.days as [typeof from];
    const memory = new Map<number, PayerMemory>(
      payers.map((payer) => [
        payer.who.payerId,
        {
          events: startingEvents(payer, first, period.planOn(first), period.chaseOn(first)),
          messages: [],
        },
      ]),
    );
    const naive: string[] = [];
    for (const day of period.days) {
      const open = ledger.read((reader) => readOpenItemsAsOf(reader, null, addDays(day, -1)));
      const chase = period.chaseOn(day);
      const known = payers.map(({ who, accounts }): PlannerPayer => {
        const own = accounts.map(({ lines, situation, ...rest }) => {
          const { customerId, currency } = lines[0]?.item ?? expect.fail('no line');
          const openItems = open.filter(
            (item) => item.customerId === customerId && item.currency === currency,
          );
          const said = situationOn(situation, day);
          const assessed = assessAccount(openItems, said, chase);
          return { ...rest, openItems, situation: said, assessed };
        });
        return { ...who, accounts: own, ...(memory.get(who.payerId) as PayerMemory) };
      });
      for (const plan of planDay(known, settings, day).payers) {
        memory.set(
          plan.payerId,
          joinMemory(memory.get(plan.payerId) as PayerMemory, resultsOf(plan, day)),
        );
        for (const step of [plan.message, ...plan.tasks].flatMap((one) => one ?? [])) {
          naive.push(`${plan.payerId} ${step.kind} ${step.severity} ${step.channel}`);
        }
      }
    }
    expect(naive.length).toBeGreaterThan(100);
    expect(totals.messageCount + totals.taskCount).toBe(naive.length);
    const counted = (keys: readonly string[]) =>
      Object.fromEntries(
        [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]),
      );
    expect(
      Object.fromEntries(
        totals.contacts.map(({ payerId, messageCount, taskCount }) => [
          payerId,
          messageCount + taskCount,
        ]),
      ),
    ).toEqual(counted(naive.map((key) => key.split(' ')[0] ?? '')));
    const steps = totals.rows.flatMap(({ kind, severity, channel, count }) =>
      Array.from({ length: count }, () => `${kind} ${severity} ${channel}`),
    );
    expect(counted(steps)).toEqual(counted(naive.map((key) => key.replace(/^\d+ /, ''))));
  },
  120_000,
);
