/**
 * Takes a chosen or dropped file: sends it, has it recognised, and begins to read it at once when
 * nothing is to be asked (a FEC says all by itself; a table waits for its columns).
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newCommandId } from '../../api/command-id.ts';
import { useApi } from '../../api/connection.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { type Failure, failureOf } from '../../failure/failure.ts';
import { useImportsSearch } from './imports-search.ts';

export interface Intake {
  readonly take: (file: File) => Promise<void>;
  readonly stage: 'idle' | 'sending' | 'recognising';
  /** 0 to 1 while the file goes. */
  readonly progress: number | null;
  readonly failure: Failure | null;
  readonly cancel: () => void;
}

export function useIntake(): Intake {
  const api = useApi();
  const queries = useQueryClient();
  const upload = useUpload();
  const [, setSearch] = useImportsSearch();
  const [stage, setStage] = useState<Intake['stage']>('idle');
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async (uploadId: string) => {
    const found = await queries.fetchQuery(
      api.query.imports.recognise.queryOptions({ input: { uploadId, sheetName: null } }),
    );
    const { format } = found;
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
  const take = async (file: File) => {
    setFailure(null);
    setStage('sending');
    const sent = await upload.send(file);
    if (sent.isDone) {
      setStage('recognising');
      await look(sent.value).catch((error: unknown) => setFailure(failureOf(error)));
    } else setFailure(sent.refusal);
    setStage('idle');
  };
  return { take, stage, progress: upload.progress, failure, cancel: upload.cancel };
}
