/**
 * Mails handed over as drafts, where no server is set: exported as a package, then marked as sent
 * by whoever sent them. Exporting moves no level.
 */
import { Button } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { NoticeRow } from '../../../shared/contract/outbox.ts';
import { draftsText } from '../../../shared/text/screens/drafts.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import type { RowKey } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { NoticeList, type OutboxList, rowsOf } from './notice-list.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

/** States from which a mail may be handed over. */
const READY: readonly NoticeRow['status'][] = ['built', 'deferred'];

/** Mails that wait for a server that nobody set. */
export function DraftsBox({ list }: { readonly list: OutboxList }) {
  const words = useText(draftsText);
  const choice = useTicked(rowsOf(list).filter(({ status }) => READY.includes(status)));
  return (
    <>
      <p className={styles.quiet}>{words.exportNote}</p>
      <NoticeList
        list={list}
        {...choice.table}
        lead={
          <ExportButton
            noticeIds={choice.noticeIds}
            label={words.exportMails}
            isFirst
            onDone={choice.clear}
          />
        }
      />
    </>
  );
}

/** Drafts of which nobody said yet that they left, among what a person must look at. */
export function HandedOverBox({ list }: { readonly list: OutboxList }) {
  const words = useText(draftsText);
  const { count, named } = useWritten();
  const choice = useTicked(rowsOf(list).filter(({ isExported }) => isExported));
  const { noticeIds } = choice;
  const mark = useCommand((call) => call.outbox.confirmDraftsSent, {
    said: ({ sentCount }) => named(sentCount, words.marked),
  });
  const run = async () => {
    if ((await mark.run({ noticeIds })).isDone) choice.clear();
  };
  return (
    <>
      <p className={styles.quiet}>{words.markNote}</p>
      <NoticeList
        list={list}
        {...choice.table}
        lead={
          <>
            <Button
              variant="filled"
              leftSection={<IconCheck size={15} stroke={1.7} />}
              disabled={noticeIds.length === 0}
              loading={mark.isRunning}
              onClick={() => void run()}
            >
              {words.markSent(count(noticeIds.length))}
            </Button>
            <ExportButton noticeIds={noticeIds} label={words.again} onDone={() => undefined} />
          </>
        }
      />
    </>
  );
}

/** Nothing is ticked at first: what is marked or exported was chosen. */
function useTicked(rows: readonly NoticeRow[]) {
  const [ticked, setTicked] = useState<ReadonlySet<RowKey>>(new Set());
  return {
    noticeIds: rows.map(({ noticeId }) => noticeId).filter((id) => ticked.has(id)),
    table: { ticked, onTick: setTicked },
    clear: () => setTicked(new Set()),
  };
}

function ExportButton(props: {
  readonly noticeIds: number[];
  readonly label: (count: string) => string;
  readonly isFirst?: boolean;
  readonly onDone: () => void;
}) {
  const { noticeIds, label, isFirst = false, onDone } = props;
  const words = useText(draftsText);
  const { count, named } = useWritten();
  const hand = useCommand((call) => call.outbox.exportDrafts, {
    said: ({ exportedCount, heldBackCount }) =>
      [
        ...(exportedCount > 0 ? [named(exportedCount, words.exported)] : []),
        ...(heldBackCount > 0 ? [named(heldBackCount, words.heldBack)] : []),
      ].join(' '),
  });
  const file = useFileJob<string>(async (jobId) => ({ jobId }), 'save');
  const run = async () => {
    const made = await hand.run({ noticeIds });
    if (!made.isDone) return;
    onDone();
    if (made.value.jobId !== null) await file.make(made.value.jobId);
  };
  return (
    <Button
      variant={isFirst ? 'filled' : 'default'}
      leftSection={<IconDownload size={15} stroke={1.7} />}
      disabled={noticeIds.length === 0}
      loading={hand.isRunning || file.isRunning}
      onClick={() => void run()}
    >
      {label(count(noticeIds.length))}
    </Button>
  );
}
