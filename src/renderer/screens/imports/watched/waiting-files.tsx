/** The files of the watched folder that wait: opened as if they had been dropped, or set aside. */
import { Button } from '@mantine/core';
import { IconFolderSearch, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WatchedFile } from '../../../../shared/contract/watched-folder.ts';
import { watchedFolderText } from '../../../../shared/text/screens/watched-folder.ts';
import { useApi } from '../../../api/connection.tsx';
import { failureOf } from '../../../failure/failure.ts';
import { failureSentence } from '../../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { showToast } from '../../../parts/toast.tsx';
import styles from '../imports.module.css';
import { useCount } from '../use-count.ts';
import { useLook } from '../use-intake.ts';
import { isWaiting, WatchedList } from './watched-list.tsx';

export function WaitingFiles() {
  const api = useApi();
  const words = useText(watchedFolderText);
  const count = useCount();
  const [isWhole, setWhole] = useState(false);
  const acts = useWatchedActs();
  const { data } = useQuery(api.query.watchedFolder.files.queryOptions());
  if (data === undefined || data.state === 'none') return null;
  const { files, state, folder, waitingCount, isCut } = data;
  const shown = files.filter((file) => isWhole || isWaiting(file) || file.format === null);
  const invoices = files.filter((file) => isWaiting(file) && file.format === 'einvoice');
  return (
    <section className={styles.watched} aria-label={words.title}>
      <div className={styles.row}>
        <IconFolderSearch className={styles.dropIcon} size={20} stroke={1.4} aria-hidden />
        <strong className={styles.watchedTitle}>
          {waitingCount === 0 ? words.nothing : words.waiting(count(waitingCount))}
        </strong>
        <span className={styles.watchedFolder} title={folder}>
          {folder}
        </span>
        <span className={styles.space} />
        {invoices.length > 1 && (
          <Button loading={acts.isBusy} onClick={() => void acts.open(invoices)}>
            {words.openInvoices(count(invoices.length))}
          </Button>
        )}
        {files.length > 0 && (
          <Button variant="subtle" onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.hideAll : words.showAll}
          </Button>
        )}
        <Button
          variant="subtle"
          leftSection={<IconRefresh size={14} stroke={1.6} />}
          loading={acts.isLooking}
          onClick={() => void acts.look()}
        >
          {words.lookNow}
        </Button>
      </div>
      {state === 'gone' && (
        <p className={styles.refusal} role="alert">
          {words.gone(folder)}
        </p>
      )}
      {isCut && <p className={styles.quiet}>{words.cut}</p>}
      {shown.length > 0 && <WatchedList files={shown} isBusy={acts.isBusy} onOpen={acts.open} />}
    </section>
  );
}

function useWatchedActs() {
  const api = useApi();
  const language = useLanguage();
  const take = useLook();
  const [isBusy, setBusy] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const told = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  const open = async (files: readonly WatchedFile[]) => {
    setBusy(true);
    const fileNames = files.map(({ fileName }) => fileName);
    const taken = api.call.watchedFolder.take({ fileNames });
    await told(taken.then(({ uploadIds }) => take(uploadIds)));
    setBusy(false);
  };
  const look = async () => {
    setLooking(true);
    // What stands still is known by two looks.
    await told(api.call.watchedFolder.look().then(() => api.call.watchedFolder.look()));
    setLooking(false);
  };
  return { isBusy, isLooking, open, look };
}
