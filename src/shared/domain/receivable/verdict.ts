/**
 * Why an item is chased or not, amount by amount.
 *
 * Every open debit is cut into parts, each with one verdict; the parts sum to what is open, so that
 * chased and not chased are all that is owed, to the cent, and nothing is forgotten silently. The
 * first verdict that applies wins, in this order: stops first, dates after. An item may be half
 * disputed: the rest of it goes on down the list.
 *
 * Two purposes, which differ on one point. A message that leaves by itself may not rest on a due
 * date that was only estimated. A telephone call may: a person makes it, sees « date estimée »
 * beside the amount, and asks. An item with no due date at all (an opening) has no age to speak of
 * and is left out of both.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { dayNumberOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { ratioOf } from '../../kernel/cents.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { GraceSettings } from '../freshness/lateness.ts';
import { certainUpTo, GRACE_DEFAULTS, graceOf } from '../freshness/lateness.ts';
import { isSmallResidue } from '../item-state/residue.ts';
import type { AccountRole } from '../statement/account-role.ts';
import type { NetPosition } from './net-position.ts';
import { byAge, isOverdue, isPastDue, isUndated, netPosition } from './net-position.ts';
import type { OpenItem } from './open-item.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { CustomerSituation, ItemSituation } from './situation.ts';
import { FREE_ITEM } from './situation.ts';

/** In order of precedence. `chaseable` is what is left when nothing else applies. */
export const VERDICTS = [
  'settled',
  'bill',
  'doubtful',
  'retention',
  'to_invoice',
  'deposit',
  'group',
  'rounding',
  'sundry',
  'other_account',
  'shared_account',
  'factored',
  'handed_over',
  'insolvency',
  'books_differ',
  'to_match_first',
  'date_not_confirmed',
  'disputed',
  'promised',
  'plan',
  'settlement',
  'blocked_at_customer',
  'do_not_chase',
  'stop',
  'net_not_positive',
  'covered_by_credit',
  'direct_debit',
  'not_certain',
  'not_due',
  'small_residue',
  'below_floor',
  'chaseable',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictPart {
  readonly verdict: Verdict;
  /** Above zero, but for a settled item. */
  readonly amountCents: Cents;
}

export interface AssessedItem {
  readonly item: OpenItem;
  /** Calendar days since the due date on the day itself; null without one, negative before it. */
  readonly daysPastDue: number | null;
  readonly parts: readonly VerdictPart[];
  readonly chaseableCents: Cents;
  readonly isDateEstimated: boolean;
}

/** One customer's account in one currency, judged. */
export interface AssessedAccount {
  readonly customerId: number;
  /** Null for an account without an item. */
  readonly currency: string | null;
  readonly position: NetPosition;
  readonly isToMatchFirst: boolean;
  /** Debits that count as late (échu), whatever their verdict. */
  readonly overdueCents: Cents;
  /** Debits without a due date: openings, whose age nobody knows. */
  readonly undatedCents: Cents;
  /** Debits, oldest first; credits are in the position. */
  readonly items: readonly AssessedItem[];
  readonly chaseableCents: Cents;
}

export interface ChaseContext {
  readonly today: CalendarDate;
  readonly purpose: 'automatic' | 'call';
  /** Credits beyond this share of the gross overdue send the customer to « à lettrer d'abord ». */
  readonly matchFirstShareBasisPoints: number;
  /** What is left of an item at most for it to be a small residue, for most customers. */
  readonly residueToleranceCents: Cents;
  /** Latest due date surely unpaid for a method; null where no bank date is known. */
  readonly certainUpTo: (method: PaymentMethod | null) => CalendarDate | null;
}

export interface ChaseSettings {
  readonly today: CalendarDate;
  readonly bankDate: CalendarDate | null;
  readonly purpose: 'automatic' | 'call';
  readonly calendar: BusinessCalendar;
  readonly grace?: GraceSettings;
  readonly matchFirstShareBasisPoints?: number;
  /** 0, which knows no residue, unless given. */
  readonly residueToleranceCents?: Cents;
}

export const MATCH_FIRST_SHARE_BASIS_POINTS = 3000;

/** Prepares what all items share, so that judging one costs comparisons only. */
export function chaseContext(settings: ChaseSettings): ChaseContext {
  const { today, bankDate, purpose, calendar, grace = GRACE_DEFAULTS } = settings;
  const cutOffs = new Map<number, CalendarDate>();
  return {
    today,
    purpose,
    matchFirstShareBasisPoints:
      settings.matchFirstShareBasisPoints ?? MATCH_FIRST_SHARE_BASIS_POINTS,
    residueToleranceCents: settings.residueToleranceCents ?? 0,
    certainUpTo: (method) => {
      if (bankDate === null) return null;
      const days = graceOf(method, grace);
      const cutOff = cutOffs.get(days) ?? certainUpTo(bankDate, days, calendar);
      cutOffs.set(days, cutOff);
      return cutOff;
    },
  };
}

/** Judges the open items of one customer in one currency. */
export function assessAccount(
  items: readonly OpenItem[],
  situation: CustomerSituation,
  context: ChaseContext,
): AssessedAccount {
  const position = netPosition(items, context.today);
  const isToMatch = isToMatchFirst(position, situation, context);
  const account: Account = {
    situation,
    context,
    position,
    isToMatchFirst: isToMatch,
    certainUpTo: context.certainUpTo(situation.paymentMethod),
    todayNumber: dayNumberOf(context.today),
    usableCents: position.usableCreditsCents,
  };
  const debits = items.filter((item) => item.outstandingCents >= 0).sort(byAge);
  const assessed: AssessedItem[] = [];
  let overdueCents = 0;
  let undatedCents = 0;
  let chaseableCents = 0;
  for (const item of debits) {
    const judged = assessItem(item, account);
    assessed.push(judged);
    chaseableCents += judged.chaseableCents;
    if (isOverdue(item, context.today)) overdueCents += item.outstandingCents;
    else if (isUndated(item)) undatedCents += item.outstandingCents;
  }
  return {
    customerId: situation.customerId,
    currency: items[0]?.currency ?? null,
    position,
    isToMatchFirst: isToMatch,
    overdueCents,
    undatedCents,
    items: assessed,
    chaseableCents,
  };
}

/**
 * Applies the floor to a payer's accounts together: below it nothing of them is chased alone, and
 * the amounts say so. A payer of many small accounts is thus not below it on each.
 */
export function applyFloor(
  accounts: readonly AssessedAccount[],
  floorCents: Cents,
): readonly AssessedAccount[] {
  const total = accounts.reduce((sum, { chaseableCents }) => sum + chaseableCents, 0);
  if (total === 0 || total >= floorCents) return accounts;
  const below = (item: AssessedItem): AssessedItem => ({
    ...item,
    chaseableCents: 0,
    parts: item.parts.map((part) =>
      part.verdict === 'chaseable' ? { ...part, verdict: 'below_floor' } : part,
    ),
  });
  return accounts.map((account) => ({
    ...account,
    chaseableCents: 0,
    items: account.items.map(below),
  }));
}

interface Account {
  readonly situation: CustomerSituation;
  readonly context: ChaseContext;
  readonly position: NetPosition;
  readonly isToMatchFirst: boolean;
  readonly certainUpTo: CalendarDate | null;
  readonly todayNumber: number;
  /** Usable credits left; items are judged oldest first and take from it. */
  usableCents: Cents;
}

function isToMatchFirst(
  position: NetPosition,
  situation: CustomerSituation,
  context: ChaseContext,
): boolean {
  const credits = position.usableCreditsCents + situation.virtuallySettledCents;
  // What virtual lettering took off would be overdue without it.
  const gross = position.grossOverdueCents + situation.virtuallySettledCents;
  return gross > 0 && credits > ratioOf(gross, context.matchFirstShareBasisPoints, 10_000);
}

function assessItem(item: OpenItem, account: Account): AssessedItem {
  const parts = partsOf(item, account);
  return {
    item,
    daysPastDue: item.dueDate === null ? null : account.todayNumber - dayNumberOf(item.dueDate),
    parts,
    chaseableCents: parts.find(({ verdict }) => verdict === 'chaseable')?.amountCents ?? 0,
    isDateEstimated: item.dueBasis === 'estimated',
  };
}

function partsOf(item: OpenItem, account: Account): readonly VerdictPart[] {
  const { situation } = account;
  const own = itemSituation(item, situation);
  const whole = wholeVerdict(item, own, account);
  if (whole !== null) return [{ verdict: whole, amountCents: item.outstandingCents }];
  if (item.dueDate === null || !isDateEnough(item, account.context)) {
    return [{ verdict: 'date_not_confirmed', amountCents: item.outstandingCents }];
  }
  const named = account.position.namedCents.get(item) ?? 0;
  const isFree = own === FREE_ITEM && !situation.isDoNotChase && !situation.isHeld && named === 0;
  // Most items: one verdict for the whole, without cutting anything.
  if (isFree && account.usableCents === 0) {
    const verdict = lastVerdict(item, own, account);
    return [{ verdict, amountCents: item.outstandingCents }];
  }
  const parts = new Map<Verdict, Cents>();
  let left = item.outstandingCents;
  const take = (verdict: Verdict, amount: Cents): Cents => {
    const taken = Math.min(left, amount);
    if (taken > 0) parts.set(verdict, (parts.get(verdict) ?? 0) + taken);
    left -= taken;
    return taken;
  };
  take('disputed', own.disputedCents);
  take('promised', own.promisedCents);
  take('plan', own.plannedCents);
  take('settlement', own.offeredCents);
  if (own.isBlocked) take('blocked_at_customer', left);
  if (situation.isDoNotChase) take('do_not_chase', left);
  if (situation.isHeld || own.isHeld) take('stop', left);
  const covered = account.position.netDueCents > 0 ? 'covered_by_credit' : 'net_not_positive';
  take(covered, named);
  account.usableCents -= take(covered, account.usableCents);
  take(lastVerdict(item, own, account), left);
  return Array.from(parts, ([verdict, amountCents]) => ({ verdict, amountCents }));
}

function itemSituation(item: OpenItem, situation: CustomerSituation): ItemSituation {
  if (item.receivableId === null) return FREE_ITEM;
  return situation.items.get(item.receivableId) ?? FREE_ITEM;
}

const ROLE_VERDICTS: Readonly<Record<AccountRole, Verdict | null>> = {
  ordinary: null,
  bill: 'bill',
  doubtful: 'doubtful',
  retention: 'retention',
  to_invoice: 'to_invoice',
  deposit: 'deposit',
  group: 'group',
  rounding: 'rounding',
  sundry: 'sundry',
  other: 'other_account',
};

/** What takes the item as a whole, before any part of it is looked at. */
function wholeVerdict(item: OpenItem, own: ItemSituation, account: Account): Verdict | null {
  const { situation } = account;
  if (item.outstandingCents === 0) return 'settled';
  const byRole = ROLE_VERDICTS[item.role];
  if (byRole !== null) return byRole;
  if (situation.isSundry) return 'sundry';
  if (situation.isSharedAccount) return 'shared_account';
  if (own.state !== null) return own.state;
  if (situation.isInsolvent) return 'insolvency';
  if (situation.hasControlDifference) return 'books_differ';
  // Money that went back and that nothing explains is for the accountant, not for the customer.
  if (account.isToMatchFirst || item.kind === 'payment') return 'to_match_first';
  return null;
}

function isDateEnough(item: OpenItem, context: ChaseContext): boolean {
  return item.dueBasis !== 'estimated' || context.purpose === 'call';
}

/** What is left of an item after parts and credits: chaseable, or why its day has not come. */
function lastVerdict(item: OpenItem, own: ItemSituation, account: Account): Verdict {
  const { situation, context } = account;
  if (situation.isIntraGroup) return 'group';
  if (!isPastDue(item, context.today)) return 'not_due';
  if (own.isRejected) return 'chaseable';
  if (situation.paymentMethod === 'direct_debit') return 'direct_debit';
  const { dueDate } = item;
  const isCertain =
    account.certainUpTo !== null && dueDate !== null && dueDate <= account.certainUpTo;
  if (!isCertain) return 'not_certain';
  const tolerance = situation.residueToleranceCents ?? context.residueToleranceCents;
  return isSmallResidue(item, tolerance) ? 'small_residue' : 'chaseable';
}
