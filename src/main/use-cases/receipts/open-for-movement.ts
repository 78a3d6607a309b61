/** The items that a movement may settle: those open, and what it settles already counts as open. */
import type { Reader } from '../../ledger/session.ts';
import { loadAllocations } from '../../ledger/stores/movement-decisions.ts';
import { readItemsNow, readItemsOfCustomer } from '../../ledger/views/bank-receipts.ts';

/** Items of a customer in the currency of the movement. */
export function mayBeSettled(
  reader: Reader,
  of: { readonly movementId: number; readonly customerId: number; readonly currency: string },
) {
  const { customerId, currency } = of;
  const own = new Map(
    loadAllocations(reader, [of.movementId]).map((one) => [one.receivableId, one.amountCents]),
  );
  const open = readItemsOfCustomer(reader, customerId, currency).map((item) => ({
    ...item,
    outstandingCents: item.outstandingCents + (own.get(item.receivableId) ?? 0),
  }));
  const shown = new Set(open.map(({ receivableId }) => receivableId));
  const settled = [...readItemsNow(reader, [...own.keys()]).values()].flatMap((item) => {
    const { receivableId, documentNumber, documentDate, dueDate, outstandingCents } = item;
    const isMissing = !shown.has(receivableId) && item.customerId === customerId;
    const wholeCents = outstandingCents + (own.get(receivableId) ?? 0);
    const row = { receivableId, documentNumber, documentDate, dueDate };
    return isMissing ? [{ ...row, outstandingCents: wholeCents }] : [];
  });
  return [...settled, ...open];
}
