/** Money received of late, payer by payer, as thanks are decided on it. */

import { addBusinessDays } from '../../../shared/domain/calendar/business-calendar.ts';
import { itemLevelOf } from '../../../shared/domain/dunning/item-level.ts';
import type { CustomerReceipt } from '../../../shared/domain/dunning/plan-thanks.ts';
import type { ItemEvent, PlannerSettings } from '../../../shared/domain/dunning/planner-input.ts';
import { isSold } from '../../../shared/domain/item-state/item-state.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  type PaymentReceived,
  readPaidAfterAStep,
  readPaymentsReceived,
} from '../../ledger/views/payments-received.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type DunningFacts, NO_CHOICE, traitsOf } from './dunning-facts.ts';
import { readItemEvents } from './item-events.ts';

/** How far back one payer's payments are told of, whether they may still be thanked for or not. */
export const RECEIPT_DAYS = 30;

interface Known {
  readonly portfolio: Portfolio;
  readonly facts: DunningFacts;
}

type Events = ReadonlyMap<number, readonly ItemEvent[]>;

/**
 * Of those who paid something that a step had reached, by payer, as far back as a scenario thanks:
 * nobody else is thanked.
 */
export function readThankable(
  reader: Reader,
  { portfolio, facts, settings }: Known & { readonly settings: PlannerSettings },
): ReadonlyMap<number, readonly CustomerReceipt[]> {
  const since = thankedSince(settings, portfolio.today);
  if (since === null) return new Map();
  const customerIds = readPaidAfterAStep(reader, since);
  const receipts = readReceipts(reader, customerIds, { portfolio, facts, since });
  const byPayer = new Map<number, CustomerReceipt[]>();
  for (const receipt of receipts) {
    const payerId = payerOf(receipt.customerId, portfolio);
    const own = byPayer.get(payerId);
    if (own === undefined) byPayer.set(payerId, [receipt]);
    else own.push(receipt);
  }
  return byPayer;
}

/** Of one payer: all he paid of late, chased or not. */
export function readReceiptsOf(
  reader: Reader,
  payerId: number,
  known: Known,
): readonly CustomerReceipt[] {
  const { today, payers } = known.portfolio;
  const since = addDays(today, -RECEIPT_DAYS);
  return readReceipts(reader, payers.get(payerId) ?? [payerId], { ...known, since });
}

/** The day from which money may still be thanked for by some scenario; null where none thanks. */
function thankedSince(
  { scenarios, calendar }: PlannerSettings,
  today: CalendarDate,
): CalendarDate | null {
  const longest = Math.max(
    ...Array.from(scenarios.values(), ({ thankYou }) =>
      thankYou.isOn ? thankYou.withinBusinessDays : -1,
    ),
    -1,
  );
  return longest < 0 ? null : addBusinessDays(today, -longest - 1, calendar);
}

function payerOf(customerId: number, { accounts }: Portfolio): number {
  return accounts.get(customerId)?.record.payerCustomerId ?? customerId;
}

function readReceipts(
  reader: Reader,
  customerIds: readonly number[],
  { portfolio, facts, since }: Known & { readonly since: CalendarDate },
): readonly CustomerReceipt[] {
  if (customerIds.length === 0) return [];
  const rows = readPaymentsReceived(reader, customerIds, since);
  const receivableIds = [...new Set(rows.map(({ receivableId }) => receivableId))];
  const events = readItemEvents(reader, { receivableIds });
  const payments = new Map<number, PaymentReceived[]>();
  for (const row of rows) {
    const own = payments.get(row.paymentId);
    if (own === undefined) payments.set(row.paymentId, [row]);
    else own.push(row);
  }
  return [...payments.values()].flatMap((own) => {
    const account = portfolio.accounts.get(own[0]?.customerId ?? 0);
    return account === undefined ? [] : receiptOf(own, account, { portfolio, facts, events });
  });
}

function receiptOf(
  rows: readonly PaymentReceived[],
  account: CustomerAccount,
  known: Known & { readonly events: Events },
): CustomerReceipt[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { customerId, currency, receivedOn, paymentCents: amountCents, nature } = first;
  const { payerCustomerId } = account.record;
  const payer = known.portfolio.accounts.get(payerCustomerId);
  const choice = known.facts.choices.get(customerId) ?? NO_CHOICE;
  return [
    {
      customerId,
      currency,
      receivedOn,
      amountCents,
      nature,
      items: rows.map((row) => paidItem(row, account, known.events)),
      profile: payer?.profile ?? account.profile,
      traits: traitsOf(account, known.portfolio),
      chosenScenarioKey: choice.scenarioKey,
      situation: account.situation,
    },
  ];
}

function paidItem(
  row: PaymentReceived,
  { states }: CustomerAccount,
  events: Events,
): CustomerReceipt['items'][number] {
  const { receivableId, isSettled, allocatedCents } = row;
  const own = events.get(receivableId) ?? [];
  return {
    receivableId,
    severity: itemLevelOf(own).severity,
    isSettled,
    isFactored:
      row.isFactored || states.some((one) => one.receivableId === receivableId && isSold(one.kind)),
    thankedKeys: own.flatMap((event) => (event.kind === 'step' ? event.claimKey : [])),
    allocatedCents,
    item: {
      receivableId,
      paymentId: null,
      customerId: row.customerId,
      kind: row.kind,
      role: row.role,
      documentNumber: row.documentNumber,
      documentDate: row.documentDate,
      dueDate: row.dueDate,
      dueBasis: row.dueBasis,
      amountCents: row.amountCents,
      outstandingCents: row.outstandingCents,
      currency: row.currency,
      namesDocumentNumber: null,
      isVirtual: !row.isStated,
    },
  };
}
