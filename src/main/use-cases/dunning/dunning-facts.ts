/**
 * Facts of every payer as the planner takes them, from the portfolio and from what was written,
 * answered and let through.
 */
import type {
  BrokenPromiseFact,
  CustomerTraits,
  LastExchange,
  PastMessage,
  PlannerAccount,
  PlannerPayer,
  Segment,
} from '../../../shared/domain/dunning/planner-input.ts';
import type { StepChannel } from '../../../shared/domain/dunning/scenario.ts';
import { segmentOf } from '../../../shared/domain/dunning/segment-simple.ts';
import { isUnderWay } from '../../../shared/domain/outbox/notice-state.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  readCallMoments,
  readDunningChoices,
  readMessages,
  readOverrides,
  readReplyDays,
  readUnread,
} from '../../ledger/views/dunning-facts.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { addressesOf, type CustomerAddresses, readAddresses } from './addresses.ts';
import { readItemEvents } from './item-events.ts';

/** Messages older than this no longer pace anything. */
const MESSAGE_DAYS = 120;
const EXCHANGE_DAYS = 60;

/** What a person chose for one customer. */
export interface DunningChoice {
  readonly scenarioKey: string | null;
  readonly language: 'fr' | 'en' | null;
  readonly vipOwner: string | null;
  readonly closures: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[];
  readonly freeSentence: string;
  readonly risk: CustomerTraits['risk'];
}

export const NO_CHOICE: DunningChoice = {
  scenarioKey: null,
  language: null,
  vipOwner: null,
  closures: [],
  freeSentence: '',
  risk: null,
};

type Messages = ReturnType<typeof readMessages>;

/** Everything beside the portfolio, read at one version of the ledger. */
export interface DunningFacts {
  readonly events: ReturnType<typeof readItemEvents>;
  readonly messages: ReadonlyMap<number, Messages>;
  readonly unread: ReadonlySet<number>;
  readonly exchanges: ReadonlyMap<number, readonly LastExchange[]>;
  readonly overrides: ReadonlyMap<number, PlannerPayer['overrides']>;
  readonly addresses: ReadonlyMap<number, CustomerAddresses>;
  readonly choices: ReadonlyMap<number, DunningChoice>;
}

/** Reads them for all payers, or for one: what is looked at again before a message leaves. */
export function readDunningFacts(
  reader: Reader,
  portfolio: Portfolio,
  payerId: number | null = null,
): DunningFacts {
  const { today, settings } = portfolio;
  const since = addDays(today, -MESSAGE_DAYS);
  const ids =
    payerId === null ? [null] : [...new Set([payerId, ...(portfolio.payers.get(payerId) ?? [])])];
  return {
    events: new Map(ids.flatMap((id) => [...readItemEvents(reader, id)])),
    messages: groupBy(readMessages(reader, since, payerId), (row) => row.payerId),
    unread: new Set(ids.flatMap((id) => [...readUnread(reader, id)])),
    exchanges: new Map(
      ids.flatMap((id) => [...exchangesOf(reader, id, today, settings.identity.timeZone)]),
    ),
    overrides: groupBy(readOverrides(reader, today), (row) => row.payerId),
    addresses: new Map(ids.flatMap((id) => [...readAddresses(reader, id)])),
    choices: new Map(ids.flatMap((id) => [...choicesOf(reader, id)])),
  };
}

/** One payer as the planner takes him. */
export function plannerPayer(
  payerId: number,
  portfolio: Portfolio,
  facts: DunningFacts,
): PlannerPayer {
  const ids = portfolio.payers.get(payerId) ?? [payerId];
  const accounts = ids.flatMap((id) => portfolio.accounts.get(id) ?? []);
  const payer = portfolio.accounts.get(payerId);
  const choice = facts.choices.get(payerId) ?? NO_CHOICE;
  const segment = segmentOfPayer(payerId, portfolio);
  return {
    payerId,
    accounts: accounts.flatMap((account) => plannerAccounts(account, segment, facts)),
    events: eventsOf(accounts, facts),
    messages: (facts.messages.get(payerId) ?? []).map(pastMessage),
    lastExchange: lastExchangeOf(accounts, facts),
    hasUnreadReply: ids.some((id) => facts.unread.has(id)),
    awayUntil: latestOf(accounts.map(({ contact }) => contact.awayUntil)),
    closures: choice.closures,
    reachable: reachableOf(payerId, payer, facts),
    isVip: accounts.some(({ record }) => record.isVip),
    vipOwner: choice.vipOwner,
    isConsumer: payer?.profile === 'consumer',
    segment,
    brokenPromises: accounts.flatMap((account) => brokenPromisesOf(account, payerId, facts)),
    overrides: facts.overrides.get(payerId) ?? [],
  };
}

/** How the payer pays; null until there is enough of it. */
export function segmentOfPayer(payerId: number, portfolio: Portfolio): Segment | null {
  const delay = portfolio.habits.get(payerId)?.usualDelayDays ?? null;
  return segmentOf(delay, portfolio.settings.dunning);
}

function plannerAccounts(
  account: CustomerAccount,
  segment: Segment | null,
  facts: DunningFacts,
): PlannerAccount[] {
  const { record, situation } = account;
  const { scenarioKey } = facts.choices.get(record.customerId) ?? NO_CHOICE;
  const traits = customerTraits(account, segment, facts);
  return account.assessed.map((assessed) => ({
    openItems: account.items.filter(({ currency }) => currency === assessed.currency),
    situation,
    assessed,
    traits,
    scenarioKey,
    hasRep: record.repCode !== null,
  }));
}

