/**
 * What the undo of an import would change, told before it is done so that nobody is surprised.
 *
 * A connection of its own sees the ledger as if the import were undone: a temporary table of its
 * own stands before `import_undone`, the ledger itself is only read. The customers that the undo
 * would touch are interpreted from there and compared, item by item, with what stands:
 *
 *  - `withdrawn`  items that no file would state any more, with their amounts;
 *  - `revived`    open again, closed or unknown until now; what would be open of them;
 *  - `changed`    the others that are open, for another rest or day; the change of what is open.
 */
import type { Interpretation } from '../../../shared/domain/interpretation/interpretation.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { LineTotals } from '../../../shared/domain/statement/snapshot-guard.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { loadContext } from '../interpretation/context.ts';
import type { CustomerKey, FactsView } from '../interpretation/group-interpreter.ts';
import { interpretGroup, ledgerView } from '../interpretation/group-interpreter.ts';
import { remaindersOf } from '../interpretation/what-remains.ts';
import type { Ledger } from '../ledger.ts';
import type { Reader } from '../session.ts';
import { Session } from '../session.ts';
import type { Connection } from '../sqlite.ts';
import { openReader } from '../sqlite.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';
import { touchedByUndo } from './undo-import.ts';

export interface UndoFigures {
  /** Customers whom the file names. */
  readonly customerCount: number;
  readonly itemsWithdrawn: LineTotals;
  readonly itemsRevived: LineTotals;
  readonly itemsChanged: LineTotals;
  /** What people recorded on the items withdrawn: it stays, and hangs in the air. */
  readonly callCount: number;
  readonly promiseCount: number;
  /** Notes on the customers whom the file names. */
  readonly noteCount: number;
}

/** Customers compared at once: a tenth of a second. */
const GROUP_SIZE = 100;

const KEYS = query({
  name: 'undo_preview.customers',
  params: { customerIds: text },
  row: { customerId: int, code: text },
  sql: `
SELECT c.customer_id AS customerId, c.code
FROM json_each(@customerIds) AS wanted CROSS JOIN customer AS c ON c.customer_id = wanted.value
ORDER BY c.customer_id`,
});

const BEFORE = query({
  name: 'undo_preview.before',
  params: { customerIds: text },
  row: {
    customerId: int,
    receivableId: int,
    sourceKey: text,
    dueDate: nullable(day),
    amountCents: amount,
    openCents: amount,
    currency: text,
  },
  sql: `
SELECT i.customer_id AS customerId, i.receivable_id AS receivableId, r.source_key AS sourceKey,
  i.due_date AS dueDate, i.amount_cents AS amountCents,
  ifnull(o.outstanding_cents, 0) AS openCents, i.currency
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
CROSS JOIN receivable AS r ON r.receivable_id = i.receivable_id
LEFT JOIN derived_open_item AS o
  ON o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id`,
});

const HANGING = query({
  name: 'undo_preview.hanging',
  params: { importId: int, receivableIds: text },
  row: { customerCount: int, callCount: int, promiseCount: int, noteCount: int },
  sql: `
WITH withdrawn AS (SELECT value AS receivable_id FROM json_each(@receivableIds))
SELECT (SELECT count(*) FROM import_customer WHERE import_id = @importId) AS customerCount,
  (SELECT count(DISTINCT contact_log_id) FROM contact_log_item
    WHERE receivable_id IN (SELECT receivable_id FROM withdrawn)
    AND contact_log_id NOT IN (SELECT contact_log_id FROM contact_log_undone)) AS callCount,
  (SELECT count(DISTINCT promise_id) FROM promise_item
    WHERE receivable_id IN (SELECT receivable_id FROM withdrawn)
    AND promise_id NOT IN (SELECT promise_id FROM promise_end)) AS promiseCount,
  (SELECT count(*) FROM note AS n WHERE EXISTS (SELECT 1 FROM import_customer AS t
    WHERE t.import_id = @importId AND t.customer_id = n.customer_id)) AS noteCount`,
});

interface ItemBefore {
  readonly receivableId: number;
  readonly dueDate: CalendarDate | null;
  readonly amountCents: Cents;
  readonly openCents: Cents;
  readonly currency: string;
}

