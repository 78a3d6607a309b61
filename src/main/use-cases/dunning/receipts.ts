/** Money received of late, payer by payer, as thanks are decided on it. */

import { itemLevelOf } from '../../../shared/domain/dunning/item-level.ts';
import type { CustomerReceipt } from '../../../shared/domain/dunning/plan-thanks.ts';
import type { ItemEvent } from '../../../shared/domain/dunning/planner-input.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  type PaymentReceived,
  readPaidAfterAStep,
  readPaymentsReceived,
} from '../../ledger/views/payments-received.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type DunningFacts, NO_CHOICE, segmentOfPayer, traitsOf } from './dunning-facts.ts';
import { readItemEvents } from './item-events.ts';

/** How far back thanks look: older money is thanked for no more. */
const RECEIPT_DAYS = 30;

type Events = ReadonlyMap<number, readonly ItemEvent[]>;

/** Of those who paid something that a step had reached, by payer: the others are thanked by none. */
export function readThankable(
  reader: Reader,
  portfolio: Portfolio,
  facts: DunningFacts,
): ReadonlyMap<number, readonly CustomerReceipt[]> {
  const since = addDays(portfolio.today, -RECEIPT_DAYS);
  const receipts = readReceipts(reader, portfolio, facts, readPaidAfterAStep(reader, since));
  const byPayer = new Map<number, CustomerReceipt[]>();
  for (const receipt of receipts) {
    const payerId = payerOf(receipt.customerId, portfolio);
    const own = byPayer.get(payerId);
    if (own === undefined) byPayer.set(payerId, [receipt]);
    else own.push(receipt);
  }
  return byPayer;
}

/** Of one payer: all he paid, chased or not. */
export function readReceiptsOf(
  reader: Reader,
  payerId: number,
  portfolio: Portfolio,
  facts: DunningFacts,
): readonly CustomerReceipt[] {
  return readReceipts(reader, portfolio, facts, portfolio.payers.get(payerId) ?? [payerId]);
}

function payerOf(customerId: number, { accounts }: Portfolio): number {
  return accounts.get(customerId)?.record.payerCustomerId ?? customerId;
}

function readReceipts(
  reader: Reader,
  portfolio: Portfolio,
  facts: DunningFacts,
  customerIds: readonly number[],
): readonly CustomerReceipt[] {
  if (customerIds.length === 0) return [];
  const since = addDays(portfolio.today, -RECEIPT_DAYS);
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
  known: { readonly portfolio: Portfolio; readonly facts: DunningFacts; readonly events: Events },
): CustomerReceipt[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { customerId, currency, receivedOn, paymentCents: amountCents, nature } = first;
  const segment = segmentOfPayer(account.record.payerCustomerId, known.portfolio);
  const choice = known.facts.choices.get(customerId) ?? NO_CHOICE;
  return [
    {
      customerId,
      currency,
      receivedOn,
      amountCents,
      nature,
      items: rows.map((row) => paidItem(row, account, known.events)),
      traits: traitsOf(account, segment, choice),
      chosenScenarioKey: choice.scenarioKey,
      situation: account.situation,
    },
  ];
}

function paidItem(
  row: PaymentReceived,
  { situation }: CustomerAccount,
  events: Events,
): CustomerReceipt['items'][number] {
  const { receivableId, isSettled, allocatedCents } = row;
  const own = events.get(receivableId) ?? [];
  return {
    receivableId,
    severity: itemLevelOf(own).severity,
    isSettled,
    isFactored: row.isFactored || situation.items.get(receivableId)?.state === 'factored',
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
      isVirtual: row.isVirtual,
    },
  };
}
