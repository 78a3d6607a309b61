/**
 * A mail fetched from the mailbox: kept as it came, and recorded as an unread reply where it is
 * certain whose it is. Otherwise it waits for a person to say so.
 */
import { dayOf } from '../../../shared/kernel/time-zone.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  appendIncomingMail,
  fileIncomingMail,
  isMessageKnown,
} from '../../ledger/stores/incoming.ts';
import { findNoticeByMessageId } from '../../ledger/stores/notices.ts';
import { findCustomersOfAddress } from '../../ledger/views/senders.ts';
import type { MailHead } from '../../ports/mailbox.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { keepFile } from '../files/kept-files.ts';
import { readMailBytes } from '../outbox/read-mail-bytes.ts';
import { judgeReply } from '../outbox/read-reply.ts';
import { appendReceived } from '../outbox/record-reply.ts';

/** What became of a mail that was fetched. */
export type TakenAs = 'reply' | 'waiting' | 'left';

/** Whether the headers say that a mail concerns us. */
export function isOfInterest(reader: Reader, head: MailHead, own: ReadonlySet<string>): boolean {
  if (isMessageKnown(reader, head.messageId)) return false;
  // The hidden copy of what left comes back to the same mailbox.
  if (findNoticeByMessageId(reader, head.messageId) !== null) return false;
  if (head.isReport) return true;
  if (own.has(head.sender)) return false;
  return (
    head.answeredIds.some((id) => findNoticeByMessageId(reader, id) !== null) ||
    findCustomersOfAddress(reader, head.sender).length > 0
  );
}

/** Reads it, keeps it, records it. */
export async function takeMail(
  context: AppContext,
  company: OpenCompany,
  bytes: Uint8Array,
): Promise<TakenAs> {
  const mail = await readMailBytes(context, company, bytes);
  if (mail === null) return 'left';
  const portfolio = await company.portfolio.read();
  const { language } = context.settings.read();
  const judged = company.ledger.read((reader) =>
    judgeReply(reader, mail, { portfolio, droppedOn: null, language }),
  );
  // A report on somebody else's message is none of ours.
  if (judged.customer === null && judged.candidates.length === 0) return 'left';
  const { filesPath } = company.folder;
  const fileSha256 = await keepFile(filesPath, bytes);
  const messageId = mail.messageId === '' ? `sha256:${fileSha256}` : mail.messageId;
  const zone = portfolio.settings.identity.timeZone;
  const day = mail.receivedAt === null ? context.clock.today() : dayOf(mail.receivedAt, zone);
  const customerId = judged.candidates.length > 0 ? null : (judged.customer?.customerId ?? null);
  return company.ledger.write((writer) => {
    if (isMessageKnown(writer, messageId)) return 'left';
    const { sender, subject } = judged;
    const entryId = appendEntry(writer, {
      kind: 'mail_received',
      customerId,
      commandId: null,
      payload: { messageId, sender, subject, fileSha256 },
    });
    const made = { day, messageId, sender, subject, fileSha256 };
    const incomingId = appendIncomingMail(writer, entryId, made);
    if (customerId === null) return 'waiting';
    const replyId = appendReceived(
      writer,
      entryId,
      {
        ...judged,
        customerId,
        subject: subject.slice(0, 500),
        noticeId: judged.notice?.noticeId ?? null,
        refusalDetail: judged.refusalDetail.slice(0, 1000),
        messageId,
        isRead: false,
      },
      fileSha256,
    );
    fileIncomingMail(writer, entryId, { incomingId, state: 'reply', replyId });
    return 'reply';
  });
}