/** A comparison under way; it must be closed. */
export class UndoPreview {
  readonly groups: readonly (readonly CustomerKey[])[];
  readonly #importId: number;
  readonly #asOf: CalendarDate;
  readonly #connection: Connection;
  readonly #reader: Reader;
  readonly #view: FactsView;
  readonly #withdrawn = nothing();
  readonly #revived = nothing();
  readonly #changed = nothing();
  readonly #withdrawnIds: number[] = [];

  /** Opens the comparison over one state of the ledger; `importId` may be undone. */
  constructor(ledger: Ledger, importId: number) {
    const { clock, log } = ledger;
    this.#importId = importId;
    this.#asOf = clock.today();
    this.#connection = openReader(ledger.file);
    this.#reader = new Session(this.#connection, { clock, log, actor: 'user' });
    try {
      seeAsUndone(this.#connection, importId);
      this.#connection.exec('BEGIN');
      const customerIds = JSON.stringify(touchedByUndo(this.#reader, importId));
      const customers = this.#reader.all(KEYS, { customerIds });
      this.groups = Array.from({ length: Math.ceil(customers.length / GROUP_SIZE) }, (_, index) =>
        customers.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
      );
      this.#view = ledgerView(this.#reader, loadContext(this.#reader));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Compares the customers of one group. */
  add(group: readonly CustomerKey[]): void {
    const before = loadBefore(this.#reader, group);
    for (const { customerId, interpretation } of interpretGroup(this.#view, group)) {
      this.#compare(before.get(customerId) ?? new Map<string, ItemBefore>(), interpretation);
    }
  }

  /** What came of all the groups. */
  figures(): UndoFigures {
    const receivableIds = JSON.stringify(this.#withdrawnIds);
    const hanging = this.#reader.one(HANGING, { importId: this.#importId, receivableIds });
    return {
      customerCount: hanging?.customerCount ?? 0,
      itemsWithdrawn: this.#withdrawn,
      itemsRevived: this.#revived,
      itemsChanged: this.#changed,
      callCount: hanging?.callCount ?? 0,
      promiseCount: hanging?.promiseCount ?? 0,
      noteCount: hanging?.noteCount ?? 0,
    };
  }

  close(): void {
    this.#connection.close();
  }

  #compare(before: Map<string, ItemBefore>, after: Interpretation): void {
    const remainders = remaindersOf(after.items, after.allocations, 'item', this.#asOf);
    after.items.forEach(({ key, dueDate, currency }, index) => {
      const openCents = remainders[index]?.remainingCents ?? 0;
      const was = before.get(key);
      before.delete(key);
      const wasOpenCents = was?.openCents ?? 0;
      if (wasOpenCents === 0) {
        if (openCents !== 0) count(this.#revived, openCents, currency);
      } else if (openCents !== wasOpenCents || dueDate !== was?.dueDate) {
        count(this.#changed, openCents - wasOpenCents, currency);
      }
    });
    for (const { receivableId, amountCents, currency } of before.values()) {
      count(this.#withdrawn, amountCents, currency);
      this.#withdrawnIds.push(receivableId);
    }
  }
}

/** On this connection the import is undone; nowhere else. */
function seeAsUndone(connection: Connection, importId: number): void {
  connection.pragma('query_only = OFF');
  connection.exec('CREATE TEMP TABLE import_undone AS SELECT * FROM main.import_undone');
  connection
    .prepare('INSERT INTO temp.import_undone (import_id, entry_id) VALUES (?, 0)')
    .run(importId);
  connection.pragma('query_only = ON');
}

function loadBefore(
  reader: Reader,
  group: readonly CustomerKey[],
): Map<number, Map<string, ItemBefore>> {
  const customerIds = JSON.stringify(group.map(({ customerId }) => customerId));
  const before = new Map<number, Map<string, ItemBefore>>();
  for (const { customerId, sourceKey, ...item } of reader.all(BEFORE, { customerIds })) {
    const known = before.get(customerId);
    if (known === undefined) before.set(customerId, new Map([[sourceKey, item]]));
    else known.set(sourceKey, item);
  }
  return before;
}

interface Running {
  lineCount: number;
  amountCents: Cents;
}

function nothing(): Running {
  return { lineCount: 0, amountCents: 0 };
}

/** Every item is counted; amounts are added up in the currency of the books. */
function count(running: Running, amountCents: Cents, currency: string): void {
  running.lineCount += 1;
  if (currency === LEDGER_CURRENCY) running.amountCents += amountCents;
}
