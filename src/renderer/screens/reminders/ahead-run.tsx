/** What would leave in the days to come if nobody paid: by week and step, and who is reached. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { goLiveText } from '../../../shared/text/screens/go-live.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column, RowGroup } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

type DryRun = Awaited<ReturnType<ApiClient['dunning']['dryRun']>>;
type StepRow = DryRun['weeks'][number]['steps'][number] & { readonly week: string };
type Contacted = DryRun['contacted'][number];

/** The coming days, everybody under one scenario or each under his own. */
export function AheadRun({ days, scenarioKey }: AheadQuestion) {
  const api = useApi();
  const run = useQuery(api.query.dunning.dryRun.queryOptions({ input: { days, scenarioKey } }));
  if (run.data !== undefined) return <Answer run={run.data} />;
  if (run.isError) {
    return <ErrorState failure={failureOf(run.error)} onRetry={() => void run.refetch()} />;
  }
  return <Skeleton lines={10} height={18} />;
}

interface AheadQuestion {
  readonly days: number;
  readonly scenarioKey: string | null;
}

function Answer({ run }: { readonly run: DryRun }) {
  const words = useText(goLiveText);
  const { count } = useWritten();
  if (run.messageCount === 0) return <EmptyState sentence={words.dryRunEmpty} />;
  return (
    <>
      <FigureLine>
        <Figure label={words.runMessages} value={count(run.messageCount)} />
        <Figure label={words.runPayers} value={count(run.payerCount)} />
        <Figure label={words.runAmount} value={<Amount cents={run.amountCents} />} />
      </FigureLine>
      <div className={styles.halves}>
        <section className={styles.half} aria-label={words.runSteps}>
          <h2 className={styles.railTitle}>{words.runSteps}</h2>
          <StepTable run={run} />
        </section>
        <section className={styles.half} aria-label={words.runContacted}>
          <h2 className={styles.railTitle}>{words.runContacted}</h2>
          <ContactedTable run={run} />
        </section>
      </div>
    </>
  );
}

function StepTable({ run }: { readonly run: DryRun }) {
  const words = useText(goLiveText);
  const labels = useText(remindersText);
  const language = useLanguage();
  const { count } = useWritten();
  const rows = useMemo<StepRow[]>(
    () =>
      run.weeks.flatMap(({ weekStart, steps }) =>
        steps.toSorted((a, b) => b.count - a.count).map((step) => ({ ...step, week: weekStart })),
      ),
    [run],
  );
  const columns = useMemo<readonly Column<StepRow>[]>(
    () => [
      { id: 'step', label: labels.step, width: 150, grow: 2, cell: (row) => row.stepLabel },
      {
        id: 'scenario',
        label: labels.scenario,
        width: 130,
        grow: 1,
        cell: (row) => row.scenarioName,
      },
      {
        id: 'channel',
        label: labels.channel,
        width: 110,
        cell: (row) => scenarioText[language].channels[row.channel],
      },
      { id: 'count', label: words.count, width: 72, align: 'end', cell: (row) => count(row.count) },
      {
        id: 'amount',
        label: labels.amount,
        width: 118,
        align: 'end',
        cell: (row) => <Amount cents={row.amountCents} />,
      },
    ],
    [words, labels, language, count],
  );
  const groups = run.weeks.map(({ weekStart, steps }): RowGroup => {
    const sum = (of: (step: (typeof steps)[number]) => number) =>
      steps.reduce((total, step) => total + of(step), 0);
    return {
      key: weekStart,
      label: words.weekOf(formatDate(weekStart)),
      count: steps.length,
      cells: {
        count: count(sum((step) => step.count)),
        amount: <Amount cents={sum((step) => step.amountCents)} />,
      },
    };
  });
  return (
    <DataTable
      id="dry-run-steps"
      label={words.runSteps}
      columns={columns}
      rows={useLocalRows(rows)}
      state={useTableState('dry-run-steps', columns)}
      rowKey={(row) => `${row.week} ${row.scenarioKey} ${row.stepLabel} ${row.channel}`}
      groups={groups}
      hasKeys={false}
      question={String(run.to)}
    />
  );
}

function ContactedTable({ run }: { readonly run: DryRun }) {
  const words = useText(goLiveText);
  const labels = useText(remindersText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const { count } = useWritten();
  const columns = useMemo<readonly Column<Contacted>[]>(
    () => [
      { id: 'name', label: labels.customer, width: 120, grow: 2, cell: (row) => row.name },
      {
        id: 'messages',
        label: words.runMessages,
        width: 84,
        align: 'end',
        cell: (row) => count(row.messageCount),
      },
      {
        id: 'firstOn',
        label: words.firstOn,
        width: 100,
        cell: (row) => <DateText date={row.firstOn} />,
      },
      {
        id: 'level',
        label: words.lastLevel,
        width: 100,
        grow: 1,
        cell: (row) =>
          row.lastSeverity === null ? '–' : scenarioText[language].severities[row.lastSeverity],
      },
    ],
    [words, labels, language, count],
  );
  return (
    <DataTable
      id="dry-run-contacted"
      label={words.runContacted}
      columns={columns}
      rows={useLocalRows(run.contacted)}
      state={useTableState('dry-run-contacted', columns)}
      rowKey={(row) => row.payerId}
      onOpen={(row) => openCustomer(row.payerId)}
      question={String(run.to)}
    />
  );
}
