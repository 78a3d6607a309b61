/**
 * Outlook's .msg: its fields put in the shape of a mail, so that one reader judges both.
 *
 * A message that came by the Internet carries its headers; one of the same company has none, and
 * its fields stand in for them.
 */
import * as library from '@kenjiuno/msgreader';
import PostalMime, { type Email } from 'postal-mime';

type Reader = typeof library.default;
type Fields = ReturnType<InstanceType<Reader>['getFileData']>;

/** First bytes of every compound file of Microsoft. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Headers that speak of a body which is elsewhere in a .msg. */
const BODY_HEADERS = /^(content-[\w-]+|mime-version)\s*:.*(\r?\n[ \t].*)*\r?\n?/gim;

export function isOutlookFile(bytes: Uint8Array): boolean {
  return COMPOUND_FILE.every((byte, at) => bytes[at] === byte);
}

/** The message, or null where the file holds none. */
export async function readOutlookFile(bytes: Uint8Array): Promise<Email | null> {
  try {
    const MsgReader = readerOf(library.default);
    // The reader takes a buffer from its first byte on: a slice of a larger one would mislead it.
    const fields = new MsgReader(Uint8Array.from(bytes).buffer).getFileData();
    const { error, subject, headers, body } = fields;
    if (error !== undefined || (subject ?? headers ?? body) === undefined) return null;
    const email = await PostalMime.parse(`${headersOf(fields)}\r\n\r\n`);
    const html = htmlOf(fields);
    return {
      ...email,
      ...(fields.body === undefined ? {} : { text: fields.body }),
      ...(html === null ? {} : { html }),
      attachments: (fields.attachments ?? []).map((attachment) => ({
        filename: attachment.fileName ?? attachment.name ?? null,
        mimeType: attachment.attachMimeTag ?? 'application/octet-stream',
        disposition: 'attachment',
        content: new Uint8Array(Math.min(attachment.contentLength ?? 0, bytes.byteLength)),
      })),
    };
  } catch {
    return null;
  }
}

/** Node gives the whole module as its default, a bundler the class. */
function readerOf(value: unknown): Reader {
  const inner: unknown =
    typeof value === 'object' && value !== null && 'default' in value ? value.default : value;
  return inner as Reader;
}

function headersOf(fields: Fields): string {
  const kind = `X-Encours-Message-Class: ${oneLine(fields.messageClass)}`;
  const transport = (fields.headers ?? '').replace(BODY_HEADERS, '').trim();
  if (transport !== '') return `${transport}\r\n${kind}`;
  const address = fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail;
  const recipients = (fields.recipients ?? []).map(
    ({ smtpAddress, email }) => smtpAddress ?? email,
  );
  return [
    `From: "${oneLine(fields.senderName).replace(/["\\]/g, '')}" <${oneLine(address)}>`,
    `To: ${recipients.map((recipient) => `<${oneLine(recipient)}>`).join(', ')}`,
    `Subject: ${oneLine(fields.subject)}`,
    `Date: ${oneLine(fields.messageDeliveryTime ?? fields.clientSubmitTime)}`,
    `Message-ID: ${oneLine(fields.messageId)}`,
    kind,
  ].join('\r\n');
}

function htmlOf({ bodyHtml, html }: Fields): string | null {
  if (bodyHtml !== undefined) return bodyHtml;
  return html === undefined ? null : new TextDecoder().decode(html);
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
