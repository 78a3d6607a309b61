import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { FREE_ITEM } from '../../../../src/shared/domain/receivable/situation.ts';
import { applyFloor } from '../../../../src/shared/domain/receivable/verdict.ts';
import { ACCOUNT_ROLES } from '../../../../src/shared/domain/statement/account-role.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { assessed, customer, openItem } from '../../../support/open-items.ts';

const amounts = fc.integer({ min: 0, max: 5_000_000 });
const roles = fc.oneof(
  { weight: 4, arbitrary: fc.constant('ordinary' as const) },
  fc.constantFrom(...ACCOUNT_ROLES),
);
const items = fc
  .array(
    fc.record({
      outstandingCents: fc.integer({ min: -3_000_000, max: 5_000_000 }),
      days: fc.option(fc.integer({ min: -60, max: 400 })),
      role: roles,
      kind: fc.constantFrom('invoice', 'credit_note', 'opening', 'payment', 'deposit'),
      documentNumber: fc.constantFrom('F1', 'F2', 'F3'),
      names: fc.option(fc.constantFrom('F1', 'F2', 'F9')),
      isEstimated: fc.boolean(),
      disputedCents: fc.oneof(fc.constant(0), amounts),
      promisedCents: fc.oneof(fc.constant(0), amounts),
      plannedCents: fc.oneof(fc.constant(0), amounts),
      isHeld: fc.boolean(),
      isRejected: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) => ({
    open: rows.map(
      ({ outstandingCents, days, role, kind, documentNumber, names, isEstimated }, index) =>
        openItem({
          receivableId: index,
          outstandingCents,
          role,
          kind: kind as OpenItem['kind'],
          documentNumber,
          dueDate: days === null ? null : addDays(calendarDate('2026-11-23'), -days),
          dueBasis: isEstimated ? 'estimated' : 'stated',
          namesDocumentNumber: names,
        }),
    ),
    situations: Object.fromEntries(
      rows.map(({ disputedCents, promisedCents, plannedCents, isHeld, isRejected }, index) => [
        index,
        { ...FREE_ITEM, disputedCents, promisedCents, plannedCents, isHeld, isRejected },
      ]),
    ),
  }));
const customers = fc.record({
  isIntraGroup: fc.boolean(),
  isDoNotChase: fc.boolean(),
  isHeld: fc.boolean(),
  paymentMethod: fc.constantFrom(null, 'transfer', 'cheque', 'direct_debit' as const),
});
const settings = fc.record({
  purpose: fc.constantFrom('automatic', 'call' as const),
  matchFirstShareBasisPoints: fc.constantFrom(3000, 1_000_000),
});

test('chased and not chased are all that is owed, to the cent, item by item', () => {
  fc.assert(
    fc.property(items, customers, settings, ({ open, situations }, part, chase) => {
      const account = assessed(open, customer({ ...part, items: situations }), chase);
      expect(account.items).toHaveLength(open.filter((item) => item.outstandingCents >= 0).length);
      for (const { item, parts, chaseableCents } of account.items) {
        const sum = parts.reduce((total, { amountCents }) => total + amountCents, 0);
        expect(sum).toBe(item.outstandingCents);
        const chaseable = parts.filter(({ verdict }) => verdict === 'chaseable');
        expect(chaseable.reduce((total, { amountCents }) => total + amountCents, 0)).toBe(
          chaseableCents,
        );
        const verdicts = parts.map(({ verdict }) => verdict);
        expect(new Set(verdicts).size).toBe(verdicts.length);
      }
    }),
  );
});

test('never more is chased than the net that is due, and nothing before its day', () => {
  fc.assert(
    fc.property(items, customers, settings, ({ open, situations }, part, chase) => {
      const account = assessed(open, customer({ ...part, items: situations }), chase);
      expect(account.chaseableCents).toBeLessThanOrEqual(Math.max(0, account.position.netDueCents));
      for (const { chaseableCents, daysPastDue } of account.items) {
        if (chaseableCents > 0) expect(daysPastDue).toBeGreaterThan(0);
      }
    }),
  );
});

test('a message that leaves by itself never chases more than a person may', () => {
  fc.assert(
    fc.property(items, customers, ({ open, situations }, part) => {
      const situation = customer({ ...part, items: situations });
      const byCall = assessed(open, situation, { purpose: 'call' });
      const byItself = assessed(open, situation, { purpose: 'automatic' });
      const called = new Map(
        byCall.items.map(({ item, chaseableCents }) => [item, chaseableCents]),
      );
      const sent = byItself.items.filter(({ chaseableCents }) => chaseableCents > 0);
      for (const { item, isDateEstimated } of sent) {
        expect(isDateEstimated).toBe(false);
        expect(called.has(item)).toBe(true);
      }
    }),
  );
});

test('the floor keeps every sum and chases all or nothing', () => {
  fc.assert(
    fc.property(items, amounts, ({ open }, floor) => {
      const account = assessed(open);
      const [kept] = applyFloor([account], floor);
      const sums = (one: typeof account | undefined) =>
        one?.items.map(({ parts }) => parts.reduce((sum, part) => sum + part.amountCents, 0));
      expect(sums(kept)).toEqual(sums(account));
      expect([0, account.chaseableCents]).toContain(kept?.chaseableCents);
      if (account.chaseableCents >= floor) expect(kept).toBe(account);
    }),
  );
});
