/**
 * Results of the long analysis: each with the state of the books it was made from, so that whoever
 * reads one knows whether it still holds. They are derived and can be dropped.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../session.ts';
import { command, day, query, text } from '../statement.ts';

// What moves a whole history: files that come and go, what accounts and settlements mean, terms,
// the day. A due date typed for one item waits for the next of these.
const BASIS = query({
  name: 'analysis.basis',
  row: { basis: text },
  sql: `
SELECT ifnull((SELECT max(import_id) FROM import_batch), 0)
  || '-' || (SELECT count(*) FROM import_undone)
  || '-' || ifnull((SELECT max(entry_id) FROM account_role), 0)
  || '-' || ifnull((SELECT max(entry_id) FROM nature_rule), 0)
  || '-' || ifnull((SELECT max(entry_id) FROM customer_override WHERE field = 'terms'), 0)
  || '-' || ifnull((SELECT max(entry_id) FROM setting WHERE name = 'terms'), 0)
  || '-' || ifnull((SELECT as_of_date FROM derived_state), '') AS basis`,
});

const KNOWN = query({
  name: 'analysis.known',
  params: { name: text },
  row: { basis: text, asOf: day, document: text },
  sql: `
SELECT basis, as_of_date AS asOf, document FROM derived_analysis WHERE name = @name`,
});

const BASIS_OF = query({
  name: 'analysis.basis_of',
  params: { name: text },
  row: { basis: text },
  sql: 'SELECT basis FROM derived_analysis WHERE name = @name',
});

const RECORD = command({
  name: 'analysis.record',
  params: { name: text, basis: text, asOf: day, document: text },
  sql: `
INSERT INTO derived_analysis (name, basis, as_of_date, document)
VALUES (@name, @basis, @asOf, @document)
ON CONFLICT (name) DO UPDATE SET basis = excluded.basis, as_of_date = excluded.as_of_date,
  document = excluded.document`,
});

/** A result with the state of the books and the day it was made for. */
export interface KnownAnalysis {
  readonly basis: string;
  readonly asOf: CalendarDate;
  readonly document: unknown;
}

/** The state of the books as it is now: a result of another basis no longer holds. */
export function analysisBasis(reader: Reader): string {
  return reader.one(BASIS)?.basis ?? '';
}

/** The basis of a result; null where it was never made. Reads nothing of the result. */
export function basisOfAnalysis(reader: Reader, name: string): string | null {
  return reader.one(BASIS_OF, { name })?.basis ?? null;
}

/** The result of that name; null where it was never made. */
export function readAnalysis(reader: Reader, name: string): KnownAnalysis | null {
  const row = reader.one(KNOWN, { name });
  if (row === null) return null;
  return { basis: row.basis, asOf: row.asOf, document: JSON.parse(row.document) as unknown };
}

/** Puts a result in the place of the one before. */
export function recordAnalysis(
  writer: Writer,
  made: KnownAnalysis & { readonly name: string },
): void {
  const { name, basis, asOf, document } = made;
  writer.run(RECORD, { name, basis, asOf, document: JSON.stringify(document) });
}
