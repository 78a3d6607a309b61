/** The procedures of `actions` for disputes: opened, ended, opened again. */
import {
  type DisputeOutcome,
  decideCredit,
  isRefusing,
} from '../../../shared/domain/dispute/dispute.ts';
import type { Writer } from '../../ledger/session.ts';
import {
  appendDispute,
  closeDispute,
  loadDispute,
  reopenDispute,
} from '../../ledger/stores/disputes.ts';
import { recordCycle } from '../../ledger/stores/dunning-decisions.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { openItemsNamed } from './checked-items.ts';
import { knownCustomer } from './known-customer.ts';

/** Binds them. */
export function disputeRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    recordDispute: api.actions.recordDispute.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const entry = { commandId, kind: 'dispute_recorded', customerId, payload };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => {
        const named = openItemsNamed(
          writer,
          customerId,
          input.items.map((one) => one.receivableId),
        );
        if (new Set(named.map(({ currency }) => currency)).size > 1) {
          throw new CommandRefused('currencies_mixed');
        }
        for (const { receivableId, amountCents } of input.items) {
          const item = named.find((one) => one.receivableId === receivableId);
          if (item === undefined || amountCents > item.outstandingCents) {
            throw new CommandRefused('exceeds_outstanding', item?.documentNumber ?? null);
          }
        }
        return {
          disputeId: appendDispute(writer, entryId, {
            customerId,
            openedOn: writer.clock.today(),
            reason: input.reason,
            owner: input.owner,
            answerBy: input.answerBy,
            comment: input.comment,
            items: input.items,
          }),
        };
      });
    }),
    closeDispute: api.actions.closeDispute.handler(({ input, context: call, errors }) => {
      const { commandId, ...payload } = input;
      const entry = { commandId, kind: 'dispute_closed', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        endDispute(writer, entryId, payload);
        return { disputeId: input.disputeId };
      });
    }),
    reopenDispute: api.actions.reopenDispute.handler(({ input, context: call, errors }) => {
      const { commandId, disputeId } = input;
      const payload = { disputeId };
      const entry = { commandId, kind: 'dispute_reopened', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const dispute = loadDispute(writer, disputeId);
        if (dispute === null || dispute.closedEntryId === null || dispute.outcome === 'undone') {
          throw new CommandRefused('dispute_unknown');
        }
        reopenDispute(writer, entryId, { disputeId, closedEntryId: dispute.closedEntryId });
        return { disputeId };
      });
    }),
  };
}

/** What is refused begins a cycle of its items, from the first reminder (R21). */
function endDispute(
  writer: Writer,
  entryId: number,
  end: {
    readonly disputeId: number;
    readonly outcome: DisputeOutcome;
    readonly creditCents: number | null;
    readonly comment: string;
  },
): void {
  const { disputeId, outcome, comment } = end;
  const dispute = loadDispute(writer, disputeId);
  if (dispute === null || dispute.outcome !== null) throw new CommandRefused('dispute_unknown');
  const disputedCents = dispute.items.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const credit = decideCredit(outcome, disputedCents, end.creditCents);
  if (!credit.isDone) throw new CommandRefused(credit.refusal);
  const closedOn = writer.clock.today();
  closeDispute(writer, entryId, {
    disputeId,
    outcome,
    closedOn,
    creditCents: credit.value,
    comment,
  });
  if (!isRefusing(outcome)) return;
  for (const { receivableId } of dispute.items) {
    const began = { cause: 'dispute_refused' as const, day: closedOn, reason: comment };
    recordCycle(writer, entryId, { receivableId, ...began });
  }
}
