/** What comes, rep by rep: told by mail or by hand before it does. */
import { Button } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RepItem } from '../../../shared/contract/calls.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import { dayColumn, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';
import styles from './calls.module.css';
import { copyText } from './short-message-dialog.tsx';

type Rep = Awaited<ReturnType<ApiClient['calls']['repNotices']>>['reps'][number];

export function RepsTab(props: {
  readonly chosen: string | null;
  readonly onChoose: (repCode: string | null) => void;
}) {
  const { chosen, onChoose } = props;
  const api = useApi();
  const all = useText(callsScreenText);
  const words = all.reps;
  const list = useWindows((part) =>
    api.query.calls.repNotices.queryOptions({ input: { repCode: chosen, ...part } }),
  );
  const columns = useRepColumns();
  const reps = list.head?.reps ?? [];
  const rep = reps.find(({ repCode }) => repCode === chosen);
  return (
    <div className={styles.list}>
      {rep !== undefined && <TellRep key={rep.repCode} rep={rep} onTold={() => onChoose(null)} />}
      <FollowUpList
        id="rep-notices"
        label={all.tabs.reps}
        columns={columns}
        list={list}
        rowKey={(row) => row.rowKey}
        workbook={{ list: 'rep_notices', input: { repCode: chosen } }}
        empty={words.empty}
        totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
        otherTotals={list.head?.otherTotals}
        filters={
          reps.length === 0 ? undefined : (
            <>
              <FilterChip
                label={words.all}
                isOn={rep === undefined}
                onToggle={() => onChoose(null)}
              />
              {reps.map(({ repCode, name }) => (
                <FilterChip
                  key={repCode}
                  label={name}
                  isOn={repCode === chosen}
                  onToggle={() => onChoose(repCode === chosen ? null : repCode)}
                />
              ))}
            </>
          )
        }
      />
    </div>
  );
}

function useRepColumns(): readonly Column<RepItem>[] {
  const all = useText(callsScreenText);
  const words = all.reps;
  return useMemo(
    () => [
      textColumn('repCode', words.rep, (row) => row.repCode, { width: 110 }),
      {
        id: 'name',
        label: all.customer,
        width: 190,
        grow: 2,
        isFixed: true,
        cell: (row) => row.name,
      },
      textColumn('documentNumber', all.document, (row) => row.documentNumber, { width: 120 }),
      dayColumn('dueDate', all.due, (row) => row.dueDate),
      {
        id: 'amount',
        label: words.amount,
        width: 150,
        align: 'end',
        cell: (row) => (
          <Amount cents={row.amountCents} currency={row.currency} daysPastDue={row.daysPastDue} />
        ),
      },
      textColumn('stepLabel', words.step, (row) => row.stepLabel, { width: 160, grow: 1 }),
      dayColumn('stepOn', words.stepOn, (row) => row.stepOn),
    ],
    [all, words],
  );
}

/** The list of one rep: sent, or copied and given by hand; the wait for his answer begins. */
function TellRep({ rep, onTold }: { readonly rep: Rep; readonly onTold: () => void }) {
  const words = useText(callsScreenText).reps;
  const sms = useText(callsScreenText).sms;
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const tell = useCommand((call) => call.calls.tellRep, { said: () => words.told(rep.name) });
  const count = formatCount(rep.itemCount, { language });
  const act = async (way: 'mail' | 'by_hand') => {
    if (way === 'by_hand' && !(await copyText(rep.text))) {
      showToast({ message: sms.notCopied, tone: 'danger' });
      return;
    }
    const done = await tell.run({ repCode: rep.repCode, way });
    setAsking(false);
    if (done.isDone) onTold();
  };
  const about = [
    words.chosen(rep.name, count, formatCents(rep.amountCents, { language })),
    words.answerBy(formatDate(rep.answerBy)),
    rep.lastToldOn === null ? '' : words.lastTold(formatDate(rep.lastToldOn)),
    rep.email === '' ? words.noAddress : rep.email,
  ].filter((part) => part !== '');
  return (
    <div className={styles.bar} data-print="never">
      <span className={styles.quiet}>{about.join(' · ')}</span>
      <span className={styles.space} />
      <Button
        leftSection={<IconCopy size={15} stroke={1.6} />}
        loading={tell.isRunning}
        onClick={() => void act('by_hand')}
      >
        {words.copy}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconMail size={15} stroke={1.6} />}
        disabled={rep.email === ''}
        onClick={() => setAsking(true)}
      >
        {words.mail}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.confirm(rep.name, count, rep.email)}
        verb={words.mail}
        isBusy={tell.isRunning}
        onConfirm={() => void act('mail')}
        onCancel={() => setAsking(false)}
      >
        <pre className={styles.mailText}>{rep.text}</pre>
      </ConfirmDialog>
    </div>
  );
}
