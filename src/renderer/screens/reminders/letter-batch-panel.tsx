/**
 * A batch of letters: its files again, the numbers of the registered ones typed or scanned one
 * after the other, and the deposit confirmed, whole or in part.
 */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Panel } from '../../parts/panel.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import message from './message.module.css';
import { STATUS_TONES } from './notice-list.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

type Batch = Awaited<ReturnType<ApiClient['outbox']['batch']>>;
type LetterRow = Batch['rows'][number];

export function LetterBatchPanel(props: {
  readonly batchId: number;
  readonly onClose: () => void;
}) {
  const { batchId, onClose } = props;
  const api = useApi();
  const words = useText(outboxScreenText);
  const batch = useQuery(api.query.outbox.batch.queryOptions({ input: { batchId } }));
  const day = batch.data?.rows[0]?.day;
  const title = day === undefined ? words.batches : words.batchOf(formatDate(day));
  return (
    <Panel label={title} width={860} onClose={onClose}>
      <div className={message.panel} data-print="scroll">
        <h2 className={message.panelTitle}>{title}</h2>
        {batch.data !== undefined ? (
          <BatchBody batch={batch.data} />
        ) : batch.isError ? (
          <ErrorState failure={failureOf(batch.error)} onRetry={() => void batch.refetch()} />
        ) : (
          <Skeleton lines={10} height={18} />
        )}
      </div>
    </Panel>
  );
}

const FILES = ['letters', 'list', 'deposit', 'package'] as const;

function BatchBody({ batch }: { readonly batch: Batch }) {
  const words = useText(outboxScreenText);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const toPost = batch.rows.filter(({ status }) => status === 'printed');
  const ticked = chosen ?? new Set(toPost.map(({ noticeId }) => noticeId));
  const toggle = (noticeId: number) => {
    const next = new Set(ticked);
    if (!next.delete(noticeId)) next.add(noticeId);
    setChosen(next);
  };
  const hasRegistered = batch.rows.some(({ channel }) => channel === 'registered_letter');
  const noticeIds = toPost.map(({ noticeId }) => noticeId).filter((id) => ticked.has(id));
  return (
    <>
      <Files batchId={batch.batchId} hasRegistered={hasRegistered} />
      {hasRegistered && <p className={styles.quiet}>{words.numberHint}</p>}
      <LetterTable rows={batch.rows} ticked={ticked} onToggle={toggle} />
      {toPost.length > 0 && <PostBar noticeIds={noticeIds} onPosted={() => setChosen(null)} />}
    </>
  );
}

function Files(props: { readonly batchId: number; readonly hasRegistered: boolean }) {
  const { batchId, hasRegistered } = props;
  const { call } = useApi();
  const words = useText(outboxScreenText);
  const file = useFileJob<Parameters<typeof call.outbox.batchFile>[0]>(
    (input) => call.outbox.batchFile(input),
    ({ kind }) => (kind === 'package' ? 'save' : 'open'),
  );
  const labels = {
    letters: words.letters,
    list: words.slip,
    deposit: words.deposit,
    package: words.package,
  };
  return (
    <div className={styles.bar} data-print="never">
      {FILES.filter((kind) => kind !== 'deposit' || hasRegistered).map((kind) => (
        <Button
          key={kind}
          leftSection={<IconFileText size={15} stroke={1.6} />}
          disabled={file.isRunning}
          onClick={() => void file.make({ batchId, kind })}
        >
          {labels[kind]}
        </Button>
      ))}
    </div>
  );
}

function LetterTable(props: {
  readonly rows: readonly LetterRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onToggle: (noticeId: number) => void;
}) {
  const { rows, ticked, onToggle } = props;
  const words = useText(outboxScreenText);
  const language = useLanguage();
  const { status } = outboxText[language];
  return (
    <PlainTable
      label={words.letterCount}
      head={[
        words.toPost,
        words.position,
        words.customer,
        words.town,
        words.pages,
        end(words.amount),
        words.registered,
        words.status,
      ]}
      rows={rows.map((row) => ({
        key: row.noticeId,
        cells: [
          row.status === 'printed' && (
            <Checkbox
              key="tick"
              aria-label={row.name}
              checked={ticked.has(row.noticeId)}
              onChange={() => onToggle(row.noticeId)}
            />
          ),
          row.position,
          row.name,
          row.town,
          row.pages,
          <Amount key="amount" cents={row.totalCents} currency={row.currency} />,
          row.channel === 'registered_letter' &&
            (row.status === 'printed' ? (
              <NumberField key="number" row={row} />
            ) : (
              row.registeredNumber
            )),
          <Badge key="status" tone={STATUS_TONES[row.status]}>
            {status[row.status]}
          </Badge>,
        ],
      }))}
    />
  );
}

/** The number of one registered letter; Enter keeps it and goes to the next field. */
function NumberField({ row }: { readonly row: LetterRow }) {
  const words = useText(outboxScreenText);
  const [number, setNumber] = useState(row.registeredNumber);
  const save = useCommand((call) => call.outbox.setRegisteredNumber);
  const keep = () => {
    const typed = number.trim();
    if (typed !== '' && typed !== row.registeredNumber) {
      void save.run({ noticeId: row.noticeId, number: typed });
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-registered]')];
    const next = fields[fields.indexOf(event.currentTarget) + 1];
    if (next === undefined) keep();
    else next.focus();
  };
  return (
    <TextInput
      aria-label={words.numberOf(row.name)}
      data-registered
      w={168}
      value={number}
      onChange={(event) => setNumber(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

function PostBar(props: { readonly noticeIds: number[]; readonly onPosted: () => void }) {
  const { noticeIds, onPosted } = props;
  const words = useText(outboxScreenText);
  const today = useToday();
  const { named } = useWritten();
  const [postedOn, setPostedOn] = useState<CalendarDate | null>(today);
  const post = useCommand((call) => call.outbox.confirmPosted, {
    said: ({ postedCount }) => named(postedCount, words.postedDone),
  });
  const confirm = async () => {
    if (postedOn === null) return;
    if ((await post.run({ noticeIds, postedOn })).isDone) onPosted();
  };
  return (
    <div className={styles.postBar} data-print="never">
      <DateWordsInput label={words.postedOn} value={postedOn} onChange={setPostedOn} />
      <Button
        variant="filled"
        loading={post.isRunning}
        disabled={noticeIds.length === 0 || postedOn === null}
        onClick={() => void confirm()}
      >
        {named(noticeIds.length, words.postCount)}
      </Button>
    </div>
  );
}
