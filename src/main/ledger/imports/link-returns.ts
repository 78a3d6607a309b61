/**
 * Payments that came back: a debit of the bank that takes a confirmed receipt back says so by
 * itself, so that what the receipt had settled is owed again the day the bank tells it.
 */
import {
  type BankLine,
  findReturned,
} from '../../../shared/domain/payment-return/find-returned.ts';
import type { Writer } from '../session.ts';
import { appendDecision, loadShares } from '../stores/movement-decisions.ts';

/** Records the returns among these movements; gives the customers whose items are owed again. */
export function linkReturns(
  writer: Writer,
  entryId: number,
  lines: readonly BankLine[],
): readonly number[] {
  const found = findReturned(lines).flatMap(({ debitId, receiptId, rejectCode }) =>
    receiptId === null ? [] : [{ debitId, receiptId, rejectCode }],
  );
  const shares = loadShares(
    writer,
    found.map(({ receiptId }) => receiptId),
  );
  const touched = new Set<number>();
  for (const { debitId, receiptId, rejectCode } of found) {
    const taken = shares.filter(({ movementId }) => movementId === receiptId);
    if (taken.length === 0) continue;
    appendDecision(writer, entryId, {
      movementId: debitId,
      kind: 'returned',
      receiptMovementId: receiptId,
      comment: rejectCode ?? '',
      shares: taken.map(({ customerId, amountCents }) => ({
        customerId,
        amountCents: -amountCents,
        allocations: [],
      })),
    });
    for (const { customerId } of taken) touched.add(customerId);
  }
  return [...touched].sort((one, other) => one - other);
}
