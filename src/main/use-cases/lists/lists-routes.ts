/** The procedures of `lists`. */
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { windowOf } from '../overview/lists.ts';
import { listAnswer, listCounts, listFrame } from './customer-lists.ts';

/** Binds the area. */
export function listsRoutes(context: AppContext) {
  const frame = (call: CallContext) =>
    listFrame(context, companyOf(context, call), context.settings.read().language);
  return {
    read: api.lists.read.handler(async ({ input, context: call }) => {
      const { offset, limit, ...question } = input;
      const answer = listAnswer(await frame(call), question);
      return { ...answer, ...windowOf(answer.rows, { offset, limit }) };
    }),
    counts: api.lists.counts.handler(async ({ context: call }) => listCounts(await frame(call))),
  };
}
