/** The messages of one box of the outbox, each opening on what happened to it. */
import { type ReactNode, useMemo, useState } from 'react';
import type { NoticeRow } from '../../../shared/contract/outbox.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import type { ApiClient } from '../../api/client.ts';
import type { Windowed } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useListActions } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column, RowKey } from '../../parts/data-table/table-types.ts';
import { FilterText } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import { NoticeDialog, useNoticeActs } from './notice-acts.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';

export type OutboxPage = Awaited<ReturnType<ApiClient['outbox']['list']>>;
export type OutboxList = Windowed<NoticeRow, OutboxPage>;

export const STATUS_TONES: Readonly<Record<NoticeRow['status'], Tone>> = {
  approved: 'accent',
  built: 'accent',
  sending: 'accent',
  sent: 'green',
  failed: 'danger',
  deferred: 'amber',
  uncertain: 'amber',
  cancelled: 'neutral',
  printed: 'accent',
  posted: 'green',
  bounced: 'danger',
};

/** The messages of the list that are known here. */
export function rowsOf(list: OutboxList) {
  return Array.from({ length: list.total ?? 0 }, (_, at) => list.rowAt(at)).flatMap((row) =>
    row === undefined ? [] : [row],
  );
}

export function NoticeList(props: {
  readonly list: OutboxList;
  readonly ticked?: ReadonlySet<RowKey>;
  readonly onTick?: (ticked: ReadonlySet<RowKey>) => void;
  /** What stands at the beginning of the line above the list. */
  readonly lead?: ReactNode;
}) {
  const { list, ticked, onTick, lead } = props;
  const words = useText(outboxScreenText);
  const [{ box, text }, setSearch] = useRemindersSearch();
  const columns = useNoticeColumns();
  const state = useTableState(`outbox-${box}`, columns);
  const book = useWorkbook();
  const acts = useNoticeActs();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<NoticeRow | null>(null);
  useListActions(active?.payerId ?? null);
  return (
    <div className={styles.noticeList}>
      <div className={styles.bar} data-print="never">
        {lead}
        <FilterText
          value={text}
          placeholder={words.filter}
          width={200}
          onChange={(typed) => setSearch({ text: typed })}
        />
        <span className={styles.quiet}>{box === 'waiting' && <Waits page={list.head} />}</span>
        <span className={styles.space} />
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(names) =>
            void book.make({
              list: 'outbox',
              input: { box, text },
              title: words.boxes[box],
              columns: [...names],
            })
          }
        />
      </div>
      <DataTable
        id={`outbox-${box}`}
        label={words.boxes[box]}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.noticeId}
        question={JSON.stringify({ box, text })}
        onOpen={(row) => setSearch({ notice: row.noticeId })}
        onActive={setActive}
        menu={(row) => [...acts.menuOf(row), ...customerMenu(row.payerId)]}
        empty={<EmptyState sentence={words.empty[box]} />}
        {...(ticked !== undefined && onTick !== undefined && { ticked, onTick })}
      />
      <NoticeDialog acts={acts} />
    </div>
  );
}

/** What the next message waits for, and until when. */
function Waits({ page }: { readonly page: OutboxPage | null }) {
  const words = useText(outboxScreenText);
  if (page === null) return null;
  const { waitingFor, nextAt } = page;
  const at = nextAt === null ? '' : words.nextAt(writeMoment(nextAt).slice(-5));
  return <>{[waitingFor ?? '', at].join(' ').trim()}</>;
}

export function useNoticeColumns(): readonly Column<NoticeRow>[] {
  const words = useText(outboxScreenText);
  const language = useLanguage();
  return useMemo<readonly Column<NoticeRow>[]>(() => {
    const said = scenarioText[language];
    const { status, handedOver } = outboxText[language];
    return [
      { id: 'code', label: words.code, width: 80, isHiddenAtFirst: true, cell: (row) => row.code },
      {
        id: 'name',
        label: words.customer,
        width: 160,
        grow: 2,
        isFixed: true,
        cell: (row) => <span title={row.name}>{row.name}</span>,
      },
      {
        id: 'status',
        label: words.status,
        width: 132,
        cell: (row) => (
          <Badge tone={STATUS_TONES[row.status]}>
            {row.isExported ? handedOver : status[row.status]}
          </Badge>
        ),
      },
      {
        id: 'sentence',
        label: words.sentence,
        width: 200,
        grow: 3,
        cell: (row) => <span title={row.sentence}>{row.sentence}</span>,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 116,
        align: 'end',
        cell: (row) => <Amount cents={row.totalCents} currency={row.currency} />,
      },
      {
        id: 'subject',
        label: words.subject,
        width: 150,
        grow: 2,
        cell: (row) => <span title={row.subject}>{row.subject}</span>,
      },
      {
        id: 'recipient',
        label: words.recipient,
        width: 120,
        grow: 1,
        cell: (row) => <span title={row.recipient}>{row.recipient}</span>,
      },
      { id: 'at', label: words.at, width: 146, cell: (row) => writeMoment(row.at) },
      {
        id: 'channel',
        label: words.channel,
        width: 130,
        isHiddenAtFirst: true,
        cell: (row) => said.channels[row.channel],
      },
      {
        id: 'level',
        label: words.level,
        width: 120,
        isHiddenAtFirst: true,
        cell: (row) => (row.severity === null ? '' : said.severities[row.severity]),
      },
      {
        id: 'registeredNumber',
        label: words.registered,
        width: 150,
        isHiddenAtFirst: true,
        cell: (row) => row.registeredNumber,
      },
    ];
  }, [words, language]);
}
