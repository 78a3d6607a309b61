/**
 * What came back, recorded under one entry: the reply itself, the address that refuses, the message
 * that returned, the contact who is away. An answer that nobody read holds the next automatic step.
 */
import type { z } from 'zod';
import type { recordReply as contractOf } from '../../../shared/contract/replies.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { mailAccountText } from '../../../shared/text/mail-account.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendContactLog } from '../../ledger/stores/contact-log.ts';
import { nameReplyMail } from '../../ledger/stores/incoming.ts';
import { appendNoticeStep, loadNotice } from '../../ledger/stores/notices.ts';
import {
  appendReply,
  loadReply,
  recordAddressMark,
  recordReplyRead,
} from '../../ledger/stores/replies.ts';
import { CommandRefused } from '../api.ts';

type Said = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>>;
/** What is recorded of a reply, wherever it came from. */
export type Received = Omit<Said, 'commandId' | 'uploadId' | 'incomingId'>;

/** Appends all of it, inside the transaction of its command; gives the id of the reply. */
export function appendReceived(
  writer: Writer,
  entryId: number,
  input: Received,
  fileSha256: string | null,
): number {
  const { customerId, kind, sender, subject, text, noticeId, answer } = input;
  const notice = noticeId === null ? null : loadNotice(writer, noticeId);
  if (noticeId !== null && notice === null) throw new CommandRefused('notice_unknown');
  const day = writer.clock.today();
  const replyId = appendReply(writer, entryId, {
    customerId,
    day,
    kind,
    sender,
    subject,
    text,
    noticeId,
    answer,
    fileSha256,
  });
  nameReplyMail(writer, replyId, input.messageId);
  const known = loadReply(writer, replyId);
  if (known !== null && (input.isRead || kind !== 'answer')) {
    recordReplyRead(writer, entryId, known);
  }
  if (kind === 'bounce') recordBounce(writer, entryId, input);
  if (kind === 'automatic' && input.awayUntil !== null && input.awayUntil >= day) {
    recordAbsence(writer, entryId, input);
  }
  return replyId;
}

function recordBounce(writer: Writer, entryId: number, input: Received): void {
  const { refusedAddress, refusalKind, refusalDetail, noticeId } = input;
  if (refusedAddress !== null && refusedAddress !== '') {
    recordAddressMark(writer, entryId, {
      address: refusedAddress,
      day: writer.clock.today(),
      state: 'refused',
      code: refusalKind ?? 'rejected',
      detail: refusalDetail,
    });
  }
  if (noticeId === null) return;
  const text = mailAccountText.fr.bounce(refusedAddress ?? input.sender);
  // One that is still under way, or returned already, stays as it is.
  appendNoticeStep(writer, noticeId, { status: 'bounced', detail: { text } });
}

/** An automatic note is no exchange: it only says until when to leave the contact in peace. */
function recordAbsence(writer: Writer, entryId: number, input: Received): void {
  appendContactLog(writer, entryId, {
    customerId: input.customerId,
    day: writer.clock.today(),
    channel: 'email',
    direction: 'out',
    contactId: null,
    outcome: 'absent',
    outcomeDate: input.awayUntil,
    comment: '',
    currency: LEDGER_CURRENCY,
    amountCents: 0,
    receivableIds: [],
  });
}
