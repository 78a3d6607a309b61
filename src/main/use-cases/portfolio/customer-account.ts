/**
 * One customer as every screen reads it: his items judged, his sums, what was said with him.
 *
 * Everything follows from flat rows by the rules of the domain; nothing here is stored.
 */
import type { JudgedAgreement } from '../../../shared/domain/agreement/judge-agreement.ts';
import type { BusinessCalendar } from '../../../shared/domain/calendar/business-calendar.ts';
import {
  type ContactState,
  contactStateOf,
} from '../../../shared/domain/contact-log/contact-state.ts';
import { type DisputeStanding, standingOf } from '../../../shared/domain/dispute/dispute.ts';
import type { GraceSettings } from '../../../shared/domain/freshness/lateness.ts';
import { type Hold, heldBy } from '../../../shared/domain/hold/hold.ts';
import { type Causes, causesOf } from '../../../shared/domain/payer/delay-cause.ts';
import { type CustomerProfile, profileOf } from '../../../shared/domain/payer/profile.ts';
import {
  type JudgedPromise,
  promisedByItem,
} from '../../../shared/domain/promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import {
  type PaymentMethod,
  paymentMethodOf,
} from '../../../shared/domain/receivable/payment-method.ts';
import { rejectedItems } from '../../../shared/domain/receivable/rejected-items.ts';
import type {
  CustomerSituation,
  ItemSituation,
} from '../../../shared/domain/receivable/situation.ts';
import { FREE_ITEM } from '../../../shared/domain/receivable/situation.ts';
import {
  type AssessedAccount,
  assessAccount,
  type ChaseContext,
} from '../../../shared/domain/receivable/verdict.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { AgreementRecord } from '../../ledger/views/agreements.ts';
import type { CustomerStanding } from '../../ledger/views/customers.ts';
import type { DelayCauseRecord } from '../../ledger/views/delay-causes.ts';
import type { ItemStateRecord } from '../../ledger/views/item-states.ts';
import type {
  GuaranteeRecord,
  MarkRecord,
  SolvencyRecord,
} from '../../ledger/views/payer-facts.ts';
import type {
  ContactLogRecord,
  DisputeRecord,
  HoldRecord,
  PromiseRecord,
  TaskRecord,
  UnreadReplyRecord,
} from '../../ledger/views/people.ts';
import { itemsInState, stateSituation } from './items-in-state.ts';
import { judgeDealings } from './judged-dealings.ts';
import { loggedContacts } from './logged-contacts.ts';

/** The flat rows of one customer. */
export interface CustomerRows {
  readonly record: CustomerStanding;
  readonly items: readonly OpenItem[];
  readonly promises: readonly PromiseRecord[];
  readonly freeReceipts: readonly {
    readonly receivedDate: CalendarDate;
    readonly remainingCents: Cents;
    readonly currency: string;
  }[];
  readonly disputes: readonly DisputeRecord[];
  readonly agreements: readonly AgreementRecord[];
  readonly holds: readonly HoldRecord[];
  readonly calls: readonly ContactLogRecord[];
  readonly tasks: readonly TaskRecord[];
  /** Answers nobody has read, oldest first. */
  readonly replies: readonly UnreadReplyRecord[];
  /** What a person put in place of the figures and still holds, oldest first. */
  readonly marks: readonly MarkRecord[];
  /** Nobody ended them, in force or not. */
  readonly guarantees: readonly GuaranteeRecord[];
  /** Oldest first. */
  readonly solvencyChecks: readonly SolvencyRecord[];
  /** What people say of his items: one state an item at most. */
  readonly states: readonly ItemStateRecord[];
  /** His own tolerance of small residues; null for that of the settings. */
  readonly residueToleranceCents: Cents | null;
  /** Why he pays late, as it was said, oldest first. */
  readonly delayCauses: readonly DelayCauseRecord[];
  readonly rejects: readonly {
    readonly customerId: number;
    readonly receivedDate: CalendarDate;
    readonly amountCents: Cents;
    readonly currency: string;
    readonly paymentId: number;
    readonly label: string;
    readonly reopenedIds: readonly number[];
  }[];
  readonly virtuallySettledCents: Cents;
}

/** Sums of what an account owes in one currency. */
export interface AccountSums {
  /** Balance of the account: what all lines sum to. */
  readonly outstandingCents: Cents;
  /** Past due on the day, before any credit; bills, retentions and deposits are never late. */
  readonly overdueCents: Cents;
  /** Owed and not past due, what has no due date included. */
  readonly notDueCents: Cents;
  /** Credits, negative. */
  readonly creditsCents: Cents;
  /** Overdue less usable credits, never below zero here (see `netPosition` for the signed one). */
  readonly netDueCents: Cents;
  readonly usableCreditsCents: Cents;
  readonly oldestDaysPastDue: number | null;
}

