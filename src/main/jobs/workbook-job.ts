/** Writes a list as a workbook. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeWorkbook } from '../reports/workbook.ts';
import type { FileOrder, MadeFile, WorkbookOrder } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<WorkbookOrder & FileOrder, MadeFile> = async (order, tools) => {
  const { path, file, ...sheet } = order;
  await writeWorkbook(path, [sheet], (count) => {
    tools.stopIfCancelled();
    tools.progress(count, order.rows.length, 'rows');
  });
  return done(file);
};
