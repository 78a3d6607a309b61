/**
 * The row one stands on: moved by arrows, pages, j and k; remembered under the table's name so
 * that coming back to the list comes back to the same row.
 */
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { useKeys } from '../../keys/keys.tsx';
import { useText } from '../reader.tsx';

export interface Position {
  readonly active: number;
  readonly scroll: number;
}

const positions = new Map<string, Position & { question: string }>();

/** Where one was in this table, when the question is still the same. */
export function rememberedPosition(id: string, question: string): Position {
  const position = positions.get(id);
  return position?.question === question ? position : { active: 0, scroll: 0 };
}

interface ActiveRowOptions {
  readonly id: string;
  readonly question: string;
  readonly count: number;
  readonly hasKeys: boolean;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly scrollTo: (position: number) => void;
}

export interface ActiveRow {
  readonly active: number;
  readonly setActive: (position: number) => void;
  /** Moves by the key of the event; true when the key was one that moves. */
  readonly onMoveKey: (event: KeyboardEvent) => boolean;
}

const PAGE_ROWS = 15;

export function useActiveRow(options: ActiveRowOptions): ActiveRow {
  const { id, question, count, hasKeys, grid, scrollTo } = options;
  const words = useText(keysText);
  const [wanted, setWanted] = useState(() => rememberedPosition(id, question).active);
  const active = Math.max(0, Math.min(wanted, count - 1));

  const setActive = (position: number) => {
    const next = Math.max(0, Math.min(position, count - 1));
    setWanted(next);
    scrollTo(next);
  };
  useEffect(() => {
    const { current } = grid;
    const remember = () => positions.set(id, { active, question, scroll: current?.scrollTop ?? 0 });
    remember();
    return () => void remember();
  }, [id, question, active, grid]);

  const step = (by: number) => () => {
    grid.current?.focus({ preventScroll: true });
    setActive(active + by);
  };
  useKeys(
    words.list,
    [
      { keys: 'j', label: words.down, run: step(1) },
      { keys: 'k', label: words.up, run: step(-1) },
      { keys: 'enter', label: words.open, run: () => {}, isNamedOnly: true },
      { keys: 'space', label: words.tick, run: () => {}, isNamedOnly: true },
      { keys: 'shift+f10', label: words.menu, run: () => {}, isNamedOnly: true },
    ],
    { isEnabled: hasKeys && count > 0 },
  );

  const onMoveKey = (event: KeyboardEvent): boolean => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_ROWS,
      PageUp: active - PAGE_ROWS,
      Home: 0,
      End: count - 1,
    };
    const next = moves[event.key];
    if (next === undefined || event.ctrlKey || event.altKey) return false;
    setActive(next);
    return true;
  };
  return { active, setActive, onMoveKey };
}
