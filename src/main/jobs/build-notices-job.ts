/**
 * Builds approved messages: an e-mail as the bytes an SMTP server gets, a letter as its PDF. Each
 * is kept under its hash before the next one begins, so that a job stopped half-way loses nothing.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { postalAddressOf } from '../../shared/domain/message/postal-address.ts';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import { writeMail } from '../channels/email/write-mail.ts';
import { messageHtml } from '../message/html.ts';
import { inlinePictures } from '../message/inline-pictures.ts';
import { messageText } from '../message/text.ts';
import type { JobRun, JobTools } from '../ports/jobs.ts';
import type { MailAttachment, MailEnvelope } from '../ports/mailer.ts';
import { writeStatementPdf } from '../reports/statement/statement-pdf.ts';
import { keepFile } from '../use-cases/files/kept-files.ts';
import {
  type BuildOrder,
  type BuildOrders,
  type BuiltNotice,
  joinedStatementName,
} from '../use-cases/outbox/build-job.ts';
import { letterPages } from './letter-pages.ts';

interface Built {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly envelope: MailEnvelope | null;
}

export const run: JobRun<BuildOrders, readonly BuiltNotice[]> = async (orders, tools) => {
  const built: BuiltNotice[] = [];
  for (const order of orders.orders) {
    if (tools.isCancelled()) break;
    const { noticeId } = order;
    const made =
      order.channel === 'email'
        ? await buildMail(order, orders, tools)
        : await buildLetter(order, orders);
    if (made.isDone) {
      const { bytes, pageCount, envelope } = made.value;
      const fileSha256 = await keepFile(orders.filesPath, bytes);
      const sizeBytes = bytes.byteLength;
      built.push({ noticeId, isBuilt: true, fileSha256, sizeBytes, pageCount, envelope });
    } else {
      built.push({ noticeId, isBuilt: false, code: made.refusal });
    }
    tools.progress(built.length, orders.orders.length, 'build');
  }
  return done(built);
};

async function buildMail(
  { draft, messageId, statement, noticeId }: BuildOrder,
  { sentAt }: BuildOrders,
  tools: JobTools,
): Promise<Result<Built, string>> {
  const { facts, content } = draft;
  const pictures = await inlinePictures(facts);
  const written = await writeMail(
    {
      from: draft.from,
      replyTo: draft.replyTo,
      to: draft.to,
      cc: draft.cc,
      bcc: draft.bcc,
      subject: content.subject,
      text: messageText(content, facts),
      html: messageHtml(content, facts, { pictures }),
      pictures: pictures.map(({ contentId, fileName, mediaType, base64 }) => ({
        contentId,
        fileName,
        mediaType,
        content: Buffer.from(base64, 'base64'),
      })),
      attachments: [
        ...(statement === null ? [] : [await statementFile(statement, tools)]),
        ...(await invoiceFiles(draft.invoices)),
      ],
      sentAt,
      messageId,
    },
    { isDraft: false, bytesMax: draft.bytesMax },
    { next: () => `notice-${noticeId}` },
  );
  if (!written.isDone) return refused(written.refusal.code);
  const { bytes, envelope } = written.value;
  return done({ bytes, pageCount: 0, envelope });
}

async function buildLetter(
  { draft, channel }: BuildOrder,
  { layout }: BuildOrders,
): Promise<Result<Built, string>> {
  const address = postalAddressOf(draft.facts.recipient);
  if (address.postcode === '' && address.country === '') return refused('address_incomplete');
  const { bytes, pageCount } = await letterPages(draft, {
    channel: channel === 'registered_letter' ? channel : 'letter',
    layout,
  });
  return done({ bytes, pageCount, envelope: null });
}

async function statementFile(
  statement: NonNullable<BuildOrder['statement']>,
  { dataFolder }: JobTools,
): Promise<MailAttachment> {
  const folder = await mkdtemp(path.join(dataFolder, 'tmp', 'statement-'));
  try {
    const file = path.join(folder, 'statement.pdf');
    await writeStatementPdf(file, statement);
    const fileName = joinedStatementName(statement.customer.code, statement.asOf);
    return { fileName, mediaType: 'application/pdf', content: await readFile(file) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A PDF that was moved meanwhile is left out: the message names its invoices all the same. */
async function invoiceFiles(invoices: BuildOrder['draft']['invoices']): Promise<MailAttachment[]> {
  const files = await Promise.all(
    invoices.map(async ({ documentNumber, path: file }) => {
      const content = await readFile(file).catch(() => null);
      const fileName = `${documentNumber}.pdf`;
      return content === null ? [] : [{ fileName, mediaType: 'application/pdf', content }];
    }),
  );
  return files.flat();
}
