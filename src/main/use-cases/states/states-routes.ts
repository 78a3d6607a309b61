/** The procedures of `states`: what a person says of items that the books cannot tell. */
import { ibanProblemOf } from '../../../shared/domain/bank-account/iban.ts';
import { type ItemState, itemStateFault } from '../../../shared/domain/item-state/item-state.ts';
import {
  appendItemState,
  loadItemState,
  recordItemStateEvent,
} from '../../ledger/stores/item-states.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { openItemsNamed } from '../actions/checked-items.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { itemsByNumber } from './items-by-number.ts';

/** Binds the area. */
export function statesRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    record: api.states.record.handler(({ input, context: call, errors }) => {
      const { commandId, receivableIds, state } = input;
      const payload = { receivableIds, state };
      const entry = { commandId, kind: 'item_state_recorded', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        refuseWrong(state, writer.clock.today());
        const owners = new Set(
          receivableIds.map((receivableId) => {
            const owner = readIdentity(writer, receivableId)?.customerId;
            if (owner === undefined) throw new CommandRefused('receivable_unknown');
            return owner;
          }),
        );
        const items = openItemsNamed(writer, [...owners], receivableIds);
        if (items.length === 0) throw new CommandRefused('receivable_settled');
        const itemStateIds = items.flatMap(({ receivableId, customerId }) =>
          receivableId === null
            ? []
            : appendItemState(writer, entryId, { ...state, receivableId, customerId }),
        );
        return { itemStateIds };
      });
    }),
    close: api.states.close.handler(({ input, context: call, errors }) => {
      const { commandId, itemStateIds, what, reason } = input;
      const payload = { itemStateIds, what, reason };
      const entry = { commandId, kind: 'item_state_closed', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        for (const itemStateId of itemStateIds) {
          const known = loadItemState(writer, itemStateId);
          if (known === null || (known.lastEvent ?? 'resumed') === what) {
            throw new CommandRefused('state_unknown');
          }
          const { customerId } = known;
          recordItemStateEvent(writer, entryId, { itemStateId, customerId, what, reason });
        }
        return {};
      });
    }),
    find: api.states.find.handler(async ({ input, context: call }) =>
      itemsByNumber(await open(call).portfolio.read(), input.numbers),
    ),
  };
}

/** What is wrong of a state is refused before anything is written. */
function refuseWrong(state: ItemState, today: ItemState['since']): void {
  const fault = itemStateFault(state);
  if (fault !== null) throw new CommandRefused(fault);
  const needsIban = state.kind === 'factored_mandate';
  if ((needsIban || state.iban !== '') && ibanProblemOf(state.iban) !== null) {
    throw new CommandRefused('state_iban_wrong', state.iban);
  }
  if (state.since > today) throw new CommandRefused('state_in_the_future');
}
