/** Disputes and promises of each customer, month by month: few, so they are read as they stand. */
import {
  type DisputedItem,
  disputedByMonth,
  promisesByMonth,
} from '../../../shared/domain/metrics/dealing-months.ts';
import { isReceivableRole } from '../../../shared/domain/metrics/month-history.ts';
import { type DealingFigures, NO_DEALINGS } from '../../../shared/domain/metrics/month-point.ts';
import type { Month } from '../../../shared/domain/metrics/months.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { canBeLate } from '../../../shared/domain/receivable/net-position.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/session.ts';
import { readDisputedItems } from '../../ledger/views/disputed-items.ts';
import { readFreeReceipts, readPromises } from '../../ledger/views/people.ts';
import { judgeDealings } from '../portfolio/judged-dealings.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** By customer, one for each month; customers of whom nothing is recorded are absent. */
export type Dealings = ReadonlyMap<number, readonly DealingFigures[]>;

/** Reads them for some months, oldest first. */
export function readDealings(
  ledger: Ledger,
  portfolio: Portfolio,
  months: readonly Month[],
): Dealings {
  return ledger.read((reader) => {
    const dealings = new Map<number, DealingFigures[]>();
    const add = (customerId: number, parts: readonly Partial<DealingFigures>[]) => {
      const known = dealings.get(customerId) ?? months.map(() => NO_DEALINGS);
      dealings.set(
        customerId,
        known.map((figures, index) => ({ ...figures, ...parts[index] })),
      );
    };
    for (const [customerId, items] of disputesOf(reader)) {
      add(customerId, disputedByMonth(items, months));
    }
    for (const [customerId, judged] of judgedPromises(reader, portfolio, months)) {
      add(customerId, promisesByMonth(judged, months));
    }
    return dealings;
  }) as Dealings;
}

function disputesOf(reader: Reader): ReadonlyMap<number, readonly DisputedItem[]> {
  const rows = readDisputedItems(reader)
    .filter(({ currency, role }) => currency === LEDGER_CURRENCY && isReceivableRole(role))
    .map((row) => ({ ...row, canBeLate: canBeLate(row.role) }));
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

function* judgedPromises(reader: Reader, portfolio: Portfolio, months: readonly Month[]) {
  const since = months[0]?.startsOn ?? portfolio.today;
  const rows = readPromises(reader, since, null).filter(
    ({ currency }) => currency === LEDGER_CURRENCY,
  );
  for (const [customerId, promises] of Map.groupBy(rows, (row) => row.customerId)) {
    const freeReceipts = readFreeReceipts(reader, customerId);
    const agreements = portfolio.accounts.get(customerId)?.agreements ?? [];
    const judged = judgeDealings({ promises, agreements, freeReceipts }, portfolio);
    yield [customerId, judged.promises] as const;
  }
}
