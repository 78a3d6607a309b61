/** Receipts of the bank: what waits to be matched, what was said of it, the statements. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MATCH_CLASSES, type MatchClass } from '../domain/matching/match-suggestion.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  recorded,
  refusals,
  text,
  window,
} from './parts.ts';

const CLASSES = Object.keys(MATCH_CLASSES) as [MatchClass, ...MatchClass[]];
export const matchClassSchema = z.enum(CLASSES);

/** `to_match` waits for a person · `on_account` is a credit · `returned` came back unpaid. */
export const receiptTabSchema = z.enum([
  'to_match',
  'received',
  'on_account',
  'returned',
  'set_aside',
]);
export type ReceiptTab = z.infer<typeof receiptTabSchema>;

const allocations = z
  .array(z.object({ receivableId: id, amountCents }))
  .max(500)
  .describe('With the sign of the item; their sum never exceeds the movement.');

const shownAllocation = z.object({
  receivableId: id,
  documentNumber: z.string(),
  dueDate: day.nullable(),
  amountCents,
});

const suggestion = z.object({
  customerId: id,
  customerName: z.string(),
  matchClass: matchClassSchema,
  /** Share of its kind that is right, 0 to 1. */
  confidence: z.number(),
  /** Why, in a sentence. */
  reason: z.string(),
  allocations: z.array(shownAllocation),
  shortCents: amountCents,
  overCents: amountCents,
});

export const receiptRowSchema = z.object({
  movementId: id,
  bookedOn: day,
  /** Negative for a payment that came back. */
  amountCents,
  currency: z.string(),
  text: z.string(),
  payer: z.string().nullable(),
  payerIban: z.string().nullable(),
  account: z.string(),
  state: z.enum(['waiting', 'confirmed', 'accounted', 'set_aside', 'returned']),
  /** Null while nothing was decided. */
  decisionId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  /** The accounting holds it too. */
  isInBooks: z.boolean(),
  /** What of it settles nothing yet. */
  restCents: amountCents,
  allocations: z.array(shownAllocation),
  comment: z.string(),
  /** Of a payment that came back: its code and what it means. */
  rejectCode: z.string().nullable(),
  rejectMeaning: z.string().nullable(),
  suggestions: z.array(suggestion),
  /** The first suggestion is so sure that it may go in bulk. */
  isAutomatic: z.boolean(),
});
export type ReceiptRow = z.infer<typeof receiptRowSchema>;

/** One tab, the latest first, in windows. */
export const list = oc
  .input(z.object({ tab: receiptTabSchema, text: z.string().max(200), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      rows: z.array(receiptRowSchema),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      counts: z.record(receiptTabSchema, z.int()),
      /** Waiting movements whose first suggestion reaches the class, by class. */
      bulkCounts: z.record(matchClassSchema, z.int()),
      /** False while proposals are made again beside. */
      isReady: z.boolean(),
    }),
  );

/** The open items of a customer that a movement may settle, in its currency. */
export const openItems = oc
  .input(z.object({ movementId: id, customerId: id }))
  .output(
    z.array(
      z.object({
        receivableId: id,
        documentNumber: z.string(),
        documentDate: day,
        dueDate: day.nullable(),
        outstandingCents: amountCents,
      }),
    ),
  )
  .errors(refusals('movement_unknown', 'customer_unknown'));

/**
 * Says whose a receipt is and what it settles; what it does not settle stays a credit of the
 * customer. Said again, it takes the place of what was said before.
 */
export const confirm = oc
  .input(command({ movementId: id, customerId: id, allocations }))
  .output(recorded.extend({ decisionId: id }))
  .errors(
    refusals(
      'movement_unknown',
      'movement_is_debit',
      'customer_unknown',
      'receivable_unknown',
      'allocation_above_item',
      'allocation_above_receipt',
      'busy',
    ),
  );

/** A payment that came back: whose it was. What it had settled is owed again. */
export const confirmReturn = oc
  .input(command({ movementId: id, customerId: id }))
  .output(recorded.extend({ decisionId: id }))
  .errors(refusals('movement_unknown', 'movement_is_credit', 'customer_unknown', 'busy'));

/** No customer's: a transfer of our own, a loan, a refund of a tax. */
export const setAside = oc
  .input(command({ movementId: id, comment: text }))
  .output(recorded.extend({ decisionId: id }))
  .errors(refusals('movement_unknown', 'busy'));

/** Takes decisions back: each movement is as it was before. */
export const undo = oc
  .input(command({ decisionIds: z.array(id).min(1).max(5000) }))
  .output(recorded)
  .errors(refusals('decision_unknown', 'busy'));

/** Confirms the first suggestion of waiting movements down to a class; 200 at most a call. */
export const confirmAbove = oc
  .input(command({ least: matchClassSchema }))
  .output(recorded.extend({ decisionIds: z.array(id), remainingCount: z.int() }))
  .errors(refusals('busy'));

/** The statements of each account, with how they follow one another. */
export const statements = oc.output(
  z.array(
    z.object({
      bankAccountId: id,
      account: z.string(),
      currency: z.string(),
      /** The last balance that a statement closed with, and its day. */
      balanceCents: amountCents.nullable(),
      balanceOn: day.nullable(),
      statements: z.array(
        z.object({
          importId: id,
          statementNumber: z.int(),
          fileName: z.string(),
          from: day.nullable(),
          to: day.nullable(),
          openingCents: amountCents.nullable(),
          closingCents: amountCents.nullable(),
          movementCount: z.int(),
          creditCents: amountCents,
          debitCents: amountCents,
          continuity: z.enum(['first', 'follows', 'gap', 'overlap']),
          differenceCents: amountCents,
          /** Opening + movements = closing; null where the file states no balances. */
          isBalanced: z.boolean().nullable(),
        }),
      ),
    }),
  ),
);
