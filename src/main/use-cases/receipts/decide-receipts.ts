/** What a person decides of a movement of the bank: confirmed, returned, set aside, taken back. */
import type { Cents } from '../../../shared/kernel/cents.ts';
import { sumCents } from '../../../shared/kernel/cents.ts';
import { linkReturns } from '../../ledger/imports/link-returns.ts';
import { reinterpretCustomers } from '../../ledger/interpretation/reinterpret.ts';
import type { Writer } from '../../ledger/session.ts';
import {
  type BankLineRow,
  loadAroundReceipt,
  loadMovement,
} from '../../ledger/stores/bank-movements.ts';
import {
  appendDecision,
  loadAllocations,
  loadDecision,
  loadReturnsOf,
  loadShares,
  type NewDecision,
  undoDecision,
} from '../../ledger/stores/movement-decisions.ts';
import { readItemsNow } from '../../ledger/views/bank-receipts.ts';
import { CommandRefused } from '../api.ts';

/** What a bank takes beyond the payment that it sends back. */
const RETURN_FEE_MAX: Cents = 3000;

export interface Confirmation {
  readonly movementId: number;
  readonly customerId: number;
  readonly allocations: readonly { readonly receivableId: number; readonly amountCents: Cents }[];
}

/** Confirms a receipt; gives the decision. Refuses what exceeds the items or the receipt. */
export function confirmReceipt(writer: Writer, entryId: number, made: Confirmation): number {
  const movement = movementOf(writer, made.movementId);
  if (movement.amountCents <= 0) throw new CommandRefused('movement_is_debit');
  checkAllocations(writer, movement, made);
  const touched = new Set<number>();
  const decisionId = appendConfirmation(writer, entryId, { movement, made, touched });
  interpretAgain(writer, touched);
  return decisionId;
}

/** The same without the checks and the interpretation, for many at once. */
export function appendConfirmation(
  writer: Writer,
  entryId: number,
  of: {
    readonly movement: BankLineRow;
    readonly made: Confirmation;
    readonly touched: Set<number>;
  },
): number {
  const { movement, made, touched } = of;
  for (const customerId of customersOf(writer, movement.movementId)) touched.add(customerId);
  dropReturns(writer, entryId, movement.movementId, touched);
  const decisionId = appendDecision(writer, entryId, {
    movementId: movement.movementId,
    kind: 'confirmed',
    receiptMovementId: null,
    comment: '',
    shares: [
      {
        customerId: made.customerId,
        amountCents: movement.amountCents,
        allocations: made.allocations.filter(({ amountCents }) => amountCents !== 0),
      },
    ],
  });
  const around = loadAroundReceipt(writer, movement, RETURN_FEE_MAX);
  for (const customerId of linkReturns(writer, entryId, around)) touched.add(customerId);
  touched.add(made.customerId);
  return decisionId;
}

/** Says whose a payment that came back was. */
export function confirmReturnOf(
  writer: Writer,
  entryId: number,
  { movementId, customerId }: { readonly movementId: number; readonly customerId: number },
): number {
  const { amountCents, rejectCode } = movementOf(writer, movementId);
  if (amountCents >= 0) throw new CommandRefused('movement_is_credit');
  const touched = new Set([...customersOf(writer, movementId), customerId]);
  const decisionId = appendDecision(writer, entryId, {
    movementId,
    kind: 'returned',
    receiptMovementId: null,
    comment: rejectCode ?? '',
    shares: [{ customerId, amountCents, allocations: [] }],
  });
  interpretAgain(writer, touched);
  return decisionId;
}

/** Says that a movement is of no customer. */
export function setAsideMovement(
  writer: Writer,
  entryId: number,
  { movementId, comment }: { readonly movementId: number; readonly comment: string },
): number {
  movementOf(writer, movementId);
  const touched = new Set(customersOf(writer, movementId));
  dropReturns(writer, entryId, movementId, touched);
  const aside: NewDecision = {
    movementId,
    kind: 'set_aside',
    receiptMovementId: null,
    comment,
    shares: [],
  };
  const decisionId = appendDecision(writer, entryId, aside);
  interpretAgain(writer, touched);
  return decisionId;
}

