/**
 * What a ledger looks at before it may send again: messages that were on their way when the program
 * ended, and what left that this ledger does not know, because it was put back to an older copy.
 *
 * Nothing is sent here and nothing is guessed: what may have reached the customer and has no answer
 * is `uncertain`, and a person decides. What an older copy was about to send is cancelled: much may
 * have been said, paid or sent since, and the plan of the day proposes it again where it is due.
 */
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import { mayBeCancelled } from '../../../shared/domain/outbox/notice-state.ts';
import { dayOf } from '../../../shared/kernel/time-zone.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import { appendKnownNotice, findPayer } from '../../ledger/stores/foreign-notices.ts';
import {
  appendNoticeStep,
  findNoticeByMessageId,
  loadNoticeSteps,
  loadUnderWay,
  type NoticeRow,
  type NoticeStep,
} from '../../ledger/stores/notices.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { recordSendingState } from './sending-state.ts';
import { readSentLog, type SentIntent, type SentMessage } from './sent-log.ts';

export interface Recovery {
  /** Messages whose state was brought to what really happened. */
  readonly recoveredCount: number;
  /** Messages that left and that this ledger had forgotten. */
  readonly enteredCount: number;
  /** Messages that left to payers whom this ledger does not know yet. */
  readonly unknownPayerCount: number;
}

/** A message of the ledger, and what the file says of it; null where it says nothing. */
interface Known {
  readonly notice: NoticeRow;
  readonly status: NoticeStatus;
  readonly message: SentMessage | null;
}

/** A message that left and that the ledger has no trace of. */
interface Forgotten {
  readonly intent: SentIntent;
  readonly message: SentMessage;
  readonly payerId: number;
}

interface Findings {
  /** On their way when the program ended. */
  readonly interrupted: readonly Known[];
  /** The file knows more of them than the ledger. */
  readonly behind: readonly Known[];
  readonly forgotten: readonly Forgotten[];
  readonly unknownPayerCount: number;
}

/** Brings the outbox of a ledger just opened to what really happened. */
export async function recoverOutbox(
  company: OpenCompany,
  { isRestored }: { readonly isRestored: boolean },
): Promise<Recovery> {
  const log = readSentLog(company.folder.sentLogPath);
  const found = company.ledger.read((reader) => findingsOf(reader, log));
  const { interrupted, behind, forgotten, unknownPayerCount } = found;
  const recoveredCount = interrupted.length + behind.length;
  const enteredCount = forgotten.length;
  const isOlder = isRestored || behind.length + enteredCount > 0;
  if (isOlder || recoveredCount > 0) {
    await company.ledger.write((writer) => {
      const zone = settingsInForce(writer).identity.timeZone;
      for (const { notice, message } of interrupted) {
        appendNoticeStep(writer, notice.noticeId, stepAfterCrash(message, writer, zone));
      }
      for (const one of behind) bringUp(writer, one, zone);
      for (const one of forgotten) enter(writer, one, zone);
      if (!isOlder) return;
      const cancelledCount = cancelWhatWasDecided(writer, payersOf(found));
      const entryId = appendEntry(writer, {
        kind: 'sending_to_confirm',
        customerId: null,
        commandId: null,
        payload: { isRestored, recoveredCount, enteredCount, cancelledCount },
      });
      recordSendingState(writer, entryId, { toConfirm: 'restored' });
    });
  }
  return { recoveredCount, enteredCount, unknownPayerCount };
}

function findingsOf(reader: Reader, log: ReadonlyMap<string, SentMessage>): Findings {
  const interrupted: Known[] = [];
  const behind: Known[] = [];
  const forgotten: Forgotten[] = [];
  let unknownPayerCount = 0;
  for (const { notice, status } of loadUnderWay(reader)) {
    const message = log.get(notice.messageId ?? '') ?? null;
    const known = { notice, status, message };
    if (isBehind(reader, known)) behind.push(known);
    else if (status === 'sending') interrupted.push(known);
  }
  for (const [messageId, message] of log) {
    const { intent } = message;
    // Refused, or never begun: the customer got nothing, and the plan may say it again.
    if (intent === null || END_IN_LOG[message.last] === null) continue;
    if (END_IN_LOG[message.last] === 'failed') continue;
    if (findNoticeByMessageId(reader, messageId) !== null) continue;
    const payerId = findPayer(reader, intent.payerCode);
    if (payerId === null) unknownPayerCount += 1;
    else forgotten.push({ intent, message, payerId });
  }
  return { interrupted, behind, forgotten, unknownPayerCount };
}

