/** One list of movements, with the one under the hand beside it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReceiptTab } from '../../../shared/contract/receipts.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { receiptsSearch } from '../../frame/addresses.ts';
import { useGo, useScreenSearch } from '../../frame/navigation.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import { FilterText } from '../../parts/filters.tsx';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { AsideDialog } from './aside-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useMovementColumns } from './movement-columns.tsx';
import { MovementSide } from './movement-side.tsx';
import type { Asked, ReceiptRow } from './receipt-row.ts';
import styles from './receipts.module.css';
import { ReturnDialog } from './return-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { type Decisions, useDecisions } from './use-decisions.ts';

/** How soon proposals that are being made are asked for again. */
const MAKING_MS = 1_000;

export function MovementsTab({ tab }: { readonly tab: ReceiptTab }) {
  const words = useText(receiptsText);
  const [{ text, least }, setSearch] = useScreenSearch(receiptsSearch);
  const list = useMovements({ tab, text });
  const columns = useMovementColumns(tab);
  const state = useTableState(`receipts-${tab}`, columns);
  const book = useWorkbook();
  const decisions = useDecisions();
  const openCustomer = useOpenCustomer();
  const [activeId, setActiveId] = useState<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const active = rowOf(list, activeId);
  useMovementKeys({ tab, active, decisions, ask: setAsked });
  const label = words.tabs[tab] ?? tab;
  const makeBook = (names: readonly string[]) =>
    book.make({ list: 'receipts', input: { tab, text }, title: label, columns: [...names] });
  const confirmFirst = (row: ReceiptRow) => {
    const [first] = row.suggestions;
    if (tab === 'to_match' && first !== undefined && !decisions.isRunning) {
      decisions.confirm(row, first);
    } else if (row.customerId !== null) openCustomer(row.customerId);
  };
  const total = <Amount cents={list.head?.totalCents ?? 0} />;
  return (
    <div className={styles.tab}>
      <div className={styles.bar} data-print="never">
        <FilterText
          value={text}
          onChange={(next) => setSearch({ text: next })}
          placeholder={words.search}
          width={280}
        />
        {tab === 'to_match' && (
          <BulkBar
            counts={list.head?.bulkCounts ?? null}
            isReady={list.head?.isReady ?? true}
            least={least}
            onLeast={(next) => setSearch({ least: next })}
          />
        )}
        <span className={styles.space} />
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(names) => void makeBook(names)}
        />
      </div>
      <div className={styles.halves}>
        <div className={styles.list}>
          <DataTable
            id={`receipts-${tab}`}
            label={label}
            columns={columns}
            rows={list}
            state={state}
            rowKey={(row) => row.movementId}
            question={JSON.stringify({ tab, text })}
            onEnter={confirmFirst}
            onActive={(row) => setActiveId(row?.movementId ?? null)}
            empty={<Empty tab={tab} text={text} />}
            totals={tab === 'on_account' ? { rest: total } : { amount: total }}
          />
          <OtherTotals totals={list.head?.otherTotals ?? []} />
        </div>
        {(list.total ?? 0) > 0 && (
          <MovementSide row={active} decisions={decisions} onAsk={setAsked} />
        )}
      </div>
      {asked !== null && (
        <Dialogs asked={asked} decisions={decisions} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

/** The movements of a tab, asked again for as long as their proposals are being made. */
function useMovements(question: { readonly tab: ReceiptTab; readonly text: string }) {
  const api = useApi();
  return useWindows((part) =>
    api.query.receipts.list.queryOptions({
      input: { ...question, ...part },
      // They may have been made while this very question was on its way.
      refetchInterval: (query) => (query.state.data?.isReady === false ? MAKING_MS : false),
    }),
  );
}

/** The line of a movement as it is now, among the rows at hand. */
function rowOf(
  list: {
    readonly total: number | null;
    readonly rowAt: (index: number) => ReceiptRow | undefined;
  },
  movementId: number | null,
): ReceiptRow | null {
  for (let index = 0; index < (list.total ?? 0); index += 1) {
    const row = list.rowAt(index);
    if (row?.movementId === movementId) return row;
  }
  return null;
}

function Dialogs(props: {
  readonly asked: Asked;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}) {
  const { asked, decisions, onClose } = props;
  const { row, what } = asked;
  if (what === 'split') return <SplitDialog row={row} decisions={decisions} onClose={onClose} />;
  if (what === 'aside') return <AsideDialog row={row} decisions={decisions} onClose={onClose} />;
  return <ReturnDialog row={row} decisions={decisions} onClose={onClose} />;
}

function Empty({ tab, text }: { readonly tab: ReceiptTab; readonly text: string }) {
  const words = useText(receiptsText);
  const go = useGo();
  if (text !== '') return <EmptyState sentence={words.noMatch} />;
  return (
    <EmptyState
      sentence={words.empty[tab] ?? ''}
      {...(tab === 'to_match' && {
        action: (
          <Button variant="filled" onClick={() => go('/imports')}>
            {words.toImports}
          </Button>
        ),
      })}
    />
  );
}

const RANKS = ['1', '2', '3', '4', '5'] as const;

/** The keys of the movement one stands on; Enter is the table's own. */
function useMovementKeys(of: {
  readonly tab: ReceiptTab;
  readonly active: ReceiptRow | null;
  readonly decisions: Decisions;
  readonly ask: (asked: Asked) => void;
}): void {
  const { tab, active, decisions, ask } = of;
  const words = useText(receiptsText);
  const openCustomer = useOpenCustomer();
  const isCredit = active !== null && active.amountCents > 0;
  const customerId = active?.customerId ?? active?.suggestions[0]?.customerId ?? null;
  const [first] = active?.suggestions ?? [];
  const onFirst = () => {
    if (active === null || first === undefined) return;
    const { customerId: id, customerName: name } = first;
    void decisions.allocate(active, { customerId: id, name }, []);
  };
  const askOf = (what: Asked['what']) => active !== null && ask({ what, row: active });
  useKeys(
    words.title,
    [
      {
        keys: 'enter',
        label: words.keys.confirm ?? '',
        isNamedOnly: true,
        run: () => undefined,
      },
      ...RANKS.map((rank, at) => ({
        keys: rank,
        label: at === 1 ? (words.keys.nth ?? '') : '',
        run: () => {
          const chosen = active?.suggestions[at];
          if (active !== null && chosen !== undefined) decisions.confirm(active, chosen);
        },
      })),
      {
        keys: 'r',
        label: words.keys.split ?? '',
        run: () => askOf(isCredit ? 'split' : 'return'),
      },
      { keys: 'c', label: words.keys.onAccount ?? '', run: onFirst },
      { keys: 'x', label: words.keys.aside ?? '', run: () => askOf('aside') },
      {
        keys: 'o',
        label: words.keys.customer ?? '',
        run: () => customerId !== null && openCustomer(customerId),
      },
    ],
    { isEnabled: tab === 'to_match' || tab === 'on_account' || tab === 'returned' },
  );
}
