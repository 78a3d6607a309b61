/** The lines of a table: headings, rows, group headings, totals. */
import { IconArrowDown, IconArrowUp, IconCheck, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useLanguage, useText } from '../reader.tsx';
import styles from './data-table.module.css';
import type { TableState } from './table-state.ts';
import type { Column, RowGroup } from './table-types.ts';

export interface LineShape<Row> {
  readonly columns: readonly Column<Row>[];
  readonly hasTicks: boolean;
}

export function HeadLine<Row>(props: {
  readonly shape: LineShape<Row>;
  readonly state: TableState;
  /** Null where not all rows are at hand. */
  readonly ticks: { readonly areAll: boolean; readonly onAll: (isOn: boolean) => void } | null;
}) {
  const { shape, state, ticks } = props;
  const words = useText(partsText);
  return (
    // biome-ignore-start lint/a11y: rows and cells of a grid of windows are not those of a <table>.
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.line}>
        {shape.hasTicks && (
          <div role="columnheader" className={styles.tickCell} aria-label={words.tickAll}>
            {ticks !== null && (
              <button
                type="button"
                className={styles.tick}
                data-on={ticks.areAll || undefined}
                aria-label={words.tickAll}
                aria-pressed={ticks.areAll}
                onClick={() => ticks.onAll(!ticks.areAll)}
              >
                {ticks.areAll && <IconCheck size={12} stroke={3} aria-hidden />}
              </button>
            )}
          </div>
        )}
        {shape.columns.map((column) => (
          <Heading key={column.id} column={column} state={state} />
        ))}
      </div>
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

function Heading<Row>({ column, state }: { column: Column<Row>; state: TableState }) {
  const words = useText(partsText);
  const isSorted = state.sort?.column === column.id;
  const isDescending = isSorted && state.sort?.isDescending === true;
  const arrow = isDescending ? IconArrowDown : IconArrowUp;
  const Arrow = arrow;
  const next = isSorted ? !isDescending : column.sortsDownFirst === true;
  return (
    // biome-ignore lint/a11y: see HeadLine.
    <div
      role="columnheader"
      className={styles.heading}
      data-align={column.align}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {column.isSortable === true ? (
        <button
          type="button"
          className={styles.sort}
          title={words.sortBy(column.label)}
          onClick={() => state.setSort({ column: column.id, isDescending: next })}
        >
          {column.label}
          {isSorted && <Arrow size={13} stroke={1.8} aria-hidden />}
        </button>
      ) : (
        column.label
      )}
    </div>
  );
}

interface LinePlace<Row> {
  readonly shape: LineShape<Row>;
  readonly id: string;
  readonly top: number;
  readonly rowIndex: number;
  readonly isActive: boolean;
}

export function RowLine<Row>(
  props: LinePlace<Row> & {
    /** Null while the row is on its way. */
    readonly cells: readonly { readonly id: string; readonly content: ReactNode }[] | null;
    readonly isTicked: boolean;
    readonly isDimmed: boolean;
    readonly isOpenable: boolean;
    readonly onTick: () => void;
    readonly onPress: () => void;
    readonly onMenu: (x: number, y: number) => void;
  },
) {
  const { shape, cells, isTicked } = props;
  const alignOf = (id: string) => shape.columns.find((column) => column.id === id)?.align;
  return (
    // biome-ignore-start lint/a11y: the grid has the focus and the keys of its rows.
    <div
      role="row"
      id={props.id}
      className={styles.line}
      data-row
      data-active={props.isActive || undefined}
      data-dimmed={props.isDimmed || undefined}
      data-openable={props.isOpenable || undefined}
      aria-rowindex={props.rowIndex}
      aria-selected={shape.hasTicks ? isTicked : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onPress}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(event.clientX, event.clientY);
      }}
    >
      {shape.hasTicks && (
        <div
          role="gridcell"
          className={styles.tickCell}
          onClick={(event) => {
            event.stopPropagation();
            props.onTick();
          }}
        >
          <span className={styles.tick} data-on={isTicked || undefined}>
            {isTicked && <IconCheck size={12} stroke={3} aria-hidden />}
          </span>
        </div>
      )}
      {cells === null
        ? shape.columns.map((column) => (
            <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
              <span className={styles.bone} />
            </div>
          ))
        : cells.map((cell) => (
            <div
              key={cell.id}
              role="gridcell"
              className={styles.cell}
              data-align={alignOf(cell.id)}
            >
              {cell.content}
            </div>
          ))}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

export function GroupLine<Row>(
  props: LinePlace<Row> & {
    readonly group: RowGroup | undefined;
    readonly isClosed: boolean;
    readonly onToggle: () => void;
  },
) {
  const { shape, group, isClosed } = props;
  const language = useLanguage();
  return (
    // biome-ignore-start lint/a11y: the grid has the focus and the keys of its rows.
    <div
      role="row"
      id={props.id}
      className={styles.line}
      data-row
      data-group
      data-active={props.isActive || undefined}
      aria-rowindex={props.rowIndex}
      aria-expanded={!isClosed}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onToggle}
    >
      {shape.hasTicks && <div role="gridcell" className={styles.tickCell} />}
      {shape.columns.map((column, at) => (
        <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
          {at === 0 ? (
            <span className={styles.group}>
              <IconChevronRight
                size={14}
                stroke={2}
                aria-hidden
                data-open={!isClosed || undefined}
              />
              {group?.label}
              <span className={styles.count}>
                {group === undefined ? '' : formatCount(group.count, { language })}
              </span>
            </span>
          ) : (
            group?.cells[column.id]
          )}
        </div>
      ))}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

export function TotalsLine<Row>(props: {
  readonly shape: LineShape<Row>;
  readonly totals: Readonly<Record<string, ReactNode>>;
  readonly rowIndex: number;
}) {
  const { shape, totals } = props;
  const words = useText(partsText);
  return (
    // biome-ignore-start lint/a11y: see HeadLine.
    <div role="rowgroup" className={styles.foot}>
      <div role="row" className={styles.line} aria-rowindex={props.rowIndex}>
        {shape.hasTicks && <div role="gridcell" className={styles.tickCell} />}
        {shape.columns.map((column, at) => (
          <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
            {totals[column.id] ?? (at === 0 ? words.total : null)}
          </div>
        ))}
      </div>
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}
