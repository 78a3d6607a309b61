/**
 * Approves messages of the day: they are written, claimed and put in the outbox in one transaction,
 * on the very state of the books they were planned on.
 *
 * Writing takes time and gives the thread back; if the ledger moved meanwhile (a call, an import),
 * everything is planned and written again, so that what is claimed is what would be decided now.
 */
import { setImmediate } from 'node:timers/promises';
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import { answerCodeOf } from '../../../shared/domain/message/answer-code.ts';
import { addSeconds } from '../../../shared/kernel/instant.ts';
import type { Writer } from '../../ledger/session.ts';
import { recordStepDone } from '../../ledger/stores/dunning-decisions.ts';
import {
  appendNotice,
  appendRun,
  lastNoticeId,
  type NewNotice,
} from '../../ledger/stores/notices.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import {
  type Draft,
  type DraftEdit,
  draftMessage,
  NO_DRAFT_EDIT,
  storedDraft,
} from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { leavingProblems } from '../messages/leaving-problems.ts';
import { templateLibrary } from '../messages/templates-in-force.ts';
import { isLocked } from '../outbox/sending-guards.ts';
import { recordSendingState } from '../outbox/sending-state.ts';
import { type CompanyPlan, companyPlan, messageFor } from './plan-keeper.ts';

export interface WantedMessage {
  readonly payerId: number;
  readonly edit: DraftEdit | null;
}

export interface PreparedMessage {
  readonly message: PlannedMessage;
  readonly draft: Draft;
  readonly noticeChannel: 'email' | 'letter' | 'registered_letter' | 'sms';
}

export interface PreparedBatch {
  readonly plan: CompanyPlan;
  readonly version: string;
  readonly prepared: readonly PreparedMessage[];
  readonly leftOut: readonly {
    readonly payerId: number;
    readonly why: 'not_planned' | 'not_written';
  }[];
}

/** Messages written before the thread is given back. */
const STAGE_MESSAGES = 20;

/** Writes the messages wanted, as they are planned now. */
export async function prepareBatch(
  context: AppContext,
  company: OpenCompany,
  wanted: readonly WantedMessage[],
): Promise<PreparedBatch> {
  const plan = await companyPlan(context, company);
  const version = versionOf(company);
  const issuer = await messageIssuer(company, plan.portfolio.settings);
  const templates = company.ledger.read(templateLibrary);
  const prepared: PreparedMessage[] = [];
  const leftOut: { payerId: number; why: 'not_planned' | 'not_written' }[] = [];
  for (const [at, { payerId, edit }] of wanted.entries()) {
    if (at % STAGE_MESSAGES === STAGE_MESSAGES - 1) await setImmediate();
    const message = messageFor(plan, payerId);
    const noticeChannel = message === null ? null : channelOf(message);
    if (message === null || noticeChannel === null) {
      leftOut.push({ payerId, why: 'not_planned' });
      continue;
    }
    const needs = { known: plan, issuer, templates };
    const draft = draftMessage(company, message, needs, edit ?? NO_DRAFT_EDIT);
    const isFit =
      draft.isDone &&
      claimedItems(message, draft.value).length > 0 &&
      !leavingProblems(company, plan, { message, draft: draft.value }, 'fr').isBlocked;
    if (draft.isDone && isFit) prepared.push({ message, draft: draft.value, noticeChannel });
    else leftOut.push({ payerId, why: 'not_written' });
  }
  return { plan, version, prepared, leftOut };
}

/** What the state of the books is named by; a batch prepared on another one is prepared again. */
export function versionOf({ ledger }: OpenCompany): string {
  const { entryId, asOf, bankDate } = ledger.version();
  return [entryId, asOf, bankDate, ledger.clock.today()].join('|');
}

export interface ApprovedBatch {
  readonly runId: number;
  readonly approvedCount: number;
  readonly approvedCents: number;
  readonly letterCount: number;
  readonly holdUntil: string | null;
  readonly claimedPayerIds: readonly number[];
}

