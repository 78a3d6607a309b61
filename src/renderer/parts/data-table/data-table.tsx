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
import { type CSSProperties, type ReactNode, type RefObject, useId, useRef } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useLanguage, useText } from '../reader.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import styles from './data-table.module.css';
import { RowMenu } from './row-menu.tsx';
import { GroupLine, HeadLine, type LineShape, RowLine, TotalsLine } from './table-lines.tsx';
import { templateOf, useShownColumns } from './table-model.ts';
import type { TableState } from './table-state.ts';
import type { Column, MenuEntry, RowGroup, RowKey, Rows } from './table-types.ts';
import { rememberedPosition, useActiveRow } from './use-active-row.ts';
import {
  type Drawn,
  type GridKeys,
  type Groups,
  type LineActs,
  onGridKey,
  type RowMenuState,
  type Ticks,
  ticksOf,
  useActiveTold,
  useBackToTop,
  useGroups,
  useLineActs,
  useRowMenu,
  useShownRows,
} from './use-grid.ts';
import { usePrinting } from './use-printing.ts';

const ROW_HEIGHT = 32;
const OVERSCAN = 12;
const PRINTED_MAX = 1000;
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
  /** What Enter does, where it is more than what a click does. */
  readonly onEnter?: (row: Row) => void;
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
  const { rows, columns, state, totals, groups = null } = props;
  const words = useText(partsText);
  const prefix = useId();
  const grid = useRef<HTMLDivElement>(null);
  const grouping = useGroups(rows.total, groups);
  const { places } = grouping;
  const virtual = useLines(props, places.count, grid);
  const position = useTablePosition(props, { grid, grouping, virtual });
  const isPrinting = usePrinting();
  const items = isPrinting
    ? printedLines(rows, places)
    : virtual.getVirtualItems().filter((item) => item.index < places.count);
  useShownRows(rows, places, items);
  const menu = useRowMenu(props.menu);
  const shape = { columns: useShownColumns(columns, state), hasTicks: props.onTick !== undefined };
  const ticks = ticksOf({ ...props, ticked: props.ticked ?? NO_TICKS, onTick: props.onTick });
  const table = { props, shape, prefix, grid, grouping, position, menu, ticks };
  const lines: Lines<Row> = { ...table, acts: useLineActs(actsOf(table)) };
  return (
    <>
      <GridGround lines={lines}>
        <HeadLine shape={shape} state={state} ticks={ticks.all} />
        {/* biome-ignore lint/a11y/useSemanticElements: a table of windows is no <table>. */}
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: virtual.getTotalSize() - ROW_HEIGHT }}
        >
          {items.map((item) => (
            <Line key={item.key} lines={lines} at={item.index} top={item.start - ROW_HEIGHT} />
          ))}
        </div>
        {isPrinting && <NotPrinted count={places.count - items.length} />}
        {totals !== undefined && (
          <TotalsLine shape={shape} totals={totals} rowIndex={places.count + 2} />
        )}
      </GridGround>
      <RowMenu place={menu.place} label={words.rowMenu} onClose={menu.close} />
    </>
  );
}

/** Lines on paper: those at hand; of a longer list the rest is told, and is in the workbook. */
function printedLines<Row>(rows: Rows<Row>, places: Groups['places']): Drawn[] {
  const lines: Drawn[] = [];
  for (let index = 0; index < Math.min(places.count, PRINTED_MAX); index += 1) {
    const place = places.placeAt(index);
    const isAtHand = place.kind === 'group' || rows.rowAt(place.index) !== undefined;
    if (isAtHand) lines.push({ key: index, index, start: index * ROW_HEIGHT });
  }
  return lines;
}

function NotPrinted({ count }: { readonly count: number }) {
  const words = useText(partsText);
  const language = useLanguage();
  if (count <= 0) return null;
  return <p className={styles.notPrinted}>{words.notPrinted(formatCount(count, { language }))}</p>;
}

/** What the lines of a table share. */
interface Lines<Row> {
  readonly props: DataTableProps<Row>;
  readonly shape: LineShape<Row>;
  readonly prefix: string;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly grouping: Groups;
  readonly position: ReturnType<typeof useTablePosition<Row>>;
  readonly menu: RowMenuState<Row>;
  readonly ticks: Ticks<Row>;
  readonly acts: LineActs;
}

