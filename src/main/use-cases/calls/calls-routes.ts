/** The procedures of `calls`: the calls of the day and what else people do by hand. */
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { companyPlan } from '../dunning/plan-keeper.ts';
import { windowOf } from '../overview/lists.ts';
import { callSheet } from './call-sheet.ts';
import { callReader, dayCalls, hoursSentence } from './day-calls.ts';
import { blockRows, proposeBlock, releaseBlock } from './order-blocks.ts';
import { itemsToTell, repItem, repRows, tellRep } from './rep-notices.ts';
import { preparedShortMessage, sendShortMessage } from './short-messages.ts';
import { vipRows } from './vip-rows.ts';

const NO_DETAIL = { data: { detail: null } };
const STATES = ['to_release', 'to_block', 'blocked'] as const;

/** Binds the area. */
export function callsRoutes(context: AppContext) {
  async function open(call: CallContext) {
    const company = companyOf(context, call);
    const known = await companyPlan(context, company);
    return { company, known, reader: callReader(context, known.portfolio) };
  }
  return {
    today: api.calls.today.handler(async ({ input, context: call }) => {
      const { known, reader } = await open(call);
      const rows = dayCalls(known, reader);
      const { totalCents, otherTotals } = sumOverdue(rows);
      return {
        day: known.portfolio.today,
        hours: hoursSentence(known.portfolio, reader),
        ...windowOf(rows, input),
        triedCount: rows.filter(({ attemptsToday }) => attemptsToday > 0).length,
        totalCents,
        otherTotals,
        sequence: rows.slice(0, SEQUENCE_MAX).map(({ customerId }) => customerId),
      };
    }),
    sheet: api.calls.sheet.handler(async ({ input, context: call, errors }) => {
      const { company, known, reader } = await open(call);
      const sheet = await callSheet(company, known, input.payerId, reader);
      if (sheet === null) throw errors.customer_unknown(NO_DETAIL);
      return sheet;
    }),
    shortMessage: api.calls.shortMessage.handler(async ({ input, context: call, errors }) => {
      const { company, known, reader } = await open(call);
      const prepared = await preparedShortMessage(company, known, input.payerId, reader);
      if (prepared === null) throw errors.customer_unknown(NO_DETAIL);
      return prepared;
    }),
    sendShortMessage: api.calls.sendShortMessage.handler(
      async ({ input, context: call, errors }) => {
        const { company, known } = await open(call);
        return sendShortMessage(context, company, { known, input }, errors);
      },
    ),
    blocks: api.calls.blocks.handler(async ({ input, context: call }) => {
      const { company, known, reader } = await open(call);
      const all = blockRows(company, known, reader.language);
      const rows = all.filter(({ state }) => input.state === null || state === input.state);
      return {
        ...windowOf(rows, input),
        ...sumApart(rows),
        counts: STATES.map((state) => ({
          state,
          count: all.filter((row) => row.state === state).length,
        })),
      };
    }),
    proposeBlock: api.calls.proposeBlock.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      return proposeBlock(context, company, { known, ...input }, errors);
    }),
    releaseBlock: api.calls.releaseBlock.handler(({ input, context: call, errors }) =>
      releaseBlock(context, companyOf(context, call), input, errors),
    ),
    repNotices: api.calls.repNotices.handler(async ({ input, context: call }) => {
      const { company, known, reader } = await open(call);
      const rows = itemsToTell(known, reader.language)
        .filter(({ repCode }) => input.repCode === null || repCode === input.repCode)
        .map(repItem);
      return {
        reps: repRows(company, known, reader.language),
        ...windowOf(rows, input),
        ...sumApart(rows),
      };
    }),
    tellRep: api.calls.tellRep.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      return tellRep(context, company, { known, ...input }, errors);
    }),
    vip: api.calls.vip.handler(async ({ input, context: call }) => {
      const { known, reader } = await open(call);
      const all = vipRows(known, reader.language);
      const rows = all.filter(({ dueOn }) => !input.isTaskOnly || dueOn !== null);
      return {
        ...windowOf(rows, input),
        ...sumOverdue(rows),
        untreatedCount: all.filter(({ isUntreated }) => isUntreated).length,
      };
    }),
    attention: api.calls.attention.handler(async ({ context: call }) => {
      const { company, known, reader } = await open(call);
      const blocks = blockRows(company, known, reader.language);
      const count = (state: string) => blocks.filter((row) => row.state === state).length;
      return {
        callCount: dayCalls(known, reader).filter(({ attemptsToday }) => attemptsToday === 0)
          .length,
        toBlockCount: count('to_block'),
        toReleaseCount: count('to_release'),
        repCount: repRows(company, known, reader.language).length,
        vipUntreatedCount: vipRows(known, reader.language).filter(({ isUntreated }) => isUntreated)
          .length,
      };
    }),
  };
}

/** More than anybody calls in a day. */
const SEQUENCE_MAX = 5000;

function sumOverdue(
  rows: readonly {
    readonly overdueCents: number;
    readonly otherOverdue: readonly { readonly currency: string; readonly amountCents: number }[];
  }[],
) {
  return sumApart(
    rows.flatMap(({ overdueCents, otherOverdue }) => [
      { currency: 'EUR', amountCents: overdueCents },
      ...otherOverdue,
    ]),
  );
}
