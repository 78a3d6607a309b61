/** The lines of a table: headings, rows, group headings, totals. */
import { IconArrowDown, IconArrowUp, IconCheck, IconChevronRight } from '@tabler/icons-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useLanguage, useText } from '../reader.tsx';
import { ColumnEdge } from './column-edge.tsx';
import styles from './data-table.module.css';
import type { ShownColumn } from './table-model.ts';
import type { TableState } from './table-state.ts';
import type { RowGroup } from './table-types.ts';
import type { LineActs } from './use-grid.ts';

export interface LineShape<Row> {
  readonly columns: readonly ShownColumn<Row>[];
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

function Heading<Row>({ column, state }: { column: ShownColumn<Row>; state: TableState }) {
  const words = useText(partsText);
  const { sorted, next } = column;
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y: see HeadLine.
    <div
      role="columnheader"
      className={styles.heading}
      data-align={column.align}
      aria-label={column.label}
      aria-sort={sorted === false ? undefined : sorted === 'desc' ? 'descending' : 'ascending'}
    >
      {next === null ? (
        <span className={styles.name}>{column.label}</span>
      ) : (
        <button
          type="button"
          className={styles.sort}
          title={words.sortBy(column.label)}
          onClick={() => state.setSort(next)}
        >
          <span className={styles.name}>{column.label}</span>
          {sorted !== false && <Arrow size={13} stroke={1.8} aria-hidden />}
        </button>
      )}
      <ColumnEdge id={column.id} label={column.label} width={column.width} state={state} />
    </div>
  );
}

interface LinePlace<Row> extends LineShape<Row> {
  readonly id: string;
  /** Position among the lines. */
  readonly at: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly acts: LineActs;
}

interface RowLineProps<Row> extends LinePlace<Row> {
  /** Undefined while the row is on its way. */
  readonly row: Row | undefined;
  readonly isTicked: boolean;
  readonly isDimmed: boolean;
  readonly isOpenable: boolean;
}

/** A cell that shows less than it holds says the rest when pointed at. */
function nameWhatIsCut(event: MouseEvent<HTMLElement>): void {
  const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell]');
  if (cell === null) return;
  const isCut = cell.scrollWidth > cell.clientWidth;
  if (isCut && cell.querySelector('[title]') === null) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}

/** Drawn again only when something of it is new: a list that scrolls draws the rows that come. */
export const RowLine = memo(RowLineOf) as typeof RowLineOf;

function RowLineOf<Row>(props: RowLineProps<Row>) {
  const { columns, hasTicks, at, row, isTicked, acts } = props;
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
      aria-rowindex={at + 2}
      aria-selected={hasTicks ? isTicked : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => acts.press(at)}
      onMouseOver={nameWhatIsCut}
      onContextMenu={(event) => {
        event.preventDefault();
        acts.menu(at, event.clientX, event.clientY);
      }}
    >
      {hasTicks && (
        <div
          role="gridcell"
          className={styles.tickCell}
          onClick={(event) => {
            event.stopPropagation();
            acts.tick(at);
          }}
        >
          <span className={styles.tick} data-on={isTicked || undefined}>
            {isTicked && <IconCheck size={12} stroke={3} aria-hidden />}
          </span>
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
          {row === undefined ? <span className={styles.bone} /> : column.cell(row)}
        </div>
      ))}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

export function GroupLine<Row>(
  props: LinePlace<Row> & { readonly group: RowGroup | undefined; readonly isClosed: boolean },
) {
  const { columns, hasTicks, at, group, isClosed } = props;
  const language = useLanguage();
  // The name runs over the columns in which the group has no sum.
  const sums = columns.findIndex(({ id }, place) => place > 0 && group?.cells[id] !== undefined);
  const named = sums === -1 ? columns.length : sums;
  return (
    // biome-ignore-start lint/a11y: the grid has the focus and the keys of its rows.
    <div
      role="row"
      id={props.id}
      className={styles.line}
      data-row
      data-group
      data-active={props.isActive || undefined}
      aria-rowindex={at + 2}
      aria-expanded={!isClosed}
      aria-level={1}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.acts.press(at)}
    >
      {hasTicks && <div role="gridcell" className={styles.tickCell} />}
      <div role="gridcell" className={styles.cell} style={{ gridColumn: `span ${named}` }}>
        <span className={styles.group}>
          <IconChevronRight size={14} stroke={2} aria-hidden data-open={!isClosed || undefined} />
          {group?.label}
          <span className={styles.count}>
            {group === undefined ? '' : formatCount(group.count, { language })}
          </span>
        </span>
      </div>
      {columns.slice(named).map((column) => (
        <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
          {group?.cells[column.id]}
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