/** What the mouse does on a line. */
function actsOf<Row>(table: Omit<Lines<Row>, 'acts'>): LineActs {
  const { props, grid, grouping, position, menu, ticks } = table;
  return {
    press: (at) => {
      const place = grouping.places.placeAt(at);
      const row = position.rowOf(at);
      position.setActive(at);
      grid.current?.focus({ preventScroll: true });
      if (place.kind === 'group') grouping.toggle(place.group);
      else if (row !== null) props.onOpen?.(row);
    },
    tick: (at) => {
      const row = position.rowOf(at);
      if (row !== null) ticks.toggle(row);
    },
    menu: (at, x, y) => {
      const row = position.rowOf(at);
      position.setActive(at);
      if (row !== null) menu.open(row, x, y);
    },
  };
}

function useLines<Row>(
  { id, question = '', totals }: DataTableProps<Row>,
  count: number,
  grid: RefObject<HTMLDivElement | null>,
) {
  return useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: totals === undefined ? 0 : ROW_HEIGHT,
    initialOffset: rememberedPosition(id, question).scroll,
  });
}

/** The line one stands on, and its row. */
function useTablePosition<Row>(
  props: DataTableProps<Row>,
  parts: {
    readonly grid: RefObject<HTMLDivElement | null>;
    readonly grouping: Groups;
    readonly virtual: { scrollToIndex: (index: number) => void };
  },
) {
  const { id, question = '', rows, hasKeys = true } = props;
  const { places, openAll } = parts.grouping;
  const moving = useActiveRow({
    id,
    question,
    count: places.count,
    hasKeys,
    grid: parts.grid,
    scrollTo: (position) => parts.virtual.scrollToIndex(position),
  });
  useBackToTop(question, () => {
    moving.setActive(0);
    openAll();
  });
  const rowOf = (position: number): Row | null => {
    const place = position < places.count ? places.placeAt(position) : null;
    return place?.kind === 'row' ? (rows.rowAt(place.index) ?? null) : null;
  };
  useActiveTold(rowOf(moving.active), props.rowKey, props.onActive);
  return { ...moving, rowOf };
}

function GridGround<Row>({ lines, children }: { lines: Lines<Row>; children: ReactNode }) {
  const { props, shape, prefix, position, grouping } = lines;
  const { count } = grouping.places;
  const { template, least, paper } = templateOf(shape.columns, shape.hasTicks, props.state.widths);
  return (
    // biome-ignore-start lint/a11y: a table of windows is no <table>.
    <div
      ref={lines.grid}
      id={prefix}
      className={styles.grid}
      data-print="scroll"
      data-changing={props.rows.isChanging || undefined}
      role={props.groups ? 'treegrid' : 'grid'}
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={shape.columns.length + (shape.hasTicks ? 1 : 0)}
      aria-multiselectable={shape.hasTicks || undefined}
      aria-activedescendant={count > 0 ? `${prefix}-${position.active}` : undefined}
      aria-busy={props.rows.isChanging || undefined}
      tabIndex={0}
      onKeyDown={(event) => onGridKey(event, gridKeysOf(lines))}
      style={
        {
          '--template': template,
          '--least': `${least}px`,
          '--paper': paper,
        } as CSSProperties
      }
    >
      {children}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

function gridKeysOf<Row>({ props, prefix, grouping, position, menu, ticks }: Lines<Row>): GridKeys {
  const { active, rowOf } = position;
  const row = rowOf(active);
  const { places } = grouping;
  const place = active < places.count ? places.placeAt(active) : null;
  const toggleGroup = () => {
    if (place?.kind === 'group') grouping.toggle(place.group);
    return place?.kind === 'group';
  };
  return {
    move: position.onMoveKey,
    menu: () => {
      const line = document.getElementById(`${prefix}-${active}`)?.getBoundingClientRect();
      if (row !== null && line !== undefined) menu.open(row, line.left + 40, line.bottom);
      return true;
    },
    open: () => {
      if (row !== null) (props.onEnter ?? props.onOpen)?.(row);
      return row !== null || toggleGroup();
    },
    tick: () => {
      if (row !== null) ticks.toggle(row);
      return row !== null || toggleGroup();
    },
  };
}

/** One line: the heading of a group, or a row. */
function Line<Row>({ lines, at, top }: { lines: Lines<Row>; at: number; top: number }) {
  const { props, shape, prefix, grouping, position, ticks, acts } = lines;
  const place = grouping.places.placeAt(at);
  const isActive = at === position.active;
  const common = { ...shape, id: `${prefix}-${at}`, at, top, isActive, acts };
  if (place.kind === 'group') {
    const group = props.groups?.[place.group];
    return <GroupLine {...common} group={group} isClosed={grouping.closed.has(place.group)} />;
  }
  const row = props.rows.rowAt(place.index);
  return (
    <RowLine
      {...common}
      row={row}
      isTicked={row !== undefined && ticks.isOn(row)}
      isDimmed={row !== undefined && props.isDimmed?.(row) === true}
      isOpenable={props.onOpen !== undefined}
    />
  );
}
