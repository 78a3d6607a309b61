/**
 * What is overdue and not chased today: the reasons with their amounts, the items behind each, and
 * the line that shows that nothing is forgotten: overdue = chased + not chased, to the cent.
 */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { ExcludedRow } from '../../../shared/contract/dunning.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows, type Windowed } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterText } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns } from '../promises/columns.tsx';
import { GroupRail } from './group-rail.tsx';
import { isLiftable, OverrideDialog } from './override-dialog.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import type { Planned } from './use-batch.ts';
import { useWritten } from './use-written.ts';
import { WhyDialog } from './why-dialog.tsx';

type Asked = { readonly row: ExcludedRow; readonly what: 'why' | 'override' };

export function LeftOutTab() {
  const api = useApi();
  const words = useText(remindersText);
  const { count, named } = useWritten();
  const [{ verdict, text }, setSearch] = useRemindersSearch();
  const list = useWindows((part) =>
    api.query.dunning.excluded.queryOptions({ input: { verdict, text, ...part } }),
  );
  const groups = list.head?.groups ?? [];
  return (
    <div className={styles.fill}>
      <ControlLine />
      <div className={styles.ground}>
        {groups.length > 0 && (
          <aside className={styles.rail} aria-label={words.allReasons}>
            <GroupRail
              title={words.allReasons}
              groups={groups.map((group) => ({
                ...group,
                key: group.verdict,
                note: [
                  named(group.payerCount, words.payers),
                  ...(group.isSoft ? [words.liftable] : []),
                ].join(' · '),
              }))}
              chosen={verdict}
              onChoose={(key) => setSearch({ verdict: key })}
            />
          </aside>
        )}
        <div className={styles.main}>
          <LeftOutList
            list={list}
            question={{ verdict, text }}
            lead={
              <>
                <FilterText
                  value={text}
                  placeholder={words.filter}
                  onChange={(typed) => setSearch({ text: typed })}
                />
                <span className={styles.quiet}>
                  {list.total !== null && words.lines(count(list.total), list.total === 1)}
                </span>
              </>
            }
          />
        </div>
      </div>
    </div>
  );
}

const ANY = { scenarioKey: null, profile: null, channel: null, text: '' } as const;

/** Overdue = chased + not chased; each currency by itself. */
function ControlLine() {
  const api = useApi();
  const { data } = useQuery(
    api.query.dunning.planned.queryOptions({
      input: { offset: 0, limit: 1, on: null, filter: { tab: 'messages', ...ANY } },
    }),
  );
  if (data === undefined) return null;
  const { otherCurrencies, ...own } = data.control;
  return (
    <div className={styles.controls}>
      {[own, ...otherCurrencies].map((sums) => (
        <ControlOf key={sums.currency} sums={sums} />
      ))}
    </div>
  );
}

function ControlOf({ sums }: { readonly sums: Omit<Planned['control'], 'otherCurrencies'> }) {
  const words = useText(remindersText);
  const { amount } = useWritten();
  const { currency, overdueCents, chasedCents, notChasedCents } = sums;
  const gap = overdueCents - chasedCents - notChasedCents;
  const Icon = gap === 0 ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={styles.control}>
      <span>
        {words.overdue} <strong>{amount(overdueCents, currency)}</strong>
      </span>
      <span>=</span>
      <span>
        {words.chased} <strong>{amount(chasedCents, currency)}</strong>
      </span>
      <span>+</span>
      <span>
        {words.notChased} <strong>{amount(notChasedCents, currency)}</strong>
      </span>
      <span className={styles.controlMark} data-tone={gap === 0 ? 'green' : 'danger'}>
        <Icon size={15} stroke={1.8} aria-hidden />
        {gap === 0 ? words.controlEqual : words.controlDiffers(amount(gap, currency))}
      </span>
    </p>
  );
}

function LeftOutList(props: {
  readonly list: Windowed<ExcludedRow, Awaited<ReturnType<ApiClient['dunning']['excluded']>>>;
  readonly question: { readonly verdict: string | null; readonly text: string };
  readonly lead: ReactNode;
}) {
  const { list, question, lead } = props;
  const words = useText(remindersText);
  const columns = useColumns();
  const state = useTableState('left-out', columns);
  const book = useWorkbook();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<ExcludedRow | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  useListActions(active?.customerId ?? null);
  useLeftOutKeys(active, setAsked);
  const isAll = question.verdict === null && question.text === '';
  return (
    <>
      <div className={styles.bar} data-print="never">
        {lead}
        <span className={styles.space} />
        {active !== null && isLiftable(active) && (
          <Button onClick={() => setAsked({ row: active, what: 'override' })}>
            {words.override}
          </Button>
        )}
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(names) =>
            void book.make({
              list: 'left_out',
              input: question,
              title: words.tabs.left_out,
              columns: [...names],
            })
          }
        />
      </div>
      <DataTable
        id="left-out"
        label={words.tabs.left_out}
        columns={columns}
        rows={list}
        state={state}
        rowKey={(row) => `${row.receivableId ?? row.documentNumber} ${row.verdict} ${row.payerId}`}
        question={JSON.stringify(question)}
        onOpen={(row) => openCustomer(row.customerId)}
        onActive={setActive}
        menu={(row) => [
          ...(isLiftable(row)
            ? [{ label: words.override, keys: 'o', run: () => setAsked({ row, what: 'override' }) }]
            : []),
          { label: words.why, keys: 'w', run: () => setAsked({ row, what: 'why' }) },
          ...customerMenu(row.customerId),
        ]}
        totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
        empty={<EmptyState sentence={isAll ? words.leftOutEmpty : words.emptyFilter} />}
      />
      {asked?.what === 'why' && (
        <WhyDialog customerId={asked.row.customerId} name={asked.row.name} onClose={close} />
      )}
      {asked?.what === 'override' && <OverrideDialog row={asked.row} onClose={close} />}
    </>
  );
}

function useLeftOutKeys(row: ExcludedRow | null, ask: (asked: Asked) => void): void {
  const words = useText(remindersText);
  const names = useText(keysText);
  useKeys(
    names.list,
    [
      {
        keys: 'o',
        label: words.override,
        run: () => {
          if (row !== null && isLiftable(row)) ask({ row, what: 'override' });
        },
      },
      {
        keys: 'w',
        label: words.why,
        run: () => {
          if (row !== null) ask({ row, what: 'why' });
        },
      },
    ],
    { isEnabled: row !== null },
  );
}

function useColumns(): readonly Column<ExcludedRow>[] {
  const words = useText(remindersText);
  return useMemo(
    () => [
      ...nameColumns<ExcludedRow>(words),
      {
        id: 'documentNumber',
        label: words.document,
        width: 120,
        grow: 0.5,
        cell: (row) => row.documentNumber,
      },
      dayColumn('dueDate', words.dueDate, (row: ExcludedRow) => row.dueDate),
      amountColumn('amount', words.amount, (row: ExcludedRow) => row.amountCents, inCurrency),
      {
        id: 'sentence',
        label: words.sentence,
        width: 260,
        grow: 3,
        cell: (row) => <span title={row.sentence}>{row.sentence}</span>,
      },
    ],
    [words],
  );
}
