/**
 * Which customers may have made a payment, from the IBAN and the name that the bank gives.
 *
 * `iban` this account paid for one customer only so far · `name` all words of the customer's name
 * stand there, and of no other customer · `like` some of them, or an account that several
 * customers share.
 */
import type { MatchIndex } from './match-index.ts';
import type { MatchMovement } from './match-suggestion.ts';
import { nameKeyOf, nameWords } from './payer-names.ts';

export type PayerKnown = 'iban' | 'name' | 'like';

/** A word that so many customers carry says nothing. */
const COMMON_MIN = 40;
const LIKE_MAX = 6;
/** A name of one word must be this long to be told from an ordinary word. */
const LONE_WORD_MIN = 6;

export function findPayers(
  index: MatchIndex,
  movement: MatchMovement,
): ReadonlyMap<number, PayerKnown> {
  const found = new Map<number, PayerKnown>();
  const byIban = index.customersByIban.get(movement.counterpartyIban ?? '') ?? NOBODY;
  for (const customerId of byIban) found.set(customerId, byIban.size === 1 ? 'iban' : 'like');
  for (const [customerId, known] of byName(index, movement)) {
    if (!found.has(customerId) || (known === 'name' && found.get(customerId) === 'like')) {
      found.set(customerId, known);
    }
  }
  return found;
}

const NOBODY: ReadonlySet<number> = new Set();

function byName(index: MatchIndex, movement: MatchMovement): ReadonlyMap<number, PayerKnown> {
  const stated = movement.counterpartyName ?? '';
  const exact = stated === '' ? NOBODY : (index.customersByName.get(nameKeyOf(stated)) ?? NOBODY);
  if (exact.size === 1) return new Map([...exact].map((customerId) => [customerId, 'name']));
  const written = nameWords(`${stated} ${movement.text}`);
  const words = new Set(written);
  const scored: { readonly customerId: number; readonly hits: number; readonly isFull: boolean }[] =
    [];
  for (const customerId of candidatesOf(index, words)) {
    const name = index.wordsOf.get(customerId) as readonly string[];
    const hits = name.filter((word) => words.has(word)).length;
    const isTelling = name.length > 1 || (name[0] as string).length >= LONE_WORD_MIN;
    scored.push({ customerId, hits, isFull: isTelling && hits === name.length });
  }
  const full = scored.filter(({ isFull }) => isFull);
  const best = Math.max(0, ...full.map(({ hits }) => hits));
  const winners = full.filter(({ hits }) => hits === best);
  if (winners.length === 1) {
    return new Map(winners.map(({ customerId }) => [customerId, 'name']));
  }
  const like = scored.sort((a, b) => b.hits - a.hits || a.customerId - b.customerId);
  return new Map(like.slice(0, LIKE_MAX).map(({ customerId }) => [customerId, 'like']));
}

function candidatesOf(index: MatchIndex, words: ReadonlySet<string>): ReadonlySet<number> {
  const candidates = new Set<number>();
  for (const word of words) {
    const customers = index.customersByWord.get(word) ?? NOBODY;
    if (customers.size >= COMMON_MIN) continue;
    for (const customerId of customers) candidates.add(customerId);
  }
  return candidates;
}
