/** The calls of the day in the order in which they are made; Enter opens the sheet. */
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChecklist,
  IconClockExclamation,
  IconMessage,
  IconPhone,
  IconStairsUp,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CallReason, CallRow } from '../../../shared/contract/calls.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useMarkDone, useOpenCustomer } from '../../frame/open-customer.tsx';
import { useCustomerActions } from '../../keys/customer-actions.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { dayColumn, textColumn } from '../promises/columns.tsx';
import styles from './calls.module.css';

const ICONS: Readonly<Record<CallReason['kind'], typeof IconPhone>> = {
  step: IconStairsUp,
  call_back: IconPhone,
  broken_promise: IconAlertTriangle,
  reject: IconAlertTriangle,
  task: IconChecklist,
  sms: IconMessage,
};
const DANGERS: ReadonlySet<CallReason['kind']> = new Set(['broken_promise', 'reject']);

export function TodayTab(props: {
  readonly onSheet: (payerId: number, sequence: readonly number[]) => void;
}) {
  const api = useApi();
  const words = useText(callsScreenText);
  const language = useLanguage();
  const list = useWindows((part) => api.query.calls.today.queryOptions({ input: part }));
  const columns = useCallColumns();
  const state = useTableState('calls-today', columns);
  const book = useWorkbook();
  const [active, setActive] = useState<number | null>(null);
  const menu = useCustomerMenu();
  const sequence = list.head?.sequence ?? [];
  const open = (payerId: number) => props.onSheet(payerId, sequence);
  useRowActions(active, open);
  const [first] = sequence;
  const count = (value: number) => formatCount(value, { language });
  const { hours = null, triedCount = 0, total = 0 } = list.head ?? {};
  return (
    <div className={styles.list}>
      <div className={styles.bar} data-print="never">
        <Button
          variant="filled"
          disabled={first === undefined}
          leftSection={<IconPhone size={15} stroke={1.7} />}
          onClick={() => (first === undefined ? undefined : open(active ?? first))}
        >
          {words.begin}
        </Button>
        {total > 0 && (
          <span className={styles.quiet}>{words.progress(count(triedCount), count(total))}</span>
        )}
        <span className={styles.space} />
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(names) =>
            void book.make({
              list: 'calls_today',
              input: {},
              title: words.tabs.today,
              columns: [...names],
            })
          }
        />
      </div>
      {hours !== null && <Warning sentence={hours} />}
      <DataTable
        id="calls-today"
        label={words.tabs.today}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => row.customerId}
        onOpen={(row) => open(row.customerId)}
        onActive={(row) => setActive(row?.customerId ?? null)}
        isDimmed={(row) => row.attemptsToday > 0}
        menu={(row) => [
          { label: words.open, run: () => open(row.customerId) },
          ...menu(row.customerId, sequence),
        ]}
        totals={{ overdue: <Amount cents={list.head?.totalCents ?? 0} /> }}
        empty={
          <EmptyState icon={<IconPhone size={28} stroke={1.4} />} sentence={words.emptyToday} />
        }
      />
      <OtherTotals totals={list.head?.otherTotals ?? []} />
    </div>
  );
}

/** A sentence that warns, and keeps nobody from anything. */
export function Warning({ sentence }: { readonly sentence: string }) {
  return (
    <p className={styles.warning}>
      <IconClockExclamation size={15} stroke={1.7} aria-hidden />
      {sentence}
    </p>
  );
}

/** The keys of a row: `a` is the sheet, which knows the step; the others are the file's. */
function useRowActions(active: number | null, open: (payerId: number) => void): void {
  const openCustomer = useOpenCustomer();
  const markDone = useMarkDone();
  useCustomerActions({
    isEnabled: active !== null,
    run: (action) => {
      if (active === null) return;
      if (action === 'call') open(active);
      else if (action === 'done') markDone(active);
      else openCustomer(active, { action });
    },
  });
}

function useCallColumns(): readonly Column<CallRow>[] {
  const words = useText(callsScreenText);
  return useMemo(
    () => [
      {
        id: 'name',
        label: words.customer,
        width: 190,
        grow: 1,
        isFixed: true,
        cell: (row) => row.name,
      },
      { id: 'reasons', label: words.why, width: 260, grow: 3, cell: (row) => <Why row={row} /> },
      {
        id: 'overdue',
        label: words.overdue,
        width: 150,
        align: 'end',
        cell: (row) => (
          <Amount
            cents={row.overdueCents}
            daysPastDue={row.oldestDaysPastDue}
            others={row.otherOverdue}
          />
        ),
      },
      textColumn('phone', words.phone, (row) => row.phone ?? '', { width: 126 }),
      {
        ...dayColumn('lastExchangeOn', words.lastExchange, (row: CallRow) => row.lastExchangeOn),
        width: 124,
      },
      {
        ...textColumn('contactName', words.contact, (row: CallRow) => row.contactName ?? '', {
          width: 130,
        }),
        isHiddenAtFirst: true,
      },
      {
        ...textColumn('person', words.person, (row: CallRow) => row.person ?? '', { width: 120 }),
        isHiddenAtFirst: true,
      },
      {
        ...textColumn('code', words.code, (row: CallRow) => row.code, { width: 90 }),
        isHiddenAtFirst: true,
      },
    ],
    [words],
  );
}

function Why({ row }: { readonly row: CallRow }) {
  const words = useText(callsScreenText);
  const language = useLanguage();
  const [first, ...others] = row.reasons;
  if (first === undefined) return null;
  const tried = formatCount(row.attemptsToday, { language });
  return (
    <span className={styles.why} title={row.reasons.map(({ sentence }) => sentence).join('\n')}>
      {row.attemptsToday > 0 && <Badge>{words.tried(tried)}</Badge>}
      <Reason reason={first} />
      {others.length > 0 && (
        <span className={styles.quiet}>
          {`+ ${others.map(({ kind }) => words.reasons[kind]).join(', ')}`}
        </span>
      )}
    </span>
  );
}

/** One reason, in its own words. */
export function Reason({ reason }: { readonly reason: CallReason }) {
  const Icon = ICONS[reason.kind];
  return (
    <span className={styles.reason} data-danger={DANGERS.has(reason.kind) || undefined}>
      <Icon size={14} stroke={1.7} aria-hidden />
      <span>{reason.sentence}</span>
    </span>
  );
}