export interface CurrencySums extends AccountSums {
  readonly currency: string;
}

export interface CustomerAccount extends CustomerRows {
  readonly profile: CustomerProfile | null;
  readonly paymentMethod: PaymentMethod | null;
  /** In the currency of the books. */
  readonly sums: AccountSums;
  /** In the other currencies, in the order of their codes: no sum of the books counts them. */
  readonly otherSums: readonly CurrencySums[];
  /** One a currency. */
  readonly assessed: readonly AssessedAccount[];
  readonly situation: CustomerSituation;
  readonly judgedPromises: readonly JudgedPromise[];
  readonly openDisputes: readonly DisputeRecord[];
  /** Where each dispute stands, open or not, by its id. */
  readonly disputeStandings: ReadonlyMap<number, DisputeStanding>;
  /** Plans and settlements, the oldest first. */
  readonly judgedAgreements: readonly JudgedAgreement[];
  readonly liveHolds: readonly Hold[];
  readonly contact: ContactState;
  /** What holds of it. */
  readonly causes: Causes;
}

export interface AccountContext {
  readonly today: CalendarDate;
  readonly bankDate: CalendarDate | null;
  readonly calendar: BusinessCalendar;
  readonly grace: GraceSettings;
  readonly chase: ChaseContext;
}

/** Judges and sums one customer's rows, each item where its state places it. */
export function customerAccount(stated: CustomerRows, context: AccountContext): CustomerAccount {
  const rows = { ...stated, items: itemsInState(stated) };
  const { record, items } = rows;
  const paymentMethod =
    record.paymentMethod === null ? null : paymentMethodOf(record.paymentMethod);
  const { promises: judgedPromises, agreements: judgedAgreements } = judgeDealings(rows, context);
  const disputeStandings = standingsOf(rows);
  const openDisputes = rows.disputes.filter((dispute) => dispute.outcome === null);
  const liveHolds = rows.holds.filter((row) => !row.isEnded).map(holdOf);
  const profile = record.profile === null ? null : profileOf(record.profile);
  const situation = situationOf(rows, {
    paymentMethod,
    judgedPromises,
    judgedAgreements,
    disputeStandings,
    liveHolds,
    profile,
  });
  const groups = byCurrency(items);
  const assessed = groups.map((own) =>
    assessAccount(own, situationIn(situation, own), context.chase),
  );
  const { sums, otherSums } = sumsByCurrency(groups, assessed, context.today);
  return {
    ...rows,
    profile,
    paymentMethod,
    sums,
    otherSums,
    assessed,
    situation,
    judgedPromises,
    judgedAgreements,
    openDisputes,
    disputeStandings,
    liveHolds,
    contact: contactStateOf(loggedContacts(rows.calls)),
    causes: causesOf(rows.delayCauses),
  };
}

/** Whether something is late on the account, in whatever currency. */
export function hasOverdue({ sums, otherSums }: CustomerAccount): boolean {
  return sums.overdueCents > 0 || otherSums.some(({ overdueCents }) => overdueCents > 0);
}

/** What only virtual lettering settles is in the currency of the books. */
function situationIn(situation: CustomerSituation, items: readonly OpenItem[]): CustomerSituation {
  return items[0]?.currency === LEDGER_CURRENCY
    ? situation
    : { ...situation, virtuallySettledCents: 0 };
}

/** What is late in other currencies than that of the books. */
export function overdueElsewhere({ otherSums }: Pick<CustomerAccount, 'otherSums'>) {
  return otherSums.flatMap(({ currency, overdueCents }) =>
    overdueCents === 0 ? [] : [{ currency, amountCents: overdueCents }],
  );
}

