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
  /** The mail of the mailbox that it is; null for none. */
  readonly incomingId: number | null;
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
  /** Reads a mail of the mailbox that waits. */
  readonly readWaiting: (incomingId: number) => Promise<void>;
}

const NOTHING = { uploadId: null, incomingId: null, pasted: '' } as const;

/** `customerId` is the file that is open, null for none. */
export function useReadMail(customerId: number | null): MailReader {
  const { call } = useApi();
  const words = useText(repliesText);
  const language = useLanguage();
  const upload = useUpload();
  const [mail, setMail] = useState<ReadMail | null>(null);
  const [pasted, setPasted] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async (given: {
    readonly uploadId: string | null;
    readonly incomingId: number | null;
    readonly pasted: string;
  }) => {
    try {
      const said = await call.outbox.readReply({ ...given, customerId });
      setMail({ ...said, uploadId: given.uploadId, incomingId: given.incomingId });
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
        if (sent.isDone) await read({ ...NOTHING, uploadId: sent.value });
        else setFailure(failureSentence(sent.refusal, language));
      }),
    readPasted: () =>
      during(async () => {
        if (pasted.trim() === '') setFailure(words.needMail);
        else await read({ ...NOTHING, pasted });
      }),
    readWaiting: (incomingId) => during(() => read({ ...NOTHING, incomingId })),
  };
}
