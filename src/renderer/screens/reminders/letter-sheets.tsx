/** The sheets of a letter before anyone approves it: made by what will print them. */
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { NoticeEdit } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { useMadeFile } from '../../commands/use-made-file.ts';
import { PdfPages } from '../../parts/pdf-pages.tsx';
import { useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import message from './message.module.css';
import styles from './reminders.module.css';

export function LetterSheets(props: {
  readonly payerId: number;
  readonly edit: NoticeEdit | null;
}) {
  const { payerId, edit } = props;
  const api = useApi();
  const words = useText(remindersText);
  const letter = useMadeFile(['letter', payerId, edit], () =>
    api.call.dunning.previewPaper({ payerId, edit, paper: 'letter' }),
  );
  const { data, failure } = letter;
  if (failure !== null) return <ErrorState failure={failure} onRetry={letter.retry} />;
  if (data === undefined) {
    return (
      <>
        <p className={styles.quiet}>{words.isBeingMade}</p>
        <Skeleton lines={12} height={18} />
      </>
    );
  }
  return (
    <div className={message.sheets}>
      <div className={styles.bar} data-print="never">
        <span className={styles.space} />
        <Button
          size="compact-sm"
          leftSection={<IconFileText size={15} stroke={1.6} />}
          onClick={() => void openFile(api, data.fileId)}
        >
          {words.openPdf}
        </Button>
      </div>
      <PdfPages label={words.sheets} bytes={data.bytes} />
    </div>
  );
}
