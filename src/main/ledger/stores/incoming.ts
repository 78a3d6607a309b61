/** Mails read from the mailbox: those that wait, what became of them, and where the reading is. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../session.ts';
import { command, day, int, nullable, query, text, word } from '../statement.ts';

export interface IncomingMail {
  readonly incomingId: number;
  readonly day: CalendarDate;
  /** Without brackets; empty for none. */
  readonly messageId: string;
  readonly sender: string;
  readonly subject: string;
  readonly fileSha256: string;
}

/** Up to where a mailbox was read; numbers mean something under their validity only (RFC 3501). */
export interface MailboxPlace {
  readonly uidValidity: string;
  readonly lastUid: number;
}

type FiledState = 'reply' | 'aside' | 'waiting';

const mailColumns = {
  incomingId: int,
  day,
  messageId: text,
  sender: text,
  subject: text,
  fileSha256: text,
};

const WAITING = query({
  name: 'incoming.waiting',
  row: mailColumns,
  sql: `
SELECT m.incoming_id AS incomingId, m.day, m.message_id AS messageId, m.sender, m.subject,
  m.file_sha256 AS fileSha256
FROM incoming_mail AS m
WHERE ifnull((SELECT state FROM incoming_filed WHERE incoming_id = m.incoming_id
  ORDER BY entry_id DESC LIMIT 1), 'waiting') = 'waiting'
ORDER BY m.incoming_id DESC`,
});

const ONE = query({
  name: 'incoming.one',
  params: { incomingId: int },
  row: { ...mailColumns, state: word<FiledState>() },
  sql: `
SELECT m.incoming_id AS incomingId, m.day, m.message_id AS messageId, m.sender, m.subject,
  m.file_sha256 AS fileSha256,
  ifnull((SELECT state FROM incoming_filed WHERE incoming_id = m.incoming_id
    ORDER BY entry_id DESC LIMIT 1), 'waiting') AS state
FROM incoming_mail AS m WHERE m.incoming_id = @incomingId`,
});

const HAS_MESSAGE = query({
  name: 'incoming.has_message',
  params: { messageId: text },
  row: { found: int },
  sql: `
SELECT EXISTS (SELECT 1 FROM incoming_mail WHERE message_id = @messageId)
  OR EXISTS (SELECT 1 FROM reply_mail WHERE message_id = @messageId) AS found`,
});

const TO_READ = query({
  name: 'incoming.to_read',
  row: { unread: int },
  sql: `
SELECT count(*) AS unread FROM reply AS r
WHERE NOT EXISTS (SELECT 1 FROM reply_read WHERE reply_id = r.reply_id)`,
});

const REPLY_OF = query({
  name: 'incoming.reply_of_message',
  params: { messageId: text },
  row: { replyId: int, customerId: int, day },
  sql: `
SELECT r.reply_id AS replyId, r.customer_id AS customerId, r.day
FROM reply_mail AS m JOIN reply AS r ON r.reply_id = m.reply_id
WHERE m.message_id = @messageId ORDER BY r.reply_id LIMIT 1`,
});

const APPEND = command({
  name: 'incoming.append',
  params: {
    entryId: int,
    day,
    messageId: text,
    sender: text,
    subject: text,
    fileSha256: text,
  },
  sql: `
INSERT INTO incoming_mail (entry_id, day, message_id, sender, subject, file_sha256)
VALUES (@entryId, @day, @messageId, @sender, @subject, @fileSha256)`,
});

const FILE = command({
  name: 'incoming.file',
  params: { incomingId: int, entryId: int, state: word<FiledState>(), replyId: nullable(int) },
  sql: `
INSERT INTO incoming_filed (incoming_id, entry_id, state, reply_id)
VALUES (@incomingId, @entryId, @state, @replyId)`,
});

const NAME_REPLY = command({
  name: 'incoming.name_reply',
  params: { replyId: int, messageId: text },
  sql: 'INSERT INTO reply_mail (reply_id, message_id) VALUES (@replyId, @messageId)',
});

const PLACE = query({
  name: 'incoming.place',
  params: { mailbox: text },
  row: { uidValidity: text, lastUid: int },
  sql: `
SELECT uid_validity AS uidValidity, last_uid AS lastUid FROM incoming_place
WHERE mailbox = @mailbox`,
});

const RECORD_PLACE = command({
  name: 'incoming.record_place',
  params: { mailbox: text, uidValidity: text, lastUid: int },
  sql: `
INSERT INTO incoming_place (mailbox, uid_validity, last_uid)
VALUES (@mailbox, @uidValidity, @lastUid)
ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity,
  last_uid = excluded.last_uid`,
});

/** Mails of which nobody said yet whose they are, the latest first. */
export function loadWaitingMails(reader: Reader): IncomingMail[] {
  return reader.all(WAITING);
}

/** Replies that nobody read, and mails that nobody attributed. */
export function countRepliesToRead(reader: Reader): number {
  return (reader.one(TO_READ)?.unread ?? 0) + reader.all(WAITING).length;
}

/** One mail and how it stands; null when unknown. */
export function loadIncomingMail(
  reader: Reader,
  incomingId: number,
): (IncomingMail & { readonly state: FiledState }) | null {
  return reader.one(ONE, { incomingId });
}

/** Whether that mail came in before, by the mailbox or by hand. */
export function isMessageKnown(reader: Reader, messageId: string): boolean {
  return messageId !== '' && reader.one(HAS_MESSAGE, { messageId })?.found === 1;
}

/** The reply recorded from that mail; null for none. */
export function findReplyOfMessage(reader: Reader, messageId: string) {
  return messageId === '' ? null : reader.one(REPLY_OF, { messageId });
}

/** Appends a mail read from the mailbox and gives its id. */
export function appendIncomingMail(
  writer: Writer,
  entryId: number,
  made: Omit<IncomingMail, 'incomingId'>,
): number {
  writer.touch(['replies']);
  return writer.run(APPEND, { ...made, entryId });
}

/** Says what became of a mail: a reply, nothing, or that it waits again. */
export function fileIncomingMail(
  writer: Writer,
  entryId: number,
  filed: {
    readonly incomingId: number;
    readonly state: FiledState;
    readonly replyId: number | null;
  },
): void {
  writer.run(FILE, { ...filed, entryId });
  writer.touch(['replies']);
}

/** Remembers which mail a reply was read from. */
export function nameReplyMail(writer: Writer, replyId: number, messageId: string): void {
  if (messageId !== '') writer.run(NAME_REPLY, { replyId, messageId });
}

/** Where the reading of a mailbox stands; null before the first. */
export function loadMailboxPlace(reader: Reader, mailbox: string): MailboxPlace | null {
  return reader.one(PLACE, { mailbox });
}

/** Remembers up to where a mailbox was read. */
export function recordMailboxPlace(writer: Writer, mailbox: string, place: MailboxPlace): void {
  writer.run(RECORD_PLACE, { mailbox, ...place });
}
