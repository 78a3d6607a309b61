/** Copies of the ledger: those kept, one made now, and the way back to one. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi } from '../../api/connection.tsx';
import { useJobEnd } from '../../api/jobs.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useUpload } from '../../commands/use-upload.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { showToast } from '../../parts/toast.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import { type BackupChoice, RestoreDialog } from './restore-dialog.tsx';
import styles from './settings.module.css';
import { useSize } from './use-size.ts';

export function BackupsSection() {
  const words = useText(settingsText);
  const [chosen, setChosen] = useState<BackupChoice | null>(null);
  return (
    <>
      <div className={styles.buttons}>
        <BackUpNow />
        <RestoreFile onChoose={setChosen} />
      </div>
      <Section title={words.backupList}>
        <BackupList onChoose={setChosen} />
      </Section>
      {chosen !== null && <RestoreDialog choice={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function BackUpNow() {
  const api = useApi();
  const words = useText(settingsText);
  const jobEnd = useJobEnd();
  const list = useQuery(api.query.backups.list.queryOptions());
  const [isMaking, setMaking] = useState(false);
  const make = useCommand((call) => call.backups.make);
  const run = async () => {
    setMaking(true);
    const outcome = await make.run({});
    if (outcome.isDone) {
      const job = await jobEnd(outcome.value.jobId);
      await list.refetch();
      if (job.state === 'done') showToast({ message: words.backupDone });
    }
    setMaking(false);
  };
  return (
    <Button variant="filled" loading={isMaking} onClick={() => void run()}>
      {words.backupNow}
    </Button>
  );
}

function RestoreFile({ onChoose }: { readonly onChoose: (choice: BackupChoice) => void }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload();
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    const sent = await upload.send(file);
    if (sent.isDone) {
      onChoose({ backupId: null, uploadId: sent.value, title: words.restoreFileTitle(file.name) });
    } else showToast({ message: failureSentence(sent.refusal, language), tone: 'danger' });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="backup"
        aria-label={words.restoreFile}
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Button loading={upload.progress !== null} onClick={() => input.current?.click()}>
        {words.restoreFile}
      </Button>
    </>
  );
}

function BackupList({ onChoose }: { readonly onChoose: (choice: BackupChoice) => void }) {
  const api = useApi();
  const words = useText(settingsText);
  const size = useSize();
  const list = useQuery(api.query.backups.list.queryOptions());
  if (list.isError) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) return <Skeleton lines={4} />;
  if (list.data.length === 0) return <p className={styles.lead}>{words.backupsNone}</p>;
  return (
    <PlainTable
      label={words.backupList}
      head={[words.madeAt, words.reason, end(words.size), end(words.actions)]}
      rows={list.data.map(({ backupId, madeAt, reason, sizeBytes }) => ({
        key: backupId,
        cells: [
          writeMoment(madeAt),
          words.reasons[reason],
          size(sizeBytes),
          <Button
            key="restore"
            size="compact-xs"
            onClick={() =>
              onChoose({
                backupId,
                uploadId: null,
                title: words.restoreTitle(writeMoment(madeAt)),
              })
            }
          >
            {words.restore}
          </Button>,
        ],
      }))}
    />
  );
}
