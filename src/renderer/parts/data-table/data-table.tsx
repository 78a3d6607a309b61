/**
 * The list of every screen: thousands of rows without a stutter, and no mouse needed.
 *
 *     const state = useTableState('customers', columns, sort);
 *     const list = useWindows((part) => api.query.customers.page.queryOptions({ input: … }));
 *     <DataTable id="customers" label="Clients" columns={columns} rows={list} state={state}
 *       question={JSON.stringify(filter)}             back to the top when it changes
 *       rowKey={(row) => row.customerId}
 *       onOpen={(row) => openCustomer(row.customerId)} Enter, click
 *       onActive={(row) => …}                          the row one stands on
 *       menu={(row) => [{ label: 'Noter un appel', run: … }]}   Shift+F10, right click
 *       ticked={ticked} onTick={setTicked}             Space; a Set of keys
 *       groups={groups}                                headings; rows come ordered by group
 *       totals={{ overdue: <Amount …/> }}              by column id, follows the filter
 *       empty={<EmptyState …/>} />
 *     <TableTools columns={columns} state={state} views={…} onExport={…} />   in the bar above
 *
 * It fills the height it is given: put it in a `<Screen isFixed>`, or give `height`.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useText } from '../reader.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import styles from './data-table.module.css';
import { type MenuPlace, RowMenu } from './row-menu.tsx';
import { rowPlaces } from './row-places.ts';
import { GroupLine, HeadLine, type LineShape, RowLine, TotalsLine } from './table-lines.tsx';
import { type Drawn, templateOf, useTableModel } from './table-model.ts';
import type { TableState } from './table-state.ts';
import type { Column, MenuEntry, RowGroup, RowKey, Rows } from './table-types.ts';
import { rememberedPosition, useActiveRow } from './use-active-row.ts';

const ROW_HEIGHT = 32;
const OVERSCAN = 12;
const NO_TICKS: ReadonlySet<RowKey> = new Set();

export interface DataTableProps<Row> {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly state: TableState;
  readonly rowKey: (row: Row) => RowKey;
  readonly question?: string;
  readonly onOpen?: (row: Row) => void;
  readonly onActive?: (row: Row | null) => void;
  readonly menu?: (row: Row) => readonly MenuEntry[];
  readonly ticked?: ReadonlySet<RowKey>;
  readonly onTick?: (ticked: ReadonlySet<RowKey>) => void;
  readonly groups?: readonly RowGroup[] | null;
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** Greys a row that is done with. */
  readonly isDimmed?: (row: Row) => boolean;
  readonly empty?: ReactNode;
  /** In pixels; fills the screen when absent. */
  readonly height?: number;
  /** False leaves j and k to another table of the screen. */
  readonly hasKeys?: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, empty, height } = props;
  if (rows.failure !== null && rows.total === null) {
    return <ErrorState failure={rows.failure} onRetry={rows.retry} />;
  }
  if (rows.isLoading) return <Skeleton lines={8} height={16} />;
  if (rows.total === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className={styles.frame} style={height === undefined ? {} : { height, flex: 'none' }}>
      <Grid {...props} />
    </div>
  );
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { id, label, columns, rows, state, question = '', groups = null } = props;
  const { ticked = NO_TICKS, onTick, totals, hasKeys = true } = props;
  const words = useText(partsText);
  const prefix = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const sizes = groups?.map((group) => group.count) ?? null;
  const places = rowPlaces(rows.total ?? 0, sizes, closed);

  const virtual = useVirtualizer({
    count: places.count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: totals === undefined ? 0 : ROW_HEIGHT,
    initialOffset: rememberedPosition(id, question).scroll,
  });
  const { active, setActive, onMoveKey } = useActiveRow({
    id,
    question,
    count: places.count,
    hasKeys,
    grid,
    scrollTo: (position) => virtual.scrollToIndex(position),
  });
  useBackToTop(question, () => {
    setActive(0);
    setClosed(new Set());
  });

  const items = virtual.getVirtualItems();
  const drawn: Drawn<Row>[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const item of items) {
    const place = places.placeAt(item.index);
    if (place.kind === 'group') continue;
    first = Math.min(first, place.index);
    last = Math.max(last, place.index);
    const row = rows.rowAt(place.index);
    if (row !== undefined) drawn.push({ index: place.index, row });
  }
  useEffect(() => {
    if (last >= 0) rows.show(first, last);
  }, [rows, first, last]);

  const model = useTableModel(columns, drawn, state);
  const shown = columns.filter((column) => !state.hidden.has(column.id));
  const shape: LineShape<Row> = { columns: shown, hasTicks: onTick !== undefined };
  const { template, least } = templateOf(shown, shape.hasTicks);
  const rowOf = (position: number): Row | null => {
    const place = position < places.count ? places.placeAt(position) : null;
    return place?.kind === 'row' ? (rows.rowAt(place.index) ?? null) : null;
  };
  useActiveTold(rowOf(active), props);

  const tick = (row: Row) => {
    const next = new Set(ticked);
    const key = props.rowKey(row);
    if (!next.delete(key)) next.add(key);
    onTick?.(next);
  };
  const toggleGroup = (group: number) => {
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    setClosed(next);
  };
  const openMenu = (position: number, x: number, y: number) => {
    const row = rowOf(position);
    if (row === null || props.menu === undefined) return;
    setActive(position);
    setMenu({ x, y, entries: props.menu(row) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const row = rowOf(active);
    const place = places.count > 0 ? places.placeAt(active) : null;
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (onMoveKey(event)) event.preventDefault();
    else if (isMenuKey) {
      const line = document.getElementById(`${prefix}-${active}`)?.getBoundingClientRect();
      if (line !== undefined) openMenu(active, line.left + 40, line.bottom);
      event.preventDefault();
    } else if (place?.kind === 'group' && (event.key === 'Enter' || event.key === ' ')) {
      toggleGroup(place.group);
      event.preventDefault();
    } else if (row !== null && event.key === 'Enter' && !event.ctrlKey) {
      props.onOpen?.(row);
      event.preventDefault();
    } else if (row !== null && event.key === ' ' && onTick !== undefined) {
      tick(row);
      event.preventDefault();
    }
  };

  const all = rows.total !== null && drawn.length === rows.total ? drawn : null;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of windows can't be a <table>. */}
      <div
        ref={grid}
        id={prefix}
        className={styles.grid}
        data-print="scroll"
        data-changing={rows.isChanging || undefined}
        role="grid"
        aria-label={label}
        aria-rowcount={places.count + 1}
        aria-colcount={shown.length + (shape.hasTicks ? 1 : 0)}
        aria-multiselectable={shape.hasTicks || undefined}
        aria-activedescendant={places.count > 0 ? `${prefix}-${active}` : undefined}
        aria-busy={rows.isChanging || undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ '--template': template, '--least': `${least}px` } as CSSProperties}
      >
        <HeadLine
          shape={shape}
          state={state}
          ticks={
            all === null || onTick === undefined
              ? null
              : {
                  areAll: all.length > 0 && all.every(({ row }) => ticked.has(props.rowKey(row))),
                  onAll: (isOn) =>
                    onTick(new Set(isOn ? all.map(({ row }) => props.rowKey(row)) : [])),
                }
          }
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: virtual.getTotalSize() - ROW_HEIGHT }}
        >
          {items.map((item) => {
            const place = places.placeAt(item.index);
            const common = {
              shape,
              id: `${prefix}-${item.index}`,
              top: item.start - ROW_HEIGHT,
              rowIndex: item.index + 2,
              isActive: item.index === active,
            };
            if (place.kind === 'group') {
              return (
                <GroupLine
                  key={`group-${place.group}`}
                  {...common}
                  group={groups?.[place.group]}
                  isClosed={closed.has(place.group)}
                  onToggle={() => {
                    setActive(item.index);
                    toggleGroup(place.group);
                  }}
                />
              );
            }
            const row = rows.rowAt(place.index);
            return (
              <RowLine
                key={place.index}
                {...common}
                cells={row === undefined ? null : cellsOf(model, place.index)}
                isTicked={row !== undefined && ticked.has(props.rowKey(row))}
                isDimmed={row !== undefined && props.isDimmed?.(row) === true}
                isOpenable={props.onOpen !== undefined}
                onTick={() => row !== undefined && tick(row)}
                onPress={() => {
                  setActive(item.index);
                  grid.current?.focus({ preventScroll: true });
                  if (row !== undefined) props.onOpen?.(row);
                }}
                onMenu={(x, y) => openMenu(item.index, x, y)}
              />
            );
          })}
        </div>
        {totals !== undefined && (
          <TotalsLine shape={shape} totals={totals} rowIndex={places.count + 2} />
        )}
      </div>
      <RowMenu place={menu} label={words.rowMenu} onClose={() => setMenu(null)} />
    </>
  );
}

/** The drawn cells of one row, in the order of the columns on screen. */
function cellsOf<Row>(
  model: ReturnType<typeof useTableModel<Row>>,
  index: number,
): readonly { readonly id: string; readonly content: ReactNode }[] | null {
  const row = model.getRowModel().rowsById[String(index)];
  if (row === undefined) return null;
  return row.getVisibleCells().map((cell) => ({
    id: cell.column.id,
    content: <model.FlexRender cell={cell} />,
  }));
}

/** A new question begins at its first row. */
function useBackToTop(question: string, toTop: () => void): void {
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    toTop();
  });
}

/** Tells which row one stands on, each time it is another one. */
function useActiveTold<Row>(
  row: Row | null,
  { rowKey, onActive }: Pick<DataTableProps<Row>, 'rowKey' | 'onActive'>,
): void {
  const latest = useRef({ row, onActive });
  latest.current = { row, onActive };
  const key = row === null ? null : rowKey(row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the row is another one.
  useEffect(() => {
    latest.current.onActive?.(latest.current.row);
  }, [key]);
}
