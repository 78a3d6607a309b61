/**
 * A plain letter by mail to somebody of the company — the sales office, a sales rep — or to a
 * gateway of short messages: text alone, no customer gets it, nothing of the outbox is claimed.
 */
import { writeFile } from 'node:fs/promises';
import type { OfficeMail } from '../../../shared/contract/calls.ts';
import type { SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import type { Mail, WrittenMail } from '../../ports/mailer.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { messageSender } from '../messages/issuer.ts';
import { mailAccount } from '../outbox/mail-account.ts';
import { isLocked, sendingGuards } from '../outbox/sending-guards.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface PlainMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const BYTES_MAX = 1_000_000;

/** A draft stands for an address that nobody typed yet. */
const NOBODY = 'adresse-a-completer@encours.invalid';

/** Refuses what may not leave now, by the codes of the contract. */
export function checkMaySend(
  context: AppContext,
  company: OpenCompany,
  portfolio: Portfolio,
): void {
  const guards = sendingGuards(context, company, portfolio);
  if (isLocked(guards)) throw new CommandRefused('sending_locked', guards[0] ?? null);
  if (guards.includes('mail_not_set')) throw new CommandRefused('mail_not_set');
}

/** Writes the bytes that leave; throws `sending_refused` for an address that is none. */
export async function writePlainMail(
  context: AppContext,
  portfolio: Portfolio,
  mail: PlainMail,
): Promise<WrittenMail> {
  const written = await context.mailer.write(mailOf(context, portfolio, mail), {
    isDraft: false,
    bytesMax: BYTES_MAX,
  });
  if (!written.isDone) throw new CommandRefused('sending_refused', mail.to);
  return written.value;
}

/** Hands it to the server, once, and says what became of it. */
export async function sendPlainMail(
  context: AppContext,
  company: OpenCompany,
  { envelope, bytes }: WrittenMail,
): Promise<SendOutcome> {
  const session = context.mailer.open(mailAccount(company), context.secrets);
  return session
    .send({ envelope, bytes, onDataBegins: () => undefined })
    .finally(() => session.close());
}

/** The mail as a text to copy and as a draft that a mail program opens ready to send. */
export async function draftFile(
  context: AppContext,
  portfolio: Portfolio,
  { fileName, ...mail }: PlainMail & { readonly fileName: string },
): Promise<OfficeMail> {
  const { settings } = portfolio;
  const from = messageSender(settings, null);
  const written = await context.mailer.write(
    {
      ...mailOf(context, portfolio, { ...mail, to: mail.to === '' ? NOBODY : mail.to }),
      from: { name: from.name, address: from.email === '' ? NOBODY : from.email },
    },
    { isDraft: true, bytesMax: BYTES_MAX },
  );
  if (!written.isDone) throw new CommandRefused('sending_refused', mail.to);
  const path = context.filesOut.newPath('eml');
  await writeFile(path, written.value.bytes);
  const { fileId } = context.filesOut.offer({ path, fileName: `${fileName}.eml` });
  return { ...mail, fileId, fileName: `${fileName}.eml` };
}

function mailOf({ clock }: AppContext, { settings }: Portfolio, mail: PlainMail): Mail {
  const { mail: account, identity } = settings;
  const sender = messageSender(settings, null);
  const address = account.fromAddress === '' ? identity.email : account.fromAddress;
  return {
    from: { name: sender.name, address: address === '' ? sender.email : address },
    replyTo:
      sender.email === '' || sender.email === address ? null : { name: '', address: sender.email },
    to: [{ name: '', address: mail.to }],
    cc: [],
    bcc: [],
    subject: mail.subject,
    text: mail.text,
    html: '',
    pictures: [],
    attachments: [],
    sentAt: clock.now(),
    messageId: null,
  };
}
