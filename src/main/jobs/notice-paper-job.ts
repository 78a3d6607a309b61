/** Writes a paper of a message that nobody approved yet: nothing is kept, nothing moves. */
import { writeFile } from 'node:fs/promises';
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeStatementPdf } from '../reports/statement/statement-pdf.ts';
import type { NoticePaper } from '../use-cases/outbox/build-job.ts';
import type { FileOrder, MadeFile } from '../use-cases/reports/report-jobs.ts';
import { letterPages } from './letter-pages.ts';

export const run: JobRun<NoticePaper & FileOrder, MadeFile> = async (order) => {
  if (order.kind === 'statement') await writeStatementPdf(order.path, order.statement);
  else await writeFile(order.path, (await letterPages(order.draft, order)).bytes);
  return done(order.file);
};
