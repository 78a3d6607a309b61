/** The procedures of `receipts`. */
import {
  MATCH_CLASSES,
  type MatchClass,
} from '../../../shared/domain/matching/match-suggestion.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadMovement } from '../../ledger/stores/bank-movements.ts';
import {
  readItemsOfCustomer,
  readMovementCounts,
  readMovements,
  readMovementTotals,
} from '../../ledger/views/bank-receipts.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { confirmAbove, sureEnough } from './confirm-above.ts';
import {
  confirmReceipt,
  confirmReturnOf,
  setAsideMovement,
  undoDecisions,
} from './decide-receipts.ts';
import { ensureMatches } from './ensure-matches.ts';
import { receiptRows } from './receipt-rows.ts';
import { bankAccounts } from './statements.ts';

const NO_DETAIL = { data: { detail: null } };
const CLASSES = Object.keys(MATCH_CLASSES) as MatchClass[];

/** Binds the area. */
export function receiptsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    list: api.receipts.list.handler(({ input, context: call }) => {
      const company = open(call);
      const isReady = ensureMatches(context, company);
      const { language } = context.settings.read();
      return company.ledger.read((reader) => {
        const sums = readMovementTotals(reader, input);
        return {
          rows: receiptRows(reader, readMovements(reader, input), language),
          ...totalsOf(sums),
          counts: readMovementCounts(reader),
          bulkCounts: bulkCounts(reader),
          isReady,
        };
      });
    }),
    openItems: api.receipts.openItems.handler(({ input, context: call, errors }) => {
      const { ledger } = knownCustomer(open(call), input.customerId, errors);
      const movement = ledger.read((reader) => loadMovement(reader, input.movementId));
      if (movement === null) throw errors.movement_unknown(NO_DETAIL);
      const { currency } = movement;
      return ledger.read((reader) => readItemsOfCustomer(reader, input.customerId, currency));
    }),
    statements: api.receipts.statements.handler(({ context: call }) =>
      open(call).ledger.read(bankAccounts),
    ),
    ...decisionRoutes(context),
  };
}

function decisionRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    confirm: api.receipts.confirm.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const entry = { commandId, kind: 'receipt_confirmed', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => ({
        decisionId: confirmReceipt(writer, entryId, input),
      }));
    }),
    confirmReturn: api.receipts.confirmReturn.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const entry = { commandId, kind: 'return_confirmed', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => ({
        decisionId: confirmReturnOf(writer, entryId, input),
      }));
    }),
    setAside: api.receipts.setAside.handler(({ input, context: call, errors }) => {
      const { commandId, ...payload } = input;
      const entry = { commandId, kind: 'movement_set_aside', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => ({
        decisionId: setAsideMovement(writer, entryId, input),
      }));
    }),
    undo: api.receipts.undo.handler(({ input, context: call, errors }) => {
      const { commandId, decisionIds } = input;
      const payload = { decisionIds };
      const entry = { commandId, kind: 'movement_decision_undone', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        undoDecisions(writer, entryId, decisionIds);
        return {};
      });
    }),
    confirmAbove: api.receipts.confirmAbove.handler(({ input, context: call, errors }) => {
      const { commandId, least } = input;
      const payload = { least };
      const entry = { commandId, kind: 'receipts_confirmed', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) =>
        confirmAbove(writer, entryId, least),
      );
    }),
  };
}

function totalsOf(sums: ReturnType<typeof readMovementTotals>) {
  const other = sums.filter(({ currency }) => currency !== LEDGER_CURRENCY);
  const own = sums.find(({ currency }) => currency === LEDGER_CURRENCY);
  return {
    total: sums.reduce((count, { movementCount }) => count + movementCount, 0),
    totalCents: own?.amountCents ?? 0,
    otherTotals: other.map(({ currency, amountCents }) => ({ currency, amountCents })),
  };
}

/** How many would go in at once, down to each class. */
function bulkCounts(reader: Reader): Record<MatchClass, number> {
  const counts = CLASSES.map((least) => [least, sureEnough(reader, least).length] as const);
  return Object.fromEntries(counts) as Record<MatchClass, number>;
}
