/** Starts a job that makes a file, and names the file for the window that will fetch it. */
import type { JobKey } from '../../ports/jobs.ts';
import type { AppContext } from '../context.ts';
import type { FileOrder, MadeFile } from './report-jobs.ts';

/** The file stands under its name once the job is done; its result is `{ fileId, fileName }`. */
export function startFileJob<Order>(
  context: AppContext,
  key: JobKey<Order & FileOrder, MadeFile>,
  order: Order,
  made: { readonly companyKey: string; readonly fileName: string; readonly extension: string },
): { jobId: string } {
  const { companyKey, fileName, extension } = made;
  const path = context.filesOut.newPath(extension);
  const { fileId } = context.filesOut.offer({ path, fileName });
  const { jobId } = context.jobs.start(
    key,
    { ...order, path, file: { fileId, fileName } },
    { companyKey, subject: fileName, mayCancel: true },
  );
  return { jobId };
}
