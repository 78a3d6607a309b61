/**
 * The cross-table (tableau croisé): one measure by two dimensions, as of any day. Every figure
 * opens what it is made of; Enter opens the row, Shift+F10 each of its figures.
 */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { crossText } from '../../../shared/text/screens/cross.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { usePaper } from '../../commands/use-paper.ts';
import { useSavedViews } from '../../commands/use-saved-views.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { crossSearch } from '../../frame/addresses.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { type TableState, useTableState } from '../../parts/data-table/table-state.ts';
import type { Column, ColumnName } from '../../parts/data-table/table-types.ts';
import { NotOnPaper } from '../../parts/paper.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import styles from './cross/cross.module.css';
import { useCrossColumns } from './cross/cross-columns.tsx';
import { NarrowChoice, ShapeChoice } from './cross/cross-filters.tsx';
import { CrossPanel } from './cross/cross-panel.tsx';
import { CrossPaper } from './cross/cross-paper.tsx';
import { CrossSaid } from './cross/cross-said.tsx';
import {
  type CrossAnswer,
  type CrossRow,
  type CrossSearch,
  type OpenFigureOf,
  questionOf,
  useCrossSearch,
} from './cross/cross-search.ts';
import { CrossTableOf } from './cross/cross-table-of.tsx';

const FIRST_SORT = { column: 'total', isDescending: true };
/** Only the code is hidden at first; the other columns are known once the core has answered. */
const HIDDEN_AT_FIRST: readonly ColumnName[] = [{ id: 'code', label: '', isHiddenAtFirst: true }];
const NO_FILTER: CrossAnswer['filters'] = [];

export default function CrossTab() {
  const api = useApi();
  const words = useText(crossText);
  const [search, setSearch] = useCrossSearch();
  const state = useTableState('cross', HIDDEN_AT_FIRST, FIRST_SORT);
  const question = questionOf(search, state);
  const list = useWindows((part) =>
    api.query.cross.table.queryOptions({ input: { ...question, ...part } }),
  );
  const open = useCallback<OpenFigureOf>(
    (row, column) => setSearch({ figure: { row, column } }),
    [setSearch],
  );
  const columns = useCrossColumns(search, list.head, open);
  const paper = usePaper<CrossAnswer>({
    asked: JSON.stringify(question),
    read: (part) => api.call.cross.table({ ...question, ...part }),
    failed: words.printFailed,
  });
  const { figure } = search;
  return (
    <div className={styles.tab}>
      <div className={styles.bar} data-print="never">
        <div className={styles.choices}>
          <ShapeChoice search={search} onChange={setSearch} />
        </div>
        <Tools {...{ search, setSearch, state, columns, question, paper }} />
      </div>
      <div className={styles.narrow} data-print="never">
        <NarrowChoice
          search={search}
          onChange={setSearch}
          filters={list.head?.filters ?? NO_FILTER}
        />
      </div>
      <CrossSaid search={search} answer={list.head} />
      <NotOnPaper when={paper.whole !== null}>
        <CrossTableOf {...{ list, columns, state, search, question, open }} onChange={setSearch} />
      </NotOnPaper>
      {paper.whole !== null && <CrossPaper whole={paper.whole} search={search} />}
      {figure !== null && (
        <CrossPanel
          search={search}
          question={question}
          figure={figure}
          answer={list.head}
          row={list.head?.rows.find(({ key }) => key === figure.row)}
          onClose={() => setSearch({ figure: null })}
        />
      )}
    </div>
  );
}

/** Print, saved views, columns, Excel. */
function Tools(props: {
  readonly search: CrossSearch;
  readonly setSearch: (patch: Partial<CrossSearch>) => void;
  readonly state: TableState;
  readonly columns: readonly Column<CrossRow>[];
  readonly question: ReturnType<typeof questionOf>;
  readonly paper: { readonly isReading: boolean; readonly print: () => Promise<void> };
}) {
  const { search, setSearch, state, columns, question, paper } = props;
  const words = useText(crossText);
  const workbook = useWorkbook();
  const today = useToday();
  const views = useSavedViews('cross', { search, table: state.value }, (saved) => {
    const { search: kept, table } = (saved ?? {}) as Record<string, unknown>;
    setSearch(crossSearch.parse(kept ?? {}));
    state.apply(table);
  });
  const shape = `${words.dimensions[search.rows]} × ${words.dimensions[search.columns]}`;
  const day = words.asOf(formatDate(search.asOf ?? today)).toLowerCase();
  const title = `${words.measures[search.measure]} ${shape} ${day}`;
  return (
    <div className={styles.tools}>
      <Button
        leftSection={<IconPrinter size={15} stroke={1.6} />}
        loading={paper.isReading}
        onClick={() => void paper.print()}
      >
        {words.print}
      </Button>
      <TableTools
        columns={columns}
        state={state}
        views={views}
        isExporting={workbook.isRunning}
        onExport={(names) =>
          void workbook.make({ list: 'cross_table', input: question, title, columns: [...names] })
        }
      />
    </div>
  );
}
