/**
 * Suggestions for receipts of the bank, the surest first, each with its reason.
 *
 * Every receipt is judged by itself: the same receipt always gets the same suggestions, whatever
 * comes before it. Only then are the receipts seen together: where two of them would settle one
 * item by themselves, neither does.
 */
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from '../interpretation/document-key.ts';
import { findPayers } from './find-payers.ts';
import type { IndexedItem, MatchIndex } from './match-index.ts';
import {
  MATCH_CLASSES,
  MATCH_REASONS,
  type MatchAnswer,
  type MatchMovement,
  type MatchSuggestion,
  SUGGESTIONS_MAX,
} from './match-suggestion.ts';
import { digitsOf, nearKindOf, referenceWords, shapeOf } from './reference-words.ts';
import { type NearItem, suggestForCustomer } from './suggest-for-customer.ts';

/** An amount that so many items have says nothing about any of them. */
const AMOUNT_COMMON_MIN = 30;
/** So many numbers are not compared with the words of a receipt. */
const NEAR_COMMON_MIN = 300;

export function matchMovements(
  index: MatchIndex,
  movements: readonly MatchMovement[],
): MatchAnswer[] {
  const answers = movements.map((movement) => matchMovement(index, movement));
  const claims = new Map<number, number>();
  for (const receivableId of answers.flatMap(claimedBy)) {
    claims.set(receivableId, (claims.get(receivableId) ?? 0) + 1);
  }
  return answers.map((answer) =>
    claimedBy(answer).some((receivableId) => claims.get(receivableId) !== 1)
      ? { ...answer, isAutomatic: false }
      : answer,
  );
}

function claimedBy({ isAutomatic, suggestions: [first] }: MatchAnswer): readonly number[] {
  if (!isAutomatic || first === undefined) return [];
  return first.allocations.map(({ receivableId }) => receivableId);
}

export function matchMovement(index: MatchIndex, movement: MatchMovement): MatchAnswer {
  const suggestions = movement.amountCents > 0 ? ranked(allFor(index, movement)) : [];
  const [first, second] = suggestions;
  const isAutomatic =
    first?.matchClass === 'certain' &&
    first.overCents === 0 &&
    first.shortCents === 0 &&
    second?.matchClass !== 'certain';
  return {
    movementId: movement.movementId,
    suggestions: suggestions.slice(0, SUGGESTIONS_MAX),
    isAutomatic,
  };
}

function allFor(index: MatchIndex, movement: MatchMovement): MatchSuggestion[] {
  const { amountCents, currency, endToEndId, text, references } = movement;
  const words = referenceWords([text, ...references, endToEndId]);
  const isOurs = (item: IndexedItem) => item.currency === currency;
  const { named, unknownWords, hasForeignNumber } = namedIn(index, words);
  const digitRuns = text.match(/\d{3,}/g) ?? [];
  const payers = findPayers(index, movement);
  const near = nearIn(index, unknownWords, amountCents).filter(
    ({ item }) => isOurs(item) && !named.has(item),
  );
  const namedList = [...named].filter(isOurs);
  const customers = new Set([
    ...payers.keys(),
    ...namedList.map(({ customerId }) => customerId),
    ...near.map(({ item }) => item.customerId),
  ]);
  const isPayerKnown = [...payers.values()].some((known) => known !== 'like');
  const suggestions = [...customers].flatMap((customerId) => {
    const isCustomers = (item: IndexedItem) => item.customerId === customerId;
    const payer = payers.get(customerId) ?? null;
    return suggestForCustomer({
      customerId,
      amountCents,
      items: (index.itemsOf.get(customerId) ?? []).filter(isOurs),
      named: namedList.filter(isCustomers),
      rivals: rivalsOf(index, namedList.filter(isCustomers), amountCents),
      near: near.filter(({ item }) => isCustomers(item)),
      payer,
      isOthers: isPayerKnown && (payer === null || payer === 'like'),
      digitRuns,
      hasForeignNumber,
    });
  });
  if (suggestions.length > 0) return suggestions;
  return byAmountAlone(index.byAmount.get(amountCents) ?? [], currency);
}

