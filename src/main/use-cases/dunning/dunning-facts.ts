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
import type { LeavingPayer } from '../../../shared/domain/dunning/recheck.ts';
import type { StepChannel } from '../../../shared/domain/dunning/scenario.ts';
import { isUnderWay } from '../../../shared/domain/outbox/notice-state.ts';
import { causeOfItem, type DelayCause } from '../../../shared/domain/payer/delay-cause.ts';
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
  readonly isPerInvoice: boolean;
  readonly residueToleranceCents: number | null;
}

export const NO_CHOICE: DunningChoice = {
  scenarioKey: null,
  language: null,
  vipOwner: null,
  closures: [],
  freeSentence: '',
  isPerInvoice: false,
  residueToleranceCents: null,
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
    accounts: accounts.flatMap((account) => plannerAccounts(account, portfolio, facts)),
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
    isPerInvoice: choice.isPerInvoice,
    segment,
    causes: saidCauses(accounts),
    brokenPromises: accounts.flatMap((account) => brokenPromisesOf(account, payerId, facts)),
    overrides: facts.overrides.get(payerId) ?? [],
  };
}

/** Why the items of a payer are late, where it was said. */
function saidCauses(accounts: readonly CustomerAccount[]): Map<number, DelayCause> {
  const said = new Map<number, DelayCause>();
  for (const { items, causes, delayCauses } of accounts) {
    if (delayCauses.length === 0) continue;
    for (const { receivableId } of items) {
      const held = receivableId === null ? null : causeOfItem(causes, receivableId);
      if (receivableId !== null && held !== null) said.set(receivableId, held.cause);
    }
  }
  return said;
}

/** What the last look before a message leaves takes of its payer, and nothing more is read. */
export function readLeavingPayer(
  reader: Reader,
  portfolio: Portfolio,
  payerId: number,
): LeavingPayer {
  const { today, settings } = portfolio;
  const ids = portfolio.payers.get(payerId) ?? [payerId];
  const accounts = ids.flatMap((id) => portfolio.accounts.get(id) ?? []);
  const facts = {
    addresses: readAddresses(reader, payerId),
    exchanges: new Map(
      ids.flatMap((id) => [...exchangesOf(reader, id, today, settings.identity.timeZone)]),
    ),
  };
  return {
    accounts: accounts.flatMap(({ assessed }) => assessed.map((one) => ({ assessed: one }))),
    lastExchange: lastExchangeOf(accounts, facts),
    hasUnreadReply: ids.some((id) => readUnread(reader, id).size > 0),
    reachable: reachableOf(payerId, portfolio.accounts.get(payerId), facts),
  };
}

/** How the payer pays, as measured or as a person said; null until there is enough of it. */
export function segmentOfPayer(payerId: number, portfolio: Portfolio): Segment | null {
  const segment = portfolio.habits.get(payerId)?.behaviour.segment ?? null;
  return segment === 'new_at_risk' ? null : segment;
}

/** His risk, as measured or as a person said; null where too little is known. */
export function riskOfPayer(payerId: number, portfolio: Portfolio): CustomerTraits['risk'] {
  return portfolio.habits.get(payerId)?.behaviour.risk ?? null;
}

function plannerAccounts(
  account: CustomerAccount,
  portfolio: Portfolio,
  facts: DunningFacts,
): PlannerAccount[] {
  const { record, situation } = account;
  const choice = facts.choices.get(record.customerId) ?? NO_CHOICE;
  const traits = traitsOf(account, portfolio);
  return account.assessed.map((assessed) => ({
    openItems: itemsIn(assessed.currency, account),
    situation,
    assessed,
    traits,
    scenarioKey: choice.scenarioKey,
    hasRep: record.repCode !== null,
  }));
}

/** What assignment rules look at of a customer; who pays for him gives segment and risk. */
export function traitsOf(
  { record, paymentMethod, profile }: CustomerAccount,
  portfolio: Portfolio,
): CustomerTraits {
  const segment = segmentOfPayer(record.payerCustomerId, portfolio);
  return {
    customerId: record.customerId,
    paymentMethod,
    sector: record.sector,
    size: record.size,
    profile,
    segment,
    risk: riskOfPayer(record.payerCustomerId, portfolio),
    agency: record.agencyCode,
    isNew: segment === null,
    tags: JSON.parse(record.tags) as string[],
  };
}

/** The items of a currency; those of an account that knows but one are not listed anew. */
function itemsIn(wanted: string | null, { items }: CustomerAccount): CustomerAccount['items'] {
  const isOther = items.some(({ currency }) => currency !== wanted);
  return isOther ? items.filter(({ currency }) => currency === wanted) : items;
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
  { addresses }: Pick<DunningFacts, 'addresses'>,
): StepChannel[] {
  const { mails, hasPhone } = addressesOf(addresses, payerId);
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
  if (account.judgedPromises.length === 0) return [];
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
  { exchanges }: Pick<DunningFacts, 'exchanges'>,
): LastExchange | null {
  let last: LastExchange | null = null;
  for (const { record, contact, promises, disputes } of accounts) {
    last = laterOf(last, ...(exchanges.get(record.customerId) ?? []));
    last = laterOf(last, ...onDay(contact.lastExchangeDate, 'call'));
    for (const { closedReason, promisedOn } of promises) {
      if (closedReason !== 'undone') last = laterOf(last, ...onDay(promisedOn, 'promise'));
    }
    for (const { openedOn } of disputes) last = laterOf(last, ...onDay(openedOn, 'dispute'));
  }
  return last;
}

/** Of one day the first found stands: it knows its minute. */
function laterOf(last: LastExchange | null, ...others: LastExchange[]): LastExchange | null {
  return others.reduce((later, one) => (later === null || one.day > later.day ? one : later), last);
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

/** What was chosen for one customer. */
export function dunningChoice(reader: Reader, customerId: number): DunningChoice {
  return choicesOf(reader, customerId).get(customerId) ?? NO_CHOICE;
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
