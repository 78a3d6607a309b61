/**
 * What a receipt may pay of one customer's items, from what names them and who pays.
 *
 * Each rule gives at most one suggestion. A suggestion that leaves out a document which the payer
 * named is only possible: he knows better what he pays.
 */
import { type Cents, sumCents } from '../../kernel/cents.ts';
import type { PayerKnown } from './find-payers.ts';
import type { IndexedItem } from './match-index.ts';
import {
  MATCH_CLASSES,
  type MatchAllocation,
  type MatchClass,
  type MatchReason,
  type MatchSuggestion,
} from './match-suggestion.ts';
import { subsetSum } from './subset-sums.ts';

/** What a bank keeps of a transfer from abroad, at most: 30 €, and never over a tenth. */
const FEE_MAX: Cents = 3000;
const FEE_SHARE = 10;

export interface NearItem {
  readonly item: IndexedItem;
  /** A sign is another one: it may be the number of another document. */
  readonly isChanged: boolean;
}

export interface CustomerCase {
  readonly customerId: number;
  readonly amountCents: Cents;
  /** Open items of the customer, in the currency of the receipt, the oldest first. */
  readonly items: readonly IndexedItem[];
  /** Those that the text names. */
  readonly named: readonly IndexedItem[];
  /** Items of this amount, of anybody, whose number is one slip away from the one named. */
  readonly rivals: readonly IndexedItem[];
  /** Those that it nearly names, of exactly this amount. */
  readonly near: readonly NearItem[];
  readonly payer: PayerKnown | null;
  /** The account or the name that pays is known as another customer's. */
  readonly isOthers: boolean;
  /** Runs of digits in the text: one that is in no number of what is suggested contradicts it. */
  readonly digitRuns: readonly string[];
  /** One of them has the shape of our numbers and is of no open item. */
  readonly hasForeignNumber: boolean;
}

interface Draft {
  readonly items: readonly IndexedItem[];
  readonly reason: MatchReason;
  readonly matchClass: MatchClass;
}

export function suggestForCustomer(given: CustomerCase): MatchSuggestion[] {
  const drafts = [...byNumbers(given), ...byNear(given), ...byPayer(given)];
  return drafts.map((draft) => written(draft, given));
}

function byNumbers(given: CustomerCase): Draft[] {
  const { named, amountCents, items, payer } = given;
  if (named.length === 0) return [];
  const total = totalOf(named);
  const drafts: Draft[] = [];
  const add = (reason: MatchReason, matchClass: MatchClass, of = named) => {
    drafts.push({ items: of, reason, matchClass });
  };
  if (amountCents === total) {
    add('numbers', isDoubtful(given) ? 'likely' : 'certain');
    return drafts;
  }
  const discount = sumCents(named.map(({ discountCents }) => discountCents));
  if (discount > 0 && amountCents === total - discount) add('numbers_discount', 'strong');
  const some = subsetSum(amountsOf(named), amountCents, 1);
  if (some !== null) add('numbers_some', 'possible', pick(named, some.picks));
  const others = items.filter((item) => !named.includes(item));
  const more = subsetSum(amountsOf(others), amountCents - total, 1);
  if (more !== null) {
    const isSure = more.isOnly && payer !== null;
    add('numbers_more', isSure ? 'strong' : 'likely', [...named, ...pick(others, more.picks)]);
  }
  if (isFee(total - amountCents, total)) add('numbers_fee', 'likely');
  else if (total > amountCents && named.length === 1) add('number_part', 'possible');
  else if (total > 0 && total < amountCents) add('numbers_over', 'weak');
  return drafts;
}

/** A number well read may still be that of another document: a slip, or one of several. */
function isDoubtful(given: CustomerCase): boolean {
  const { payer, rivals, customerId } = given;
  const isKnown = payer === 'iban' || payer === 'name';
  const isRivalled = rivals.some((item) => !isKnown || item.customerId === customerId);
  return given.isOthers || given.hasForeignNumber || isRivalled;
}

function byNear({ near, payer }: CustomerCase): Draft[] {
  const [only, second] = near;
  if (only === undefined) return [];
  const isSure = payer === 'iban' && !only.isChanged;
  const isKnown = payer === 'iban' || payer === 'name';
  const alone = isSure ? 'certain' : isKnown ? 'strong' : 'likely';
  const matchClass = second === undefined ? alone : 'possible';
  return [{ items: [only.item], reason: 'number_near', matchClass }];
}