/**
 * Whether the file tells of an attempt that the ledger has not. The ledger is written first, so
 * that only a copy put back knows of fewer.
 */
function isBehind(reader: Reader, { notice, message }: Known): boolean {
  if (message === null) return false;
  if (message.last === 'posted') return true;
  const steps = loadNoticeSteps(reader, notice.noticeId);
  return message.intentCount > steps.filter(({ status }) => status === 'sending').length;
}

/** What the last line about a message says became of it; null where nothing had left by then. */
const END_IN_LOG: Readonly<
  Record<
    SentMessage['last'],
    Extract<NoticeStatus, 'sent' | 'posted' | 'failed' | 'uncertain'> | null
  >
> = {
  intent: null,
  deferred: null,
  data: 'uncertain',
  uncertain: 'uncertain',
  sent: 'sent',
  posted: 'posted',
  failed: 'failed',
};

/** What a message is that was being sent when the program ended, by the last line about it. */
function stepAfterCrash(message: SentMessage | null, { clock }: Writer, zone: string): NoticeStep {
  const detail = { kind: 'crash', log: message?.last ?? null };
  if (message === null) return { status: 'uncertain', detail };
  const end = END_IN_LOG[message.last];
  // The server never asked for its bytes, or refused them for now.
  if (end === null) return { status: 'deferred', detail, tryAt: clock.now() };
  return { status: end, detail, day: dayOf(message.lastAt, zone) };
}

/** The steps by which a message of an older copy comes to where the file says it is. */
function bringUp(writer: Writer, { notice, status, message }: Known, zone: string): void {
  const end = message === null ? null : END_IN_LOG[message.last];
  if (message === null || end === null || end === status) {
    if (status === 'sending') {
      const tryAt = writer.clock.now();
      appendNoticeStep(writer, notice.noticeId, { status: 'deferred', tryAt });
    }
    return;
  }
  const day = dayOf(message.lastAt, zone);
  const fileSha256 = message.intent?.fileSha256 ?? null;
  const detail = { kind: 'found_in_log', log: message.last };
  for (const step of [...stepsBetween(status, end), end]) {
    const file = step === 'built' ? { fileSha256 } : {};
    appendNoticeStep(writer, notice.noticeId, { status: step, day, detail, ...file });
  }
}

function stepsBetween(
  from: NoticeStatus,
  end: 'sent' | 'posted' | 'failed' | 'uncertain',
): readonly NoticeStatus[] {
  if (end === 'failed' || from === 'sending' || from === 'uncertain') return [];
  const isUnbuilt = from === 'approved' || from === 'failed';
  const built = isUnbuilt ? (['built'] as const) : [];
  if (end === 'posted') return from === 'printed' ? [] : [...built, 'printed'];
  return [...built, 'sending'];
}

function enter(writer: Writer, { intent, message, payerId }: Forgotten, zone: string): void {
  const { messageId } = intent;
  const { last, lastAt } = message;
  const entryId = appendEntry(writer, {
    kind: 'notice_found_in_log',
    customerId: payerId,
    commandId: null,
    payload: { messageId, last },
  });
  const status = last === 'sent' || last === 'posted' ? last : 'uncertain';
  const made = {
    ...intent,
    status,
    leftOn: dayOf(lastAt, zone),
    fileSha256: intent.fileSha256 ?? null,
  } as const;
  appendKnownNotice(writer, entryId, { made, payerId });
}

function payersOf({ behind, forgotten }: Findings): ReadonlySet<number> {
  return new Set([
    ...behind.map(({ notice }) => notice.payerId),
    ...forgotten.map(({ payerId }) => payerId),
  ]);
}

/** Of what was refused or printed, only that of payers who were written to since the copy. */
const KEPT: ReadonlySet<NoticeStatus> = new Set<NoticeStatus>(['failed', 'printed']);

function cancelWhatWasDecided(writer: Writer, writtenTo: ReadonlySet<number>): number {
  let count = 0;
  for (const { notice, status } of loadUnderWay(writer)) {
    if (!mayBeCancelled(status)) continue;
    if (KEPT.has(status) && !writtenTo.has(notice.payerId)) continue;
    appendNoticeStep(writer, notice.noticeId, {
      status: 'cancelled',
      detail: { code: 'restored' },
    });
    count += 1;
  }
  return count;
}
