/** The open items that a command names: of these customers, and open. */
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { Reader } from '../../ledger/session.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { readOpenItems } from '../../ledger/views/open-items.ts';
import { CommandRefused } from '../api.ts';

/**
 * The named items that are still open, of one customer or of all the accounts of a payer. Throws
 * `receivable_unknown` for one that is none of theirs; one that was settled meanwhile is left out.
 */
export function openItemsNamed(
  reader: Reader,
  whose: number | readonly number[],
  receivableIds: readonly number[],
): OpenItem[] {
  const customerIds = typeof whose === 'number' ? [whose] : whose;
  const open = new Map(
    customerIds
      .flatMap((customerId) => readOpenItems(reader, customerId))
      .map((item) => [item.receivableId ?? 0, item]),
  );
  return receivableIds.flatMap((receivableId) => {
    const item = open.get(receivableId);
    if (item !== undefined) return [item];
    const owner = readIdentity(reader, receivableId)?.customerId;
    if (owner === undefined || !customerIds.includes(owner)) {
      throw new CommandRefused('receivable_unknown');
    }
    return [];
  });
}
