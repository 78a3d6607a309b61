/**
 * The plan of one payer for a day: one message at most, the tasks, and a verdict for every amount.
 *
 * In each currency, the main one first: what is due is cut into what is written and what a person
 * does. A written message takes all that is due to its own step and lists the rest, so that a call
 * due the same day waits for its turn. Amounts of two currencies never share a message: the second
 * waits for another day, and the interval is counted by currency, so that it gets one.
 */
import { addDays } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { graceOf } from '../freshness/lateness.ts';
import { type DayContext, sharedStepsOf } from './day-context.ts';
import type {
  AddressProposal,
  OrderBlockProposal,
  PayerPlan,
  PlannedMessage,
  PlannedTask,
  SkippedStep,
} from './day-plan.ts';
import { type DunningVerdict, isSoft } from './dunning-verdict.ts';
import { explainItems, isOpenToDunning, type Spoken } from './explain-items.ts';
import { type JudgedItem, judgeItem, scenarioOfAccount } from './judge-item.ts';
import { type DueItem, graverFirst, type Lead, leadOf } from './lead.ts';
import { isGrave } from './next-step.ts';
import { fallbackOf, latestDay, type PayerHold, payerHoldOf } from './payer-hold.ts';
import {
  coveredItem,
  isTaskFor,
  messageOf,
  modeOf,
  type StepDraft,
  sumOf,
  taskOf,
} from './planned-step.ts';
import type { PlannerPayer } from './planner-input.ts';
import { repNoticesOf } from './rep-notices.ts';

/** What is made of a payer while his currencies are gone through. */
interface Making {
  readonly payer: PlannerPayer;
  readonly context: DayContext;
  message: PlannedMessage | null;
  readonly tasks: PlannedTask[];
  readonly orderBlocks: OrderBlockProposal[];
  readonly addresses: AddressProposal[];
  readonly skipped: SkippedStep[];
  /** What is said of the chaseable part, and of the part not due. */
  readonly chaseable: Map<JudgedItem, Spoken>;
  readonly notDue: Map<JudgedItem, Spoken>;
}

/** Plans a payer's day. */
export function planPayer(payer: PlannerPayer, context: DayContext): PayerPlan {
  const { judged, assignments } = judgePayer(payer, context);
  const making: Making = {
    payer,
    context,
    message: null,
    tasks: [],
    orderBlocks: [],
    addresses: [],
    skipped: [],
    chaseable: new Map(),
    notDue: new Map(),
  };
  for (const currency of currenciesOf(payer, context)) {
    const group = judged.filter(({ item }) => item.item.currency === currency);
    if (group.length > 0) planCurrency(group, making);
  }
  const { message, tasks, orderBlocks, addresses, skipped } = making;
  return {
    payerId: payer.payerId,
    items: explainItems(payer, judged, making, context.today),
    message,
    tasks,
    orderBlocks,
    repNotices: repNoticesOf(payer, judged),
    addresses,
    skipped,
    assignments,
  };
}

