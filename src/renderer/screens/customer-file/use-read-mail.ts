/** Reads a dropped mail or pasted text: what it says, and whose it seems to be. */
import { useState } from 'react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';

export type ReadMail = Awaited<ReturnType<ApiClient['outbox']['readReply']>> & {
  /** The file it was read from; null for pasted text. */
  readonly uploadId: string | null;
};

export interface MailReader {
  readonly mail: ReadMail | null;
  readonly pasted: string;
  readonly setPasted: (text: string) => void;
  readonly isRunning: boolean;
  /** Why it can't be read, in a sentence. */
  readonly failure: string | null;
  readonly take: (file: File) => Promise<void>;
  readonly readPasted: () => Promise<void>;
  readonly forget: () => void;
}

export function useReadMail(customerId: number): MailReader {
  const { call } = useApi();
  const words = useText(repliesText);
  const language = useLanguage();
  const upload = useUpload();
  const [mail, setMail] = useState<ReadMail | null>(null);
  const [pasted, setPasted] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async (uploadId: string | null, text: string) => {
    try {
      const said = await call.outbox.readReply({ uploadId, pasted: text, customerId });
      setMail({ ...said, uploadId });
    } catch (error) {
      setFailure(failureSentence(failureOf(error), language));
    }
  };
  const during = async (work: () => Promise<void>) => {
    setRunning(true);
    setFailure(null);
    await work();
    setRunning(false);
  };
  return {
    mail,
    pasted,
    setPasted,
    isRunning,
    failure,
    take: (file) =>
      during(async () => {
        const sent = await upload.send(file);
        if (sent.isDone) await read(sent.value, '');
        else setFailure(failureSentence(sent.refusal, language));
      }),
    readPasted: () =>
      during(async () => {
        if (pasted.trim() === '') setFailure(words.needMail);
        else await read(null, pasted);
      }),
    forget: () => setMail(null),
  };
}
