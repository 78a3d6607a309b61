/** The procedures of `forecast`: the likely cash, what is typed beside it, how forecasts did. */
import { FORECAST_METHODS } from '../../../shared/domain/forecast/judge-forecast.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { mondayOf, startOfMonth } from '../../../shared/kernel/calendar-date.ts';
import {
  appendCashEvent,
  frozenOn,
  recordObjective,
  recordPaymentDay,
  removeCashEvent,
} from '../../ledger/stores/forecasts.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { readCashEvents } from '../../ledger/views/forecasts.ts';
import { ensureAnalysis } from '../analysis/ensure-analysis.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { prepareForecast } from '../overview/cash-forecast.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { WhatIf } from './account-cash.ts';
import { cellsToFreeze, freezeIn, isNothing } from './freeze-week.ts';
import { judgementOf, weekAgainstForecast } from './judgement.ts';
import { prepareCash } from './likely-cash.ts';
import { outlookAnswer } from './outlook-answer.ts';
import { shareRow, slotShares } from './slot-items.ts';

/** Binds the area. */
export function forecastRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext) => companyOf(context, call);

  /** The portfolio with the cash of everybody made, however long that took. */
  async function prepared(
    company: OpenCompany,
    question: { readonly weekCount: number; readonly whatIf: readonly WhatIf[] },
  ): Promise<Portfolio> {
    for (;;) {
      const now = await company.portfolio.read();
      await prepareForecast(now, question.weekCount);
      await prepareCash(now, []);
      if (question.whatIf.length > 0) await prepareCash(now, question.whatIf);
      if ((await company.portfolio.read()) === now) return now;
    }
  }

  return {
    outlook: api.forecast.outlook.handler(async ({ input, context: call }) => {
      const company = open(call);
      const now = await prepared(company, input);
      const answer = outlookAnswer(company.ledger, now, { ...input, language: language() });
      return { ...answer, model: modelState(context, company, now) };
    }),
    outlookItems: api.forecast.outlookItems.handler(async ({ input, context: call }) => {
      const company = open(call);
      const now = await prepared(company, input);
      const { offset, limit, ...rest } = input;
      const question = { ...rest, language: language() };
      const { total, amounts, window } = slotShares(now, question);
      return {
        total,
        ...sumApart(amounts),
        rows: window({ offset, limit }).map((share) => shareRow(now, share, question)),
      };
    }),
    judgement: api.forecast.judgement.handler(async ({ context: call }) => {
      const { ledger, portfolio } = open(call);
      const now = await portfolio.read();
      const { chosen, weeks, methods } = judgementOf(ledger, now);
      return {
        today: now.today,
        bankDate: now.bankDate,
        chosen,
        frozenOn: ledger.read((reader) => frozenOn(reader, mondayOf(now.today))),
        thisWeek: weekAgainstForecast(ledger, now),
        weeks: weeks.map(({ cells, ...week }) => {
          const likely = cells.get('likely');
          return {
            ...week,
            likelyCents: likely?.expectedCents ?? null,
            lowCents: likely?.lowCents ?? null,
            highCents: likely?.highCents ?? null,
            promiseCents: cells.get('promise')?.expectedCents ?? 0,
            dueDateCents: cells.get('due_date')?.expectedCents ?? 0,
          };
        }),
        methods: FORECAST_METHODS.flatMap((method) => {
          const own = methods.get(method);
          return own === undefined ? [] : [{ method, ...own }];
        }),
      };
    }),
    freezeNow: api.forecast.freezeNow.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const isReady = ensureAnalysis(context, company).isReady;
      const made = await cellsToFreeze(company);
      const { portfolio } = made;
      const weekDate = mondayOf(portfolio.today);
      const { method } = judgementOf(company.ledger, portfolio).chosen;
      const payload = { weekDate, method };
      const { commandId } = input;
      const entry = { commandId, kind: 'forecast_frozen', customerId: null, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (isNothing(portfolio)) throw new CommandRefused('nothing_to_freeze');
        if (frozenOn(writer, weekDate) !== null) throw new CommandRefused('forecast_frozen');
        if (!isReady || portfolio.outlook.model === null) {
          throw new CommandRefused('forecast_computing');
        }
        freezeIn(writer, entryId, made, method);
        return { weekDate };
      });
    }),
    typePaymentDay: api.forecast.typePaymentDay.handler(
      async ({ input, context: call, errors }) => {
        const company = open(call);
        const { commandId, receivableId, expectedDate, reason } = input;
        const now = await company.portfolio.read();
        const payload = { receivableId, expectedDate, reason };
        const entry = { commandId, kind: 'payment_day_typed', customerId: null, payload };
        return recordCommand(company, entry, errors, (writer, entryId) => {
          const identity = readIdentity(writer, receivableId);
          if (identity === null) throw new CommandRefused('receivable_unknown');
          const { customerId } = identity;
          const { items = [] } = now.accounts.get(customerId) ?? {};
          const isOpen = items.some((item) => item.receivableId === receivableId);
          if (expectedDate !== null && !isOpen) throw new CommandRefused('receivable_settled');
          if (expectedDate !== null && expectedDate < writer.clock.today()) {
            throw new CommandRefused('expected_in_the_past');
          }
          if (expectedDate !== null && reason === '') throw new CommandRefused('reason_missing');
          recordPaymentDay(writer, entryId, { receivableId, customerId, expectedDate, reason });
          return {};
        });
      },
    ),
    setObjective: api.forecast.setObjective.handler(({ input, context: call, errors }) => {
      const { commandId, month, amountCents } = input;
      const aim = { monthDate: startOfMonth(month), amountCents };
      const entry = { commandId, kind: 'cash_objective_set', customerId: null, payload: aim };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        recordObjective(writer, entryId, aim);
        return {};
      });
    }),
    recordEvent: api.forecast.recordEvent.handler(({ input, context: call, errors }) => {
      const { commandId, ...event } = input;
      const entry = { commandId, kind: 'cash_event_recorded', customerId: null, payload: event };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        if (event.lastDate < event.firstDate) throw new CommandRefused('period_reversed');
        if (event.label === '') throw new CommandRefused('reason_missing');
        return { cashEventId: appendCashEvent(writer, entryId, event) };
      });
    }),
    removeEvent: api.forecast.removeEvent.handler(({ input, context: call, errors }) => {
      const { commandId, cashEventId } = input;
      const payload = { cashEventId };
      const entry = { commandId, kind: 'cash_event_removed', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const isKnown = readCashEvents(writer).some((one) => one.cashEventId === cashEventId);
        if (!isKnown) throw new CommandRefused('event_unknown');
        removeCashEvent(writer, entryId, cashEventId);
        return {};
      });
    }),
  };
}

/** How far the model is, for the screen to say it. */
function modelState(context: AppContext, company: OpenCompany, { outlook }: Portfolio) {
  const { model } = outlook;
  const { paymentCount = 0, itemCount = 0 } = model ?? {};
  const counts = { paymentCount, itemCount };
  if (model !== null) {
    const state = model.kind === 'hazard' ? ('ready' as const) : ('little_history' as const);
    return { state, jobId: null, ...counts };
  }
  if (company.ledger.version().asOf === null) {
    return { state: 'missing' as const, jobId: null, ...counts };
  }
  const { jobId } = ensureAnalysis(context, company);
  return { state: 'computing' as const, jobId, ...counts };
}
