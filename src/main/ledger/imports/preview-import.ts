/**
 * What a staging would change, computed without writing: the customers it touches are interpreted
 * with it and compared with what stands in the derived tables.
 *
 *  - `new`        items nobody knew, with their amounts;
 *  - `settled`    open until now, settled by the file; what was open of them;
 *  - `left`       open until now, gone without a cause; what was open of them;
 *  - `changed`    still open, for another amount or day; the change of what is open;
 *  - `unchanged`  still open as they were.
 */
import type { Interpretation } from '../../../shared/domain/interpretation/interpretation.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { LineTotals, OpenLine } from '../../../shared/domain/statement/snapshot-guard.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { CustomerKey } from '../interpretation/group-interpreter.ts';
import { interpretGroup } from '../interpretation/group-interpreter.ts';
import type { Tick } from '../interpretation/reinterpret.ts';
import { GROUP_SIZE } from '../interpretation/reinterpret.ts';
import { isInScope } from '../interpretation/scopes.ts';
import { bookedPaymentsOf, remaindersOf } from '../interpretation/what-remains.ts';
import type { Reader } from '../session.ts';
import type { StagedHeader } from '../staging/staging.ts';
import type { StagingReader } from '../staging/staging-reader.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';
import { liveImportOf } from './live-imports.ts';
import { stagedView } from './staged-view.ts';

export interface DifferingCustomer {
  readonly code: string;
  readonly name: string;
  /** What the file says he owes. */
  readonly fileCents: Cents;
  /** What the ledger would say, as of the file's last day. */
  readonly ledgerCents: Cents;
}

export interface ImportFigures {
  readonly newCustomers: number;
  readonly newItems: LineTotals;
  readonly changedItems: LineTotals;
  readonly settledItems: LineTotals;
  readonly leftItems: LineTotals;
  readonly unchangedItems: LineTotals;
  /** Control: balance that the file states, and what the ledger would say of the same accounts. */
  readonly fileBalanceCents: Cents;
  readonly ledgerBalanceCents: Cents;
  /** At most `DIFFERING_MAX`, the largest difference first. */
  readonly customersDiffering: readonly DifferingCustomer[];
  readonly customersDifferingCount: number;
  /** The live import of the very same bytes; then nothing would change. */
  readonly sameAsImportId: number | null;
  /** Open lines within the scope, before and after: for the guard of partial lists. */
  readonly openBefore: readonly OpenLine[];
  readonly openAfter: readonly OpenLine[];
}

export interface PreviewOptions {
  readonly asOf: CalendarDate;
  readonly roles: ReadonlyMap<string, AccountRole>;
  readonly tick?: Tick;
}

const DIFFERING_MAX = 500;

const BEFORE = query({
  name: 'preview.before',
  params: { customerIds: text },
  row: {
    customerId: int,
    sourceKey: text,
    dueDate: nullable(day),
    openCents: amount,
  },
  sql: `
SELECT i.customer_id AS customerId, r.source_key AS sourceKey, i.due_date AS dueDate,
  ifnull(o.outstanding_cents, 0) AS openCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
CROSS JOIN receivable AS r ON r.receivable_id = i.receivable_id
LEFT JOIN derived_open_item AS o
  ON o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id`,
});

interface ItemBefore {
  readonly dueDate: CalendarDate | null;
  readonly openCents: Cents;
}

interface Running {
  lineCount: number;
  amountCents: Cents;
}

/** Interprets the staging over the ledger and says what would change. Nothing is written. */
export function previewImport(
  reader: Reader,
  staging: StagingReader,
  options: PreviewOptions,
): ImportFigures {
  const { header } = staging;
  const staged = stagedView(reader, staging, options.roles);
  const comparison = new Comparison(options.asOf);
  const differing: DifferingCustomer[] = [];
  let fileBalanceCents = 0;
  let ledgerBalanceCents = 0;
  for (let at = 0; at < staged.touched.length; at += GROUP_SIZE) {
    const group = staged.touched.slice(at, at + GROUP_SIZE);
    const before = loadBefore(reader, group);
    for (const result of interpretGroup(staged.view, group)) {
      const { customerId, folded, interpretation } = result;
      const isConcerned =
        staged.isNamed(customerId) ||
        (header.meaning === 'open_items' && isInScope(header.scope, folded));
      const openCents = comparison.add(
        customerId,
        before.get(customerId) ?? new Map(),
        interpretation,
        isConcerned,
      );
      const fileCents = staged.statedCents(customerId);
      const ledgerCents = ledgerCentsOf(header.meaning, {
        fileCents,
        openCents,
        differenceCents: result.controlDifferenceCents,
        isConcerned,
      });
      fileBalanceCents += fileCents;
      ledgerBalanceCents += ledgerCents;
      if (ledgerCents === fileCents || header.meaning === 'rows') continue;
      const name = folded.stated.name ?? folded.code;
      differing.push({ code: folded.code, name, fileCents, ledgerCents });
    }
    options.tick?.(Math.min(at + GROUP_SIZE, staged.touched.length), staged.touched.length);
  }
  differing.sort((a, b) => gapOf(b) - gapOf(a));
  return {
    newCustomers: staged.newCustomers.length,
    ...comparison.totals(),
    fileBalanceCents,
    ledgerBalanceCents,
    customersDiffering: differing.slice(0, DIFFERING_MAX),
    customersDifferingCount: differing.length,
    sameAsImportId: liveImportOf(reader, header.fileSha256, header.scope),
    ...comparison.openLines(header.meaning),
  };
}

