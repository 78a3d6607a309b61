/** Writes an agreement to sign as a PDF. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeAgreementPdf } from '../reports/agreement/agreement-pdf.ts';
import type { AgreementOrder, FileOrder, MadeFile } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<AgreementOrder & FileOrder, MadeFile> = async ({ path, paper, file }) => {
  await writeAgreementPdf(path, paper);
  return done(file);
};
