/** The procedures of `overview`: each reads the portfolio as it stands and says it. */
import type { LeftOutPayer, RankedPayer } from '../../../shared/domain/priority/rank-payers.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { countRepliesToRead } from '../../ledger/stores/incoming.ts';
import { countToSettle } from '../../ledger/stores/notices.ts';
import { readWaitingMovementCount } from '../../ledger/views/bank-receipts.ts';
import { readTypedContacts } from '../../ledger/views/customers.ts';
import { readPaymentLabels } from '../../ledger/views/payment-labels.ts';
import { openAlertCount } from '../alerts/standing-alerts.ts';
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { agedAnswer, agedItems, prepareItemsAsOf } from './aged.ts';
import { forecastAnswer, forecastSlotItems, prepareForecast } from './cash-forecast.ts';
import { dashboardOf, workOfDay } from './dashboard.ts';
import { disputeCounts, disputeRows, disputeTimesShown } from './dispute-rows.ts';
import { whyLeftOut } from './explain-rank.ts';
import { findAnswer } from './find.ts';
import {
  callRows,
  creditRows,
  heldAmounts,
  holdRows,
  missingContactRows,
  promiseCounts,
  promiseRows,
  taskRows,
  windowOf,
} from './lists.ts';
import { amountsLeftOut, prioritiesAnswer, priorityRow, seatsOfToday } from './priorities.ts';
import { rankingOf } from './ranking.ts';
import { waitingOf } from './waiting.ts';

