/** Flat rows of many customers, handed out customer by customer. */
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { AgreementRecord } from '../../ledger/views/agreements.ts';
import type { CustomerStanding } from '../../ledger/views/customers.ts';
import type { DelayCauseRecord } from '../../ledger/views/delay-causes.ts';
import type { ItemStateRecord, ToleranceRecord } from '../../ledger/views/item-states.ts';
import type {
  GuaranteeRecord,
  MarkRecord,
  SolvencyRecord,
} from '../../ledger/views/payer-facts.ts';
import type {
  ContactLogRecord,
  DisputeRecord,
  FreeReceiptRecord,
  HoldRecord,
  PromiseRecord,
  RejectRecord,
  TaskRecord,
  UnreadReplyRecord,
} from '../../ledger/views/people.ts';
import type { VirtuallySettledRecord } from '../../ledger/views/virtually-settled.ts';
import type { CustomerRows } from './customer-account.ts';

/** What was agreed with customers and is to be done for them. */
export interface Dealings {
  readonly promises: readonly PromiseRecord[];
  readonly disputes: readonly DisputeRecord[];
  readonly agreements: readonly AgreementRecord[];
  readonly holds: readonly HoldRecord[];
  readonly calls: readonly ContactLogRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly replies: readonly UnreadReplyRecord[];
  readonly marks: readonly MarkRecord[];
  readonly guarantees: readonly GuaranteeRecord[];
  readonly solvencyChecks: readonly SolvencyRecord[];
  readonly states: readonly ItemStateRecord[];
  readonly tolerances: readonly ToleranceRecord[];
  readonly delayCauses: readonly DelayCauseRecord[];
}

/** What the books say of some customers. */
export interface BookRows {
  readonly items: readonly OpenItem[];
  readonly freeReceipts: readonly FreeReceiptRecord[];
  readonly rejects: readonly RejectRecord[];
  readonly virtuallySettled: readonly VirtuallySettledRecord[];
}

/** Dealings by customer: made once for all the runs of a reading. */
export type DealingsIndex = ReturnType<typeof indexDealings>;

export function indexDealings(dealings: Dealings) {
  return {
    promises: byCustomer(dealings.promises),
    disputes: byCustomer(dealings.disputes),
    agreements: byCustomer(dealings.agreements),
    holds: byCustomer(dealings.holds),
    calls: byCustomer(dealings.calls),
    tasks: byCustomer(dealings.tasks),
    replies: byCustomer(dealings.replies),
    marks: byCustomer(dealings.marks),
    guarantees: byCustomer(dealings.guarantees),
    solvencyChecks: byCustomer(dealings.solvencyChecks),
    states: byCustomer(dealings.states),
    tolerances: byCustomer(dealings.tolerances),
    delayCauses: byCustomer(dealings.delayCauses),
  };
}

/** Indexes the rows once; `of` then gives those of one customer. */
export function gatherRows(
  books: BookRows,
  dealings: DealingsIndex,
): { of(record: CustomerStanding): CustomerRows } {
  const index = {
    ...dealings,
    items: byCustomer(books.items),
    freeReceipts: byCustomer(books.freeReceipts),
    rejects: byCustomer(books.rejects),
  };
  const virtual = new Map(books.virtuallySettled.map((row) => [row.customerId, row.overdueCents]));
  return {
    of: (record) => {
      const { customerId } = record;
      return {
        record,
        items: index.items.get(customerId) ?? [],
        promises: index.promises.get(customerId) ?? [],
        freeReceipts: index.freeReceipts.get(customerId) ?? [],
        disputes: index.disputes.get(customerId) ?? [],
        agreements: index.agreements.get(customerId) ?? [],
        holds: index.holds.get(customerId) ?? [],
        calls: index.calls.get(customerId) ?? [],
        tasks: index.tasks.get(customerId) ?? [],
        replies: index.replies.get(customerId) ?? [],
        marks: index.marks.get(customerId) ?? [],
        guarantees: index.guarantees.get(customerId) ?? [],
        solvencyChecks: index.solvencyChecks.get(customerId) ?? [],
        states: index.states.get(customerId) ?? [],
        residueToleranceCents: index.tolerances.get(customerId)?.[0]?.cents ?? null,
        delayCauses: index.delayCauses.get(customerId) ?? [],
        rejects: index.rejects.get(customerId) ?? [],
        virtuallySettledCents: virtual.get(customerId) ?? 0,
      };
    },
  };
}

function byCustomer<Row extends { readonly customerId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
}
