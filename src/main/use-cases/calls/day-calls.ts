/**
 * The calls of the day: every payer contact whom somebody has to call, why, and in which order.
 *
 * One row a payer, however many steps, promises and tasks lead to him. A short message that a step
 * prepared stands among them: it too is written by hand to a telephone.
 */
import type { CallReason, CallRow } from '../../../shared/contract/calls.ts';
import {
  callAttempts,
  callWarnings,
  momentWarnings,
} from '../../../shared/domain/contact-log/call-limits.ts';
import { byCallOrder } from '../../../shared/domain/contact-log/call-order.ts';
import type { PlannedMessage, PlannedTask } from '../../../shared/domain/dunning/day-plan.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import { callsText } from '../../../shared/text/calls.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { obligationSentence } from '../../../shared/text/obligation.ts';
import type { AppContext } from '../context.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { stepLabelOf } from '../dunning/planned-rows.ts';
import { rankingOf } from '../overview/ranking.ts';
import { type CustomerAccount, overdueElsewhere } from '../portfolio/customer-account.ts';
import { loggedContacts } from '../portfolio/logged-contacts.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';

/** When and in which language the calls are looked at. */
export interface CallReader {
  readonly language: Language;
  /** Minutes since midnight on the company's clock. */
  readonly minuteOfDay: number;
}

const OBLIGATIONS = ['call_back', 'broken_promise', 'reject'] as const;

/** The reader of now. */
export function callReader(context: AppContext, { settings }: Portfolio): CallReader {
  const { language } = context.settings.read();
  const minuteOfDay = minuteOfDayOf(context.clock.now(), settings.identity.timeZone);
  return { language, minuteOfDay };
}

/** The tasks of a payer that are calls. */
export function callTasksOf({ byPayer }: CompanyPlan, payerId: number): readonly PlannedTask[] {
  return (byPayer.get(payerId)?.tasks ?? []).filter(({ channel }) => channel === 'call');
}

/** The short message that a step of today asks for; null for none. */
export function plannedShortMessage(
  { byPayer }: CompanyPlan,
  payerId: number,
): PlannedMessage | null {
  const message = byPayer.get(payerId)?.message ?? null;
  return message?.channel === 'sms' ? message : null;
}

/** Open tasks « rappeler » of a payer that are due. */
export function dueCallTasks(portfolio: Portfolio, payerId: number) {
  return accountsOfPayer(portfolio, payerId).flatMap(({ tasks }) =>
    tasks.filter((task) => !task.isClosed && task.kind === 'call' && task.dueOn <= portfolio.today),
  );
}

/** All calls, in the order in which they are made. */
export function dayCalls(known: CompanyPlan, reader: CallReader): readonly CallRow[] {
  const { portfolio } = known;
  const { ranked, obligations } = rankingOf(portfolio);
  const ranks = new Map(ranked.map(({ payerId, rank }) => [payerId, rank]));
  const obliged = new Map<number, (typeof obligations)[number][]>();
  for (const one of obligations) {
    const isCall = OBLIGATIONS.some((kind) => kind === one.kind);
    if (isCall && !one.isDone) obliged.set(one.payerId, [...(obliged.get(one.payerId) ?? []), one]);
  }
  const rows: CallRow[] = [];
  for (const payerId of portfolio.payers.keys()) {
    const reasons = [
      ...(obliged.get(payerId) ?? []).map((one) => ({
        kind: one.kind as CallReason['kind'],
        sentence: obligationSentence(one, portfolio.today, reader.language),
        dueOn: one.deadline,
      })),
      ...taskReasons(portfolio, payerId, reader.language),
      ...stepReasons(known, payerId, reader.language),
    ];
    if (reasons.length > 0) rows.push(callRow(known, payerId, reasons, reader));
  }
  return rows
    .map((row) => ({ row, place: placeOf(row, ranks.get(row.customerId) ?? null) }))
    .sort((a, b) => byCallOrder(a.place, b.place))
    .map(({ row }) => row);
}

