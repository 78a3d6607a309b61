/**
 * Letters to print and to post: those ticked become one PDF in print order; a batch printed is
 * posted once its deposit is confirmed, and only then do levels move.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import { Amount } from '../../parts/amount.tsx';
import type { RowKey } from '../../parts/data-table/table-types.ts';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { LetterBatchPanel } from './letter-batch-panel.tsx';
import { NoticeList, type OutboxList, rowsOf } from './notice-list.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import { useWritten } from './use-written.ts';

const ORDERS = ['name', 'postcode'] as const;
type Order = (typeof ORDERS)[number];

export function LettersBox({ list }: { readonly list: OutboxList }) {
  const [{ batch }, setSearch] = useRemindersSearch();
  const [ticked, setTicked] = useState<ReadonlySet<RowKey> | null>(null);
  const toPrint = rowsOf(list).filter(({ status }) => status === 'built');
  const chosen = ticked ?? new Set<RowKey>(toPrint.map(({ noticeId }) => noticeId));
  const noticeIds = toPrint.map(({ noticeId }) => noticeId).filter((id) => chosen.has(id));
  return (
    <>
      <NoticeList
        list={list}
        ticked={chosen}
        onTick={setTicked}
        lead={
          (list.total ?? 0) > 0 && <PrintBar noticeIds={noticeIds} onMade={() => setTicked(null)} />
        }
      />
      <Batches onOpen={(batchId) => setSearch({ batch: batchId })} />
      {batch !== null && (
        <LetterBatchPanel key={batch} batchId={batch} onClose={() => setSearch({ batch: null })} />
      )}
    </>
  );
}

function PrintBar(props: { readonly noticeIds: number[]; readonly onMade: () => void }) {
  const { noticeIds, onMade } = props;
  const words = useText(outboxScreenText);
  const { count } = useWritten();
  const [groupBy, setGroupBy] = useState<Order>('name');
  const print = useFileJob<Parameters<ApiClient['outbox']['makeBatch']>[0]>(
    useApi().call.outbox.makeBatch,
    () => 'open',
  );
  const test = useFileJob<undefined>(useApi().call.outbox.testPrint, () => 'open');
  const make = async () => {
    await print.make({ noticeIds, groupBy });
    onMade();
  };
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconPrinter size={15} stroke={1.7} />}
        title={words.printHint}
        disabled={noticeIds.length === 0}
        loading={print.isRunning}
        onClick={() => void make()}
      >
        {words.print(count(noticeIds.length))}
      </Button>
      <SegmentedControl
        aria-label={words.order}
        value={groupBy}
        data={[
          { value: 'name', label: words.byName },
          { value: 'postcode', label: words.byPostcode },
        ]}
        onChange={(chosen) => setGroupBy(ORDERS.find((one) => one === chosen) ?? 'name')}
      />
      <Button variant="subtle" loading={test.isRunning} onClick={() => void test.make(undefined)}>
        {words.testPrint}
      </Button>
    </>
  );
}

function Batches({ onOpen }: { readonly onOpen: (batchId: number) => void }) {
  const api = useApi();
  const words = useText(outboxScreenText);
  const { count } = useWritten();
  const { data = [] } = useQuery(api.query.outbox.batches.queryOptions());
  if (data.length === 0) return null;
  return (
    <div className={styles.batches} data-print="scroll">
      <Section title={words.batches} note={words.reprintNote}>
        <PlainTable
          label={words.batches}
          head={[
            words.day,
            end(words.letterCount),
            end(words.registeredCount),
            end(words.pageCount),
            end(words.amount),
            end(words.posted),
            words.deposits,
          ]}
          rows={data.map((own) => ({
            key: own.batchId,
            cells: [
              formatDate(own.day),
              count(own.letterCount),
              count(own.registeredCount),
              count(own.pageCount),
              <Amount key="amount" cents={own.amountCents} />,
              words.postedOf(count(own.postedCount), count(own.letterCount)),
              <Button key="open" onClick={() => onOpen(own.batchId)}>
                {own.postedCount < own.letterCount ? words.postNumbers : words.open}
              </Button>,
            ],
          }))}
        />
      </Section>
    </div>
  );
}
