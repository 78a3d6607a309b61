import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/shared/domain/interpretation/interpret.ts';
import type {
  CustomerFacts,
  FactLine,
  Interpretation,
} from '../../src/shared/domain/interpretation/interpretation.ts';
import { liveLinesOf } from '../../src/shared/domain/interpretation/live-lines.ts';
import { COUNTERPARTS } from '../../src/shared/domain/statement/statement.ts';
import { addDays, type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import {
  balanceOf,
  factsOf,
  leftOf,
  line,
  listed,
  listOn,
  periodOf,
  ROLES,
  row,
  rowsOn,
} from '../unit/domain/interpretation/a-customer.ts';

const FIRST_DAY = calendarDate('2025-01-01');
const DAYS = 900;

const day = fc.integer({ min: 0, max: DAYS }).map((count) => addDays(FIRST_DAY, count));
/** Few amounts, so that equal ones and sums happen. */
const cents = fc.oneof(
  fc.constantFrom(100, 200, 300, 500, 1_000, 1_500, 10_000),
  fc.integer({ min: 0, max: 50_000 }),
);
const label = fc.constantFrom(
  'CLIENT',
  'VIR F1',
  'VIR F2 F3',
  'REJET PRLV',
  'REMBOURSEMENT',
  'AVOIR SUR F1',
  'EXTOURNE',
  'FRAIS IMPAYE',
);

const anyLine: fc.Arbitrary<FactLine> = fc
  .record({
    day,
    cents,
    isCredit: fc.boolean(),
    account: fc.constantFrom('411000', '411000', '411000', '413000', '419100', '411999'),
    documentNumber: fc.constantFrom('', 'F1', 'F2', 'F3', 'VE0122', 'RAN', '0000'),
    counterpart: fc.constantFrom(...COUNTERPARTS, 'sales' as const, 'bank' as const),
    letter: fc.constantFrom(null, null, 'A', 'B', 'AA', 'a'),
    letteredOn: fc.option(fc.constantFrom('2026-01-31', '2026-02-28'), { nil: undefined }),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    label,
  })
  .map(({ day: on, cents: amount, isCredit, account, letteredOn, ...rest }) =>
    line(on, isCredit ? -amount : amount, {
      ...rest,
      ledgerAccountCode: account,
      ...(letteredOn === undefined ? {} : { letteredOnDate: letteredOn }),
    }),
  );

/** Openings on two first days of a year, beside other lines. */
const lines = fc
  .tuple(
    fc.array(anyLine, { maxLength: 40 }),
    fc.array(fc.tuple(anyLine, fc.constantFrom('2025-01-01', '2026-01-01')), { maxLength: 4 }),
  )
  .map(([moves, openings]) => [
    ...moves,
    ...openings.map(([one, on]) => ({ ...one, lineDate: calendarDate(on), isOpening: true })),
  ]);

const WHOLE = periodOf(1, '2025-01-01', '2027-12-31');
const facts = lines.map((all) => factsOf({ lines: all, imports: [WHOLE] }));

/** Every day on which something may change, and the day before the first. */
function daysOf(interpretation: Interpretation, customer: CustomerFacts): CalendarDate[] {
  const days = new Set<CalendarDate>([addDays(FIRST_DAY, -1)]);
  for (const { lineDate } of customer.lines) days.add(lineDate);
  for (const { effectiveDate } of interpretation.allocations) days.add(effectiveDate);
  return [...days];
}

function roleOf(code: string) {
  return ROLES.get(code) ?? 'ordinary';
}

describe('whatever the lines, letters and labels of a customer', () => {
  it('the balance as of any day is the sum of the live lines dated up to it', () => {
    fc.assert(
      fc.property(facts, (customer) => {
        const interpretation = interpret(customer);
        const live = liveLinesOf(customer.lines, customer.imports, roleOf);
        for (const on of daysOf(interpretation, customer)) {
          const stated = live
            .filter(({ lineDate }) => lineDate <= on)
            .reduce((sum, { amountCents }) => sum + amountCents, 0);
          expect(balanceOf(interpretation, on)).toBe(stated);
        }
      }),
    );
  });

  it('without openings, the live lines are all lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (all) => {
        const stated = all.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(balanceOf(interpret(factsOf({ lines: all, imports: [WHOLE] })))).toBe(stated);
      }),
    );
  });

  it('what is left keeps the sign of the amount and never exceeds it, on any day', () => {
    fc.assert(
      fc.property(facts, (customer) => {
        const interpretation = interpret(customer);
        const { items, payments } = interpretation;
        for (const on of daysOf(interpretation, customer)) {
          const { ofItems, ofPayments } = leftOf(interpretation, on);
          for (const [index, item] of items.entries()) {
            expectWithin(ofItems[index] ?? 0, item.amountCents);
          }
          for (const [index, payment] of payments.entries()) {
            expectWithin(ofPayments[index] ?? 0, payment.amountCents);
          }
        }
      }),
    );
  });

  it('no two items have the same key', () => {
    fc.assert(
      fc.property(facts, (customer) => {
        const keys = interpret(customer).items.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('the order of the lines in the file changes nothing', () => {
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, shuffled(all)))),
        ([all, mixed]) => {
          const one = interpret(factsOf({ lines: all, imports: [WHOLE] }));
          const other = interpret(factsOf({ lines: renumbered(mixed), imports: [WHOLE] }));
          expect(told(other)).toEqual(told(one));
        },
      ),
    );
  });

  it('the same file imported twice gives the same items under the same keys', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const once = interpret(factsOf({ lines: all, imports: [WHOLE] }));
        const again = all.map((one) => ({ ...one, importId: 2 }));
        const twice = interpret(
          factsOf({ lines: [...all, ...again], imports: [WHOLE, { ...WHOLE, importId: 2 }] }),
        );
        expect(told(twice)).toEqual(told(once));
      }),
    );
  });

  it('the facts are left as they were', () => {
    fc.assert(
      fc.property(facts, (customer) => {
        const before = JSON.stringify(customer.lines);
        interpret(customer);
        expect(JSON.stringify(customer.lines)).toBe(before);
      }),
    );
  });
});

