/**
 * What is looked up for every receipt: items by number, by amount and by customer; customers by
 * IBAN and by name. Made once for many receipts; nothing in it depends on the order given.
 */
import type { Cents } from '../../kernel/cents.ts';
import { compareText, documentKeyOf } from '../interpretation/document-key.ts';
import type { LearntPayer, MatchCustomer, MatchItem } from './match-suggestion.ts';
import { nameKeyOf, nameWords } from './payer-names.ts';
import { digitsOf, shapeOf } from './reference-words.ts';

export interface IndexedItem extends MatchItem {
  /** Capitals and digits; '' for a document without a number. */
  readonly key: string;
}

export interface MatchIndex {
  /** By due day, then by `receivableId`. */
  readonly itemsOf: ReadonlyMap<number, readonly IndexedItem[]>;
  readonly byKey: ReadonlyMap<string, readonly IndexedItem[]>;
  /** By digits; only those of one document of one customer. */
  readonly byDigits: ReadonlyMap<string, readonly IndexedItem[]>;
  readonly byAmount: ReadonlyMap<Cents, readonly IndexedItem[]>;
  /** Shapes of our numbers, letters included. */
  readonly shapes: ReadonlySet<string>;
  readonly customersByIban: ReadonlyMap<string, ReadonlySet<number>>;
  readonly customersByName: ReadonlyMap<string, ReadonlySet<number>>;
  readonly customersByWord: ReadonlyMap<string, ReadonlySet<number>>;
  readonly wordsOf: ReadonlyMap<number, readonly string[]>;
}

export interface MatchBooks {
  readonly items: readonly MatchItem[];
  readonly customers: readonly MatchCustomer[];
  readonly learnt: readonly LearntPayer[];
}

export function matchIndexOf({ items, customers, learnt }: MatchBooks): MatchIndex {
  const ordered = items
    .map((item) => ({ ...item, key: documentKeyOf(item.documentNumber) }))
    .sort(
      (one, other) =>
        compareText(one.dueDate ?? one.documentDate, other.dueDate ?? other.documentDate) ||
        one.receivableId - other.receivableId,
    );
  const numbered = ordered.filter(({ key }) => key !== '');
  const byDigits = Map.groupBy(numbered, ({ key }) => digitsOf(key));
  byDigits.delete('');
  for (const [digits, found] of byDigits) {
    const documents = new Set(found.map(({ key, customerId }) => `${key} ${customerId}`));
    if (documents.size > 1) byDigits.delete(digits);
  }
  return {
    itemsOf: Map.groupBy(ordered, ({ customerId }) => customerId),
    byKey: Map.groupBy(numbered, ({ key }) => key),
    byDigits,
    byAmount: Map.groupBy(ordered, ({ outstandingCents }) => outstandingCents),
    shapes: new Set(numbered.map(({ key }) => shapeOf(key))),
    ...payersOf(customers, learnt),
  };
}

type Payers = Pick<
  MatchIndex,
  'customersByIban' | 'customersByName' | 'customersByWord' | 'wordsOf'
>;

function payersOf(customers: readonly MatchCustomer[], learnt: readonly LearntPayer[]): Payers {
  const customersByIban = new Map<string, Set<number>>();
  const customersByName = new Map<string, Set<number>>();
  const customersByWord = new Map<string, Set<number>>();
  const wordsOf = new Map<number, readonly string[]>();
  for (const { customerId, name } of customers) {
    const words = nameWords(name);
    wordsOf.set(customerId, words);
    for (const word of words) addTo(customersByWord, word, customerId);
    addTo(customersByName, nameKeyOf(name), customerId);
  }
  for (const { customerId, iban, name } of learnt) {
    if (iban !== null) addTo(customersByIban, iban, customerId);
    if (name !== null) addTo(customersByName, nameKeyOf(name), customerId);
  }
  return { customersByIban, customersByName, customersByWord, wordsOf };
}

function addTo(map: Map<string, Set<number>>, key: string, customerId: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([customerId]));
  else known.add(customerId);
}
