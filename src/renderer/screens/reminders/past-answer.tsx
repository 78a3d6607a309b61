/** What a replay came to: figures, steps by week, channels, and who would have been contacted. */
import { useMemo } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { replayText } from '../../../shared/text/screens/replay.ts';
import type { ApiClient } from '../../api/client.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { Assumptions } from './assumptions.tsx';
import styles from './reminders.module.css';
import own from './replay.module.css';
import { ReplayTable } from './replay-table.tsx';
import { useWritten } from './use-written.ts';

type Replayed = Awaited<ReturnType<ApiClient['dunning']['replayed']>>;
type WeekRow = Replayed['weeks'][number];
type Contacted = Replayed['contacted'][number];

interface AnswerProps {
  readonly jobId: string;
  readonly replayed: Replayed;
}

export function PastAnswer({ jobId, replayed }: AnswerProps) {
  const words = useText(replayText);
  const from = formatDate(replayed.from);
  const to = formatDate(replayed.to);
  const isEmpty = replayed.contacted.length === 0;
  return (
    <>
      <Heading replayed={replayed} />
      {isEmpty ? (
        <EmptyState sentence={words.empty(from, to)} />
      ) : (
        <>
          <Figures replayed={replayed} />
          <div className={own.halves}>
            <Weeks jobId={jobId} replayed={replayed} />
            <Customers jobId={jobId} replayed={replayed} />
          </div>
        </>
      )}
    </>
  );
}

/** Period and scenario, where the books begin too late, and what all of it supposes. */
function Heading({ replayed }: Pick<AnswerProps, 'replayed'>) {
  const { from, to, scenarioName, booksFrom } = replayed;
  const words = useText(replayText);
  const isShort = booksFrom !== null && booksFrom > from;
  return (
    <div className={own.replayHead}>
      <p className={styles.quiet}>
        {words.period(formatDate(from), formatDate(to), scenarioName ?? words.asToday)}
        {isShort && ` · ${words.booksFrom(formatDate(booksFrom))}`}
      </p>
      <details className={own.asIf}>
        <summary>{words.asIf}</summary>
        <Assumptions from={formatDate(from)} />
      </details>
    </div>
  );
}

function Figures({ replayed }: Pick<AnswerProps, 'replayed'>) {
  const words = useText(replayText);
  const language = useLanguage();
  const { count, named } = useWritten();
  const { channels, crossedDays, formalCount, formalPaidCount } = replayed;
  return (
    <FigureLine>
      <Figure
        label={words.messages}
        value={count(replayed.messageCount)}
        note={channels
          .filter(({ channel }) => channel !== 'call' && channel !== 'none')
          .map((one) => `${scenarioText[language].channels[one.channel]} ${count(one.count)}`)
          .join(' · ')}
      />
      <Figure label={words.tasks} value={count(replayed.taskCount)} />
      <Figure label={words.payers} value={count(replayed.contacted.length)} />
      <Figure
        label={words.crossed}
        value={count(replayed.crossedCount)}
        note={words.crossedNote(count(crossedDays))}
      />
      <Figure
        label={words.formal}
        value={count(formalCount)}
        {...(formalPaidCount > 0 && { note: named(formalPaidCount, words.formalNote) })}
      />
    </FigureLine>
  );
}

function Weeks({ jobId, replayed }: AnswerProps) {
  const words = useText(replayText);
  const { count } = useWritten();
  const { steps, weeks } = replayed;
  const columns = useMemo<readonly Column<WeekRow>[]>(
    () => [
      {
        id: 'week',
        label: words.week,
        width: 98,
        grow: 1,
        isFixed: true,
        cell: (row) => <DateText date={row.weekStart} />,
      },
      ...steps.map(
        ({ label }, at): Column<WeekRow> => ({
          id: `step${at}`,
          label,
          width: widthOf(label),
          align: 'end',
          cell: (row) => (row.counts[at] === 0 ? '' : count(row.counts[at] ?? 0)),
        }),
      ),
      {
        id: 'total',
        label: words.total,
        width: 56,
        align: 'end',
        cell: (row) => (row.count === 0 ? '–' : count(row.count)),
      },
    ],
    [words, steps, count],
  );
  const total = steps.reduce((sum, step) => sum + step.count, 0);
  return (
    <ReplayTable
      id="replay-weeks"
      label={words.byWeek}
      list="replay_weeks"
      title={words.weeksTitle}
      jobId={jobId}
      columns={columns}
      rows={weeks}
      rowKey={(row) => row.weekStart}
      totals={{
        week: words.total,
        ...Object.fromEntries(steps.map((step, at) => [`step${at}`, count(step.count)])),
        total: count(total),
      }}
    />
  );
}

/** Room for the name of a step, which is short or « Mise en demeure ». */
function widthOf(label: string): number {
  return Math.max(76, 16 + label.length * 7);
}

function Customers({ jobId, replayed }: AnswerProps) {
  const words = useText(replayText);
  const labels = useText(remindersText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const { count } = useWritten();
  const columns = useMemo<readonly Column<Contacted>[]>(
    () => [
      { id: 'name', label: labels.customer, width: 122, grow: 2, cell: (row) => row.name },
      {
        id: 'messages',
        label: words.messages,
        width: 76,
        align: 'end',
        cell: (row) => count(row.messageCount),
      },
      {
        id: 'level',
        label: words.level,
        width: 130,
        cell: (row) =>
          row.severity === null ? '–' : scenarioText[language].severities[row.severity],
      },
      {
        id: 'lastOn',
        label: words.lastOn,
        width: 98,
        cell: (row) => <DateText date={row.lastOn} />,
      },
    ],
    [words, labels, language, count],
  );
  return (
    <ReplayTable
      id="replay-contacted"
      label={words.contacted}
      list="replay"
      title={words.contactedTitle}
      jobId={jobId}
      columns={columns}
      rows={replayed.contacted}
      rowKey={(row) => row.payerId}
      onOpen={(row) => openCustomer(row.payerId)}
      menu={(row) => [{ label: words.openCustomer, run: () => openCustomer(row.payerId) }]}
    />
  );
}
