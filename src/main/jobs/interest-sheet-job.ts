/** Writes a calculation sheet of late-payment interest, as a workbook or as pages. */
import { writeFile } from 'node:fs/promises';
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeInterestWorkbook } from '../reports/interest-sheet.ts';
import { makeInterestPages } from '../reports/letter/interest-pages.ts';
import type { FileOrder, InterestOrder, MadeFile } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<InterestOrder & FileOrder, MadeFile> = async (order) => {
  const { path, format, sheet, file } = order;
  if (format === 'xlsx') await writeInterestWorkbook(path, sheet);
  else await writeFile(path, (await makeInterestPages(sheet)).bytes);
  return done(file);
};
