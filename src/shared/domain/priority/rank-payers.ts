/**
 * The ranking of the morning: every payer with something overdue is either ranked by what a call is
 * worth, or left out for a named reason with its amount. Nobody is missing from both.
 *
 * Accounts come judged for a call (`verdict.ts`), so due dates that were only estimated count: a
 * person calls, and the row says « dates estimées ». Automatic messages judge them otherwise.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isOverdue, isUndated } from '../receivable/net-position.ts';
import type { AssessedAccount, Verdict } from '../receivable/verdict.ts';
import { applyFloor } from '../receivable/verdict.ts';
import type { PayerInput } from './payer-input.ts';
import type { ItemTerm, PriorityTerms, ValueContext } from './payer-value.ts';
import {
  callValue,
  comingPaymentDay,
  contactFactor,
  drivingDaysPastDue,
  itemTerms,
  riskOf,
  timeFactor,
} from './payer-value.ts';
import type { PriorityReason } from './priority-reason.ts';
import { priorityReasons } from './priority-reason.ts';
import type { PriorityWeights } from './priority-weights.ts';

export type SuggestedAction =
  | 'call'
  | 'write'
  | 'check_payment'
  | 'find_contact'
  | 'match'
  | 'decide';

/** Sums over a payer's accounts, past due being judged on the day. */
export interface PayerFigures {
  /** Debits that count as late, whatever their verdict. */
  readonly overdueCents: Cents;
  /** Debits without a due date: openings, whose age nobody knows. */
  readonly undatedCents: Cents;
  /** Ordinary debits past due less usable credits, customer by customer. */
  readonly netDueCents: Cents;
  /** M: what may be chased. */
  readonly stakeCents: Cents;
}

/** The figures of a payer in one currency. */
export interface CurrencyFigures extends PayerFigures {
  readonly currency: string;
}

export interface RankedPayer extends PayerFigures {
  readonly payerId: number;
  readonly currency: string;
  /** What he owes in other currencies, which no figure of the row counts. */
  readonly elsewhere: readonly CurrencyFigures[];
  /** 1 for the first. */
  readonly rank: number;
  /** V in weighted cents; 0 for a payer at rest since his last exchange. */
  readonly value: number;
  readonly terms: PriorityTerms;
  readonly items: readonly ItemTerm[];
  readonly accounts: readonly AssessedAccount[];
  /** s: days late of the oldest item that counts. */
  readonly daysPastDue: number;
  /** h; null without a habit. */
  readonly usualDelayDays: number | null;
  readonly hasEstimatedDates: boolean;
  /** Late for long, and nobody did anything for long. */
  readonly isForgotten: boolean;
  /** Of the stake, what is late beyond the forgotten's days. */
  readonly longLateCents: Cents;
  readonly suggestedAction: SuggestedAction;
  readonly reasons: readonly PriorityReason[];
}

/** `email_will_do` and `to_decide` are the ranking's own; the others are verdicts of the items. */
export type LeftOutReason = Verdict | 'email_will_do' | 'to_decide';

export interface LeftOutPayer extends PayerFigures {
  readonly payerId: number;
  readonly currency: string;
  /** What he owes in other currencies, which no figure of the row counts. */
  readonly elsewhere: readonly CurrencyFigures[];
  readonly because: LeftOutReason;
  readonly accounts: readonly AssessedAccount[];
  readonly suggestedAction: SuggestedAction | null;
}

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly RankedPayer[];
  /** Largest amount first; payers with nothing past due and nothing undated are in neither list. */
  readonly leftOut: readonly LeftOutPayer[];
}

/** A row whose place is not known yet: rank 0. */
export interface UnrankedPayer extends RankedPayer {
  rank: number;
}

/** What one payer comes to: a row without a rank, or why he is left out. */
export type PlacedPayer = UnrankedPayer | LeftOutPayer;

/** Ranks all payers. A hundred thousand items take some tens of milliseconds. */
export function rankPayers(payers: readonly PayerInput[], context: ValueContext): Ranking {
  return rankPlaced(payers.flatMap((payer) => placePayer(payer, context) ?? []));
}

/** Puts payers placed one by one in order; their rows are given their ranks. */
export function rankPlaced(placed: readonly PlacedPayer[]): Ranking {
  const ranked: UnrankedPayer[] = [];
  const leftOut: LeftOutPayer[] = [];
  for (const one of placed) {
    if ('because' in one) leftOut.push(one);
    else ranked.push(one);
  }
  ranked.sort(byValue);
  leftOut.sort((a, b) => amountLeftOut(b) - amountLeftOut(a) || a.payerId - b.payerId);
  for (const [index, row] of ranked.entries()) row.rank = index + 1;
  return { ranked, leftOut };
}

/** One payer alone: his row without a rank, why he is left out, or null if nothing is late. */
export function placePayer(payer: PayerInput, context: ValueContext): PlacedPayer | null {
  const accounts = applyFloor(payer.accounts, context.weights.floorCents);
  const figures = figuresOf(accounts);
  if (amountLeftOut(figures) === 0) return null;
  const paymentDay = comingPaymentDay(payer, context);
  const items = itemTerms(payer, accounts, paymentDay, context.weights);
  const because = reasonToLeaveOut(payer, accounts, items, context);
  if (because !== null) {
    const { payerId, currency } = payer;
    const suggestedAction = LEFT_OUT_ACTIONS[because] ?? null;
    const elsewhere: CurrencyFigures[] = [];
    return { payerId, currency, elsewhere, because, accounts, suggestedAction, ...figures };
  }
  return rankedRow(payer, { accounts, figures, items, paymentDay }, context);
}

