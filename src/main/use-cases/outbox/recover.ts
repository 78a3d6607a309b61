/**
 * What a ledger looks at before it may send again: messages that were on their way when the program
 * ended, and messages that left which this ledger does not know (a restored copy).
 *
 * Nothing is sent here and nothing is guessed: what may have reached the customer and has no answer
 * is `uncertain`, and a person decides.
 */
import { appendEntry } from '../../ledger/journal.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendKnownNotice } from '../../ledger/stores/foreign-notices.ts';
import {
  appendNoticeStep,
  findNoticeByMessageId,
  loadUnderWay,
  type NoticeStep,
} from '../../ledger/stores/notices.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { recordSendingState } from './sending-state.ts';
import { readSentLog, type SentMessage } from './sent-log.ts';

export interface Recovery {
  /** Messages found on their way, by what they became. */
  readonly recoveredCount: number;
  /** Messages that left and that this ledger had forgotten. */
  readonly enteredCount: number;
}

/** Brings the outbox of a ledger just opened to what really happened. */
export async function recoverOutbox(
  company: OpenCompany,
  { isRestored }: { readonly isRestored: boolean },
): Promise<Recovery> {
  const log = readSentLog(company.folder.sentLogPath);
  const { ledger } = company;
  const isMissing = ledger.read((reader) =>
    [...log].some(([messageId]) => findNoticeByMessageId(reader, messageId) === null),
  );
  const hasSending = ledger.read(loadUnderWay).some(({ status }) => status === 'sending');
  if (!(isRestored || isMissing || hasSending)) return { recoveredCount: 0, enteredCount: 0 };
  return ledger.write((writer) => {
    const recoveredCount = endInterrupted(writer, log);
    const enteredCount = isMissing ? enterForgotten(writer, log) : 0;
    if (isRestored || enteredCount > 0) {
      const entryId = appendEntry(writer, {
        kind: 'sending_to_confirm',
        customerId: null,
        commandId: null,
        payload: { isRestored, enteredCount },
      });
      recordSendingState(writer, entryId, { toConfirm: 'restored' });
    }
    return { recoveredCount, enteredCount };
  });
}

function endInterrupted(writer: Writer, log: ReadonlyMap<string, SentMessage>): number {
  const sending = loadUnderWay(writer).filter(({ status }) => status === 'sending');
  for (const { notice } of sending) {
    const last = log.get(notice.messageId ?? '')?.last ?? null;
    appendNoticeStep(writer, notice.noticeId, stepAfterCrash(last, writer));
  }
  return sending.length;
}

/** What a message is that was being sent when the program ended, by the last line about it. */
function stepAfterCrash(last: SentMessage['last'] | null, { clock }: Writer): NoticeStep {
  const detail = { kind: 'crash', log: last };
  switch (last) {
    case 'sent':
    case 'failed':
      return { status: last, detail };
    // The server never asked for its bytes, or refused them for now.
    case 'intent':
    case 'deferred':
      return { status: 'deferred', detail, tryAt: clock.now() };
    default:
      return { status: 'uncertain', detail };
  }
}

function enterForgotten(writer: Writer, log: ReadonlyMap<string, SentMessage>): number {
  let count = 0;
  for (const [messageId, { intent, last }] of log) {
    // Refused, or never begun: the customer got nothing, and the restored plan may say it again.
    if (intent === null || last === 'intent' || last === 'failed' || last === 'deferred') continue;
    if (findNoticeByMessageId(writer, messageId) !== null) continue;
    const entryId = appendEntry(writer, {
      kind: 'notice_found_in_log',
      customerId: null,
      commandId: null,
      payload: { messageId, last },
    });
    const status = last === 'sent' ? 'sent' : last === 'posted' ? 'posted' : 'uncertain';
    if (appendKnownNotice(writer, entryId, { ...intent, status })) count += 1;
  }
  return count;
}
