/**
 * A mail dropped on a customer's file: .eml as every program saves it, .msg as Outlook gives it.
 *
 * Nothing in it is run, fetched or shown as HTML: its words, its addresses, its dates.
 */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { MailFileProblem, ReceivedMail } from '../../../shared/domain/mail/received-mail.ts';
import { calendarDate } from '../../../shared/kernel/calendar-date.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { backOn } from './back-on.ts';
import { failedRecipients, recipientsOfNote } from './bounce.ts';
import { isOutlookFile, readOutlookFile } from './outlook-file.ts';
import { textOfHtml, withoutQuote } from './plain-text.ts';

/** Larger files are not read at all. */
export const MAIL_FILE_BYTES_MAX = 40_000_000;
const SUBJECT_LENGTH_MAX = 500;
const LIMITS = { maxNestingDepth: 40, maxHeadersSize: 1_000_000, forceRfc822Attachments: true };

const AUTOMATIC_SUBJECT = beginning(
  'r[ée]ponse automatique|automatic reply|auto(matic|reply|-reply|\\s?:)|absen(ce|te?)\\b',
  'absent du bureau|out of (the )?office|je suis absente?|cong[ée]s\\b|abwesen',
);
const BOUNCE_SENDER = /^(mailer-daemon|postmaster|mail-daemon|bounce[s-]?)@/i;
const BOUNCE_SUBJECT = beginning(
  'undeliver|non[- ]?remis|delivery status notification|mail delivery (failed|system)',
  'returned mail|message non distribu|échec de (la )?remise|failure notice',
  'd[ée]livrance impossible',
);

/** A text that begins with one of these. */
function beginning(...words: readonly string[]): RegExp {
  return new RegExp(`^\\s*(${words.join('|')})`, 'i');
}

/** Reads a mail from its file. */
export async function readMailFile(
  bytes: Uint8Array,
): Promise<Result<ReceivedMail, MailFileProblem>> {
  if (bytes.byteLength > MAIL_FILE_BYTES_MAX) return refused('mail_file_too_large');
  const email = await (isOutlookFile(bytes) ? readOutlookFile(bytes) : readMime(bytes));
  if (email === null || !isMail(email)) return refused('not_a_mail');
  return done(receivedMail(email));
}

async function readMime(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch {
    return null;
  }
}

/** Any text parses; a mail says at least who wrote it or when. */
function isMail(email: Email): boolean {
  return email.headers.some(({ key }) => ['from', 'date', 'received', 'message-id'].includes(key));
}

function receivedMail(email: Email): ReceivedMail {
  const from = mailboxesOf(email.from === undefined ? [] : [email.from])[0];
  const to = mailboxesOf([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address);
  const text = writtenText(email);
  const bounced = bouncedOf(email, to);
  const isBounce = bounced.length > 0;
  const isAutomatic = isBounce || isAutomaticNote(email);
  const receivedAt = instantOfHeader(email.date);
  const day = receivedAt === null ? null : calendarDate(receivedAt.slice(0, 10));
  return {
    kind: isBounce ? 'bounce' : isAutomatic ? 'automatic' : 'answer',
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    to,
    receivedAt,
    subject: (email.subject ?? '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, SUBJECT_LENGTH_MAX),
    text,
    messageId: idsIn(email.messageId)[0] ?? '',
    answeredIds: answeredIds(email),
    backOn:
      isAutomatic && !isBounce && day !== null ? backOn(`${email.subject} ${text}`, day) : null,
    bounced,
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? '',
      mediaType: mimeType,
      sizeBytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}

function writtenText({ text, html }: Email): string {
  const plain = withoutQuote(text ?? '');
  return plain === '' && html !== undefined ? withoutQuote(textOfHtml(html)) : plain;
}

function isAutomaticNote(email: Email): boolean {
  const value = (key: string) => headerOf(email, key).toLowerCase();
  const submitted = value('auto-submitted');
  if (submitted !== '') return submitted !== 'no';
  return (
    value('x-autoreply') !== '' ||
    value('x-autorespond') !== '' ||
    value('precedence') === 'auto_reply' ||
    headerOf(email, 'x-encours-message-class').startsWith('IPM.Note.Rules.') ||
    AUTOMATIC_SUBJECT.test(email.subject ?? '')
  );
}

function bouncedOf(email: Email, to: readonly string[]): ReceivedMail['bounced'] {
  const report = email.attachments.find(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/.test(mimeType),
  );
  if (report !== undefined) return failedRecipients(textOf(report));
  const [from] = mailboxesOf(email.from === undefined ? [] : [email.from]);
  const isNote =
    headerOf(email, 'x-failed-recipients') !== '' ||
    headerOf(email, 'x-encours-message-class').startsWith('REPORT.') ||
    (BOUNCE_SENDER.test(from?.address ?? '') && BOUNCE_SUBJECT.test(email.subject ?? ''));
  if (!isNote) return [];
  const text = email.text ?? textOfHtml(email.html ?? '');
  return recipientsOfNote(text, { named: headerOf(email, 'x-failed-recipients'), own: to });
}

/** Of a report, the message it returns first; then what any answer refers to. */
function answeredIds(email: Email): string[] {
  const returned = email.attachments
    .filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
    .map((part) => /^message-id\s*:\s*(?:\r?\n\s+)?(<[^>]+>)/im.exec(textOf(part))?.[1] ?? '');
  const references = idsIn(email.references).reverse();
  const ids = [...returned.flatMap(idsIn), ...idsIn(email.inReplyTo), ...references];
  return [...new Set(ids)].slice(0, 50);
}

function idsIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function headerOf({ headers }: Email, key: string): string {
  return headers.find((header) => header.key === key)?.value.trim() ?? '';
}

function mailboxesOf(addresses: readonly Address[]): { name: string; address: string }[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => ({ name: name.trim(), address: (address ?? '').toLowerCase() }))
    .filter(({ address }) => address !== '');
}

/** postal-mime gives an ISO moment, or the header as it was where it can't be read. */
function instantOfHeader(date: string | undefined): Instant | null {
  return date !== undefined && /^\d{4}-.*\.\d{3}Z$/.test(date) ? instant(date) : null;
}
