/**
 * Laws of the ledger, on random files: what is derived is always what the facts mean, by whatever
 * way the ledger came to hold them.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewImport } from '../../src/main/ledger/imports/preview-import.ts';
import { undoImport } from '../../src/main/ledger/imports/undo-import.ts';
import { verifyRecords } from '../../src/main/ledger/imports/verify-records.ts';
import {
  rebuildDerived,
  reinterpretCustomers,
} from '../../src/main/ledger/interpretation/reinterpret.ts';
import { rollTo } from '../../src/main/ledger/interpretation/roll-forward.ts';
import { verifyDerived } from '../../src/main/ledger/interpretation/verify-derived.ts';
import { verifyJournal } from '../../src/main/ledger/journal.ts';
import { StagingReader } from '../../src/main/ledger/staging/staging-reader.ts';
import { readAccountMovements } from '../../src/main/ledger/views/account-movements.ts';
import { readOpenItems, readOpenItemsAsOf } from '../../src/main/ledger/views/open-items.ts';
import { accountPeriods } from '../../src/shared/domain/receivable/account-movements.ts';
import type { LedgerLine } from '../../src/shared/domain/statement/statement.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { MadeUpFile, TestLedger } from '../support/ledger.ts';
import { importFile, stage, testFolder, testLedger } from '../support/ledger.ts';
import { balancesOf, dumpDerived, ledgerLines, openByCustomer } from '../support/ledger-facts.ts';

const RUNS = process.env.ENCOURS_NIGHT === '1' ? 1000 : 25;
const TODAY = calendarDate('2026-11-23');
const day = fc.integer({ min: -10, max: 430 }).map((n) => addDays(calendarDate('2026-01-01'), n));

/** A ledger of its own for each run of a law, in one folder for all of them. */
function ledgers(): () => TestLedger {
  const folder = testFolder();
  return () => testLedger('2026-11-23', testFolder(folder));
}

function periodOf(lines: readonly LedgerLine[], sha = 'one'): MadeUpFile {
  return {
    lines,
    header: {
      fileSha256: sha,
      coversFromDate: calendarDate('2026-01-01'),
      coversToDate: calendarDate('2027-03-01'),
    },
  };
}

async function law<Value>(
  given: fc.Arbitrary<Value>,
  holds: (to: TestLedger, value: Value) => Promise<void>,
): Promise<void> {
  const fresh = ledgers();
  await fc.assert(
    fc.asyncProperty(given, async (value) => {
      const to = fresh();
      try {
        await holds(to, value);
      } finally {
        to.ledger.close();
      }
    }),
    { numRuns: RUNS },
  );
}

describe('what is open is the sum of the stated lines, per customer, to the cent', () => {
  test('today', () =>
    law(ledgerLines, async (to, lines) => {
      await importFile(to, periodOf(lines));
      const open = to.ledger.read((reader) => readOpenItems(reader, null));
      expect(openByCustomer(to.ledger, open)).toEqual(balancesOf(lines, TODAY));
    }));

  test('on any day before, rolled back from today', () =>
    law(fc.tuple(ledgerLines, day), async (to, [lines, asOf]) => {
      fc.pre(asOf <= TODAY);
      await importFile(to, periodOf(lines));
      const open = to.ledger.read((reader) => readOpenItemsAsOf(reader, null, asOf));
      expect(openByCustomer(to.ledger, open)).toEqual(balancesOf(lines, asOf));
      expect(open.every(({ outstandingCents }) => outstandingCents !== 0)).toBe(true);
    }));

  test('and the movements of an account run to it, from whatever day they are shown', () =>
    law(fc.tuple(ledgerLines, day, day), async (to, [lines, from, asOf]) => {
      fc.pre(asOf <= TODAY);
      await importFile(to, periodOf(lines));
      to.ledger.read((reader) => {
        const open = readOpenItemsAsOf(reader, null, asOf);
        for (const { customerId } of readOpenItemsAsOf(reader, null, TODAY)) {
          const moved = readAccountMovements(reader, customerId, asOf);
          const closing = new Map(
            accountPeriods(moved, { from, to: asOf }).map((period) => [
              period.currency,
              period.openingCents + period.debitCents - period.creditCents,
            ]),
          );
          const owed = open
            .filter((item) => item.customerId === customerId)
            .reduce((sum, { outstandingCents }) => sum + outstandingCents, 0);
          expect([...closing.values()].reduce((sum, cents) => sum + cents, 0)).toBe(owed);
        }
      });
    }));

  test('and no item has more left than it amounts to', () =>
    law(fc.tuple(ledgerLines, day), async (to, [lines, asOf]) => {
      await importFile(to, periodOf(lines));
      for (const item of to.ledger.read((reader) => readOpenItemsAsOf(reader, null, asOf))) {
        if (item.receivableId === null) continue;
        expect(Math.sign(item.outstandingCents)).toBe(Math.sign(item.amountCents));
        expect(Math.abs(item.outstandingCents)).toBeLessThanOrEqual(Math.abs(item.amountCents));
      }
    }));
});

