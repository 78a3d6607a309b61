/**
 * Sends a chosen or dropped file to the application.
 *
 *     const upload = useUpload();
 *     const outcome = await upload.send(file);      outcome.value is the uploadId
 *     upload.progress                               0 to 1 while it goes, else null
 *     upload.cancel()
 */
import { useRef, useState } from 'react';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import { useConnection } from '../api/connection.tsx';
import { uploadFile } from '../api/upload.ts';
import { type Failure, failureOf } from '../failure/failure.ts';

export interface Upload {
  readonly send: (file: File) => Promise<Result<string, Failure>>;
  readonly progress: number | null;
  readonly cancel: () => void;
}

export function useUpload(): Upload {
  const { host, session } = useConnection();
  const [progress, setProgress] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const send = async (file: File): Promise<Result<string, Failure>> => {
    const abort = new AbortController();
    stop.current = abort;
    setProgress(0);
    try {
      const { uploadId } = await uploadFile(host, session, file, {
        onProgress: (sent, total) => setProgress(total === 0 ? 1 : sent / total),
        signal: abort.signal,
      });
      return done(uploadId);
    } catch (error) {
      return refused(failureOf(error));
    } finally {
      setProgress(null);
    }
  };
  return { send, progress, cancel: () => stop.current?.abort() };
}
