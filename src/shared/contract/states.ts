/** States of items: with the factor, handed over, settled by a bill, retained, blocked. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ITEM_STATE_CAUSES } from '../domain/item-state/item-state.ts';
import { ITEM_STATE_KINDS } from '../domain/item-state/item-state-kind.ts';
import { amountCents, command, day, id, ids, line, recorded, refusals, text } from './parts.ts';

export const itemStateSchema = z.object({
  kind: z.enum(ITEM_STATE_KINDS),
  since: day,
  /** Of the bill, or the release of a retention. */
  dueDate: day.nullable(),
  cause: z.enum(ITEM_STATE_CAUSES).nullable(),
  party: line,
  reference: line,
  /** Of the factor. */
  iban: z.string().max(42),
  hasSurety: z.boolean(),
  reason: text,
});

/** What an item shows of its state. */
export const shownStateSchema = z.object({
  itemStateId: id,
  ...itemStateSchema.shape,
  /** Two or three words. */
  label: z.string(),
  sentence: z.string(),
});

/** Puts items in a state, of one customer or of several; it takes the place of the one before. */
export const record = oc
  .input(command({ receivableIds: ids.min(1), state: itemStateSchema }))
  .output(z.object({ ...recorded.shape, itemStateIds: z.array(id) }))
  .errors(
    refusals(
      'state_cause_wrong',
      'state_due_date_missing',
      'state_party_missing',
      'state_iban_wrong',
      'state_in_the_future',
      'receivable_unknown',
      'receivable_settled',
      'busy',
    ),
  );

/** The last word on states: ended, running on after all, or never meant. */
export const close = oc
  .input(
    command({
      itemStateIds: ids.min(1),
      what: z.enum(['ended', 'resumed', 'undone']),
      reason: text,
    }),
  )
  .output(recorded)
  .errors(refusals('state_unknown', 'busy'));

/** The open items that a pasted list of numbers names: a factor's receipt, an agency's file. */
export const find = oc.input(z.object({ numbers: z.array(line).max(2000) })).output(
  z.object({
    items: z.array(
      z.object({
        receivableId: id,
        customerId: id,
        name: z.string(),
        documentNumber: z.string(),
        outstandingCents: amountCents,
        currency: z.string(),
      }),
    ),
    /** Numbers that no open item bears. */
    unknown: z.array(z.string()),
    /** Numbers that several customers have: to be ticked in the customer's file. */
    ambiguous: z.array(z.string()),
  }),
);
