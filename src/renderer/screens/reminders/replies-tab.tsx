/**
 * What came back from customers: mails that wait for their customer, replies to read, and all the
 * others. A mail let go anywhere over the tab finds its customer by itself.
 */
import { Button } from '@mantine/core';
import { IconMailOpened, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import { useMailDrop } from '../customer-file/use-mail-drop.ts';
import { dayColumn, nameColumns, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';
import styles from './reminders.module.css';
import { ReplyDialog, type ReplyGiven } from './reply-dialog.tsx';
import { useWritten } from './use-written.ts';
import { WaitingMails } from './waiting-mails.tsx';

type ReplyRow = Awaited<ReturnType<ApiClient['outbox']['replies']>>['rows'][number];

export function RepliesTab() {
  const [given, setGiven] = useState<ReplyGiven | null>(null);
  const drop = useMailDrop((file) => setGiven({ kind: 'file', file }));
  return (
    <div className={styles.fill} data-over={drop.isOver || undefined} {...drop.handlers}>
      <MailboxLine onRecord={() => setGiven({ kind: 'nothing' })} />
      <WaitingMails onAttribute={(incomingId) => setGiven({ kind: 'waiting', incomingId })} />
      <ReplyList />
      {given !== null && <ReplyDialog given={given} onClose={() => setGiven(null)} />}
    </div>
  );
}

/** How the reading of the mailbox stands, and what can be done at once. */
function MailboxLine({ onRecord }: { readonly onRecord: () => void }) {
  const api = useApi();
  const words = useText(repliesText);
  const language = useLanguage();
  const status = useQuery(api.query.outbox.incomingStatus.queryOptions());
  const [isReading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    try {
      const { isOk, sentence } = await api.call.outbox.readIncoming();
      showToast({ message: sentence, tone: isOk ? 'plain' : 'danger' });
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
    await status.refetch();
    setReading(false);
  };
  const { isOn = false, lastReadAt = null, sentence = '' } = status.data ?? {};
  return (
    <div className={styles.bar} data-print="never">
      <Button leftSection={<IconMailOpened size={15} stroke={1.7} />} onClick={onRecord}>
        {words.title}
      </Button>
      {isOn && (
        <>
          <Button
            leftSection={<IconRefresh size={15} stroke={1.7} />}
            loading={isReading || status.data?.isReading === true}
            onClick={() => void read()}
          >
            {words.readNow}
          </Button>
          <p className={styles.quiet} role="status">
            {sentence !== ''
              ? words.offline(sentence)
              : lastReadAt === null
                ? words.neverRead
                : words.readAt(writeMoment(lastReadAt))}
          </p>
        </>
      )}
    </div>
  );
}

function ReplyList() {
  const api = useApi();
  const words = useText(repliesText);
  const { count } = useWritten();
  const [isUnreadOnly, setUnreadOnly] = useState(true);
  const columns = useReplyColumns();
  const list = useWindows((part) =>
    api.query.outbox.replies.queryOptions({ input: { ...part, customerId: null, isUnreadOnly } }),
  );
  const mark = useCommand((call) => call.outbox.markReplyRead, { said: () => words.markedRead });
  return (
    <FollowUpList
      id="replies"
      label={words.filterLabel}
      columns={columns}
      list={list}
      rowKey={(row) => row.replyId}
      workbook={{ list: 'replies', input: { isUnreadOnly } }}
      empty={isUnreadOnly ? words.emptyUnread : words.emptyAll}
      filters={
        <>
          <FilterChip
            label={words.unreadOnly}
            note={count(list.head?.unreadCount ?? 0)}
            isOn={isUnreadOnly}
            onToggle={() => setUnreadOnly(true)}
          />
          <FilterChip
            label={words.everything}
            isOn={!isUnreadOnly}
            onToggle={() => setUnreadOnly(false)}
          />
        </>
      }
      menu={(row) =>
        row.isRead
          ? []
          : [{ label: words.markThisRead, run: () => void mark.run({ replyId: row.replyId }) }]
      }
    />
  );
}

const TONES = { answer: 'accent', automatic: 'neutral', bounce: 'danger' } as const;

function useReplyColumns(): readonly Column<ReplyRow>[] {
  const words = useText(repliesText);
  return useMemo(
    () => [
      dayColumn('day', words.receivedOn, (row) => row.day),
      ...nameColumns<ReplyRow>({ code: words.code, customer: words.owner }),
      {
        id: 'kind',
        label: words.kind,
        width: 136,
        cell: (row) => <Badge tone={TONES[row.kind]}>{words.kinds[row.kind] ?? row.kind}</Badge>,
      },
      textColumn('sender', words.sender, (row) => row.sender, { width: 160, grow: 1 }),
      textColumn('subject', words.subject, (row) => row.subject, { width: 170, grow: 2 }),
      {
        id: 'answer',
        label: words.answer,
        width: 150,
        cell: (row) => (row.answer === null ? '' : (words.payerAnswers[row.answer] ?? '')),
      },
      {
        id: 'state',
        label: words.state,
        width: 90,
        cell: (row) => (row.isRead ? words.wasRead : <Badge tone="amber">{words.unread}</Badge>),
      },
    ],
    [words],
  );
}
