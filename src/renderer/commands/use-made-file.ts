/**
 * A file that a job makes to be looked at here: its bytes, and its id for whoever opens it.
 *
 *     const letter = useMadeFile(['letter', payerId, edit], () => call.dunning.previewPaper(…));
 *     letter.data?.bytes
 *
 * Nothing is started while the start is null, and what is on screen stays while it is made anew.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/connection.tsx';
import { useJobEnd } from '../api/jobs.ts';
import { type Failure, failureOf } from '../failure/failure.ts';
import { fileIdOf } from './use-workbook.ts';

export interface ShownFile {
  readonly fileId: string;
  readonly bytes: ArrayBuffer;
}

export interface MadeFile {
  readonly data: ShownFile | undefined;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

const KEPT_MS = 60_000;

/**
 * `about` names what the file is made of: another value, another file. The component that asks is
 * keyed by whom the file is for, so that what stays is never someone else's.
 */
export function useMadeFile(
  about: readonly unknown[],
  start: (() => Promise<{ jobId: string }>) | null,
): MadeFile {
  const { companyKey, call } = useApi();
  const jobEnd = useJobEnd();
  const answer = useQuery({
    // Under the company, like its other answers: a change of the ledger makes it anew.
    queryKey: [[companyKey, 'made-file'], ...about],
    enabled: start !== null,
    gcTime: KEPT_MS,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<ShownFile> => {
      if (start === null) throw new Error('Nothing to make.');
      const { jobId } = await start();
      const fileId = fileIdOf(await jobEnd(jobId));
      if (fileId === null) throw new Error('The job made no file.');
      const { url } = await call.files.ticket({ fileId, use: 'open' });
      return { fileId, bytes: await (await fetch(url)).arrayBuffer() };
    },
  });
  return {
    data: answer.data,
    failure: answer.isError ? failureOf(answer.error) : null,
    retry: () => void answer.refetch(),
  };
}
