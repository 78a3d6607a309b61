/**
 * Files made by the job thread, then saved or opened; the activity bar shows the work meanwhile.
 *
 *     const workbook = useWorkbook();
 *     <TableTools onExport={(columns) =>
 *       workbook.make({ list: 'customers', input: question, title: 'Clients', columns })}
 *       isExporting={workbook.isRunning} … />
 *
 *     const statement = useStatement();
 *     statement.make({ customerId, format: 'pdf', asOf: null, language: 'fr' })
 */
import { useState } from 'react';
import type { Job } from '../../shared/contract/application.ts';
import { exportText } from '../../shared/text/screens/export.ts';
import type { ApiClient } from '../api/client.ts';
import { useApi } from '../api/connection.tsx';
import { openFile, saveFile } from '../api/files.ts';
import { useJobEnd } from '../api/jobs.ts';
import { failureOf } from '../failure/failure.ts';
import { failureSentence } from '../failure/failure-sentence.ts';
import { useLanguage, useText } from '../parts/reader.tsx';
import { showToast } from '../parts/toast.tsx';

export interface FileJob<Input> {
  readonly isRunning: boolean;
  readonly make: (input: Input) => Promise<void>;
}

type InputOf<Call extends (input: never) => unknown> = Parameters<Call>[0];

/** Any list as an Excel file, saved among the downloads. */
export function useWorkbook(): FileJob<InputOf<ApiClient['reports']['makeWorkbook']>> {
  const { call } = useApi();
  return useFileJob((input) => call.reports.makeWorkbook(input), 'save');
}

/** A statement of account: the PDF opens, the workbook is saved. */
export function useStatement(): FileJob<InputOf<ApiClient['reports']['makeStatement']>> {
  const { call } = useApi();
  return useFileJob(
    (input) => call.reports.makeStatement(input),
    (input) => (input.format === 'pdf' ? 'open' : 'save'),
  );
}

export function useFileJob<Input>(
  start: (input: Input) => Promise<{ jobId: string }>,
  use: 'save' | ((input: Input) => 'save' | 'open'),
): FileJob<Input> {
  const api = useApi();
  const jobEnd = useJobEnd();
  const language = useLanguage();
  const words = useText(exportText);
  const [isRunning, setRunning] = useState(false);
  const make = async (input: Input) => {
    setRunning(true);
    try {
      const { jobId } = await start(input);
      const job = await jobEnd(jobId);
      const fileId = fileIdOf(job);
      const way = typeof use === 'string' ? use : use(input);
      if (fileId !== null) await (way === 'save' ? saveFile : openFile)(api, fileId);
      else if (job.state !== 'cancelled') showToast({ message: words.failed, tone: 'danger' });
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    setRunning(false);
  };
  return { isRunning, make };
}

/** The file a job made; null when it made none. */
export function fileIdOf(job: Job): string | null {
  const { result } = job;
  if (typeof result !== 'object' || result === null || !('fileId' in result)) return null;
  return typeof result.fileId === 'string' ? result.fileId : null;
}
