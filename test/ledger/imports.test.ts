/** Imports from staging to derived tables, and back. */
import { expect, test } from 'vitest';
import { undoImport } from '../../src/main/ledger/imports/undo-import.ts';
import { verifyJournal } from '../../src/main/ledger/journal.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { importFile, ledgerLine, testLedger } from '../support/ledger.ts';

test('an import writes its lines, what they mean and one entry', async () => {
  const to = testLedger();
  const day = calendarDate('2026-10-01');
  const importId = await importFile(to, {
    lines: [
      ledgerLine({ customerCode: 'VAL', amountCents: 120_00, lineDate: day, letter: 'A' }),
      ledgerLine({ customerCode: 'VAL', amountCents: 80_00, lineDate: day }),
      ledgerLine({ customerCode: 'VAL', amountCents: -120_00, lineDate: day, letter: 'A' }),
    ],
  });
  expect(importId).toBe(1);
  const open = to.ledger.read((reader) =>
    reader.connection
      .prepare('SELECT customer_id, outstanding_cents, kind FROM derived_open_item')
      .all(),
  );
  expect(open).toEqual([{ customer_id: 1, outstanding_cents: 80_00, kind: 'invoice' }]);
  expect(to.ledger.version().entryId).toBe(1);
  expect(to.ledger.read((reader) => verifyJournal(reader.connection)).isIntact).toBe(true);
  const undone = await to.ledger.write((writer) =>
    undoImport(writer, { importId, commandId: null, asOf: to.clock.today() }),
  );
  expect(undone.isDone).toBe(true);
  const rest = to.ledger.read((reader) =>
    reader.connection.prepare('SELECT count(*) AS n FROM derived_open_item').get(),
  );
  expect(rest).toEqual({ n: 0 });
});