/** Takes decisions back, with the returns that hung on them. */
export function undoDecisions(
  writer: Writer,
  entryId: number,
  decisionIds: readonly number[],
): void {
  const touched = new Set<number>();
  for (const decisionId of decisionIds) {
    const decision = loadDecision(writer, decisionId);
    if (decision === null) throw new CommandRefused('decision_unknown');
    if (decision.isUndone) continue;
    for (const customerId of customersOf(writer, decision.movementId)) touched.add(customerId);
    dropReturns(writer, entryId, decision.movementId, touched);
    undoDecision(writer, entryId, decisionId);
    for (const customerId of customersOf(writer, decision.movementId)) touched.add(customerId);
    relink(writer, entryId, decision.movementId, touched);
  }
  interpretAgain(writer, touched);
}

/** What stood before may be a receipt that the bank took back. */
function relink(writer: Writer, entryId: number, movementId: number, touched: Set<number>): void {
  const movement = loadMovement(writer, movementId);
  if (movement?.kind !== 'confirmed') return;
  const around = loadAroundReceipt(writer, movement, RETURN_FEE_MAX);
  for (const customerId of linkReturns(writer, entryId, around)) touched.add(customerId);
}

function movementOf(writer: Writer, movementId: number): BankLineRow {
  const movement = loadMovement(writer, movementId);
  if (movement === null) throw new CommandRefused('movement_unknown');
  return movement;
}

function customersOf(writer: Writer, movementId: number): number[] {
  return loadShares(writer, [movementId]).map(({ customerId }) => customerId);
}

/** A receipt that is said anew takes along what was said of its return. */
function dropReturns(
  writer: Writer,
  entryId: number,
  movementId: number,
  touched: Set<number>,
): void {
  for (const back of loadReturnsOf(writer, movementId)) {
    for (const customerId of customersOf(writer, back.movementId)) touched.add(customerId);
    undoDecision(writer, entryId, back.decisionId);
  }
}

/** What the receipt settles now may be settled otherwise: its own part counts as open. */
function checkAllocations(writer: Writer, movement: BankLineRow, made: Confirmation): void {
  const items = readItemsNow(
    writer,
    made.allocations.map(({ receivableId }) => receivableId),
  );
  const before = new Map(
    loadAllocations(writer, [movement.movementId]).map((one) => [
      one.receivableId,
      one.amountCents,
    ]),
  );
  const seen = new Set<number>();
  for (const { receivableId, amountCents } of made.allocations) {
    const item = items.get(receivableId);
    const isOfCustomer = item?.customerId === made.customerId;
    const isKnown = isOfCustomer && item?.currency === movement.currency && !seen.has(receivableId);
    if (item === undefined || !isKnown) throw new CommandRefused('receivable_unknown');
    seen.add(receivableId);
    const open = item.outstandingCents + (before.get(receivableId) ?? 0);
    const isWithin = amountCents >= 0 ? amountCents <= open : amountCents >= open;
    if (!isWithin) throw new CommandRefused('allocation_above_item', item.documentNumber);
  }
  const sum = sumCents(made.allocations.map(({ amountCents }) => amountCents));
  if (sum < 0 || sum > movement.amountCents) throw new CommandRefused('allocation_above_receipt');
}

/** The books of these customers are read again. */
export function interpretAgain(writer: Writer, touched: ReadonlySet<number>): void {
  const customerIds = [...touched].sort((one, other) => one - other);
  if (customerIds.length > 0) {
    reinterpretCustomers(writer, customerIds, { asOf: writer.clock.today() });
  }
  writer.touch(['items', 'receipts'], customerIds);
}
