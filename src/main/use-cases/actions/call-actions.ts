/**
 * A call as it is logged: what was said, and in the same breath the promise or the next action it
 * led to. One entry of the journal, taken back as one block.
 */
import type { z } from 'zod';
import type { recordCall as contractOf } from '../../../shared/contract/actions.ts';
import { decidePromise, type PromiseItem } from '../../../shared/domain/promise/promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { sumCents } from '../../../shared/kernel/cents.ts';
import type { Writer } from '../../ledger/session.ts';
import {
  appendContactLog,
  loadContactLog,
  undoContactLog,
} from '../../ledger/stores/contact-log.ts';
import { undoDelayCauses } from '../../ledger/stores/delay-causes.ts';
import { recordStepDone, undoStepsOfEntry } from '../../ledger/stores/dunning-decisions.ts';
import { appendPromise, closePromise, loadPromisesOfEntry } from '../../ledger/stores/promises.ts';
import {
  appendTask,
  closeTask,
  loadTask,
  loadTasksClosedBy,
  loadTasksOfEntry,
} from '../../ledger/stores/tasks.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CallStep } from './call-steps.ts';
import { openItemsNamed } from './checked-items.ts';
import { sayCause } from './delay-causes.ts';

type Input = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>> & {
  /** The accounts it may be about: those that the customer pays for, his own included. */
  readonly accountIds: readonly number[];
  /** The steps that the call makes, as they are planned today. */
  readonly steps: readonly CallStep[];
};

/** Logs the call. A promise in it obeys the same rules as one recorded alone. */
export function recordCall(company: OpenCompany, input: Input, errors: object) {
  const { commandId, customerId, accountIds, ...payload } = input;
  const entry = { commandId, kind: 'call_recorded', customerId, payload };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const today = writer.clock.today();
    const items = openItemsNamed(writer, accountIds, input.receivableIds);
    const contactLogId = appendContactLog(writer, entryId, {
      customerId,
      day: today,
      channel: 'phone',
      direction: input.direction,
      contactId: input.contactId,
      outcome: input.outcome,
      outcomeDate: input.outcomeDate,
      comment: input.comment,
      ...talkedOf(items),
      receivableIds: items.flatMap(({ receivableId }) => receivableId ?? []),
    });
    const { promise, receivableIds } = input;
    const promiseId =
      promise === null
        ? null
        : promiseOn(writer, entryId, { ...promise, customerId, receivableIds, items, comment: '' });
    if (input.delayCause != null) sayCause(writer, entryId, { ...input, ...input.delayCause });
    const { nextAction } = input;
    const taskId =
      nextAction === null
        ? null
        : appendTask(writer, entryId, {
            customerId,
            kind: nextAction.kind,
            dueOn: nextAction.dueOn,
            comment: nextAction.comment,
          });
    makeSteps(writer, entryId, input.steps);
    for (const id of input.closesTaskIds ?? []) {
      if (loadTask(writer, id)?.isClosed === false) closeTask(writer, entryId, id);
    }
    return { contactLogId, promiseId, taskId };
  });
}

function makeSteps(writer: Writer, entryId: number, steps: readonly CallStep[]): void {
  const day = writer.clock.today();
  for (const { customerId, ...step } of steps) {
    recordStepDone(writer, entryId, { ...step, day, how: 'call' });
    writer.touch(['levels'], [customerId]);
  }
}

/** What the call was about: one currency, that of the books where it has some. */
function talkedOf(items: readonly OpenItem[]) {
  const own = items.filter(({ currency }) => currency === LEDGER_CURRENCY);
  const currency = own[0]?.currency ?? items[0]?.currency ?? LEDGER_CURRENCY;
  const named = items.filter((item) => item.currency === currency);
  return { currency, amountCents: sumCents(named.map((item) => item.outstandingCents)) };
}

/** Records a promise over these items, oldest first. Throws the refusal of the domain's rule. */
export function promiseOn(
  writer: Writer,
  entryId: number,
  made: {
    readonly customerId: number;
    /** What the person ticked; of it, `items` are those still open. */
    readonly receivableIds: readonly number[];
    readonly items: ReturnType<typeof openItemsNamed>;
    readonly promisedFor: Parameters<typeof decidePromise>[0]['promisedFor'];
    readonly amountCents: number;
    readonly method: string | null;
    readonly comment: string;
  },
): number {
  const today = writer.clock.today();
  // Without items a promise is on the whole account: not what was meant when all were paid since.
  if (made.receivableIds.length > 0 && made.items.length === 0) {
    throw new CommandRefused('receivable_settled');
  }
  const decided = decidePromise(made, today);
  if (!decided.isDone) throw new CommandRefused(decided.refusal);
  const parts = promiseParts(made, decided.value);
  const [first] = parts.map(({ customerId, amountCents, items }) =>
    appendPromise(writer, entryId, {
      customerId,
      kind: 'promise',
      promisedOn: today,
      promisedFor: made.promisedFor,
      amountCents,
      method: made.method,
      comment: made.comment,
      items: [...items],
    }),
  );
  if (first === undefined) throw new RangeError('A promise without a part');
  return first;
}

/** One promise an account: each is judged by the money of its own. */
function promiseParts(
  made: Pick<Parameters<typeof promiseOn>[2], 'customerId' | 'items' | 'amountCents'>,
  spread: readonly PromiseItem[],
) {
  if (spread.length === 0) {
    return [{ customerId: made.customerId, amountCents: made.amountCents, items: spread }];
  }
  const owners = new Map(made.items.map((item) => [item.receivableId, item.customerId]));
  const accounts = Map.groupBy(
    spread,
    ({ receivableId }) => owners.get(receivableId) ?? made.customerId,
  );
  return Array.from(accounts, ([customerId, items]) => ({
    customerId,
    amountCents: sumCents(items.map(({ amountCents }) => amountCents)),
    items,
  }));
}

/** Takes a call back with what it led to, on the day it was logged only. */
export function undoCall(
  company: OpenCompany,
  input: { readonly commandId: string; readonly contactLogId: number },
  errors: object,
) {
  const { commandId, contactLogId } = input;
  const entry = { commandId, kind: 'call_undone', customerId: null, payload: { contactLogId } };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const log = loadContactLog(writer, contactLogId);
    if (log === null || log.isUndone) throw new CommandRefused('call_unknown');
    if (log.day !== writer.clock.today()) throw new CommandRefused('too_late_to_undo');
    undoContactLog(writer, entryId, contactLogId);
    for (const { promiseId } of loadPromisesOfEntry(writer, log.entryId)) {
      closePromise(writer, entryId, { promiseId, reason: 'undone' });
    }
    for (const { taskId } of loadTasksOfEntry(writer, log.entryId)) {
      if (loadTask(writer, taskId)?.isClosed === false) closeTask(writer, entryId, taskId);
    }
    undoDelayCauses(writer, entryId, log.entryId);
    // What the call had done is to be done again: its steps, and its tasks under a new number.
    undoStepsOfEntry(writer, entryId, log.entryId);
    for (const { taskId: _id, entryId: _entry, ...task } of loadTasksClosedBy(
      writer,
      log.entryId,
    )) {
      appendTask(writer, entryId, task);
    }
    return {};
  });
}