/** Appends a prepared batch, inside the transaction of its command. */
export function appendBatch(
  context: AppContext,
  { writer, entryId }: { readonly writer: Writer; readonly entryId: number },
  { batch, staleReason }: { readonly batch: PreparedBatch; readonly staleReason: string | null },
): ApprovedBatch {
  const { plan, prepared } = batch;
  checkGuards(plan, staleReason);
  const { today, bankDate, settings } = plan.portfolio;
  if (staleReason !== null) {
    recordSendingState(writer, entryId, { staleAllowed: { on: today, reason: staleReason } });
  }
  const runId = appendRun(writer, entryId, {
    day: today,
    bankDate,
    counts: JSON.stringify(countsOf(plan)),
  });
  const holdUntil = addSeconds(writer.clock.now(), settings.dunning.holdSeconds);
  const claimedPayerIds: number[] = [];
  let approvedCents = 0;
  let letterCount = 0;
  let approvedCount = 0;
  for (const { message, draft, noticeChannel } of prepared) {
    const row = noticeRow(context, { message, draft, noticeChannel }, lastNoticeId(writer) + 1);
    const isMail = noticeChannel === 'email';
    const appended = appendNotice(writer, entryId, {
      ...row,
      runId,
      day: today,
      holdUntil: isMail ? holdUntil : null,
    });
    if (!appended.isDone) {
      claimedPayerIds.push(message.payerId);
      continue;
    }
    approvedCount += 1;
    approvedCents += row.totalCents;
    if (!isMail) letterCount += 1;
    const claimed = new Set(row.items.map(({ receivableId }) => receivableId));
    recordSkipped(writer, entryId, { plan, payerId: message.payerId, claimed });
  }
  if (approvedCount === 0) throw new CommandRefused('nothing_approved');
  const hasMail = approvedCount > letterCount;
  return {
    runId,
    approvedCount,
    approvedCents,
    letterCount,
    holdUntil: hasMail ? holdUntil : null,
    claimedPayerIds,
  };
}

/** A message as the outbox keeps it. */
function noticeRow(
  context: AppContext,
  { message, draft, noticeChannel }: PreparedMessage,
  noticeId: number,
): Omit<NewNotice, 'runId' | 'day' | 'holdUntil'> {
  const isMail = noticeChannel === 'email';
  const { facts, content, to } = draft;
  const answerCode = isMail && draft.withAnswerLinks ? answerCodeOf(noticeId) : '';
  return {
    payerId: message.payerId,
    channel: noticeChannel,
    kind: facts.kind,
    purpose: message.purpose,
    severity: message.severity,
    scenarioKey: message.scenarioKey,
    stepKey: message.stepKey,
    promiseId: message.promiseId,
    isAutomatic: message.mode === 'automatic',
    recipient: isMail
      ? (to[0]?.address ?? '')
      : [facts.recipient.name, ...facts.recipient.addressLines].join('\n'),
    messageId: messageIdOf(context, draft),
    currency: message.currency,
    // A pre-due notice asks for nothing yet: it tells what falls due.
    totalCents: message.dueCents > 0 ? facts.totals.dueCents : message.toFallDueCents,
    subject: content.subject,
    facts: storedDraft({ ...draft, facts: { ...facts, answerCode } }),
    items: claimedItems(message, draft),
  };
}

/** The items that the message really asks for: one unticked by hand keeps its level. */
function claimedItems({ items }: PlannedMessage, { facts }: Draft): NewNotice['items'] {
  const shown = new Set(facts.items.map(({ receivableId }) => receivableId));
  return items.flatMap(({ receivableId, claimKey, severity, cycle, amountCents }) =>
    shown.has(receivableId) ? [{ receivableId, claimKey, severity, cycle, amountCents }] : [],
  );
}

/** How the message leaves; null for what is no message of the outbox (a portal, a call). */
export function channelOf(message: PlannedMessage): PreparedMessage['noticeChannel'] | null {
  const { channel } = message;
  return channel === 'email' || channel === 'letter' || channel === 'registered_letter'
    ? channel
    : null;
}

function checkGuards({ guards }: CompanyPlan, staleReason: string | null): void {
  if (isLocked(guards)) throw new CommandRefused('sending_locked', guards[0] ?? null);
  const isOld = guards.includes('bank_stale') || guards.includes('bank_unknown');
  if (isOld && staleReason === null) throw new CommandRefused('stale_data');
  if (isOld && (staleReason ?? '').length < 3) throw new CommandRefused('reason_missing');
}

/** Passed-over steps are recorded with the message that passes them, so that nobody asks again. */
function recordSkipped(
  writer: Writer,
  entryId: number,
  {
    plan,
    payerId,
    claimed,
  }: {
    readonly plan: CompanyPlan;
    readonly payerId: number;
    readonly claimed: ReadonlySet<number>;
  },
): void {
  const skipped = plan.byPayer.get(payerId)?.skipped ?? [];
  for (const { receivableId, claimKey, cycle } of skipped) {
    if (!claimed.has(receivableId)) continue;
    const day = plan.portfolio.today;
    recordStepDone(writer, entryId, {
      receivableId,
      claimKey,
      severity: null,
      cycle,
      day,
      how: 'skipped',
    });
  }
}

function messageIdOf({ ids }: AppContext, { from }: Draft): string {
  const domain = from.address.split('@')[1] ?? '';
  return `${ids.next()}@${domain === '' ? 'encours.invalid' : domain}`;
}

/** Counts and amounts per verdict, by currency: what the run decided, in the journal for good. */
function countsOf({ plan }: CompanyPlan) {
  return plan.totals.map(({ currency, overdueCents, chasedCents, byVerdict }) => ({
    currency,
    overdueCents,
    chasedCents,
    byVerdict: Object.fromEntries(byVerdict),
  }));
}
