/** Makes the message or the task of a payer from the item that leads it. */
import type { Cents } from '../../kernel/cents.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import { toneOfCauses } from '../payer/delay-cause.ts';
import type { DayContext } from './day-context.ts';
import type {
  CoveredItem,
  ListedItem,
  PlannedMessage,
  PlannedStep,
  PlannedTask,
} from './day-plan.ts';
import type { DueStep } from './due-step.ts';
import type { JudgedItem } from './judge-item.ts';
import { type DueItem, graverFirst } from './lead.ts';
import type { MessagePurpose, PlannerPayer } from './planner-input.ts';
import type { StepChannel, StepMode, Tone } from './scenario.ts';

/** What is to be written or done, once it is known whom and what it concerns. */
export interface StepDraft {
  readonly payer: PlannerPayer;
  readonly currency: string;
  readonly lead: DueStep;
  readonly channel: StepChannel;
  readonly covered: readonly DueItem[];
  /** Not due yet, and told of now. */
  readonly noticed: readonly DueItem[];
  readonly others: readonly DueItem[];
  /** Not due yet, and told of already. */
  readonly told: readonly JudgedItem[];
}

/** Channels by which a person does it himself. */
const OWN_HANDS: readonly StepChannel[] = ['call', 'portal', 'none'];

/** Whether a step is work for a person, for this payer and by this channel. */
export function isTaskFor(payer: PlannerPayer, mode: StepMode, channel: StepChannel): boolean {
  return payer.isVip || mode === 'task' || OWN_HANDS.includes(channel);
}

/** How a message may leave: by itself, or ticked by a person, and why so. */
export function modeOf(
  { covered, noticed, lead, channel, others }: StepDraft,
  { settings }: DayContext,
): Pick<PlannedMessage, 'mode' | 'confirmReason'> {
  const taken = [...covered, ...noticed];
  if (taken.some(({ due }) => due.mode !== 'automatic')) {
    return { mode: 'to_confirm', confirmReason: null };
  }
  const confirmed = (confirmReason: PlannedMessage['confirmReason']) =>
    ({ mode: 'to_confirm', confirmReason }) as const;
  const totalCents = sumOf([...covered, ...others]);
  const isAbove = taken.some(
    ({ due }) => due.ceilingCents !== null && totalCents > due.ceilingCents,
  );
  if (isAbove) return confirmed('ceiling');
  if (taken.some(({ item }) => item.isDateEstimated)) return confirmed('estimated_date');
  if (settings.dunning.isAllToConfirm) return confirmed('go_live');
  if (channel !== lead.channel) return confirmed('fallback');
  return { mode: 'automatic', confirmReason: null };
}

/** The message of a draft. */
export function messageOf(draft: StepDraft, context: DayContext): PlannedMessage {
  return {
    ...plannedStep(draft),
    ...modeOf(draft, context),
    promiseId: draft.lead.promise?.promiseId ?? null,
    thanks: null,
  };
}

/** The task of a draft. */
export function taskOf(draft: StepDraft, { today, settings }: DayContext): PlannedTask {
  const { payer, lead, covered, noticed } = draft;
  const { dunning, calendar } = settings;
  const dueOn = [...covered, ...noticed].reduce(
    (first, { due }) => (due.on < first ? due.on : first),
    lead.on,
  );
  return {
    ...plannedStep(draft),
    reason: payer.isVip ? 'vip' : 'step',
    person: payer.isVip ? payer.vipOwner : null,
    dueOn,
    isUntreated: addBusinessDays(dueOn, dunning.vipPatienceBusinessDays, calendar) < today,
  };
}

/** Overdue amounts of these items that are chaseable. */
export function sumOf(items: readonly JudgedItem[]): Cents {
  return items.reduce((sum, { chaseableCents }) => sum + chaseableCents, 0);
}

function plannedStep(draft: StepDraft): PlannedStep {
  const { payer, currency, lead, channel, covered, noticed, others, told } = draft;
  return {
    payerId: payer.payerId,
    currency,
    scenarioKey: lead.scenario.scenarioKey,
    stepKey: lead.stepKey,
    kind: lead.kind,
    purpose: purposeOf(lead),
    severity: lead.severity,
    channel,
    templateKey: templateOf(lead, channel, payer),
    tone: toneOf(draft),
    senderKey: lead.senderKey,
    isCopiedToRep: lead.isCopiedToRep,
    items: [
      ...[...covered].sort(graverFirst).map((one) => coveredItem(one, one.chaseableCents)),
      ...[...noticed].sort(graverFirst).map((one) => coveredItem(one, one.notDueCents)),
    ],
    listed: [
      ...others.map((one) => listedItem(one, 'other', one.chaseableCents)),
      ...told.map((one) => listedItem(one, 'to_fall_due', one.notDueCents)),
    ],
    dueCents: sumOf([...covered, ...others]),
    toFallDueCents: [...noticed, ...told].reduce((sum, { notDueCents }) => sum + notDueCents, 0),
  };
}

/**
 * The tone of the step, else that of the cause of the delay, else that of the payer's segment: who
 * has none yet is written to as a good one.
 */
function toneOf({ lead: { tone }, payer, covered }: StepDraft): Tone {
  if (tone !== 'by_segment') return tone;
  const said = covered.map(({ item, chaseableCents }) => ({
    amountCents: chaseableCents,
    // What a step covers is owed: it is an item, never a payment.
    cause: payer.causes.get(item.item.receivableId as number) ?? null,
  }));
  return toneOfCauses(said) ?? payer.segment ?? 'good';
}

/** A block of orders is no message, and is never made into one. */
function purposeOf({ kind }: DueStep): MessagePurpose {
  return kind as Exclude<DueStep['kind'], 'order_block'>;
}

/** A consumer's formal notice has its own words; a call in place of a letter has its script. */
function templateOf(lead: DueStep, channel: StepChannel, payer: PlannerPayer): string | null {
  if (channel === 'call' && lead.channel !== 'call') return 'call_script';
  const isConsumer = lead.templateKey === 'formal_notice' && payer.isConsumer;
  return isConsumer ? 'formal_notice_consumer' : lead.templateKey;
}

/** An item as it is claimed. */
export function coveredItem(
  { receivableId, account, item, due, level }: DueItem,
  amountCents: Cents,
): CoveredItem {
  return {
    receivableId,
    customerId: account.situation.customerId,
    item,
    claimKey: due.claimKey,
    severity: due.severity,
    cycle: level.cycle,
    amountCents,
    dueOn: due.on,
  };
}

function listedItem(
  { receivableId, account, item, level }: JudgedItem,
  section: ListedItem['section'],
  amountCents: Cents,
): ListedItem {
  const { customerId } = account.situation;
  return { receivableId, customerId, item, section, severity: level.severity, amountCents };
}