/** Value, then days late, then stake: the order of the ranking. */
export function byValue(a: RankedPayer, b: RankedPayer): number {
  return (
    b.value - a.value ||
    b.daysPastDue - a.daysPastDue ||
    b.stakeCents - a.stakeCents ||
    a.payerId - b.payerId
  );
}

const LEFT_OUT_ACTIONS: Partial<Record<LeftOutReason, SuggestedAction>> = {
  to_match_first: 'match',
  to_decide: 'decide',
};

function rankedRow(
  payer: PayerInput,
  known: {
    readonly accounts: readonly AssessedAccount[];
    readonly figures: PayerFigures;
    readonly items: readonly ItemTerm[];
    readonly paymentDay: CalendarDate | null;
  },
  context: ValueContext,
): UnrankedPayer {
  const { accounts, figures, items, paymentDay } = known;
  const { weights, today } = context;
  const terms: PriorityTerms = {
    base: items.reduce((sum, { weightedCents }) => sum + weightedCents, 0),
    risk: riskOf(payer, items, weights),
    contact: contactFactor(payer, weights),
    time: timeFactor(payer, context),
  };
  const longLateCents = items.reduce(
    (sum, { stakeCents, daysPastDue }) =>
      sum + (daysPastDue > weights.forgotten.lateBeyondDays ? stakeCents : 0),
    0,
  );
  const { lastActionDate } = payer.contact;
  const isSilent =
    lastActionDate === null || daysBetween(lastActionDate, today) >= weights.forgotten.silentDays;
  // Written out: twenty thousand of them are made every morning, and spreads cost most of it.
  return {
    payerId: payer.payerId,
    currency: payer.currency,
    elsewhere: [],
    overdueCents: figures.overdueCents,
    undatedCents: figures.undatedCents,
    netDueCents: figures.netDueCents,
    stakeCents: figures.stakeCents,
    accounts,
    rank: 0,
    value: callValue(terms),
    terms,
    items,
    daysPastDue: drivingDaysPastDue(items, weights),
    usualDelayDays: payer.usualDelayDays,
    hasEstimatedDates: items.some(({ assessed }) => assessed.isDateEstimated),
    isForgotten: longLateCents > 0 && isSilent,
    longLateCents,
    suggestedAction: suggestedActionOf(payer, items, paymentDay, weights),
    reasons: priorityReasons(payer, items, paymentDay, context),
  };
}

function figuresOf(accounts: readonly AssessedAccount[]): PayerFigures {
  let overdueCents = 0;
  let undatedCents = 0;
  let netDueCents = 0;
  let stakeCents = 0;
  for (const account of accounts) {
    overdueCents += account.overdueCents;
    undatedCents += account.undatedCents;
    // One customer's credit does not reduce another's debt.
    netDueCents += Math.max(0, account.position.netDueCents);
    stakeCents += account.chaseableCents;
  }
  return { overdueCents, undatedCents, netDueCents, stakeCents };
}

function amountLeftOut(figures: PayerFigures): Cents {
  return figures.overdueCents + figures.undatedCents;
}

function reasonToLeaveOut(
  payer: PayerInput,
  accounts: readonly AssessedAccount[],
  items: readonly ItemTerm[],
  context: ValueContext,
): LeftOutReason | null {
  const { weights, today } = context;
  if (items.length === 0) return mainVerdict(accounts, today);
  const { leftOut } = weights;
  const stakeCents = items.reduce((sum, item) => sum + item.stakeCents, 0);
  const daysPastDue = drivingDaysPastDue(items, weights);
  const { unansweredCount } = payer.contact;
  if (daysPastDue > leftOut.decideBeyondDays && unansweredCount >= leftOut.decideAfterTries) {
    return 'to_decide';
  }
  const isEmailEnough =
    payer.isEmailPlannedToday &&
    stakeCents < leftOut.emailBelowCents &&
    daysPastDue <= leftOut.emailUpToDays &&
    payer.brokenPromises.length === 0;
  return isEmailEnough ? 'email_will_do' : null;
}

/** The verdict that holds most of what is past due or undated. */
function mainVerdict(accounts: readonly AssessedAccount[], today: CalendarDate): Verdict {
  const amounts = new Map<Verdict, Cents>();
  for (const { item, parts } of accounts.flatMap(({ items }) => items)) {
    if (!isOverdue(item, today) && !isUndated(item)) continue;
    for (const { verdict, amountCents } of parts) {
      amounts.set(verdict, (amounts.get(verdict) ?? 0) + amountCents);
    }
  }
  let main: Verdict = 'settled';
  let mainCents = 0;
  for (const [verdict, amountCents] of amounts) {
    if (amountCents <= mainCents) continue;
    main = verdict;
    mainCents = amountCents;
  }
  return main;
}

function suggestedActionOf(
  payer: PayerInput,
  items: readonly ItemTerm[],
  paymentDay: CalendarDate | null,
  weights: PriorityWeights,
): SuggestedAction {
  if (payer.reach === 'none') return 'find_contact';
  if (payer.contact.unansweredCount >= weights.contact.unansweredTries) return 'write';
  const isExpected =
    paymentDay !== null && items.every(({ chance }) => chance >= weights.chance.paymentDay);
  if (isExpected) return 'check_payment';
  return payer.reach === 'mail' || payer.reach === 'portal' ? 'write' : 'call';
}
