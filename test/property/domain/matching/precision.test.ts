/**
 * How often suggestions are right, on years of noisy receipts whose truth is known.
 *
 * One small year here; with ENCOURS_NIGHT=1 five larger ones, whose table stands in
 * docs/DECISIONS.md (printed with ENCOURS_TABLE=1).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { matchIndexOf } from '../../../../src/shared/domain/matching/match-index.ts';
import { matchMovements } from '../../../../src/shared/domain/matching/match-movements.ts';
import {
  MATCH_CLASSES,
  type MatchClass,
  type MatchItem,
  type MatchSuggestion,
} from '../../../../src/shared/domain/matching/match-suggestion.ts';
import { matchItem, matchReceipt } from '../../../support/match-books.ts';
import { type NoisyReceipt, noisyYear } from '../../../support/noisy-receipts.ts';

const IS_NIGHT = process.env.ENCOURS_NIGHT === '1';

interface Measure {
  count: number;
  right: number;
}

interface Measured {
  /** Receipts that pay open items. */
  paying: number;
  /** Of those, the truth is among the suggestions. */
  shown: number;
  readonly automatic: Measure;
  readonly byClass: Record<MatchClass, Measure>;
}

const nothing = (): Measure => ({ count: 0, right: 0 });

function measured(seeds: readonly number[], customers: number): Measured {
  const result: Measured = {
    paying: 0,
    shown: 0,
    automatic: nothing(),
    byClass: {
      certain: nothing(),
      strong: nothing(),
      likely: nothing(),
      possible: nothing(),
      weak: nothing(),
    },
  };
  for (const seed of seeds) {
    const year = noisyYear(seed, customers);
    for (const { items, learnt, receipts } of year.days()) {
      const index = matchIndexOf({ items, customers: year.customers, learnt });
      const answers = matchMovements(
        index,
        receipts.map(({ movement }) => movement),
      );
      for (const [at, answer] of answers.entries()) count(result, receipts[at], answer);
    }
  }
  return result;
}

function count(
  result: Measured,
  receipt: NoisyReceipt | undefined,
  { suggestions, isAutomatic }: { suggestions: readonly MatchSuggestion[]; isAutomatic: boolean },
): void {
  if (receipt === undefined) return;
  const isRight = ({ allocations }: MatchSuggestion) =>
    allocations.length === receipt.truth.size &&
    allocations.every((one) => receipt.truth.get(one.receivableId) === one.amountCents);
  if (receipt.truth.size > 0) {
    result.paying += 1;
    if (suggestions.some(isRight)) result.shown += 1;
  }
  const [first] = suggestions;
  if (first === undefined) return;
  const right = isRight(first) ? 1 : 0;
  const measures = [result.byClass[first.matchClass], ...(isAutomatic ? [result.automatic] : [])];
  for (const measure of measures) {
    measure.count += 1;
    measure.right += right;
  }
}

const share = ({ count, right }: Measure) => right / Math.max(1, count);

describe('a year of noisy receipts', () => {
  let result: Measured;

  beforeAll(() => {
    result = measured(IS_NIGHT ? [1, 2, 3, 4, 5] : [1], IS_NIGHT ? 400 : 120);
    if (process.env.ENCOURS_TABLE === '1') process.stderr.write(`${JSON.stringify(result)}\n`);
  }, 900_000);

  test('what is recorded without asking is right 999 times in 1 000', () => {
    expect(result.automatic.count).toBeGreaterThan(1000);
    expect(share(result.automatic)).toBeGreaterThanOrEqual(0.999);
  });

  test('six in ten of the receipts of customers are, and nine in ten find their items', () => {
    expect(result.automatic.right / result.paying).toBeGreaterThan(0.6);
    expect(result.shown / result.paying).toBeGreaterThan(0.9);
  });

  test.each(Object.entries(MATCH_CLASSES))('%s is right as often as it says: %d', (name, says) => {
    const measure = result.byClass[name as MatchClass];
    if (measure.count < 30) return;
    expect(share(measure)).toBeGreaterThanOrEqual(says);
  });
});

test('10 000 receipts among 100 000 open items take five seconds', { timeout: 120_000 }, () => {
  const items: MatchItem[] = Array.from({ length: 100_000 }, (_, index) =>
    matchItem(index + 1, index % 5 === 0 ? 120_000 : 3000 + ((index * 7919) % 900_000), {
      customerId: 1 + (index % 20_000),
    }),
  );
  const customers = Array.from({ length: 20_000 }, (_, index) => ({
    customerId: index + 1,
    name: `SARL TRANSPORTS ${(index * 7919).toString(36)} NORD ${(index % 700).toString(36)}X`,
  }));
  const learnt = customers.map(({ customerId }) => ({
    customerId,
    iban: `FR76${customerId}`,
    name: null,
  }));
  const receipts = Array.from({ length: 10_000 }, (_, index) => {
    const item = items[index * 9] as MatchItem;
    const swapped = item.documentNumber.replace(/(.)(.)$/, '$2$1');
    const words = [item.documentNumber, '', swapped, `REF ${index}`][index % 4];
    return matchReceipt(item.outstandingCents, `VIR SEPA ${words}`, {
      movementId: index,
      counterpartyName: customers[item.customerId - 1]?.name ?? null,
      counterpartyIban: index % 2 === 0 ? `FR76${item.customerId}` : null,
    });
  });
  const before = process.cpuUsage();
  const answers = matchMovements(matchIndexOf({ items, customers, learnt }), receipts);
  const { user, system } = process.cpuUsage(before);
  expect(answers.filter(({ isAutomatic }) => isAutomatic).length).toBeGreaterThan(2000);
  // Time of the processor, not of the clock: other tests run beside this one.
  expect((user + system) / 1_000_000).toBeLessThan(5);
});
