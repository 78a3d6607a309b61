/**
 * What moves inside a table: groups that open and close, rows that are drawn, ticks, the menu of a
 * row, and the keys of the grid.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MenuPlace } from './row-menu.tsx';
import { type RowPlaces, rowPlaces } from './row-places.ts';
import type { MenuEntry, RowGroup, RowKey, Rows } from './table-types.ts';

export interface Groups {
  readonly places: RowPlaces;
  readonly closed: ReadonlySet<number>;
  readonly toggle: (group: number) => void;
  readonly openAll: () => void;
}

export function useGroups(total: number | null, groups: readonly RowGroup[] | null): Groups {
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const places = useMemo(
    () => rowPlaces(total ?? 0, groups?.map((group) => group.count) ?? null, closed),
    [total, groups, closed],
  );
  return {
    places,
    closed,
    toggle: (group) => setClosed(toggled(closed, group)),
    openAll: () => setClosed(new Set()),
  };
}

export function toggled<Key>(keys: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** A line that is drawn, and where. */
export interface Drawn {
  readonly key: string | number | bigint;
  readonly index: number;
  readonly start: number;
}

/** Tells the list which of its rows are on screen, so that it reads them. */
export function useShownRows<Row>(
  { show }: Rows<Row>,
  places: RowPlaces,
  items: readonly Drawn[],
): void {
  let first = -1;
  let last = -1;
  for (const item of items) {
    const place = places.placeAt(item.index);
    if (place.kind === 'group') continue;
    if (first === -1) first = place.index;
    last = place.index;
  }
  useEffect(() => {
    if (last >= 0) show(first, last);
  }, [show, first, last]);
}

export interface Ticks<Row> {
  readonly isOn: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** Null where not every row is at hand, or nothing can be ticked. */
  readonly all: { readonly areAll: boolean; readonly onAll: (isOn: boolean) => void } | null;
}

export function ticksOf<Row>(options: {
  readonly rows: Rows<Row>;
  readonly rowKey: (row: Row) => RowKey;
  readonly ticked: ReadonlySet<RowKey>;
  readonly onTick: ((ticked: ReadonlySet<RowKey>) => void) | undefined;
}): Ticks<Row> {
  const { rows, rowKey, ticked, onTick } = options;
  const keys = onTick === undefined ? null : allKeysOf(rows, rowKey);
  return {
    isOn: (row) => ticked.has(rowKey(row)),
    toggle: (row) => onTick?.(toggled(ticked, rowKey(row))),
    all:
      keys === null
        ? null
        : {
            areAll: keys.length > 0 && keys.every((key) => ticked.has(key)),
            onAll: (isOn) => onTick?.(new Set(isOn ? keys : [])),
          },
  };
}

const ALL_ROWS_MAX = 200;

function allKeysOf<Row>(rows: Rows<Row>, rowKey: (row: Row) => RowKey): RowKey[] | null {
  if (rows.total === null || rows.total > ALL_ROWS_MAX) return null;
  const keys: RowKey[] = [];
  for (let index = 0; index < rows.total; index += 1) {
    const row = rows.rowAt(index);
    if (row === undefined) return null;
    keys.push(rowKey(row));
  }
  return keys;
}

export interface RowMenuState<Row> {
  readonly place: MenuPlace | null;
  readonly open: (row: Row, x: number, y: number) => void;
  readonly close: () => void;
}

export function useRowMenu<Row>(
  menu: ((row: Row) => readonly MenuEntry[]) | undefined,
): RowMenuState<Row> {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  return {
    place,
    open: (row, x, y) => {
      if (menu === undefined) return;
      // After the key that asks for it: the menu would take that key as its own, and close.
      window.setTimeout(() => setPlace({ x, y, entries: menu(row) }));
    },
    close: () => setPlace(null),
  };
}

/** What the keys of the grid do on the line one stands on; each says whether it did something. */
export interface GridKeys {
  readonly move: (event: KeyboardEvent) => boolean;
  readonly menu: () => boolean;
  readonly open: () => boolean;
  readonly tick: () => boolean;
}

export function onGridKey(event: KeyboardEvent<HTMLDivElement>, keys: GridKeys): void {
  if (event.target !== event.currentTarget) return;
  const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  const isDone =
    keys.move(event) ||
    (isMenu && keys.menu()) ||
    (event.key === 'Enter' && !event.ctrlKey && keys.open()) ||
    (event.key === ' ' && keys.tick());
  if (isDone) event.preventDefault();
}

/** A new question begins at its first row. */
export function useBackToTop(question: string, toTop: () => void): void {
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    toTop();
  });
}

/** Tells which row one stands on, each time it is another one. */
export function useActiveTold<Row>(
  row: Row | null,
  rowKey: (row: Row) => RowKey,
  onActive: ((row: Row | null) => void) | undefined,
): void {
  const latest = useRef({ row, onActive });
  useEffect(() => {
    latest.current = { row, onActive };
  });
  const key = row === null ? null : rowKey(row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the row is another one.
  useEffect(() => {
    latest.current.onActive?.(latest.current.row);
  }, [key]);
}

/** What a line asks of its table: always the same object, so that a line is drawn only when new. */
export interface LineActs {
  readonly press: (at: number) => void;
  readonly tick: (at: number) => void;
  readonly menu: (at: number, x: number, y: number) => void;
}

export function useLineActs(acts: LineActs): LineActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      press: (at) => latest.current.press(at),
      tick: (at) => latest.current.tick(at),
      menu: (at, x, y) => latest.current.menu(at, x, y),
    }),
    [],
  );
}
