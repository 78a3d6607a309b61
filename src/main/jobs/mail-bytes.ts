/** An approved mail as its bytes: those that an SMTP server gets, or a draft to be opened. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeMail } from '../channels/email/write-mail.ts';
import { messageHtml } from '../message/html.ts';
import { inlinePictures } from '../message/inline-pictures.ts';
import { messageText } from '../message/text.ts';
import type { JobTools } from '../ports/jobs.ts';
import type { MailAttachment } from '../ports/mailer.ts';
import { writeStatementPdf } from '../reports/statement/statement-pdf.ts';
import { readInvoicePdf } from '../use-cases/files/invoice-pdf.ts';
import {
  type BuildOrder,
  type BuildOrders,
  joinedStatementName,
} from '../use-cases/outbox/build-job.ts';

/** Writes it; a draft keeps its hidden copies and says that it was not sent. */
export async function mailBytes(
  { draft, messageId, statement, noticeId }: BuildOrder,
  {
    sentAt,
    filesPath,
    isDraft,
  }: Pick<BuildOrders, 'sentAt' | 'filesPath'> & { readonly isDraft: boolean },
  tools: Pick<JobTools, 'dataFolder'>,
) {
  const { facts, content } = draft;
  const pictures = await inlinePictures(facts);
  return writeMail(
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
        ...(await invoiceFiles(draft.invoices, filesPath)),
      ],
      sentAt,
      messageId,
    },
    { isDraft, bytesMax: draft.bytesMax },
    { next: () => `notice-${noticeId}` },
  );
}

async function statementFile(
  statement: NonNullable<BuildOrder['statement']>,
  { dataFolder }: Pick<JobTools, 'dataFolder'>,
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
async function invoiceFiles(
  invoices: BuildOrder['draft']['invoices'],
  filesPath: string,
): Promise<MailAttachment[]> {
  const files = await Promise.all(
    invoices.map(async (found) => {
      const content = await readInvoicePdf(filesPath, found);
      const fileName = `${found.documentNumber}.pdf`;
      return content === null ? [] : [{ fileName, mediaType: 'application/pdf', content }];
    }),
  );
  return files.flat();
}
