import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  matchMovement,
  matchMovements,
} from '../../../../src/shared/domain/matching/match-movements.ts';
import { subsetSum } from '../../../../src/shared/domain/matching/subset-sums.ts';
import {
  type BankLine,
  findReturned,
} from '../../../../src/shared/domain/payment-return/find-returned.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  CUSTOMERS,
  indexOf,
  LEARNT,
  matchItem,
  matchReceipt,
} from '../../../support/match-books.ts';

/** The long runs of a night pass the limit of a test. */
const LONG = { timeout: 600_000 };
const RUNS = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 100;

// Few amounts, numbers and customers, so that they meet often.
const amount = fc.constantFrom(500, 1000, 1500, 2500, 4000, 9900, 12_000);
const number = fc.constantFrom('FA-2026-00011', 'FA-2026-00012', 'FA-2026-00101', '77', '', 'AV 7');
const items = fc
  .array(
    fc.record({
      cents: fc.oneof({ weight: 5, arbitrary: amount }, fc.constantFrom(-500, -1000)),
      customerId: fc.integer({ min: 1, max: 4 }),
      documentNumber: number,
      discountCents: fc.constantFrom(0, 0, 20),
      currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map(({ cents, ...parts }, index) => matchItem(index + 1, cents, parts)));
const receipts = fc
  .array(
    fc.record({
      cents: fc.oneof(amount, fc.integer({ min: 1, max: 30_000 })),
      words: fc.array(fc.oneof(number, fc.constantFrom('VIR', 'DUPONT', 'LEROY', '2026', '9')), {
        maxLength: 4,
      }),
      counterpartyName: fc.constantFrom(null, 'MENUISERIE DUPONT', 'LEROY', 'X'),
      counterpartyIban: fc.constantFrom(null, 'FR1', 'FR2', 'FR9', 'FR5'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) =>
    rows.map(({ cents, words, ...parts }, index) =>
      matchReceipt(cents, words.join(' '), { ...parts, movementId: index + 1 }),
    ),
  );

test('no suggestion takes more than the receipt has or than an item owes', LONG, () => {
  fc.assert(
    fc.property(items, receipts, (open, given) => {
      const owed = new Map(open.map((item) => [item.receivableId, item]));
      for (const [at, { suggestions, isAutomatic }] of matchMovements(
        indexOf(open),
        given,
      ).entries()) {
        const receipt = given[at];
        for (const { allocations, overCents, shortCents, customerId } of suggestions) {
          let sum = 0;
          for (const { receivableId, amountCents } of allocations) {
            const item = owed.get(receivableId);
            const outstanding = item?.outstandingCents ?? 0;
            expect(Math.abs(amountCents)).toBeLessThanOrEqual(Math.abs(outstanding));
            expect(Math.sign(amountCents)).toBe(Math.sign(outstanding));
            expect(item).toMatchObject({ customerId, currency: 'EUR' });
            sum += amountCents;
          }
          expect(new Set(allocations.map((one) => one.receivableId)).size).toBe(allocations.length);
          expect(sum + overCents).toBe(receipt?.amountCents);
          expect(Math.min(overCents, shortCents)).toBeGreaterThanOrEqual(0);
        }
        if (isAutomatic) {
          expect(suggestions[0]).toMatchObject({
            matchClass: 'certain',
            overCents: 0,
            shortCents: 0,
          });
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('the order of items, customers, memory and receipts changes nothing', LONG, () => {
  fc.assert(
    fc.property(items, receipts, (open, given) => {
      const answers = matchMovements(indexOf(open), given);
      const turned = indexOf(open.toReversed(), {
        customers: CUSTOMERS.toReversed(),
        learnt: LEARNT.toReversed(),
      });
      expect(matchMovements(turned, given.toReversed()).toReversed()).toEqual(answers);
    }),
    { numRuns: RUNS },
  );
});

test('a receipt is suggested the same, alone or among others, once or twice', LONG, () => {
  fc.assert(
    fc.property(items, receipts, (open, given) => {
      const index = indexOf(open);
      const [first] = given;
      if (first === undefined) return;
      const alone = matchMovement(index, first).suggestions;
      const twice = matchMovements(index, [...given, first]);
      expect(twice[0]?.suggestions).toEqual(alone);
      expect(twice.at(-1)?.suggestions).toEqual(alone);
    }),
    { numRuns: RUNS },
  );
});

test('no two receipts settle one item by themselves', LONG, () => {
  fc.assert(
    fc.property(items, receipts, (open, given) => {
      const taken = matchMovements(indexOf(open), given)
        .filter(({ isAutomatic }) => isAutomatic)
        .flatMap(({ suggestions }) => suggestions[0]?.allocations ?? []);
      expect(new Set(taken.map(({ receivableId }) => receivableId)).size).toBe(taken.length);
    }),
    { numRuns: RUNS },
  );
});

test('a subset found makes the sum, and a sum made of a few is found', LONG, () => {
  const amounts = fc.array(fc.integer({ min: -500, max: 3000 }), { minLength: 2, maxLength: 14 });
  fc.assert(
    fc.property(amounts, fc.array(fc.boolean(), { maxLength: 14 }), (given, taken) => {
      const picked = given.filter((_, index) => taken[index]).slice(0, 6);
      const goal = picked.reduce((sum, one) => sum + one, 0);
      const found = subsetSum(given, goal);
      if (picked.length >= 2) expect(found).not.toBeNull();
      const sum = found?.picks.reduce((total, index) => total + (given[index] ?? 0), 0);
      expect(sum ?? goal).toBe(goal);
    }),
    { numRuns: RUNS },
  );
});

test('a receipt comes back once, whatever the order of the lines', LONG, () => {
  const line = fc.record({
    amountCents: fc.constantFrom(500, 500, 1000, -500, -1000, -1500),
    days: fc.integer({ min: 0, max: 500 }),
    counterpartyIban: fc.constantFrom(null, 'FR1', 'FR2'),
    endToEndId: fc.constantFrom(null, 'E1', 'E2'),
    isReturn: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (rows) => {
      const lines: BankLine[] = rows.map(({ days, ...row }, index) => ({
        ...row,
        movementId: index + 1,
        bookedOn: addDays(calendarDate('2026-01-01'), days),
        currency: 'EUR',
        counterpartyName: null,
        references: [],
        rejectCode: null,
      }));
      const found = findReturned(lines);
      expect(findReturned(lines.toReversed())).toEqual(found);
      const receipts = found.flatMap(({ receiptId }) => receiptId ?? []);
      expect(new Set(receipts).size).toBe(receipts.length);
      for (const { feeCents } of found) expect(feeCents).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: RUNS },
  );
});
