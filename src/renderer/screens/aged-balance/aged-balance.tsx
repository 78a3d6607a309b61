/**
 * The aged balance (balance âgée): who owes what since when, held against the ledger. Every figure
 * opens the items it is made of, over the list.
 */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { ColumnName } from '../../parts/data-table/table-types.ts';
import { NotOnPaper } from '../../parts/paper.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import styles from './aged-balance.module.css';
import { type OpenFigure, useAgedColumns } from './aged-columns.tsx';
import { AgedFilters } from './aged-filters.tsx';
import { questionOf, useAgedSearch } from './aged-question.ts';
import { BalanceTable } from './balance-table.tsx';
import { ControlLine } from './control-line.tsx';
import { ItemsPanel } from './items-panel.tsx';
import { PaperBalance, usePaperBalance } from './paper-balance.tsx';

const FIRST_SORT = { column: 'balance', isDescending: true };
/** Only the code is hidden at first; the columns of ages are known once the core has answered. */
const HIDDEN_AT_FIRST: readonly ColumnName[] = [{ id: 'code', label: '', isHiddenAtFirst: true }];

export default function AgedBalanceScreen() {
  const api = useApi();
  const words = useText(agedBalanceText);
  const [search, setSearch] = useAgedSearch();
  const state = useTableState('aged-balance', HIDDEN_AT_FIRST, FIRST_SORT);
  const question = questionOf(search, state);
  const list = useWindows((part) =>
    api.query.overview.agedBalance.queryOptions({ input: { ...question, ...part } }),
  );
  const open = useCallback<OpenFigure>((bucket, row) => setSearch({ bucket, row }), [setSearch]);
  const columns = useAgedColumns(search, list.head, open);
  const workbook = useWorkbook();
  const paper = usePaperBalance(question);
  const { bucket } = search;
  const today = useToday();
  const title = `${words.title} ${words.asOf(formatDate(search.asOf ?? today)).toLowerCase()}`;
  return (
    <>
      <Screen
        title={words.title}
        isFixed
        filters={<AgedFilters search={search} onChange={setSearch} />}
        action={
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
              isExporting={workbook.isRunning}
              onExport={(names) =>
                void workbook.make({
                  list: 'aged_balance',
                  input: question,
                  title,
                  columns: [...names],
                })
              }
            />
          </div>
        }
      >
        {list.head !== null && <ControlLine answer={list.head} isNarrowed={search.text !== ''} />}
        <NotOnPaper when={paper.whole !== null}>
          <BalanceTable
            list={list}
            columns={columns}
            state={state}
            search={search}
            question={question}
            open={open}
            onClear={() => setSearch({ text: '' })}
          />
        </NotOnPaper>
        {paper.whole !== null && <PaperBalance whole={paper.whole} search={search} />}
      </Screen>
      {bucket !== null && (
        <ItemsPanel
          search={{ ...search, bucket }}
          onClose={() => setSearch({ bucket: null, row: null })}
        />
      )}
    </>
  );
}
