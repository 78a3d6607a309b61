/** Compares every waiting movement of the bank with the open items and the accounting. */
import { heldReceipts } from '../../../shared/domain/matching/held-receipts.ts';
import { matchIndexOf } from '../../../shared/domain/matching/match-index.ts';
import { matchMovements } from '../../../shared/domain/matching/match-movements.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  areMatchesStale,
  type KeptMatch,
  loadMatchBooks,
  recordMatches,
} from '../../ledger/stores/matches.ts';

/** Makes them where the books have moved; answers how many movements wait. */
export async function makeMatches(ledger: Ledger): Promise<number> {
  if (!ledger.read(areMatchesStale)) return 0;
  const books = ledger.read(loadMatchBooks);
  const matches = matchesOf(books);
  await ledger.write((writer) => recordMatches(writer, { basis: books.basis, matches }));
  return matches.length;
}

/** What each waiting movement seems to be. */
export function matchesOf(books: ReturnType<typeof loadMatchBooks>): KeptMatch[] {
  const index = matchIndexOf(books);
  const held = heldReceipts(index, books.movements, books.payments);
  const waiting = books.movements.filter(({ movementId }) => !held.has(movementId));
  const matches: KeptMatch[] = matchMovements(index, waiting).map((answer) => ({
    ...answer,
    accountedCustomerId: null,
  }));
  for (const [movementId, accountedCustomerId] of held) {
    matches.push({ movementId, accountedCustomerId, suggestions: [], isAutomatic: false });
  }
  return matches;
}
