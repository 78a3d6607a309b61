/** Writes the chosen files of invoices, says how many, and can take them back at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalSentence } from '../../../../shared/text/refusals.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { invoiceFilesWords } from '../../../../shared/text/screens/invoice-files.ts';
import { partsText } from '../../../../shared/text/screens/parts.ts';
import { newCommandId } from '../../../api/command-id.ts';
import { useApi } from '../../../api/connection.tsx';
import { useJobEnd } from '../../../api/jobs.ts';
import { failureOf } from '../../../failure/failure.ts';
import { failureSentence } from '../../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { showToast } from '../../../parts/toast.tsx';
import { useCount } from '../use-count.ts';

interface Committed {
  readonly importId: number;
  readonly fileCount: number;
}

export function useCommitInvoices(onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const jobEnd = useJobEnd();
  const language = useLanguage();
  const words = useText(invoiceFilesWords);
  const common = useText(importsText);
  const parts = useText(partsText);
  const count = useCount();
  const [isRunning, setRunning] = useState(false);

  const follow = async (start: Promise<{ readonly jobId: string }>): Promise<unknown> => {
    try {
      const job = await jobEnd((await start).jobId);
      await queries.invalidateQueries();
      if (job.state === 'done') return job.result;
      const code = job.code ?? '';
      const sentence = job.state === 'cancelled' ? common.stopped : common.failed(code);
      showToast({ message: refusalSentence(code, language) ?? sentence, tone: 'danger' });
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    return null;
  };
  const takeBack = async (importId: number) => {
    const command = { commandId: newCommandId(), importId };
    const undone = await follow(api.call.imports.undo(command));
    if (undone !== null) showToast({ message: words.undoDone });
  };
  const run = async (uploadIds: readonly string[], chosen: readonly string[]) => {
    setRunning(true);
    const command = { commandId: newCommandId(), uploadIds: [...uploadIds], chosen: [...chosen] };
    const made = (await follow(api.call.einvoices.startCommit(command))) as Committed | null;
    setRunning(false);
    if (made === null) return;
    const undo = { label: parts.undo, run: () => void takeBack(made.importId) };
    showToast({ message: words.done(count(made.fileCount)), undo });
    onDone();
  };
  return { run, isRunning };
}