function gapOf({ fileCents, ledgerCents }: DifferingCustomer): Cents {
  return Math.abs(ledgerCents - fileCents);
}

/** What stands against the file's word: for a ledger file its control, for a list what is open. */
function ledgerCentsOf(
  meaning: StagedHeader['meaning'],
  of: {
    readonly fileCents: Cents;
    readonly openCents: Cents;
    readonly differenceCents: Cents;
    readonly isConcerned: boolean;
  },
): Cents {
  if (meaning === 'open_items') return of.isConcerned ? of.openCents : 0;
  return meaning === 'period' ? of.fileCents + of.differenceCents : of.fileCents;
}

function loadBefore(
  reader: Reader,
  group: readonly CustomerKey[],
): Map<number, Map<string, ItemBefore>> {
  const customerIds = JSON.stringify(group.map(({ customerId }) => customerId));
  const before = new Map<number, Map<string, ItemBefore>>();
  for (const { customerId, sourceKey, dueDate, openCents } of reader.all(BEFORE, { customerIds })) {
    const known = before.get(customerId) ?? new Map<string, ItemBefore>();
    known.set(sourceKey, { dueDate, openCents });
    before.set(customerId, known);
  }
  return before;
}

/** Counts, customer by customer, what differs between before and after. */
class Comparison {
  readonly #asOf: CalendarDate;
  readonly #new = nothing();
  readonly #changed = nothing();
  readonly #settled = nothing();
  readonly #left = nothing();
  readonly #unchanged = nothing();
  readonly #openBefore: OpenLine[] = [];
  readonly #openAfter: OpenLine[] = [];

  constructor(asOf: CalendarDate) {
    this.#asOf = asOf;
  }

  /** Compares one customer; gives what would be open on his account. */
  add(
    customerId: number,
    before: Map<string, ItemBefore>,
    after: Interpretation,
    isConcerned: boolean,
  ): Cents {
    const remainders = remaindersOf(after.items, after.allocations, 'item', this.#asOf);
    let openCents = 0;
    after.items.forEach((item, index) => {
      const remainder = remainders[index];
      const open = remainder?.remainingCents ?? 0;
      openCents += open;
      if (isConcerned && open !== 0) {
        this.#openAfter.push({ key: `${customerId}|${item.key}`, openCents: open });
      }
      const was = before.get(item.key);
      before.delete(item.key);
      if (was === undefined) count(this.#new, item.amountCents);
      else this.#compare(was, { dueDate: item.dueDate, openCents: open }, remainder?.nature);
      if (isConcerned && was !== undefined && was.openCents !== 0) {
        this.#openBefore.push({ key: `${customerId}|${item.key}`, openCents: was.openCents });
      }
    });
    for (const [key, was] of before) {
      if (was.openCents === 0) continue;
      count(this.#left, was.openCents);
      if (isConcerned) {
        this.#openBefore.push({ key: `${customerId}|${key}`, openCents: was.openCents });
      }
    }
    const payments = bookedPaymentsOf(after);
    for (const { remainingCents } of remaindersOf(
      payments,
      after.allocations,
      'payment',
      this.#asOf,
    )) {
      openCents -= remainingCents;
    }
    return openCents;
  }

  #compare(was: ItemBefore, now: ItemBefore, nature: string | null | undefined): void {
    if (was.openCents === 0 && now.openCents === 0) return;
    if (now.openCents === 0) count(nature === 'left' ? this.#left : this.#settled, was.openCents);
    else if (now.openCents === was.openCents && now.dueDate === was.dueDate) {
      count(this.#unchanged, now.openCents);
    } else count(this.#changed, now.openCents - was.openCents);
  }

  totals(): Pick<
    ImportFigures,
    'newItems' | 'changedItems' | 'settledItems' | 'leftItems' | 'unchangedItems'
  > {
    return {
      newItems: this.#new,
      changedItems: this.#changed,
      settledItems: this.#settled,
      leftItems: this.#left,
      unchangedItems: this.#unchanged,
    };
  }

  openLines(meaning: string): Pick<ImportFigures, 'openBefore' | 'openAfter'> {
    if (meaning !== 'open_items') return { openBefore: [], openAfter: [] };
    return { openBefore: this.#openBefore, openAfter: this.#openAfter };
  }
}

function nothing(): Running {
  return { lineCount: 0, amountCents: 0 };
}

function count(running: Running, amountCents: Cents): void {
  running.lineCount += 1;
  running.amountCents += amountCents;
}
