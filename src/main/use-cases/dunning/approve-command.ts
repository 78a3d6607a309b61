/** « Tout envoyer »: approves messages once, on the state of the books they were written on. */
import type { z } from 'zod';
import type { approve as contractOf } from '../../../shared/contract/dunning.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { appendBatch, type PreparedBatch, prepareBatch, versionOf } from './approve.ts';
import { draftEditOf } from './draft-edit.ts';

type Input = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>>;

/** The books moved between the writing and the transaction: it is all done again. */
class BooksMoved extends Error {}

const TRIES = 5;

/** Approves the messages wanted; a command sent again gets its first answer. */
export async function approveCommand(
  context: AppContext,
  company: OpenCompany,
  input: Input,
  errors: object,
) {
  const { commandId, messages, staleReason } = input;
  const payload = { payerIds: messages.map(({ payerId }) => payerId), staleReason };
  const entry = { commandId, kind: 'batch_approved', customerId: null, payload };
  const wanted = messages.map(({ payerId, edit }) => ({
    payerId,
    edit: edit === null ? null : draftEditOf(edit),
  }));
  for (let attempt = 1; ; attempt += 1) {
    const batch = await prepareBatch(context, company, wanted);
    try {
      return await recordCommand(company, entry, errors, (writer, entryId) => {
        if (versionOf(company) !== batch.version) throw new BooksMoved();
        const made = appendBatch(context, { writer, entryId }, { batch, staleReason });
        const { runId, approvedCount, approvedCents, letterCount, holdUntil } = made;
        return {
          runId,
          approvedCount,
          approvedCents,
          letterCount,
          holdUntil: holdUntil as Instant | null,
          leftOut: leftOutOf(context, batch, made.claimedPayerIds),
        };
      });
    } catch (error) {
      if (!(error instanceof BooksMoved) || attempt === TRIES) throw error;
    }
  }
}

function leftOutOf(
  context: AppContext,
  { leftOut, plan }: PreparedBatch,
  claimedPayerIds: readonly number[],
) {
  const words = dunningBatchText[context.settings.read().language].leftOut;
  const all = [
    ...leftOut,
    ...claimedPayerIds.map((payerId) => ({ payerId, why: 'claimed' as const })),
  ];
  return all.map(({ payerId, why }) => {
    const name = plan.portfolio.accounts.get(payerId)?.record.name ?? '';
    return { payerId, name, sentence: `${name} ${words[why]}`.trim() };
  });
}