function byPayer(given: CustomerCase): Draft[] {
  const { items, amountCents, payer } = given;
  if (payer === null || items.length === 0) return [];
  const drafts: Draft[] = [];
  const add = (reason: MatchReason, matchClass: MatchClass, of: readonly IndexedItem[]) => {
    drafts.push({ items: of, reason, matchClass: limited(matchClass, of, given) });
  };
  const equal = items.filter(({ outstandingCents }) => outstandingCents === amountCents);
  if (equal.length > 0) {
    add('payer_amount', equal.length === 1 ? 'certain' : 'possible', equal.slice(0, 1));
    return drafts;
  }
  if (items.length > 1) drafts.push(...bySum(given));
  const discounted = items.filter(
    (item) => item.discountCents > 0 && item.outstandingCents - item.discountCents === amountCents,
  );
  if (discounted.length === 1) add('payer_discount', 'strong', discounted);
  const only = items[0] as IndexedItem;
  if (items.length === 1 && only.outstandingCents > amountCents) {
    const fee = isFee(only.outstandingCents - amountCents, only.outstandingCents);
    add(fee ? 'payer_fee' : 'payer_part', fee ? 'likely' : 'possible', items);
  }
  return drafts;
}

/** Several items of the customer: all of them, the oldest ones, or the only ones that fit. */
function bySum(given: CustomerCase): Draft[] {
  const { items, amountCents } = given;
  if (totalOf(items) === amountCents) {
    return [{ items, reason: 'payer_all', matchClass: limited('certain', items, given) }];
  }
  const drafts: Draft[] = [];
  let sum = 0;
  for (const [index, { outstandingCents }] of items.entries()) {
    sum += outstandingCents;
    if (sum !== amountCents) continue;
    const oldest = items.slice(0, index + 1);
    const matchClass = limited('strong', oldest, given);
    drafts.push({ items: oldest, reason: 'payer_oldest', matchClass });
    break;
  }
  const subset = subsetSum(amountsOf(items), amountCents);
  if (subset !== null) {
    const picked = pick(items, subset.picks);
    const matchClass = limited(subset.isOnly ? 'strong' : 'possible', picked, given);
    drafts.push({ items: picked, reason: 'payer_sum', matchClass });
  }
  return drafts;
}

const ORDER = Object.keys(MATCH_CLASSES) as readonly MatchClass[];

/** The class that a payer allows at most, and one who names something else. */
function limited(
  matchClass: MatchClass,
  items: readonly IndexedItem[],
  { payer, named, digitRuns }: CustomerCase,
): MatchClass {
  let most: MatchClass = payer === 'iban' ? 'certain' : payer === 'name' ? 'strong' : 'possible';
  if (named.some((item) => !items.includes(item))) most = 'weak';
  else if (payer !== 'like' && digitRuns.some((run) => !isIn(items, run))) most = 'likely';
  return ORDER.indexOf(matchClass) < ORDER.indexOf(most) ? most : matchClass;
}

function isIn(items: readonly IndexedItem[], run: string): boolean {
  return items.some(({ key }) => key.includes(run));
}

/** The items take the receipt from the oldest on; credit notes are used up first. */
function written({ items, reason, matchClass }: Draft, given: CustomerCase): MatchSuggestion {
  const credits = items.filter(({ outstandingCents }) => outstandingCents < 0);
  const owed = items.filter(({ outstandingCents }) => outstandingCents > 0);
  const allocations: MatchAllocation[] = credits.map(({ receivableId, outstandingCents }) => ({
    receivableId,
    amountCents: outstandingCents,
  }));
  let rest = given.amountCents - totalOf(credits);
  for (const { receivableId, outstandingCents } of owed) {
    const amountCents = Math.min(rest, outstandingCents);
    if (amountCents > 0) allocations.push({ receivableId, amountCents });
    rest -= amountCents;
  }
  return {
    customerId: given.customerId,
    allocations: allocations.sort((a, b) => a.receivableId - b.receivableId),
    shortCents: Math.max(0, totalOf(items) - given.amountCents),
    overCents: rest,
    matchClass,
    confidence: MATCH_CLASSES[matchClass],
    reason,
  };
}

function isFee(short: Cents, total: Cents): boolean {
  return short > 0 && short <= FEE_MAX && short * FEE_SHARE <= total;
}

function amountsOf(items: readonly IndexedItem[]): Cents[] {
  return items.map(({ outstandingCents }) => outstandingCents);
}

function totalOf(items: readonly IndexedItem[]): Cents {
  return sumCents(amountsOf(items));
}

function pick(items: readonly IndexedItem[], picks: readonly number[]): IndexedItem[] {
  return picks.map((index) => items[index] as IndexedItem);
}
