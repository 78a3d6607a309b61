/** What is open, late first, ticked for the forms; and what was settled. Each item says why. */
import { useMemo, useState } from 'react';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { RowKey } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { isMarked, useItemColumns } from './item-columns.tsx';
import { ItemOrigin } from './item-origin.tsx';
import { type ItemRow, tickedAmounts } from './use-customer.ts';

const ROW = 33;
const HEIGHT_MAX = 420;
const HEIGHT_MIN = 140;

export function ItemsList(props: {
  readonly customerId: number;
  readonly items: readonly ItemRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ticked: ReadonlySet<RowKey>) => void;
}) {
  const { customerId, items, ticked, onTick } = props;
  const words = useText(customerFileText);
  const language = useLanguage();
  const [isSettled, setSettled] = useState(false);
  const [origin, setOrigin] = useState<ItemRow | null>(null);
  const workbook = useWorkbook();
  const columns = useItemColumns(isSettled, isSettled || items.some(isMarked));
  const state = useTableState(isSettled ? 'settled-items' : 'items', columns);
  const money = tickedAmounts(items, ticked)
    .map(({ currency, amountCents }) => formatCents(amountCents, { language, currency }))
    .join(' + ');
  return (
    <Section
      title={words.items}
      note={isSettled ? undefined : words.ticked(formatCount(ticked.size, { language }), money)}
      actions={
        <>
          <FilterChip
            label={words.tabs.open}
            isOn={!isSettled}
            onToggle={() => setSettled(false)}
          />
          <FilterChip
            label={words.tabs.settled}
            isOn={isSettled}
            onToggle={() => setSettled(true)}
          />
          <TableTools
            columns={columns}
            state={state}
            isExporting={workbook.isRunning}
            onExport={() =>
              void workbook.make({
                list: 'items',
                input: { customerId },
                title: words.items,
                columns: null,
              })
            }
          />
        </>
      }
    >
      {isSettled ? (
        <SettledItems customerId={customerId} onOpen={setOrigin} />
      ) : (
        <OpenItems items={items} ticked={ticked} onTick={onTick} onOpen={setOrigin} />
      )}
      {origin !== null && <ItemOrigin item={origin} onClose={() => setOrigin(null)} />}
    </Section>
  );
}

/** An item without an id of its own (money not allocated) is shown and not ticked. */
const keyOf = (row: ItemRow): RowKey => row.receivableId ?? `payment-${row.paymentId ?? 0}`;

function OpenItems(props: {
  readonly items: readonly ItemRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ticked: ReadonlySet<RowKey>) => void;
  readonly onOpen: (item: ItemRow) => void;
}) {
  const words = useText(customerFileText);
  const columns = useItemColumns(false, props.items.some(isMarked));
  const state = useTableState('items', columns);
  const rows = useLocalRows(props.items);
  const total = useMemo(
    () =>
      sumApart(
        props.items.map(({ currency, outstandingCents }) => ({
          currency,
          amountCents: outstandingCents,
        })),
      ),
    [props.items],
  );
  return (
    <DataTable
      id="items"
      label={words.items}
      columns={columns}
      rows={rows}
      state={state}
      rowKey={keyOf}
      ticked={props.ticked}
      onTick={props.onTick}
      onOpen={props.onOpen}
      totals={{
        document: words.total,
        outstanding: <Amount cents={total.totalCents} others={total.otherTotals} />,
      }}
      height={heightOf(props.items.length + 1)}
    />
  );
}

function SettledItems(props: {
  readonly customerId: number;
  readonly onOpen: (item: ItemRow) => void;
}) {
  const api = useApi();
  const words = useText(customerFileText);
  const columns = useItemColumns(true, true);
  const state = useTableState('settled-items', columns);
  const list = useWindows((part) =>
    api.query.customers.items.queryOptions({
      input: { customerId: props.customerId, state: 'settled', ...part },
    }),
  );
  return (
    <DataTable
      id="settled-items"
      label={words.tabs.settled}
      columns={columns}
      rows={list}
      state={state}
      rowKey={keyOf}
      onOpen={props.onOpen}
      height={heightOf(list.total ?? 0)}
    />
  );
}

function heightOf(count: number): number {
  return Math.max(HEIGHT_MIN, Math.min(HEIGHT_MAX, (count + 1) * ROW + 4));
}
