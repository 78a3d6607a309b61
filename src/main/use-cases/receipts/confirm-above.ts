/** Confirms in bulk what is sure enough: the first suggestion of each waiting movement. */
import {
  MATCH_CLASSES,
  type MatchClass,
  type MatchSuggestion,
} from '../../../shared/domain/matching/match-suggestion.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import { loadMovement } from '../../ledger/stores/bank-movements.ts';
import { readItemsNow, readSuggested } from '../../ledger/views/bank-receipts.ts';
import { appendConfirmation, interpretAgain } from './decide-receipts.ts';
import { receivablesOf, suggestionsIn } from './receipt-rows.ts';

/** So many at once keep the other calls waiting for a tenth of a second. */
const AT_ONCE_MAX = 100;

interface Sure {
  readonly movementId: number;
  readonly suggestion: MatchSuggestion;
}

/**
 * Waiting movements whose first suggestion reaches a class. In the surest class only those that
 * nothing rivals count.
 */
export function sureEnough(reader: Reader, least: MatchClass): readonly Sure[] {
  return readSuggested(reader).flatMap(({ movementId, isAutomatic, suggestions }) => {
    const [suggestion] = suggestionsIn(suggestions);
    if (suggestion === undefined) return [];
    const isSure =
      least === 'certain' ? isAutomatic : suggestion.confidence >= MATCH_CLASSES[least];
    return isSure ? [{ movementId, suggestion }] : [];
  });
}

/** Confirms the next of them; items that one took are not taken by another. */
export function confirmAbove(writer: Writer, entryId: number, least: MatchClass) {
  const sure = sureEnough(writer, least);
  const items = readItemsNow(
    writer,
    sure.flatMap(({ suggestion }) => receivablesOf(suggestion)),
  );
  const open = new Map([...items].map(([id, { outstandingCents }]) => [id, outstandingCents]));
  const touched = new Set<number>();
  const decisionIds: number[] = [];
  let leftCount = 0;
  for (const { movementId, suggestion } of sure) {
    if (!take(open, suggestion)) continue;
    const movement = loadMovement(writer, movementId);
    if (movement === null) continue;
    if (decisionIds.length === AT_ONCE_MAX) {
      leftCount += 1;
      continue;
    }
    const { customerId, allocations } = suggestion;
    const made = { movementId, customerId, allocations };
    decisionIds.push(appendConfirmation(writer, entryId, { movement, made, touched }));
  }
  interpretAgain(writer, touched);
  return { decisionIds, remainingCount: leftCount };
}

/** Takes what a suggestion wants from what is open; false where it is no longer there. */
function take(open: Map<number, Cents>, { allocations }: MatchSuggestion): boolean {
  const isThere = allocations.every(({ receivableId, amountCents }) => {
    const left = open.get(receivableId) ?? 0;
    return amountCents > 0 ? amountCents <= left : amountCents >= left;
  });
  if (!isThere) return false;
  for (const { receivableId, amountCents } of allocations) {
    open.set(receivableId, (open.get(receivableId) ?? 0) - amountCents);
  }
  return true;
}