/** One payer, called for these reasons or for none. */
export function callRow(
  known: CompanyPlan,
  payerId: number,
  reasons: readonly CallReason[],
  reader: CallReader,
): CallRow {
  const { portfolio, payers } = known;
  const accounts = accountsOfPayer(portfolio, payerId);
  const own = portfolio.accounts.get(payerId) ?? accounts[0];
  const payer = payers.get(payerId);
  const reached = accounts.flatMap(({ record }) => portfolio.reach.get(record.customerId) ?? []);
  const called = reached.find(({ phone }) => phone !== null);
  const exchanges = accounts.flatMap(({ contact }) => contact.lastExchangeDate ?? []).sort();
  const late = accounts.flatMap(({ sums }) => sums.oldestDaysPastDue ?? []);
  const days = reasons.map(({ dueOn }) => dueOn).sort();
  const { attempts, warnings } = attemptsOf(portfolio, accounts, reader);
  return {
    customerId: payerId,
    code: own?.record.code ?? '',
    name: own?.record.name ?? '',
    segment: payer?.segment ?? null,
    isVip: payer?.isVip ?? false,
    person: callTasksOf(known, payerId).find(({ person }) => person !== null)?.person ?? null,
    reasons: [...reasons],
    isObligation: reasons.some(isObligation),
    dueOn: days[0] ?? portfolio.today,
    overdueCents: accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0),
    otherOverdue: sumApart(accounts.flatMap(overdueElsewhere)).otherTotals,
    oldestDaysPastDue: late.length === 0 ? null : Math.max(...late),
    phone: called?.phone ?? null,
    contactName: called?.contactName ?? null,
    attemptsToday: attempts.today,
    lastExchangeOn: exchanges.at(-1) ?? null,
    warnings,
  };
}

/** Outside the hours or on a closed day, in a sentence; null when anybody may be called. */
export function hoursSentence(
  { settings, today, calendar }: Portfolio,
  { language, minuteOfDay }: CallReader,
): string | null {
  const [warning] = momentWarnings(settings.calls, { today, minuteOfDay, calendar });
  if (warning === undefined) return null;
  return callsText[language].warnings[warning]({ count: 0, ...hoursOf(settings.calls) });
}

function attemptsOf(
  portfolio: Portfolio,
  accounts: readonly CustomerAccount[],
  { language, minuteOfDay }: CallReader,
) {
  const { today, calendar, settings } = portfolio;
  const isConsumer = accounts.some(({ profile }) => profile === 'consumer');
  const entries = accounts.flatMap(({ calls }) => loggedContacts(calls));
  const attempts = callAttempts(entries, isConsumer, today);
  const warned = callWarnings(attempts, isConsumer, settings.calls, {
    today,
    minuteOfDay,
    calendar,
  });
  const warnings = warned.map((warning) => {
    const count = warning === 'week_cap' ? attempts.week : attempts.today;
    return callsText[language].warnings[warning]({ count, ...hoursOf(settings.calls) });
  });
  return { attempts, warnings };
}

function hoursOf({
  fromMinute,
  untilMinute,
}: {
  readonly fromMinute: number;
  readonly untilMinute: number;
}) {
  return { from: hourText(fromMinute), until: hourText(untilMinute) };
}

function hourText(minute: number): string {
  const rest = minute % 60;
  return `${Math.trunc(minute / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

function isObligation({ kind }: CallReason): boolean {
  return kind === 'task' || OBLIGATIONS.some((one) => one === kind);
}

function placeOf(row: CallRow, rank: number | null) {
  const obliged = row.reasons.filter(isObligation).map(({ dueOn }) => dueOn);
  return {
    payerId: row.customerId,
    obligedOn: obliged.sort()[0] ?? null,
    rank,
    amountCents: row.overdueCents,
    isTriedToday: row.attemptsToday > 0,
  };
}

function taskReasons(portfolio: Portfolio, payerId: number, language: Language): CallReason[] {
  return dueCallTasks(portfolio, payerId).map(({ dueOn, comment }) => ({
    kind: 'task',
    sentence: callsText[language].task(formatDate(dueOn), comment),
    dueOn,
  }));
}

function stepReasons(known: CompanyPlan, payerId: number, language: Language): CallReason[] {
  const message = plannedShortMessage(known, payerId);
  const tasks = callTasksOf(known, payerId).map((task) => ({
    kind: 'step' as const,
    sentence: stepSentence(task, language),
    dueOn: task.dueOn,
  }));
  if (message === null) return tasks;
  const sentence = stepSentence(message, language);
  return [...tasks, { kind: 'sms', sentence, dueOn: known.portfolio.today }];
}

function stepSentence(step: PlannedTask | PlannedMessage, language: Language): string {
  const days = step.items.map(({ item }) => item.daysPastDue ?? 0);
  return dunningBatchText[language].planned({
    step: stepLabelOf(step, language),
    count: step.items.length,
    days: days.length === 0 ? null : Math.max(...days),
    by: scenarioText[language].by[step.channel],
  });
}
