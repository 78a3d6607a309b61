/** Writes a list as a workbook. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeWorkbook } from '../reports/workbook.ts';
import type { FileOrder, MadeFile, WorkbookOrder } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<WorkbookOrder & FileOrder, MadeFile> = async (order, tools) => {
  const { path, file, sheets } = order;
  const total = sheets.reduce((count, { rows }) => count + rows.length, 0);
  await writeWorkbook(path, sheets, (count) => {
    tools.stopIfCancelled();
    tools.progress(count, total, 'rows');
  });
  return done(file);
};
