/** The drop zone and every file imported so far, the latest first. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { writeDayOf, writeMoment } from '../../parts/written-moment.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportPanel } from './import-panel.tsx';
import { type ImportRow, periodOf } from './import-row.ts';
import styles from './imports.module.css';
import { useImportsSearch } from './imports-search.ts';
import { useCount } from './use-count.ts';
import { useIntake } from './use-intake.ts';
import { WaitingFiles } from './watched/waiting-files.tsx';

export function FilesTab() {
  const api = useApi();
  const words = useText(importsText);
  const intake = useIntake();
  const [{ open }, setSearch] = useImportsSearch();
  const history = useQuery(api.query.imports.history.queryOptions());
  const failure = history.isError ? failureOf(history.error) : null;
  const rows = useLocalRows(history.data, failure, () => void history.refetch());
  const columns = useHistoryColumns();
  const state = useTableState('imports', columns);
  const opened = history.data?.find((row) => row.importId === open);
  return (
    <div className={styles.fill}>
      <DropZone intake={intake} />
      <WaitingFiles />
      <h2 className={styles.heading}>{words.history}</h2>
      <DataTable
        id="imports"
        label={words.history}
        columns={columns}
        rows={rows}
        state={state}
        rowKey={(row) => row.importId}
        onOpen={(row) => setSearch({ open: row.importId })}
        isDimmed={(row) => row.undoneAt !== null}
        empty={<EmptyState sentence={words.historyEmpty} />}
      />
      {opened !== undefined && (
        <ImportPanel row={opened} onClose={() => setSearch({ open: null })} />
      )}
    </div>
  );
}

function useHistoryColumns(): readonly Column<ImportRow>[] {
  const words = useText(importsText);
  const count = useCount();
  return useMemo(() => {
    const figure = (id: string, label: string, cell: Column<ImportRow>['cell'], width: number) =>
      ({ id, label, cell, width, align: 'end' }) as const;
    const plain = (id: string, label: string, cell: Column<ImportRow>['cell'], width: number) => ({
      id,
      label,
      cell,
      width,
    });
    return [
      plain('importedAt', words.importedAt, (row) => writeMoment(row.importedAt), 136),
      { ...plain('fileName', words.file, (row) => row.fileName, 178), grow: 2, isFixed: true },
      { ...plain('reader', words.meaning, (row) => words.readers[row.reader] ?? row.reader, 142) },
      plain('period', words.period, periodOf, 196),
      {
        ...plain('statedOn', words.statedOn, (row) => <DateText date={row.statedOnDate} />, 94),
        isHiddenAtFirst: true,
      },
      figure('lines', words.lines, (row) => count(row.lineCount), 62),
      figure(
        'rejected',
        words.rejected,
        (row) =>
          row.rejectedCount === 0 ? (
            '–'
          ) : (
            <span className={styles.danger}>{count(row.rejectedCount)}</span>
          ),
        68,
      ),
      figure('debit', words.debit, (row) => <Amount cents={row.debitCents} />, 126),
      {
        ...figure('credit', words.credit, (row) => <Amount cents={row.creditCents} />, 128),
        isHiddenAtFirst: true,
      },
      plain(
        'state',
        words.state,
        (row) =>
          row.undoneAt === null ? (
            <Badge tone="green">{words.live}</Badge>
          ) : (
            <Badge>{words.undone(writeDayOf(row.undoneAt))}</Badge>
          ),
        130,
      ),
    ];
  }, [words, count]);
}