/** Binds the area. */
export function overviewRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  async function open(call: CallContext) {
    const company = companyOf(context, call);
    return { ...company, now: await company.portfolio.read() };
  }
  type Opened = Awaited<ReturnType<typeof open>>;
  /** As it stands once what the answer is made of was prepared, however long that took. */
  async function openWhen(call: CallContext, prepare: (opened: Opened) => Promise<unknown>) {
    for (;;) {
      const opened = await open(call);
      await prepare(opened);
      if ((await opened.portfolio.read()) === opened.now) return opened;
    }
  }
  const openAsOf = (call: CallContext, asOf: CalendarDate | null) =>
    openWhen(call, ({ ledger, now }) => prepareItemsAsOf(ledger, now, asOf));
  return {
    freshness: api.overview.freshness.handler(
      async ({ context: call }) => (await open(call)).now.freshness,
    ),
    dashboard: api.overview.dashboard.handler(async ({ context: call }) => {
      const { ledger, now } = await openWhen(call, (opened) =>
        dashboardOf(opened.ledger, opened.now, language()),
      );
      const morning = prioritiesAnswer(now, await seatsOfToday(ledger, now), language());
      return { ...(await dashboardOf(ledger, now, language())), work: workOfDay(now, morning) };
    }),
    waiting: api.overview.waiting.handler(async ({ context: call }) => {
      const { ledger, now } = await open(call);
      return {
        ...waitingOf(now),
        messageCount: ledger.read(countToSettle),
        replyCount: ledger.read(countRepliesToRead),
        alertCount: openAlertCount({ ledger }),
        toMatchCount: ledger.read(readWaitingMovementCount),
      };
    }),
    priorities: api.overview.priorities.handler(async ({ context: call }) => {
      const { ledger, now } = await open(call);
      return prioritiesAnswer(now, await seatsOfToday(ledger, now), language());
    }),
    ranked: api.overview.ranked.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const { ranked } = rankingOf(now);
      const { total, rows } = windowOf(ranked, input);
      return {
        total,
        ...rankedStakes(ranked),
        rows: rows.map((row) => priorityRow(now, row, language())),
      };
    }),
    leftOut: api.overview.leftOut.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const out = rankingOf(now).leftOut.filter(
        ({ because }) => input.verdict === null || because === input.verdict,
      );
      const { total, rows } = windowOf(out, input);
      return {
        total,
        rows: rows.map((row) => ({
          customerId: row.payerId,
          code: now.accounts.get(row.payerId)?.record.code ?? '',
          name: now.accounts.get(row.payerId)?.record.name ?? '',
          verdict: row.because,
          sentence: whyLeftOut(row, language()),
          ...leftOutAmounts(row),
        })),
      };
    }),
    agedBalance: api.overview.agedBalance.handler(async ({ input, context: call }) => {
      const { ledger, now } = await openAsOf(call, input.asOf);
      const answer = agedAnswer(ledger, now, input, language());
      return { ...answer, ...windowOf(answer.rows, input) };
    }),
    bucketItems: api.overview.bucketItems.handler(async ({ input, context: call }) => {
      const { ledger, now } = await openAsOf(call, input.asOf);
      const items = agedItems(ledger, now, input);
      const totalCents = items.reduce((sum, item) => sum + item.outstandingCents, 0);
      return { ...windowOf(items, input), totalCents };
    }),
    forecast: api.overview.forecast.handler(async ({ input, context: call }) => {
      const { ledger, now } = await openWhen(call, ({ now: portfolio }) =>
        prepareForecast(portfolio, input.weekCount),
      );
      return forecastAnswer(ledger, now, { ...input, language: language() });
    }),
    forecastItems: api.overview.forecastItems.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const by = (input.by ?? 'none') as 'none';
      const items = forecastSlotItems(now, { ...input, by, language: language() });
      return { ...windowOf(items, input), ...sumApart(items) };
    }),
    promises: api.overview.promises.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const all = promiseRows(now);
      const wanted = all.filter(
        ({ outcome }) => input.outcomes.length === 0 || input.outcomes.includes(outcome),
      );
      return { ...windowOf(wanted, input), ...sumApart(wanted), counts: promiseCounts(all) };
    }),
    disputes: api.overview.disputes.handler(async ({ input, context: call }) => {
      const { now } = await open(call);
      const rows = disputeRows(now, input.show);
      // Of those whose credit note is awaited, what is awaited.
      const amounts = rows.map((row) =>
        input.show === 'credit_awaited' ? { ...row, amountCents: row.awaitedCents } : row,
      );
      return {
        ...windowOf(rows, input),
        ...sumApart(amounts),
        counts: disputeCounts(now),
        times: disputeTimesShown(now),
      };
    }),
    holds: api.overview.holds.handler(async ({ input, context: call }) => {
      const rows = holdRows((await open(call)).now, input.isExpiringOnly);
      return { ...windowOf(rows, input), ...sumApart(rows.flatMap(heldAmounts)) };
    }),
    missingContacts: api.overview.missingContacts.handler(async ({ input, context: call }) =>
      windowOf(missingContactRows((await open(call)).now, input.missing), input),
    ),
    creditsToAllocate: api.overview.creditsToAllocate.handler(async ({ input, context: call }) => {
      const { ledger, now } = await open(call);
      const all = creditRows(now);
      const { total, rows } = windowOf(all, input);
      const payments = rows.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]));
      const labels = ledger.read((reader) => readPaymentLabels(reader, payments));
      return {
        total,
        ...sumApart(all),
        rows: rows.map((row) => ({ ...row, label: labels.get(row.paymentId ?? 0) ?? '' })),
      };
    }),
    calls: api.overview.calls.handler(async ({ input, context: call }) => {
      const { ledger, now } = await open(call);
      const { total, rows } = windowOf(callRows(now, input.fromDay), input);
      const names = ledger.read(
        (reader) =>
          new Map(readTypedContacts(reader, null).map((row) => [row.contactId, row.name])),
      );
      return {
        total,
        rows: rows.map(({ contactId, ...row }) => ({
          ...row,
          contactName: contactId === null ? null : (names.get(contactId) ?? null),
        })),
      };
    }),
    tasks: api.overview.tasks.handler(async ({ input, context: call }) =>
      windowOf(taskRows((await open(call)).now, input.isLateOnly), input),
    ),
    find: api.overview.find.handler(({ input, context: call }) => {
      return findAnswer(companyOf(context, call).ledger, input.text);
    }),
  };
}

function rankedStakes(ranked: readonly RankedPayer[]) {
  const { totalCents, otherTotals } = sumApart(
    ranked.flatMap((row) =>
      [row, ...row.elsewhere].map(({ currency, stakeCents }) => ({
        currency,
        amountCents: stakeCents,
      })),
    ),
  );
  return { stakeCents: totalCents, otherStakes: otherTotals };
}

function leftOutAmounts(row: LeftOutPayer) {
  const [own, ...otherAmounts] = amountsLeftOut(row);
  return { currency: row.currency, amountCents: own?.amountCents ?? 0, otherAmounts };
}
