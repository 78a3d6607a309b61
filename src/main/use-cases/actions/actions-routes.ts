/** The procedures of `actions`: what a person records on a customer. */

import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import { reinterpretCustomers } from '../../ledger/interpretation/reinterpret.ts';
import { loadContact, recordContact, removeContact } from '../../ledger/stores/contacts.ts';
import { recordDueDate } from '../../ledger/stores/due-dates.ts';
import { appendHold, endHold, loadHold } from '../../ledger/stores/holds.ts';
import { recordDoneToday } from '../../ledger/stores/mornings.ts';
import { appendNote } from '../../ledger/stores/notes.ts';
import { closePromise, loadPromise, reopenPromise } from '../../ledger/stores/promises.ts';
import { appendTask, closeTask, loadTask } from '../../ledger/stores/tasks.ts';
import { readIdentity, readItem } from '../../ledger/views/customer-items.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { promiseOn, recordCall, undoCall } from './call-actions.ts';
import { callSteps } from './call-steps.ts';
import { openItemsNamed } from './checked-items.ts';
import { decideCharges } from './decide-charges.ts';
import { delayCauseRoutes } from './delay-causes.ts';
import { disputeRoutes } from './dispute-routes.ts';
import { knownCustomer } from './known-customer.ts';

/** Binds the area. */
export function actionsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    ...delayCauseRoutes(open),
    recordCall: api.actions.recordCall.handler(async ({ input, context: call, errors }) => {
      const company = knownCustomer(open(call), input.customerId, errors);
      const steps = input.stepsDone == null ? [] : await callSteps(context, company, input);
      const { payers } = await company.portfolio.read();
      const accountIds = payers.get(input.customerId) ?? [input.customerId];
      return recordCall(company, { ...input, steps, accountIds }, errors);
    }),
    undoCall: api.actions.undoCall.handler(({ input, context: call, errors }) =>
      undoCall(open(call), input, errors),
    ),
    recordPromise: api.actions.recordPromise.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const entry = { commandId, kind: 'promise_recorded', customerId, payload };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => {
        const items = openItemsNamed(writer, customerId, input.receivableIds);
        return { promiseId: promiseOn(writer, entryId, { ...input, items }) };
      });
    }),
    cancelPromise: api.actions.cancelPromise.handler(({ input, context: call, errors }) => {
      const { commandId, promiseId, reason } = input;
      const entry = {
        commandId,
        kind: 'promise_cancelled',
        customerId: null,
        payload: { promiseId, reason },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const promise = loadPromise(writer, promiseId);
        if (promise === null || promise.closedReason !== null)
          throw new CommandRefused('promise_unknown');
        closePromise(writer, entryId, { promiseId, reason });
        return { promiseId };
      });
    }),
    restorePromise: api.actions.restorePromise.handler(({ input, context: call, errors }) => {
      const { commandId, promiseId } = input;
      const payload = { promiseId };
      const entry = { commandId, kind: 'promise_restored', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const promise = loadPromise(writer, promiseId);
        if (promise === null || promise.closedEntryId === null)
          throw new CommandRefused('promise_unknown');
        const { closedEntryId, closedOn } = promise;
        if (closedOn !== writer.clock.today()) {
          throw new CommandRefused('too_late_to_undo');
        }
        reopenPromise(writer, entryId, { promiseId, closedEntryId });
        return {};
      });
    }),
    recordNote: api.actions.recordNote.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, text } = input;
      const entry = { commandId, kind: 'note_recorded', customerId, payload: { text } };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => ({
        noteId: appendNote(writer, entryId, { customerId, day: writer.clock.today(), text }),
      }));
    }),
    recordHold: api.actions.recordHold.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, reason, reviewOn, comment } = input;
      const { commandId: _id, customerId: _customer, ...payload } = input;
      const entry = { commandId, kind: 'hold_recorded', customerId, payload };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (reviewOn <= writer.clock.today()) throw new CommandRefused('review_in_the_past');
        const held =
          input.receivableIds === null
            ? [null]
            : openItemsNamed(writer, customerId, input.receivableIds).flatMap(
                ({ receivableId }) => receivableId ?? [],
              );
        const holdIds = held.map((receivableId) =>
          appendHold(writer, entryId, { customerId, receivableId, reason, reviewOn, comment }),
        );
        return { holdIds };
      });
    }),
    endHold: api.actions.endHold.handler(({ input, context: call, errors }) => {
      const { commandId, holdId } = input;
      const entry = { commandId, kind: 'hold_ended', customerId: null, payload: { holdId } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const hold = loadHold(writer, holdId);
        if (hold === null || hold.isEnded) throw new CommandRefused('hold_unknown');
        endHold(writer, entryId, holdId);
        return {};
      });
    }),
    ...disputeRoutes(context),
    recordContact: api.actions.recordContact.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, contactId, contact } = input;
      const entry = {
        commandId,
        kind: 'contact_recorded',
        customerId,
        payload: { contactId, contact },
      };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (contactId !== null && loadContact(writer, contactId)?.customerId !== customerId) {
          throw new CommandRefused('contact_unknown');
        }
        const made = recordContact(writer, entryId, { ...contact, customerId, contactId });
        refreshCustomer(writer, customerId);
        return { contactId: made };
      });
    }),
    removeContact: api.actions.removeContact.handler(({ input, context: call, errors }) => {
      const { commandId, contactId } = input;
      const entry = {
        commandId,
        kind: 'contact_removed',
        customerId: null,
        payload: { contactId },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const known = loadContact(writer, contactId);
        if (known === null) throw new CommandRefused('contact_unknown');
        removeContact(writer, entryId, contactId);
        refreshCustomer(writer, known.customerId);
        return {};
      });
    }),
    setDueDate: api.actions.setDueDate.handler(({ input, context: call, errors }) => {
      const { commandId, receivableId, dueDate } = input;
      const entry = {
        commandId,
        kind: 'due_date_set',
        customerId: null,
        payload: { receivableId, dueDate },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const identity = readIdentity(writer, receivableId);
        if (identity === null) throw new CommandRefused('receivable_unknown');
        const item = readItem(writer, receivableId);
        if (item !== null && dueDate !== null && dueDate < item.documentDate) {
          throw new CommandRefused('due_before_document', item.documentDate);
        }
        recordDueDate(writer, entryId, { receivableId, dueDate });
        refreshCustomer(writer, identity.customerId);
        return {};
      });
    }),
    markDoneToday: api.actions.markDoneToday.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, isDone } = input;
      const entry = { commandId, kind: 'done_today', customerId, payload: { isDone } };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => {
        recordDoneToday(writer, entryId, { customerId, day: writer.clock.today(), isDone });
        return {};
      });
    }),
    recordTask: api.actions.recordTask.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, kind, dueOn, comment } = input;
      const entry = {
        commandId,
        kind: 'task_recorded',
        customerId,
        payload: { kind, dueOn, comment },
      };
      const company = knownCustomer(open(call), customerId, errors);
      return recordCommand(company, entry, errors, (writer, entryId) => ({
        taskId: appendTask(writer, entryId, { customerId, kind, dueOn, comment }),
      }));
    }),
    closeTask: api.actions.closeTask.handler(({ input, context: call, errors }) => {
      const { commandId, taskId } = input;
      const entry = { commandId, kind: 'task_closed', customerId: null, payload: { taskId } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const task = loadTask(writer, taskId);
        if (task === null || task.isClosed) throw new CommandRefused('task_unknown');
        closeTask(writer, entryId, taskId);
        return {};
      });
    }),
    decideCharges: api.actions.decideCharges.handler(async ({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const { payers } = await company.portfolio.read();
      const accountIds = payers.get(customerId) ?? [customerId];
      const entry = { commandId, kind: 'charges_decided', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) =>
        decideCharges(writer, entryId, { ...payload, accountIds }),
      );
    }),
    tickedTotals: api.actions.tickedTotals.handler(async ({ input, context: call }) => {
      const now = await open(call).portfolio.read();
      const ticked = new Set(input.receivableIds);
      const items = (now.accounts.get(input.customerId)?.items ?? []).filter(
        ({ receivableId }) => receivableId !== null && ticked.has(receivableId),
      );
      const late = items.filter((item) => isOverdue(item, now.today));
      const sum = (list: typeof items) =>
        sumApart(
          list.map(({ currency, outstandingCents }) => ({
            currency,
            amountCents: outstandingCents,
          })),
        );
      const { totalCents, otherTotals } = sum(items);
      return {
        count: items.length,
        outstandingCents: totalCents,
        overdueCents: sum(late).totalCents,
        otherTotals,
      };
    }),
  };
}

/** A fact of the interpretation or of the row moved: both are made anew in the same transaction. */
function refreshCustomer(
  writer: Parameters<typeof reinterpretCustomers>[0],
  customerId: number,
): void {
  reinterpretCustomers(writer, [customerId], { asOf: writer.clock.today() });
  writer.touch(['customers', 'items'], [customerId]);
}
