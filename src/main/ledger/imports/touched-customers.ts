/**
 * Whose figures an import changes when it comes or goes: the customers it names, those whose
 * earlier lines it takes the place of, and, for a ledger file, everybody who has something open:
 * such a file also controls the customers it does not name.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { LiveImportFact } from '../interpretation/context.ts';
import { loadContext } from '../interpretation/context.ts';
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';

/** What of an import decides whose lines it replaces. */
export interface Coverage {
  readonly meaning: 'period' | 'open_items' | 'rows' | 'einvoice' | 'bank';
  readonly coversFromDate: CalendarDate | null;
  readonly coversToDate: CalendarDate | null;
}

const NAMED = query({
  name: 'imports.named_customers',
  params: { importIds: text },
  row: { customerId: int },
  sql: `
SELECT DISTINCT t.customer_id AS customerId
FROM json_each(@importIds) AS i CROSS JOIN import_customer AS t ON t.import_id = i.value
ORDER BY customerId`,
});

// A statement of a bank names nobody: it concerns those for whom its movements were confirmed.
const SHARING = query({
  name: 'imports.customers_of_movements',
  params: { importId: int },
  row: { customerId: int },
  sql: `
SELECT DISTINCT t.customer_id AS customerId
FROM stated_movement AS s
CROSS JOIN movement_decision AS d ON d.movement_id = s.movement_id
CROSS JOIN movement_share AS t ON t.decision_id = d.decision_id
WHERE s.import_id = @importId`,
});

const WITH_OPEN_ITEMS = query({
  name: 'imports.customers_with_open_items',
  row: { customerId: int },
  sql: 'SELECT DISTINCT customer_id AS customerId FROM derived_open_item ORDER BY customer_id',
});

/** Ids of the customers to interpret again, ascending, besides those of a file not yet in. */
export function touchedBy(
  reader: Reader,
  coverage: Coverage,
  live: readonly LiveImportFact[],
): number[] {
  const importIds = live
    .filter((other) => isReplacedBy(other, coverage))
    .map((one) => one.importId);
  const touched = new Set<number>();
  for (const row of reader.all(NAMED, { importIds: JSON.stringify(importIds) })) {
    touched.add(row.customerId);
  }
  if (coverage.meaning === 'period') {
    for (const { customerId } of reader.all(WITH_OPEN_ITEMS)) touched.add(customerId);
  }
  return [...touched].sort((a, b) => a - b);
}

/** The same for an import that is in the ledger, live or just undone. */
export function touchedByImport(reader: Reader, importId: number, coverage: Coverage): number[] {
  const { imports } = loadContext(reader);
  const touched = new Set(touchedBy(reader, coverage, imports));
  for (const { customerId } of reader.all(NAMED, { importIds: JSON.stringify([importId]) })) {
    touched.add(customerId);
  }
  for (const { customerId } of reader.all(SHARING, { importId })) touched.add(customerId);
  return [...touched].sort((a, b) => a - b);
}

function isReplacedBy(other: LiveImportFact, coverage: Coverage): boolean {
  if (other.meaning !== coverage.meaning) return false;
  if (coverage.meaning === 'open_items') return true;
  return (
    coverage.meaning === 'period' &&
    (coverage.coversFromDate ?? '') <= (other.coversToDate ?? '') &&
    (other.coversFromDate ?? '') <= (coverage.coversToDate ?? '')
  );
}
