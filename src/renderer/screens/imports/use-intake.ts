/**
 * Takes chosen or dropped files: sends them, has them recognised, and begins to read at once when
 * nothing is to be asked (a FEC says all by itself; a table waits for its columns). Several files
 * at once are files of invoices; of anything else one is read at a time.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newCommandId } from '../../api/command-id.ts';
import { useApi } from '../../api/connection.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { type Failure, failureOf } from '../../failure/failure.ts';
import { NO_FILE, useImportsSearch } from './imports-search.ts';

export interface Intake {
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly stage: 'idle' | 'sending' | 'recognising';
  /** 0 to 1 while the files go. */
  readonly progress: number | null;
  readonly failure: Failure | null;
  readonly cancel: () => void;
}

const FILES_MAX = 500;
const INVOICE_NAME = /\.(pdf|xml|zip)$/i;

export function useIntake(): Intake {
  const upload = useUpload();
  const look = useLook();
  const [stage, setStage] = useState<Intake['stage']>('idle');
  const [sent, setSent] = useState({ done: 0, of: 1 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (files: readonly File[]) => {
    setFailure(null);
    const refusal = refusalOf(files);
    if (refusal !== null) {
      setFailure({ kind: 'refused', code: refusal, detail: null });
      return;
    }
    setStage('sending');
    const uploadIds: string[] = [];
    for (const file of files) {
      setSent({ done: uploadIds.length, of: files.length });
      const outcome = await upload.send(file);
      if (!outcome.isDone) {
        setFailure(outcome.refusal);
        setStage('idle');
        return;
      }
      uploadIds.push(outcome.value);
    }
    setStage('recognising');
    await look(uploadIds).catch((error: unknown) => setFailure(failureOf(error)));
    setStage('idle');
  };
  const progress = upload.progress === null ? null : (sent.done + upload.progress) / sent.of;
  return { take, stage, progress, failure, cancel: upload.cancel };
}

function refusalOf(files: readonly File[]): string | null {
  if (files.length > FILES_MAX) return 'files_too_many';
  const areInvoices = files.every(({ name }) => INVOICE_NAME.test(name));
  return files.length > 1 && !areInvoices ? 'files_one_at_a_time' : null;
}

/** Has uploads recognised, and goes where they are read. */
export function useLook(): (uploadIds: readonly string[]) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  const [, setSearch] = useImportsSearch();
  const readInvoices = async (uploadIds: readonly string[]) => {
    const command = { commandId: newCommandId(), uploadIds: [...uploadIds] };
    const { jobId } = await api.call.einvoices.startPreview(command);
    setSearch({ ...NO_FILE, tab: 'files', open: null, invoices: jobId });
  };
  return async (uploadIds) => {
    const [uploadId] = uploadIds;
    if (uploadId === undefined || uploadIds.length > 1) return readInvoices(uploadIds);
    const { format } = await queries.fetchQuery(
      api.query.imports.recognise.queryOptions({ input: { uploadId, sheetName: null } }),
    );
    if (format === 'einvoice') return readInvoices(uploadIds);
    const reading =
      format === 'fec' || format === 'isa' || format === 'edi' || format === 'bank'
        ? await api.call.imports.startPreview({
            commandId: newCommandId(),
            uploadId,
            format,
            profile: null,
            scope: null,
            statedOnDate: null,
            typedTotalCents: null,
          })
        : null;
    setSearch({ tab: 'files', open: null, upload: uploadId, reading: reading?.jobId ?? null });
  };
}