describe('importing', () => {
  test('the same file twice adds nothing', () =>
    law(ledgerLines, async (to, lines) => {
      const first = await importFile(to, periodOf(lines));
      const before = dumpDerived(to.ledger);
      const { entryId } = to.ledger.version();
      expect(await importFile(to, periodOf(lines))).toBe(first);
      expect(dumpDerived(to.ledger)).toEqual(before);
      expect(to.ledger.version().entryId).toBe(entryId);
    }));

  test('the same period again changes no figure and keeps every identity', () =>
    law(ledgerLines, async (to, lines) => {
      await importFile(to, periodOf(lines));
      const before = to.ledger.read((reader) => readOpenItems(reader, null));
      await importFile(to, periodOf(lines, 'exported again'));
      const after = to.ledger.read((reader) => readOpenItems(reader, null));
      const withoutPayment = before.map(({ paymentId: _id, ...item }) => item);
      expect(after.map(({ paymentId: _id, ...item }) => item)).toEqual(withoutPayment);
    }));

  test('a period restated takes the place of the lines before', () =>
    law(fc.tuple(ledgerLines, ledgerLines), async (to, [first, second]) => {
      await importFile(to, periodOf(first));
      await importFile(to, periodOf(second, 'restated'));
      const open = to.ledger.read((reader) => readOpenItems(reader, null));
      expect(openByCustomer(to.ledger, open)).toEqual(balancesOf(second, TODAY));
    }));

  test('is told beforehand: the preview says what the commit does', () =>
    law(fc.tuple(ledgerLines, ledgerLines), async (to, [first, second]) => {
      await importFile(to, periodOf(first));
      const before = itemsOf(to);
      const staging = new StagingReader(stage(to.folder, periodOf(second, 'restated')));
      const asOf = to.clock.today();
      const told = to.ledger.read((reader) =>
        previewImport(reader, staging, { asOf, roles: new Map() }),
      );
      staging.close();
      await importFile(to, periodOf(second, 'restated'));
      expect(told.ledgerBalanceCents).toBe(told.fileBalanceCents);
      expect(told.customersDiffering).toEqual([]);
      const { newItems, changedItems, settledItems, leftItems, unchangedItems } = told;
      expect({ newItems, changedItems, settledItems, leftItems, unchangedItems }).toEqual(
        comparisonOf(before, itemsOf(to)),
      );
    }));
});

interface ItemThen {
  readonly id: number;
  readonly amountCents: number;
  readonly openCents: number;
  readonly dueDate: string | null;
  readonly nature: string | null;
}

