/** The open items that a command names: of this customer, and open. */
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { Reader } from '../../ledger/session.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { readOpenItems } from '../../ledger/views/open-items.ts';
import { CommandRefused } from '../api.ts';

/**
 * The named items that are still open. Throws `receivable_unknown` for one that is none of this
 * customer's; one that was settled meanwhile is left out.
 */
export function openItemsNamed(
  reader: Reader,
  customerId: number,
  receivableIds: readonly number[],
): OpenItem[] {
  const open = new Map(
    readOpenItems(reader, customerId).map((item) => [item.receivableId ?? 0, item]),
  );
  return receivableIds.flatMap((receivableId) => {
    const item = open.get(receivableId);
    if (item !== undefined) return [item];
    if (readIdentity(reader, receivableId)?.customerId !== customerId) {
      throw new CommandRefused('receivable_unknown');
    }
    return [];
  });
}
