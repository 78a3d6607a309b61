/**
 * Writes approved mails as drafts in one zip, one after the other: a package of two hundred mails
 * with their invoices never stands in memory.
 */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate/browser';
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { DraftPackage, MadePackage } from '../use-cases/outbox/build-job.ts';
import type { FileOrder } from '../use-cases/reports/report-jobs.ts';
import { mailBytes } from './mail-bytes.ts';

export const run: JobRun<DraftPackage & FileOrder, MadePackage> = async (order, tools) => {
  const { path, file, drafts, sentAt, filesPath, day } = order;
  const out = createWriteStream(path);
  const closed = finished(out);
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) {
      out.destroy(error);
      return;
    }
    out.write(chunk);
    if (isLast) out.end();
  });
  const unwritten: { noticeId: number; code: string }[] = [];
  try {
    for (const [index, { name, order: mail }] of drafts.entries()) {
      tools.progress(index, drafts.length, 'drafts');
      const written = await mailBytes(mail, { sentAt, filesPath, isDraft: true }, tools);
      if (written.isDone) {
        const entry = new ZipDeflate(`${name}.eml`);
        entry.mtime = `${day}T12:00:00`;
        zip.add(entry);
        entry.push(written.value.bytes, true);
      } else {
        unwritten.push({ noticeId: mail.noticeId, code: written.refusal.code });
      }
    }
    zip.end();
  } catch (error) {
    out.destroy();
    await closed.catch(() => undefined);
    throw error;
  }
  await closed;
  return done({ ...file, unwritten });
};