/** What assignment rules look at of a customer, and the tones of his payer. */
export function customerTraits(
  { record, paymentMethod, profile }: CustomerAccount,
  segment: Segment | null,
  { choices }: DunningFacts,
): CustomerTraits {
  return {
    customerId: record.customerId,
    paymentMethod,
    sector: record.sector,
    size: record.size,
    profile,
    segment,
    risk: (choices.get(record.customerId) ?? NO_CHOICE).risk,
    agency: record.agencyCode,
    isNew: segment === null,
    tags: JSON.parse(record.tags) as string[],
  };
}

function eventsOf(
  accounts: readonly CustomerAccount[],
  { events }: DunningFacts,
): PlannerPayer['events'] {
  const own = new Map<number, NonNullable<ReturnType<typeof events.get>>>();
  if (events.size === 0) return own;
  for (const { items } of accounts) {
    for (const { receivableId } of items) {
      const found = receivableId === null ? undefined : events.get(receivableId);
      if (receivableId !== null && found !== undefined) own.set(receivableId, found);
    }
  }
  return own;
}

function pastMessage(row: Messages[number]): PastMessage {
  return {
    day: row.day,
    channel: row.channel,
    purpose: row.purpose,
    isAutomatic: row.isAutomatic,
    isWaiting: isUnderWay(row.status),
    currency: row.currency,
  };
}

function reachableOf(
  payerId: number,
  payer: CustomerAccount | undefined,
  facts: DunningFacts,
): StepChannel[] {
  const { mails, hasPhone } = addressesOf(facts.addresses, payerId);
  const hasAddress = payer?.record.hasAddress === true;
  return [
    ...(mails.length > 0 ? (['email'] as const) : []),
    ...(hasAddress ? (['letter', 'registered_letter'] as const) : []),
    ...(hasPhone || payer?.record.hasPhone === true ? (['call', 'sms'] as const) : []),
    'portal',
    'none',
  ];
}

/** Promises broken for which no message of their own was made. */
function brokenPromisesOf(
  account: CustomerAccount,
  payerId: number,
  facts: DunningFacts,
): BrokenPromiseFact[] {
  const answered = new Set(
    (facts.messages.get(payerId) ?? []).flatMap(({ promiseId }) => promiseId ?? []),
  );
  return account.judgedPromises
    .filter(({ outcome, promise }) => outcome === 'broken' && !answered.has(promise.promiseId))
    .map(({ promise, deadline, items }) => ({
      promiseId: promise.promiseId,
      currency: account.items[0]?.currency ?? 'EUR',
      brokenOn: deadline,
      promisedFor: promise.promisedFor,
      receivableIds: items.map(({ receivableId }) => receivableId),
    }));
}

function lastExchangeOf(
  accounts: readonly CustomerAccount[],
  facts: DunningFacts,
): LastExchange | null {
  const found: LastExchange[] = accounts.flatMap((account) => [
    ...(facts.exchanges.get(account.record.customerId) ?? []),
    ...onDay(account.contact.lastExchangeDate, 'call'),
    ...account.promises
      .filter(({ closedReason }) => closedReason !== 'undone')
      .flatMap(({ promisedOn }) => onDay(promisedOn, 'promise')),
    ...account.disputes.flatMap(({ openedOn }) => onDay(openedOn, 'dispute')),
  ]);
  // Of one day the first found stands: it knows its minute.
  return found.reduce<LastExchange | null>(
    (last, one) => (last === null || one.day > last.day ? one : last),
    null,
  );
}

function onDay(day: CalendarDate | null, kind: LastExchange['kind']): LastExchange[] {
  return day === null ? [] : [{ day, kind, minuteOfDay: null }];
}

/** Replies of the last weeks and calls of today, with their minutes. */
function exchangesOf(
  reader: Reader,
  id: number | null,
  today: CalendarDate,
  zone: string,
): ReadonlyMap<number, readonly LastExchange[]> {
  const exchanges = new Map<number, LastExchange[]>();
  const since = addDays(today, -EXCHANGE_DAYS);
  for (const { customerId, day, at } of readReplyDays(reader, since, id)) {
    exchanges.set(customerId, [{ day, kind: 'reply', minuteOfDay: minuteOfDayOf(at, zone) }]);
  }
  for (const { customerId, at } of readCallMoments(reader, today, id)) {
    exchanges.set(customerId, [{ day: today, kind: 'call', minuteOfDay: minuteOfDayOf(at, zone) }]);
  }
  return exchanges;
}

function choicesOf(reader: Reader, id: number | null): ReadonlyMap<number, DunningChoice> {
  const choices = new Map<number, DunningChoice>();
  for (const { customerId, field, value } of readDunningChoices(reader, id)) {
    if (value === null) continue;
    const chosen: unknown = JSON.parse(value);
    choices.set(customerId, { ...(choices.get(customerId) ?? NO_CHOICE), [field]: chosen });
  }
  return choices;
}

function latestOf(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce(
    (last, one) => (one !== null && (last === null || one > last) ? one : last),
    null,
  );
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own === undefined) groups.set(keyOf(row), [row]);
    else own.push(row);
  }
  return groups;
}