const item = fc
  .record({
    number: fc.constantFrom('F1', 'F2', 'F3', 'F4', ''),
    openCents: fc.integer({ min: 0, max: 1_000 }),
    kind: fc.constantFrom(
      'invoice' as const,
      'invoice' as const,
      'credit_note' as const,
      'payment' as const,
    ),
    list: fc.constantFrom(2, 3, 4),
  })
  .map(({ number, openCents, kind, list }) =>
    listed(number, kind === 'invoice' ? openCents : -openCents, {
      kind,
      importId: list,
      amountCents: kind === 'invoice' ? 1_000 : -1_000,
    }),
  );

const statedRow = fc
  .record({
    kind: fc.constantFrom('invoice' as const, 'payment' as const, 'credit_note' as const),
    day,
    cents,
    number: fc.constantFrom('F1', 'F2', 'F9', ''),
    settles: fc.constantFrom(null, 'F1', 'F9'),
  })
  .map(({ kind, day: on, cents: amount, number, settles }) =>
    row(kind, on, kind === 'credit_note' ? -amount : amount, {
      importId: 5,
      documentNumber: number,
      settlesDocumentNumber: settles,
    }),
  );

const mixedFacts = fc
  .tuple(
    fc.array(anyLine, { maxLength: 12 }),
    fc.array(item, { maxLength: 10 }),
    fc.array(statedRow, { maxLength: 6 }),
  )
  .map(([ofLedger, items, rows]) =>
    factsOf({
      lines: ofLedger.filter(({ lineDate }) => lineDate <= '2026-06-30'),
      items,
      rows,
      imports: [
        periodOf(1, '2025-01-01', '2026-06-30'),
        listOn(2, '2026-07-31'),
        listOn(3, '2026-08-31'),
        listOn(4, '2026-09-30'),
        rowsOn(5, '2026-10-05'),
      ],
    }),
  );

describe('whatever lists of open items and tables say beside the ledger', () => {
  it('what is left keeps the sign of the amount and never exceeds it, on any day', () => {
    fc.assert(
      fc.property(mixedFacts, (customer) => {
        const interpretation = interpret(customer);
        for (const on of daysOf(interpretation, customer)) {
          const { ofItems, ofPayments } = leftOf(interpretation, on);
          for (const [index, one] of interpretation.items.entries()) {
            expectWithin(ofItems[index] ?? 0, one.amountCents);
          }
          for (const [index, one] of interpretation.payments.entries()) {
            expectWithin(ofPayments[index] ?? 0, one.amountCents);
          }
        }
      }),
    );
  });

  it('what is open on the day of the last list is what the list says', () => {
    fc.assert(
      fc.property(mixedFacts, (customer) => {
        const ordinary = customer.lines.filter(
          (one) => roleOf(one.ledgerAccountCode) === 'ordinary',
        );
        const known = { ...customer, rows: [], lines: ordinary };
        const stated = known.items
          .filter(({ importId }) => importId === 4)
          .reduce((sum, { openCents }) => sum + openCents, 0);
        expect(balanceOf(interpret(known))).toBe(stated);
      }),
    );
  });

  it('no two items have the same key', () => {
    fc.assert(
      fc.property(mixedFacts, (customer) => {
        const keys = interpret(customer).items.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

function expectWithin(left: number, amount: number): void {
  const size = Math.sign(amount) * left;
  expect(size).toBeGreaterThanOrEqual(0);
  expect(size).toBeLessThanOrEqual(Math.abs(amount));
}

function shuffled(all: readonly unknown[]) {
  return { minLength: all.length, maxLength: all.length };
}

function renumbered(all: readonly FactLine[]): FactLine[] {
  return all.map((one, index) => ({ ...one, lineNumber: index + 2 }));
}

/** All that is said of items and payments but where they stood in the file. */
function told(interpretation: Interpretation): string[] {
  const { ofItems, ofPayments } = leftOf(interpretation);
  const items = interpretation.items.map(({ lineNumber: _, importId: __, ...one }, index) =>
    JSON.stringify({ ...one, left: ofItems[index] }),
  );
  const payments = interpretation.payments.map(({ lineNumber: _, importId: __, ...one }, index) =>
    JSON.stringify({ ...one, left: ofPayments[index] }),
  );
  return [...items, ...payments].sort();
}
