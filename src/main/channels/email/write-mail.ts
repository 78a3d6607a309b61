/**
 * A message as bytes: what leaves, what is filed and what is shown are these and no others.
 *
 * Choices a reader may wonder about:
 *  - no `Auto-Submitted`, no `Precedence`: they would silence the out-of-office notes, whose return
 *    date is worth having, and a reminder wants an answer;
 *  - texts travel as quoted-printable: lines stay short and a server without 8BITMIME changes none;
 *  - boundaries come from the Message-ID, so the same message gives the same bytes.
 */
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseMailAddress } from '../../../shared/domain/mail/mail-address.ts';
import type { MailProblem } from '../../../shared/domain/mail/mail-problem.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { Ids } from '../../ports/ids.ts';
import type {
  InlinePicture,
  Mail,
  MailAddress,
  MailAttachment,
  MailEnvelope,
  MailForm,
  WrittenMail,
} from '../../ports/mailer.ts';
import { attachmentName, headerDate, headerWords } from './header-text.ts';

const NAME_LENGTH_MAX = 120;
const SUBJECT_LENGTH_MAX = 300;
/** Base64 in lines of 76 and their line ends. */
const ENCODED_BYTES_PER_BYTE = (4 / 3) * (78 / 76);

const UNSHOWN = /[^\P{Cc}\n\t]/gu;

/** An address whose domain is in the form machines use. */
type ReadyAddress = MailAddress;
type Addresses = Record<'from' | 'to' | 'cc' | 'bcc' | 'replyTo', readonly ReadyAddress[]>;

/** Writes a message, or says why it can't be. Throws where a Message-ID given is not one. */
export async function writeMail(
  mail: Mail,
  form: MailForm,
  ids: Ids,
): Promise<Result<WrittenMail, MailProblem>> {
  const addresses = readyAddresses(mail);
  if (!addresses.isDone) return addresses;
  const [from] = addresses.value.from;
  if (from === undefined || addresses.value.to.length === 0)
    return refused({ code: 'no_addressee' });
  const least = mail.text.length + mail.html.length + encodedBytes([...filesOf(mail)]);
  if (least > form.bytesMax) return tooLarge(mail, least, form);

  const messageId = mail.messageId ?? `${ids.next()}@${domainOf(from.address)}`;
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(messageId)) throw new RangeError('Not a Message-ID');
  const composer = new MailComposer(composition(mail, form, addresses.value, messageId));
  const node = composer.compile();
  node.keepBcc = form.isDraft;
  const bytes = await node.build();
  if (bytes.byteLength > form.bytesMax) return tooLarge(mail, bytes.byteLength, form);
  return done({ messageId, envelope: envelopeOf(from, addresses.value), bytes });
}

/** The address in the form machines use, or null where it is none. */
export function machineAddress(text: string): string | null {
  const address = parseMailAddress(text);
  if (address === null) return null;
  const domain = domainToASCII(domainOf(address));
  return domain === '' ? null : `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;
}

function composition(mail: Mail, form: MailForm, addresses: Addresses, messageId: string) {
  return {
    from: [...addresses.from],
    to: [...addresses.to],
    ...(addresses.cc.length > 0 ? { cc: [...addresses.cc] } : {}),
    ...(addresses.bcc.length > 0 && form.isDraft ? { bcc: [...addresses.bcc] } : {}),
    ...(addresses.replyTo.length > 0 ? { replyTo: [...addresses.replyTo] } : {}),
    subject: headerWords(mail.subject, SUBJECT_LENGTH_MAX),
    messageId: `<${messageId}>`,
    date: headerDate(mail.sentAt),
    headers: form.isDraft ? { 'X-Unsent': '1' } : {},
    text: bodyText(mail.text),
    ...(mail.html === '' ? {} : { html: bodyText(mail.html) }),
    attachments: [
      ...mail.pictures.map((picture) => ({
        ...attachmentOf(picture),
        cid: picture.contentId,
        contentDisposition: 'inline',
      })),
      ...mail.attachments.map(attachmentOf),
    ],
    encoding: 'quoted-printable',
    newline: 'win',
    baseBoundary: messageId.replace(/[^A-Za-z0-9]+/g, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Line ends in one form, and no sign that a mail program would not show. */
function bodyText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSHOWN, '');
}

function attachmentOf(file: MailAttachment) {
  const { buffer, byteOffset, byteLength } = file.content;
  return {
    filename: attachmentName(file.fileName),
    contentType: headerWords(file.mediaType, 100),
    content: Buffer.from(buffer, byteOffset, byteLength),
  };
}

/** Copies are named once each, and never to somebody who gets the message anyway. */
function envelopeOf(from: ReadyAddress, addresses: Addresses): MailEnvelope {
  const to = [...new Set(addresses.to.map(({ address }) => address))];
  const copies = new Set([...addresses.cc, ...addresses.bcc].map(({ address }) => address));
  for (const address of to) copies.delete(address);
  return { from: from.address, to, copies: [...copies] };
}

function readyAddresses(mail: Mail): Result<Addresses, MailProblem> {
  const given = {
    from: [mail.from],
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    replyTo: mail.replyTo === null ? [] : [mail.replyTo],
  };
  const ready: Record<keyof Addresses, ReadyAddress[]> = {
    from: [],
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
  };
  for (const place of ['from', 'to', 'cc', 'bcc', 'replyTo'] as const) {
    for (const { name, address } of given[place]) {
      const machine = machineAddress(address);
      if (machine === null) return refused({ code: 'mail_address_invalid', address });
      ready[place].push({ name: headerWords(name, NAME_LENGTH_MAX), address: machine });
    }
  }
  return done(ready);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function filesOf(mail: Mail): readonly (MailAttachment | InlinePicture)[] {
  return [...mail.pictures, ...mail.attachments];
}

function encodedBytes(files: readonly MailAttachment[]): number {
  const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  return Math.ceil(bytes * ENCODED_BYTES_PER_BYTE);
}

function tooLarge(mail: Mail, sizeBytes: number, form: MailForm): Result<never, MailProblem> {
  const [largest] = [...mail.attachments].sort(
    (a, b) => b.content.byteLength - a.content.byteLength,
  );
  const fileName = largest === undefined ? '' : attachmentName(largest.fileName);
  return refused({ code: 'mail_too_large', sizeBytes, bytesMax: form.bytesMax, fileName });
}
