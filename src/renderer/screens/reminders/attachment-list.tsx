/** What a mail carries: each file with its size, opened as its reader will open it. */
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Attachment } from '../../../shared/contract/dunning.ts';
import { formatSize } from '../../../shared/format/size.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { useMadeFile } from '../../commands/use-made-file.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import message from './message.module.css';

interface AttachmentListProps {
  readonly payerId: number;
  readonly attachments: readonly Attachment[];
}

export function AttachmentList({ payerId, attachments }: AttachmentListProps) {
  return (
    <ul className={message.attachments}>
      {attachments.map((attachment) => (
        <li key={attachment.fileName}>
          {attachment.kind === 'statement' ? (
            <StatementFile payerId={payerId} attachment={attachment} />
          ) : (
            <InvoiceFile attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Made for the preview by what will join it: its size is that of the file. */
function StatementFile(props: { readonly payerId: number; readonly attachment: Attachment }) {
  const { payerId, attachment } = props;
  const api = useApi();
  const made = useMadeFile(['statement', payerId], () =>
    api.call.dunning.previewPaper({ payerId, edit: null, paper: 'statement' }),
  );
  const { data } = made;
  return (
    <FileButton
      fileName={attachment.fileName}
      sizeBytes={data?.bytes.byteLength ?? null}
      onOpen={data === undefined ? null : () => openFile(api, data.fileId)}
    />
  );
}

function InvoiceFile({ attachment }: { readonly attachment: Attachment }) {
  const { fileName, sizeBytes, documentNumber, isFound } = attachment;
  const api = useApi();
  const words = useText(remindersText);
  if (!isFound) {
    return (
      <span>
        {fileName} <span className={message.missing}>{words.notFound}</span>
      </span>
    );
  }
  const open = async () => {
    const { fileId } = await api.call.dunning.invoiceFile({ documentNumber });
    await openFile(api, fileId);
  };
  return <FileButton fileName={fileName} sizeBytes={sizeBytes} onOpen={open} />;
}

function FileButton(props: {
  readonly fileName: string;
  readonly sizeBytes: number | null;
  readonly onOpen: (() => Promise<void>) | null;
}) {
  const { fileName, sizeBytes, onOpen } = props;
  const words = useText(remindersText);
  const language = useLanguage();
  const open = async () => {
    try {
      await onOpen?.();
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPaperclip size={13} stroke={1.6} />}
      disabled={onOpen === null}
      title={words.openFile(fileName)}
      onClick={() => void open()}
    >
      {fileName}
      {sizeBytes !== null && (
        <span className={message.fileSize}>{formatSize(sizeBytes, { language })}</span>
      )}
    </Button>
  );
}
