/** Disputes, from the answer that is due to the credit note that is awaited. */
import { useMemo, useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { Column, MenuEntry } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { CloseDisputeDialog } from './close-dispute-dialog.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import styles from './promises.module.css';

type DisputeList = Awaited<ReturnType<ApiClient['overview']['disputes']>>;
type DisputeRow = DisputeList['rows'][number];
type DisputeView = DisputeList['counts'][number]['show'];

export function DisputesTab(props: {
  readonly show: DisputeView;
  readonly onShow: (show: DisputeView) => void;
}) {
  const { show, onShow } = props;
  const api = useApi();
  const list = useText(followUpText);
  const words = useText(agreementsText);
  const language = useLanguage();
  const [closing, setClosing] = useState<DisputeRow | null>(null);
  const [answering, setAnswering] = useState<number | null>(null);
  const rows = useWindows((part) =>
    api.query.overview.disputes.queryOptions({ input: { show, ...part } }),
  );
  const reopen = useCommand((call) => call.actions.reopenDispute, {
    said: () => words.disputes.reopened,
  });
  const columns = useColumns(show);
  // What an ended dispute tells first is not what an open one does.
  const id = isOpenView(show) ? 'disputes' : 'disputes_ended';
  const menu = (row: DisputeRow): MenuEntry[] =>
    row.outcome === null
      ? [
          { label: words.disputes.close, run: () => setClosing(row) },
          { label: words.letters.dispute, run: () => setAnswering(row.disputeId) },
        ]
      : [
          {
            label: words.disputes.reopen,
            run: () => void reopen.run({ disputeId: row.disputeId }),
          },
        ];
  return (
    <div className={styles.list}>
      <FollowUpList
        key={id}
        id={id}
        label={list.tabs.disputes}
        columns={columns}
        list={rows}
        rowKey={(row) => row.disputeId}
        workbook={{ list: 'disputes', input: { show } }}
        empty={list.empty.disputes}
        totals={{
          [show === 'credit_awaited' ? 'awaited' : 'amount']: (
            <Amount cents={rows.head?.totalCents ?? 0} />
          ),
        }}
        otherTotals={rows.head?.otherTotals}
        filters={(rows.head?.counts ?? []).map((one) => (
          <FilterChip
            key={one.show}
            label={words.disputes.shows[one.show] ?? one.show}
            note={formatCount(one.count, { language })}
            isOn={show === one.show}
            onToggle={() => onShow(one.show)}
          />
        ))}
        menu={menu}
      />
      <SolvedTimes times={rows.head?.times ?? []} />
      {closing !== null && (
        <CloseDisputeDialog dispute={closing} said={list.closed} onClose={() => setClosing(null)} />
      )}
      {answering !== null && (
        <LetterDialog
          subject={{ about: 'dispute', sourceId: answering }}
          onClose={() => setAnswering(null)}
        />
      )}
    </div>
  );
}

/** How long the disputes of each reason took: the forecast waits as long. */
function SolvedTimes({ times }: { readonly times: DisputeList['times'] }) {
  const words = useText(agreementsText).disputes;
  const { reasons } = useText(followUpText);
  const language = useLanguage();
  if (times.length === 0) return null;
  const count = (value: number) => formatCount(Math.round(value), { language });
  const parts = times.map((one) =>
    words.time(reasons[one.reason] ?? one.reason, count(one.medianDays), count(one.count)),
  );
  return <p className={styles.quiet}>{words.times(parts.join(' · '))}</p>;
}

function isOpenView(show: DisputeView): boolean {
  return show === 'open' || show === 'to_answer' || show === 'asleep';
}

function useColumns(show: DisputeView): readonly Column<DisputeRow>[] {
  const words = useText(followUpText);
  const { disputes } = useText(agreementsText);
  return useMemo<readonly Column<DisputeRow>[]>(() => {
    const isOpen = isOpenView(show);
    const ended: readonly Column<DisputeRow>[] = [
      textColumn('ended', disputes.outcome, (row) => disputes.outcomes[row.outcome ?? ''] ?? '', {
        width: 140,
      }),
      textColumn('answer', disputes.answer, (row) => row.answer, { width: 160, grow: 2 }),
    ];
    const awaited = amountColumn<DisputeRow>(
      'awaited',
      disputes.awaited,
      (row) => row.awaitedCents,
      inCurrency,
    );
    return [
      isOpen
        ? {
            ...dayColumn('answerBy', words.answerBy, (row: DisputeRow) => row.answerBy),
            width: 124,
          }
        : dayColumn('closedOn', words.day, (row: DisputeRow) => row.closedOn),
      ...nameColumns<DisputeRow>(words),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      ...(show === 'credit_awaited' ? [awaited] : []),
      textColumn('reason', words.reason, (row) => words.reasons[row.reason] ?? row.reason, {
        width: 110,
      }),
      {
        ...textColumn<DisputeRow>('owner', words.owner, (row) => row.owner, { width: 120 }),
        isHiddenAtFirst: !isOpen,
      },
      textColumn('documents', words.documents, (row) => row.documentNumbers.join(', '), {
        width: 116,
      }),
      ...(isOpen ? [] : ended),
      {
        ...textColumn<DisputeRow>('comment', words.comment, (row) => row.comment, {
          width: 160,
          grow: 3,
        }),
        isHiddenAtFirst: !isOpen,
      },
      {
        ...dayColumn('openedOn', words.openedOn, (row: DisputeRow) => row.openedOn),
        isHiddenAtFirst: true,
      },
    ];
  }, [words, disputes, show]);
}