function itemsOf(to: TestLedger): Map<number, ItemThen> {
  const rows = to.ledger.read(({ connection }) =>
    connection
      .prepare<[], ItemThen>(`
SELECT i.receivable_id AS id, i.amount_cents AS amountCents, i.due_date AS dueDate,
  ifnull(o.outstanding_cents, 0) AS openCents, i.settled_nature AS nature
FROM derived_item AS i LEFT JOIN derived_open_item AS o USING (receivable_id)`)
      .all(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What changed between two states, reckoned from the tables alone. */
function comparisonOf(before: Map<number, ItemThen>, after: Map<number, ItemThen>) {
  const totals = (amounts: readonly number[]) => ({
    lineCount: amounts.length,
    amountCents: amounts.reduce((sum, cents) => sum + cents, 0),
  });
  const was = (id: number) => before.get(id)?.openCents ?? 0;
  const both = [...after.values()].filter(({ id }) => before.has(id));
  const closed = both.filter(({ id, openCents }) => openCents === 0 && was(id) !== 0);
  const open = both.filter(({ openCents }) => openCents !== 0);
  const isSame = ({ id, openCents, dueDate }: ItemThen) =>
    openCents === was(id) && dueDate === before.get(id)?.dueDate;
  const gone = [...before.values()].filter(
    ({ id, openCents }) => !after.has(id) && openCents !== 0,
  );
  return {
    newItems: totals(
      [...after.values()].flatMap((item) => (before.has(item.id) ? [] : [item.amountCents])),
    ),
    changedItems: totals(
      open.flatMap((item) => (isSame(item) ? [] : [item.openCents - was(item.id)])),
    ),
    settledItems: totals(closed.flatMap(({ id, nature }) => (nature === 'left' ? [] : [was(id)]))),
    leftItems: totals([
      ...closed.flatMap(({ id, nature }) => (nature === 'left' ? [was(id)] : [])),
      ...gone.map(({ openCents }) => openCents),
    ]),
    unchangedItems: totals(open.flatMap((item) => (isSame(item) ? [item.openCents] : []))),
  };
}

describe('undoing', () => {
  test('an import brings back the state before, and kills no identity', () =>
    law(fc.tuple(ledgerLines, ledgerLines), async (to, [first, second]) => {
      await importFile(to, periodOf(first));
      const before = dumpDerived(to.ledger);
      const importId = await importFile(to, periodOf(second, 'restated'));
      const identities = (): unknown =>
        to.ledger.read(({ connection }) => connection.prepare('SELECT * FROM receivable').all());
      const known = identities();
      await to.ledger.write((writer) =>
        undoImport(writer, { importId, commandId: null, asOf: TODAY }),
      );
      expect(dumpDerived(to.ledger)).toEqual(before);
      expect(identities()).toEqual(known);
    }));

  test('the only import leaves nothing but identities', () =>
    law(ledgerLines, async (to, lines) => {
      const importId = await importFile(to, periodOf(lines));
      await to.ledger.write((writer) =>
        undoImport(writer, { importId, commandId: null, asOf: TODAY }),
      );
      const { items, payments, allocations, openItems, customers } = dumpDerived(to.ledger);
      expect([items, payments, allocations, openItems, customers]).toEqual([[], [], [], [], []]);
    }));

  test('and importing again gives the state it had', () =>
    law(ledgerLines, async (to, lines) => {
      const importId = await importFile(to, periodOf(lines));
      const open = () =>
        to.ledger.read((reader) =>
          readOpenItems(reader, null).map(({ paymentId: _id, ...item }) => item),
        );
      const before = open();
      await to.ledger.write((writer) =>
        undoImport(writer, { importId, commandId: null, asOf: TODAY }),
      );
      await importFile(to, periodOf(lines));
      expect(open()).toEqual(before);
    }));
});

describe('the derived tables', () => {
  test('are the same written in place or made anew', () =>
    law(fc.tuple(ledgerLines, fc.integer({ min: 1, max: 5 })), async (to, [lines, customerId]) => {
      await importFile(to, periodOf(lines));
      const before = dumpDerived(to.ledger);
      await to.ledger.write((writer) =>
        reinterpretCustomers(writer, [customerId], { asOf: TODAY }),
      );
      expect(dumpDerived(to.ledger)).toEqual(before);
      await to.ledger.write((writer) => rebuildDerived(writer, { asOf: TODAY }));
      expect(dumpDerived(to.ledger)).toEqual(before);
    }));

  test('rolled to another day are what they would be made on it, and back', () =>
    law(fc.tuple(ledgerLines, day), async (to, [lines, asOf]) => {
      await importFile(to, periodOf(lines));
      const before = dumpDerived(to.ledger);
      await to.ledger.write((writer) => rollTo(writer, asOf));
      const rolled = dumpDerived(to.ledger);
      await to.ledger.write((writer) => rebuildDerived(writer, { asOf }));
      expect(rolled).toEqual(dumpDerived(to.ledger));
      await to.ledger.write((writer) => rollTo(writer, TODAY));
      expect(dumpDerived(to.ledger)).toEqual(before);
    }));

  test('verify, and so does the journal', () =>
    law(fc.tuple(ledgerLines, ledgerLines), async (to, [first, second]) => {
      await importFile(to, periodOf(first));
      await importFile(to, periodOf(second, 'restated'));
      const [differing, changed, journal] = to.ledger.read((reader) => [
        verifyDerived(reader),
        verifyRecords(reader),
        verifyJournal(reader.connection),
      ]);
      expect(differing).toEqual([]);
      expect(changed).toEqual([]);
      expect(journal).toMatchObject({ isIntact: true, entryCount: 2 });
    }));
});

test('a stated line that was tampered with is found', async () => {
  const to = testLedger();
  const importId = await importFile(to, {
    lines: fc.sample(ledgerLines, { numRuns: 1, seed: 3 })[0] ?? [],
  });
  const changed = await to.ledger.write((writer) => {
    writer.connection.exec('UPDATE ledger_line SET label = label || 1 WHERE line_number = 2');
    return verifyRecords(writer);
  });
  expect(changed).toEqual([importId]);
});

test('a derived row that was tampered with is found', async () => {
  const to = testLedger();
  await importFile(to, periodOf(fc.sample(ledgerLines, { numRuns: 1, seed: 3 })[0] ?? []));
  const differing = await to.ledger.write((writer) => {
    writer.connection.exec(
      'UPDATE derived_open_item SET outstanding_cents = outstanding_cents + 1 WHERE open_item_id = 1',
    );
    return verifyDerived(writer);
  });
  expect(differing).toHaveLength(1);
});
