import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agedBalance } from '../../../../src/shared/domain/ageing/aged-balance.ts';
import {
  forecastByDueDate,
  totalsBySlot,
} from '../../../../src/shared/domain/forecast/due-and-promise.ts';
import { causesOf, itemInState } from '../../../../src/shared/domain/item-state/item-state.ts';
import { ITEM_STATE_KINDS } from '../../../../src/shared/domain/item-state/item-state-kind.ts';
import { isOverdue } from '../../../../src/shared/domain/receivable/net-position.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { assessed, customer, MONDAY, openItem } from '../../../support/open-items.ts';

const stated = fc.array(
  fc.record({
    outstandingCents: fc.integer({ min: -400_000, max: 900_000 }),
    due: fc.option(fc.integer({ min: -120, max: 400 })),
    kind: fc.option(fc.constantFrom(...ITEM_STATE_KINDS)),
    since: fc.integer({ min: 0, max: 200 }),
    own: fc.option(fc.integer({ min: -400, max: 60 })),
  }),
  { maxLength: 15 },
);

type Row = typeof stated extends fc.Arbitrary<readonly (infer Own)[]> ? Own : never;

function itemOf({ outstandingCents, due, kind, since, own }: Row, index: number) {
  const item = openItem({
    receivableId: index + 1,
    outstandingCents,
    dueDate: due === null ? null : addDays(MONDAY, -due),
  });
  if (kind === null) return item;
  return itemInState(item, {
    kind,
    since: addDays(MONDAY, -since),
    dueDate: own === null ? null : addDays(MONDAY, -own),
    cause: causesOf(kind)[0] ?? null,
    party: '',
    reference: '',
    iban: '',
    hasSurety: false,
    reason: '',
  });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

test('whatever the states, balance and forecast are what the books say, to the cent', () => {
  fc.assert(
    fc.property(stated, (rows) => {
      const items = rows.map(itemOf).filter(({ outstandingCents }) => outstandingCents !== 0);
      const books = sum(rows.map(({ outstandingCents }) => outstandingCents));
      const by = { asOf: MONDAY, by: 'due_date', brackets: [30, 60, 90] } as const;
      const { totals } = agedBalance(items, () => 0, by);
      expect(totals.balanceCents).toBe(books);
      // The late columns are what is late everywhere else.
      const overdue = items.filter((item) => isOverdue(item, MONDAY));
      expect(sum(totals.amountsCents.slice(1, 5))).toBe(
        sum(overdue.map(({ outstandingCents }) => outstandingCents)),
      );
      const situation = { today: MONDAY, weekCount: 13, promises: [], disputed: new Map() };
      const slots = totalsBySlot(forecastByDueDate(items, situation));
      expect(sum([...slots.values()])).toBe(books);
    }),
  );
});

test('chased and not chased are all that is overdue, and a state never adds to what is chased', () => {
  fc.assert(
    fc.property(stated, (rows) => {
      const items = rows.map(itemOf).filter(({ outstandingCents }) => outstandingCents !== 0);
      const situations = rows.flatMap(({ kind }, index) =>
        kind === 'factored' || kind === 'handed_over' ? [[index + 1, { state: kind }]] : [],
      );
      const account = assessed(items, customer({ items: Object.fromEntries(situations) }));
      const late = account.items.filter(({ item }) => isOverdue(item, MONDAY));
      const parts = late.flatMap((one) => one.parts);
      expect(sum(parts.map(({ amountCents }) => amountCents))).toBe(account.overdueCents);
      expect(account.chaseableCents).toBeLessThanOrEqual(account.overdueCents);
    }),
  );
});
