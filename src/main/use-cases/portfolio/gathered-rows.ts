/** Flat rows of many customers, handed out customer by customer. */
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { CustomerStanding } from '../../ledger/views/customers.ts';
import type {
  ContactLogRecord,
  DisputeRecord,
  FreeReceiptRecord,
  HoldRecord,
  PromiseRecord,
  RejectRecord,
  TaskRecord,
} from '../../ledger/views/people.ts';
import type { VirtuallySettledRecord } from '../../ledger/views/virtually-settled.ts';
import type { CustomerRows } from './customer-account.ts';

export interface GatheredRows {
  readonly records: readonly CustomerStanding[];
  readonly items: readonly OpenItem[];
  readonly promises: readonly PromiseRecord[];
  readonly freeReceipts: readonly FreeReceiptRecord[];
  readonly disputes: readonly DisputeRecord[];
  readonly holds: readonly HoldRecord[];
  readonly calls: readonly ContactLogRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly rejects: readonly RejectRecord[];
  readonly virtuallySettled: readonly VirtuallySettledRecord[];
}

/** Indexes the rows once; `of` then gives those of one customer. */
export function gatherRows(gathered: GatheredRows): { of(record: CustomerStanding): CustomerRows } {
  const index = {
    items: byCustomer(gathered.items),
    promises: byCustomer(gathered.promises),
    freeReceipts: byCustomer(gathered.freeReceipts),
    disputes: byCustomer(gathered.disputes),
    holds: byCustomer(gathered.holds),
    calls: byCustomer(gathered.calls),
    tasks: byCustomer(gathered.tasks),
    rejects: byCustomer(gathered.rejects),
  };
  const virtual = new Map(
    gathered.virtuallySettled.map((row) => [row.customerId, row.overdueCents]),
  );
  return {
    of: (record) => {
      const { customerId } = record;
      return {
        record,
        items: index.items.get(customerId) ?? [],
        promises: index.promises.get(customerId) ?? [],
        freeReceipts: index.freeReceipts.get(customerId) ?? [],
        disputes: index.disputes.get(customerId) ?? [],
        holds: index.holds.get(customerId) ?? [],
        calls: index.calls.get(customerId) ?? [],
        tasks: index.tasks.get(customerId) ?? [],
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
