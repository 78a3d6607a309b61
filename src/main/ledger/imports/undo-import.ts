/**
 * The undo of an import: one fact, after which its lines stop counting.
 *
 * The earlier state comes back by itself, since the customers concerned are interpreted again from
 * the lines that still count. What people did meanwhile stays and hangs on the identities, which
 * never die. Only a later live import that restates the same period stands in the way: the lines
 * would come back under lines that already take their place.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';
import type { Tick } from '../interpretation/reinterpret.ts';
import { reinterpretCustomers } from '../interpretation/reinterpret.ts';
import { appendEntry, recordAnswer } from '../journal.ts';
import type { Reader, Writer } from '../session.ts';
import { command, day, flag, int, nullable, query, word } from '../statement.ts';
import { touchedByImport } from './touched-customers.ts';

export type UndoRefusal = 'import_unknown' | 'import_already_undone' | 'later_import_restates';

const STATE = query({
  name: 'imports.undo_state',
  params: { importId: int },
  row: { isUndone: flag, isRestated: flag },
  sql: `
SELECT this.import_id IN (SELECT import_id FROM import_undone) AS isUndone,
  EXISTS (SELECT 1 FROM import_batch AS later WHERE later.import_id > this.import_id
    AND this.meaning = 'period' AND later.meaning = 'period'
    AND later.import_id NOT IN (SELECT import_id FROM import_undone)
    AND this.covers_from_date <= later.covers_to_date
    AND later.covers_from_date <= this.covers_to_date) AS isRestated
FROM import_batch AS this WHERE this.import_id = @importId`,
});

const COVERAGE = query({
  name: 'imports.coverage',
  params: { importId: int },
  row: {
    meaning: word<'period' | 'open_items' | 'rows' | 'einvoice' | 'bank'>(),
    coversFromDate: nullable(day),
    coversToDate: nullable(day),
  },
  sql: `
SELECT meaning, covers_from_date AS coversFromDate, covers_to_date AS coversToDate
FROM import_batch WHERE import_id = @importId`,
});

/** Whose figures the undo of an import changes. */
export function touchedByUndo(reader: Reader, importId: number): number[] {
  const coverage = reader.one(COVERAGE, { importId });
  return coverage === null ? [] : touchedByImport(reader, importId, coverage);
}

const APPEND_UNDONE = command({
  name: 'imports.append_undone',
  params: { importId: int, entryId: int },
  sql: 'INSERT INTO import_undone (import_id, entry_id) VALUES (@importId, @entryId)',
});

/** Why this import may not be undone, or null when it may. */
export function undoRefusalOf(reader: Reader, importId: number): UndoRefusal | null {
  const state = reader.one(STATE, { importId });
  if (state === null) return 'import_unknown';
  if (state.isUndone) return 'import_already_undone';
  return state.isRestated ? 'later_import_restates' : null;
}

/** Undoes an import and gives the customers whose figures changed. */
export function undoImport(
  writer: Writer,
  undo: {
    readonly importId: number;
    readonly commandId: string | null;
    readonly asOf: CalendarDate;
    readonly tick?: Tick;
  },
): Result<{ readonly entryId: number; readonly customerIds: readonly number[] }, UndoRefusal> {
  const { importId, commandId, asOf, tick } = undo;
  const refusal = undoRefusalOf(writer, importId);
  if (refusal !== null) return refused(refusal);
  const customerIds = touchedByUndo(writer, importId);
  const entryId = appendEntry(writer, {
    kind: 'import_undone',
    customerId: null,
    commandId,
    payload: { importId },
  });
  writer.run(APPEND_UNDONE, { importId, entryId });
  reinterpretCustomers(writer, customerIds, tick === undefined ? { asOf } : { asOf, tick });
  recordAnswer(writer, entryId, { importId });
  writer.touch(['imports', 'customers', 'items', 'receipts'], 'all');
  return done({ entryId, customerIds });
}
