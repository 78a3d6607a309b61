/** Reads a mail that was dropped on the window: who wrote, what, and what it answers. */
import { readFile, stat } from 'node:fs/promises';
import type { ReceivedMail } from '../../shared/domain/mail/received-mail.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { MAIL_FILE_BYTES_MAX, readMailFile } from '../intake/mail/mail-file.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { MailFileInput } from '../use-cases/outbox/mail-file-job.ts';

export const run: JobRun<MailFileInput, ReceivedMail> = async ({ path }) => {
  const { size } = await stat(path);
  if (size > MAIL_FILE_BYTES_MAX) return refused({ code: 'mail_file_too_large', detail: null });
  const read = await readMailFile(await readFile(path));
  return read.isDone ? done(read.value) : refused({ code: read.refusal, detail: null });
};
