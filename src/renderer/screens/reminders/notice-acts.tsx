/** What can be done with a message of the outbox, by its state: one place for list and panel. */
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NoticeRow } from '../../../shared/contract/outbox.ts';
import { mayBeCancelled } from '../../../shared/domain/outbox/notice-state.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile, saveFile } from '../../api/files.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import type { MenuEntry } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { isReason } from './guard-bar.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';

type Asked = { readonly row: NoticeRow; readonly what: 'call_back' | 'resolve' };

export interface NoticeActs {
  readonly of: (row: NoticeRow) => readonly MenuEntry[];
  /** The same with « Ouvrir » first, for the menu of a row. */
  readonly menuOf: (row: NoticeRow) => readonly MenuEntry[];
  readonly asked: Asked | null;
  readonly close: () => void;
}

/** Not yet a file: it is being prepared. */
const UNBUILT = ['approved'];

export function useNoticeActs(): NoticeActs {
  const words = useText(outboxScreenText);
  const [, setSearch] = useRemindersSearch();
  const [asked, setAsked] = useState<Asked | null>(null);
  const retry = useCommand((call) => call.outbox.retry, { said: () => words.retried });
  const fetchFile = useNoticeFile();
  const of = (row: NoticeRow): MenuEntry[] => [
    ...(row.status === 'uncertain'
      ? [{ label: words.resolve, run: () => setAsked({ row, what: 'resolve' }) }]
      : []),
    ...(row.status === 'failed'
      ? [{ label: words.retry, run: () => void retry.run({ noticeId: row.noticeId }) }]
      : []),
    ...(mayBeCancelled(row.status)
      ? [{ label: words.callBack, run: () => setAsked({ row, what: 'call_back' }) }]
      : []),
    ...(UNBUILT.includes(row.status)
      ? []
      : [
          {
            label: row.channel === 'email' ? words.eml : words.pdf,
            run: () => void fetchFile(row),
          },
        ]),
  ];
  return {
    of,
    menuOf: (row) => [
      { label: words.open, keys: 'enter', run: () => setSearch({ notice: row.noticeId }) },
      ...of(row),
    ],
    asked,
    close: () => setAsked(null),
  };
}

/** The very bytes that left: a mail is saved, a letter opens. */
function useNoticeFile(): (row: NoticeRow) => Promise<void> {
  const api = useApi();
  const language = useLanguage();
  return async ({ noticeId, channel }) => {
    try {
      const { fileId } = await api.call.outbox.file({ noticeId });
      await (channel === 'email' ? saveFile : openFile)(api, fileId);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
}

export function NoticeDialog({ acts }: { readonly acts: NoticeActs }) {
  const { asked, close } = acts;
  if (asked === null) return null;
  return asked.what === 'resolve' ? (
    <ResolveDialog row={asked.row} onClose={close} />
  ) : (
    <CallBackDialog row={asked.row} onClose={close} />
  );
}

function CallBackDialog(props: { readonly row: NoticeRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const words = useText(outboxScreenText);
  const [reason, setReason] = useState('');
  const callBack = useCommand((call) => call.outbox.callBack, {
    said: ({ cancelledCount }) => (cancelledCount === 0 ? words.tooLate : words.called),
  });
  const run = async () => {
    const { isDone } = await callBack.run({ noticeIds: [row.noticeId], reason: reason.trim() });
    if (isDone) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.callBackTitle(row.name)}
      verb={words.callBack}
      isBusy={callBack.isRunning}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      <TextInput
        label={words.reason}
        description={words.reasonOptional}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function ResolveDialog(props: { readonly row: NoticeRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const words = useText(outboxScreenText);
  const [answer, setAnswer] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const resolve = useCommand((call) => call.outbox.resolveUncertain, {
    said: () => words.resolved,
  });
  const run = async () => {
    const { noticeId } = row;
    const wasSent = answer === 'sent';
    const { isDone } = await resolve.run({ noticeId, wasSent, reason: reason.trim() });
    if (isDone) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.resolveTitle(row.name)}
      verb={answer === 'not_sent' ? words.wasNotSent : words.wasSent}
      isBusy={resolve.isRunning}
      mayConfirm={answer !== null && isReason(reason)}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <p className={styles.quiet}>{words.resolveNote}</p>
        <Radio.Group value={answer} onChange={setAnswer} aria-label={words.resolveTitle(row.name)}>
          <Stack gap={6}>
            <Radio value="sent" label={words.wasSent} />
            <Radio value="not_sent" label={words.wasNotSent} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
