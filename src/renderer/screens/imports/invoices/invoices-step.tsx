/**
 * Files of invoices that were read: what each enriches, or why it does not. What everything speaks
 * for is ticked; what a person must judge is not. Nothing is written until the button.
 */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  type InvoiceFileRow,
  type InvoiceFilesPreview,
  invoiceFileStates,
} from '../../../../shared/contract/einvoices.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { invoiceFilesWords } from '../../../../shared/text/screens/invoice-files.ts';
import { DataTable } from '../../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../../parts/data-table/local-rows.ts';
import { useTableState } from '../../../parts/data-table/table-state.ts';
import type { RowKey } from '../../../parts/data-table/table-types.ts';
import { FilterChip } from '../../../parts/filters.tsx';
import { useText } from '../../../parts/reader.tsx';
import { Screen } from '../../../parts/screen.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import { JobStep } from '../assistant/job-step.tsx';
import { StepLine } from '../assistant/step-line.tsx';
import styles from '../imports.module.css';
import { NO_FILE, useImportsSearch } from '../imports-search.ts';
import { useCount } from '../use-count.ts';
import { saidOf, useInvoiceColumns } from './invoice-columns.tsx';
import { useCommitInvoices } from './use-commit-invoices.ts';

export function InvoicesStep({ jobId }: { readonly jobId: string }) {
  const words = useText(invoiceFilesWords);
  const [, setSearch] = useImportsSearch();
  const leave = () => setSearch({ ...NO_FILE });
  return (
    <JobStep jobId={jobId} title={words.reading} onBack={null} onLeave={leave}>
      {(job) => (
        <Preview
          preview={job.result as InvoiceFilesPreview}
          subject={job.subject}
          onLeave={leave}
        />
      )}
    </JobStep>
  );
}

type State = InvoiceFileRow['state'];

const MAY_GO_IN: readonly State[] = ['ready', 'possible'];

function Preview(props: {
  readonly preview: InvoiceFilesPreview;
  readonly subject: string;
  readonly onLeave: () => void;
}) {
  const { preview, subject, onLeave } = props;
  const common = useText(importsText);
  const words = useText(invoiceFilesWords);
  const count = useCount();
  const [shown, setShown] = useState<State | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<RowKey>>(
    () => new Set(preview.rows.flatMap((row) => (row.state === 'ready' ? [row.fileSha256] : []))),
  );
  const chosen = preview.rows.filter(
    (row) => MAY_GO_IN.includes(row.state) && ticked.has(row.fileSha256),
  );
  const commit = useCommitInvoices(onLeave);
  return (
    <Screen
      title={common.title}
      isFixed
      filters={<StepLine fileName={subject} step="changes" isTable={false} />}
      action={
        <>
          <Button onClick={onLeave}>{common.give}</Button>
          <Button
            variant="filled"
            disabled={chosen.length === 0}
            loading={commit.isRunning}
            onClick={() =>
              void commit.run(
                preview.uploadIds,
                chosen.map((row) => row.fileSha256),
              )
            }
          >
            {chosen.length === 0 ? words.commitNone : words.commit(count(chosen.length))}
          </Button>
        </>
      }
    >
      <div className={styles.fill}>
        <p className={styles.quiet}>{preview.isCut ? words.cut : words.note}</p>
        <States rows={preview.rows} shown={shown} onShow={setShown} />
        <Files rows={preview.rows} shown={shown} ticked={ticked} onTick={setTicked} />
      </div>
    </Screen>
  );
}

/** One chip a state there is; one at a time. */
function States(props: {
  readonly rows: readonly InvoiceFileRow[];
  readonly shown: State | null;
  readonly onShow: (state: State | null) => void;
}) {
  const { rows, shown, onShow } = props;
  const words = useText(invoiceFilesWords);
  const count = useCount();
  const sizes = invoiceFileStates
    .map((state) => ({ state, size: rows.filter((row) => row.state === state).length }))
    .filter(({ size }) => size > 0);
  if (sizes.length < 2) return null;
  return (
    <div className={styles.row} data-print="never">
      <FilterChip
        label={`${words.all} (${count(rows.length)})`}
        isOn={shown === null}
        onToggle={() => onShow(null)}
      />
      {sizes.map(({ state, size }) => (
        <FilterChip
          key={state}
          label={`${words.states[state]} (${count(size)})`}
          isOn={shown === state}
          onToggle={() => onShow(shown === state ? null : state)}
        />
      ))}
    </div>
  );
}

function Files(props: {
  readonly rows: readonly InvoiceFileRow[];
  readonly shown: State | null;
  readonly ticked: ReadonlySet<RowKey>;
  readonly onTick: (ticked: ReadonlySet<RowKey>) => void;
}) {
  const { shown, ticked, onTick } = props;
  const words = useText(invoiceFilesWords);
  const columns = useInvoiceColumns();
  const state = useTableState('invoice-files', columns);
  const kept = useMemo(
    () => props.rows.filter((row) => shown === null || row.state === shown),
    [props.rows, shown],
  );
  const rows = useLocalRows(kept);
  const [active, setActive] = useState<InvoiceFileRow | null>(null);
  return (
    <>
      <DataTable
        id="invoice-files"
        label={words.list}
        columns={columns}
        rows={rows}
        state={state}
        question={shown ?? ''}
        rowKey={(row) => row.fileSha256}
        ticked={ticked}
        onTick={onTick}
        onActive={setActive}
        isDimmed={(row) => !MAY_GO_IN.includes(row.state)}
        empty={<EmptyState sentence={words.empty} />}
      />
      {active !== null && <Whole row={active} />}
    </>
  );
}

/** What is said of the file one stands on, in full: a line of the list shows its beginning. */
function Whole({ row }: { readonly row: InvoiceFileRow }) {
  const words = useText(invoiceFilesWords);
  return (
    <div className={styles.whole} aria-live="polite">
      <strong>{row.fileName}</strong>
      {saidOf(row, words).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </div>
  );
}
