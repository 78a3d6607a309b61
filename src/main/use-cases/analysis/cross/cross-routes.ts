/** The procedures of `cross`. */
import type { CrossQuestion } from '../../../../shared/contract/cross.ts';
import { api } from '../../api.ts';
import { companyOf } from '../../companies/open-company.ts';
import type { AppContext, CallContext } from '../../context.ts';
import { windowOf } from '../../overview/lists.ts';
import { crossAnswer } from './cross-answer.ts';
import { crossCustomers, crossItems } from './cross-drill.ts';
import { openForCross } from './open-for-cross.ts';

/** Binds the area. */
export function crossRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext, question: CrossQuestion) =>
    openForCross(companyOf(context, call), question);
  return {
    table: api.cross.table.handler(async ({ input, context: call }) => {
      const { offset, limit, ...question } = input;
      const { ledger, now } = await open(call, question);
      const answer = crossAnswer(ledger, now, question, language());
      const { total, rows } = windowOf(answer.rows, { offset, limit });
      return {
        ...answer,
        total,
        rows: rows.map(({ dimensionKey: _key, ...row }) => row),
      };
    }),
    items: api.cross.items.handler(async ({ input, context: call }) => {
      const { offset, limit, ...figure } = input;
      const { ledger, now } = await open(call, figure);
      const rows = crossItems(ledger, now, figure);
      const totalCents = rows.reduce((sum, { outstandingCents }) => sum + outstandingCents, 0);
      return { ...windowOf(rows, { offset, limit }), totalCents };
    }),
    customers: api.cross.customers.handler(async ({ input, context: call }) => {
      const { offset, limit, ...figure } = input;
      const { ledger, now } = await open(call, figure);
      const rows = crossCustomers(ledger, now, figure);
      const totalCents = rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
      return { ...windowOf(rows, { offset, limit }), totalCents };
    }),
  };
}
