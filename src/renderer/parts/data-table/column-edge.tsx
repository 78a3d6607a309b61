/**
 * The edge of a column: drawn by the mouse or moved by the arrows, it makes the column wider or
 * narrower. A double click, or Delete, gives the column the width it had at first.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { useText } from '../reader.tsx';
import styles from './data-table.module.css';
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN } from './table-choice.ts';
import type { TableState } from './table-state.ts';

const STEP = 8;
const LARGE_STEP = 40;

export function ColumnEdge(props: {
  readonly id: string;
  readonly label: string;
  /** Where the user chose none; a column that grows may be drawn wider. */
  readonly width: number;
  readonly state: TableState;
}) {
  const { id, label, state } = props;
  const words = useText(partsText);
  const edge = useRef<HTMLDivElement>(null);
  const dragged = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const drawn = () => Math.round(edge.current?.parentElement?.offsetWidth ?? props.width);
  const set = (width: number | null) => state.setWidth(id, width);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    edge.current?.setPointerCapture(event.pointerId);
    dragged.current = { from: event.clientX, width: drawn() };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    const start = dragged.current;
    if (start !== null) set(start.width + Math.round(clientX - start.from));
  };
  const release = () => {
    dragged.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    if (event.key === 'ArrowRight') set(drawn() + step);
    else if (event.key === 'ArrowLeft') set(drawn() - step);
    else if (event.key === 'Delete' || event.key === 'Backspace') set(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of a text has no value and no keys.
    <div
      ref={edge}
      role="separator"
      className={styles.edge}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.columnWidth(label)}
      aria-valuenow={state.widths[id] ?? props.width}
      aria-valuemin={COLUMN_WIDTH_MIN}
      aria-valuemax={COLUMN_WIDTH_MAX}
      title={words.columnWidthHint}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => set(null)}
      onKeyDown={onKeyDown}
    />
  );
}