function sumsByCurrency(
  groups: readonly (readonly OpenItem[])[],
  assessed: readonly AssessedAccount[],
  today: CalendarDate,
): Pick<CustomerAccount, 'sums' | 'otherSums'> {
  const all = assessed.map((account, index) => ({
    currency: account.currency ?? LEDGER_CURRENCY,
    ...sumsOf(groups[index] ?? [], account, today),
  }));
  const own = all.find(({ currency }) => currency === LEDGER_CURRENCY);
  const others = all.filter((one) => one !== own);
  return {
    sums: own ?? NOTHING_OWED,
    otherSums: others.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

const NOTHING_OWED: AccountSums = {
  outstandingCents: 0,
  overdueCents: 0,
  creditsCents: 0,
  notDueCents: 0,
  netDueCents: 0,
  usableCreditsCents: 0,
  oldestDaysPastDue: null,
};

function sumsOf(
  items: readonly OpenItem[],
  { position }: AssessedAccount,
  today: CalendarDate,
): AccountSums {
  let outstandingCents = 0;
  let overdueCents = 0;
  let creditsCents = 0;
  let oldest: CalendarDate | null = null;
  for (const item of items) {
    outstandingCents += item.outstandingCents;
    if (item.outstandingCents < 0) creditsCents += item.outstandingCents;
    if (!isOverdue(item, today)) continue;
    overdueCents += item.outstandingCents;
    if (item.dueDate !== null && (oldest === null || item.dueDate < oldest)) oldest = item.dueDate;
  }
  return {
    outstandingCents,
    overdueCents,
    creditsCents,
    notDueCents: outstandingCents - overdueCents - creditsCents,
    netDueCents: Math.max(0, position.netDueCents),
    usableCreditsCents: position.usableCreditsCents,
    oldestDaysPastDue: oldest === null ? null : daysBetween(oldest, today),
  };
}

function situationOf(
  rows: CustomerRows,
  known: {
    readonly paymentMethod: PaymentMethod | null;
    readonly judgedPromises: readonly JudgedPromise[];
    readonly judgedAgreements: readonly JudgedAgreement[];
    readonly disputeStandings: ReadonlyMap<number, DisputeStanding>;
    readonly liveHolds: readonly Hold[];
    readonly profile: CustomerProfile | null;
  },
): CustomerSituation {
  const { record } = rows;
  const held = heldBy(known.liveHolds);
  const items = new Map<number, ItemSituation>();
  const change = (receivableId: number, part: Partial<ItemSituation>) => {
    items.set(receivableId, { ...(items.get(receivableId) ?? FREE_ITEM), ...part });
  };
  const disputed = [...known.disputeStandings.values()].flatMap((one) => one.held);
  for (const { receivableId, amountCents } of disputed) {
    const disputedCents = (items.get(receivableId)?.disputedCents ?? 0) + amountCents;
    change(receivableId, { disputedCents });
  }
  for (const [receivableId, promisedCents] of promisedByItem(known.judgedPromises)) {
    change(receivableId, { promisedCents });
  }
  for (const { agreement, held: covered } of known.judgedAgreements) {
    const part = agreement.kind === 'plan' ? 'plannedCents' : 'offeredCents';
    for (const { receivableId, amountCents } of covered) {
      change(receivableId, { [part]: amountCents });
    }
  }
  for (const receivableId of held.receivables.keys()) change(receivableId, { isHeld: true });
  for (const { receivableId, kind } of rows.states) change(receivableId, stateSituation(kind));
  for (const receivableId of rejectedItems(rows.items, rows.rejects)) {
    change(receivableId, { isRejected: true });
  }
  return {
    customerId: record.customerId,
    isSundry: record.isSundry,
    isSharedAccount: record.isShared,
    isIntraGroup: known.profile === 'group',
    isInsolvent: known.liveHolds.some(
      (hold) => hold.reason === 'insolvency' && hold.receivableId === null,
    ),
    isDoNotChase: record.isDoNotChase,
    isHeld: held.customers.size > 0,
    hasControlDifference: record.controlDifferenceCents !== 0,
    paymentMethod: known.paymentMethod,
    residueToleranceCents: rows.residueToleranceCents,
    virtuallySettledCents: rows.virtuallySettledCents,
    items,
  };
}

function standingsOf({ disputes, items }: CustomerRows): ReadonlyMap<number, DisputeStanding> {
  return new Map(
    disputes.map((dispute) => {
      const credits = items.filter(
        ({ kind, outstandingCents, currency }) =>
          kind === 'credit_note' && outstandingCents < 0 && currency === dispute.currency,
      );
      const free = credits.map(({ documentDate, outstandingCents }) => ({
        day: documentDate,
        amountCents: -outstandingCents,
      }));
      return [dispute.disputeId, standingOf(dispute, free)];
    }),
  );
}

function holdOf(row: HoldRecord): Hold {
  return {
    holdId: row.holdId,
    customerId: row.customerId,
    receivableId: row.receivableId,
    reason: row.reason as Hold['reason'],
    reviewOn: row.reviewOn,
  };
}

function byCurrency(items: readonly OpenItem[]): OpenItem[][] {
  const groups = new Map<string, OpenItem[]>();
  for (const item of items) {
    const known = groups.get(item.currency);
    if (known === undefined) groups.set(item.currency, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}
