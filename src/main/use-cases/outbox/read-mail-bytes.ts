/** Reads the bytes of a mail in the job thread, where readers live; they read files. */
import { rm, writeFile } from 'node:fs/promises';
import type { ReceivedMail } from '../../../shared/domain/mail/received-mail.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { mailFileJob } from './mail-file-job.ts';

/** The mail; null for bytes that are none. */
export async function readMailBytes(
  context: AppContext,
  company: OpenCompany,
  bytes: Uint8Array,
): Promise<ReceivedMail | null> {
  const path = context.filesOut.newPath('eml');
  await writeFile(path, bytes);
  try {
    const request = { companyKey: company.key, subject: '', mayCancel: false };
    const ended = await context.jobs.start(mailFileJob, { path }, request).outcome;
    return ended.state === 'done' ? ended.output : null;
  } finally {
    await rm(path, { force: true });
  }
}
