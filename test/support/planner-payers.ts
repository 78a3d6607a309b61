/** Made-up payers for the laws of the planner. */
import fc from 'fast-check';
import type {
  ItemEvent,
  PastMessage,
  PlannerPayer,
} from '../../src/shared/domain/dunning/planner-input.ts';
import { FREE_ITEM, plainCustomer } from '../../src/shared/domain/receivable/situation.ts';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { library, plannerAccount, plannerPayer, scenarioNamed } from './dunning.ts';
import { MONDAY, openItem } from './open-items.ts';

const amounts = fc.integer({ min: 1, max: 900_000 });
const scenarioKeys = [...library.keys()];

/** What may have happened to an item: some steps of a scenario in order, a level, a waiting one. */
const histories = fc
  .record({
    scenarioKey: fc.constantFrom(...scenarioKeys),
    stepCount: fc.integer({ min: 0, max: 4 }),
    daysAgo: fc.integer({ min: 0, max: 40 }),
    last: fc.constantFrom(
      'sent',
      'sent',
      'done',
      'skipped',
      'outbox',
      'uncertain',
      'failed',
      'to_post' as const,
    ),
    level: fc.option(fc.constantFrom(null, 'reminder_1', 'reminder_2', 'reminder_3' as const), {
      nil: undefined,
    }),
    source: fc.constantFrom('person', 'start', 'imported' as const),
    cycle: fc.option(fc.constantFrom('reopened', 'person', 'dispute_refused' as const)),
    isForfeited: fc.boolean(),
  })
  .map(
    ({ scenarioKey, stepCount, daysAgo, last, level, source, cycle, isForfeited }): ItemEvent[] => {
      const day = addDays(MONDAY, -daysAgo);
      const steps = scenarioNamed(scenarioKey).steps.slice(0, stepCount);
      const events: ItemEvent[] = steps.map(({ stepKey, severity }, index) => ({
        kind: 'step',
        claimKey: `${scenarioKey}/${stepKey}`,
        severity,
        cycle: 1,
        state: index === steps.length - 1 ? last : 'sent',
        day: addDays(day, -(steps.length - 1 - index) * 8),
      }));
      if (level !== undefined) events.push({ kind: 'level', source, severity: level, day });
      if (cycle !== null) events.push({ kind: 'cycle', cause: cycle, day });
      if (isForfeited && daysAgo > 36) events.push({ kind: 'plan_forfeited', day });
      return events;
    },
  );

const messages = fc
  .array(
    fc.record({
      daysAgo: fc.integer({ min: 0, max: 45 }),
      channel: fc.constantFrom('email', 'letter' as const),
      purpose: fc.constantFrom('reminder', 'notice', 'thank_you', 'formal_notice' as const),
      isAutomatic: fc.boolean(),
      currency: fc.constantFrom('EUR', 'USD'),
    }),
    { maxLength: 3 },
  )
  .map((all): PastMessage[] =>
    all.map(({ daysAgo, ...rest }) => ({
      ...rest,
      day: addDays(MONDAY, -daysAgo),
      isWaiting: false,
    })),
  );

const rarely = <Value>(value: fc.Arbitrary<Value>, usual: Value) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, value);

const items = fc.array(
  fc.record({
    outstandingCents: fc.oneof(
      { weight: 5, arbitrary: amounts },
      fc.integer({ min: -200_000, max: -1 }),
    ),
    daysPastDue: fc.integer({ min: -20, max: 150 }),
    isEstimated: rarely(fc.boolean(), false),
    currency: rarely(fc.constantFrom('EUR', 'USD'), 'EUR'),
    account: fc.integer({ min: 1, max: 2 }),
    disputedCents: rarely(amounts, 0),
    promisedCents: rarely(amounts, 0),
    plannedCents: rarely(amounts, 0),
    isHeld: rarely(fc.boolean(), false),
    history: fc.oneof(histories, histories, fc.constant<ItemEvent[]>([])),
  }),
  { minLength: 1, maxLength: 8 },
);

const situations = fc.record({
  isInsolvent: rarely(fc.boolean(), false),
  isDoNotChase: rarely(fc.boolean(), false),
  isHeld: rarely(fc.boolean(), false),
  paymentMethod: fc.constantFrom(null, 'transfer', 'cheque', 'direct_debit', 'bill' as const),
});

const people = fc.record({
  isVip: rarely(fc.boolean(), false),
  hasUnreadReply: rarely(fc.boolean(), false),
  isExchanged: rarely(fc.boolean(), false),
  isBroken: rarely(fc.boolean(), false),
  isLifted: rarely(fc.boolean(), false),
  hasRep: fc.boolean(),
  hasEmail: rarely(fc.boolean(), true),
  scenarioKey: fc.constantFrom(null, ...scenarioKeys),
  messages,
});

/** Payers of all sorts: accounts, currencies, histories, messages, situations. */
export const plannerPayers = fc
  .record({ items, situation: situations, person: people })
  .map(payerOf);

function payerOf(made: {
  items: readonly (typeof items extends fc.Arbitrary<readonly (infer One)[]> ? One : never)[];
  situation: typeof situations extends fc.Arbitrary<infer One> ? One : never;
  person: typeof people extends fc.Arbitrary<infer One> ? One : never;
}): PlannerPayer {
  const { situation, person } = made;
  const open = made.items.map((one, index) => ({
    ...one,
    item: openItem({
      receivableId: index + 1,
      documentNumber: `F${index + 1}`,
      customerId: one.account,
      kind: one.outstandingCents < 0 ? 'credit_note' : 'invoice',
      outstandingCents: one.outstandingCents,
      currency: one.currency,
      dueDate: addDays(MONDAY, -one.daysPastDue),
      dueBasis: one.isEstimated ? 'estimated' : 'stated',
    }),
  }));
  const groups = new Map<string, typeof open>();
  for (const one of open) {
    const key = `${one.account}${one.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const accounts = [...groups.values()].map((group) =>
    plannerAccount(
      group.map(({ item }) => item),
      {
        situation: {
          ...plainCustomer(group[0]?.account ?? 1),
          ...situation,
          items: new Map(
            group.map(({ item, disputedCents, promisedCents, plannedCents, isHeld }) => [
              item.receivableId ?? 0,
              { ...FREE_ITEM, disputedCents, promisedCents, plannedCents, isHeld },
            ]),
          ),
        },
        account: { scenarioKey: person.scenarioKey, hasRep: person.hasRep },
      },
    ),
  );
  return {
    ...plannerPayer([]),
    accounts,
    events: new Map(open.map(({ history }, index) => [index + 1, history])),
    messages: person.messages,
    isVip: person.isVip,
    hasUnreadReply: person.hasUnreadReply,
    lastExchange: person.isExchanged
      ? { day: addDays(MONDAY, -4), kind: 'call', minuteOfDay: null }
      : null,
    reachable: person.hasEmail
      ? ['email', 'letter', 'registered_letter', 'call', 'none']
      : ['letter', 'call'],
    brokenPromises: person.isBroken
      ? [
          {
            promiseId: 1,
            currency: 'EUR',
            brokenOn: addDays(MONDAY, -3),
            promisedFor: addDays(MONDAY, -7),
            receivableIds: [],
          },
        ]
      : [],
    overrides: person.isLifted ? [{ receivableId: null, day: MONDAY, channel: null }] : [],
  };
}
