/** Why items are late, as a call or a person says it, and taken back. */
import type { DelayCause } from '../../../shared/domain/payer/delay-cause.ts';
import type { Writer } from '../../ledger/session.ts';
import {
  appendDelayCause,
  loadDelayCause,
  undoDelayCauses,
} from '../../ledger/stores/delay-causes.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CallContext } from '../context.ts';
import { openItemsNamed } from './checked-items.ts';
import { knownCustomer } from './known-customer.ts';

/**
 * Notes the cause on the named items that are still open, or on the customer where none is named;
 * gives the first id, null where all the items were settled meanwhile.
 */
export function sayCause(
  writer: Writer,
  entryId: number,
  said: {
    readonly customerId: number;
    readonly accountIds: readonly number[];
    readonly receivableIds: readonly number[];
    readonly cause: DelayCause | null;
    readonly owner: string;
  },
): number | null {
  const { customerId, accountIds, receivableIds, cause, owner } = said;
  const places =
    receivableIds.length === 0
      ? [{ customerId, receivableId: null }]
      : openItemsNamed(writer, accountIds, receivableIds);
  const ids = places.map((place) =>
    appendDelayCause(writer, entryId, {
      customerId: place.customerId,
      receivableId: place.receivableId,
      cause,
      owner,
    }),
  );
  return ids[0] ?? null;
}

/** The procedures. */
export function delayCauseRoutes(open: (call: CallContext) => OpenCompany) {
  return {
    recordDelayCause: api.actions.recordDelayCause.handler(
      async ({ input, context: call, errors }) => {
        const { commandId, customerId, ...payload } = input;
        const company = knownCustomer(open(call), customerId, errors);
        const { payers } = await company.portfolio.read();
        const accountIds = payers.get(customerId) ?? [customerId];
        const entry = { commandId, kind: 'delay_cause_said', customerId, payload };
        return recordCommand(company, entry, errors, (writer, entryId) => {
          const delayCauseId = sayCause(writer, entryId, { ...payload, customerId, accountIds });
          if (delayCauseId === null) throw new CommandRefused('receivable_unknown');
          return { delayCauseId };
        });
      },
    ),
    undoDelayCause: api.actions.undoDelayCause.handler(({ input, context: call, errors }) => {
      const { commandId, delayCauseId } = input;
      const entry = {
        commandId,
        kind: 'delay_cause_undone',
        customerId: null,
        payload: { delayCauseId },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const said = loadDelayCause(writer, delayCauseId);
        if (said === null || said.isUndone) throw new CommandRefused('delay_cause_unknown');
        undoDelayCauses(writer, entryId, said.entryId);
        return {};
      });
    }),
  };
}
