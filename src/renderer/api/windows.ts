/**
 * A long list, read in windows of 200 rows as it scrolls. The core sorts, filters and totals; the
 * screen never holds the whole list.
 *
 *     const list = useWindows((part) =>
 *       api.query.customers.page.queryOptions({ input: { ...question, ...part } }));
 *     <DataTable rows={list} … />        list.head?.totals, list.failure
 *
 * While a new question is on its way the rows of the former one stay (`isChanging`).
 */
import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '../failure/failure.ts';

export const WINDOW_ROWS = 200;

export interface Part {
  readonly offset: number;
  readonly limit: number;
}
export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
interface PageQuery<Answer> {
  readonly queryKey: QueryKey;
  // biome-ignore lint/suspicious/noExplicitAny: TanStack Query types its context by the key.
  readonly queryFn: (context: any) => Answer | Promise<Answer>;
}

export interface Windowed<Row, Answer> {
  /** Rows of the whole list; null until known. */
  readonly total: number | null;
  readonly rowAt: (index: number) => Row | undefined;
  /** Told by the table which rows are on screen. */
  readonly show: (first: number, last: number) => void;
  /** The first answer at hand: totals, groups, counts. */
  readonly head: Answer | null;
  readonly isLoading: boolean;
  readonly isChanging: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useWindows<Answer extends Page<unknown>>(
  pageOf: (part: Part) => PageQuery<Answer>,
): Windowed<Answer['rows'][number], Answer> {
  const [[first, last], setShown] = useState<readonly [number, number]>([0, 0]);
  const former = useRef<ReadonlyMap<number, Answer>>(new Map());
  const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const answers = useQueries({
    queries: places.map((place) => ({
      ...pageOf({ offset: place * WINDOW_ROWS, limit: WINDOW_ROWS }),
    })),
  });
  const read = new Map<number, Answer>();
  answers.forEach((answer, index) => {
    const place = places[index];
    if (answer.data !== undefined && place !== undefined) read.set(place, answer.data as Answer);
  });
  useEffect(() => {
    if (read.size > 0) former.current = read;
  });
  const show = useCallback((from: number, to: number) => {
    const begin = Math.floor(Math.max(from, 0) / WINDOW_ROWS);
    const end = Math.max(begin, Math.floor(to / WINDOW_ROWS));
    setShown((now) => (now[0] === begin && now[1] === end ? now : [begin, end]));
  }, []);
  const failed = answers.find((answer) => answer.isError);
  const isWaiting = read.size === 0 && failed === undefined;
  const pages = isWaiting ? former.current : read;
  const head = pages.values().next().value ?? null;
  return {
    total: head?.total ?? null,
    rowAt: (index) => pages.get(Math.floor(index / WINDOW_ROWS))?.rows[index % WINDOW_ROWS],
    show,
    head,
    isLoading: head === null && failed === undefined,
    isChanging: isWaiting && head !== null,
    failure: failed === undefined ? null : failureOf(failed.error),
    retry: () => {
      for (const answer of answers) void answer.refetch();
    },
  };
}