/** The payer's currencies, the company's own first. */
function currenciesOf({ accounts }: PlannerPayer, { settings }: DayContext): readonly string[] {
  const [first, ...others] = accounts;
  const isOne = others.every(({ assessed }) => assessed.currency === first?.assessed.currency);
  if (isOne) return first?.assessed.currency == null ? [] : [first.assessed.currency];
  const known = new Set(accounts.flatMap(({ assessed }) => assessed.currency ?? []));
  const rank = (currency: string) => (currency === settings.mainCurrency ? '' : currency);
  return [...known].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function judgePayer(payer: PlannerPayer, context: DayContext) {
  const totals = new Map<string | null, Cents>();
  for (const { assessed } of payer.accounts) {
    const { currency, chaseableCents } = assessed;
    totals.set(currency, (totals.get(currency) ?? 0) + chaseableCents);
  }
  const judged: JudgedItem[] = [];
  const assignments = payer.accounts.map((account) => {
    const { assignment, scenario } = scenarioOfAccount(account, context);
    const { currency, items } = account.assessed;
    if (currency === null) return assignment;
    const totalCents = totals.get(currency) as Cents;
    const graceBusinessDays = graceOf(account.situation.paymentMethod, context.settings.grace);
    const isBelowFloor = totalCents < context.settings.dunning.floorCents;
    const course = {
      payer,
      account,
      assignment,
      scenario,
      currency,
      graceBusinessDays,
      isBelowFloor,
      totalCents,
      shared: scenario === null ? null : sharedStepsOf(scenario, graceBusinessDays, context),
      context,
    };
    for (const item of items) {
      if (item.parts.some(isOpenToDunning)) judged.push(judgeItem(item, course));
    }
    return assignment;
  });
  return { judged, assignments };
}

const isDue = (item: JudgedItem): item is DueItem => item.hold === null && item.due !== null;

function planCurrency(group: readonly JudgedItem[], making: Making): void {
  const { payer } = making;
  const late = group.filter(({ chaseableCents }) => chaseableCents > 0);
  const due = late.filter(isDue);
  proposeBlocks(
    due.filter((item) => item.due.kind === 'order_block'),
    making,
  );
  const rest = due.filter((item) => item.due.kind !== 'order_block');
  const isOwn = ({ due: { mode } }: DueItem) => mode === 'task' && !payer.isVip;
  const handOvers = rest.filter((item) => isOwn(item) && isGrave(item.due.kind));
  const calls = rest.filter((item) => isOwn(item) && !isGrave(item.due.kind));
  const written = rest.filter((item) => !isOwn(item));
  const shown = late.filter(isListable).filter((item) => !handOvers.includes(item));
  const isListed = written.length > 0 && planWritten(written, shown, group, making);
  if (!isListed) planTasks(calls, making);
  else if (payer.isPerInvoice) sayInTurn([...written, ...calls], making);
  planTasks(handOvers, making);
  if (written.length === 0) planNotice(group, making);
}

/** What a message may list although its step is not due. */
const LISTABLE: ReadonlySet<DunningVerdict> = new Set([
  'step_not_reached',
  'rep_notice_pending',
  'below_step_floor',
]);

const isListable = (item: JudgedItem): item is DueItem =>
  item.due !== null && (item.hold === null || LISTABLE.has(item.hold.verdict));

/** Plans the message, or the task of a VIP, of the steps that are written. */
function planWritten(
  written: readonly DueItem[],
  shown: readonly DueItem[],
  group: readonly JudgedItem[],
  making: Making,
): boolean {
  const { settings } = making.context;
  const totalCents = sumOf(shown);
  return attempt(written, making, (items) => {
    const found = leadOf(items, totalCents, settings.dunning);
    if (found === null) return null;
    if (making.payer.isPerInvoice) return aloneOf(found, making);
    const { lead, covered } = found;
    const isAlone = isGrave(lead.due.kind) || lead.due.promise !== null;
    const taken = new Set(covered);
    const noticed = isAlone ? [] : noticedItems(group, making).filter(isWrittenFor(making.payer));
    return {
      ...emptyDraft(lead, making),
      covered,
      noticed,
      others: shown.filter((item) => !taken.has(item)),
      told: isAlone ? [] : toldItems(group, noticed),
    };
  });
}

/** One invoice a message; a broken promise is one message, whatever it promised. */
function aloneOf({ lead, covered }: Lead, making: Making): StepDraft {
  return {
    ...emptyDraft(lead, making),
    covered: lead.due.promise === null ? [lead] : covered,
  };
}

/** What the day's message of a payer who wants one an invoice does not take. */
function sayInTurn(items: readonly DueItem[], making: Making): void {
  for (const item of items) {
    if (!making.chaseable.has(item)) say(making, item, { verdict: 'in_turn' });
  }
}

/** Tasks by channel: one call about all that a call is due for. */
function planTasks(items: readonly DueItem[], making: Making): void {
  for (const channel of new Set(items.map(({ due }) => due.channel))) {
    const ofChannel = items.filter(({ due }) => due.channel === channel);
    attempt(ofChannel, making, (some) => {
      const sorted = [...some].sort(graverFirst);
      return { ...emptyDraft(sorted[0] as DueItem, making), covered: some };
    });
  }
}

/** The pre-due notice that leaves alone: one a fortnight, above a floor, as a list (R14). */
function planNotice(group: readonly JudgedItem[], making: Making): void {
  const { payer, context } = making;
  const { dunning } = context.settings;
  const noticed = noticedItems(group, making).sort(payer.isPerInvoice ? largerFirst : graverFirst);
  const [lead] = noticed;
  if (lead === undefined) return;
  const isWritten = isWrittenFor(payer);
  const same = payer.isPerInvoice
    ? [lead]
    : noticed.filter((item) => isWritten(item) === isWritten(lead));
  const totalCents = same.reduce((sum, { notDueCents }) => sum + notDueCents, 0);
  if (totalCents < Math.max(dunning.noticeFloorCents, lead.due.floorCents ?? 0)) return;
  const last = latestDay(payer.messages.filter(({ purpose }) => purpose === 'notice'));
  if (last !== null && addDays(last, dunning.noticeIntervalDays) > context.today) return;
  const told = payer.isPerInvoice ? [] : toldItems(group, same);
  const draft = { ...emptyDraft(lead, making), noticed: same, told };
  const hold = holdOfDraft(draft, false, making);
  if (hold === null) place(draft, making);
  else proposeAddress(draft, hold, making);
}

const largerFirst = (a: DueItem, b: DueItem): number => b.notDueCents - a.notDueCents;

/** Items not due whose notice is: told of alone, or with the reminder of the day. */
function noticedItems(group: readonly JudgedItem[], { context }: Making): DueItem[] {
  return group
    .filter(isDue)
    .filter(
      ({ notDueCents, due }) => notDueCents > 0 && due.kind === 'notice' && due.on <= context.today,
    );
}

/** Items not due that were told of already, and are not again. */
function toldItems(
  group: readonly JudgedItem[],
  noticed: readonly DueItem[],
): readonly JudgedItem[] {
  return group.filter(
    (item) =>
      item.notDueCents > 0 &&
      item.level.severity === 'notice' &&
      !noticed.some((other) => other === item),
  );
}

function isWrittenFor(payer: PlannerPayer): (item: DueItem) => boolean {
  return ({ due }) => payer.isVip || !isTaskFor(payer, due.mode, due.channel);
}

function emptyDraft(lead: DueItem, { payer, context }: Making): StepDraft {
  const { receivableId, due, item } = lead;
  const accepted = payer.overrides.find(
    (override) =>
      override.day === context.today &&
      override.channel !== null &&
      (override.receivableId === null || override.receivableId === receivableId),
  );
  return {
    payer,
    currency: item.item.currency,
    lead: due,
    channel: accepted?.channel ?? due.channel,
    covered: [],
    noticed: [],
    others: [],
    told: [],
  };
}

/**
 * Places what these items make, or says what holds them. Where what holds is soft, what a person
 * let through goes without the rest.
 */
function attempt(
  items: readonly DueItem[],
  making: Making,
  draftOf: (items: readonly DueItem[]) => StepDraft | null,
  isLifted = false,
): boolean {
  const draft = draftOf(items);
  if (draft === null) {
    for (const item of items) say(making, item, { verdict: 'residue', detail: item.due.detail });
    return false;
  }
  const hold = holdOfDraft(draft, isLifted, making);
  if (hold === null) {
    place(draft, making);
    return true;
  }
  for (const item of items) say(making, item, hold);
  const lifted = isLifted || !isSoft(hold.verdict) ? [] : items.filter((item) => item.isLifted);
  if (lifted.length > 0) return attempt(lifted, making, draftOf, true);
  proposeAddress(draft, hold, making);
  return false;
}

function holdOfDraft(draft: StepDraft, isLifted: boolean, making: Making): PayerHold | null {
  const { payer, context } = making;
  const { lead, channel, currency } = draft;
  const isTask = isTaskFor(payer, lead.mode, channel);
  const intention = {
    kind: lead.kind,
    channel,
    mode: isTask ? ('task' as const) : modeOf(draft, context).mode,
    currency,
    scenario: lead.scenario,
    isSecond: making.message !== null,
  };
  return payerHoldOf(payer, intention, context, isLifted);
}

/** Takes a draft into the plan and says so of its items. */
function place(draft: StepDraft, making: Making): void {
  const { payer, context } = making;
  const { lead, channel, covered, noticed, others } = draft;
  let verdict: DunningVerdict;
  if (isTaskFor(payer, lead.mode, channel)) {
    making.tasks.push(taskOf(draft, context));
    verdict = payer.isVip ? 'task_vip' : 'task';
  } else {
    making.message = messageOf(draft, context);
    verdict = making.message.mode === 'automatic' ? 'planned' : 'to_confirm';
  }
  const person = payer.isVip ? payer.vipOwner : null;
  const spoken = ({ due }: DueItem): Spoken => ({
    verdict,
    detail:
      channel === due.channel && person === null ? due.detail : { ...due.detail, channel, person },
  });
  for (const item of covered) say(making, item, spoken(item));
  for (const item of noticed) making.notDue.set(item, spoken(item));
  for (const item of others) {
    // The block stays a proposal of its own.
    const isBlock = making.chaseable.get(item)?.verdict === 'order_block';
    if (!isBlock) say(making, item, { verdict: 'listed', detail: item.due.detail });
  }
  for (const { receivableId, due, level } of [...covered, ...noticed]) {
    for (const claimKey of due.skippedKeys) {
      making.skipped.push({ receivableId, claimKey, cycle: level.cycle });
    }
  }
}

function say(making: Making, item: JudgedItem, spoken: Spoken): void {
  making.chaseable.set(item, spoken);
}

function proposeAddress(
  { payer, channel, currency, covered, noticed }: StepDraft,
  hold: PayerHold,
  making: Making,
): void {
  if (hold.verdict !== 'no_address') return;
  const amountCents = sumOf(covered) + noticed.reduce((sum, item) => sum + item.notDueCents, 0);
  const fallback = fallbackOf(channel, payer);
  making.addresses.push({ payerId: payer.payerId, channel, fallback, amountCents, currency });
}

/** A block of orders is proposed to the sales office, customer by customer; it is no message. */
function proposeBlocks(items: readonly DueItem[], making: Making): void {
  const customers = new Map<number, DueItem[]>();
  for (const item of items) {
    const { customerId } = item.account.situation;
    customers.set(customerId, [...(customers.get(customerId) ?? []), item]);
  }
  for (const [customerId, own] of customers) {
    const [first] = own as [DueItem, ...DueItem[]];
    const draft = emptyDraft(first, making);
    const hold = holdOfDraft(draft, false, making);
    for (const item of own) {
      say(making, item, hold ?? { verdict: 'order_block', detail: item.due.detail });
    }
    if (hold !== null) continue;
    making.orderBlocks.push({
      payerId: making.payer.payerId,
      customerId,
      currency: draft.currency,
      scenarioKey: first.due.scenario.scenarioKey,
      stepKey: first.due.stepKey as string,
      items: own.map((item) => coveredItem(item, item.chaseableCents)),
      amountCents: sumOf(own),
    });
  }
}