interface Named {
  readonly named: ReadonlySet<IndexedItem>;
  /** Words that name nothing. */
  readonly unknownWords: readonly string[];
  /** A word has the shape of our numbers and is of no open item. */
  readonly hasForeignNumber: boolean;
}

/** Items that these words name, by their whole number or by its digits. */
function namedIn(index: MatchIndex, words: ReadonlySet<string>): Named {
  const named = new Set<IndexedItem>();
  const unknownWords: string[] = [];
  for (const word of words) {
    const found = index.byKey.get(word) ?? index.byDigits.get(digitsOf(word)) ?? [];
    for (const item of found) named.add(item);
    if (found.length === 0) unknownWords.push(word);
  }
  const hasForeignNumber = unknownWords.some((word) => index.shapes.has(shapeOf(word)));
  return { named, unknownWords, hasForeignNumber };
}

/** Items of this amount whose number a slip of the pen turns into the one number named. */
function rivalsOf(
  index: MatchIndex,
  named: readonly IndexedItem[],
  amountCents: Cents,
): readonly IndexedItem[] {
  const [only, second] = named;
  if (only === undefined || second !== undefined) return [];
  const isRival = ({ key }: IndexedItem) =>
    key.length === only.key.length && nearKindOf(key, only.key) !== null;
  const equal = index.byAmount.get(amountCents) ?? [];
  if (equal.length <= NEAR_COMMON_MIN) return equal.filter(isRival);
  // Among so many of other customers there is one: it is not looked for.
  const ofCustomer = index.itemsOf.get(only.customerId) as readonly IndexedItem[];
  const own = ofCustomer.filter((item) => item.outstandingCents === amountCents && isRival(item));
  const stranger = equal.find(({ customerId }) => customerId !== only.customerId);
  return stranger === undefined ? own : [...own, stranger];
}

/** Items of exactly this amount whose number stands there but for digits lost or swapped. */
function nearIn(
  index: MatchIndex,
  words: readonly string[],
  amountCents: Cents,
): readonly NearItem[] {
  const equal = index.byAmount.get(amountCents) ?? [];
  if (equal.length > NEAR_COMMON_MIN) return [];
  return equal.flatMap((item) => {
    const digits = digitsOf(item.key);
    const kinds = words.flatMap((word) => [
      nearKindOf(item.key, word),
      digits === '' ? null : nearKindOf(digits, word),
    ]);
    const told = kinds.filter((kind) => kind !== null);
    if (told.length === 0) return [];
    return [{ item, isChanged: told.every((kind) => kind === 'changed') }];
  });
}

function byAmountAlone(items: readonly IndexedItem[], currency: string): MatchSuggestion[] {
  if (items.length >= AMOUNT_COMMON_MIN) return [];
  return items
    .filter((item) => item.currency === currency)
    .map(({ customerId, receivableId, outstandingCents }) => ({
      customerId,
      allocations: [{ receivableId, amountCents: outstandingCents }],
      shortCents: 0,
      overCents: 0,
      matchClass: 'weak',
      confidence: MATCH_CLASSES.weak,
      reason: 'amount',
    }));
}

/** The surest first; of two that settle the same, the surer one stays. */
function ranked(suggestions: readonly MatchSuggestion[]): MatchSuggestion[] {
  const sorted = suggestions.toSorted(
    (one, other) =>
      other.confidence - one.confidence ||
      one.shortCents + one.overCents - other.shortCents - other.overCents ||
      MATCH_REASONS.indexOf(one.reason) - MATCH_REASONS.indexOf(other.reason) ||
      one.customerId - other.customerId ||
      compareText(markOf(one), markOf(other)),
  );
  const seen = new Set<string>();
  return sorted.filter((suggestion) => {
    const mark = markOf(suggestion);
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

function markOf({ allocations }: MatchSuggestion): string {
  return allocations.map((one) => `${one.receivableId}:${one.amountCents}`).join(' ');
}
