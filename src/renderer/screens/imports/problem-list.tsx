/**
 * The lines of a file that could not be read, or were read with a doubt: by reason, with line,
 * column and value, and as a workbook to hand over.
 */
import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { problemSentence } from '../../../shared/text/problems.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './imports.module.css';
import { useCount } from './use-count.ts';

type Problem = Awaited<ReturnType<ApiClient['imports']['problems']>>['rows'][number];

const HEIGHT = 300;

export interface ProblemsOf {
  readonly stagingId: string | null;
  readonly importId: number | null;
}

export function ProblemList(props: {
  readonly of: ProblemsOf;
  readonly fileName: string;
  readonly byCode?: readonly { readonly code: string; readonly count: number }[];
}) {
  const { of, fileName, byCode = [] } = props;
  const api = useApi();
  const words = useText(importsText);
  const [code, setCode] = useState<string | null>(null);
  const list = useWindows((part) =>
    api.query.imports.problems.queryOptions({ input: { ...of, code, ...part } }),
  );
  const columns = useProblemColumns();
  const state = useTableState('import-problems', columns);
  if (list.total === 0 && code === null) {
    return <p className={styles.quiet}>{words.problemsNone}</p>;
  }
  return (
    <>
      <div className={styles.bar} data-print="never">
        {byCode.length > 1 && <Codes byCode={byCode} code={code} onChange={setCode} />}
        <span className={styles.space} />
        <ExcelButton of={of} title={`${words.problems} · ${fileName}`} />
      </div>
      <DataTable
        id="import-problems"
        label={words.problems}
        columns={columns}
        rows={list}
        state={state}
        question={code ?? ''}
        rowKey={(row) => `${row.lineNumber}|${row.columnName}|${row.code}|${row.value}`}
        height={HEIGHT}
        hasKeys={false}
      />
    </>
  );
}

function ExcelButton({ of, title }: { readonly of: ProblemsOf; readonly title: string }) {
  const words = useText(partsText);
  const book = useWorkbook();
  const make = () =>
    void book.make({ list: 'import_problems', input: { ...of }, title, columns: null });
  return (
    <Button
      leftSection={<IconTableExport size={15} stroke={1.6} />}
      loading={book.isRunning}
      onClick={make}
    >
      {words.excel}
    </Button>
  );
}

function Codes(props: {
  readonly byCode: readonly { readonly code: string; readonly count: number }[];
  readonly code: string | null;
  readonly onChange: (code: string | null) => void;
}) {
  const { byCode, code, onChange } = props;
  const words = useText(importsText);
  const language = useLanguage();
  const count = useCount();
  const short = (one: string) =>
    problemSentence({ code: one, value: '…', columnName: '…' }, language).split(/[.:]/)[0] ?? one;
  return (
    <>
      <FilterChip label={words.allProblems} isOn={code === null} onToggle={() => onChange(null)} />
      {byCode.map((one) => (
        <FilterChip
          key={one.code}
          label={`${short(one.code)} (${count(one.count)})`}
          isOn={code === one.code}
          onToggle={() => onChange(code === one.code ? null : one.code)}
        />
      ))}
    </>
  );
}

function useProblemColumns(): readonly Column<Problem>[] {
  const words = useText(importsText);
  const language = useLanguage();
  const count = useCount();
  return useMemo(
    () => [
      {
        id: 'lineNumber',
        label: words.line,
        width: 76,
        align: 'end',
        // What is said of the whole file stands in none of its lines.
        cell: (row) => (row.lineNumber === 0 ? '' : count(row.lineNumber)),
      },
      {
        id: 'columnName',
        label: words.columnName,
        width: 120,
        cell: (row) => row.columnName ?? '',
      },
      { id: 'value', label: words.value, width: 150, cell: (row) => row.value },
      {
        id: 'problem',
        label: words.problem,
        width: 260,
        grow: 1,
        cell: (row) => {
          const sentence = problemSentence(row, language);
          return <span title={sentence}>{sentence}</span>;
        },
      },
      {
        id: 'severity',
        label: words.outcome,
        width: 92,
        cell: (row) => (
          <Badge tone={row.severity === 'error' ? 'danger' : 'amber'}>
            {words.severities[row.severity]}
          </Badge>
        ),
      },
    ],
    [words, language, count],
  );
}
